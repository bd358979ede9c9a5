"""Nudged rules: one comparison changed at a time, everything else as it is.

A mutant that no worked example notices is a threshold that nothing guards.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import guideline.changes
import guideline.completions
import guideline.findings
import guideline.headlines
import guideline.masks
from guideline import AnswerError, Calculator, judge, read_answers
from guideline.cases import Case
from guideline.comparisons import TESTS, Comparison
from guideline.facts import Choice, Number, SeveralOf
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.replay import example_differences, limit_differences, walk
from tests.calculators.found import comparisons_of
from tests.calculators.random_cases import as_answers, random_values

SWAPPED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}

# What no rule may say: operators that only a nudge has.
TESTS |= {
    "is not": lambda value, wanted: value not in wanted,
    "lacks": lambda value, wanted: wanted.isdisjoint(value),
    "always": lambda *_: True,
    "never": lambda *_: False,
}
CONTRARY = {"is": "is not", "includes": "lacks"}


@dataclass(frozen=True, eq=False)
class Mutant:
    """A comparison with another operator or value."""

    comparison: Comparison
    words: str
    operator: str
    value: Any

    def holds(self, value: Any) -> bool:
        """Return whether a value passes once the nudge is in place."""
        return TESTS[self.operator](value, self.value)

    @property
    def name(self) -> str:
        """What is nudged, and how."""
        each = self.comparison
        return f"{each.fact.id} {each.operator} {shown(each.value)} -> {self.words}"


def shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else " or ".join(sorted(value))


def mutants_of(comparison: Comparison) -> Iterator[Mutant]:
    """Yield every nudge of a comparison that can make a difference for some answer in the fact's range."""
    fact = comparison.fact
    if isinstance(fact, Number):
        step = 1.0 if fact.whole else 10.0**-fact.decimals
        operator, value = comparison.operator, comparison.value
        nudges = [(operator, round(value + step, 9)), (operator, round(value - step, 9))]
        nudges += [(SWAPPED[operator], value)] if operator in SWAPPED else []
        for other, limit in nudges:
            nudged = Mutant(comparison, f"{other} {limit:g}", other, limit)
            if any(reads_otherwise(nudged, each) for each in possible(fact, value, limit)):
                yield nudged
        return
    yield Mutant(comparison, "the contrary", CONTRARY[comparison.operator], comparison.value)
    yield Mutant(comparison, "always met", "always", comparison.value)
    yield Mutant(comparison, "never met", "never", comparison.value)


def possible(fact: Number, *limits: float) -> list[float]:
    """Return values that the fact can have around limits."""
    values = {each for limit in limits for each in (limit, math.nextafter(limit, -1e9), math.nextafter(limit, 1e9))}
    values.add(sum(limits) / len(limits))
    if fact.whole:
        values = {float(math.floor(each)) for each in values} | {float(math.ceil(each)) for each in values}
    return [each for each in values if fact.at_least <= each <= fact.at_most]


@contextmanager
def in_place(mutant: Mutant) -> Iterator[None]:
    """Let every rule that uses the comparison use the mutant instead."""
    each = mutant.comparison
    operator, value = each.operator, each.value
    object.__setattr__(each, "operator", mutant.operator)
    object.__setattr__(each, "value", mutant.value)
    clear_caches()
    try:
        yield
    finally:
        object.__setattr__(each, "operator", operator)
        object.__setattr__(each, "value", value)
        clear_caches()


def clear_caches() -> None:
    """Forget what is kept of rules from one case to the next."""
    for module in (guideline.changes, guideline.completions, guideline.findings, guideline.headlines, guideline.masks):
        for name in dir(module):
            clear = getattr(getattr(module, name), "cache_clear", None)
            if clear is not None:
                clear()


@dataclass(eq=False)
class Guard:
    """One worked example, or one side of one limit: `differs` says whether it comes out otherwise than its source."""

    case: Case | None
    differs: Callable[[], bool]
    caught: int = 0


