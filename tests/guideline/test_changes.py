"""What would change the answer, against trying every value of every fact."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import (
    Calculator,
    ask,
    choice,
    contradiction,
    criteria,
    criterion,
    derived,
    first_of,
    judge,
    number,
    option,
    section,
)
from guideline.changes import Move, moves
from guideline.headlines import headline_of
from guideline.rules import Criteria
from guideline.tables import FirstOf
from tests.guideline.small import (
    AMOUNT,
    COLOUR,
    COUNT,
    DRUGS,
    FACTS,
    A,
    B,
    case,
    completions,
    facts_of,
    grid,
    outcome_of,
    state_of,
)
from tests.guideline.strategies import lists, some_answers, tables


def calculator(rule: Any, *facts: Any, **more: Any) -> Calculator:
    return Calculator(
        id="small", title="Small", intended_use="Tests.", not_for=(), content_version="1",
        sections=(section("all", "All", *(facts or FACTS)),), rule=rule, **more,
    )  # fmt: skip


def headline_by_trying(rule: Criteria | FirstOf, answers: dict[str, Any]) -> str | None:
    """Return the state, or the outcome, that every completion agrees on."""
    if isinstance(rule, FirstOf):
        found = {outcome_of(rule, each) for each in completions(rule, answers)}
    else:
        found = {state_of(rule, each) for each in completions(rule, answers)}
    if len(found) == 1:
        return found.pop()
    return "criteria_not_met" if found == {"criteria_not_met", "contraindicated"} else None


def named(headline: Any) -> str | None:
    if headline.state == "not_enough_information":
        return None
    return headline.outcomes[0].id if headline.outcomes else headline.state


def holds(move: Move, value: Any) -> bool:
    """Return whether a value lies in one of the stretches of a move."""
    return move.movable.signature(value) in {stretch.signature for stretch in move.stretches}


@settings(max_examples=200, deadline=None)
@given(data=st.data(), rule=st.one_of(lists(), tables()))
def test_changes_are_exactly_the_values_that_lead_to_another_headline(
    data: st.DataObject, rule: Criteria | FirstOf
) -> None:
    answers = data.draw(some_answers(rule))
    now = headline_of(rule, case(answers))
    found = list(moves(calculator(rule), rule, case(answers), now))
    for fact in facts_of(rule).values():
        for value in grid(rule, fact):
            if answers.get(fact.id) == value:
                continue
            there = headline_by_trying(rule, {**answers, fact.id: value})
            listed = {named(each.headline) for each in found if each.movable.fact is fact and holds(each, value)}
            assert listed == ({there} if there not in {None, named(now)} else set()), (fact.id, value)


@pytest.mark.parametrize(
    ("answers", "texts"),
    [
        ({"amount": 30}, ["Amount at most 20\u00a0% → criteria met"]),
        ({"amount": 20}, ["Amount above 20\u00a0% → criteria not met"]),
        ({}, ["Amount at most 20\u00a0% → criteria met", "Amount above 20\u00a0% → criteria not met"]),
    ],
)
def test_a_change_reads_from_limit_to_limit(answers: dict[str, Any], texts: list[str]) -> None:
    rule = criteria("list", "List", criterion("c", "At most 20 %", AMOUNT <= 20, evidence="T-1"))
    result = judge(calculator(rule), answers)
    assert [each["text"] for each in result["changes"]["can_change"]] == texts


def test_stretches_between_two_limits_at_a_limit_and_of_options_have_words_of_their_own() -> None:
    rule = first_of(
        "t",
        "Table",
        ("Low", AMOUNT < 20),
        ("Exactly", AMOUNT <= 20),
        ("Middle", AMOUNT < 55),
        ("Coloured", COLOUR.one_of("red", "blue")),
        ("Drugged", DRUGS.includes_any("x", "y")),
        ("One", COUNT.equals(1)),
        ("High", None),
    )
    given_ = {"amount": 60, "colour": "green", "drugs": [], "count": 3}
    texts = {each["text"] for each in judge(calculator(rule), given_)["changes"]["can_change"]}
    assert texts == {
        "Amount below 20\u00a0% → Low",
        "Amount 20\u00a0% → Exactly",
        "Amount above 20 and below 55\u00a0% → Middle",
        "Colour “Red” or “Blue” → Coloured",
        "Drugs “Drug X” or “Drug Y” → Drugged",
        "Count 1 → One",
    }
    assert {"Drugs (none of these) → High"} == {
        each["text"]
        for each in judge(calculator(rule), {**given_, "drugs": ["y"]})["changes"]["can_change"]
        if each["fact"] == "drugs"
    }


def test_favourable_changes_come_first_and_what_cannot_change_stands_apart() -> None:
    fixed = choice("fixed", "Fixed", option("red", "Red"), option("blue", "Blue"), changeable=False)
    rule = criteria(
        "list",
        "List",
        criterion("a", "A", A.yes, evidence="T-1"),
        criterion("b", "B", B.yes, kind="contraindication", evidence="T-1"),
        criterion("c", "C", AMOUNT > 20, kind="caution", evidence="T-1"),
        criterion("d", "D", fixed.is_("red"), evidence="T-1"),
    )
    result = judge(calculator(rule, A, B, AMOUNT, fixed), {"a": "no", "b": "no", "amount": 5, "fixed": "red"})
    assert [each["state"] for each in result["changes"]["can_change"]] == ["criteria_met", "contraindicated"]
    assert result["changes"]["cannot_change"] == []
    result = judge(calculator(rule, A, B, AMOUNT, fixed), {"a": "yes", "b": "no", "amount": 5, "fixed": "red"})
    assert [each["fact"] for each in result["changes"]["cannot_change"]] == ["fixed"]
    assert [each["state"] for each in result["changes"]["can_change"]] == [
        "met_with_cautions",
        "criteria_not_met",
        "contraindicated",
    ]


HEIGHT = number("height", "Height", unit="cm", at_least=50, at_most=250)
WEIGHT = number("weight", "Weight", unit="kg", at_least=10, at_most=250)
INDEX = derived(
    "index", "Index", unit="", inputs=(HEIGHT, WEIGHT), formula=lambda height, weight: weight / (height / 100) ** 2,
    at_least=0, at_most=1000,
)  # fmt: skip
BOTH = criteria(
    "list",
    "List",
    criterion("tall", "At least 150 cm", HEIGHT >= 150, evidence="T-1"),
    criterion("slim", "Index at most 30", INDEX <= 30, evidence="T-1"),
    criterion("thin", "Index below 18.5", INDEX < 18.5, kind="contraindication", evidence="T-1"),
)


def test_a_change_holds_for_every_value_that_it_names_although_a_formula_uses_the_fact_too() -> None:
    small = calculator(BOTH, HEIGHT, WEIGHT, INDEX)
    # 140 cm and 64 kg: from 150 cm upward the index is met only up to 186 cm, then the weight is too low.
    assert "height" not in {
        each["fact"] for each in judge(small, {"height": 140, "weight": 64})["changes"]["can_change"]
    }
    # With a measured index nothing else hangs on the height.
    result = judge(small, {"height": 140, "weight": 64, "index": 25})
    assert result["changes"]["can_change"][0]["text"] == "Height at least 150\u00a0cm → criteria met"


@pytest.mark.parametrize("weight", range(20, 200, 9))
@pytest.mark.parametrize("height", [100, 149, 150, 160, 175, 190, 230])
def test_every_value_inside_a_change_leads_where_the_change_says(height: float, weight: float) -> None:
    small = calculator(BOTH, HEIGHT, WEIGHT, INDEX)
    answers = {"height": float(height), "weight": float(weight)}
    now = headline_of(BOTH, case(answers))
    for move in moves(small, BOTH, case(answers), now):
        for tenth in range(500, 2501):
            value = tenth / 10 if move.movable.fact is HEIGHT else tenth / 25
            if move.movable.fact is not WEIGHT and holds(move, value):
                there = headline_of(BOTH, case({**answers, move.movable.fact.id: value}))
                assert there.state == move.headline.state


def test_a_change_that_would_contradict_another_answer_is_not_named() -> None:
    rule = criteria("list", "List", criterion("c", "At most 20 %", AMOUNT <= 20, evidence="T-1"))
    against = contradiction("x", "Red has more than 10 %.", COLOUR.is_("red"), AMOUNT <= 10, fact=AMOUNT)
    small = calculator(rule, AMOUNT, COLOUR, contradictions=(against,))
    texts = [each["text"] for each in judge(small, {"amount": 30, "colour": "red"})["changes"]["can_change"]]
    assert texts == ["Amount above 10 and at most 20\u00a0% → criteria met"]
    texts = [each["text"] for each in judge(small, {"amount": 30, "colour": "blue"})["changes"]["can_change"]]
    assert texts == ["Amount at most 20\u00a0% → criteria met"]


def test_an_answer_that_closes_a_question_takes_its_answer_out_of_the_change() -> None:
    rule = criteria(
        "list",
        "List",
        criterion("c", "Red", COLOUR.one_of("red", "blue"), evidence="T-1"),
        criterion("d", "At most 20 %", AMOUNT <= 20, evidence="T-1"),
    )
    small = calculator(rule, COLOUR, ask(AMOUNT, when=COLOUR.one_of("red", "green")))
    result = judge(small, {"colour": "green", "amount": 10})
    texts = [each["text"] for each in result["changes"]["can_change"]]
    assert texts == ["Colour “Red” → criteria met"]  # blue closes the question, and nothing is known without it
    result = judge(small, {"colour": "blue"})
    assert {each["fact"] for each in result["changes"]["can_change"]} == {"colour"}
