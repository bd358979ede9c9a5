"""What Lighthouse looks at, on home, a treatment page and a calculator page, on a phone and on a desk.

axe looks at the rest of accessibility (test_accessibility.py), and `visit` makes sure that no page asks another host
for anything or leaves an error or a warning on the console.
"""

import logging
import re

import pytest

from tests.browser.conftest import theme_runs
from tests.editions import pages

pytestmark = pytest.mark.browser

PAGES = ["", "treatment/prrt", "calculators/prrt_eligibility"]
SCREENS = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "desk": {"viewport": {"width": 1280, "height": 900}},
}
LOG = logging.getLogger(__name__)
SMALLEST_LETTERS = 12  # px

# Runs before anything else on the page: what moves without the reader, and when the largest thing is painted.
OBSERVE = """
window.seen = { shift: 0, moved: [], paint: 0 }
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue
    window.seen.shift += entry.value
    window.seen.moved.push(...entry.sources.map((each) => each.node?.outerHTML?.slice(0, 80)))
  }
}).observe({ type: 'layout-shift', buffered: true })
new PerformanceObserver((list) => { window.seen.paint = list.getEntries().at(-1).startTime })
  .observe({ type: 'largest-contentful-paint', buffered: true })
"""
HEAD = """
() => ({
  lang: document.documentElement.lang,
  title: document.title,
  type: document.doctype?.name,
  charset: document.characterSet,
  description: document.querySelector('meta[name=description]')?.content,
  viewport: document.querySelector('meta[name=viewport]')?.content,
  canonical: document.querySelector('link[rel=canonical]')?.href,
  robots: document.querySelector('meta[name=robots]')?.content ?? '',
})
"""
SMALL = """
(smallest) => {
  const found = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (!shown || !walker.currentNode.data.trim()) continue
    const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1
    const size = parseFloat(getComputedStyle(element).fontSize) * scale
    if (size < smallest - 0.05) found.push(`${size.toFixed(1)} px: ${walker.currentNode.data.trim().slice(0, 60)}`)
  }
  return found
}
"""


@pytest.fixture(params=SCREENS)
def screen(request):
    return request.param


@pytest.fixture(params=PAGES, ids=lambda each: each or "home")
def path(request):
    return request.param


def test_a_page_holds_still_and_asks_for_nothing_that_browsers_drop(online, visit, screen, path, record_property):
    page = visit(online, address="about:blank", **SCREENS[screen])
    page.add_init_script(OBSERVE)
    issues = []  # of every kind but hints for filling in addresses, which a form without a name has no use for
    session = page.context.new_cdp_session(page)
    session.on("Audits.issueAdded", lambda each: issues.append(each["issue"]))
    session.send("Audits.enable")
    page.goto(online.address(path), wait_until="load")
    theme_runs(page)
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight && y < 9000; y += 600) {"
        " scrollTo(0, y); await new Promise(requestAnimationFrame) } }"
    )

    seen = page.evaluate("() => window.seen")
    record_property("largest_contentful_paint_ms", round(seen["paint"]))
    LOG.info("%s, %s: largest contentful paint after %d ms", path or "home", screen, seen["paint"])
    assert seen["shift"] < 0.1, seen["moved"]
    assert seen["paint"] > 0
    assert [each for each in issues if each["code"] != "GenericIssue"] == []


def test_letters_and_what_is_tapped_are_large_enough(online, visit, violations, screen, path):
    page = visit(online, path, **SCREENS[screen])

    assert page.evaluate(SMALL, SMALLEST_LETTERS) == []
    assert violations(page, ["target-size"]) == []


def test_pictures_have_their_size_before_they_are_there(online, visit, path):
    page = visit(online, path)
    sizeless = page.evaluate(
        "() => [...document.querySelectorAll('img:not([width][height]), article svg:not([viewBox])')]"
        ".map((each) => each.outerHTML.slice(0, 80))"
    )

    assert sizeless == []


def test_a_page_tells_search_engines_what_it_is(online, visit, path):
    page = visit(online, path)
    head = page.evaluate(HEAD)

    assert head["type"] == "html"
    assert head["charset"] == "UTF-8"
    assert head["lang"] == "en"
    assert 10 <= len(head["title"]) <= 90
    assert 50 <= len(head["description"]) <= 200
    assert "width=device-width" in head["viewport"]
    assert "user-scalable=no" not in head["viewport"]
    assert head["canonical"] == online.address(path)
    assert "noindex" not in head["robots"]


def test_links_can_be_followed_by_machines_and_say_where_they_lead(online, visit, path):
    page = visit(online, path)
    wrong = page.evaluate(
        "() => [...document.querySelectorAll('a')]"
        ".filter((each) => each.offsetParent !== null)"
        ".filter((each) => !each.hasAttribute('href') || /^javascript:/.test(each.getAttribute('href'))"
        " || /^(here|click here|this|more|read more|link)$/i.test(each.textContent.trim()))"
        ".map((each) => each.outerHTML.slice(0, 120))"
    )

    assert wrong == []


def test_titles_and_descriptions_are_of_one_page_each(online):
    titles, descriptions = {}, {}
    for path in pages():
        html = (online.folder / path / "index.html").read_text(encoding="utf-8")
        titles.setdefault(re.search(r"<title>(.*?)</title>", html)[1], []).append(path)
        descriptions.setdefault(re.search(r'<meta name="description" content="(.*?)"', html)[1], []).append(path)

    assert [paths for paths in titles.values() if len(paths) > 1] == []
    assert [paths for paths in descriptions.values() if len(paths) > 1] == []


def test_robots_txt_lets_everybody_in_and_names_the_sitemap(online):
    lines = [each for each in (online.folder / "robots.txt").read_text(encoding="utf-8").splitlines() if each]

    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {online.home}sitemap.xml"]
