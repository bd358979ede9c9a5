"""Does every rule rest on evidence, and does it say, compare and cite the same number?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideline import Calculator
from guideline.conclusions import Conclusion, Points
from guideline.facts import Fact, Number
from guideline.rules import Criterion, Node
from guideline.tables import FirstOf
from guideline.units import format_exact, with_unit
from mkdocs_calculators.discovery import Found, line_of
from mkdocs_calculators.evidence import Record
from mkdocs_calculators.numbers import figures_have, states, wording_of
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.site import Site
from presentation.phrases import FORBIDDEN


@dataclass(frozen=True)
class Placed:
    """A node of a rule with the evidence that covers it: its own, or that of the group around it."""

    node: Node
    evidence: tuple[str, ...]


def check_rules(site: Site) -> Iterator[Problem]:
    """Yield the problems of every calculator's rules, each once however many variants share a criterion."""
    for found in site.calculators.values():
        yield from calculator_problems(site, found)


def calculator_problems(site: Site, found: Found) -> Iterator[Problem]:
    """Yield the problems of one calculator."""
    calculator = found.calculator
    for placed in placed_nodes(calculator):
        node = placed.node
        for said in node_problems(placed, site):
            yield Problem(*site.rule_lines.find(node.id, node.text, found.shown), said)
    for cited, what, rule_id, text in other_citations(calculator):
        for said in (said for record_id in cited for said in use_problems(record_id, what, site)):
            yield Problem(*site.rule_lines.find(rule_id, text, found.shown), said)
    own = (calculator.id, calculator.title)
    for rule_id, text in (own, *sentences(calculator)):
        for pattern in FORBIDDEN:
            match = re.search(pattern, text, re.IGNORECASE)
            if match:
                said = f"{rule_id} says {match[0]!r}; a rule reports what criteria say and never advises"
                title_line = (found.shown, line_of(found.path, "CALCULATOR"))
                place = title_line if text is own[1] else site.rule_lines.find(rule_id, text, found.shown)
                yield Problem(*place, said)


def placed_nodes(calculator: Calculator) -> list[Placed]:
    """Return every node of every variant, and of the rules behind conclusions and scores, each object once."""
    return placed_from(calculator.rules.values(), calculator.reports)


def placed_from(rules: Iterable[Node], reports: Iterable[Fact] = ()) -> list[Placed]:
    """Return every node of these rules, then of those behind the facts that they compare and the reports."""
    found: dict[int, Placed] = {}
    queue: list[tuple[Node, tuple[str, ...]]] = [(rule, ()) for rule in rules]
    facts: list[Fact] = list(reports)
    seen: set[str] = set()
    while queue or facts:
        while queue:
            node, inherited = queue.pop(0)
            evidence = node.evidence or inherited
            if id(node) not in found:
                found[id(node)] = Placed(node, evidence)
                queue += [(child, evidence) for child in node.children()]
                facts += [comparison.fact for comparison in node.comparisons]
        while facts:
            fact = facts.pop(0)
            if fact.id not in seen:
                seen.add(fact.id)
                facts += fact.inputs
                queue += [(node, ids_of(fact)) for node in behind(fact)]
    return list(found.values())


def ids_of(fact: Fact) -> tuple[str, ...]:
    """Return the records that a fact names."""
    return (fact.evidence,) if isinstance(fact.evidence, str) else fact.evidence


def behind(fact: Fact) -> list[Node]:
    """Return the rules that a fact is concluded or counted from."""
    if isinstance(fact, Conclusion):
        return [fact.rule]
    return [node for _, node in fact.items] if isinstance(fact, Points) else []


def node_problems(placed: Placed, site: Site) -> Iterator[str]:
    """Yield what is wrong with one node."""
    node = placed.node
    for each in node.evidence:
        yield from use_problems(each, node.id, site)
    if isinstance(node, FirstOf):
        for outcome, _ in node.branches:
            for each in outcome.evidence:
                yield from use_problems(each, outcome.id, site)
    if not isinstance(node, Criterion):
        return
    if not placed.evidence:
        yield f"criterion {node.id!r} has no evidence; name a record of the register"
    if isinstance(node.test.fact, Number):
        yield from number_problems(node, node.test.fact, placed.evidence, site)


def number_problems(node: Criterion, fact: Number, evidence: tuple[str, ...], site: Site) -> Iterator[str]:
    """Yield what does not agree between a criterion's words, its comparison and its evidence."""
    threshold = float(node.test.value)
    shown = with_unit(format_exact(threshold), fact.unit).replace("\u00a0", " ")
    if not states(node.text, threshold):
        yield f"criterion {node.id!r} says {node.text!r} but its rule compares with {shown}"
    worded = wording_of(node.text, threshold)
    if worded is not None and worded != node.test.operator:
        yield f"criterion {node.id!r} says {node.text!r} but its rule is {node.test.operator} {shown}"
    if isinstance(fact, Points):
        return
    records = [site.records[each] for each in evidence if each in site.records]
    if records and not any(figures_have(record.figures, threshold, fact) for record in records):
        yield f"criterion {node.id!r} uses {shown}, which is no figure of its evidence: {figures_of(records)}"


def figures_of(records: list[Record]) -> str:
    """Return the figures of records, for a message."""
    return "; ".join(f"{each.id} has {', '.join(each.figures) or 'none'}" for each in records)


def use_problems(record_id: str, user: str, site: Site) -> Iterator[str]:
    """Yield why a rule must not rest on a record: it does not exist, is not for rules, or is too uncertain."""
    record = site.records.get(record_id)
    if record_id in site.wrong_records:
        return
    if record is None:
        yield f"{user}: {unknown('evidence', record_id, site.records)}"
        return
    if record.do_not_implement:
        yield f"{user} rests on {record_id}, which is marked do_not_implement"
    if record.known == "recalled" and record.confidence != "high":
        yield (
            f"{user} rests on {record_id}, which is recalled with {record.confidence} confidence; "
            "a rule needs a record that was seen, or recalled with high confidence"
        )


def other_citations(calculator: Calculator) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    """Yield (evidence ids, what cites them, id, text) of facts and notices."""
    for notice in calculator.notices:
        yield notice.evidence, f"notice {notice.id!r}", notice.id, notice.text
    facts = {fact.id: fact for fact in (*calculator.facts.values(), *calculator.reports)}
    for fact in facts.values():
        yield ids_of(fact), f"fact {fact.id!r}", fact.id, fact.label


def sentences(calculator: Calculator) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of every sentence that a rule can put before a reader."""
    for placed in placed_nodes(calculator):
        node = placed.node
        yield node.id, node.text
        if isinstance(node, Criterion) and node.note:
            yield node.id, node.note
        if isinstance(node, FirstOf):
            for outcome, _ in node.branches:
                yield outcome.id, outcome.text
                yield outcome.id, outcome.note
    for notice in calculator.notices:
        yield notice.id, notice.text
