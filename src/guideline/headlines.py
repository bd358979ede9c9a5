"""The headline of a result, worst first: contraindicated, criteria not met, not enough information, cautions, met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from guideline.completions import possible_results
from guideline.kept import keep
from guideline.rules import Criteria, Group
from guideline.tables import FirstOf, Outcome
from guideline.verdicts import MET, NOT_MET, UNKNOWN, Verdict
from guideline.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guideline.cases import Case

STATES = ("criteria_met", "met_with_cautions", "criteria_not_met", "contraindicated")  # the worst one last

Ranks = int
"""The states that are still possible: one bit per place in STATES."""
Counts = tuple[int, int, int, int, int]
NO_COUNTS: Counts = (0, 0, 0, 0, 0)
_NOT_MET_OR_WORSE: Ranks = 0b1100

# What one part makes of the headline, as places in STATES: while it is not met, and once it is.
_PLACES = {"required": (2, 0), "contraindication": (0, 3), "caution": (0, 1), "preferred": (0, 0)}
_RANKS: dict[str, dict[Verdict, Ranks]] = {
    kind: {NOT_MET: 1 << not_met, MET: 1 << met, UNKNOWN: 1 << not_met | 1 << met}
    for kind, (not_met, met) in _PLACES.items()
}


@dataclass(frozen=True)
class Headline:
    """State, counts and, for a table of outcomes, the outcomes still possible."""

    state: str
    counts: Counts  # required: met, not met, unknown; cautions: met, unknown
    outcomes: tuple[Outcome, ...] = ()

    @cached_property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What makes two headlines the same answer."""
        return self.state, tuple(each.id for each in self.outcomes)


def headline_of(rule: Criteria | FirstOf, case: Case) -> Headline:
    """Return the headline of any rule for one case."""
    if isinstance(rule, FirstOf):
        return outcome_headline(rule.outcomes(case))
    answers, kept = case.answers_to(rule.asked), rule.kept_headlines
    return kept.get(answers) or keep(kept, answers, _of_criteria(rule, case))


def _of_criteria(rule: Criteria, case: Case) -> Headline:
    return Headline(state_of(worst(ranks_of(each, case) for each in rule.clusters)), counts_of(rule, case))


def ranks_of(cluster: Group, case: Case) -> Ranks:
    """Return the states that a cluster of parts can still lead to, looked for once for the same answers to it."""
    answers, known = case.answers_to(cluster.asked), cluster.kept_ranks
    found = known.get(answers)
    if found is None:
        if len(cluster.parts) == 1:
            part = cluster.parts[0]
            found = _RANKS[part.kind][part.ask(case)]
        else:
            found = _completed_ranks(cluster, case)
        keep(known, answers, found)
    return found


def _completed_ranks(cluster: Group, case: Case) -> Ranks:
    found = 0
    for rank in possible_results(cluster, case, partial(_kleene_ranks, cluster)):
        found |= rank
    return found


def _kleene_ranks(cluster: Group, case: Case) -> frozenset[Ranks]:
    """Return each state that Kleene's logic allows by itself."""
    ranks = worst(_RANKS[part.kind][case.verdict(part)] for part in cluster.parts)
    return _APART[ranks]


def worst(parts: Iterable[Ranks]) -> Ranks:
    """Return what clusters that share nothing lead to together: of each combination, the worst.

    That is every state of any part which no other part is certain to exceed.
    """
    seen = floor = 1
    for ranks in parts:
        seen |= ranks
        lowest = ranks & -ranks
        if lowest > floor:  # noqa: PLR1730 - much quicker than max
            floor = lowest
    return seen & -floor


_APART = tuple(frozenset(1 << place for place in range(len(STATES)) if ranks >> place & 1) for ranks in range(16))


def state_of(ranks: Ranks) -> str:
    """Return the state of the headline that all possibilities agree on.

    What is certainly not met stays so although it may turn out contraindicated as well.
    """
    if ranks == _NOT_MET_OR_WORSE:
        return STATES[2]
    return STATES[ranks.bit_length() - 1] if ranks & ranks - 1 == 0 else "not_enough_information"


def counts_of(rule: Criteria, case: Case) -> Counts:
    """Return how many criteria are met, not met and unknown, and how many cautions are met and unknown.

    A contraindication counts as satisfied when it is known to be absent.
    """
    failed = unknown = cautions = open_cautions = 0
    for part, verdict in rule.unsatisfied(case):
        is_open = verdict is UNKNOWN
        if part.kind == "caution":
            open_cautions += is_open
            cautions += not is_open
        else:
            unknown += is_open
            failed += not is_open
    return rule.total - failed - unknown, failed, unknown, cautions, open_cautions


def outcome_headline(outcomes: tuple[Outcome, ...]) -> Headline:
    """Return the headline of a table: decided when one outcome is left."""
    if len(outcomes) > 1:
        return Headline("not_enough_information", NO_COUNTS, outcomes)
    return decided_headline(outcomes[0])


@cache
def decided_headline(outcome: Outcome) -> Headline:
    """Return the headline of a table that has come to one outcome."""
    return Headline("out_of_scope" if outcome.out_of_scope else "outcome", NO_COUNTS, (outcome,))


def headline_text(headline: Headline, missing: list[str]) -> str:
    """Return the headline as one sentence; `missing` are the labels that decide."""
    met, failed, unknown, cautions, open_cautions = headline.counts
    total = met + failed + unknown
    with_cautions = f", with {counted(cautions, 'caution')}" if cautions else ""
    more = f"; {counted(open_cautions, 'caution')} not known" if open_cautions else ""
    if headline.state == "contraindicated":
        return "Contraindicated by these published criteria"
    if headline.state == "criteria_not_met":
        return f"Published criteria not met: {failed} of {total}"
    if headline.state == "met_with_cautions":
        return f"These published criteria are met: {met} of {total}{with_cautions}{more}"
    if headline.state == "criteria_met":
        return f"These published criteria are met: {met} of {total}"
    if headline.state in ("outcome", "out_of_scope"):
        return headline.outcomes[0].text
    needed = f": {listed(missing)} needed" if missing else ""
    if headline.outcomes:
        return f"Not enough information{needed}. Still possible: {' or '.join(o.text for o in headline.outcomes)}"
    if not unknown and open_cautions:
        return f"Required criteria met: {met} of {total}. Not enough information on {counted(open_cautions, 'caution')}"
    return f"Not enough information{needed}"
