"""Every calculator of the project, found by its file name as the site finds it, with its worked examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guideline import Calculator
from guideline.comparisons import Comparison
from guideline.conclusions import Conclusion, Points
from guideline.facts import Fact
from guideline.panels import Panel
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from mkdocs_calculators.discovery import Found, discover
from mkdocs_calculators.project import Project

ROOT = Path(__file__).parent.parent.parent
FOUND: dict[str, Found]
FOUND, PROBLEMS = discover(Project.at(ROOT))
CALCULATORS: dict[str, Calculator] = {name: found.calculator for name, found in FOUND.items()}

Rule = Criteria | FirstOf | Panel

VARIANTS: list[tuple[str, str]] = [(name, variant) for name, each in CALCULATORS.items() for variant in each.rules]


def rule_nodes(calculator: Calculator) -> Iterator[Node]:
    """Yield every node that a calculator's rules, scores and conclusions are made of, each object once."""
    seen: set[int] = set()
    facts: set[str] = set()

    def below(node: Node) -> Iterator[Node]:
        if id(node) in seen:
            return
        seen.add(id(node))
        yield node
        for child in node.children():
            yield from below(child)
        for each in node.comparisons:
            yield from behind(each.fact)

    def behind(fact: Fact) -> Iterator[Node]:
        if fact.id in facts:
            return
        facts.add(fact.id)
        if isinstance(fact, Conclusion):
            yield from below(fact.rule)
        if isinstance(fact, Points):
            yield from below(fact.conditions)
        for given in fact.inputs:
            yield from behind(given)

    for rule in calculator.rules.values():
        yield from below(rule)
    for report in calculator.reports:
        yield from behind(report)


def all_nodes(calculator: Calculator) -> Iterator[Node]:
    """Yield the same and the conditions of notices and contradictions."""
    yield from rule_nodes(calculator)
    for conditions in (each.conditions for each in (*calculator.notices, *calculator.contradictions)):
        yield from conditions


def comparisons_of(calculator: Calculator) -> list[Comparison]:
    """Return every comparison that a calculator makes, each object once, in rules and wherever else it asks."""
    found = {id(each): each for node in all_nodes(calculator) for each in node.comparisons}
    found |= {id(ask.when): ask.when for ask in calculator.asks if ask.when is not None}
    for each in list(found.values()):  # what notices and contradictions conclude
        if isinstance(each.fact, Conclusion):
            found |= {id(inner): inner for inner in each.fact.rule.comparisons}
    return list(found.values())
