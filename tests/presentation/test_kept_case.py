""" "Keep on this device": only when asked, for thirty days, never shown by itself, and forgotten on request."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.presentation.page import HOME, field, headline, settled

pytestmark = [pytest.mark.browser, pytest.mark.node]

PATIENT = "40"  # platelets of the one who is kept
STORED = "() => JSON.stringify(Object.entries(localStorage))"


def panel(page: Page):
    return page.locator("#net-sample [data-net=case]")


def button(page: Page, name: str):
    return page.locator(f"#net-sample [data-net=kept-{name}]")


def kept(page: Page) -> Page:
    """Enter a patient and keep it."""
    field(page, "platelets_1e9_l").fill(PATIENT)
    field(page, "kind").first.check()
    settled(page)
    panel(page).locator("summary").first.click()
    expect(panel(page)).to_contain_text("Nothing is kept unless you press it")
    assert page.evaluate(STORED) == "[]"
    button(page, "keep").click()
    return page


def test_nothing_is_stored_before_the_button_and_it_says_what_and_until_when(opened):
    page = kept(opened())
    until = (datetime.now(tz=UTC) + timedelta(days=30)).date().isoformat()
    expect(panel(page)).to_contain_text(
        f"A case with 2 answers is kept in this browser until {until}; then it is gone."
    )
    [(name, text)] = json.loads(page.evaluate(STORED))
    assert name == "open-net-guide-case"
    assert [each["fact"] for each in json.loads(text)["entries"]] == ["platelets_1e9_l", "kind"]


def test_a_later_visit_shows_nothing_of_it_before_it_is_opened(opened):
    page = kept(opened())
    said = headline(page).inner_text()
    page.reload()
    expect(panel(page).locator("summary").first).to_contain_text("nothing entered yet · a case is kept in this browser")
    expect(page.locator("#net-sample-result")).to_contain_text("Nothing entered yet")
    assert PATIENT not in page.locator("#net-sample").inner_text()
    assert field(page, "platelets_1e9_l").input_value() == ""

    panel(page).locator("summary").first.click()
    button(page, "open").click()
    expect(headline(page)).to_have_text(said)
    assert field(page, "platelets_1e9_l").input_value() == PATIENT


def test_a_second_patient_meets_nothing_of_the_first_and_can_take_its_place(opened):
    page = kept(opened())
    page.reload()
    field(page, "platelets_1e9_l").fill("182")
    settled(page)
    panel(page).locator("summary").first.click()
    expect(panel(page).locator("[data-net=case-rows]")).not_to_contain_text(PATIENT)
    button(page, "keep").click()
    [(_, text)] = json.loads(page.evaluate(STORED))
    assert [each["shown"] for each in json.loads(text)["entries"]] == ["182\u00a0×\u00a010⁹/L"]


def test_it_is_forgotten_on_request(opened):
    page = kept(opened())
    button(page, "forget").click()
    expect(panel(page)).to_contain_text("no case is kept in this browser any more")
    expect(button(page, "open")).to_be_hidden()
    assert page.evaluate(STORED) == "[]"
    assert field(page, "platelets_1e9_l").input_value() == PATIENT


def test_after_thirty_days_it_is_gone(opened):
    page = kept(opened())
    day = 86_400_000
    for days, there in ((29, True), (31, False)):
        page.add_init_script(f"Date.now = ((now) => () => now() + {days * day})(Date.now.bind(Date))")
        page.reload()
        summary = panel(page).locator("summary").first
        if there:
            expect(summary).to_contain_text("a case is kept in this browser")
        else:
            expect(summary).not_to_contain_text("kept")
            assert page.evaluate(STORED) == "[]"


def test_it_runs_out_while_the_page_is_open(opened):
    page = kept(opened())
    page.evaluate("() => { const now = Date.now(); Date.now = () => now + 31 * 86400000 }")
    button(page, "open").click()
    expect(button(page, "open")).to_be_hidden()
    assert page.evaluate(STORED) == "[]"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "{}",
        '{"format": "open-net-guide-kept/1", "until": 9e99, "entries": [{"fact": "kind"}]}',
        '{"format": "open-net-guide-kept/9", "until": 4102444800000, "entries": []}',
        '{"format": "open-net-guide-kept/1", "until": 4102444800000, "entries": [null]}',
        "x" * 300_000,
    ],
)
def test_what_is_no_kept_case_is_removed(opened, text):
    page = opened()
    page.evaluate("(text) => localStorage.setItem('open-net-guide-case', text)", text)
    page.reload()
    expect(panel(page).locator("summary").first).to_contain_text("nothing entered yet")
    expect(panel(page).locator("summary").first).not_to_contain_text("kept")
    assert page.evaluate(STORED) == "[]"


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }", "no room left"),
        (
            "Object.defineProperty(window, 'localStorage',"
            " { get() { throw new DOMException('no', 'SecurityError') } })",
            "does not allow",
        ),
    ],
)
def test_storage_that_is_full_or_blocked_is_said_and_nothing_is_lost(opened, spoilt, words):
    page = opened()
    page.add_init_script(spoilt)
    page.reload()
    field(page, "platelets_1e9_l").fill(PATIENT)
    settled(page)
    panel(page).locator("summary").first.click()
    button(page, "keep").click()
    expect(panel(page)).to_contain_text(words)
    expect(panel(page)).to_contain_text("Nothing was kept")
    assert field(page, "platelets_1e9_l").input_value() == PATIENT


def test_another_tab_sees_that_it_was_forgotten(opened):
    page = kept(opened())
    other = page.context.new_page()
    other.goto(HOME)
    expect(other.locator("#net-sample [data-net=case] summary").first).to_contain_text("a case is kept")
    button(page, "forget").click()
    expect(other.locator("#net-sample [data-net=kept-open]")).to_be_hidden()
