"""What tests of several rooms share: one Chromium, started once. Playwright runs once in a process, not twice."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

pytest_plugins = ["tests.editions"]

CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The same browser without its windows starts a page sooner; tests/engines drive the one that readers have.
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "no chromium on the path; `make test` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_ARGUMENTS))
        yield started
        started.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What explains many other failures runs first: the look for Pyodide's private parts."""
    items.sort(key=lambda item: item.path.name != "test_canary.py")
