"""While a guide is served, a browser that shows one of its pages loads it again after an edit, without an error."""

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.mkdocs_calculators.conftest import Guide

SETTINGS = """
    site_name: Small guide
    site_url: https://guide.example/guide/
    strict: true
    theme: {name: material, font: false}
    plugins:
      search: {}
      calculators: {runtime: false}
"""

pytestmark = pytest.mark.browser


@pytest.fixture
def served(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve the small guide as an author does, and return its address."""
    guide.write("mkdocs.yml", SETTINGS)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("TMPDIR", str(guide.root))  # where MkDocs leaves the site when it is ended from outside
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    with subprocess.Popen(
        command, cwd=guide.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert server.stdout is not None
        try:
            said = []
            for line in server.stdout:
                said.append(line)
                if "Serving on" in line:
                    break
            assert server.poll() is None, "".join(said)
            yield f"http://{place}/guide/"
        finally:
            server.terminate()


@pytest.mark.parametrize(
    ("file", "before", "after", "shown"),
    [
        ("docs/index.md", "At least", "No fewer than", "No fewer than 75"),
        ("calculators/blood.py", 'title="Blood"', 'title="Blood count"', "Blood count"),
    ],
)
def test_the_page_comes_again(
    guide: Guide, served: str, chromium: Browser, file: str, before: str, after: str, shown: str
) -> None:
    with chromium.new_page() as page:
        errors: list[str] = []
        page.on("console", lambda said: errors.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(served)
        expect(page.get_by_role("main")).not_to_contain_text(shown)

        guide.change(file, before, after)

        expect(page.get_by_role("main")).to_contain_text(shown, timeout=20_000)
        assert errors == []
