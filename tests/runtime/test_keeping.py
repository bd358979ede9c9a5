"""Keeping the guide in the browser: whole or not at all, one version at a time, and nothing unless the reader asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bench.server import StaticServer
from mkdocs_calculators.keeping import write_keeping
from mkdocs_calculators.runtime import Toolchain
from mkdocs_calculators.runtime.scripts import SOURCES, keeping_worker
from tests.runtime.conftest import build_fake

pytestmark = [pytest.mark.browser, pytest.mark.node]
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/open-net-guide/net-guide.css">
<h1>{title}</h1>{body}<script src="/assets/open-net-guide/net-guide.js"></script>"""
EMPTY = {"caches": [], "workers": 0, "stored": 0}
STORED = """async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    stored: localStorage.length + sessionStorage.length + document.cookie.length,
})"""


@pytest.fixture(scope="module")
def made(tools: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    build_fake(folder, tools, entry=SOURCES / "index.js")
    (folder / "assets/open-net-guide/net-guide.css").write_bytes((SOURCES / "net-guide.css").read_bytes())
    return folder


@pytest.fixture
def publish(made: Path, tools: Toolchain) -> Callable[[str, StaticServer | None], str]:
    """Write a version of the site, in place of the one before, and serve it; return the version."""

    def published(words: str, server: StaticServer | None = None) -> str:
        pages = {"index": "<net-keep></net-keep>", "other/index": words, "404": "Not here"}
        for name, body in pages.items():
            page = made / f"{name}.html"
            page.parent.mkdir(exist_ok=True)
            page.write_text(PAGE.format(title=name, body=body), encoding="utf-8")
        version = write_keeping(made, keeping_worker(tools), confirmed="2026-11-24")
        for path in made.rglob("*") if server else ():
            if path.is_file():
                server.put(f"/{path.relative_to(made).as_posix()}", path.read_bytes())
        return version

    return published


@pytest.fixture
def server(made: Path, publish: Callable[..., str]) -> Iterator[StaticServer]:
    publish("First words")
    with StaticServer({"/": made}) as running:
        yield running


@pytest.fixture
def page(context: BrowserContext) -> Page:
    context.set_default_timeout(60_000)
    return context.new_page()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click(timeout=60_000)


def keep(page: Page, address: str) -> None:
    page.goto(address)
    press(page, "Keep for offline reading")
    expect(page.locator("net-keep")).to_contain_text("opens here without a network", timeout=60_000)


def test_nothing_is_kept_before_the_reader_asks_or_after_it_is_removed(server: StaticServer, page: Page) -> None:
    page.goto(f"{server.address}/")
    expect(page.locator("net-keep")).to_contain_text("Nothing is kept unless you ask", timeout=60_000)
    assert page.evaluate(STORED) == EMPTY
    asked = [each.path for each in server.transfers]
    assert "/service-worker.js" not in asked
    page.goto(f"{server.address}/other/")
    assert [each.path for each in server.transfers][len(asked) :].count("/keep.json") == 0

    keep(page, f"{server.address}/")
    assert page.evaluate(STORED)["workers"] == 1
    press(page, "Remove from this browser")
    expect(page.locator("net-keep")).to_contain_text("Removed.", timeout=60_000)

    assert page.evaluate(STORED) == EMPTY
    expect(page.get_by_role("button", name="Keep for offline reading")).to_be_focused()
    page.goto(f"{server.address}/other/")
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_it_is_read_without_a_network(server: StaticServer, page: Page, context: BrowserContext) -> None:
    home = f"{server.address}/"
    keep(page, home)
    context.set_offline(True)

    page.goto(f"{home}other/?from=elsewhere#part")
    assert "First words" in page.inner_text("body")
    page.goto(f"{home}other")
    assert page.url == f"{home}other/"
    answer = page.goto(f"{home}index.html")
    assert answer is not None
    assert answer.status == 200
    expect(page.locator("net-keep")).to_contain_text("opens here without a network", timeout=60_000)
    missing = page.goto(f"{home}not-there/")
    assert missing is not None
    assert (missing.status, "Not here" in page.inner_text("body")) == (404, True)


def test_a_new_version_is_told_and_comes_only_when_the_reader_agrees(
    server: StaticServer, page: Page, publish: Callable[..., str]
) -> None:
    keep(page, f"{server.address}/")
    newer = publish("Second words", server)
    page.goto(f"{server.address}/other/")
    bar = page.locator("net-keep[data-news]")
    expect(bar).to_contain_text("A new version of this guide is there", timeout=60_000)
    assert "First words" in page.inner_text("body")
    press(page, "Not now")
    expect(bar).to_have_count(0)
    page.reload()
    assert "First words" in page.inner_text("body")

    server.forget()
    press(page, "Keep the new version instead")
    expect(bar).to_contain_text("Reload the page to read it", timeout=60_000)
    assert "First words" in page.inner_text("body"), "not before the reader reloads"
    press(page, "Reload")

    page.wait_for_function("() => document.body.innerText.includes('Second words')")
    fetched = {each.path for each in server.transfers}
    assert not [path for path in fetched if path.endswith((".wasm", ".bin"))], "what both versions have is not fetched"
    stores = page.evaluate("() => caches.keys()")
    assert sorted(name.rpartition(" ")[2] for name in stores) == sorted([newer, f"{server.address}/"])
    expect(page.locator("net-keep[data-news]")).to_be_hidden()


def test_a_file_that_is_not_what_the_list_says_stops_it_and_the_next_try_goes_on(
    server: StaticServer, page: Page, made: Path
) -> None:
    server.put("/other/index.html", b"<!doctype html>half renewed")
    page.goto(f"{server.address}/")
    press(page, "Keep for offline reading")
    expect(page.locator("net-keep")).to_contain_text("being renewed at this moment", timeout=60_000)
    page.goto(f"{server.address}/other/")
    assert "half renewed" in page.inner_text("body"), "what is not whole does not count"

    server.put("/other/index.html", (made / "other/index.html").read_bytes())
    page.goto(f"{server.address}/")
    expect(page.locator("net-keep")).to_contain_text("An earlier attempt was interrupted", timeout=60_000)
    server.forget()
    press(page, "Keep for offline reading")
    expect(page.locator("net-keep")).to_contain_text("opens here without a network", timeout=60_000)
    assert "/404.html" not in [each.path for each in server.transfers], "what had arrived is not fetched again"


def test_it_can_be_stopped_and_then_nothing_is_left(server: StaticServer, page: Page, context: BrowserContext) -> None:
    context.route("**/*.bin", lambda _route: None)  # never answered
    page.goto(f"{server.address}/")
    press(page, "Keep for offline reading")
    expect(page.locator("net-keep")).to_contain_text(" MB, ", timeout=60_000)

    press(page, "Stop")

    expect(page.get_by_role("button", name="Keep for offline reading")).to_be_visible(timeout=60_000)
    assert page.evaluate(STORED) == EMPTY


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (
            "Object.defineProperty(navigator, 'serviceWorker', {value: undefined})",
            "does not allow a page",
        ),
        ("caches.has = () => Promise.reject(new DOMException('no', 'SecurityError'))", "does not allow a page"),
        ("Object.defineProperty(globalThis, 'isSecureContext', {value: false})", "only from an https address"),
        (
            "navigator.serviceWorker.register = () => Promise.reject(new TypeError('no'))",
            "does not allow a page to keep",
        ),
        ("Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))", "not enough room"),
    ],
)
def test_what_a_browser_forbids_is_said(
    server: StaticServer, page: Page, context: BrowserContext, script: str, words: str
) -> None:
    context.add_init_script(script)
    page.goto(f"{server.address}/")
    button = page.get_by_role("button", name="Keep for offline reading")
    expect(button.or_(page.get_by_text(words))).to_be_visible(timeout=60_000)
    if button.is_visible():
        button.click()
    expect(page.locator("net-keep")).to_contain_text(words, timeout=60_000)


