"""What every authority says of the same case, and which criteria make the difference."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from guideline.findings import missing_facts
from guideline.headlines import Headline, headline_of, headline_text
from guideline.options import panel_state, panel_text, placements
from guideline.panels import Panel
from guideline.rules import Criteria, Variants
from guideline.tables import FirstOf
from guideline.wording import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guideline.calculators import Calculator
    from guideline.cases import Case

    Rule = Criteria | FirstOf | Panel
    Named = dict[str, "Entry"]


class Entry(NamedTuple):
    """One thing that an authority names."""

    text: str
    topics: frozenset[str]
    """The ids of what it is about: two entries with one in common are two ways to put one question."""


def compared_authorities(calculator: Calculator, case: Case, variant: str, own: Headline) -> list[dict[str, Any]]:
    """Return what every authority says of the same case, and what makes the difference to the one that was chosen.

    `own` is the headline of the chosen one, `variant`.
    """
    if not isinstance(calculator.rule, Variants):
        return []
    named = {each: _named(rule, case) for each, rule in calculator.rules.items()}
    decisive = {each: _decisive(rule, case) for each, rule in calculator.rules.items()}
    shown = []
    for each, rule in calculator.rules.items():
        state, text = _short(rule, case, own if each == variant else None)
        differs_by = sorted({one for one, _ in decisive[variant].items() ^ decisive[each].items()})
        differences = _differences(named[variant], named[each], differs_by)
        if isinstance(rule, FirstOf):  # outcomes of two names in the same words are no difference
            differences = [one for one in differences if one["only"]]
        shown.append(
            {
                "id": each,
                "title": calculator.rule.titles[each],
                "state": state,
                "text": text,
                "differs_by": differs_by,
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


def _differences(here: Named, there: Named, differs_by: Sequence[str]) -> list[dict[str, str]]:
    """Return what differs, in the words of the other authority wherever it says anything on the matter.

    `only` is "there" or "here" (the chosen one) where one of the two alone speaks of it, and otherwise empty: that the
    other does not name something would be false of one that puts it another way round.
    """
    found: dict[str, tuple[Entry, str]] = {}
    for each in differs_by:
        if each in there:
            found[each] = there[each], "" if _alike(there[each], here) else "there"
        elif alike := _alike(here[each], there):
            found |= {one: (there[one], "") for one in alike}
        else:
            found[each] = here[each], "here"
    in_order = [each for each in {**there, **here} if each in found]
    return [{"id": each, "text": found[each][0].text, "only": found[each][1]} for each in in_order]


def _alike(entry: Entry, others: Named) -> list[str]:
    """Return the ids of the entries on the same matter."""
    return [each for each, other in others.items() if entry.topics & other.topics]


def _named(rule: Rule, case: Case) -> Named:
    """Return what an authority names: its criteria, the rows of its panel, or the outcomes that are possible."""
    if isinstance(rule, FirstOf):
        return {each.id: Entry(each.text, frozenset((each.text,))) for each in rule.outcomes(case)}
    return _in_print(rule)


@cache
def _in_print(rule: Criteria | Panel) -> Named:
    if isinstance(rule, Panel):
        return {each.id: Entry(each.title, frozenset((each.id,))) for each in rule.entries}
    return {each.id: Entry(each.text, frozenset(one.fact.id for one in each.comparisons)) for each in rule.parts}
