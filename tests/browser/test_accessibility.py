"""On a narrow screen, much enlarged, and without a mouse; test_every_page.py has axe look at all pages."""

import pytest

from tests.browser.conftest import COLOURS

pytestmark = pytest.mark.browser

WITH_STYLE = """
(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
"""


@pytest.mark.parametrize("path", ["", "calculators/prrt_eligibility", "treatment/prrt"])
def test_axe_finds_nothing_on_a_phone(online, visit, violations, path):
    page = visit(online, path, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)

    assert violations(page) == []


@pytest.mark.parametrize(
    "style",
    [
        "article td:nth-child(2) { color: #aaa }",
        "article h2 + p { background: #222 }",
        ".md-typeset li a { color: #9ab }",
        "article a { color: #444 !important; text-decoration: none !important }",
    ],
)
def test_one_element_of_each_look_that_is_new_is_enough_for_colours(online, visit, violations, style):
    page = visit(online, "understanding/staging")
    known = set()
    assert violations(page, COLOURS, known=known) == []

    page.evaluate(WITH_STYLE, style)
    of_each, of_all = violations(page, COLOURS, known=known), violations(page, COLOURS)
    assert {each.partition(":")[0] for each in of_each} == {each.partition(":")[0] for each in of_all} != set()
    assert set(of_each) <= set(of_all)


@pytest.mark.parametrize(
    "path", ["", "calculators/prrt_eligibility", "calculators/who_grade", "treatment/prrt", "evidence/"]
)
def test_nothing_needs_sideways_scrolling_at_four_hundred_percent(online, visit, path):
    page = visit(online, path, viewport={"width": 320, "height": 640})

    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


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


def test_who_skips_to_the_content_goes_on_from_there(edition, visit):
    page = visit(edition, "calculators/who_grade")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")  # the theme would fetch the page again, and the focus would go with it
    assert page.evaluate("() => document.activeElement.localName") == "h1"
    page.keyboard.press("Tab")

    assert page.evaluate("() => Boolean(document.activeElement.closest('.md-content'))")
