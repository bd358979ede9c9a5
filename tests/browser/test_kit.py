"""The one-file kit as a reader opens it: by double click, without a network."""

import datetime
import re

import pytest

from mkdocs_calculators.kit import LARGEST
from tests.browser.test_board import open_a_patient
from tests.calculators.found import FOUND

pytestmark = pytest.mark.browser

PATIENCE = 240_000
"""Milliseconds for some thousand checks on a loaded machine."""


@pytest.fixture
def opened(kit, browser, watch):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    context.set_default_timeout(60_000)
    context.set_offline(True)
    page = context.new_page()
    watch.follow(page)
    page.goto(kit.as_uri())
    yield page
    context.close()
    assert [each for each in watch.addresses() if not each.startswith((kit.as_uri(), "blob:"))] == []
    assert watch.errors == []


def test_the_kit_finds_judges_and_checks_itself(kit, opened, violations):
    assert kit.stat().st_size <= LARGEST
    assert "not yet reviewed by a clinician" in opened.locator(".kit-about").inner_text()
    assert opened.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(30, 33, 41)"
    assert violations(opened) == []

    # Found by another way of writing, by keyboard.
    opened.get_by_label("Find a calculator").press_sequentially("Ki67 mitoses")
    opened.locator("#kit-found li").first.wait_for()
    assert opened.locator("#kit-found li a").first.inner_text() == FOUND["who_grade"].calculator.title
    opened.keyboard.press("Enter")
    calculator = opened.locator("#net-who_grade")
    calculator.wait_for()
    assert opened.url.endswith("#calculators/who_grade")
    assert opened.title().startswith("WHO grade")
    assert opened.evaluate("() => document.activeElement.tagName") == "H1"

    # Judged, and the answers are there after the way to another page and back.
    calculator.locator("[name=ki67_percent]").fill("8")
    calculator.locator("[data-net=result][data-state=result]").wait_for()
    opened.get_by_role("link", name="All calculators").click()
    opened.locator("#kit-list").wait_for()
    opened.go_back()
    calculator.wait_for()
    assert calculator.locator("[name=ki67_percent]").input_value() == "8"
    assert opened.locator("[data-net=result]:visible").count() == 1
    assert violations(opened) == []

    # A source of the page is reached by its number, and the licences by their link.
    opened.locator("#kit-main .net-citation a:visible").first.click()
    assert "#who_grade--" in opened.url
    assert calculator.is_visible()
    opened.get_by_role("link", name="Licences of everything inside").click()
    opened.get_by_role("heading", name="Licences", exact=True).wait_for()
    assert "Mozilla Public License" in opened.locator("#kit-main pre").inner_text()

    total = sum(len(each.cases.examples) for each in FOUND.values())
    opened.locator("#kit-checks[data-outcome]").wait_for(timeout=PATIENCE)
    assert opened.locator("#kit-checks").inner_text() == f"{total} of {total} checks passed"
    assert opened.locator("#kit-differences").is_hidden()
    assert opened.locator("#kit-overdue").is_hidden() == opened.evaluate(
        "() => new Date().toISOString().slice(0, 10) <= document.getElementById('kit-overdue').dataset.reviewBy"
    )


def test_a_worked_patient_opens_on_the_sheet(kit, opened):
    opened.goto(f"{kit.as_uri()}#calculators/board")

    open_a_patient(opened)


def test_a_link_with_a_case_opens_it_and_a_difference_is_named(kit, opened, browser, watch):
    link = f"{kit.as_uri()}#c=who_grade&v=1&ki67_percent=8"
    changed = """() => new Promise((resolve) => addEventListener("DOMContentLoaded", resolve)).then(async () => {
        const block = document.getElementById("net-checks");
        if (!block) return;
        const pack = (text, way) => new Response(new Blob([text]).stream().pipeThrough(way)).arrayBuffer();
        const bytes = Uint8Array.from(atob(block.textContent), (each) => each.charCodeAt(0));
        const checks = JSON.parse(new TextDecoder().decode(await pack(bytes, new DecompressionStream("gzip"))));
        const few = checks.slice(0, 2);
        few[1].expected = "something else";
        const packed = new Uint8Array(await pack(JSON.stringify(few), new CompressionStream("gzip")));
        block.textContent = btoa(String.fromCharCode(...packed));
    })"""
    opened.add_init_script(f"({changed})()")
    opened.goto("about:blank")
    opened.goto(link)

    calculator = opened.locator("#net-who_grade")
    calculator.locator("[data-net=result][data-state=result]").wait_for()
    assert calculator.locator("[name=ki67_percent]").input_value() == "8"
    opened.wait_for_function("() => location.hash === '#calculators/who_grade'")
    opened.locator("#kit-checks[data-outcome=different]").wait_for()
    assert opened.locator("#kit-checks").inner_text().startswith("1 of 2 checks passed. Do not rely on this copy")
    assert "expected “something else”; this browser gives “" in opened.locator("#kit-differences li").inner_text()
    watch.requests[:] = [each for each in watch.requests if each.url != "about:blank"]


@pytest.mark.parametrize(
    ("name", "works"), [("snapshot", True), ("wasm", False)], ids=["the archives stand in", "nothing stands in"]
)
def test_a_part_that_was_changed_is_not_used(kit, browser, tmp_path, *, name, works):
    text = kit.read_text(encoding="utf-8")
    found = re.search(rf'id="net-part-{name}">([^<]+)<', text)
    middle = (found.start(1) + found.end(1)) // 2
    other = "A" if text[middle] != "A" else "B"
    changed = tmp_path / "changed.html"
    changed.write_text(text[:middle] + other + text[middle + 1 :], encoding="utf-8")
    page = browser.new_page()
    page.set_default_timeout(60_000)

    page.goto(f"{changed.as_uri()}#calculators/who_grade")
    page.locator("[name=ki67_percent]").fill("8")

    if works:
        page.locator("[data-net=result][data-state=result]").wait_for()
    else:
        words = "A part of this file is not as it was made, so it was not used."
        page.locator(".net-failure", has_text=words).wait_for()
        assert words in page.locator("#kit-checks").inner_text()
    page.close()


def test_after_the_day_of_review_a_banner_says_so(kit, browser, violations):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(kit.as_uri())
    banner = page.locator("#kit-overdue")
    due = datetime.date.fromisoformat(banner.get_attribute("data-review-by"))

    for days, overdue in ((0, False), (1, True)):
        noon = datetime.datetime.combine(due + datetime.timedelta(days=days), datetime.time(12))
        page.clock.set_fixed_time(noon)
        page.reload()
        page.locator("#kit-found + #kit-all").wait_for()
        assert banner.is_visible() == overdue, f"{days} days after {due}"

    said = f"A page of this copy was due for review by {due}. Look for a newer copy before relying on it."
    assert banner.inner_text() == said
    assert violations(page, ["color-contrast"]) == []
    page.close()
