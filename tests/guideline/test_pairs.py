"""What two answers change together, against trying every pair of values of every two facts."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import all_of, contradiction, criteria, criterion, first_of
from guideline.headlines import headline_of
from guideline.pairs import Together, distances, pair_texts, pairs
from guideline.rules import Criteria
from guideline.tables import FirstOf
from tests.guideline.small import AMOUNT, COLOUR, COUNT, A, B, C, case, facts_of, grid
from tests.guideline.strategies import lists, some_answers, tables
from tests.guideline.test_changes import calculator, headline_by_trying, named

EVERY = frozenset(("a", "b", "c", "colour", "amount", "count", "drugs"))


def holds(pair: Together, values: dict[str, Any]) -> bool:
    """Return whether two values lie in stretches of a pair that go together."""
    sides = (pair.first, pair.second)
    if {each.fact.id for each in sides} != set(values):
        return False
    signatures = tuple(each.signature(values[each.fact.id]) for each in sides)
    places = ((pair.first.stretches[one].signature, pair.second.stretches[two].signature) for one, two in pair.places)
    return signatures in set(places)


@settings(max_examples=120, deadline=None)
@given(data=st.data(), rule=st.one_of(lists(), tables()))
def test_pairs_are_exactly_the_two_values_that_lead_where_no_single_one_does(
    data: st.DataObject, rule: Criteria | FirstOf
) -> None:
    answers = data.draw(some_answers(rule))
    now = headline_of(rule, case(answers))
    searched = pairs(calculator(rule), rule, case(answers), now, EVERY)
    assert searched.whole
    known = [fact for fact in facts_of(rule).values() if fact.id in answers]
    reached = {named(now)}
    for fact in known:
        reached |= {headline_by_trying(rule, {**answers, fact.id: value}) for value in grid(rule, fact)}
    for one, two in combinations(known, 2):
        for first in grid(rule, one):
            for second in grid(rule, two):
                both = {one.id: first, two.id: second}
                there = headline_by_trying(rule, {**answers, **both})
                listed = {named(each.headline) for each in searched.found if holds(each, both)}
                assert listed == ({there} if there is not None and there not in reached else set()), both


TABLE = first_of(
    "t",
    "Table",
    ("Blood", criterion("amount", "Below 75", AMOUNT < 75, kind="part", evidence="T-1")),
    ("Kidney", criterion("count", "Below 2", COUNT < 2, kind="part", evidence="T-1")),
    ("Placed", None),
)


def test_two_obstacles_are_named_together_with_their_limits() -> None:
    known = case({"amount": 62.0, "count": 1.0})
    searched = pairs(calculator(TABLE), TABLE, known, headline_of(TABLE, known), EVERY)
    assert pair_texts(searched.found) == ["Amount at least 75\u00a0% and Count at least 2 → Placed"]


@pytest.mark.parametrize(
    ("answers", "facts"),
    [
        ({"amount": 80.0, "count": 1.0}, EVERY),  # one answer is enough, to each of the others
        ({"amount": 62.0, "count": 1.0}, {"amount"}),  # the other cannot change
        ({"amount": 62.0}, EVERY),  # what is missing is asked for, not changed
    ],
)
def test_no_pair_is_named_where_none_is_needed_or_allowed(answers: dict[str, float], facts: set[str]) -> None:
    known = case(answers)
    assert pairs(calculator(TABLE), TABLE, known, headline_of(TABLE, known), facts).found == ()


def test_a_pair_that_contradicts_itself_is_none() -> None:
    refused = contradiction("no", "Cannot be.", AMOUNT >= 75, COUNT >= 2, fact=COUNT)
    known = case({"amount": 62.0, "count": 1.0})
    searched = pairs(
        calculator(TABLE, AMOUNT, COUNT, contradictions=(refused,)), TABLE, known, headline_of(TABLE, known), EVERY
    )
    assert searched.found == ()


def test_a_list_of_criteria_names_pairs_by_its_state() -> None:
    rule = criteria(
        "list", "List",
        criterion("a", "A", A.yes, evidence="T-1"), criterion("b", "B", B.yes, evidence="T-1"),
        criterion("c", "C", C.yes, kind="caution", evidence="T-1"),
    )  # fmt: skip
    known = case({"a": "no", "b": "no", "c": "no"})
    searched = pairs(calculator(rule), rule, known, headline_of(rule, known), EVERY)
    assert pair_texts(searched.found) == ["Answer A “yes” and Answer B “yes” → criteria met"]


def test_the_search_ends_and_says_so() -> None:
    known = case({"amount": 62.0, "count": 1.0})
    searched = pairs(calculator(TABLE), TABLE, known, headline_of(TABLE, known), EVERY, most=2)
    assert (searched.found, searched.whole) == ((), False)


def test_distances_begin_with_the_nearest_limit_and_end_at_the_branch_that_applies() -> None:
    assert distances(TABLE, case({"amount": 62.0, "count": 1.0})) == [
        "Amount 62\u00a0%: 13 below the limit (below 75\u00a0%)"
    ]
    assert distances(TABLE, case({"amount": 80.0, "count": 2.0})) == [
        "Count 2: at the limit (below 2)",
        "Amount 80\u00a0%: 5 above the limit (below 75\u00a0%)",
    ]
    assert distances(TABLE, case({})) == []


def test_limits_of_another_situation_are_left_out() -> None:
    def part(name: str, test: Any) -> Any:
        return criterion(name, name, test, kind="part", evidence="T-1")

    rule = first_of(
        "t", "T",
        ("Small and red", all_of("both", "Red and small", part("red", COLOUR.is_("red")), part("small", AMOUNT <= 20),
                                 kind="part")),
        ("Few", part("few", COUNT < 2)),
        ("Other", None),
    )  # fmt: skip
    known = {"amount": 30.0, "count": 3.0}
    assert distances(rule, case({**known, "colour": "blue"})) == ["Count 3: 1 above the limit (below 2)"]
    assert len(distances(rule, case({**known, "colour": "red"}))) == 2
    assert len(distances(rule, case(known))) == 2  # not known: it may be this one
