"""Nudged rules: one comparison changed at a time, everything else as it is.

A mutant that no worked example notices is a threshold that nothing guards.
"""

from __future__ import annotations

import gc
import json
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Any

import guideline.calculators
import guideline.changes
import guideline.completions
from guideline import AnswerError, Calculator, judge, read_answers
from guideline.cases import Case
from guideline.comparisons import TESTS, Comparison
from guideline.conclusions import Conclusion, Points
from guideline.facts import Choice, Number, SeveralOf
from guideline.panels import Panel
from guideline.rules import Criteria, Criterion, Group, Node, node_of
from guideline.tables import FirstOf
from guideline.verdicts import MET, NOT_MET
from mkdocs_calculators.cases import Example
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
def in_place(mutant: Mutant, nodes: Iterable[Node] | None = None) -> Iterator[None]:
    """Let every rule that uses the comparison use the mutant instead; `nodes` are all that do, where that is known."""
    each = mutant.comparison
    operator, value = each.operator, each.value
    object.__setattr__(each, "operator", mutant.operator)
    object.__setattr__(each, "value", mutant.value)
    clear_caches(nodes)
    try:
        yield
    finally:
        object.__setattr__(each, "operator", operator)
        object.__setattr__(each, "value", value)
        clear_caches(nodes)


KEPT = ("kept_findings", "kept_headlines", "kept_ranks", "kept_unsatisfied", "masks")


def clear_caches(nodes: Iterable[Node] | None = None) -> None:
    """Forget what is kept from one case to the next: of these nodes, or of all that there are."""
    for node in every_node() if nodes is None else nodes:
        for name in KEPT:
            vars(node).pop(name, None)
    for module in (guideline.calculators, guideline.changes, guideline.completions):
        for name in dir(module):
            clear = getattr(getattr(module, name), "cache_clear", None)
            if clear is not None:
                clear()


def every_node() -> list[Node]:
    """Return every node of every rule in this process, clusters included."""
    nodes = [each for each in gc.get_objects() if issubclass(type(each), Node)]
    return nodes + [cluster for each in nodes if isinstance(each, Criteria) for cluster in each.clusters]


@dataclass(eq=False)
class Guard:
    """One worked example, or one side of one limit: `differs` says whether it comes out otherwise than its source."""

    case: Case | None
    differs: Callable[[], bool]
    rules: tuple[Node, ...]
    caught: int = 0

    @cached_property
    def hangs_on(self) -> frozenset[int]:
        """The comparisons (by `id`) that could each move what this comes to."""
        return frozenset() if self.case is None else frozenset(map(id, moving(self.rules, self.case)))

    @cached_property
    def stood(self) -> list[Any]:
        """Where its rules stand; to be asked for before anything is nudged."""
        return self.stand()

    def stand(self) -> list[Any]:
        """Return what its rules come to, without a word of why: soon known, and what an example mostly expects."""
        if self.case is None:
            return []
        case = Case(self.case.entered)
        return [standing(node, case) for node in self.rules]


def standing(node: Node, case: Case) -> Any:
    """Return the outcomes of a table, the verdicts of a list of criteria, the verdict of anything else."""
    if isinstance(node, FirstOf):
        return [each.id for each in node.outcomes(case)]
    if isinstance(node, Criteria):
        return [each.verdict(case) for each in node.children()]
    return node.verdict(case)


def first_to_differ(guards: list[Guard]) -> Guard | None:
    """Return a guard that comes out otherwise.

    First those whose rules have moved are asked; of the others those first whose answers were refused.
    """
    still = []
    for guard in guards:
        if guard.stand() == guard.stood:
            still.append(guard)
        elif guard.differs():
            return guard
    still.sort(key=lambda guard: guard.case is not None)
    return next((guard for guard in still if guard.differs()), None)


def moving(nodes: Iterable[Node], case: Case) -> Iterator[Comparison]:
    """Yield the comparisons that would by themselves move one of these nodes, were they read otherwise.

    A guess that saves time: guards whose rule hangs on a comparison are asked first.
    """
    for node in nodes:
        if isinstance(node, Criterion):
            yield node.test
            if isinstance(node.test.fact, Conclusion):
                yield from moving((node.test.fact.rule,), case)
            elif isinstance(node.test.fact, Points):
                yield from node.test.fact.conditions.comparisons
        elif isinstance(node, FirstOf):
            reached = node.branches[: node.live(case)[-1] + 1]
            yield from moving((condition for _, condition in reached if condition is not None), case)
        elif isinstance(node, Group) and node.join != "at_least":
            ending = NOT_MET if node.join == "all_of" else MET
            ended = [each for each in node.parts if each.own_verdict(case) is ending]
            yield from moving(() if len(ended) > 1 else ended or node.parts, case)
        else:
            yield from moving(node.children(), case)


def guards_of(found: Found) -> list[Guard]:
    """Return everything in a cases file that can notice a mutant."""
    calculator = found.calculator
    guards = [
        Guard(
            case_of(calculator, dict(example.answers)),
            lambda example=example: any(True for _ in example_differences(calculator, example)),
            tuple(looked_at(calculator, example)),
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
                    tuple(calculator.rules.values()),
                )
            )
    return guards


def looked_at(calculator: Calculator, example: Example) -> Iterator[Node]:
    """Yield what an example expects something of: its rule, or the rows of a panel that it names, and warnings.

    That its answers contradict each other, or do not, every example expects.
    """
    warned = "warnings" in example.expect or "no_warnings" in example.expect
    for said in (*(calculator.notices if warned else ()), *calculator.contradictions):
        yield Group(said.id, "", "all_of", said.conditions, "part", ())
    if "not_used" in example.expect or "missing" in example.expect:
        yield from (node_of(each.when) for each in calculator.asks if each.when is not None)
    for variant, rule in calculator.rules.items():
        if example.variant in (None, variant):
            if isinstance(rule, Panel):
                yield from (each.rule for each in rule.entries if each.id in example.expect.get("options", {}))
            else:
                yield rule


def case_of(calculator: Calculator, answers: dict[str, Any]) -> Case | None:
    """Return the case of a worked example, or None where its answers are refused (which may be the point of it)."""
    try:
        return Case(dict(read_answers(calculator, answers).values))
    except AnswerError:
        return None


def survivors_of(found: Found) -> list[str]:
    """Return the mutants of a calculator that no worked example notices, each with a case that tells it apart."""
    guards = guards_of(found)
    assert all(len(guard.stood) <= len(guard.rules) for guard in guards)
    nodes = every_node()
    survivors = []
    for comparison in comparisons_of(found.calculator):
        fact = comparison.fact
        using = [each for each in nodes if fact.id in each.depends_on]
        key = id(comparison)

        def promise(guard: Guard, key: int = key) -> tuple[bool, int]:
            return key in guard.hangs_on, guard.caught

        seen = [(guard, None if guard.case is None else guard.case.value(fact)) for guard in guards]
        for mutant in mutants_of(comparison):
            # First the guards whose answer the mutant reads differently, then those that may notice it otherwise.
            telling = [guard for guard, value in seen if value is not None and reads_otherwise(mutant, value)]
            others = [guard for guard, value in seen if value is None]
            with in_place(mutant, using):
                ordered = [*sorted(telling, key=promise, reverse=True), *others]
                killer = first_to_differ(ordered)
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
