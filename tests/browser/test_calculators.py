"""Each calculator, in both editions: its worked examples come out in the browser as they were printed at the build."""

import pytest

from tests.editions import sections

pytestmark = pytest.mark.browser

EXAMPLES = 2  # of each calculator, judged in the real browser; all of them are judged in Node
# A form without answers is empty, not judged.
LOADABLE = """
(most) => [...document.querySelectorAll(".net-example")].flatMap((each, place) => {
  const { answers = {} } = JSON.parse(each.querySelector("[data-net-load]")?.dataset.answers ?? "{}");
  return Object.keys(answers).length ? [place] : [];
}).slice(0, most)
"""
PARTS = {
    part: [path for path in found if not path.endswith("/")]
    for part, found in sections().items()
    if part.startswith("calculators,")
}
CALCULATORS = [path for found in PARTS.values() for path in found]


def judged(page, act):
    """Do something that leads to a result, and wait until it is on the page."""
    page.evaluate(
        "() => { window.judged = ''; document.addEventListener('net-judged',"
        " (event) => { window.judged = event.detail.state }, { once: true }) }"
    )
    act()
    page.wait_for_function("() => window.judged", timeout=60_000)
    return page.evaluate("() => window.judged")


@pytest.mark.parametrize("part", PARTS)
def test_worked_examples_come_out_as_printed_and_print_as_a_sheet(edition, visit, part):
    page = visit(edition)
    for path in PARTS[part]:
        page.goto(edition.address(path), wait_until="load")
        places = page.evaluate(LOADABLE, EXAMPLES)
        assert places, path
        for place in places:
            example = page.locator(".net-example").nth(place)
            name = (path, example.locator(".net-example-name").inner_text())
            printed = example.locator(".net-example-result").inner_text()
            example.locator("summary").first.click()

            state = judged(page, example.locator("[data-net-load]").click)

            drawn = page.locator("net-calculator [data-net=result]").inner_text()
            assert (name, state) == (name, "result")
            assert " ".join(printed.split()[1:]) in " ".join(drawn.split()), name

        page.emulate_media(media="print")
        assert not page.locator(".md-header").is_visible()
        assert not page.locator(".md-sidebar").first.is_visible()
        assert page.locator("net-calculator").first.is_visible()
        page.emulate_media(media="screen")


def test_a_sheet_becomes_a_document(edition, visit):
    page = visit(edition, CALCULATORS[0])

    assert page.pdf(format="A4")[:5] == b"%PDF-"


def test_the_page_reads_without_javascript(online, browser):
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        for path in CALCULATORS:
            page.goto(online.address(path))
            assert page.locator(".net-nojs").first.is_visible(), path
            assert page.locator(".net-field").first.is_visible(), path
            assert page.get_by_role("heading", name="Worked examples").is_visible(), path
    finally:
        context.close()


def test_the_criteria_and_their_sources_read_without_javascript(edition, browser):
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(edition.address("calculators/prrt_eligibility"))
        table = page.locator("table.net-every")
        page.get_by_text("Every criterion with its limit and its source").click()
        assert table.is_visible()
        assert "PR-27" in table.text_content()
        assert "N Engl J Med" in page.locator("article").text_content()
    finally:
        context.close()


def test_a_link_to_a_record_opens_the_table_that_holds_it(edition, visit):
    page = visit(edition, "calculators/prrt_eligibility")
    record = page.locator("#net-prrt_eligibility-PR-27")
    assert record.is_hidden()

    page.locator("#net-prrt_eligibility-every").click()
    page.locator("table.net-every a[href$='-PR-27']").first.click()

    record.wait_for(state="visible")
    page.goto("about:blank")
    page.goto(f"{edition.address('calculators/prrt_eligibility')}#net-prrt_eligibility-PR-27")
    record.wait_for(state="visible")


def test_nothing_that_was_entered_is_kept_or_sent(online, visit, watch):
    page = visit(online, "calculators/who_grade")
    page.locator("[name=ki67_percent]").fill("8")
    page.locator("[data-net=result][data-state=result]").wait_for(timeout=60_000)

    stored = page.evaluate(
        "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"
    )
    assert "ki67" not in stored
    assert [each.url for each in watch.requests if each.method != "GET" or "ki67" in each.url] == []