def test_a_site_that_offers_nothing_says_so(server: StaticServer, page: Page) -> None:
    server.remove("/keep.json")
    page.goto(f"{server.address}/")
    expect(page.locator("net-keep")).to_contain_text("does not offer the guide for keeping", timeout=60_000)


def test_on_a_phone_the_news_covers_neither_a_calculator_s_own_bar_nor_the_page(
    server: StaticServer, page: Page, publish: Callable[..., str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    keep(page, f"{server.address}/")
    publish("Newer words", server)
    page.goto(f"{server.address}/other/")
    bar = page.locator("net-keep[data-news]")
    expect(bar).to_contain_text("A new version of this guide is there", timeout=60_000)

    # As a calculator's bar stands on a phone; see panel.js.
    page.evaluate("""() => document.body.insertAdjacentHTML("beforeend",
        "<div class='md-typeset'><div class='net'><a class='net-bar' href='#x'>Met</a></div></div>")""")
    news, own = bar.bounding_box(), page.locator(".net-bar").bounding_box()
    assert news is not None
    assert own is not None
    assert own["y"] + own["height"] == 844
    assert news["y"] + news["height"] <= own["y"]
    assert page.evaluate("() => getComputedStyle(document.querySelector('net-keep[data-news]')).position") == "static"
    page.locator(".net-bar").click(timeout=5_000)
