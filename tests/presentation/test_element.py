"""The element on a page, in Chromium, with Python beside the browser: what a reader enters, sees and can undo."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.presentation.page import HOME, field, headline, settled, slot

pytestmark = [pytest.mark.browser, pytest.mark.node]

# Entering and judging


def test_the_first_answer_is_judged_and_read_out_once(opened):
    page = opened()
    result = page.locator("#net-sample-result")
    expect(result).to_contain_text("Nothing entered yet")

    field(page, "platelets_1e9_l").fill("82")

    expect(headline(page)).to_contain_text("Not enough information")
    expect(page.locator("#net-sample [data-net=live]")).to_contain_text("Not enough information")
    expect(page.locator("#net-table-result")).to_contain_text("Nothing entered yet")


def test_python_is_not_loaded_before_the_reader_means_it(opened):
    page = opened()
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.started") is None

    field(page, "platelets_1e9_l").focus()
    assert page.evaluate("() => window.started") == 1


def test_what_was_typed_before_the_script_came_is_kept_and_judged(opened):
    page = opened(HOME + "?late")
    field(page, "platelets_1e9_l").fill("40")
    expect(page.get_by_role("button", name="See the result")).not_to_be_visible()

    page.add_script_tag(url="../script.js")

    expect(headline(page)).to_contain_text("Published criteria not met")
    assert field(page, "platelets_1e9_l").input_value() == "40"


def test_an_old_result_is_dimmed_at_once_and_only_the_newest_is_shown(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)

    page.evaluate("() => { window.gate = new Promise((done) => { window.release = done }) }")
    field(page, "platelets_1e9_l").fill("83")
    expect(page.locator("#net-sample-result")).to_have_attribute("aria-busy", "true")
    field(page, "platelets_1e9_l").fill("40")
    page.evaluate("() => window.release()")

    expect(headline(page)).to_contain_text("Published criteria not met")
    settled(page)


def test_clearing_the_last_answer_takes_the_result_away(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    field(page, "platelets_1e9_l").fill("")

    expect(page.locator("#net-sample-result")).to_contain_text("Nothing entered yet")
    expect(page.locator("#net-sample .net-bar")).to_be_hidden()


def test_open_reasons_stay_open_with_their_evidence_and_focus(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    reason = page.locator("#net-sample-platelets-finding > div > details")
    reason.locator("summary").click()
    expect(reason).to_contain_text("Northern label, 2024")
    expect(reason).to_contain_text("not re-read in the source")
    reason.locator("summary").focus()

    page.evaluate(
        "() => { const input = document.querySelector('[name=platelets_1e9_l]'); input.value = '90';"
        " input.dispatchEvent(new Event('input', { bubbles: true })) }"
    )

    expect(reason).to_contain_text("90\u00a0×\u00a010⁹/L")
    expect(reason).to_have_attribute("open", "")
    expect(reason).to_contain_text("Northern label, 2024")
    expect(reason.locator("summary")).to_be_focused()


# Evidence is asked for after the result; `late` is a promise that it then waits for.
LATE = """() => {
  const { answer } = window;
  window.asked = 0;
  window.late = new Promise((resolve) => (window.letGo = resolve));
  window.answer = async (text) => {
    if (JSON.parse(text).want !== "evidence") return answer(text);
    window.asked += 1;
    return (await window.late) ?? answer(text);
  };
}"""


def test_evidence_that_comes_late_stands_whole_in_what_was_opened_before(opened):
    page = opened()
    page.evaluate(LATE)
    field(page, "platelets_1e9_l").fill("82")
    reason = page.locator("#net-sample-platelets-finding > div > details")
    reason.locator("summary").click()
    place = reason.locator("[data-evidence]").first
    assert place.get_attribute("data-evidence") == "T-02 T-01"
    expect(place).to_be_empty()

    page.evaluate("() => letGo()")

    expect(place).to_contain_text("Northern label, 2024")
    expect(place.locator(".net-evidence")).to_have_count(2)


def test_evidence_that_did_not_come_is_asked_for_again_when_a_reader_opens_it(opened):
    page = opened()
    page.evaluate(LATE)
    page.evaluate("""() => letGo('{"failure": "no"}')""")
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    page.wait_for_function("() => window.asked === 1")
    page.evaluate("() => { window.late = undefined }")

    reason = page.locator("#net-sample-platelets-finding > div > details")
    reason.locator("summary").click()

    expect(reason).to_contain_text("Northern label, 2024")
    assert page.evaluate("window.asked") == 2


def test_an_opened_reason_says_that_its_evidence_did_not_come_and_has_it_later(opened):
    page = opened()
    page.evaluate(LATE)
    page.evaluate("""() => letGo('{"failure": "The evidence did not come."}')""")
    field(page, "platelets_1e9_l").fill("82")
    reason = page.locator("#net-sample-platelets-finding > div > details")
    reason.locator("summary").click()
    expect(reason.locator("[data-evidence]").first).to_have_text("The evidence did not come.")

    page.evaluate("() => { window.late = undefined }")
    field(page, "platelets_1e9_l").fill("83")

    expect(reason).to_contain_text("Northern label, 2024")
    expect(reason).not_to_contain_text("did not come")


def test_a_wheel_does_not_change_a_number(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    field(page, "platelets_1e9_l").hover()
    page.mouse.wheel(0, 120)
    page.keyboard.press("ArrowUp")

    assert field(page, "platelets_1e9_l").input_value() == "82"


def test_two_calculators_on_a_page_keep_their_answers_apart(opened):
    page = opened()
    page.locator("#net-table [name=kind][value=poor]").check()
    field(page, "platelets_1e9_l").fill("40")

    expect(page.locator("#net-table-result .net-headline-text")).to_have_text("Class 2")
    expect(headline(page)).to_contain_text("Published criteria not met")
    assert not field(page, "kind").nth(1).is_checked()


# Answers that need a look


def test_a_problem_stands_at_its_field_and_takes_the_result_away(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    field(page, "platelets_1e9_l").fill("1,234")

    expect(slot(page, "platelets_1e9_l", "error")).to_contain_text("can mean 1234 or 1.234")
    expect(field(page, "platelets_1e9_l")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#net-sample-result")).to_contain_text("1 answer needs a look")
    expect(page.locator("#net-sample .net-outcome")).to_have_count(0)
    expect(page.get_by_role("button", name="Copy as text")).to_have_count(0)

    field(page, "platelets_1e9_l").fill("123")
    expect(slot(page, "platelets_1e9_l", "error")).to_be_empty()
    settled(page)


def test_enter_moves_to_the_summary_and_its_link_to_the_field(opened):
    page = opened()
    field(page, "age_years").fill("many")
    page.keyboard.press("Enter")
    expect(page.locator("#net-sample-result")).to_be_focused()

    page.locator("#net-sample-result").get_by_role("link", name=re.compile("Age")).click()
    expect(field(page, "age_years")).to_be_focused()
    assert page.url == HOME


def test_hostile_text_is_shown_as_text(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("<img src=x onerror=alert(1)>")

    expect(page.locator("#net-sample-result")).to_contain_text("<img src=x")
    assert page.locator("#net-sample img").count() == 0


def test_an_unusual_value_is_taken_after_a_yes(opened):
    page = opened()
    field(page, "creatinine_umol_l").fill("700")
    page.get_by_role("button", name="Yes, it is right").click()

    settled(page)
    expect(field(page, "creatinine_umol_l")).to_be_focused()
    field(page, "creatinine_umol_l").fill("701")
    expect(page.get_by_role("button", name="Yes, it is right")).to_be_visible()


def test_the_unit_that_was_meant_is_one_tap_away(opened):
    page = opened()
    field(page, "creatinine_umol_l.unit").select_option("mg/dL")
    field(page, "creatinine_umol_l").fill("88")
    page.get_by_role("button", name="Use 88 µmol/L").click()

    settled(page)
    assert field(page, "creatinine_umol_l.unit").input_value() == "µmol/L"


def test_what_was_read_is_said_at_the_field(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82,5")
    expect(slot(page, "platelets_1e9_l", "note")).to_contain_text("82,5 read as 82.5")


# Units


def test_a_change_of_unit_converts_says_so_and_loses_nothing(opened):
    page = opened()
    field(page, "creatinine_umol_l").fill("88")
    field(page, "creatinine_umol_l.unit").select_option("mg/dL")

    assert field(page, "creatinine_umol_l").input_value() == "0.9955"
    expect(slot(page, "creatinine_umol_l", "note")).to_contain_text("88 µmol/L converted to 0.9955 mg/dL.")
    field(page, "creatinine_umol_l.unit").select_option("µmol/L")
    assert field(page, "creatinine_umol_l").input_value() == "88"
    expect(slot(page, "creatinine_umol_l", "note")).to_be_empty()


def test_a_converted_number_is_judged_as_it_was_typed(opened):
    page = opened()
    field(page, "age_years").fill("60")
    field(page, "creatinine_umol_l").fill("133")
    field(page, "creatinine_umol_l.unit").select_option("mg/dL")

    settled(page)
    request = page.evaluate(
        "() => new Promise((done) => { const old = window.answer;"
        " window.answer = (text) => { done(text); return old(text) };"
        " document.querySelector('[name=age_years]').dispatchEvent(new Event('input', { bubbles: true })) })"
    )
    assert '"creatinine_umol_l":{"value":"133","unit":"µmol/L"}' in request


def test_a_unit_chosen_late_can_mean_the_number_as_it_stands(opened):
    page = opened()
    field(page, "creatinine_umol_l").fill("1.5")
    field(page, "creatinine_umol_l.unit").select_option("mg/dL")
    page.get_by_role("button", name="I meant 1.5 mg/dL").click()

    assert field(page, "creatinine_umol_l").input_value() == "1.5"
    assert field(page, "creatinine_umol_l.unit").input_value() == "mg/dL"
    settled(page)


def test_a_unit_typed_behind_the_number_moves_into_the_list(opened):
    page = opened()
    field(page, "creatinine_umol_l").fill("1,5 mg/dl")
    settled(page)
    field(page, "creatinine_umol_l").blur()

    assert field(page, "creatinine_umol_l").input_value() == "1.5"
    assert field(page, "creatinine_umol_l.unit").input_value() == "mg/dL"
    expect(slot(page, "creatinine_umol_l", "note")).to_contain_text("1,5 mg/dl read as 1.5 mg/dL")


# Not known, questions that open others, authorities


def test_not_known_clears_and_an_answer_takes_not_known_back(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    field(page, "platelets_1e9_l.unknown").check()
    assert field(page, "platelets_1e9_l").input_value() == ""

    field(page, "platelets_1e9_l").fill("80")
    assert not field(page, "platelets_1e9_l.unknown").is_checked()


def test_none_of_these_stands_alone(opened):
    page = opened()
    field(page, "kind").first.check()
    field(page, "past").first.check()
    field(page, "past.none").check()
    assert not field(page, "past").first.is_checked()

    field(page, "past").nth(1).check()
    assert not field(page, "past.none").is_checked()


def test_a_question_appears_with_the_answer_that_opens_it(opened):
    page = opened()
    question = page.locator("#net-sample .net-field[data-fact=past]")
    expect(question).to_be_hidden()
    field(page, "kind").first.check()
    expect(question).to_be_visible()
    field(page, "past").first.check()
    field(page, "kind").nth(1).check()

    expect(question).to_be_hidden()
    expect(page.locator("#net-sample-result")).to_contain_text("Earlier treatment: Treatment A")


def test_another_authority_judges_the_same_answers(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    field(page, "variant").select_option("south")

    expect(headline(page)).to_contain_text("Published criteria not met")
    expect(page.locator(".net-field[data-fact=uptake]")).to_be_hidden()
    page.get_by_role("button", name="Compare authorities").click()
    expect(page.locator(".net-field[data-fact=uptake]")).to_be_visible()
    expect(page.get_by_role("button", name="Compare authorities")).to_have_attribute("aria-pressed", "true")


# Taking it along


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
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true })")
    page.evaluate("() => { window.print = () => window.dispatchEvent(new Event('beforeprint')) }")
    page.get_by_role("button", name="Print").click()
    page.emulate_media(media="print")

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


# Coming and going


def test_a_reload_keeps_nothing(opened):
    page = opened()
    field(page, "platelets_1e9_l").fill("82")
    field(page, "kind").first.check()
    settled(page)
    page.reload()

    assert field(page, "platelets_1e9_l").input_value() == ""
    assert page.locator("#net-sample input:checked").count() == 0
    assert page.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


REPLACE = """(path) => {
  const main = document.querySelector("main");
  const fresh = window.fresh ??= main.innerHTML;
  main.innerHTML = path.endsWith("/other/") ? "<h1>Other</h1>" : fresh;
}"""


def test_back_returns_to_the_filled_form_after_instant_navigation_and_a_click_to_an_empty_one(opened):
    page = opened(HOME + "?late")
    page.evaluate("() => { window.fresh = document.querySelector('main').innerHTML }")
    page.add_script_tag(url="../script.js")
    page.evaluate(f"() => addEventListener('popstate', () => ({REPLACE})(location.pathname))")
    field(page, "platelets_1e9_l").fill("40")
    settled(page)

    page.evaluate(f"() => {{ history.pushState(null, '', '../other/'); ({REPLACE})('/other/') }}")
    page.go_back()
    expect(headline(page)).to_contain_text("Published criteria not met")
    assert field(page, "platelets_1e9_l").input_value() == "40"

    page.evaluate(f"() => {{ history.pushState(null, '', '../other/'); ({REPLACE})('/other/') }}")
    page.evaluate(f"() => {{ history.pushState(null, '', '../sample/'); ({REPLACE})('/sample/') }}")
    assert field(page, "platelets_1e9_l").input_value() == ""


def test_a_failure_is_said_in_words_and_can_be_tried_again(opened):
    page = opened()
    page.evaluate("() => { window.broken = 'This browser ran out of memory.' }")
    field(page, "platelets_1e9_l").fill("82")
    failure = page.locator("#net-sample [data-net=failure]")
    expect(failure).to_contain_text("This browser ran out of memory.")
    expect(page.locator("#net-sample [data-net=progress]")).to_be_hidden()

    page.evaluate("() => { window.broken = '' }")
    failure.get_by_role("button", name="Try again").click()

    settled(page)
    expect(failure).to_be_empty()


def test_the_line_of_progress_shows_bytes_and_disappears(opened):
    page = opened()
    seen = page.evaluate(
        "() => new Promise((done) => { const line = document.querySelector('#net-sample [data-net=progress]');"
        " new MutationObserver(() => line.hidden || done(line.innerText)).observe(line, { attributes: true });"
        " document.querySelector('[name=platelets_1e9_l]').focus() })"
    )
    assert "Loading: 1.0 of 2.0 MB" in seen
    expect(page.locator("#net-sample [data-net=progress]")).to_be_hidden()


def test_loading_that_takes_long_can_be_stopped_and_begins_again_only_when_wanted(opened):
    page = opened()
    page.evaluate("() => { window.slow = new Promise((done) => { window.arrive = done }) }")
    field(page, "platelets_1e9_l").fill("82")
    panel = page.locator("#net-sample")
    stop = panel.get_by_role("button", name="Stop loading")
    expect(stop).to_be_visible(timeout=20_000)

    stop.click()

    failure = page.locator("#net-sample [data-net=failure]")
    expect(failure).to_contain_text("Stopped. Your answers are kept.")
    expect(panel.get_by_role("button", name="Try again")).to_be_focused()
    field(page, "age_years").fill("60")
    expect(failure).to_contain_text("Stopped.")
    assert page.evaluate("started") == 1
    page.evaluate("() => window.arrive()")
    panel.get_by_role("button", name="Try again").click()
    settled(page)
    assert field(page, "platelets_1e9_l").input_value() == "82"
    expect(failure).to_be_empty()
    expect(stop).to_be_hidden()


# On a phone


def test_a_phone_has_the_headline_at_the_bottom_and_never_over_the_field(opened):
    page = opened(viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True)
    field(page, "platelets_1e9_l").fill("82")
    bar = page.locator("#net-sample .net-bar")
    expect(bar).to_contain_text("Not enough information")

    for name in ("kind", "age_years", "creatinine_umol_l", "clearance_ml_min", "last_day"):
        field(page, name).first.focus()
        page.wait_for_timeout(50)
        box = field(page, name).first.bounding_box()
        assert bar.is_hidden() or box["y"] + box["height"] <= bar.bounding_box()["y"], name

    field(page, "age_years").focus()
    bar.click()
    expect(page.locator("#net-sample-result")).to_be_focused()
    expect(bar).to_be_hidden()
    assert page.url == HOME


def test_nothing_is_wider_than_the_narrowest_screen(opened):
    page = opened(viewport={"width": 320, "height": 640})
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_what_can_be_tapped_is_large_enough(opened):
    page = opened(viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True)
    field(page, "platelets_1e9_l").fill("82")
    settled(page)
    small = page.evaluate(
        "() => [...document.querySelectorAll('#net-sample :is(button, .net-tick, select, .net-input, summary)')]"
        ".filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.9)"
        ".map((each) => each.outerHTML.slice(0, 80))"
    )
    assert small == []
