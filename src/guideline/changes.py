"""What would change the answer: the smallest change of one fact that moves the headline.

Each fact is tried once in every stretch between the thresholds that the rule knows, so nothing in between is missed.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from guideline.cases import Case
from guideline.comparisons import Comparison
from guideline.completions import regions
from guideline.facts import Fact, Number, SeveralOf
from guideline.headlines import Headline, criteria_headline, outcome_headline
from guideline.rules import Conclusion, Criteria, FirstOf, Points
from guideline.units import format_exact, with_unit
from guideline.verdicts import Verdict
from guideline.wording import STATE_WORDS, counted

Change = dict[str, Any]


_BEST_FIRST = (
    "criteria_met",
    "met_with_cautions",
    "outcome",
    "criteria_not_met",
    "contraindicated",
    "out_of_scope",
)


def single_changes(rule: Criteria | FirstOf, case: Case, now: Headline, open_ids: set[str]) -> list[Change]:
    """Return every change of one fact that leads to another headline, the more favourable ones first.

    `open_ids` are the facts that can be entered.
    """
    found: list[Change] = []
    judged = [part.verdict(case) for part in rule.parts] if isinstance(rule, Criteria) else []
    for fact, comparisons, values_to_try, affected in _movable(rule):
        if fact.id not in open_ids:
            continue
        by_headline: dict[Any, tuple[list[str], Headline]] = {}
        for values, headline in _stretches(rule, case, judged, fact, values_to_try, affected):
            if headline.key != now.key and headline.state != "not_enough_information":
                words, _ = by_headline.setdefault((headline.key, headline.counts), ([], headline))
                words.append(_stretch_text(fact, comparisons, values))
        found += [_change(fact, words, headline) for words, headline in by_headline.values()]
    return sorted(found, key=lambda each: _BEST_FIRST.index(each["state"]))


@cache
def _movable(
    rule: Criteria | FirstOf,
) -> tuple[tuple[Fact, tuple[Comparison, ...], tuple[Any, ...], tuple[int, ...]], ...]:
    """Return each fact that the rule compares, through conclusions and scores too.

    With it: its comparisons, one value from each stretch that they tell apart, and the places of the parts it affects.
    """
    by_fact: dict[str, tuple[Fact, list[Comparison]]] = {}
    queue = list(rule.comparisons)
    seen: set[str] = set()
    while queue:
        comparison = queue.pop(0)
        fact = comparison.fact
        if isinstance(fact, (Conclusion, Points)):
            if fact.id not in seen:
                seen.add(fact.id)
                queue += (
                    fact.rule.comparisons
                    if isinstance(fact, Conclusion)
                    else [each for _, node in fact.items for each in node.comparisons]
                )
            if not fact.enterable:
                continue
        by_fact.setdefault(fact.id, (fact, []))[1].append(comparison)
    parts = rule.parts if isinstance(rule, Criteria) else ()
    return tuple(
        (
            fact,
            tuple(comparisons),
            regions(fact, tuple(comparisons)),
            tuple(index for index, part in enumerate(parts) if fact.id in part.depends_on),
        )
        for fact, comparisons in by_fact.values()
    )


def _stretches(
    rule: Criteria | FirstOf,
    case: Case,
    judged: list[Verdict],
    fact: Fact,
    values_to_try: tuple[Any, ...],
    affected: tuple[int, ...],
) -> list[tuple[list[Any], Headline]]:
    """Return runs of neighbouring values that give one headline, leaving out the run that the case is in."""
    current = case.value(fact)
    ordered = isinstance(fact, Number)
    runs: list[tuple[list[Any], Headline]] = []
    for value in values_to_try:
        changed = case.with_values({fact.id: value})
        if isinstance(rule, Criteria):
            verdicts = judged.copy()
            for index in affected:
                verdicts[index] = rule.parts[index].verdict(changed)
            headline = criteria_headline(rule, changed, verdicts)
        else:
            # Kleene's logic alone: what it decides is decided, and it is many times faster than every completion.
            reached = rule.reachable(changed)
            headline = outcome_headline(tuple(each for each, _ in rule.branches if each.id in reached))
        if ordered and runs and runs[-1][1].key == headline.key and runs[-1][1].counts == headline.counts:
            runs[-1][0].append(value)
        else:
            runs.append(([value], headline))
    if current is None:
        return runs
    return [run for run in runs if not _inside(fact, current, run[0])]


def _inside(fact: Fact, value: Any, run: list[Any]) -> bool:
    """Return whether the case's own value lies in a run, also between two of its representatives."""
    if isinstance(fact, Number):
        return bool(run[0] <= value <= run[-1])
    return value in run


def _change(fact: Fact, words: list[str], headline: Headline) -> Change:
    result = headline.outcomes[0].text if headline.outcomes else STATE_WORDS[headline.state]
    if headline.state == "met_with_cautions":
        result = f"criteria met, with {counted(headline.counts[3], 'caution')}"
    return {
        "fact": fact.id,
        "text": f"{fact.label} {' or '.join(words)} → {result}",
        "state": headline.state,
        "outcomes": [each.id for each in headline.outcomes],
    }


def _stretch_text(fact: Fact, comparisons: tuple[Comparison, ...], values: list[Any]) -> str:
    """Return a run of values in words, from limit to limit: "at least 75", "above 20 %", "30 to below 40"."""
    if not isinstance(fact, Number):
        if isinstance(fact, SeveralOf):
            return f"({fact.shown(values[0])})"
        return f"“{fact.shown(values[0])}”"
    limits = {float(each.value) for each in comparisons}
    low, high = values[0], values[-1]
    lower = _bound(low, limits, fact.at_least, "at least", "above")
    upper = _bound(high, limits, fact.at_most, "at most", "below")
    if low == high and low in limits:
        return with_unit(format_exact(low), fact.unit)
    if lower and upper:
        return f"{lower[0]} {format_exact(lower[1])} and {upper[0]} {with_unit(format_exact(upper[1]), fact.unit)}"
    side = lower or upper
    if side is None:
        return "known"
    return f"{side[0]} {with_unit(format_exact(side[1]), fact.unit)}"


def _bound(value: float, limits: set[float], extreme: float, closed: str, opened: str) -> tuple[str, float] | None:
    """Return the limit on one side of a run, or None where the run reaches the end of the scale."""
    if value == extreme:
        return None
    if value in limits:
        return closed, value
    if opened == "above":
        below = [each for each in limits if each < value]
        return (opened, max(below)) if below else None
    above = [each for each in limits if each > value]
    return (opened, min(above)) if above else None
