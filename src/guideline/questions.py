"""Describes a calculator: its questions and its criteria as JSON, for forms, tables, tools and tests."""

from __future__ import annotations

from typing import Any

from guideline.calculators import Ask, Calculator, opening_ids
from guideline.facts import Choice, Number
from guideline.panels import Panel
from guideline.rules import Criteria, Criterion, Group, Node, Variants
from guideline.tables import FirstOf

FORMAT = "open-net-guide-questions/1"


def questions(calculator: Calculator) -> dict[str, Any]:
    """Return everything that a form or another program needs to ask, without any answer."""
    rule = calculator.rule
    named = rule if isinstance(rule, Variants) else None
    return {
        "format": FORMAT,
        "calculator": calculator.id,
        "title": calculator.title,
        "content_version": calculator.content_version,
        "intended_use": calculator.intended_use,
        "not_for": list(calculator.not_for),
        "style": calculator.style,
        "variants": [
            {"id": each, "title": title, "note": named.notes.get(each, "")} for each, title in named.titles.items()
        ]
        if named
        else [],
        "sections": [
            {"id": each.id, "title": each.title, "facts": [ask.fact.id for ask in each.asks]}
            for each in calculator.sections
        ],
        "facts": {ask.fact.id: _fact(ask, calculator) for ask in calculator.asks},
        "criteria": {variant: _criteria(rule) for variant, rule in calculator.rules.items()},
        "notices": [{"id": each.id, "text": each.text, "evidence": list(each.evidence)} for each in calculator.notices],
        "contradictions": [
            {"id": each.id, "fact": each.fact.id, "text": each.message} for each in calculator.contradictions
        ],
        "reports": [
            {
                "id": each.id,
                "label": each.label,
                "unit": each.unit if isinstance(each, Number) else "",
                "evidence": list(each.evidence),
            }
            for each in calculator.reports
        ],
        "not_considered": list(calculator.not_considered),
    }


def _fact(ask: Ask, calculator: Calculator) -> dict[str, Any]:
    fact = ask.fact
    used = [each for each, ids in calculator.facts_by_variant.items() if fact.id in ids and each != "-"]
    described: dict[str, Any] = {
        "id": fact.id,
        "label": fact.label,
        "kind": fact.kind,
        "hint": fact.hint,
        "found_in": fact.found_in,
        "excludes": fact.excludes,
        "changeable": fact.changeable,
        "derived": bool(fact.inputs),
        "inputs": [each.id for each in fact.inputs],
        "unit": "",
        "units": [],
        "range": None,
        "range_reason": "",
        "plausible": None,
        "decimals": 0,
        "whole": False,
        "options": [],
        "asked_when": None,
        "variants": used,
        "evidence": list(fact.evidence),
    }
    if isinstance(fact, Number):
        described |= {
            "unit": fact.unit,
            "units": [
                {"symbol": each.symbol, "code": each.code, "factor": f"{each.numerator}/{each.denominator}"}
                for each in fact.units
            ],
            "range": [fact.at_least, fact.at_most],
            "range_reason": fact.reason,
            "plausible": list(fact.plausible),
            "decimals": fact.decimals,
            "whole": fact.whole,
        }
    if isinstance(fact, Choice):
        described["options"] = [{"id": each.id, "label": each.label, "hint": each.hint} for each in fact.options]
    if ask.when is not None:
        described["asked_when"] = {
            "text": f"{ask.when.fact.label}: {ask.when.limit}",
            "fact": ask.when.fact.id,
            "one_of": opening_ids(ask.when),
        }
    return described


def _criteria(rule: Criteria | FirstOf | Panel) -> list[dict[str, Any]]:
    if isinstance(rule, Panel):
        return [
            {
                "id": each.id,
                "text": each.title,
                "note": "",
                "kind": "entry",
                "join": "first_of",
                "limit": None,
                "fact": None,
                "evidence": list(each.rule.evidence),
                "recalled": False,
                "parts": _criteria(each.rule),
            }
            for each in rule.entries
        ]
    if isinstance(rule, Criteria):
        return [_node(part) for part in rule.parts]
    return [
        {
            "id": outcome.id,
            "text": outcome.text,
            "note": outcome.note,
            "kind": "outcome",
            "join": "first_of",
            "limit": None,
            "fact": None,
            "evidence": list(outcome.evidence or (condition.evidence if condition is not None else ())),
            "recalled": False,
            "parts": [] if condition is None else [_node(condition, inside=True)],
        }
        for outcome, condition in rule.branches
    ]


def _node(node: Node, *, inside: bool = False) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": node.id,
        "text": node.text,
        "note": node.note if isinstance(node, Criterion) else "",
        "kind": "part" if inside else node.kind,
        "join": node.join if isinstance(node, Group) else None,
        "limit": None,
        "fact": None,
        "evidence": list(node.evidence),
        "recalled": isinstance(node, Criterion) and node.recalled,
        "parts": [_node(part, inside=True) for part in node.children()],
    }
    if isinstance(node, Criterion):
        described |= {"limit": node.test.limit, "fact": node.test.fact.id}
        if isinstance(node.test.fact, Number):
            described["threshold"] = {
                "operator": node.test.operator,
                "value": node.test.value,
                "unit": node.test.fact.unit,
            }
    return described
