"""A small made-up vocabulary, and a second way of reading rules: two-valued, from complete answers, by brute force.

What is here knows nothing of completions, regions or findings. It takes a rule apart as data, tries every complete
set of answers on a grid and says what they lead to; the engine has to agree with it.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from guideline import choice, number, option, several_of, yes_no
from guideline.cases import Case
from guideline.comparisons import Comparison
from guideline.conclusions import Conclusion, Points
from guideline.facts import Choice, Fact, Number, SeveralOf
from guideline.rules import Criteria, Criterion, Group, Node
from guideline.tables import FirstOf

A = yes_no("a", "Answer A")
B = yes_no("b", "Answer B")
C = yes_no("c", "Answer C")
COLOUR = choice("colour", "Colour", option("red", "Red"), option("green", "Green"), option("blue", "Blue"))
AMOUNT = number("amount", "Amount", unit="%", at_least=0, at_most=100, plausible=(0, 90), decimals=1, close=1)
COUNT = number("count", "Count", unit="", at_least=0, at_most=4, whole=True)
DRUGS = several_of("drugs", "Drugs", option("x", "Drug X"), option("y", "Drug Y"), option("z", "Drug Z"))

FACTS: tuple[Fact, ...] = (A, B, C, COLOUR, AMOUNT, COUNT, DRUGS)

Answers = Mapping[str, Any]

_HOLDS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq}


def true(node: Node, answers: Answers) -> bool:
    """Return whether a condition holds for complete answers, by plain two-valued logic."""
    if isinstance(node, Criterion):
        value, test = value_of(node.test.fact, answers), node.test
        if test.operator == "is":
            return value in test.value
        if test.operator == "includes":
            return any(each in test.value for each in value)
        return bool(_HOLDS[test.operator](value, test.value))
    assert isinstance(node, Group)
    held = [true(part, answers) for part in node.parts]
    if node.join == "all_of":
        return False not in held
    if node.join == "any_of":
        return True in held
    if node.join == "none_of":
        return True not in held
    return held.count(True) >= node.count


def value_of(fact: Fact, answers: Answers) -> Any:
    """Return what complete answers say of a fact: as it was answered, else worked out."""
    if fact.id in answers:
        return answers[fact.id]
    if isinstance(fact, Conclusion):
        return outcome_of(fact.rule, answers)
    if isinstance(fact, Points):
        return fact.start + sum(amount for amount, node in fact.items if true(node, answers))
    assert fact.formula is not None
    return fact.formula(*(value_of(given, answers) for given in fact.inputs))


def outcome_of(rule: FirstOf, answers: Answers) -> str:
    """Return the id of the first branch that holds for complete answers."""
    return next(each.id for each, condition in rule.branches if condition is None or true(condition, answers))


def state_of(rule: Criteria, answers: Answers) -> str:
    """Return the headline state of a list for complete answers."""
    by_kind: dict[str, list[bool]] = {}
    for part in rule.parts:
        by_kind.setdefault(part.kind, []).append(true(part, answers))
    if any(by_kind.get("contraindication", [])):
        return "contraindicated"
    if not all(by_kind.get("required", [])):
        return "criteria_not_met"
    return "met_with_cautions" if any(by_kind.get("caution", [])) else "criteria_met"


def compared_in(node: Node) -> list[Comparison]:
    """Return every comparison of a rule, those of its conclusions and scores with them."""
    found: list[Comparison] = []
    queue = list(node.comparisons)
    for each in queue:
        if each not in found:
            found.append(each)
            queue += each.fact.rule.comparisons if isinstance(each.fact, Conclusion) else ()
            queue += [c for _, n in each.fact.items for c in n.comparisons] if isinstance(each.fact, Points) else []
    return found


def facts_of(node: Node) -> dict[str, Fact]:
    """Return every fact that can be answered and that a rule, or something worked out in it, uses."""
    found: dict[str, Fact] = {}

    def use(fact: Fact) -> None:
        if not fact.inputs:
            found[fact.id] = fact
        for given in fact.inputs:
            use(given)

    for each in node.comparisons:
        use(each.fact)
    return found


def grid(node: Node, fact: Fact) -> tuple[Any, ...]:
    """Return values of a fact that lie on, below, between and above everything that a rule compares it with."""
    if isinstance(fact, SeveralOf):
        ids = [each.id for each in fact.options]
        return tuple(
            tuple(each for each, wanted in zip(ids, some, strict=True) if wanted)
            for some in product((False, True), repeat=len(ids))
        )
    if isinstance(fact, Choice):
        return tuple(each.id for each in fact.options)
    assert isinstance(fact, Number)
    limits = {each.value for each in compared_in(node) if each.fact is fact}
    if fact.whole:
        return tuple(float(each) for each in range(int(fact.at_least), int(fact.at_most) + 1))
    values = {fact.at_least, fact.at_most, *limits, *(each - 0.5 for each in limits), *(each + 0.5 for each in limits)}
    return tuple(sorted(each for each in values if fact.at_least <= each <= fact.at_most))


def completions(node: Node, answers: Answers) -> Iterator[dict[str, Any]]:
    """Yield every complete set of answers on the grid that agrees with what is known."""
    facts = facts_of(node)
    choices = [(answers[each],) if each in answers else grid(node, fact) for each, fact in facts.items()]
    for values in product(*choices):
        yield {**answers, **dict(zip(facts, values, strict=True))}


def partial_answers(node: Node) -> Iterator[dict[str, Any]]:
    """Yield every set of answers on the grid in which any fact may also be unknown."""
    facts = facts_of(node)
    for values in product(*((None, *grid(node, fact)) for fact in facts.values())):
        yield {each: value for each, value in zip(facts, values, strict=True) if value is not None}


def case(answers: Answers) -> Case:
    """Return a case from values that are already in their facts' own units."""
    return Case(dict(answers))
