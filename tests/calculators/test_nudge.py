"""Nudge: move any threshold by its smallest step, swap < and ≤, turn any answer around, and a worked example fails."""

from __future__ import annotations

from typing import Any

import pytest

import guideline.judging
from guideline import criteria, criterion
from guideline.headlines import headline_of
from guideline.verdicts import MET
from tests.calculators.found import FOUND
from tests.calculators.mutants import every_node, in_place, mutants_of, survivors_of
from tests.guideline.small import AMOUNT, COUNT, DRUGS, A, case


@pytest.mark.parametrize("name", FOUND)
def test_every_nudge_makes_a_worked_example_fail(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Examples expect nothing of these two, and they take most of the time.
    monkeypatch.setattr(guideline.judging, "single_changes", lambda *_: [])
    monkeypatch.setattr(guideline.judging, "compared_authorities", lambda *_: [])
    survivors = survivors_of(FOUND[name])
    if survivors:
        listed = "\n".join(survivors)
        pytest.fail(
            f"{FOUND[name].cases.path}: {len(survivors)} nudges that no example notices:\n{listed}", pytrace=False
        )


@pytest.mark.parametrize(
    ("comparison", "nudges"),
    [
        (AMOUNT >= 20, [">= 20.1", ">= 19.9", "> 20"]),
        (AMOUNT > 0, ["> 0.1", "> -0.1", ">= 0"]),
        (AMOUNT >= 0, [">= 0.1", "> 0"]),
        (AMOUNT <= 100, ["<= 99.9", "< 100"]),
        (COUNT >= 2, [">= 3", ">= 1", "> 2"]),
        (COUNT.equals(4), ["= 5", "= 3"]),
        (A.yes, ["the contrary", "always met", "never met"]),
        (DRUGS.includes("x"), ["the contrary", "always met", "never met"]),
    ],
)
def test_a_comparison_is_nudged_wherever_it_can_make_a_difference(comparison: Any, nudges: list[str]) -> None:
    assert [each.words for each in mutants_of(comparison)] == nudges


def test_a_mutant_is_in_place_everywhere_and_leaves_no_trace() -> None:
    limit = AMOUNT >= 20
    rule = criteria("list", "List", criterion("c", "At least 20 %", limit, evidence="T-1"))
    nodes = every_node()
    for mutant in mutants_of(limit):
        with in_place(mutant, nodes):
            changed = [headline_of(rule, case({"amount": each})).state for each in (19.9, 20.0)]
            assert changed != ["criteria_not_met", "criteria_met"], mutant.name
        assert [headline_of(rule, case({"amount": each})).state for each in (19.9, 20.0)] == [
            "criteria_not_met",
            "criteria_met",
        ]
        assert limit.limit == "at least 20\u00a0%"
        assert (limit.operator, limit.value) == (">=", 20)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_mutant_reads_a_known_answer_as_the_nudge_says(answer: str) -> None:
    said, compared = case({"a": answer}), A.yes
    for mutant in mutants_of(compared):
        with in_place(mutant, []):
            assert (compared.verdict(said) is MET) == mutant.holds(answer), mutant.name
