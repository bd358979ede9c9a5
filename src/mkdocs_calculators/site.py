"""Everything a site is made of, read once: pages, calculators with their examples, evidence, references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs_calculators.bibliography import Source, read_bibliography
from mkdocs_calculators.diagrams import Diagram, read_diagrams
from mkdocs_calculators.discovery import Found, discover, forget
from mkdocs_calculators.evidence import Record, as_json, read_evidence
from mkdocs_calculators.pages import Page, read_page
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.rule_lines import RuleLines, read_rule_lines

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Site:
    """Plain data: what the checks judge and what the Markdown extension draws from.

    `unread` holds what could not be read at all; the checks pass it on. `wrong_records` are among that: using one is
    no second problem. `rules` tells whether the worked examples have to be judged again.
    """

    pages: tuple[Page, ...] = ()
    calculators: Mapping[str, Found] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    wrong_records: frozenset[str] = frozenset()
    bibliography: Mapping[str, Source] = field(default_factory=dict)
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    rule_lines: RuleLines = field(default_factory=RuleLines)
    unread: tuple[Problem, ...] = ()
    rules: Fingerprint = ()

    @cached_property
    def evidence(self) -> dict[str, dict[str, Any]]:
        """The register as `judge` takes it."""
        return as_json(self.records, self.bibliography)


def read_site(project: Project) -> Site:
    """Read a whole project from its files."""
    calculators, unread = discover(project)
    bibliography, wrong = read_bibliography(project.references, project.shown(project.references))
    unread += wrong
    register, wrong = read_evidence(project, bibliography)
    unread += wrong
    diagrams, wrong = read_diagrams(project.diagrams, project.shown(project.diagrams))
    unread += wrong
    paths = sorted(path for path in project.pages.rglob("*.md") if not path.name.startswith("."))
    return Site(
        pages=tuple(read_page(project.shown(path), path.read_text(encoding="utf-8")) for path in paths),
        calculators=calculators,
        records=register.records,
        wrong_records=register.wrong,
        bibliography=bibliography,
        diagrams=diagrams,
        rule_lines=read_rule_lines(project),
        unread=tuple(unread),
        rules=rules_of(project),
    )


_read: dict[Path, tuple[Fingerprint, Site]] = {}


def current_site(root: Path) -> Site:
    """Return the project in a folder, read again only when one of its files has changed.

    A Markdown extension is made anew for every page, so what it draws from is kept here. When a rule has changed, all
    are imported afresh: an author who is served the site sees an edited threshold.
    """
    project = Project.at(root)
    fingerprint = fingerprint_of(project)
    kept = _read.get(project.root)
    if kept is not None and kept[0] == fingerprint:
        return kept[1]
    if kept is not None and kept[1].rules != rules_of(project):
        forget(project)
    site = read_site(project)
    _read[project.root] = (fingerprint, site)
    return site


def fingerprint_of(project: Project) -> Fingerprint:
    """Return name, time and size of every file that a site is read from."""
    tables = [*found(project.evidence, "*.toml"), *found(project.diagrams, "*.toml")]
    return stats_of([project.references, *found(project.pages, "*.md"), *tables]) + rules_of(project)


def rules_of(project: Project) -> Fingerprint:
    """Return name, time and size of every file that decides how a case is judged."""
    rules = [*found(project.calculators, "*.py"), *found(project.calculators, "*.toml")]
    return stats_of([*rules, *(found(project.knowledge, "*.py") if project.knowledge else [])])


def found(folder: Path, pattern: str) -> list[Path]:
    """Return the files of one kind in a folder and below."""
    return sorted(folder.rglob(pattern))


def stats_of(files: list[Path]) -> Fingerprint:
    """Return name, time and size of files."""
    stats = ((path, path.stat()) for path in files if path.is_file())
    return tuple((path.as_posix(), stat.st_mtime_ns, stat.st_size) for path, stat in stats)
