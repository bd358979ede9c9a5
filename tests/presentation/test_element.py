"""The element on a page, in Chromium, with Python beside the browser: judging, coming and going, a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.presentation.page import HOME, field, headline, settled

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
