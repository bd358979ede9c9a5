"""What the missing answers still allow: tries every answer that matters to facts that stand in several places.

Kleene's logic reads each place of a fact apart, so it can say unknown where every possible answer leads to the same
end. Here such facts are filled in one at a time, one value from each stretch that the rule can tell apart, and a
branch is left as soon as it can add nothing new. A derived fact counts as free, which can only leave more open.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from guideline.cases import Case
from guideline.facts import Choice, Fact, Number, SeveralOf

if TYPE_CHECKING:
    from guideline.comparisons import Comparison
    from guideline.rules import Node

# Past these, unknown stays unknown: a page that answers late is worse than one that says less.
MOST_COMBINATIONS = 3000
MOST_STEPS = 300

Results = frozenset[Any]


@cache
def results_of_nothing(node: Node, look: Callable[[Case], Results]) -> Results:
    """Return what `possible_results` does while nothing is known: the same in every case, so looked for once."""
    return possible_results(node, Case({}), look)


def possible_results(node: Node, case: Case, look: Callable[[Case], Results], *, most: int = 0) -> Results:
    """Return every result that some completion of the case leads to; stop after `most` of them, where given.

    `look` returns what Kleene's logic allows for one case: a superset, exact once no repeated fact is open.
    """
    everything = look(case)
    if len(everything) == 1:
        return everything
    entered = case.entered
    unsaid = [fact for fact in node.repeated if fact.id not in entered]
    open_facts = [fact for fact in unsaid if not fact.inputs or case.value(fact) is None]
    if not open_facts:
        return everything
    # What stands inside a decided part no longer matters: of a large table only the branches that are left are tried.
    # What another fact is worked out from stands in its place as well: tried too, unless that would be too much.
    compared = [each.fact for each in node.open_comparisons(case)]
    places = Counter(fact.id for fact in compared)
    linked = {each for fact in compared if case.value(fact) is None for each in fact.depends_on - {fact.id}}
    several = [fact for fact in open_facts if places[fact.id] > 1]
    with_linked = [fact for fact in open_facts if places[fact.id] > (0 if fact.id in linked else 1)]
    fitting = (each for each in (with_linked, several) if _combinations(node, each, case) <= MOST_COMBINATIONS)
    open_facts = next(fitting, [])
    if not open_facts:
        return everything
    # A formula tells more values apart than are tried here: what it works out stays open unless it is tried itself.
    left_open = [fact.id for fact in _by_formula(node) if case.value(fact) is None]
    found: set[Any] = set()
    enough = min(most or len(everything), len(everything))
    steps = 0

    def explore(here: Case, left: list[Fact]) -> bool:
        """Add what this branch leads to; return False when enough is found."""
        nonlocal steps
        steps += 1
        allowed = look(here)
        if allowed <= found:
            return True
        if len(allowed) == 1 or not left or steps > MOST_STEPS:
            found.update(allowed)
            return len(found) < enough
        fact, *rest = left
        values = _values(node, fact, here)
        return all(explore(here.with_values({fact.id: each}, left_open=left_open), rest) for each in values)

    explore(case, open_facts)
    return frozenset(found)


def _combinations(node: Node, facts: list[Fact], case: Case) -> int:
    return math.prod(len(_values(node, fact, case)) for fact in facts)


def _values(node: Node, fact: Fact, case: Case) -> tuple[Any, ...]:
    narrowed = tuple(fact.possible(case)) if fact.inputs else ()
    return narrowed or _samples(node, fact)


@cache
def _by_formula(node: Node) -> tuple[Fact, ...]:
    """Return the facts of a rule that a formula works out."""
    facts = {each.fact.id: each.fact for each in behind(node.comparisons)[0]}
    return tuple(fact for fact in facts.values() if fact.inputs and not fact.compares())


@cache
def _samples(node: Node, fact: Fact) -> tuple[Any, ...]:
    """Return one value from each stretch that the rule and the conclusions in it can tell apart."""
    compared, _ = behind(node.comparisons)
    return tuple(each[0] for each in stretches(fact, tuple(c for c in compared if c.fact is fact)))


def behind(comparisons: tuple[Comparison, ...]) -> tuple[list[Comparison], set[str]]:
    """Return these comparisons with those of the conclusions and scores in them, and the ids that formulas use."""
    found: dict[int, Comparison] = {}
    used: set[str] = set()
    queue = list(comparisons)
    for comparison in queue:
        if id(comparison) in found:
            continue
        found[id(comparison)] = comparison
        queue += comparison.fact.compares()
        given = [] if comparison.fact.compares() else list(comparison.fact.inputs)
        for fact in given:
            used.add(fact.id)
            given += fact.inputs
    return list(found.values()), used


def stretches(fact: Fact, comparisons: tuple[Comparison, ...]) -> tuple[tuple[Any, ...], ...]:
    """Return the values of a fact in groups that no comparison can tell apart.

    Of a number, each group is a stretch of the scale and holds its ends and what lies between; of a choice, every
    option is in one of the groups; of several answers, a group is one set of answers.
    """
    groups: dict[Any, list[Any]] = {}
    place = 0
    for value in _points(fact, comparisons):
        signature = tuple(each.holds(value) for each in comparisons)
        if not isinstance(fact, Choice) and (place, signature) not in groups:
            place += 1  # a scale is cut wherever something changes, so that a stretch has no gap
        groups.setdefault((place, signature), []).append(value)
    return tuple(tuple(each) for each in groups.values())


def _points(fact: Fact, comparisons: tuple[Comparison, ...]) -> tuple[Any, ...]:
    if isinstance(fact, SeveralOf):
        return _subsets(fact, comparisons)
    if isinstance(fact, Choice):
        return tuple(each.id for each in fact.options)
    limits = sorted({float(each.value) for each in comparisons})
    lowest = fact.at_least if isinstance(fact, Number) else limits[0] - 1
    highest = fact.at_most if isinstance(fact, Number) else limits[-1] + 1
    points: list[float | None] = [lowest]
    last = lowest
    for limit in [*limits, highest]:
        if limit > last:
            points += [_between(fact, last, limit), limit]
            last = limit
    inside = (value for value in points if value is not None and lowest <= value <= highest)
    return tuple(value for value in dict.fromkeys(inside) if _can_be(fact, value))


def _can_be(fact: Fact, value: float) -> bool:
    return not (isinstance(fact, Number) and fact.whole) or value == int(value)


def _subsets(fact: SeveralOf, comparisons: tuple[Comparison, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the subsets of options that matter: options that the same comparisons mention count as one."""
    by_mention: dict[tuple[bool, ...], str] = {}
    for each in fact.options:
        mention = tuple(each.id in comparison.value for comparison in comparisons)
        if any(mention):
            by_mention.setdefault(mention, each.id)
    subsets: list[tuple[str, ...]] = [()]
    for option_id in by_mention.values():
        subsets += [(*subset, option_id) for subset in subsets]
    return tuple(subsets)


def _between(fact: Fact, low: float, high: float) -> float | None:
    """Return a value strictly between two limits, a whole one where only whole ones exist."""
    if isinstance(fact, Number) and fact.whole:
        above = math.floor(low) + 1.0
        return above if above < high else None
    return (low + high) / 2
