"""Each calculator: its worked examples come out in the browser as they were printed at the build.

On a server all of them, in one Python. From a folder each page starts Python anew, so there it is some of them;
test_alike.py has the rest say the same as on the server.
"""

from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError as TooLong

from tests.browser.conftest import theme_runs
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
FOLLOW = """
(address) => {
  document.querySelector("article").dataset.left = "";
  const link = document.body.appendChild(document.createElement("a"));
  link.href = address;
  link.click();
}
"""
# Not the next result: the case of the calculator before may still be judged here.
SAYS = """
(words) => {
  const result = document.querySelector("net-calculator [data-net=result][data-state=result]:not([aria-busy=true])");
  return result?.innerText.split(/\\s+/).join(" ").includes(words);
}
"""
PARTS = {
    part: [path for path in found if not path.endswith("/")]
    for part, found in sections().items()
    if part.startswith("calculators,")
}
CALCULATORS = [path for found in PARTS.values() for path in found]
SOME = CALCULATORS[::8]
BY_EDITION = [
    *(pytest.param("online", found, id=f"online, {part}") for part, found in PARTS.items()),
    pytest.param("offline", SOME, id="offline, some"),
]


def turned(page, address):
    """Turn to a page by a link: on a server Python goes on running, from a folder each page begins anew."""
    page.evaluate(FOLLOW, address)
    page.locator("article:not([data-left]) net-calculator:defined").wait_for()
    page.wait_for_load_state()
    theme_runs(page)


@pytest.mark.parametrize(("edition", "paths"), BY_EDITION, indirect=["edition"])
def test_worked_examples_come_out_as_printed_and_print_as_a_sheet(edition, visit, paths):
    page = visit(edition, paths[0])
    for path in paths:
        if path != paths[0]:
            turned(page, edition.address(path))
        places = page.evaluate(LOADABLE, EXAMPLES)
        assert places, path
        for place in places:
            example = page.locator(".net-example").nth(place)
            name = (path, example.locator(".net-example-name").inner_text())
            printed = example.locator(".net-example-result").inner_text()
            example.locator("summary").first.click()

            example.locator("[data-net-load]").click()

            words = " ".join(printed.split()[1:])
            with suppress(TooLong):  # the line below says what stands there instead
                page.wait_for_function(SAYS, arg=words, timeout=60_000)
            drawn = page.locator("net-calculator [data-net=result]").inner_text()
            assert page.evaluate(SAYS, words), (name, words, drawn)

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
    theme_runs(page)
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
