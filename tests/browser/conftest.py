"""Both editions of the real site, built once, and a Chromium that watches what the pages do.

The site on a server lives under a sub-path, as on most project pages; the offline edition is the zip, unpacked and
opened from its folder with the network off.
"""

import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

ROOT = Path(__file__).parents[2]
PREFIX = "/guide/"


@dataclass(frozen=True)
class Edition:
    """One way of reading the guide."""

    name: str
    home: str
    folder: Path

    def address(self, path: str = "") -> str:
        """Return the address of a page, given as in the site's sources: "", "about/offline", "calculators/"."""
        if self.name == "online":
            return self.home + path + ("/" if path and not path.endswith("/") else "")
        return self.home + ("index.html" if not path else f"{path}index.html" if path.endswith("/") else f"{path}.html")

    def pages(self) -> list[str]:
        """Return every page, as `address` takes it."""
        found = []
        for page in sorted((ROOT / "docs").rglob("*.md")):
            path = page.relative_to(ROOT / "docs").with_suffix("").as_posix()
            found.append(path.removesuffix("index") if path.rpartition("/")[2] == "index" else path)
        return found


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a sub-path and answers like a static host: 404.html for what is not there."""

    def translate_path(self, path: str) -> str:
        bare = path.partition("?")[0].partition("#")[0]
        if not bare.startswith(PREFIX):
            return str(Path(self.directory) / "there-is-nothing-here")
        return super().translate_path(bare.removeprefix(PREFIX[:-1]))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature is the library's
        pass


def build(folder: Path, **settings: str) -> None:
    """Build the site as `make site` does."""
    settings = {"NO_MKDOCS_2_WARNING": "1", **settings}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    finished = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, f"mkdocs build failed:\n{finished.stdout}\n{finished.stderr}"


@pytest.fixture(scope="session")
def online(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = tmp_path_factory.mktemp("online") / "site"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        home = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        build(folder, SITE_URL=home)
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield Edition("online", home, folder)
        server.shutdown()
        serving.join()


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("offline")
    build(folder / "built", OFFLINE="true")
    bundle = folder / "open-net-guide-offline.zip"
    subprocess.run(
        [sys.executable, "-m", "mkdocs_calculators.command", "bundle", str(folder / "built"), str(bundle)],
        cwd=ROOT,
        check=True,
    )
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder / "a reader's folder")
    index = min((folder / "a reader's folder").rglob("index.html"), key=lambda path: len(path.parts))
    return Edition("offline", index.parent.as_uri() + "/", index.parent)


@pytest.fixture(scope="session")
def kit(offline: Edition) -> Path:
    """The one-file kit, drawn from the same built site as the zip."""
    folder = offline.folder.parents[1]
    file = folder / "open-net-guide-board.html"
    command = [sys.executable, "-m", "mkdocs_calculators.command", "kit", str(folder / "built"), str(file)]
    subprocess.run(command, cwd=ROOT, check=True)
    return file


@pytest.fixture(params=["online", "offline"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return request.getfixturevalue(request.param)


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    return chromium


@dataclass
class Watch:
    """What a page did that a reader would not see: requests, errors, broken promises of the policy."""

    requests: list[Request] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def addresses(self) -> list[str]:
        return [each.url for each in self.requests]

    def follow(self, page: Page) -> None:
        page.on("request", lambda request: self.requests.append(request))  # noqa: PLW0108 - it marks its handlers
        page.on("console", lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


Visit = Callable[..., Page]


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def visit(browser: Browser, watch: Watch) -> Iterator[Visit]:
    """Open a page in a fresh profile; nothing may be asked of another host, and the console stays quiet."""
    contexts: list[BrowserContext] = []
    homes: set[str] = set()

    def opened(edition: Edition, path: str = "", *, address: str | None = None, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(20_000)
        contexts.append(context)
        homes.add(edition.home)
        if edition.name == "offline":
            context.route("http*://**/*", lambda route: route.abort())
            context.set_offline(True)
        page = context.new_page()
        watch.follow(page)
        page.goto(address or edition.address(path), wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    own = (*homes, "blob:", "data:")
    foreign = [each for each in watch.addresses() if not each.startswith(own)]
    assert foreign == []
    assert watch.errors == []


@pytest.fixture(scope="session")
def axe() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def violations(axe: str) -> Callable[..., list[str]]:
    """Return what axe finds wrong with the page as it stands, one line per rule and place.

    `rules` narrows it to some rules, by their ids; without it axe runs all.
    """

    def found(page: Page, rules: list[str] | None = None) -> list[str]:
        page.evaluate(axe)
        options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
        result = page.evaluate("async (options) => await axe.run(document, options)", options)
        return [
            f"{each['id']}: {node['target']} {node['failureSummary']}"
            for each in result["violations"]
            for node in each["nodes"]
        ]

    return found


def settled(page: Page) -> None:
    """Wait until fonts are there and nothing moves any more."""
    page.evaluate(
        "async () => { await document.fonts.ready; document.getAnimations().forEach((each) => each.finish()); }"
    )


def found_by_search(page: Page, words: str, path: str) -> None:
    """Search as a reader does, and wait until a page is among what is found."""
    page.locator("input.md-search__input").click()
    page.wait_for_function(
        "() => !/Initializing/.test(document.querySelector('.md-search-result__meta').textContent)", timeout=60_000
    )
    page.locator("input.md-search__input").press_sequentially(words)
    page.locator(f".md-search-result__item > a[href*='{path}']").first.wait_for(state="attached", timeout=60_000)