def guards_of(found: Found) -> list[Guard]:
    """Return everything in a cases file that can notice a mutant."""
    calculator = found.calculator
    guards = [
        Guard(
            case_of(calculator, dict(example.answers)),
            lambda example=example: any(True for _ in example_differences(calculator, example)),
        )
        for example in found.cases.examples
    ]
    for limit in found.cases.limits:
        for answer, verdict in limit.cases():
            met, not_met = ((answer,), ()) if verdict == "met" else ((), (answer,))
            one = replace(limit, met=met, not_met=not_met)
            guards.append(
                Guard(
                    case_of(calculator, {**limit.answers, limit.fact: answer}),
                    lambda one=one: any(True for _ in limit_differences(calculator, one)),
                )
            )
    return guards


def case_of(calculator: Calculator, answers: dict[str, Any]) -> Case | None:
    """Return the case of a worked example, or None where its answers are refused (which may be the point of it)."""
    try:
        return Case(dict(read_answers(calculator, answers).values))
    except AnswerError:
        return None


def survivors_of(found: Found) -> list[str]:
    """Return the mutants of a calculator that no worked example notices, each with a case that tells it apart."""
    guards = guards_of(found)
    survivors = []
    for comparison in comparisons_of(found.calculator):
        fact = comparison.fact
        seen = [(guard, None if guard.case is None else guard.case.value(fact)) for guard in guards]
        for mutant in mutants_of(comparison):
            # First the guards whose answer the mutant reads differently, then those that may notice it otherwise.
            telling = [guard for guard, value in seen if value is not None and reads_otherwise(mutant, value)]
            others = [guard for guard, value in seen if value is None]
            with in_place(mutant):
                ordered = [*sorted(telling, key=lambda guard: -guard.caught), *others]
                killer = next((guard for guard in ordered if guard.differs()), None)
            if killer is not None:
                killer.caught += 1
                continue
            case = telling_case(found.calculator, mutant)
            if case is not None or isinstance(fact, Number):
                survivors.append(mutant.name if case is None else f"{mutant.name}; {case}")
    return survivors


def reads_otherwise(mutant: Mutant, value: Any) -> bool:
    return mutant.holds(value) != mutant.comparison.holds(value)


def telling_case(calculator: Calculator, mutant: Mutant, tries: int = 300) -> str | None:
    """Return answers that come to something else with the mutant in place, or None where random search finds none.

    None for a choice means that other answers already say as much.
    """
    source = Random(mutant.name)  # noqa: S311 - a seed, so that a failure comes back
    fact = mutant.comparison.fact
    drawn = []
    for _ in range(tries):
        values = random_values(calculator, source)
        if fact.id in calculator.facts and isinstance(fact, Choice) and not isinstance(fact, SeveralOf):
            others = [each.id for each in fact.options if reads_otherwise(mutant, each.id)]
            values[fact.id] = source.choice(others or [fact.options[0].id])
        variants = [each for each in calculator.rules if each != "-"] or [None]
        drawn.append((as_answers(values, calculator), source.choice(variants)))
    before = [digest(calculator, *each) for each in drawn]
    with in_place(mutant):
        for (answers, variant), was in zip(drawn, before, strict=True):
            if digest(calculator, answers, variant) != was:
                plain = {each: value["value"] if isinstance(value, dict) else value for each, value in answers.items()}
                return f"noticed by {f'{variant} ' if variant else ''}{json.dumps(plain)}"
    return None


def digest(calculator: Calculator, answers: dict[str, Any], variant: str | None) -> Any:
    """Return everything of a result that a worked example can expect."""
    try:
        result = judge(calculator, answers, variant=variant)
    except AnswerError as error:
        return sorted(str(each["fact"]) for each in error.problems)
    verdicts = {each["id"]: each["verdict"] for each in walk(result["findings"])}
    placed = [(each["id"], each["placement"]) for each in result["options"]]
    values = [(each["id"], each["value"]) for each in result["values"]]
    missing = sorted(each["fact"] for each in result["missing"])
    warnings = sorted(each["text"] for each in result["warnings"])
    not_used = sorted(each["fact"] for each in result["not_used"])
    headline = (result["headline"]["state"], [each["id"] for each in result["outcomes"]])
    return headline, verdicts, placed, values, missing, warnings, not_used
