"""Comparisons are data: they are never true or false by themselves, and never compare with what does not exist."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from guideline import all_of, date, number
from tests.guideline.small import AMOUNT, COLOUR, COUNT, DRUGS, A, case


def test_a_comparison_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match=r"amount <= 20\.0 is a rule, not yet true or false"):
        bool(AMOUNT <= 20)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: 1 if AMOUNT > 20 else 0,
        lambda: 0 < AMOUNT < 3,  # type: ignore[operator]
        lambda: AMOUNT > 1 and AMOUNT < 3,
        lambda: AMOUNT > 1 or A.yes,
        lambda: not A.yes,
        lambda: all([A.yes, AMOUNT > 1]),
        lambda: any([DRUGS.includes("x")]),
        lambda: [1 for _ in "x" if COLOUR.is_("red")],
    ],
    ids=["if", "chained", "and", "or", "not", "all", "any", "filter"],
)
def test_python_s_own_logic_cannot_join_comparisons(wrong: Any) -> None:
    with pytest.raises(TypeError, match="join comparisons with all_of, any_of or none_of"):
        wrong()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: COLOUR.is_("pink"),
        lambda: COLOUR.one_of("red", "pink"),
        lambda: A.is_("maybe"),
        lambda: DRUGS.includes("pink"),
        lambda: DRUGS.includes_any("x", "pink"),
    ],
    ids=["is_", "one_of", "yes_no", "includes", "includes_any"],
)
def test_an_option_that_does_not_exist_is_refused_where_the_rule_is_written(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"has no option '\w+'; there is \w+"):
        wrong()


def test_several_answers_cannot_be_compared_as_one() -> None:
    with pytest.raises(TypeError, match="use includes"):
        DRUGS.is_("x")


@pytest.mark.parametrize(
    ("comparison", "at", "below", "above"),
    [
        (AMOUNT < 20, "not_met", "met", "not_met"),
        (AMOUNT <= 20, "met", "met", "not_met"),
        (AMOUNT > 20, "not_met", "not_met", "met"),
        (AMOUNT >= 20, "met", "not_met", "met"),
        (AMOUNT.equals(20), "met", "not_met", "not_met"),
    ],
)
def test_a_limit_is_inside_or_outside_as_it_is_written(comparison: Any, at: str, below: str, above: str) -> None:
    verdicts = [comparison.verdict(case({"amount": each})).value for each in (20.0, 20.0 - 1e-9, 20.0 + 1e-9)]
    assert verdicts == [at, below, above]


def test_a_limit_reads_in_words_with_its_unit() -> None:
    assert (AMOUNT >= 2.5).limit == "at least 2.5\u00a0%"
    assert (AMOUNT < 3).limit == "below 3\u00a0%"
    assert (COUNT > 1).limit == "above 1"
    assert (number("n", "N", unit="10⁹/L", at_least=-5, at_most=5) <= -1).limit == "at most −1\u00a0×\u00a010⁹/L"
    assert COLOUR.one_of("blue", "red").limit == "Red or Blue"
    assert A.yes.limit == "yes"


def test_what_was_not_entered_is_unknown_even_where_every_value_would_pass() -> None:
    assert all_of("n", "Anything at all", AMOUNT >= 0).verdict(case({})).value == "unknown"


def test_a_day_is_shown_as_a_day() -> None:
    day, number_of_day = date("day", "Day"), datetime.date(2026, 11, 23).toordinal()
    assert day.shown(number_of_day).replace("\u00a0", " ") == "23 November 2026"
    assert day.limit_text(">=", number_of_day) == f"at least {day.shown(number_of_day)}"
