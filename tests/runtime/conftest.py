"""A runtime of a stand-in guide, built once; the real one; and Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from bench.server import StaticServer
from mkdocs_calculators.runtime import RuntimeManifest, Toolchain, build_runtime, find_toolchain

HERE = Path(__file__).parent
FAKE = HERE / "fake"
EVIDENCE = {
    "SUM-1": {"id": "SUM-1", "disagrees": ["SUM-2"]},
    "SUM-2": {"id": "SUM-2", "disagrees": []},
    "SUM-3": {"id": "SUM-3", "disagrees": []},
}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Stand-in</title>
<link rel="icon" href="data:,">{head}<p>A page</p><script src="assets/open-net-guide/net-guide.js"></script>"""
SHIM = "<script>nativeWorker = Worker; Worker = class { constructor() { throw new Error('a shim') } };</script>"


def build_fake(
    site: Path, tools: Toolchain, transport: str = "files", entry: Path = FAKE / "browser" / "index.js"
) -> RuntimeManifest:
    """Builds the stand-in's runtime into a site folder."""
    return build_runtime(
        site / "assets" / "open-net-guide",
        logic=[FAKE / "presentation", FAKE / "calculators"],
        evidence=EVIDENCE,
        calculators=["adder"],
        transport="scripts" if transport == "scripts" else "files",
        tools=tools,
        entry=entry,
    )


@pytest.fixture(scope="session")
def tools() -> Toolchain:
    return find_toolchain(HERE)


@pytest.fixture(scope="session")
def online(tools: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RuntimeManifest]:
    site = tmp_path_factory.mktemp("online")
    manifest = build_fake(site, tools)
    (site / "index.html").write_text(PAGE.format(head=""), encoding="utf-8")
    return site, manifest


@pytest.fixture(scope="session")
def offline(tools: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RuntimeManifest]:
    site = tmp_path_factory.mktemp("offline")
    manifest = build_fake(site, tools, "scripts")
    (site / "index.html").write_text(PAGE.format(head=SHIM), encoding="utf-8")
    return site, manifest


@pytest.fixture
def server(online: tuple[Path, RuntimeManifest]) -> Iterator[StaticServer]:
    with StaticServer({"/": online[0]}) as running:
        yield running


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    made = chromium.new_context()
    yield made
    made.close()


Open = Callable[[str], Page]


@pytest.fixture
def open_page(context: BrowserContext) -> Open:
    """Opens an address and fails on an error that no one caught."""

    def opened(address: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"uncaught on the page: {error}"))
        page.goto(address)
        return page

    return opened
