"""What would change the answer: the smallest change of one fact that moves the headline.

Each fact is tried once in every stretch that the rule can tell apart, so nothing in between is missed. A change that
could not be entered (its question is closed, or it would contradict another answer) is no change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from guideline.cases import Case
from guideline.completions import behind, stretches
from guideline.facts import Fact, Number, SeveralOf
from guideline.headlines import NO_COUNTS, STATES, Headline, counts_of, decided_headline, ranks_of, state_of, worst
from guideline.kept import keep
from guideline.rules import Criteria
from guideline.tables import FirstOf
from guideline.units import format_exact, with_unit
from guideline.wording import STATE_WORDS, counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guideline.calculators import Calculator, Contradiction
    from guideline.comparisons import Comparison
    from guideline.headlines import Ranks

Change = dict[str, Any]
type Look = Callable[[Movable, Case], Headline]

_BEST_FIRST = ("criteria_met", "met_with_cautions", "outcome", "criteria_not_met", "contraindicated", "out_of_scope")
_OPEN = Headline("not_enough_information", NO_COUNTS)
_WORST = 1 << len(STATES) - 1
_PLAIN = {_OPEN.state: _OPEN, **{each: Headline(each, NO_COUNTS) for each in STATES}}


@dataclass(frozen=True, eq=False)
class Stretch:
    """Neighbouring values of a fact that no comparison can tell apart, and those that are tried for all of them."""

    values: tuple[Any, ...]
    signature: tuple[bool, ...]
    tried: tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Movable:
    """A fact that can move a rule; `clusters` are the places of the clusters of criteria that it affects.

    `moved` are the ids of the fact and of the questions that it opens or closes.
    `contradictions` are those that it can bring about: the answers that were given contradict nothing.
    """

    fact: Fact
    comparisons: tuple[Comparison, ...]
    stretches: tuple[Stretch, ...]
    moved: frozenset[str]
    clusters: tuple[int, ...]
    contradictions: tuple[Contradiction, ...]

    def signature(self, value: Any) -> tuple[bool, ...]:
        """Return which comparisons hold for a value."""
        found = self._signatures.get(value)
        if found is None:
            found = keep(self._signatures, value, tuple(each.holds(value) for each in self.comparisons))
        return found

    @cached_property
    def _signatures(self) -> dict[Any, tuple[bool, ...]]:
        return {}

    @cached_property
    def kept_changes(self) -> dict[Any, Change]:
        """The changes of this fact that have been put into words."""
        return {}

    @cached_property
    def limits(self) -> frozenset[float]:
        """The numbers that the fact is compared with."""
        return frozenset(float(each.value) for each in self.comparisons)


@dataclass(frozen=True, eq=False)
class Move:
    """Neighbouring stretches of one fact that all lead to the same other headline."""

    movable: Movable
    stretches: tuple[Stretch, ...]
    headline: Headline


def single_changes(calculator: Calculator, rule: Criteria | FirstOf, case: Case, now: Headline) -> list[Change]:
    """Return every change of one fact that leads to another headline, the more favourable ones first."""
    by_result: dict[Any, list[Move]] = {}
    for move in moves(calculator, rule, case, now):
        result = (move.movable.fact.id, move.headline.key, move.headline.counts)
        by_result.setdefault(result, []).append(move)
    changes = [_change(each) for each in by_result.values()]
    return sorted(changes, key=lambda each: _BEST_FIRST.index(each["state"]))


def moves(calculator: Calculator, rule: Criteria | FirstOf, case: Case, now: Headline) -> Iterator[Move]:
    """Yield what `single_changes` puts into words."""
    table = rule if isinstance(rule, FirstOf) else None
    base = [ranks_of(each, case) for each in rule.clusters] if isinstance(rule, Criteria) else []
    certain = {place for place, ranks in enumerate(base) if ranks == _WORST}
    reach = None if table is None else table.reach(case)
    look = _of_criteria(rule, base, now) if isinstance(rule, Criteria) else _of_table(rule)
    for movable in movables(calculator, rule):
        beyond = movable.moved.isdisjoint(reach) if reach is not None else not certain.issubset(movable.clusters)
        if beyond or not calculator.is_open(movable.fact, case):
            continue
        current = case.value(movable.fact)
        here = None if current is None else movable.signature(current)
        run: list[Stretch] = []
        last = _OPEN
        for stretch in movable.stretches:
            headline = _OPEN
            if here != stretch.signature:
                headline = _headline(calculator, table, case, movable, stretch, now, look)
            same = headline is last or (headline.key == last.key and headline.counts == last.counts)
            if run and not (same and isinstance(movable.fact, Number)):
                yield Move(movable, tuple(run), last)
                run = []
            if headline is not _OPEN:
                run.append(stretch)
            last = headline
        if run:
            yield Move(movable, tuple(run), last)


def _contradicted(movable: Movable, changed: Case) -> bool:
    return any(each.stands_in(changed) for each in movable.contradictions)


def _headline(
    calculator: Calculator,
    table: FirstOf | None,
    case: Case,
    movable: Movable,
    stretch: Stretch,
    now: Headline,
    look: Look,
) -> Headline:
    """Return the other headline that every value of a stretch leads to; an open one where they do not all agree."""
    found: Headline | None = None
    opens = movable.fact.id in calculator.openers
    for value in stretch.tried:
        decided = table.decided_at_once(case, movable.fact, value) if table is not None and not opens else None
        if decided is not None and decided_headline(decided).key == now.key:
            return _OPEN
        changed = calculator.case_after(case, movable.fact, value)
        headline = look(movable, changed) if decided is None else decided_headline(decided)
        # Contradictions last: most values move nothing.
        if (
            headline is _OPEN
            or headline.key == now.key
            or (found is not None and headline != found)
            or _contradicted(movable, changed)
        ):
            return _OPEN
        found = headline
    return found or _OPEN


def _of_table(rule: FirstOf) -> Look:
    """Return what says the headline of a table after a change; an open one where it is undecided."""

    def look(_: Movable, changed: Case) -> Headline:
        decided = rule.decided(changed)
        return _OPEN if decided is None else decided_headline(decided)

    return look


def _of_criteria(rule: Criteria, base: list[Ranks], now: Headline) -> Look:
    """Return what says the headline of a list of criteria after a change; an open one where it is as before."""
    clusters = rule.clusters
    others: dict[tuple[Ranks, ...], Ranks] = {}  # what the clusters that stay come to, by what the others came to

    def look(movable: Movable, changed: Case) -> Headline:
        places = movable.clusters
        own = tuple([base[place] for place in places])
        ranks = tuple([ranks_of(clusters[place], changed) for place in places])
        if ranks == own:
            return _OPEN
        if own not in others:
            others[own] = worst(ranks for place, ranks in enumerate(base) if place not in places)
        state = state_of(worst((others[own], *ranks)))
        if state == now.state:
            return _OPEN
        return Headline(state, counts_of(rule, changed)) if state == "met_with_cautions" else _PLAIN[state]

    return look


@cache
def movables(calculator: Calculator, rule: Criteria | FirstOf) -> tuple[Movable, ...]:
    """Return each fact that the rule compares, through conclusions and scores too, and that can be entered."""
    compared, used = behind(rule.comparisons)
    by_fact: dict[str, list[Comparison]] = {}
    for each in compared:
        by_fact.setdefault(each.fact.id, []).append(each)
    conditions = [node for each in calculator.contradictions for node in each.nodes]
    opening = [each.when for each in calculator.asks if each.when is not None]
    reading, used_in_reading = behind((*(each for node in conditions for each in node.comparisons), *opening))
    indirect = used | used_in_reading
    clusters = rule.clusters if isinstance(rule, Criteria) else ()
    found = []
    for fact_id, comparisons in by_fact.items():
        fact = calculator.facts.get(fact_id)
        if fact is None:
            continue
        told_apart = (*comparisons, *(each for each in reading if each.fact is fact))
        limits = {float(each.value) for each in told_apart} if isinstance(fact, Number) else set()
        groups = stretches(fact, told_apart)
        if fact.id in indirect and not isinstance(fact, Number):  # a formula may tell more options apart
            groups = tuple((value,) for group in groups for value in group)
        parted = tuple(
            Stretch(
                group,
                tuple(each.holds(group[0]) for each in told_apart),
                _tried(fact, group, limits) if fact.id in indirect else group[:1],
            )
            for group in groups
        )
        moved = frozenset((fact.id, *calculator.opened(fact)))
        places = tuple(place for place, each in enumerate(clusters) if not moved.isdisjoint(each.depends_on))
        refused = tuple(each for each in calculator.contradictions if not moved.isdisjoint(each.depends_on))
        found.append(Movable(fact, told_apart, parted, moved, places, refused))
    return tuple(found)


def _tried(fact: Fact, group: tuple[Any, ...], limits: set[float]) -> tuple[Any, ...]:
    """Return the values to try for a stretch when a formula makes a difference between them as well.

    Both ends are tried and the middle, which is enough for formulas that rise or fall throughout.
    """
    if not isinstance(fact, Number):
        return group
    low, high = group[0], group[-1]
    if not fact.whole:
        below = [each for each in limits if each < low]
        above = [each for each in limits if each > high]
        low = math.nextafter(max(below), math.inf) if below and low not in limits else low
        high = math.nextafter(min(above), -math.inf) if above and high not in limits else high
    return tuple(dict.fromkeys((low, group[len(group) // 2], high)))


def _change(same: list[Move]) -> Change:
    """Return one change in words: all stretches of a fact that lead to one headline."""
    movable, headline = same[0].movable, same[0].headline
    key = headline.key, headline.counts, *(each.text for each in headline.outcomes), *(each.stretches for each in same)
    found = movable.kept_changes.get(key)
    return found or keep(movable.kept_changes, key, _in_words(movable, headline, same))


def _in_words(movable: Movable, headline: Headline, same: list[Move]) -> Change:
    result = headline.outcomes[0].text if headline.outcomes else STATE_WORDS[headline.state]
    if headline.state == "met_with_cautions":
        result = f"criteria met, with {counted(headline.counts[3], 'caution')}"
    words = [word for move in same for word in words_of(movable, move.stretches)]
    return {
        "fact": movable.fact.id,
        "text": f"{movable.fact.label} {' or '.join(words)} → {result}",
        "state": headline.state,
        "outcomes": [each.id for each in headline.outcomes],
    }


def words_of(movable: Movable, run: tuple[Stretch, ...]) -> list[str]:
    """Return a run of stretches in words: "at least 75", "above 20 %", "at least 30 and below 40", or the options."""
    fact = movable.fact
    if isinstance(fact, SeveralOf):
        return [word for stretch in run for word in _sets(fact, movable, stretch.values[0])]
    if not isinstance(fact, Number):
        return [f"“{fact.shown(value)}”" for stretch in run for value in stretch.values]
    low, high = run[0].values[0], run[-1].values[-1]
    if low == high and low in movable.limits:
        return [with_unit(format_exact(low), fact.unit)]
    lower = None if low == fact.at_least else _bound(low, movable.limits, "at least", "above", max)
    upper = None if high == fact.at_most else _bound(high, movable.limits, "at most", "below", min)
    if lower and upper:
        return [f"{lower[0]} {format_exact(lower[1])} and {upper[0]} {with_unit(format_exact(upper[1]), fact.unit)}"]
    side = lower or upper
    return ["known"] if side is None else [f"{side[0]} {with_unit(format_exact(side[1]), fact.unit)}"]


def _bound(
    value: float, limits: frozenset[float], closed: str, opened: str, nearest: Callable[[list[float]], float]
) -> tuple[str, float] | None:
    """Return the limit at one end of a run, or None where there is none."""
    if value in limits:
        return closed, value
    beyond = [each for each in limits if (each < value if nearest is max else each > value)]
    return (opened, nearest(beyond)) if beyond else None


def _sets(fact: SeveralOf, movable: Movable, chosen: tuple[str, ...]) -> list[str]:
    """Return one set of answers in words; options that no comparison tells apart stand for each other."""
    if not chosen:
        return ["(none of these)"]
    words = []
    for option_id in chosen:
        alike = movable.signature((option_id,))
        labels = [f"“{each.label}”" for each in fact.options if movable.signature((each.id,)) == alike]
        words.append(listed(labels, joint="or"))
    return [" with ".join(words)]
