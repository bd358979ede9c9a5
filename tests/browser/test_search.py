"""Search finds what people type, on a server and from a folder."""

import pytest

pytestmark = pytest.mark.browser


# What Material writes under the field once it has looked: how many pages, or that there are none.
LOOKED = "() => /matching|No/.test(document.querySelector('.md-search-result__meta').textContent)"
# It has read its index: from then on "Initializing search" no longer stands there.
READY = "() => !/Initializing/.test(document.querySelector('.md-search-result__meta').textContent)"


def results(page, words):
    """Type words into the search field and return the addresses of everything that comes back, best first."""
    field = page.locator("input.md-search__input")
    field.click()
    page.wait_for_function(READY, timeout=60_000)
    field.fill(words)
    field.press("End")  # Material listens to keys; a value that is only set can be overheard
    page.wait_for_function(LOOKED, timeout=60_000)
    found = []
    while True:  # more is drawn when the reader scrolls
        page.evaluate("() => document.querySelector('.md-search__scrollwrap').scrollTo(0, 1e6)")
        page.wait_for_timeout(400)
        links = page.locator(".md-search-result__item > a")
        now = [each.get_attribute("href") for each in links.all()]
        if now == found:
            return found
        found = now


@pytest.mark.parametrize(
    ("words", "page_found"),
    [
        ("Krenning", "treatment/prrt"),
        ("Ki-67", "understanding/classification-and-grading"),
        ("ki-67", "calculators/who_grade"),
        ("NETTER-1", "treatment/prrt"),
        ("netter", "treatment/prrt"),
        ("177Lu", "treatment/prrt"),
        ("DOTATATE", "treatment/prrt"),
        ("PRRT", "calculators/prrt_eligibility"),
    ],
)
def test_search_finds(edition, visit, words, page_found):
    page = visit(edition)

    assert any(page_found in address for address in results(page, words))


def test_a_result_leads_to_the_page(edition, visit):
    page = visit(edition)
    address = next(each for each in results(page, "Krenning") if "treatment/prrt" in each)

    page.locator(f".md-search-result__item > a[href='{address}']").click()

    page.wait_for_url("**/treatment/prrt**")
    page.get_by_role("heading", level=1).wait_for()


def test_search_finds_nothing_where_there_is_nothing(edition, visit):
    assert results(visit(edition), "xyzzyq") == []
