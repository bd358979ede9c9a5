"""Findings: what each criterion says about this case, with the reason drawn from the comparison that was made."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from guideline.cases import Case
from guideline.facts import Fact, Number
from guideline.kept import keep
from guideline.reading import Read
from guideline.rules import Criterion, Group, Node
from guideline.tables import FirstOf
from guideline.units import with_unit
from guideline.verdicts import MET, NOT_MET, UNKNOWN, Verdict
from guideline.wording import clear_number, distance_text, listed, lowered, unknown_why, why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guideline.comparisons import Comparison

MOST_OF_ONE = 64
"""How many findings of one node are kept."""


class Finding(dict[str, Any]):
    """One line of a result in the public JSON shape. Nobody changes one: what is read off it is looked for once."""

    @cached_property
    def cites(self) -> tuple[tuple[str, ...], ...]:
        """The evidence ids that it names, then those of its parts, of their parts, and so on."""
        levels = []
        here: list[Finding] = [self]
        while here:
            levels.append(tuple(record for each in here for record in each["evidence"]))
            here = [part for each in here for part in each["parts"]]
        return tuple(levels)

    @cached_property
    def near_limits(self) -> tuple[Finding, ...]:
        """The comparisons in it where the value is close to the limit."""
        found, queue = [], [self]
        while queue:
            each = queue.pop()
            if each["at_limit"]:
                found.append(each)
            queue += reversed(each["parts"])
        return tuple(found)


Said = tuple[Verdict, str, list[str], dict[str, Any]]


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
    missing = _missing_in(part for part in parts if part["verdict"] == "unknown") if verdict is UNKNOWN else []
    return _finding(
        node.id,
        node.text,
        "part" if inside else node.kind,
        verdict.word,
        node.join if isinstance(node, Group) else "first_of",
        _group_why(node, parts),
        open_,
        missing,
        node.evidence,
        parts,
    )


def _finding(
    finding_id: str,
    text: str,
    kind: str,
    verdict: str,
    join: str | None,
    why: str,
    decides: bool,
    missing: list[str],
    evidence: tuple[str, ...],
    parts: list[Finding],
) -> Finding:
    """Return a finding in the public JSON shape, without a comparison of its own."""
    return Finding(
        id=finding_id,
        text=text,
        kind=kind,
        verdict=verdict,
        join=join,
        why=why,
        fact=None,
        entered=None,
        compared=None,
        limit=None,
        distance=None,
        at_limit=False,
        decides=decides,
        missing=missing,
        evidence=list(evidence),
        recalled=False,
        parts=parts,
    )


def _missing_in(findings: Iterable[Finding]) -> list[str]:
    """Return what is missing in several findings, each fact once."""
    return list(dict.fromkeys(fact for each in findings for fact in each["missing"]))


def _group_why(node: Node, parts: list[Finding]) -> str:
    if isinstance(node, FirstOf):
        return ""
    met = sum(part["verdict"] == "met" for part in parts)
    unknown = sum(part["verdict"] == "unknown" for part in parts)
    rest = f", {unknown} not known" if unknown else ""
    return f"{met} of {len(parts)} parts met{rest}."


def _criterion(node: Criterion, case: Case, read: Read, inside: bool, decides: bool) -> Finding:
    comparison = node.test
    key = comparison.fact.id, comparison.operator, comparison.value
    said = case.said.get(key)
    if said is None:  # the same comparison stands in many branches of a table
        said = case.said[key] = _said(comparison, case, read)
    verdict, reason, missing, compared = said
    is_open = verdict is UNKNOWN
    found = _finding(
        node.id,
        node.text,
        "part" if inside else node.kind,
        verdict.word,
        None,
        f"{reason} {node.note}" if node.note else reason,
        decides and is_open,
        missing.copy() if is_open else [],
        node.evidence,
        [],
    )
    found.update(compared)
    found["recalled"] = node.recalled
    return found


def _said(comparison: Comparison, case: Case, read: Read) -> Said:
    """Return the verdict of a comparison, the reason, what is missing for it and the fields that only it has."""
    fact = comparison.fact
    value = case.value(fact)
    verdict = comparison.verdict(case)
    entered = compared = distance = None
    at_limit = False
    missing: list[str] = []
    if value is None:
        asked = missing_facts(fact, case)
        missing = [each.id for each in asked]
        labels = [lowered(each.label) for each in asked]
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
    fields = {
        "fact": fact.id,
        "entered": entered,
        "compared": compared,
        "limit": comparison.limit,
        "distance": distance,
        "at_limit": at_limit,
    }
    return verdict, reason, missing, fields


def outcome_findings(rule: FirstOf, case: Case, read: Read) -> list[Finding]:
    """Return one finding per branch of a table; branches after the decided one are not looked at."""
    found: list[Finding] = []
    possible = {each.id for each in rule.outcomes(case)}
    live = [place for place in rule.live(case) if rule.branches[place][0].id in possible]
    is_open = len(possible) > 1
    kept = rule.kept_findings
    for place, (_, condition) in enumerate(rule.branches):
        verdict = NOT_MET if place not in live else MET if len(live) == 1 else UNKNOWN
        asked = () if condition is None else condition.asked
        key = (place, verdict, is_open, tuple(map(read.answers.get, asked)))
        branch: Finding | None = kept.get(key)
        if branch is None:
            decides = verdict is UNKNOWN
            parts = [] if condition is None else [finding_of(condition, case, read, inside=True, decides=decides)]
            branch = keep(kept, key, _branch(rule, place, verdict, parts, is_open=is_open))
        found.append(branch)
        if verdict is MET:
            return found + _behind(rule, place + 1)
    return found


def _branch(rule: FirstOf, place: int, verdict: Verdict, parts: list[Finding], *, is_open: bool) -> Finding:
    """Return the finding of one branch of a table."""
    outcome, condition = rule.branches[place]
    return _finding(
        outcome.id,
        outcome.text,
        "outcome",
        verdict.word,
        "first_of",
        outcome.note,
        is_open and verdict is UNKNOWN,
        _missing_in(parts) if is_open else [],
        outcome.evidence or (condition.evidence if condition is not None else ()),
        parts,
    )


@cache
def _behind(rule: FirstOf, first: int) -> list[Finding]:
    """Return the findings of the branches behind the one that applies: nobody looks at them."""
    return [_branch(rule, place, NOT_MET, [], is_open=False) for place in range(first, len(rule.branches))]


def kept_finding(node: Node, case: Case, read: Read, *, inside: bool, decides: bool) -> Finding:
    """Return the finding of a node; nobody changes one, so it is kept for the same answers.

    One answer more leaves most branches of a table, and most criteria of a list, as they were.
    """
    kept, key = node.kept_findings, (inside, decides, tuple(map(read.answers.get, node.asked)))
    found = kept.get(key)
    if found is None:
        found = keep(kept, key, finding_of(node, case, read, inside=inside, decides=decides), MOST_OF_ONE)
    return found
