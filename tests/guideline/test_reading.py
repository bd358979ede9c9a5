"""Bad input: whatever is typed, there is a clear message at the field, nothing else is lost, and nothing falls over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import (
    AnswerError,
    Calculator,
    ask,
    criteria,
    criterion,
    judge,
    read_answers,
    section,
    yes_no,
)
from tests.guideline.form import CALCULATOR, GOOD, STATUS, problems_of, value_of


@pytest.mark.parametrize("raw", [None, "", "   ", {}, {"value": None}, {"unit": "%"}, {"value": " ", "unit": "/µL"}])
@pytest.mark.parametrize("fact", ["platelets_1e9_l", "differentiation", "pregnant", "past", "taken"])
def test_an_empty_answer_is_not_known_and_no_problem(fact: str, raw: Any) -> None:
    assert fact not in read_answers(CALCULATOR, {fact: raw}).values


@pytest.mark.parametrize(
    ("fact", "raw", "kind", "words"),
    [
        ("differentiation", "pink", "unknown_option", "pink is not one of the answers. Allowed: well, poor."),
        ("differentiation", "Well", "unknown_option", "Allowed: well, poor."),
        ("differentiation", True, "wrong_type", "true is not one of the answers"),
        ("differentiation", 1, "wrong_type", "Allowed: well, poor."),
        ("differentiation", ["well"], "wrong_type", "a list is not one of the answers"),
        ("differentiation", {"value": "well"}, "wrong_type", "a group of values is not one"),
        ("differentiation", "<b>well</b>", "unknown_option", "<b>well</b> is not one of the answers"),
        ("pregnant", "maybe", "unknown_option", "maybe is not one of the answers. Allowed: yes or no"),
        ("pregnant", 1, "wrong_type", "1 is not one of the answers"),
        ("past", "prrt", "wrong_type", "a list is needed. Allowed in it: prrt, tace, tare."),
        ("past", {"prrt": True}, "wrong_type", "a list is needed"),
        ("past", ["prrt", "pink"], "unknown_option", "Allowed: prrt, tace, tare. An empty list says that none of them"),
        ("past", [["prrt"]], "wrong_type", "a list is not one of the answers"),
        ("past", [{}], "wrong_type", "a group of values is not one"),
        ("past", [None], "wrong_type", "None is not one of the answers"),
        ("taken", "3/4/2026", "refused", "write it as 2026-11-23"),
        ("taken", "2026-02-30", "refused", "2026-02-30 is not a day of the calendar"),
        ("taken", 20260403, "wrong_type", "is not read as a day"),
        ("taken", "2026-11-23" * 100, "refused", "is not read as a day"),
        ("taken", "9999-12-31", "refused", "9999-12-31 lies outside 1900 to 2199; check the year"),
        ("taken", "1026-11-23", "refused", "1026-11-23 lies outside 1900 to 2199; check the year"),
        ("taken", "1 January 2200", "refused", "2200-01-01 lies outside 1900 to 2199; check the year"),
    ],
)
def test_an_answer_that_is_not_offered_is_refused_with_what_is(fact: str, raw: Any, kind: str, words: str) -> None:
    found = problems_of({fact: raw})
    assert [each["fact"] for each in found] == [fact]
    assert found[0]["kind"] == kind
    assert words in found[0]["message"]
    assert found[0]["message"].startswith(CALCULATOR.facts[fact].label)


@pytest.mark.parametrize(("raw", "value"), [(True, "yes"), (False, "no"), ("yes", "yes"), ("no", "no")])
def test_yes_and_no_are_read_as_words_and_as_json(raw: Any, value: str) -> None:
    assert value_of("pregnant", raw) == value


def test_an_answer_named_twice_in_a_list_counts_once_and_order_does_not_matter() -> None:
    assert value_of("past", ["tare", "prrt", "tare"]) == ("prrt", "tare")
    assert value_of("past", []) == ()


def test_full_width_digits_make_a_day_too() -> None:
    assert value_of("taken", "２０２６-11-23") == value_of("taken", "2026-11-23")


@pytest.mark.parametrize(
    "key", ["ki67", "KI67_PERCENT", "", "constructor", "__class__", "<script>", "x" * 500, 7, None]
)
def test_an_unknown_question_is_named_with_those_that_are_asked(key: Any) -> None:
    problems = problems_of({key: 5, **GOOD})
    assert [each["kind"] for each in problems] == ["unknown_fact"]
    assert "Form asks nothing called" in problems[0]["message"]
    assert "It asks ki67_percent" in problems[0]["message"]
    assert len(problems[0]["message"]) < 300
    json.dumps(problems)


@pytest.mark.parametrize("answers", [None, [], "x", 5, [["ki67_percent", 5]], True])
def test_answers_that_are_no_object_are_refused(answers: Any) -> None:
    problems = problems_of(answers)
    assert [(each["fact"], each["kind"]) for each in problems] == [(None, "wrong_type")]


def test_a_deep_nest_of_lists_is_refused_like_any_list() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for fact in CALCULATOR.facts:
        assert [each["kind"] for each in problems_of({fact: deep})] in (["wrong_type"], ["unknown_option"])
    assert problems_of({"nothing": deep})[0]["entered"] == "a list"
    while deep:  # take it apart from the outside, so that freeing it does not recurse
        deep = deep[0]


def test_every_wrong_answer_has_a_message_of_its_own_and_the_right_ones_have_none() -> None:
    problems = problems_of(
        GOOD,
        ki67_percent="abc",
        platelets_1e9_l="1,234",
        creatinine_umol_l={"value": "88", "unit": "mg/dL"},
        cells="pink",
        nothing=1,
    )
    assert [(each["fact"], each["kind"]) for each in problems] == [
        ("ki67_percent", "not_a_number"),
        ("platelets_1e9_l", "ambiguous"),
        ("creatinine_umol_l", "implausible"),
        ("cells", "unknown_option"),
        ("nothing", "unknown_fact"),
    ]
    for each in problems:
        assert set(each) == {"fact", "entered", "message", "kind", "suggestion", "confirmable"}


def test_answers_that_cannot_be_true_together_are_refused_at_their_field() -> None:
    problems = problems_of({"differentiation": "poor", "ki67_percent": 2})
    assert problems == [
        {
            "fact": "ki67_percent",
            "entered": "2\u00a0%",
            "message": "Poorly differentiated with a low Ki-67.",
            "kind": "contradiction",
            "suggestion": None,
            "confirmable": False,
        }
    ]
    assert problems_of({"differentiation": "poor", "grade": "g3"})[0]["fact"] == "grade"


def test_contradictions_and_other_problems_are_told_together() -> None:
    problems = problems_of({"differentiation": "poor", "ki67_percent": 2, "score": 9})
    assert [(each["fact"], each["kind"]) for each in problems] == [
        ("score", "refused"),
        ("ki67_percent", "contradiction"),
    ]


def test_an_answer_that_is_refused_contradicts_nothing() -> None:
    problems = problems_of({"differentiation": "poor", "ki67_percent": "1,234", "grade": "pink"})
    assert [each["kind"] for each in problems] == ["ambiguous", "unknown_option"]


def test_a_value_that_was_worked_out_contradicts_nothing_because_nobody_can_correct_it() -> None:
    result = judge(CALCULATOR, {"differentiation": "poor", "ki67_percent": 40, "cells": "large"})
    assert result["headline"]["state"] == "criteria_not_met"  # the grade is worked out as G3 from 40 %


def test_the_answer_to_a_closed_question_is_listed_and_not_used() -> None:
    result = judge(CALCULATOR, {"differentiation": "well", "cells": "large"})
    assert [(each["fact"], each["entered"]) for each in result["not_used"]] == [("cells", "Large cell")]
    fresh = judge(CALCULATOR, {"differentiation": "well"})
    for key in ("headline", "findings", "missing", "changes", "warnings", "values"):
        assert result[key] == fresh[key]


def test_an_answer_whose_question_was_not_opened_says_what_it_waits_for() -> None:
    result = judge(CALCULATOR, {"cells": "large"})
    assert [each["why"] for each in result["not_used"]] == ["it is asked only after “Differentiation: Poor”"]
    result = judge(CALCULATOR, {"differentiation": "well", "cells": "large"})
    assert [each["why"] for each in result["not_used"]] == ["another answer closes this question"]


@pytest.mark.parametrize(("raw", "verdict"), [("1", "1"), (1, "1"), (0, "0")])
def test_an_option_that_is_a_number_may_be_written_as_one(raw: Any, verdict: str) -> None:
    assert read_answers(STATUS, {"ecog": raw}).values == {"ecog": verdict}


@pytest.mark.parametrize("raw", [True, False, 1.0, 5, -1, "01", 10**100])
def test_a_number_that_is_no_option_is_refused(raw: Any) -> None:
    with pytest.raises(AnswerError, match="Allowed: 0, 1"):
        read_answers(STATUS, {"ecog": raw})


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31", "2028-02-29"])
def test_a_day_of_three_centuries_is_read(day: str) -> None:
    assert "taken" in read_answers(CALCULATOR, {"taken": day}).values


def test_closing_one_question_closes_the_next_whatever_their_order() -> None:
    first = yes_no("first", "First")
    second = yes_no("second", "Second")
    third = yes_no("third", "Third")
    chain = Calculator(
        id="chain", title="Chain", intended_use="Tests.", not_for=(), content_version="1",
        sections=(section("s", "S", ask(third, when=second.yes), ask(second, when=first.yes), first),),
        rule=criteria("list", "List", *[criterion(f.id, f.id, f.yes, evidence="T-1") for f in (first, second, third)]),
    )  # fmt: skip
    read = read_answers(chain, {"first": "no", "second": "yes", "third": "yes"})
    assert read.values == {"first": "no"}
    assert sorted(read.not_asked) == ["second", "third"]


@pytest.mark.parametrize(
    ("taken", "today", "known"),
    [
        ("2026-11-01", "2026-11-29", True),
        ("2026-11-01", "2026-11-30", False),
        ("2024-02-01", "2024-02-29", True),
        ("2026-11-01", None, True),
        (None, "2026-11-29", True),
    ],
)
def test_a_result_counts_until_its_last_day_and_then_is_unknown(taken: Any, today: Any, known: bool) -> None:
    result = judge(CALCULATOR, {"platelets_1e9_l": 100, "taken": taken, "today": today})
    verdicts = {each["id"]: each["verdict"] for each in result["findings"]}
    assert verdicts["platelets"] == ("met" if known else "unknown")
    said = [each["why"] for each in result["not_used"] if each["fact"] == "platelets_1e9_l"]
    assert said == ([] if known else ["too old: 29 days, at most 28 days are accepted"])


def test_a_test_from_the_future_is_refused() -> None:
    problems = problems_of({"taken": "2026-11-24", "today": "2026-11-23"})
    assert [(each["fact"], each["kind"]) for each in problems] == [("taken", "contradiction")]


def test_an_unknown_variant_is_refused_with_those_that_exist() -> None:
    for variant in ("eu", ["eu"], {"a": 1}, 5, "x" * 1000):
        with pytest.raises(AnswerError) as caught:
            judge(CALCULATOR, {}, variant=variant)  # type: ignore[arg-type]
        assert caught.value.problems[0]["fact"] == "variant"
        assert len(caught.value.problems[0]["message"]) < 200
        assert caught.value.problems[0]["message"].endswith("It has none: leave it out.")


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=80),
        st.sampled_from(["1,5", "10 000", "5 mg/dL", "well", "yes", "prrt", "2026-02-30", "１２", "<b>", "10^9/L"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["value", "unit", "confirmed", "other"]), inner, max_size=3),
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.one_of(st.sampled_from(sorted(CALCULATOR.facts)), st.text(max_size=20)), JUNK, max_size=6))
def test_no_junk_makes_it_fall_over_and_every_problem_names_its_place(answers: dict[str, Any]) -> None:
    try:
        result, problems = judge(CALCULATOR, answers), []
    except AnswerError as error:
        result, problems = None, error.problems
    assert (result is None) == bool(problems)
    for each in problems:
        assert each["fact"] in answers or len(each["fact"]) <= 40
        assert each["message"]
    json.dumps([result, problems])
