"""What two answers would change together, where no single one does; and how far each number lies from its limits.

Each pair of facts is tried in every stretch that the rule tells apart, as in changes.py. A pair counts when it leads to
an answer that changing one of the two facts, or any other one, never leads to. The search is bounded: it says so when
it has not tried every pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import combinations, product
from typing import TYPE_CHECKING

from guideline.changes import Movable, Stretch, movables, words_of
from guideline.facts import Number
from guideline.headlines import Headline, decided_headline, headline_of
from guideline.rules import Group
from guideline.tables import FirstOf
from guideline.units import with_unit
from guideline.verdicts import NOT_MET
from guideline.wording import STATE_WORDS, clear_number, distance_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from guideline.calculators import Calculator
    from guideline.cases import Case
    from guideline.comparisons import Comparison
    from guideline.rules import Criteria, Node

Key = tuple[str, tuple[str, ...]]
MOST_TRIES = 4000  # judgements of one rule; what is asked for once and waited for may take a second


@dataclass(frozen=True, eq=False)
class Together:
    """Stretches of two facts that lead to one answer, which no change of a single fact leads to."""

    first: Movable
    second: Movable
    places: frozenset[tuple[int, int]]  # of the stretches of the first and of the second
    headline: Headline


@dataclass(frozen=True, eq=False)
class Pairs:
    """What was found; `whole` is False when there were more pairs than are tried."""

    found: tuple[Together, ...]
    whole: bool


def pairs(
    calculator: Calculator,
    rule: Criteria | FirstOf,
    case: Case,
    now: Headline,
    facts: Container[str],
    *,
    most: int = MOST_TRIES,
) -> Pairs:
    """Return every pair of changes of two known answers that leads to an answer which no single change leads to.

    Args:
        calculator: whose questions are open, and whose answers contradict each other.
        rule: the rule whose headline is to change.
        case: what is known.
        now: the headline that the rule has now.
        facts: the ids of the facts that may change.
        most: the number of judgements after which the search ends.
    """
    own = [each for each in movables(calculator, rule) if each.fact.id in facts and _is_known(calculator, each, case)]
    others = [[place for place in range(len(each.stretches)) if not _is_here(each, place, case)] for each in own]
    judged = partial(_headline, calculator, rule, case)
    tries = 0
    reached: set[Key] = {now.key}
    for movable, elsewhere in zip(own, others, strict=True):
        for place in elsewhere:
            tries += 1
            headline = judged({movable: movable.stretches[place]})
            reached |= {headline.key} if headline else set()
    found: list[Together] = []
    order = sorted(combinations(range(len(own)), 2), key=lambda pair: len(others[pair[0]]) * len(others[pair[1]]))
    for one, two in order:
        tries += len(others[one]) * len(others[two])
        if tries > most:
            return Pairs(tuple(found), whole=False)
        by_key: dict[Key, tuple[Headline, set[tuple[int, int]]]] = {}
        for places in product(others[one], others[two]):
            both = {own[one]: own[one].stretches[places[0]], own[two]: own[two].stretches[places[1]]}
            headline = judged(both)
            if headline is not None and headline.key not in reached:
                by_key.setdefault(headline.key, (headline, set()))[1].add(places)
        found += [Together(own[one], own[two], frozenset(all_), headline) for headline, all_ in by_key.values()]
    return Pairs(tuple(found), whole=True)


def _is_known(calculator: Calculator, movable: Movable, case: Case) -> bool:
    return calculator.is_open(movable.fact, case) and case.value(movable.fact) is not None


def _is_here(movable: Movable, place: int, case: Case) -> bool:
    return movable.stretches[place].signature == movable.signature(case.value(movable.fact))


def _headline(
    calculator: Calculator, rule: Criteria | FirstOf, case: Case, chosen: dict[Movable, Stretch]
) -> Headline | None:
    """Return the headline that every value of the stretches leads to; None where they part, or contradict."""
    found: Headline | None = None
    ids = [each.fact.id for each in chosen]
    for values in product(*(each.tried for each in chosen.values())):
        changed = case.with_values(dict(zip(ids, values, strict=True)))
        if any(each in calculator.openers for each in ids):
            changed = calculator.open_case(changed)
        headline = _decided(rule, changed)
        if headline is None or (found is not None and headline.key != found.key):
            return None
        if any(each.stands_in(changed) for movable in chosen for each in movable.contradictions):
            return None
        found = headline
    return found


def _decided(rule: Criteria | FirstOf, case: Case) -> Headline | None:
    if isinstance(rule, FirstOf):
        outcome = rule.decided(case)
        return None if outcome is None else decided_headline(outcome)
    headline = headline_of(rule, case)
    return None if headline.state == "not_enough_information" else headline


def pair_texts(found: Iterable[Together]) -> list[str]:
    """Return each pair of changes in words: "Platelets at least 75 and Creatinine clearance at least 40 → First"."""
    texts = []
    for each in found:
        result = each.headline.outcomes[0].text if each.headline.outcomes else STATE_WORDS[each.headline.state]
        texts += [f"{one} and {two} → {result}" for one, two in _rectangles(each)]
    return list(dict.fromkeys(texts))


def _rectangles(each: Together) -> Iterator[tuple[str, str]]:
    """Yield the words of both facts for stretches of the first that go with the same stretches of the second."""
    rows: dict[frozenset[int], list[int]] = {}
    for one in sorted({one for one, _ in each.places}):
        rows.setdefault(frozenset(two for first, two in each.places if first == one), []).append(one)
    for seconds, firsts in rows.items():
        yield _side(each.first, firsts), _side(each.second, sorted(seconds))


def _side(movable: Movable, places: list[int]) -> str:
    """Return the stretches of one fact in words, neighbours on a scale joined."""
    runs: list[list[int]] = []
    for place in places:
        if runs and isinstance(movable.fact, Number) and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    words = [word for run in runs for word in words_of(movable, tuple(movable.stretches[each] for each in run))]
    return f"{movable.fact.label} {' or '.join(words)}"


def distances(rule: FirstOf, case: Case) -> list[str]:
    """Return how far each number that is looked at lies from each limit, the nearest first.

    "Platelets 62 × 10⁹/L: 13 below the limit (at least 75 × 10⁹/L)". What lies nearest is measured in parts of the
    limit. Limits of situations that are not this one, and branches behind the one that applies, are left out.
    """
    found: dict[tuple[str, str], tuple[float, str]] = {}
    for _, condition in rule.branches[: rule.live(case)[-1] + 1]:
        for each in _limits(condition, case) if condition is not None else ():
            value = case.value(each.fact) if isinstance(each.fact, Number) else None
            if value is None or not isinstance(each.fact, Number):
                continue
            gap = abs(value - each.value) / (abs(each.value) or 1.0)
            found.setdefault((each.fact.id, each.limit), (gap, _distance(each.fact, value, each)))
    return [text for _, text in sorted(found.values(), key=lambda each: each[0])]


def _limits(node: Node, case: Case) -> Iterator[Comparison]:
    """Yield the comparisons below a node; of parts that must all be met none, once one that is no number is not met."""
    if not node.children():
        yield from node.comparisons
        return
    together = isinstance(node, Group) and node.join == "all_of"
    if together and any(not _has_number(part) and part.verdict(case) is NOT_MET for part in node.children()):
        return
    for part in node.children():
        yield from _limits(part, case)


def _has_number(node: Node) -> bool:
    return any(isinstance(each.fact, Number) for each in node.comparisons)


def _distance(fact: Number, value: float, comparison: Comparison) -> str:
    shown = with_unit(clear_number(fact, value, comparison.value), fact.unit)
    gap = distance_text(fact, value, comparison.value)
    place = gap if value == comparison.value else f"{gap} the limit"
    return f"{fact.label} {shown}: {place} ({comparison.limit})"
