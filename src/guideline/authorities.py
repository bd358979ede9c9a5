"""What every authority says of the same case, and which criteria make the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guideline.findings import missing_facts
from guideline.headlines import Headline, headline_of, headline_text
from guideline.options import panel_state, panel_text, placements
from guideline.panels import Panel
from guideline.rules import Criteria, Variants
from guideline.tables import FirstOf
from guideline.wording import lowered

if TYPE_CHECKING:
    from guideline.calculators import Calculator
    from guideline.cases import Case

    Rule = Criteria | FirstOf | Panel


def compared_authorities(calculator: Calculator, case: Case, variant: str, own: Headline) -> list[dict[str, Any]]:
    """Return what every authority says of the same case, and what makes the difference to the one that was chosen.

    `own` is the headline of the chosen one, `variant`.
    """
    if not isinstance(calculator.rule, Variants):
        return []
    here = calculator.rules[variant]
    decisive = {each: _decisive(rule, case) for each, rule in calculator.rules.items()}
    shown = []
    for each, rule in calculator.rules.items():
        state, text = _short(rule, case, own if each == variant else None)
        differences = _differences(here, decisive[variant], rule, decisive[each])
        shown.append(
            {
                "id": each,
                "title": calculator.rule.titles[each],
                "state": state,
                "text": text,
                "differs_by": sorted(one["id"] for one in differences),
                "differences": differences,
            }
        )
    return shown


def _short(rule: Rule, case: Case, known: Headline | None) -> tuple[str, str]:
    """Return state and text of the headline of one authority, worked out unless it is known."""
    if isinstance(rule, Panel):
        rows = placements(rule, case)
        return panel_state(rows), panel_text(rule, rows)
    headline = known or headline_of(rule, case)
    labels: dict[str, None] = {}
    if isinstance(rule, Criteria) and headline.state == "not_enough_information":
        for part, _ in rule.unsatisfied(case):
            for comparison in part.comparisons:
                labels |= {lowered(found.label): None for found in missing_facts(comparison.fact, case)}
    return headline.state, headline_text(headline, list(labels))


def _decisive(rule: Rule, case: Case) -> dict[str, str]:
    """Return the criteria that keep the headline from being the best one, with their verdicts; of a panel, its rows."""
    if isinstance(rule, Panel):
        return {each["id"]: each["placement"] or "open" for each in placements(rule, case)}
    if isinstance(rule, FirstOf):
        return {each.id: "possible" for each in rule.outcomes(case)}
    return {part.id: verdict.word for part, verdict in rule.unsatisfied(case)}


def _differences(here: Rule, decisive_here: dict[str, str], there: Rule, decisive_there: dict[str, str]) -> list[Any]:
    """Return what decides in one of two rules only, in the words of the other authority where it has it.

    `only` says which has it at all: "there", "here" (the chosen one), or nothing where both have it and see it
    otherwise; of a table of outcomes, for which of the two the outcome is possible.
    """
    texts_here, texts_there = _texts(here), _texts(there)
    shown = []
    for each in dict.fromkeys((*decisive_there, *decisive_here)):
        if decisive_there.get(each) == decisive_here.get(each):
            continue
        if isinstance(here, FirstOf):
            only = "there" if each in decisive_there else "here"
        else:
            only = "" if each in texts_here and each in texts_there else "there" if each in texts_there else "here"
        shown.append({"id": each, "text": texts_there.get(each) or texts_here[each], "only": only})
    return shown


def _texts(rule: Rule) -> dict[str, str]:
    """Return the words for everything that can make a difference: criteria, outcomes, or the rows of a panel."""
    if isinstance(rule, Panel):
        return {each.id: each.title for each in rule.entries}
    if isinstance(rule, FirstOf):
        return {outcome.id: outcome.text for outcome, _ in rule.branches}
    return {each.id: each.text for each in rule.parts}
