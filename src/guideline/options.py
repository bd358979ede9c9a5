"""The rows of a panel's result: where each entry is placed, or what it still could be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guideline.findings import Finding, outcome_findings
from guideline.wording import listed

if TYPE_CHECKING:
    from guideline.cases import Case
    from guideline.panels import Entry, Panel
    from guideline.reading import Read


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
        "text": decided.text if decided else " or ".join(dict.fromkeys(outcome.text for outcome in outcomes)),
        "note": decided.note if decided else "",
        "possible": [{"id": outcome.id, "text": outcome.text} for outcome in outcomes],
        "missing": missing,
        "evidence": list(decided.evidence) if decided else [],
        "findings": findings,
    }


def placements(rule: Panel, case: Case) -> list[dict[str, Any]]:
    """Return where each entry is placed, without the findings behind it; None where that is open."""
    rows = []
    for each in rule.entries:
        ids = [outcome.id for outcome in each.rule.outcomes(case)]
        possible = [{"id": outcome_id} for outcome_id in ids]
        placement = ids[0] if len(ids) == 1 else None
        rows.append({"id": each.id, "title": each.title, "placement": placement, "possible": possible})
    return rows


def panel_state(options: list[dict[str, Any]]) -> str:
    """Return the state of a panel's headline: options once one entry is placed."""
    return "options" if any(each["placement"] is not None for each in options) else "not_enough_information"


def panel_text(rule: Panel, options: list[dict[str, Any]]) -> str:
    """Return the headline of a panel in one sentence: a row leads when every placement still possible does."""
    leading = [each["title"] for each in options if all(outcome["id"] in rule.leading for outcome in each["possible"])]
    open_ = sum(each["placement"] is None for each in options)
    words = f"{rule.lead_text}: {listed(leading, most=6)}" if leading else f"{rule.lead_text}: none so far"
    return f"{words}. {open_} of {len(options)} not decided" if open_ else words


def panel_findings(options: list[dict[str, Any]]) -> list[Finding]:
    """Return the findings of all rows, for counting what is missing."""
    return [finding for each in options for finding in each["findings"]]
