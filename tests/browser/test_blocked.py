"""What a browser or a policy may take away without the guide falling silent."""

import pytest

from tests.browser.conftest import found_by_search, theme_runs

pytestmark = pytest.mark.browser

NO_STORAGE = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    const get = () => { throw new DOMException("no", "SecurityError"); };
    Object.defineProperty(window, name, { configurable: true, get });
}"""


def test_without_storage_everything_works_and_only_the_choice_of_colours_is_forgotten(edition, visit):
    page = visit(edition)
    page.context.add_init_script(NO_STORAGE)
    page.goto(edition.address("calculators/who_grade"), wait_until="load")
    theme_runs(page)

    page.locator("[name=ki67_percent]").fill("8")
    page.locator("[data-net=result][data-state=result]").wait_for(timeout=60_000)
    found_by_search(page, "Krenning", "treatment/prrt")
    page.keyboard.press("Escape")
    page.locator("label[for^='__palette']:visible").click()
    page.goto(edition.address("about/offline"), wait_until="load")
    theme_runs(page)
    said = page.locator("net-keep").inner_text(timeout=60_000)
    assert "does not allow a page to keep anything" in said or "an offline copy already" in said
