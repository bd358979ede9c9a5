"""What is said of missing answers, against every completion of them.

The engine looks at a few cleverly chosen answers; here all of a grid are tried, by two-valued logic alone.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import all_of, any_of, conclusion, criteria, criterion, first_of, none_of, points
from guideline import completions as engine
from guideline.completions import stretches
from guideline.headlines import headline_of
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from guideline.verdicts import UNKNOWN
from tests.guideline import small
from tests.guideline.small import AMOUNT, COLOUR, COUNT, DRUGS, A, B, case, completions, facts_of, outcome_of, true
from tests.guideline.strategies import COMPARISONS, lists, nodes, some_answers, tables, worked_out

UNANIMOUS = {frozenset({True}): "met", frozenset({False}): "not_met"}


def verdict_by_trying(node: Node, answers: dict[str, Any]) -> str:
    return UNANIMOUS.get(frozenset(true(node, each) for each in completions(node, answers)), "unknown")


def headline_by_trying(rule: Criteria, answers: dict[str, Any]) -> str:
    """Return the state on which all completions agree; what is never better than not met is not met."""
    states = {small.state_of(rule, each) for each in completions(rule, answers)}
    if len(states) == 1:
        return states.pop()
    return "criteria_not_met" if states == {"criteria_not_met", "contraindicated"} else "not_enough_information"


@settings(max_examples=400, deadline=None)
@given(data=st.data(), node=nodes())
def test_a_verdict_is_what_all_completions_agree_on(data: st.DataObject, node: Node) -> None:
    answers = data.draw(some_answers(node))
    assert node.verdict(case(answers)).value == verdict_by_trying(node, answers)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), rule=tables())
def test_outcomes_are_exactly_those_that_a_completion_leads_to(data: st.DataObject, rule: FirstOf) -> None:
    answers = data.draw(some_answers(rule))
    reached = {outcome_of(rule, each) for each in completions(rule, answers)}
    assert {each.id for each in rule.outcomes(case(answers))} == reached
    decided = rule.decided(case(answers))
    assert (decided is not None and {decided.id} == reached) or (decided is None and len(reached) > 1)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=lists())
def test_a_headline_is_what_all_completions_agree_on(data: st.DataObject, rule: Criteria) -> None:
    answers = data.draw(some_answers(rule))
    assert headline_of(rule, case(answers)).state == headline_by_trying(rule, answers)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=tables(), limit=st.integers(0, 3))
def test_where_trying_all_would_take_too_long_too_much_is_left_open_and_never_too_little(
    data: st.DataObject, rule: FirstOf, limit: int
) -> None:
    answers = data.draw(some_answers(rule))
    reached = {outcome_of(rule, each) for each in completions(rule, answers)}
    for name in ("MOST_STEPS", "MOST_COMBINATIONS"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine, name, limit)
            assert {each.id for each in rule.outcomes(case(answers))} >= reached


@settings(max_examples=150, deadline=None)
@given(data=st.data(), node=nodes(), limit=st.integers(0, 3))
def test_a_verdict_found_in_too_little_time_is_open_or_right(data: st.DataObject, node: Node, limit: int) -> None:
    answers = data.draw(some_answers(node))
    for name in ("MOST_STEPS", "MOST_COMBINATIONS"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine, name, limit)
            assert node.verdict(case(answers)).value in {"unknown", verdict_by_trying(node, answers)}


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=tables())
def test_a_conclusion_inside_a_rule_never_says_more_than_its_table(data: st.DataObject, rule: FirstOf) -> None:
    concluded = conclusion("concluded", rule)
    wanted = data.draw(st.sampled_from([each.id for each, _ in rule.branches]))
    answers = data.draw(some_answers(rule))
    reached = {outcome_of(rule, each) == wanted for each in completions(rule, answers)}
    assert concluded.is_(wanted).verdict(case(answers)).value == UNANIMOUS.get(frozenset(reached), "unknown")


@settings(max_examples=150, deadline=None)
@given(data=st.data(), parts=st.lists(st.tuples(st.sampled_from([-2, -1, 1, 2, 3]), nodes(1)), min_size=1, max_size=3))
def test_a_score_leaves_exactly_the_totals_that_a_completion_gives(
    data: st.DataObject, parts: list[tuple[int, Node]]
) -> None:
    score = points("score", "Score", *parts, start=1)
    together = all_of("together", "All conditions", *[node for _, node in parts])
    answers = data.draw(some_answers(together))
    totals = {1 + sum(amount for amount, node in parts if true(node, each)) for each in completions(together, answers)}
    assert set(score.possible(case(answers))) == totals


@settings(max_examples=200, deadline=None)
@given(data=st.data(), tests=worked_out())
def test_what_is_worked_out_inside_a_rule_never_leaves_too_little_open(data: st.DataObject, tests: Any) -> None:
    rule = data.draw(tables(tests))
    answers = data.draw(some_answers(rule))
    reached = {outcome_of(rule, each) for each in completions(rule, answers)}
    assert {each.id for each in rule.outcomes(case(answers))} >= reached
    decided = rule.decided(case(answers))
    assert decided is None or {decided.id} == reached


@settings(max_examples=150, deadline=None)
@given(data=st.data(), tests=worked_out())
def test_a_verdict_on_what_is_worked_out_is_open_or_right(data: st.DataObject, tests: Any) -> None:
    node = data.draw(nodes(2, tests=tests))
    answers = data.draw(some_answers(node))
    assert node.verdict(case(answers)).value in {"unknown", verdict_by_trying(node, answers)}


@settings(max_examples=100, deadline=None)
@given(data=st.data(), tests=worked_out())
def test_a_headline_on_what_is_worked_out_is_open_or_right(data: st.DataObject, tests: Any) -> None:
    rule = data.draw(lists(tests))
    answers = data.draw(some_answers(rule))
    found, right = headline_of(rule, case(answers)).state, headline_by_trying(rule, answers)
    assert found in {"not_enough_information", right} or (found, right) == ("criteria_not_met", "contraindicated")


# Rules in which Kleene's logic alone says unknown although every answer leads to the same verdict.
DIFFER = [
    (any_of("n", "Either way", AMOUNT > 20, AMOUNT <= 20), {}, "met"),
    (all_of("n", "Both at once", AMOUNT > 20, AMOUNT <= 20), {}, "not_met"),
    (any_of("n", "Yes or no", A.yes, A.no), {}, "met"),
    (none_of("n", "Red and blue at once", all_of("m", "M", COLOUR.is_("red"), COLOUR.is_("blue"))), {}, "met"),
    (any_of("n", "Every option", COLOUR.is_("red"), COLOUR.one_of("green", "blue")), {}, "met"),
    (
        any_of("n", "Split by B", all_of("k", "K", A.yes, B.yes), all_of("m", "M", A.no, B.yes)),
        {"b": "yes"},
        "met",
    ),
    (all_of("n", "No whole number between", COUNT > 2, COUNT < 3), {}, "not_met"),
    (any_of("n", "X or not X", DRUGS.includes("x"), none_of("m", "M", DRUGS.includes("x"))), {}, "met"),
]


@pytest.mark.parametrize(("node", "answers", "verdict"), DIFFER, ids=[node.text for node, _, _ in DIFFER])
def test_completion_decides_where_kleene_s_logic_alone_does_not(
    node: Node, answers: dict[str, Any], verdict: str
) -> None:
    assert node.own_verdict(case(answers)) is UNKNOWN
    assert node.verdict(case(answers)).value == verdict


def test_two_criteria_that_exclude_each_other_are_not_met_whatever_the_answer_is() -> None:
    low = criterion("low", "At most 20 %", AMOUNT <= 20, evidence="T-1")
    high = criterion("high", "Above 20 %", AMOUNT > 20, evidence="T-1")
    other = criterion("a", "A", A.yes, evidence="T-1")
    assert headline_of(criteria("list", "List", low, high, other), case({})).state == "criteria_not_met"
    forbidden = criterion("b", "B", B.yes, kind="contraindication", evidence="T-1")
    assert headline_of(criteria("list", "List", low, high, forbidden), case({})).state == "criteria_not_met"
    assert headline_of(criteria("list", "List", low, high, forbidden), case({"b": "yes"})).state == "contraindicated"


def test_criteria_that_share_a_fact_are_looked_at_together() -> None:
    rule = criteria(
        "list",
        "List",
        criterion("low", "Below 40", AMOUNT < 40, kind="caution", evidence="T-1"),
        criterion("high", "40 or more", AMOUNT >= 40, kind="caution", evidence="T-1"),
    )
    headline = headline_of(rule, case({}))
    assert headline.state == "met_with_cautions"
    assert headline.counts == (0, 0, 0, 0, 2)


def test_clusters_join_criteria_that_share_a_fact_also_through_a_third() -> None:
    def required(name: str, *tests: Any) -> Node:
        parts = [criterion(f"{name}-{i}", name, test, kind="part", evidence="T-1") for i, test in enumerate(tests)]
        return any_of(name, name, *parts)

    rule = criteria(
        "list",
        "List",
        required("one", A.yes),
        required("two", B.yes),
        required("three", A.yes, AMOUNT > 20),
        required("four", COLOUR.is_("red")),
        required("five", B.yes, AMOUNT > 20),
    )
    found = sorted(sorted(part.id for part in cluster.parts) for cluster in rule.clusters)
    assert found == [["five", "one", "three", "two"], ["four"]]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(COMPARISONS), min_size=1, max_size=5))
def test_stretches_miss_no_value_that_comparisons_can_tell_apart(comparisons: list[Any]) -> None:
    node = any_of("n", "N", *comparisons)
    for fact in facts_of(node).values():
        own = tuple(each for each in comparisons if each.fact is fact)
        found = [{tuple(each.holds(value) for each in own) for value in stretch} for stretch in stretches(fact, own)]
        assert all(len(each) == 1 for each in found)
        everything = {tuple(each.holds(value) for each in own) for value in small.grid(node, fact)}
        assert {each for stretch in found for each in stretch} == everything


def test_a_stretch_of_a_scale_has_no_gap() -> None:
    assert stretches(COUNT, (COUNT.equals(1),)) == ((0.0,), (1.0,), (2.0, 4.0))


def test_a_table_in_a_table_is_worked_out_once_for_a_case() -> None:
    table = first_of("t", "Table", ("Red", A.yes), ("Blue", None))
    here = case({"a": "yes"})
    assert here.value(conclusion("concluded", table)) == "red"
    assert table.outcomes(here) is table.outcomes(here)


@pytest.mark.parametrize("more", [{}, {"b": "no"}])
def test_a_fact_left_in_one_place_is_tried_where_another_is_worked_out_from_it(more: dict[str, Any]) -> None:
    """Learning that a branch falls away, and with it a place of the fact, never opens another branch."""
    level = conclusion(
        "level", first_of("level", "Level", ("none", COLOUR.is_("red")), ("high", COUNT >= 3), ("low", None))
    )
    red = criterion("red", "Red", COLOUR.is_("red"), evidence="X-1")
    rule = first_of(
        "rule",
        "Rule",
        ("with b", all_of("with-b", "Red with B", red, B.yes)),
        ("with a", all_of("with-a", "Red with A", red, A.yes)),
        ("by level", level.is_("high")),
        ("rest", None),
    )
    found = rule.outcomes(case({"a": "yes", "count": 4, **more}))
    assert [each.id for each in found if each.id != "with-b"] == ["with-a", "by-level"]
