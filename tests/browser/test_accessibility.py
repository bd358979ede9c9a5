"""axe on every page, in both colour schemes, on a wide and a narrow screen; and without a mouse."""

from itertools import pairwise

import pytest

pytestmark = pytest.mark.browser

# Hundreds of entries of one make: the first ones stand for all, and axe is slow on long pages.
REPEATED = """
    .net-record:nth-of-type(n + 30), .net-bibliography > li:nth-of-type(n + 30),
    .net-example:nth-of-type(n + 8), article tbody > tr:nth-of-type(n + 30)
"""


# Only these look at colour: what else axe finds does not depend on the scheme, and takes most of the time.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", COLOUR_RULES)])
def test_axe_finds_nothing_on_any_page(online, visit, violations, scheme, rules):
    page = visit(online, color_scheme=scheme)
    found = {}
    for path in online.pages():
        page.goto(online.address(path), wait_until="load")
        assert (
            page.evaluate("() => document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[scheme]
        )
        page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true })")
        page.evaluate(f"() => document.querySelectorAll(`{REPEATED}`).forEach((each) => each.remove())")
        found[path] = violations(page, rules)

    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize("path", ["", "calculators/prrt_eligibility", "treatment/prrt"])
def test_axe_finds_nothing_on_a_phone(online, visit, violations, path):
    page = visit(online, path, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)

    assert violations(page) == []


@pytest.mark.parametrize(
    "path", ["", "calculators/prrt_eligibility", "calculators/who_grade", "treatment/prrt", "evidence/"]
)
def test_nothing_needs_sideways_scrolling_at_four_hundred_percent(online, visit, path):
    page = visit(online, path, viewport={"width": 320, "height": 640})

    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_headings_make_an_outline(online, visit):
    page = visit(online)
    wrong = {}
    for path in online.pages():
        page.goto(online.address(path), wait_until="load")
        levels = page.evaluate(
            "() => [...document.querySelectorAll('article :is(h1,h2,h3,h4,h5,h6)')]"
            ".filter((each) => each.offsetParent !== null).map((each) => Number(each.tagName[1]))"
        )
        skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if skipped or levels[:1] != [1]:
            wrong[path] = (levels[:1], skipped)

    assert wrong == {}


def test_the_keyboard_alone_reaches_the_text_the_search_and_a_field(online, visit):
    page = visit(online, "calculators/who_grade")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className").startswith("md-skip")

    page.keyboard.press("Enter")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => document.activeElement.closest('.net-field')?.dataset.fact ?? ''"))
        if "ki67_percent" in reached:
            break
    assert "ki67_percent" in reached

    page.keyboard.press("Escape")
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.className").startswith("md-search__input")


def test_what_has_the_focus_can_be_seen(online, visit):
    page = visit(online, "calculators/who_grade")
    page.locator(".net-form input").first.focus()
    page.keyboard.press("Tab")

    outline = page.evaluate(
        "() => { const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.boxShadow] }"
    )
    assert outline != ["none", "none"]
