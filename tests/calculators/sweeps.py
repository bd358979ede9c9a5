"""What sweeps share: cases with both sides of every limit, and the one outcome that each of them must have.

Where a grid is small it is walked whole, with both sides of every limit; where it is not, cases are drawn from the same
values with a seed, and one answer at a time is changed through all of its values.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from guideline import Calculator
from guideline.cases import Case
from guideline.facts import Choice, Fact, Number, SeveralOf, YesNo
from guideline.tables import FirstOf
from tests.calculators.random_cases import limits_of

Values = dict[str, Any]


def contradicted(calculator, case):
    """Whether any two answers of a case cannot be true together."""
    return any(each.stands_in(case) for each in calculator.contradictions)


def seeded(*names: object) -> Random:
    return Random(" ".join(map(str, names)))  # noqa: S311 - a seed, so that a failure comes back


def outcome_of(rule: FirstOf, case: Case) -> str:
    """Return the one outcome of a complete case, and make sure that Kleene's logic alone finds one and the same."""
    (outcome,) = rule.outcomes(case)
    live = rule.live(case)
    assert len(live) == 1, (rule.id, [rule.branches[place][0].id for place in live], case.entered)
    assert rule.branches[live[0]][0].id == outcome.id
    return outcome.id


def case_of(calculator: Calculator, values: Mapping[str, Any]) -> Case | None:
    """Return the case of answers in the facts' own units without those that are not asked, or None if contradictory."""
    case = calculator.open_case(Case(dict(values)))
    return None if contradicted(calculator, case) else case


def both_sides(calculator: Calculator, fact: Fact) -> list[Any]:
    """Return every option of a choice, or of a number both sides of every limit and the ends of its usual range."""
    if isinstance(fact, YesNo):
        return ["yes", "no"]
    if isinstance(fact, SeveralOf):
        options = [each.id for each in fact.options]
        return [(), *((each,) for each in options), tuple(options)]
    if isinstance(fact, Choice):
        return [each.id for each in fact.options]
    assert isinstance(fact, Number), fact.id
    step = 1.0 if fact.whole else 10.0**-fact.decimals
    near = {limit + by for limit in limits_of(calculator).get(fact.id, ()) for by in (-step, 0, step)}
    values = {*near, *map(float, fact.plausible)}
    return sorted(round(each, 6) for each in values if fact.at_least <= each <= fact.at_most)
