"""On a narrow screen, much enlarged, and without a mouse; test_every_page.py has axe look at all pages."""

import pytest

pytestmark = pytest.mark.browser


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
