"""What a reader takes along from the element, and brings to it: text, link, file, table and printed sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.presentation.page import HOME, field, headline, settled

pytestmark = [pytest.mark.browser, pytest.mark.node]


def test_the_copied_text_is_the_result_in_plain_letters(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    page.get_by_role("button", name="Copy as text").click()

    expect(page.locator("#net-sample [data-net=said]")).to_contain_text("Copied")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.isascii()
    assert "[+] Platelets at least 75 x 10^9/L: Met, 82 x 10^9/L, 7 above" in text


def test_without_a_clipboard_the_text_is_selected_for_the_keyboard(opened):
    page = opened()
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(); document.execCommand = () => false }")
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    page.get_by_role("button", name="Copy as text").click()

    expect(page.locator("#net-sample [data-net=by-hand]")).to_be_focused()
    expect(page.locator("#net-sample [data-net=said]")).to_contain_text("copy it with the keyboard")


def test_a_link_brings_the_case_to_another_reader_and_leaves_the_address(opened):
    page = opened()
    field(page, "kind").first.check()
    field(page, "past.none").check()
    field(page, "variant").select_option("south")
    field(page, "expecting").nth(1).check()
    field(page, "creatinine_umol_l.unit").select_option("mg/dL")
    field(page, "creatinine_umol_l").fill("1,5")
    settled(page)
    said = headline(page).inner_text()
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#net-sample [data-net=said]")).to_contain_text("Link copied")
    address = page.evaluate("() => navigator.clipboard.readText()")
    assert re.fullmatch(re.escape(HOME) + r"#c2~sample~2026\.1~south~aea~ah-~ab1\.5a~agn~[0-9a-f]{8}", address)

    other = opened(address)

    expect(headline(other)).to_have_text(said)
    assert other.url == HOME
    assert field(other, "creatinine_umol_l").input_value() == "1.5"
    assert field(other, "creatinine_umol_l.unit").input_value() == "mg/dL"
    assert field(other, "past.none").is_checked()
    assert other.locator("#net-table input:checked").count() == 0


def test_an_old_link_says_what_it_has_that_this_form_has_not(opened):
    page = opened(HOME + "#c=sample&v=2025.3&kind=odd&shoe_size=43&platelets_1e9_l=82")

    notice = page.locator("#net-sample [data-net=notice]")
    expect(notice).to_contain_text("made with version 2025.3; this page has version 2026.1")
    expect(notice).to_contain_text("Changed in 2025.9: the limit for platelets moved from 70 to 75.")
    expect(notice).to_contain_text("Left out: Kind of growth: odd is not one of the answers.")
    expect(notice).to_contain_text("asks nothing called shoe_size")
    expect(headline(page)).to_contain_text("Not enough information")
    assert page.url == HOME


@pytest.mark.parametrize(
    "hash_", ["#c2", "#c2~sample~2026.1~north~aa82~00000000", "#c2~nothing~x", "#c3~sample~x", "#c="]
)
def test_a_link_that_is_not_whole_says_so_and_fills_in_nothing(opened, hash_):
    page = opened(HOME + hash_)

    expect(page.locator("#net-sample [data-net=notice]")).to_contain_text("Nothing was filled in")
    expect(page.locator("#net-sample-result")).to_contain_text("Nothing entered yet")
    assert page.locator("#net-table [data-net=notice]").inner_text() == ""
    assert page.url == HOME


def test_a_link_whose_python_does_not_come_up_is_opened_on_a_second_try(opened):
    page = opened()
    page.evaluate("() => { window.broken = 'Out of memory.' }")
    page.evaluate("() => { location.hash = '#c=sample&v=2026.1&platelets_1e9_l=82' }")
    expect(page.locator("#net-sample [data-net=failure]")).to_contain_text("Out of memory.")
    page.evaluate("() => { window.broken = null }")
    page.locator("#net-sample").get_by_role("button", name="Try again").click()

    settled(page)
    assert field(page, "platelets_1e9_l").input_value() == "82"


def test_a_saved_case_opens_from_its_file_and_from_its_text(opened, tmp_path):
    page = opened()
    field(page, "kind").first.check()
    field(page, "creatinine_umol_l.unit").select_option("mg/dL")
    field(page, "creatinine_umol_l").fill("1,5")
    settled(page)
    said = headline(page).inner_text()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save as JSON").click()
    assert re.fullmatch(r"sample-\d{4}-\d\d-\d\d\.json", coming.value.suggested_filename)
    file = tmp_path / "case.json"
    coming.value.save_as(file)

    other = opened()
    field(other, "platelets_1e9_l").fill("40")
    settled(other)
    other.locator("#net-sample [data-net=case] summary").click()
    other.locator("#net-sample [data-net=open-file]").set_input_files(file)
    expect(headline(other)).to_have_text(said)
    assert field(other, "platelets_1e9_l").input_value() == ""
    assert field(other, "creatinine_umol_l").input_value() == "1.5"
    expect(other.locator("#net-sample [data-net=notice]")).to_contain_text("What was here before is gone")

    third = opened()
    third.locator("#net-sample [data-net=case] summary").click()
    third.locator("#net-sample [data-net=open-from]").fill(file.read_text(encoding="utf-8"))
    third.locator("#net-sample [data-net=open-text]").click()
    expect(headline(third)).to_have_text(said)
    assert third.locator("#net-sample [data-net=open-from]").input_value() == ""


def test_a_file_that_is_refused_leaves_the_form_as_it_is(opened, tmp_path):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    said = headline(page).inner_text()
    page.locator("#net-sample [data-net=case] summary").click()
    for text, words in (
        ("{", "not JSON"),
        ('{"format": "open-net-guide-case/1", "calculator": "table", "answers": {}}', "another calculator (table)"),
        ("x" * 1_000_001, "larger than any case"),
        ("[" * 100_000, "more brackets within brackets"),
    ):
        file = tmp_path / "wrong.json"
        file.write_text(text, encoding="utf-8")
        page.locator("#net-sample [data-net=open-file]").set_input_files(file)
        expect(page.locator("#net-sample [data-net=notice]")).to_contain_text(words)
    settled(page)
    assert headline(page).inner_text() == said
    assert field(page, "platelets_1e9_l").input_value() == "82"


def test_the_criteria_are_saved_as_a_table(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the criteria as CSV").click()
    assert coming.value.suggested_filename.endswith(".csv")
    data = coming.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbfcalculator,version,")
    assert "Platelets at least 75 × 10⁹/L,Required,Met,82 × 10⁹/L,".encode() in data


def test_a_link_never_carries_text(opened):
    page = opened(HOME + "#c=sample&v=2026.1&platelets_1e9_l=Mrs+Jones")
    expect(page.locator("#net-sample [data-net=notice]")).to_contain_text("Mrs Jones is not understood")
    assert field(page, "platelets_1e9_l").input_value() == ""
    expect(page.get_by_role("button", name="Copy a link")).to_have_count(0)


def test_start_again_clears_everything_and_returns_to_the_first_question(opened):
    page = opened()
    field(page, "kind").first.check()
    field(page, "past").first.check()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    page.get_by_role("button", name="Start again").click()

    expect(page.locator("#net-sample-result")).to_contain_text("Nothing entered yet")
    assert page.locator("#net-sample input:checked").count() == 0
    assert field(page, "platelets_1e9_l").input_value() == ""
    expect(field(page, "kind").first).to_be_focused()


def test_a_worked_example_fills_the_form(opened):
    page = opened()
    page.get_by_text("Example met_with_cautions").click()
    page.get_by_role("button", name="Load this example").locator("visible=true").click()

    expect(headline(page)).to_contain_text("with 1 caution")
    assert field(page, "clearance_ml_min").input_value() == "40"
    expect(page.locator("#net-sample [data-net=notice]")).to_contain_text("Example met_with_cautions")


def test_the_printed_sheet_has_the_result_the_version_and_the_day_and_nothing_else(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    page.locator("#net-sample-platelets-finding summary").click()
    page.evaluate("() => { window.print = () => window.dispatchEvent(new Event('beforeprint')) }")
    page.get_by_role("button", name="Print").click()
    page.emulate_media(media="print")
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true })")  # as the theme
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")

    text = page.locator("body").inner_text()
    assert re.search(r"Sample: who meets the made-up criteria\? · version 2026\.1 · Printed \d{4}-\d\d-\d\d", text)
    assert "Not enough information" in text
    assert "https://doi.org/10.0000/made-up" in text
    assert "Worked examples" not in text
    assert "phase 3, I" in text, "what the reader opened"
    assert "calls for care" not in text, "what only the theme opened"
    assert "Serum creatinine\n" not in text.split("What is missing")[0]
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    examples = page.get_by_role("heading", name="Worked examples")
    examples.scroll_into_view_if_needed()  # far below the reader it is not laid out
    expect(examples).to_be_visible()
