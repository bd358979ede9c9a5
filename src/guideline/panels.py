"""Several tables judged together: for each entry (a treatment, say), where guidelines place it for this case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guideline.findings import Finding, outcome_findings
from guideline.rules import FirstOf, Node
from guideline.verdicts import UNKNOWN, Verdict
from guideline.wording import listed

if TYPE_CHECKING:
    from guideline.cases import Case
    from guideline.reading import Read


@dataclass(frozen=True, eq=False)
class Entry:
    """One row of a panel: a table of outcomes with a title of its own."""

    id: str
    title: str
    rule: FirstOf


@dataclass(frozen=True, eq=False)
class Panel(Node):
    """Entries judged side by side. `leading` are the outcome ids that the headline names."""

    id: str
    text: str
    entries: tuple[Entry, ...]
    leading: tuple[str, ...]
    lead_text: str
    kind: str = "panel"
    evidence: tuple[str, ...] = ()

    def children(self) -> tuple[Node, ...]:
        """Return the tables of all entries."""
        return tuple(entry.rule for entry in self.entries)

    def own_verdict(self, case: Case) -> Verdict:  # noqa: ARG002 - the shape of every node
        """Return unknown: a panel has entries, not a verdict."""
        return UNKNOWN


def entry(entry_id: str, title: str, rule: FirstOf) -> Entry:
    """Name one row of a panel."""
    return Entry(entry_id, title, rule)


def panel(panel_id: str, text: str, *entries: Entry, leading: tuple[str, ...], lead_text: str) -> Panel:
    """Judge several tables side by side; the headline lists those whose outcome is one of `leading`."""
    ids = [each.id for each in entries]
    if len(ids) != len(set(ids)):
        raise ValueError(f"{panel_id}: two entries have one id")
    return Panel(panel_id, text, entries, leading, lead_text)


def option_of(each: Entry, case: Case, read: Read) -> dict[str, Any]:
    """Return one row of the result: the placement, or those still possible, with the findings behind it."""
    outcomes = each.rule.outcomes(case)
    findings = outcome_findings(each.rule, case, read)
    decided = outcomes[0] if len(outcomes) == 1 else None
    missing = list(dict.fromkeys(fact for finding in findings for fact in finding["missing"])) if not decided else []
    return {
        "id": each.id,
        "title": each.title,
        "placement": decided.id if decided else None,
        "text": decided.text if decided else " or ".join(outcome.text for outcome in outcomes),
        "note": decided.note if decided else "",
        "possible": [{"id": outcome.id, "text": outcome.text} for outcome in outcomes],
        "missing": missing,
        "evidence": list(decided.evidence) if decided else [],
        "findings": findings,
    }


def panel_text(rule: Panel, options: list[dict[str, Any]]) -> str:
    """Return the headline of a panel in one sentence."""
    leading = [each["title"] for each in options if each["placement"] in rule.leading]
    open_ = sum(each["placement"] is None for each in options)
    words = f"{rule.lead_text}: {listed(leading, most=6)}" if leading else f"{rule.lead_text}: none so far"
    return f"{words}. {open_} of {len(options)} not decided" if open_ else words


def panel_findings(options: list[dict[str, Any]]) -> list[Finding]:
    """Return the findings of all rows, for counting what is missing."""
    return [finding for each in options for finding in each["findings"]]
