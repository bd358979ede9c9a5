"""Judges a case: answers in, one JSON result out (the shape is documented in docs/contributing/command-line.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, zip_longest
from typing import Any

from guideline.authorities import compared_authorities
from guideline.calculators import Calculator
from guideline.cases import Case
from guideline.changes import single_changes
from guideline.facts import Fact, Number
from guideline.findings import Finding, kept_finding, missing_facts, outcome_findings
from guideline.headlines import NO_COUNTS, Headline, headline_of, headline_text
from guideline.options import option_of, panel_findings, panel_state, panel_text
from guideline.panels import Panel
from guideline.reading import AnswerError, Read, problem, read_answers
from guideline.rules import Criteria
from guideline.tables import FirstOf
from guideline.verdicts import MET
from guideline.wording import lowered

FORMAT = "open-net-guide-result/1"
Evidence = dict[str, Any]


def judge(
    calculator: Calculator,
    answers: Any,
    *,
    variant: str | None = None,
    evidence: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the result for raw answers; raises AnswerError with one problem per field that cannot be read.

    `evidence` maps record ids to records; only those that the result cites are repeated in it.
    """
    chosen = chosen_variant(calculator, variant)
    read = read_answers(calculator, answers)
    return result_of(calculator, read, chosen, evidence or {})


def chosen_variant(calculator: Calculator, variant: str | None) -> str:
    """Return the variant to judge by: the one asked for, else the first; raises AnswerError for an unknown one."""
    known = list(calculator.rules) or ["-"]
    if variant is None or variant == "":
        return known[0]
    if variant not in known:
        allowed = f"Allowed: {', '.join(known)}." if known != ["-"] else "It has none: leave it out."
        message = f"{calculator.title} has no variant {str(variant)[:40]}. {allowed}"
        raise AnswerError([problem("variant", str(variant)[:40], message, "unknown_option")])
    return variant


