"""Both editions of the real site and the kit: each is built once for a whole run, whichever process asks first.

The site on a server lives under a sub-path, as on most project pages; pytest's first process serves it, so that all
workers share one address. The offline edition is the zip, unpacked.
"""

import fcntl
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import batched
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PREFIX = "/guide/"
AT_ONCE = 12
"""Pages that one test looks at, one after the other in one browser."""
THEME_RUNS = "(document.body.netColours || !document.querySelector('[data-md-component=palette]'))"
"""What is true in a page once the theme's script, which runs after ours, does."""
WHERE = "NET_GUIDE_TEST_SITES"
"""The variable that tells workers the folder of the built sites."""
HOME = "NET_GUIDE_TEST_HOME"
"""The variable that tells workers the address of the served one."""


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


def pages() -> list[str]:
    """Return every page, as `Edition.address` takes it."""
    found = []
    for page in sorted((ROOT / "docs").rglob("*.md")):
        path = page.relative_to(ROOT / "docs").with_suffix("").as_posix()
        found.append(path.removesuffix("index") if path.rpartition("/")[2] == "index" else path)
    return found


def sections() -> dict[str, list[str]]:
    """Return the pages by folder, those of a large one in several parts, which several workers can share."""
    folders: dict[str, list[str]] = {}
    for path in pages():
        folders.setdefault(path.rpartition("/")[0] or "home", []).append(path)
    return {
        f"{folder}, part {place}": list(some)
        for folder, found in folders.items()
        for place, some in enumerate(batched(found, AT_ONCE, strict=False), start=1)
    }


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


class Server(ThreadingHTTPServer):
    """Says nothing when a browser leaves before it has read all: pages are left on purpose."""

    request_queue_size = 128  # three browsers may ask for a whole page's files while this process has no turn

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Serving:
    """The folder of the sites and its server, for as long as pytest's first process runs."""

    def __init__(self) -> None:
        self.folder = TemporaryDirectory(prefix="net-guide-sites-")
        serve = partial(Handler, directory=str(Path(self.folder.name) / "online"))
        self.server = Server(("127.0.0.1", 0), serve)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        os.environ[WHERE] = self.folder.name
        os.environ[HOME] = f"http://127.0.0.1:{self.server.server_port}{PREFIX}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
        self.folder.cleanup()


SERVING = pytest.StashKey[Serving]()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # which the workers of pytest-xdist have
        config.stash[SERVING] = Serving()


def pytest_unconfigure(config: pytest.Config) -> None:
    if serving := config.stash.get(SERVING, None):
        serving.close()


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """Return what `make` writes at the place it is given; other processes wait for it and take the same."""
    place = Path(os.environ[WHERE]) / name
    with place.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            unfinished = place.with_name(f"unfinished-{name}")
            make(unfinished)
            unfinished.rename(place)
    return place


def run(*command: str, **settings: str) -> None:
    """Run a command of the project in Python; fail with what it said."""
    finished = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, f"{' '.join(command)} failed:\n{finished.stdout}\n{finished.stderr}"


def build(folder: Path, **settings: str) -> None:
    """Build the site as `make site` does."""
    run("mkdocs", "build", "--strict", "--site-dir", str(folder), **settings)


@pytest.fixture(scope="session")
def online() -> Edition:
    home = os.environ[HOME]
    return Edition("online", home, made_once("online", partial(build, SITE_URL=home)))


def offline_site() -> Path:
    """The site as the zip and the kit are made of it."""
    return made_once("offline-site", partial(build, OFFLINE="true"))


def unzipped(folder: Path) -> None:
    bundle = folder.with_name("open-net-guide-offline.zip")
    run("mkdocs_calculators.command", "bundle", str(offline_site()), str(bundle))
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)


@pytest.fixture(scope="session")
def offline() -> Edition:
    folder = made_once("a reader's folder", unzipped)
    index = min(folder.rglob("index.html"), key=lambda path: len(path.parts))
    return Edition("offline", index.parent.as_uri() + "/", index.parent)


@pytest.fixture(scope="session")
def kit() -> Path:
    """The one-file kit, drawn from the same built site as the zip."""
    return made_once(
        "open-net-guide-board.html",
        lambda file: run("mkdocs_calculators.command", "kit", str(offline_site()), str(file)),
    )
