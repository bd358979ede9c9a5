"""Is every record of the register used by a rule or cited by a page, or else marked with the reason why not?"""

from __future__ import annotations

from collections.abc import Iterator

from guideline import Calculator
from guideline.tables import FirstOf
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.rule_checks import ids_of, other_citations, placed_nodes
from mkdocs_calculators.site import Site


def check_use(site: Site) -> Iterator[Problem]:
    """Yield each record that nothing uses and that does not say why, and each that says so although it is used."""
    users = users_of(site)
    for record in site.records.values():
        used_by = users.get(record.id)
        if used_by is None and not record.unused:
            said = f'{record.id} is used by no rule and cited by no page; cite it, or mark it unused = "the reason"'
            yield Problem(record.path, record.line, said)
        if used_by is not None and record.unused:
            said = f"{record.id} is marked unused, but {used_by} uses it; remove the mark"
            yield Problem(record.path, record.line, said)


def users_of(site: Site) -> dict[str, str]:
    """Return the ids of the records in use, each with the first calculator or page that uses it."""
    users: dict[str, str] = {}
    for calculator_id, found in site.calculators.items():
        for record_id in cited_by(found.calculator):
            users.setdefault(record_id, calculator_id)
    for page in site.pages:
        for citation in page.citations:
            users.setdefault(citation.key, page.path)
    return users


def cited_by(calculator: Calculator) -> frozenset[str]:
    """Return the ids of the records that a calculator rests on: rules, outcomes, facts, notices, limits of age."""
    ids: set[str] = set()
    for placed in placed_nodes(calculator):
        ids.update(placed.node.evidence)
        ids.update(each for comparison in placed.node.comparisons for each in ids_of(comparison.fact))
        if isinstance(placed.node, FirstOf):
            ids.update(each for outcome, _ in placed.node.branches for each in outcome.evidence)
    for cited, *_ in other_citations(calculator):
        ids.update(cited)
    ids.update(each for shelf in calculator.shelves for each in shelf.evidence)
    return frozenset(ids)
