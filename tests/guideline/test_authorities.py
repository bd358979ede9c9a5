"""What is said of a difference between two authorities: in words, and never that one lacks what it puts otherwise."""

from __future__ import annotations

from typing import Any

from guideline import Calculator, criteria, criterion, first_of, judge, outcome, section, variants
from tests.guideline.small import AMOUNT, A, B


def differences(here: Any, there: Any, answers: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return (id, text, only) of what the second of two authorities differs by."""
    made_up = Calculator(
        id="small",
        title="Small",
        intended_use="Tests.",
        not_for=(),
        content_version="1",
        sections=(section("all", "All", AMOUNT, A, B),),
        rule=variants(("here", "Here", here), ("there", "There", there)),
    )
    own, other = judge(made_up, answers, variant="here")["authorities"]
    assert own["differences"] == []
    return [(each["id"], each["text"], each["only"]) for each in other["differences"]]


ENOUGH = criterion("enough", "Amount at least 10", AMOUNT >= 10, evidence="T-1")
SHORT = criterion("short", "Amount below 50", AMOUNT < 50, kind="contraindication", evidence="T-1")
HAS_A = criterion("has-a", "A", A.yes, evidence="T-1")
HAS_B = criterion("has-b", "B", B.yes, evidence="T-1")


def test_what_one_alone_speaks_of_is_told_from_what_both_do() -> None:
    here, there = criteria("here", "Here", ENOUGH, HAS_A), criteria("there", "There", ENOUGH, HAS_B)
    assert differences(here, there, {}) == [("has-b", "B", "there"), ("has-a", "A", "here")]


def test_an_authority_that_puts_it_the_other_way_round_does_not_lack_it() -> None:
    here, there = criteria("here", "Here", ENOUGH), criteria("there", "There", SHORT)
    assert differences(here, there, {"amount": 5}) == [("short", "Amount below 50", "")]


def test_nor_does_one_whose_own_criterion_is_met() -> None:
    low = criterion("little", "Amount at least 1", AMOUNT >= 1, evidence="T-1")
    here, there = criteria("here", "Here", ENOUGH), criteria("there", "There", low)
    assert differences(here, there, {"amount": 5}) == [("little", "Amount at least 1", "")]


def test_one_criterion_with_two_limits_is_said_in_the_words_of_the_other() -> None:
    stricter = criterion("enough", "Amount at least 20", AMOUNT >= 20, evidence="T-1")
    here, there = criteria("here", "Here", ENOUGH), criteria("there", "There", stricter)
    assert differences(here, there, {"amount": 15}) == [("enough", "Amount at least 20", "")]
    assert differences(there, here, {"amount": 15}) == [("enough", "Amount at least 10", "")]
    assert differences(here, there, {"amount": 5}) == []


def test_of_two_tables_each_outcome_is_named_where_it_is_possible() -> None:
    low, high = AMOUNT < 10, AMOUNT < 50
    here = first_of("here", "Here", (outcome("Small", outcome_id="small"), low), (outcome("Large"), None))
    there = first_of("there", "There", (outcome("Small", outcome_id="small"), high), (outcome("Huge"), None))
    assert differences(here, there, {"amount": 20}) == [("small", "Small", "there"), ("large", "Large", "here")]


def test_outcomes_of_two_names_in_the_same_words_are_no_difference() -> None:
    here = first_of("here", "Here", (outcome("Small"), A.yes), (outcome("Not said", outcome_id="one"), None))
    there = first_of("there", "There", (outcome("Large"), A.yes), (outcome("Not said", outcome_id="two"), None))
    assert differences(here, there, {"a": "no"}) == []
    assert differences(here, there, {}) == [("large", "Large", "there"), ("small", "Small", "here")]
