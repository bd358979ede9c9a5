"""The form of the element, in Chromium, with Python beside the browser: what a reader enters, is told and can undo."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.presentation.page import HOME, field, headline, settled, slot

pytestmark = [pytest.mark.browser, pytest.mark.node]

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
