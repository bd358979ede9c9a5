"""From page to page without loading anew: the calculators and what was typed come along."""

import pytest

from tests.browser.conftest import theme_runs

pytestmark = pytest.mark.browser


def test_a_link_changes_the_page_without_loading_it_anew(online, visit):
    page = visit(online, "calculators/")
    page.evaluate("() => { window.same = true }")

    page.locator("article a[href*='who_grade']").first.click()
    page.wait_for_url(online.address("calculators/who_grade"))
    page.locator("net-calculator").wait_for()

    assert page.evaluate("() => window.same") is True
    page.wait_for_function(
        "() => customElements.get('net-calculator') && document.querySelector('net-calculator form')"
    )


def test_a_calculator_reached_by_a_link_answers(online, visit):
    page = visit(online, "calculators/")
    page.locator("article a[href*='who_grade']").first.click()
    page.locator("net-calculator").wait_for()

    page.locator("[data-net-load]").first.evaluate("(each) => each.closest('details').open = true")
    page.locator("[data-net-load]").first.click()

    page.locator("[data-net=result][data-state=result]").wait_for(timeout=60_000)


def test_back_returns_to_the_page_before(online, visit):
    page = visit(online, "calculators/")
    page.locator("article a[href*='who_grade']").first.click()
    page.wait_for_url(online.address("calculators/who_grade"))

    page.go_back()

    page.wait_for_url(online.address("calculators/"))
    page.get_by_role("heading", level=1, name="Calculators").wait_for()


def test_styles_stay_from_page_to_page_and_addresses_hold_on_each(online, visit):
    page = visit(online, "calculators/")
    page.evaluate("() => { for (const each of document.styleSheets) each.ownerNode.stays = true }")
    styles = "() => [...document.styleSheets].map((each) => [each.ownerNode.stays, each.cssRules.length > 0])"
    before = page.evaluate(styles)
    assert len(before) > 2

    page.locator("article a[href*='who_grade']").first.click()
    page.locator("net-calculator").wait_for()
    assert page.evaluate(styles) == before == [[True, True]] * len(before)
    page.reload()
    theme_runs(page)
    page.go_back()  # to a page that this document has never been
    page.get_by_role("heading", level=1, name="Calculators").wait_for()

    elsewhere = page.evaluate(
        """(home) => [...document.querySelectorAll("a[href]")].map((each) => each.href)
          .filter((each) => each.startsWith(location.origin) && !each.startsWith(home))""",
        online.home,
    )
    assert elsewhere == []
    assert {each for each, *_ in page.evaluate("() => [...document.styleSheets].map((each) => [each.href])")} == {
        f"{online.home}{each}"
        for each in page.evaluate(
            "(home) => performance.getEntriesByType('resource').map((each) => each.name)"
            ".filter((each) => each.endsWith('.css')).map((each) => each.slice(home.length))",
            online.home,
        )
    }
    page.locator(".md-tabs__link", has_text="Home").click()
    page.wait_for_url(online.home)


def test_addresses_are_made_whole_but_not_those_that_would_be_loaded_again(online, visit):
    page = visit(online, "calculators/who_grade")
    page.wait_for_function("() => document.querySelector('article a[href]').getAttribute('href').startsWith('http')")

    kept = page.evaluate(
        "() => [...document.querySelectorAll('link:is([rel=stylesheet], [rel=preload])')]"
        ".map((each) => each.getAttribute('href').startsWith('http'))"
    )
    assert kept == [False] * len(kept) != []


def test_the_list_of_pages_on_a_narrow_screen_is_tabbed_through_only_when_open(edition, visit):
    page = visit(edition, "about/offline", viewport={"width": 390, "height": 844})
    inside = "() => Boolean(document.activeElement.closest('.md-sidebar--primary'))"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside)

    page.evaluate("() => document.activeElement.blur()")
    button = "() => document.activeElement.matches('label.md-header__button[for=__drawer]')"
    assert tabbed(page, button)
    page.keyboard.press("Enter")
    page.locator(".md-sidebar--primary a.md-nav__link", has_text="Safety").first.wait_for(state="visible")
    assert tabbed(page, inside)


def tabbed(page, until):
    """Press Tab until something has the focus; return whether it came to that."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(until):
            return True
    return False


@pytest.mark.parametrize(("device", "says"), [("light", "dark"), ("dark", "light dark")])
def test_the_browser_is_told_the_scheme_where_it_is_not_that_of_the_device(online, visit, device, says):
    page = visit(online, color_scheme=device)
    meta = "() => document.querySelector('meta[name=color-scheme]').content"
    assert page.evaluate(meta) == "light dark"

    for _ in range(3):
        if page.evaluate("() => document.body.dataset.mdColorScheme") == "slate":
            break
        page.locator("label[for^='__palette']:visible").click()

    assert page.evaluate(meta) == says


def test_the_colours_can_be_chosen_and_stay_chosen(online, visit):
    page = visit(online, color_scheme="light")
    page.locator("label[for^='__palette']:visible").click()
    page.locator("label[for^='__palette']:visible").click()
    chosen = page.evaluate("() => document.body.dataset.mdColorScheme")

    page.goto(online.address("about/offline"))
    theme_runs(page)

    assert page.evaluate("() => document.body.dataset.mdColorScheme") == chosen == "slate"


def test_every_tab_and_toggle_has_words(online, visit):
    page = visit(online)

    assert page.locator(".md-tabs__link").all_inner_texts()[:2] == ["Home", "Understanding"]
    for toggle in page.locator("label[for^='__palette']").all():
        assert toggle.get_attribute("title")


def test_a_source_at_the_foot_of_the_page_leaves_the_answers_in_the_form(edition, visit):
    page = visit(edition, "calculators/who_grade")
    page.locator('[name="ki67_percent"]').fill("21")
    page.wait_for_selector("[data-net=result][data-state=result]", timeout=60_000)

    page.locator(".net-citation a").last.click()
    page.wait_for_load_state("networkidle")

    assert page.locator('[name="ki67_percent"]').input_value() == "21"
    page.wait_for_selector("[data-net=result][data-state=result]", timeout=60_000)
