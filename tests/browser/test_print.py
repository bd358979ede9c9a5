"""A printed page: the text and nothing around it, what is folded open, no table cut, no more paper than needed."""

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from presentation.phrases import WORDS

pytestmark = pytest.mark.browser

A4_INSIDE = {"width": 695, "height": 1016}  # px: what the margins of pages.css leave
AROUND = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-top, .md-skip, .headerlink"
PAGES = [
    "",
    "treatment/prrt",
    "treatment/symptom-control",
    "patients/prrt",
    "calculators/prrt_eligibility",
    "evidence/",
]


def printed(visit, online, path, **options):
    page = visit(online, path, viewport=A4_INSIDE, **options)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", PAGES)
def test_nothing_around_the_text_is_printed(online, visit, path):
    page = printed(visit, online, path)

    shown = page.evaluate(
        "(around) => [...document.querySelectorAll(around)].filter((each) => each.checkVisibility())"
        ".map((each) => each.className)",
        AROUND,
    )
    assert shown == []
    assert page.locator("h1").is_visible()
    assert page.locator(".net-state").is_visible()


def test_links_and_diagrams_are_dark_on_white_paper_also_from_a_dark_screen(online, visit):
    colours = (
        "() => [...document.querySelectorAll('.net-citation a, .net-diagram__wide .dot, .net-diagram__wide .rail, h1')]"
        ".map((each) => [getComputedStyle(each).color, getComputedStyle(each).fill, getComputedStyle(each).stroke])"
    )
    light, dark = (
        printed(visit, online, "treatment/prrt", color_scheme=scheme).evaluate(colours) for scheme in ("light", "dark")
    )
    assert len(light) > 50
    assert dark == light


@pytest.mark.parametrize("path", PAGES)
def test_no_table_is_wider_than_the_paper(online, visit, path):
    page = printed(visit, online, path)

    cut = page.evaluate(
        "() => [...document.querySelectorAll('article table')]"
        ".filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
        ".map((each) => each.caption?.textContent)"
    )
    assert cut == []


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", ["treatment/prrt", "treatment/symptom-control"])
def test_criteria_below_prose_are_printed_when_they_were_opened_and_a_line_says_so(online, visit, path, scripts):
    page = visit(online, path, viewport=A4_INSIDE, java_script_enabled=scripts)
    fold = page.locator(".net-below").first
    fold.wait_for(state="attached")

    page.emulate_media(media="print")
    assert fold.bounding_box()["height"] < 60
    line = fold.evaluate("(each) => getComputedStyle(each.querySelector('summary'), '::after').content")
    assert line == f'"{WORDS["unprinted"]}"'

    page.emulate_media(media="screen")
    fold.locator("summary").click()
    page.emulate_media(media="print")
    table = fold.locator("table.net-every").first
    assert table.bounding_box()["height"] > 200
    assert "PR-" in table.inner_text() or "SY-" in table.inner_text()
    line = fold.evaluate("(each) => getComputedStyle(each.querySelector('summary'), '::after').content")
    assert line == "none"


def test_folded_lines_of_the_register_are_printed_and_the_second_copy_of_a_diagram_is_not(online, visit):
    page = printed(visit, online, "evidence/")
    assert page.locator("#pr-41 details li").first.is_visible()

    page = printed(visit, online, "treatment/prrt")
    assert page.locator(".net-diagram__wide").first.is_visible()
    assert page.locator(".net-diagram__narrow").first.is_hidden()
    assert page.locator(".net-diagram table").first.is_hidden()


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("", 3),
        ("patients/prrt", 8),
        ("glossary", 9),
        ("calculators/albi", 3),
        ("treatment/symptom-control", 7),
        ("treatment/watchful-waiting", 6),
        ("treatment/surgery-curative", 8),
        ("treatment/prrt", 14),
        ("board/worked-patients", 45),
        ("evidence/", 150),
    ],
)
def test_no_more_paper_than_needed(online, visit, path, most):
    page = visit(online, path)
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as paper:
        assert len(paper.pages) <= most


def test_what_a_reader_left_folded_is_one_line_and_nothing_begins_a_sheet_before_there_is_a_result(online, visit):
    page = visit(online, "calculators/carcinoid_syndrome")
    page.wait_for_function("() => customElements.get('net-calculator') !== undefined")
    page.emulate_media(media="print")

    folded = page.locator(".net-fold:not([data-opened]) > summary")
    assert folded.count() > 2
    assert max(each.bounding_box()["height"] for each in folded.all()) < 25
    breaks = (
        "() => [...document.querySelectorAll('article *')]"
        ".filter((each) => getComputedStyle(each).breakBefore === 'page').length"
    )
    assert page.evaluate(breaks) == 0


def test_a_fold_that_an_address_or_the_browser_s_search_has_opened_is_printed_and_no_other(online, visit):
    page = visit(online, "calculators/carcinoid_syndrome")
    page.wait_for_function("() => customElements.get('net-calculator') !== undefined")
    folds = page.locator(".net-fold:not([data-opened])")
    before = folds.count()
    folds.first.evaluate("(fold) => { fold.id = 'here'; fold.open = true; }")  # as a browser does, without a press
    expect(page.locator("#here")).to_have_attribute("data-opened", "")

    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("() => [...document.querySelectorAll('.net details')].every((each) => each.open)")
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")  # what opening them says has been heard

    assert folds.count() == before - 1
    assert page.locator("#here > :not(summary)").first.is_visible()
    assert not folds.first.locator("> :not(summary)").first.is_visible()

    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.wait_for_function("() => document.querySelectorAll('.net-fold[open]:not([data-opened])').length === 0")
    assert folds.count() == before - 1


def test_the_meaning_of_a_word_stands_beside_it(online, visit):
    page = printed(visit, online, "glossary")
    word, meaning = (page.locator(f"dl > {tag}").nth(4).bounding_box() for tag in ("dt", "dd"))
    assert meaning["x"] > word["x"] + 100
    assert abs(meaning["y"] - word["y"]) < 2
