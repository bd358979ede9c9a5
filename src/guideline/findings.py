"""Findings: what each criterion says about this case, with the reason drawn from the comparison that was made."""

from __future__ import annotations

from typing import Any

from guideline.cases import Case
from guideline.facts import Fact, Number
from guideline.reading import Read
from guideline.rules import Criterion, FirstOf, Group, Node
from guideline.units import with_unit
from guideline.verdicts import MET, NOT_MET, UNKNOWN
from guideline.wording import clear_number, distance_text, listed, lowered, unknown_why, why

Finding = dict[str, Any]


def missing_facts(fact: Fact, case: Case) -> list[Fact]:
    """Return what has to be asked to know a fact: itself, or the open inputs of a derived one."""
    if case.value(fact) is not None:
        return []
    if not fact.inputs:
        return [fact]
    begun = any(case.value(given) is not None for given in fact.inputs)
    if fact.enterable and not begun:
        return [fact]
    found = {each.id: each for given in fact.needs(case) for each in missing_facts(given, case)}
    return list(found.values())


def finding_of(node: Node, case: Case, read: Read, *, inside: bool = False, decides: bool = True) -> Finding:
    """Return the finding of one node and all below it. `decides`: the headline still hangs on this part."""
    if isinstance(node, Criterion):
        return _criterion(node, case, read, inside, decides)
    verdict = node.verdict(case)
    open_ = decides and verdict is UNKNOWN
    parts = [finding_of(part, case, read, inside=True, decides=open_) for part in node.children()]
    missing = list(dict.fromkeys(each for part in parts if part["verdict"] == "unknown" for each in part["missing"]))
    return {
        "id": node.id,
        "text": node.text,
        "kind": "part" if inside else node.kind,
        "verdict": verdict.value,
        "join": node.join if isinstance(node, Group) else "first_of",
        "why": _group_why(node, parts),
        "fact": None,
        "entered": None,
        "compared": None,
        "limit": None,
        "distance": None,
        "at_limit": False,
        "decides": open_,
        "missing": missing if verdict is UNKNOWN else [],
        "evidence": list(node.evidence),
        "recalled": False,
        "parts": parts,
    }


def _group_why(node: Node, parts: list[Finding]) -> str:
    if isinstance(node, FirstOf):
        return ""
    met = sum(part["verdict"] == "met" for part in parts)
    unknown = sum(part["verdict"] == "unknown" for part in parts)
    rest = f", {unknown} not known" if unknown else ""
    return f"{met} of {len(parts)} parts met{rest}."


def _criterion(node: Criterion, case: Case, read: Read, inside: bool, decides: bool) -> Finding:
    comparison = node.test
    fact = comparison.fact
    value = case.value(fact)
    verdict = node.verdict(case)
    entered = compared = distance = None
    at_limit = False
    missing = [each.id for each in missing_facts(fact, case)] if verdict is UNKNOWN else []
    if value is None:
        labels = [lowered(each.label) for each in missing_facts(fact, case)]
        reason = unknown_why(fact.label)
        if fact.inputs and labels and missing != [fact.id]:
            reason = f"{fact.label}: not known without {listed(labels)}."
        if verdict is not UNKNOWN:
            reason = f"{fact.label}: every answer still possible leads to the same verdict."
    else:
        if isinstance(fact, Number):
            compared = with_unit(clear_number(fact, value, comparison.value), fact.unit)
            distance = distance_text(fact, value, comparison.value)
            near = abs(value - comparison.value) <= fact.close + 1e-9  # what nobody measures is never near
            at_limit = near and fact.close > 0 and comparison.operator != "="
        else:
            compared = fact.shown(value)
        entered = read.entered.get(fact.id, compared)
        reason = why(comparison, entered, compared, verdict is MET)
    return {
        "id": node.id,
        "text": node.text,
        "kind": "part" if inside else node.kind,
        "verdict": verdict.value,
        "join": None,
        "why": f"{reason} {node.note}".strip(),
        "fact": fact.id,
        "entered": entered,
        "compared": compared,
        "limit": comparison.limit,
        "distance": distance,
        "at_limit": at_limit,
        "decides": decides and verdict is UNKNOWN,
        "missing": missing,
        "evidence": list(node.evidence),
        "recalled": node.recalled,
        "parts": [],
    }


def outcome_findings(rule: FirstOf, case: Case, read: Read) -> list[Finding]:
    """Return one finding per branch of a table; branches after the decided one are not looked at."""
    found = []
    possible = {each.id for each in rule.outcomes(case)}
    live = [place for place in rule.live(case) if rule.branches[place][0].id in possible]
    decided = False
    for place, (outcome, condition) in enumerate(rule.branches):
        if place not in live:
            verdict = NOT_MET
        elif len(live) == 1:
            verdict = MET
        else:
            verdict = UNKNOWN
        parts = []
        if condition is not None and not decided:
            parts = [finding_of(condition, case, read, inside=True, decides=verdict is UNKNOWN)]
        missing = list(dict.fromkeys(each for part in parts for each in part["missing"]))
        found.append(
            {
                "id": outcome.id,
                "text": outcome.text,
                "kind": "outcome",
                "verdict": verdict.value,
                "join": "first_of",
                "why": outcome.note,
                "fact": None,
                "entered": None,
                "compared": None,
                "limit": None,
                "distance": None,
                "at_limit": False,
                "decides": verdict is UNKNOWN and len(possible) > 1,
                "missing": missing if len(possible) > 1 else [],
                "evidence": list(outcome.evidence or (condition.evidence if condition is not None else ())),
                "recalled": False,
                "parts": parts,
            }
        )
        decided = decided or verdict is MET
    return found
