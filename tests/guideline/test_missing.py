"""Which missing answers are asked for, and which of them decide, against trying every completion."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import all_of, any_of, ask, criteria, criterion, derived, first_of, judge, number
from guideline.rules import Criteria
from guideline.tables import FirstOf
from tests.guideline.small import AMOUNT, COLOUR, COUNT, A, B, C, completions, facts_of, grid, outcome_of, state_of
from tests.guideline.strategies import lists, some_answers, tables
from tests.guideline.test_changes import calculator


def answered(rule: Criteria | FirstOf, answers: dict[str, Any]) -> str:
    return outcome_of(rule, answers) if isinstance(rule, FirstOf) else state_of(rule, answers)


def deciding_by_trying(rule: Criteria | FirstOf, answers: dict[str, Any]) -> set[str]:
    """Return the missing facts for which two complete sets of answers, alike in all others, differ in the headline."""
    deciding = set()
    for fact in facts_of(rule).values():
        if fact.id in answers:
            continue
        for each in completions(rule, answers):
            if len({answered(rule, {**each, fact.id: value}) for value in grid(rule, fact)}) > 1:
                deciding.add(fact.id)
                break
    return deciding


def raw(answers: dict[str, Any]) -> dict[str, Any]:
    return {each: list(value) if isinstance(value, tuple) else value for each, value in answers.items()}


def judged(rule: Criteria | FirstOf, answers: dict[str, Any]) -> set[str]:
    confirmed = {
        each: {"value": value, "confirmed": True} if isinstance(value, float) else value
        for each, value in raw(answers).items()
    }
    return {each["fact"] for each in judge(calculator(rule), confirmed)["missing"] if each["decides"]}


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=st.one_of(lists(), tables()))
def test_no_missing_answer_that_can_move_the_headline_is_called_unimportant(
    data: st.DataObject, rule: Criteria | FirstOf
) -> None:
    answers = data.draw(some_answers(rule))
    assert deciding_by_trying(rule, answers) <= judged(rule, answers)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=st.one_of(lists(), tables()))
def test_where_each_fact_stands_once_exactly_what_can_move_the_headline_is_called_deciding(
    data: st.DataObject, rule: Criteria | FirstOf
) -> None:
    once = len({each.fact.id for each in rule.comparisons}) == len(rule.comparisons)
    same_outcome = isinstance(rule, FirstOf) and len({each.id for each, _ in rule.branches}) < len(rule.branches)
    if not once or same_outcome:
        return
    answers = data.draw(some_answers(rule))
    assert judged(rule, answers) == deciding_by_trying(rule, answers)


def test_the_answer_that_settles_most_is_asked_for_first() -> None:
    rule = criteria(
        "list",
        "List",
        criterion("a", "A", A.yes, evidence="T-1"),
        criterion("b", "B", B.yes, evidence="T-1"),
        any_of("b-or-c", "B or C", B.no, C.yes),
        criterion("c", "C", COUNT > 1, kind="preferred", evidence="T-1"),
    )
    missing = judge(calculator(rule), {})["missing"]
    assert [(each["fact"], each["decides"], each["settles"]) for each in missing] == [
        ("b", True, 2),
        ("a", True, 1),
        ("c", True, 1),
        ("count", False, 1),
    ]


def test_an_answer_that_another_has_made_idle_is_not_asked_for() -> None:
    rule = criteria("list", "List", any_of("n", "N", A.yes, all_of("m", "M", B.yes, C.yes)))
    assert [each["fact"] for each in judge(calculator(rule), {"a": "yes"})["missing"]] == []
    assert [each["fact"] for each in judge(calculator(rule), {"a": "no", "b": "no"})["missing"]] == []
    assert [each["fact"] for each in judge(calculator(rule), {"a": "no"})["missing"]] == ["b", "c"]


def test_a_question_that_waits_for_another_is_not_asked_for() -> None:
    rule = criteria("list", "List", all_of("n", "N", COLOUR.is_("red"), AMOUNT > 20))
    small = calculator(rule, COLOUR, ask(AMOUNT, when=COLOUR.is_("red")))
    assert [each["fact"] for each in judge(small, {})["missing"]] == ["colour"]
    assert [each["fact"] for each in judge(small, {"colour": "red"})["missing"]] == ["amount"]


HEIGHT = number("height", "Height", unit="cm", at_least=50, at_most=250)
WEIGHT = number("weight", "Weight", unit="kg", at_least=10, at_most=250)
INDEX = derived(
    "index", "Index", unit="", inputs=(HEIGHT, WEIGHT), formula=lambda height, weight: weight / (height / 100) ** 2,
    at_least=0, at_most=1000,
)  # fmt: skip
SLIM = criteria("list", "List", criterion("slim", "Index at most 30", INDEX <= 30, evidence="T-1"))


@pytest.mark.parametrize(
    ("answers", "asked"),
    [({}, ["index"]), ({"height": 180}, ["weight"]), ({"weight": 70}, ["height"]), ({"height": 180, "weight": 70}, [])],
)
def test_of_a_value_that_is_worked_out_what_was_begun_is_asked_for(answers: dict[str, Any], asked: list[str]) -> None:
    result = judge(calculator(SLIM, HEIGHT, WEIGHT, INDEX), answers)
    assert [each["fact"] for each in result["missing"]] == asked


def test_a_missing_answer_says_which_criteria_it_is_for_and_where_it_is_found() -> None:
    fact = number("n", "Number of nodes", unit="", at_least=0, at_most=9, found_in="surgical report")
    rule = first_of("t", "Table", ("Many", criterion("many", "Many", fact > 3, evidence="T-1")), ("Few", None))
    assert judge(calculator(rule, fact), {})["missing"] == [
        {
            "fact": "n",
            "label": "Number of nodes",
            "decides": True,
            "settles": 1,
            "criteria": ["many"],
            "found_in": "surgical report",
        }
    ]
