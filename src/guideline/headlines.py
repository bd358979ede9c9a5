"""The headline of a result, worst first: contraindicated, criteria not met, not enough information, cautions, met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from guideline.calculators import Calculator
from guideline.cases import Case
from guideline.completions import possible_results
from guideline.rules import Criteria, FirstOf, Outcome
from guideline.verdicts import MET, NOT_MET, UNKNOWN, Verdict
from guideline.wording import counted

_STILL_OPEN = frozenset(("contraindicated", "criteria_not_met", "met_with_cautions", "criteria_met"))


@dataclass(frozen=True)
class Headline:
    """State, counts and, for a table of outcomes, the outcomes still possible."""

    state: str
    counts: tuple[int, int, int, int, int]  # required: met, not met, unknown; cautions met, cautions unknown
    outcomes: tuple[Outcome, ...] = ()

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What makes two headlines the same answer."""
        return self.state, tuple(each.id for each in self.outcomes)


def state_of(rule: Criteria, verdicts: list[Verdict]) -> Headline:
    """Return the headline of a list of criteria from the verdicts of its parts.

    A contraindication counts as satisfied when it is known to be absent. An unknown caution leaves the headline open
    unless another caution is met, because only then every answer to it leads to the same headline.
    """
    met = failed = unknown = cautions = open_cautions = 0
    contraindicated = False
    for part, verdict in zip(rule.parts, verdicts, strict=True):
        if part.kind == "caution":
            cautions += verdict is MET
            open_cautions += verdict is UNKNOWN
        elif part.kind == "contraindication":
            contraindicated |= verdict is MET
            met += verdict is NOT_MET
            failed += verdict is MET
            unknown += verdict is UNKNOWN
        elif part.kind == "required":
            met += verdict is MET
            failed += verdict is NOT_MET
            unknown += verdict is UNKNOWN
    if contraindicated:
        state = "contraindicated"
    elif failed:
        state = "criteria_not_met"
    elif unknown or (open_cautions and not cautions):
        state = "not_enough_information"
    else:
        state = "met_with_cautions" if cautions else "criteria_met"
    return Headline(state, (met, failed, unknown, cautions, open_cautions))


def headline_of(rule: Criteria | FirstOf, case: Case) -> Headline:
    """Return the headline of any rule for one case."""
    if isinstance(rule, FirstOf):
        return outcome_headline(rule.outcomes(case))
    return criteria_headline(rule, case, [part.verdict(case) for part in rule.parts])


def criteria_headline(rule: Criteria, case: Case, verdicts: list[Verdict]) -> Headline:
    """Return the headline of a list whose verdicts are known.

    Where the plain headline says that information is missing, one on which all completions agree comes before it.
    """
    headline = state_of(rule, verdicts)
    if headline.state != "not_enough_information":
        return headline
    if any(verdicts[index] is UNKNOWN for index in _standing_alone(rule)):
        return headline

    def look(each: Case) -> frozenset[str]:
        state = state_of(rule, [part.verdict(each) for part in rule.parts]).state
        return _STILL_OPEN if state == "not_enough_information" else frozenset((state,))

    found = possible_results(rule, case, look)
    return Headline(next(iter(found)), headline.counts) if len(found) == 1 else headline


@cache
def _standing_alone(rule: Criteria) -> tuple[int, ...]:
    """Return the places of deciding criteria that share no fact with another: no completion can settle them."""
    return tuple(
        index
        for index, part in enumerate(rule.parts)
        if part.kind in ("required", "contraindication") and rule.repeated_ids.isdisjoint(part.depends_on)
    )


def outcome_headline(outcomes: tuple[Outcome, ...]) -> Headline:
    """Return the headline of a table: decided when one outcome is left."""
    if len(outcomes) > 1:
        return Headline("not_enough_information", (0, 0, 0, 0, 0), outcomes)
    state = "out_of_scope" if outcomes[0].out_of_scope else "outcome"
    return Headline(state, (0, 0, 0, 0, 0), outcomes)


def headline_text(headline: Headline, calculator: Calculator, missing: list[str]) -> str:
    """Return the headline as one sentence; `missing` are the labels that decide."""
    del calculator
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
    needed = f": {', '.join(missing[:3])} needed" if missing else ""
    if len(missing) > 3:
        needed = f": {', '.join(missing[:3])} and {len(missing) - 3} more needed"
    if headline.outcomes:
        return f"Not enough information{needed}. Still possible: {' or '.join(o.text for o in headline.outcomes)}"
    if not unknown and open_cautions:
        return f"Required criteria met: {met} of {total}. Not enough information on {counted(open_cautions, 'caution')}"
    return f"Not enough information{needed}"