def result_of(calculator: Calculator, read: Read, variant: str, evidence: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON result of a case that has been read."""
    case = read.case
    rule = calculator.rules.get(variant)
    values = _values(calculator, case, read)
    findings: list[Finding] = []
    changes: list[dict[str, Any]] = []
    options: list[dict[str, Any]] = []
    if rule is None:
        # The first report is the answer; others that are known stand below it but never in its place.
        state = "outcome" if leads(calculator, values) else "not_enough_information"
        headline = Headline(state, NO_COUNTS)
    elif isinstance(rule, Panel):
        options = [option_of(each, case, read) for each in rule.entries]
        findings = panel_findings(options)
        headline = Headline(panel_state(options), NO_COUNTS)
    else:
        headline = headline_of(rule, case)
        findings = _findings(rule, case, read, headline)
        changes = single_changes(calculator, rule, case, headline)
    missing = _missing(calculator, case, findings, rule)
    if isinstance(rule, Panel):
        text = panel_text(rule, options)
        findings = []
    else:
        text = _text(calculator, headline, values, missing)
    warnings = _warnings(calculator, case, findings)
    cited = _cited([*findings, *panel_findings(options)], warnings, calculator, evidence)
    by_change = {True: [], False: []}  # type: dict[bool, list[dict[str, Any]]]
    for each in changes:
        by_change[calculator.facts[each["fact"]].changeable].append(each)
    met, failed, unknown, cautions, open_cautions = headline.counts
    return {
        "format": FORMAT,
        "calculator": calculator.id,
        "title": calculator.title,
        "content_version": calculator.content_version,
        "variant": _variant(calculator, variant),
        "style": calculator.style,
        "headline": {
            "state": headline.state,
            "text": text,
            "counts": {
                "met": met,
                "not_met": failed,
                "unknown": unknown,
                "cautions": cautions,
                "cautions_unknown": open_cautions,
            },
        },
        "outcomes": [{"id": each.id, "text": each.text, "note": each.note} for each in headline.outcomes],
        "options": options,
        "values": values,
        "findings": findings,
        "evidence": cited,
        "missing": missing,
        "changes": {"can_change": by_change[True], "cannot_change": by_change[False]},
        "authorities": compared_authorities(calculator, case, variant, headline),
        "warnings": warnings,
        "not_used": _not_used(calculator, read, variant),
        "not_considered": list(calculator.not_considered),
        "assumptions": [],
        "intended_use": calculator.intended_use,
    }


def _variant(calculator: Calculator, variant: str) -> dict[str, str] | None:
    from guideline.rules import Variants

    if not isinstance(calculator.rule, Variants):
        return None
    return {"id": variant, "title": calculator.rule.titles[variant]}


def leads(calculator: Calculator, values: list[dict[str, Any]]) -> bool:
    """Return whether the first report of a measure, its answer, is known."""
    return bool(values) and values[0]["id"] == calculator.reports[0].id


def _text(calculator: Calculator, headline: Headline, values: list[Any], missing: list[Any]) -> str:
    if not calculator.rules:
        if leads(calculator, values):
            return f"{values[0]['label']} {values[0]['displayed']}"
        needed = [each for each in missing if each["decides"]] or missing
        if not needed:
            return "Nothing can be worked out from these answers"
        return f"Not enough information: {', '.join(lowered(each['label']) for each in needed)} needed"
    labels = [lowered(each["label"]) for each in missing if each["decides"]]
    return headline_text(headline, labels)


def _values(calculator: Calculator, case: Case, read: Read) -> list[dict[str, Any]]:
    """Return the reported facts that are known, with how they came about; an entered value hides no derived one."""
    shown = []
    for fact in calculator.reports:
        value = case.value(fact)
        if value is None:
            continue
        entered = fact.id in read.values
        item = {
            "id": fact.id,
            "label": fact.label,
            "value": value,
            "unit": fact.unit if isinstance(fact, Number) else "",
            "displayed": read.entered[fact.id] if entered else fact.shown(value),
            "origin": "entered" if entered else "derived",
            "from": [] if entered else list(_asked_behind(fact, calculator, case)),
            "evidence": list(fact.evidence),
        }
        other = fact.work_out(case) if entered and fact.inputs else None
        if other is not None:
            item["derived_would_be"] = fact.shown(other)
        shown.append(item)
    return shown


def _asked_behind(fact: Fact, calculator: Calculator, case: Case) -> dict[str, None]:
    """Return the ids of the questions that a derived value comes from, through what is worked out on the way."""
    found: dict[str, None] = {}
    for each in fact.needs(case):
        asked = each.id in calculator.facts and (each.id in case.entered or not each.inputs)
        found |= {each.id: None} if asked else _asked_behind(each, calculator, case)
    return found


def _findings(rule: Criteria | FirstOf, case: Case, read: Read, headline: Headline) -> list[Finding]:
    if isinstance(rule, FirstOf):
        return outcome_findings(rule, case, read)
    moving = {
        "contraindicated": (),
        "criteria_not_met": ("contraindication",),
        "not_enough_information": ("required", "contraindication", "caution"),
    }.get(headline.state, ())
    cautions_met = headline.counts[3]
    return [
        kept_finding(
            part,
            case,
            read,
            inside=False,
            decides=part.kind in moving and not (part.kind == "caution" and cautions_met),
        )
        for part in rule.parts
    ]


def _open_leaves(findings: list[Finding], decides: bool = True) -> Iterator[tuple[Finding, bool]]:
    """Yield each leaf where it and everything above it is open, with whether the headline hangs on it."""
    for each in findings:
        if each["verdict"] == "unknown":
            below = decides and each["decides"]
            if each["parts"]:
                yield from _open_leaves(each["parts"], below)
            elif each["fact"] is not None:
                yield each, below


def _missing(
    calculator: Calculator, case: Case, findings: list[Finding], rule: Criteria | FirstOf | Panel | None
) -> list[dict[str, Any]]:
    """Return the facts that are missing, those that decide first, then by how many criteria they settle."""
    facts = {ask.fact.id: ask.fact for ask in calculator.asks if ask.when is None or ask.when.verdict(case) is MET}
    found: dict[str, dict[str, Any]] = {}
    if rule is None:
        first = calculator.reports[:1]
        pairs = [
            ({"id": report.id, "missing": [each.id]}, report in first)
            for report in calculator.reports
            for each in _open_questions(report, calculator, case)
        ]
    else:
        pairs = list(_open_leaves(findings))
    for leaf, decides in pairs:
        for fact_id in leaf["missing"]:
            fact = facts.get(fact_id)
            if fact is None:
                continue
            item = found.setdefault(
                fact_id,
                {
                    "fact": fact_id,
                    "label": fact.label,
                    "decides": False,
                    "settles": 0,
                    "criteria": [],
                    "found_in": fact.found_in,
                },
            )
            item["decides"] = item["decides"] or decides
            if leaf["id"] not in item["criteria"]:
                item["criteria"].append(leaf["id"])
            item["settles"] = len(item["criteria"])
    return sorted(found.values(), key=lambda item: (not item["decides"], -item["settles"]))


def _open_questions(fact: Fact, calculator: Calculator, case: Case) -> list[Fact]:
    """Return what has to be asked to know a fact; one that could be entered but is not asked here, by its inputs."""
    found: list[Fact] = []
    for each in missing_facts(fact, case):
        if each.inputs and each.id not in calculator.facts:
            found += [one for given in each.needs(case) for one in _open_questions(given, calculator, case)]
        else:
            found.append(each)
    return found


def _warnings(calculator: Calculator, case: Case, findings: list[Finding]) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = [
        {"fact": each.fact.id if each.fact else None, "text": each.text, "evidence": list(each.evidence)}
        for each in calculator.notices
        if all(node.verdict(case) is MET for node in each.conditions)
    ]
    limits: dict[str, dict[str, Any]] = {}
    for leaf in (leaf for each in findings for leaf in each.near_limits):
        if leaf["fact"] not in limits:
            text = (
                f"{leaf['compared']} is close to the limit ({leaf['limit']}): "
                "measurement error or rounding could move it to the other side."
            )
            limits[leaf["fact"]] = {"fact": leaf["fact"], "text": text, "evidence": leaf["evidence"][:1]}
    return shown + list(limits.values())


def _cited(
    findings: list[Finding], warnings: list[dict[str, Any]], calculator: Calculator, evidence: Mapping[str, Any]
) -> Evidence:
    ids: dict[str, None] = {}
    for level in zip_longest(*(each.cites for each in findings), fillvalue=()):  # a group's own before its parts'
        ids |= dict.fromkeys(chain.from_iterable(level))
    ids.update(dict.fromkeys(each for warning in warnings for each in warning["evidence"]))
    ids.update(dict.fromkeys(each for report in calculator.reports for each in report.evidence))
    return {each: evidence[each] for each in ids if each in evidence}


def _not_used(calculator: Calculator, read: Read, variant: str) -> list[dict[str, str]]:
    used = calculator.facts_by_variant[variant]
    shown = []
    for fact_id, why in read.too_old.items():
        fact = calculator.facts[fact_id]
        shown.append({"fact": fact_id, "label": fact.label, "entered": read.entered.get(fact_id, ""), "why": why})
    for fact_id in [*read.not_asked, *(each for each in read.values if each not in used)]:
        fact = calculator.facts[fact_id]
        why = "no criterion chosen here asks for it"
        if fact_id in read.not_asked:
            waits_for = calculator.waits_for(fact_id, read.case)
            why = f"it is asked only after “{waits_for}”" if waits_for else "another answer closes this question"
        shown.append({"fact": fact_id, "label": fact.label, "entered": read.entered.get(fact_id, ""), "why": why})
    return shown
