"""From page to page without loading anew: the calculators and what was typed come along."""

import pytest

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


def test_the_colours_can_be_chosen_and_stay_chosen(online, visit):
    page = visit(online, color_scheme="light")
    page.locator("label[for^='__palette']:visible").click()
    page.locator("label[for^='__palette']:visible").click()
    chosen = page.evaluate("() => document.body.dataset.mdColorScheme")

    page.goto(online.address("about/offline"))

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
