"""Everything a site is made of, read once: pages, calculators with their examples, evidence, references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mkdocs_calculators.bibliography import Source, read_bibliography
from mkdocs_calculators.discovery import Found, discover
from mkdocs_calculators.evidence import Record, as_json, read_evidence
from mkdocs_calculators.pages import Page, read_page
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.rule_lines import RuleLines, read_rule_lines


@dataclass(frozen=True)
class Site:
    """Plain data: what the checks judge and what the Markdown extension draws from.

    `unread` holds what could not be read at all; the checks pass it on.
    """

    pages: tuple[Page, ...] = ()
    calculators: Mapping[str, Found] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    bibliography: Mapping[str, Source] = field(default_factory=dict)
    rule_lines: RuleLines = field(default_factory=RuleLines)
    unread: tuple[Problem, ...] = ()

    @cached_property
    def evidence(self) -> dict[str, dict[str, Any]]:
        """The register as `judge` takes it."""
        return as_json(self.records, self.bibliography)


def read_site(project: Project) -> Site:
    """Read a whole project from its files."""
    calculators, unread = discover(project)
    bibliography, wrong = read_bibliography(project.references, project.shown(project.references))
    unread += wrong
    records, wrong = read_evidence(project, bibliography)
    unread += wrong
    paths = sorted(path for path in project.pages.rglob("*.md") if not path.name.startswith("."))
    return Site(
        pages=tuple(read_page(project.shown(path), path.read_text(encoding="utf-8")) for path in paths),
        calculators=calculators,
        records=records,
        bibliography=bibliography,
        rule_lines=read_rule_lines(project),
        unread=tuple(unread),
    )
