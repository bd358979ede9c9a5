"""What rests on each record of the register: the criteria of rules, and the pages. Made from the uses themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guideline import questions
from mkdocs_calculators.diagram_rules import cited_in
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.evidence_use import cited_by
from mkdocs_calculators.limits import find_criterion
from mkdocs_calculators.pages import Page
from mkdocs_calculators.rule_checks import placed_nodes
from mkdocs_calculators.site import Site

CITES = "cites it"
INSERTS = "gives its limit"
DRAWS = "draws it"


@dataclass(frozen=True)
class RuleUse:
    """A calculator that rests on a record, and its lines that do, as a reader sees them.

    No lines: the record stands behind something that is no line of the tables, such as a value worked out on the way.
    """

    calculator: str
    title: str
    lines: tuple[str, ...]


@dataclass
class Uses:
    """Everything that uses one record. `pages` holds by path how a page does; `works` the pages that cite its work."""

    rules: list[RuleUse] = field(default_factory=list)
    pages: dict[str, dict[str, None]] = field(default_factory=dict)
    works: dict[str, None] = field(default_factory=dict)


def uses_of(site: Site) -> dict[str, Uses]:
    """Return the uses of every record by its id, also of one that nothing uses."""
    uses = {record_id: Uses() for record_id in site.records}
    for calculator_id, found in site.calculators.items():
        lines = lines_of(found)
        for record_id in sorted(cited_by(found.calculator) | lines.keys()):
            if record_id in uses:
                used = RuleUse(calculator_id, found.calculator.title, tuple(dict.fromkeys(lines.get(record_id, ()))))
                uses[record_id].rules.append(used)
    resting: dict[str, list[str]] = {}
    for record in site.records.values():
        for key, _ in record.sources:
            resting.setdefault(key, []).append(record.id)
    behind = behind_values(site)
    for page in site.pages:
        for record_id, how in page_uses_records(page, site, behind):
            if record_id in uses:
                uses[record_id].pages.setdefault(page.path, {})[how] = None
        for work in {citation.key for citation in page.citations}:
            for record_id in resting.get(work, ()):
                uses[record_id].works[page.path] = None
    return uses


def lines_of(found: Found) -> dict[str, list[str]]:
    """Return by record what a calculator's tables say on its authority: criteria, outcomes, values, notices."""
    asked = questions(found.calculator)
    lines: dict[str, list[str]] = {}
    rows = [each for tree in asked["criteria"].values() for each in _walk(tree)]
    rows += [{**each, "text": each["label"]} for each in asked["reports"]]
    rows += [{**each, "text": each["label"]} for each in asked["facts"].values() if each["derived"]]
    for row in (*rows, *asked["notices"]):
        for record_id in row["evidence"]:
            lines.setdefault(record_id, []).append(row["text"])
    return lines


def _walk(nodes: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in nodes:
        yield each
        yield from _walk(each["parts"])


def behind_values(site: Site) -> dict[int, tuple[str, ...]]:
    """Return by criterion (its object) the records behind its limit: its own, or those of the group around it."""
    return {
        id(placed.node): placed.evidence
        for found in site.calculators.values()
        for placed in placed_nodes(found.calculator)
    }


def page_uses_records(page: Page, site: Site, behind: Mapping[int, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield (record, how) for what a page cites, whose limits it inserts, and what its diagrams draw."""
    for citation in page.citations:
        yield citation.key, CITES
    for value in page.values:
        calculator, variant, criterion_id = value.rule
        criterion = find_criterion(site.calculators[calculator], variant, criterion_id)
        for record_id in behind.get(id(criterion), ()):
            yield record_id, INSERTS
    for drawing in page.drawings:
        for record_id in cited_in(site.diagrams[drawing.name], site.calculators):
            yield record_id, DRAWS
