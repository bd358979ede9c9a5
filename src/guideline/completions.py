"""What the missing answers still allow: tries every answer that matters to facts that stand in several places.

Kleene's logic reads each place of a fact apart, so it can say unknown where every possible answer leads to the same
end. Here such facts are filled in one at a time, one value from each stretch that the rule can tell apart, and a
branch is left as soon as it can add nothing new. A derived fact counts as free, which can only leave more open.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from guideline.facts import Choice, Fact, Number, SeveralOf

if TYPE_CHECKING:
    from guideline.cases import Case
    from guideline.comparisons import Comparison
    from guideline.rules import Node

# Past these, unknown stays unknown: a page that answers late is worse than one that says less.
MOST_COMBINATIONS = 3000
MOST_STEPS = 300

Results = frozenset[Any]


def possible_results(node: Node, case: Case, look: Callable[[Case], Results]) -> Results:
    """Return every result that some completion of the case leads to.

    `look` returns what Kleene's logic allows for one case: a superset, exact once no repeated fact is open.
    """
    everything = look(case)
    open_facts = [fact for fact in node.repeated if case.value(fact) is None]
    if len(everything) == 1 or not open_facts:
        return everything
    if math.prod(len(_values(node, fact, case)) for fact in open_facts) > MOST_COMBINATIONS:
        return everything
    found: set[Any] = set()
    steps = 0

    def explore(here: Case, left: list[Fact]) -> bool:
        """Add what this branch leads to; return False when all is found or the search has become too long."""
        nonlocal steps
        steps += 1
        allowed = look(here)
        if allowed <= found:
            return True
        if len(allowed) == 1 or not left or steps > MOST_STEPS:
            found.update(allowed)
            return found != everything
        fact, *rest = left
        return all(explore(here.with_values({fact.id: value}), rest) for value in _values(node, fact, here))

    explore(case, open_facts)
    return frozenset(found)


def _values(node: Node, fact: Fact, case: Case) -> tuple[Any, ...]:
    narrowed = tuple(fact.possible(case)) if fact.inputs else ()
    return narrowed or _regions_in(node, fact)


@cache
def _regions_in(node: Node, fact: Fact) -> tuple[Any, ...]:
    return regions(fact, tuple(each for each in node.comparisons if each.fact is fact))


def regions(fact: Fact, comparisons: tuple[Comparison, ...]) -> tuple[Any, ...]:
    """Return one value from every stretch of `fact` that the comparisons can tell apart."""
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
    return tuple(dict.fromkeys(inside))


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
        return low + 1 if low + 1 < high else None
    return (low + high) / 2
