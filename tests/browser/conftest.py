"""A Chromium that watches what the pages of both editions do; the one of a folder has the network off."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.editions import ROOT, THEME_RUNS, Edition


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
    takes_all: bool = False
    """Whether the page is meant to ask for every file, the whole interpreter too."""

    def addresses(self) -> list[str]:
        return [each.url for each in self.requests]

    def follow(self, page: Page) -> None:
        page.on("request", lambda request: self.requests.append(request))  # noqa: PLW0108 - it marks its handlers
        page.on("console", lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


Visit = Callable[..., Page]

KNOWS_THE_PAGES = """() => location.protocol === "file:" || !document.querySelector("[data-md-component=palette]")
    || performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/sitemap.xml"))"""

# What is laid out only once it is reached has no colours and sizes yet that axe could look at.
LAID_OUT = """
() => {
  for (const each of document.querySelectorAll(".net-record, .md-sidebar__scrollwrap")) {
    each.style.contentVisibility = "visible";
  }
}
"""

# Only these look at colour: what else axe finds does not depend on the scheme.
COLOURS = ("color-contrast", "link-in-text-block")
ALIKE = Path(__file__).with_name("alike.js")
LOOKS = """
([apart, known]) => {
  axe.configure({ noHtml: true });
  return lookAtContrast(known ? apart : null, known ?? []);
}
"""
RUN = """
([apart, options]) => axe.run(apart.length ? { exclude: apart.map((each) => [each]) } : document, options)
"""


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
        if options.get("java_script_enabled", True):
            theme_runs(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    own = (*homes, "blob:", "data:")
    foreign = [each for each in watch.addresses() if not each.startswith(own)]
    assert foreign == []
    # The whole interpreter comes in when the lean one lacks what a calculator calls (or when its start failed).
    assert watch.takes_all or not [each for each in watch.addresses() if each.endswith("/pyodide.asm.wasm")]
    assert watch.errors == []


@pytest.fixture(scope="session")
def axe() -> str:
    scripts = (ROOT / "node_modules" / "axe-core" / "axe.min.js", ALIKE)
    return "\n".join(each.read_text(encoding="utf-8") for each in scripts) + "\nnull"  # a function would be called


@pytest.fixture
def violations(axe: str) -> Callable[..., list[str]]:
    """Return what axe finds wrong with the page as it stands, one line per rule and place.

    `rules` narrows it to some rules, by their ids; `apart` are parts of the page that it leaves out. With `known` it
    looks at the contrast of one element for each look that is not in there, and adds those of the page; where all are
    known, it asks no rule that is only about colours.
    """

    def found(
        page: Page, rules: Sequence[str] = (), apart: Sequence[str] = (), known: set[str] | None = None
    ) -> list[str]:
        page.evaluate(LAID_OUT)
        settled(page)
        if page.evaluate("() => !window.axe"):
            page.evaluate(axe)
        there = [each for each in apart if page.locator(each).count()]
        looks = page.evaluate(LOOKS, [there, None if known is None else sorted(known)])
        if known is not None:
            nothing_new = known.issuperset(looks)
            known.update(looks)
            if nothing_new and rules and set(rules) <= set(COLOURS):
                return []
        options: dict[str, Any] = {"resultTypes": ["violations"]}
        options |= {"runOnly": list(rules)} if rules else {}
        result = page.evaluate(RUN, [there, options])
        return [
            f"{each['id']}: {node['target']} {node['failureSummary']}"
            for each in result["violations"]
            for node in each["nodes"]
        ]

    return found


def theme_runs(page: Page) -> None:
    """Wait until the theme's script runs and, on a server, knows which links it can follow without loading a page."""
    # A function: a page's policy lets an expression be looked at only once.
    page.wait_for_function(f"() => {THEME_RUNS}")
    page.wait_for_function(KNOWS_THE_PAGES)


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
