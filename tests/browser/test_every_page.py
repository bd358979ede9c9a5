"""Every page: it opens, says what it is, makes an outline, asks nobody for anything, and axe finds nothing on it.

One visit a page looks at all of it, in both colour schemes; a dozen pages of one folder are one test. On the first
of them axe looks at the contrast of everything, on the others at what looks like nothing on a page before.
"""

from itertools import pairwise

import pytest

from tests.browser.conftest import COLOURS, theme_runs
from tests.editions import sections

pytestmark = pytest.mark.browser

SECTIONS = sections()

OUTLINE = """
() => [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")]
  .filter((each) => each.offsetParent !== null)
  .map((each) => Number(each.tagName[1]))
"""
OPENED = """
() => ({
  titles: document.querySelectorAll("h1").length,
  text: document.querySelector("article").innerText.trim().length,
  title: document.title,
})
"""
# Hundreds of entries of one make: the first ones stand for all, and axe is slow on long pages.
SHORTEN = """
() => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  document.querySelectorAll(`
    .net-record:nth-of-type(n + 12), .net-bibliography > li:nth-of-type(n + 12),
    .net-example:nth-of-type(n + 3), article tbody > tr:nth-of-type(n + 9)
  `).forEach((each) => each.remove());
}
"""
# What stands around the text is the same on all pages: axe looks at it on the first page of a part. On the others the
# links to all pages are taken away, four hundred elements that it would go through for nothing.
AROUND = [".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer"]
EMPTY = """
() => document.querySelectorAll(".md-sidebar--primary, .md-footer").forEach((each) => each.replaceChildren())
"""
SCHEME = "(scheme) => document.body.dataset.mdColorScheme === scheme"


@pytest.fixture(scope="module")
def known():
    """The looks whose colours axe has looked at (see alike.js)."""
    return set()


def opened(page):
    """Return what is wrong with how a page opens."""
    seen = page.evaluate(OPENED)
    levels = page.evaluate(OUTLINE)
    skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    wrong = {
        f"{seen['titles']} headings of the first level": seen["titles"] != 1,
        "no text": not seen["text"],
        f"the title {seen['title']!r}": not seen["title"].endswith("Open NET Guide"),
        f"the first heading is of level {levels[:1]}": levels[:1] != [1],
        f"levels are left out: {skipped}": skipped,
    }
    return [said for said, is_wrong in wrong.items() if is_wrong]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_opens_reads_in_order_and_is_open_to_all(online, visit, violations, known, section):
    page = visit(online, SECTIONS[section][0])
    found = {}
    for place, path in enumerate(SECTIONS[section]):
        if place:
            page.emulate_media(color_scheme="light")
            page.goto(online.address(path), wait_until="load")
            theme_runs(page)
        found[path] = opened(page)
        page.evaluate(SHORTEN)
        apart = AROUND if place else []
        if apart:
            page.evaluate(EMPTY)
        page.wait_for_function(SCHEME, arg="default")
        found[path] += violations(page, apart=apart, known=known if place else None)
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(SCHEME, arg="slate")
        in_the_dark = violations(page, COLOURS, apart, known if place else None)
        found[path] += [f"dark: {each}" for each in in_the_dark]

    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_opens_from_a_folder(offline, visit, section):
    page = visit(offline, SECTIONS[section][0])
    found = {}
    for place, path in enumerate(SECTIONS[section]):
        if place:
            page.goto(offline.address(path), wait_until="load")
            theme_runs(page)
        found[path] = opened(page)

    assert {path: said for path, said in found.items() if said} == {}
