"""Everything a site is made of, read once: pages, calculators with their examples, evidence, references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from mkdocs_calculators.bibliography import Source, read_bibliography
from mkdocs_calculators.diagrams import Diagram, read_diagrams
from mkdocs_calculators.discovery import Found, discover, forget, from_source
from mkdocs_calculators.evidence import Record, as_json, read_evidence
from mkdocs_calculators.link_keys import EMPTY, check_link_keys, for_browser, read_link_keys
from mkdocs_calculators.pages import Page, read_page
from mkdocs_calculators.plain_words import Plain, read_plain_words
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.reliance import Stamp, reliances
from mkdocs_calculators.rule_lines import RuleLines
from mkdocs_calculators.runtime.cache import key_of

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Site:
    """Plain data: what the checks judge and what the Markdown extension draws from.

    `unread` holds what could not be read at all; the checks pass it on. `wrong_records` are among that: using one is
    no second problem. `reliances` tells by calculator whether its worked examples have to be judged again. `content` is
    one key for all that was read except the pages, and empty where a file changed meanwhile.
    """

    pages: tuple[Page, ...] = ()
    calculators: Mapping[str, Found] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    wrong_records: frozenset[str] = frozenset()
    bibliography: Mapping[str, Source] = field(default_factory=dict)
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    link_keys: Mapping[str, Any] = field(default_factory=lambda: for_browser(EMPTY))
    plain_words: Mapping[str, Plain] = field(default_factory=dict)
    rule_lines: RuleLines = field(default_factory=RuleLines)
    unread: tuple[Problem, ...] = ()
    rules: Fingerprint = ()
    reliances: Mapping[str, tuple[Stamp, ...]] = field(default_factory=dict)
    content: str = ""

    @cached_property
    def evidence(self) -> dict[str, dict[str, Any]]:
        """The register as `judge` takes it."""
        return as_json(self.records, self.bibliography)

    @cached_property
    def all_pages(self) -> str:
        """One key for the texts of all pages."""
        return key_of(part for page in self.pages for part in (page.path, page.text))


def read_site(project: Project) -> Site:
    """Read a whole project from its files."""
    before = content_of(project)
    with from_source():
        calculators, unread = discover(project)
    bibliography, wrong = read_bibliography(project.references, project.shown(project.references))
    unread += wrong
    register, wrong = read_evidence(project, bibliography)
    unread += wrong
    diagrams, wrong = read_diagrams(project.diagrams, project.shown(project.diagrams))
    unread += wrong
    keys, wrong = read_link_keys(project.links, project.shown(project.links))
    unread += wrong or check_link_keys(project.links, project.shown(project.links), keys, calculators)
    plain, wrong = read_plain_words(project.plain_words, project.shown(project.plain_words))
    unread += wrong
    return Site(
        pages=read_pages(project),
        calculators=calculators,
        records=register.records,
        wrong_records=register.wrong,
        bibliography=bibliography,
        diagrams=diagrams,
        link_keys=for_browser(keys),
        plain_words=plain,
        rule_lines=RuleLines(project),
        unread=tuple(unread),
        rules=rules_of(project),
        reliances=reliances(project),
        content=before if before == content_of(project) else "",
    )


_read: dict[Path, tuple[Fingerprint, Site]] = {}
_held: dict[Path, Site] = {}


def current_site(root: Path) -> Site:
    """Return the project in a folder, read again only when one of its files has changed.

    A Markdown extension is made anew for every page, so what it draws from is kept here. When a rule has changed, all
    are imported afresh: an author who is served the site sees an edited threshold.
    """
    root = root.resolve()
    if root in _held:
        return _held[root]
    project = Project.at(root)
    fingerprint = fingerprint_of(project)
    kept = _read.get(root)
    if kept is not None and kept[0] == fingerprint:
        return kept[1]
    if kept is not None and without_pages(kept[0], project) == without_pages(fingerprint, project):
        site = replace(kept[1], pages=read_pages(project))
    else:
        if kept is not None and kept[1].rules != rules_of(project):
            forget(project)
        site = read_site(project)
    _read[root] = (fingerprint, site)
    return site


def hold(root: Path) -> Site:
    """Return the current site and let it be the current one until `release`: one build sees one state of its files."""
    release(root)
    site = current_site(root)
    _held[root.resolve()] = site
    return site


def release_all() -> None:
    """Look at the files of every project again from now on."""
    _held.clear()


def release(root: Path) -> None:
    """Look at the files again from now on."""
    _held.pop(root.resolve(), None)


def without_pages(fingerprint: Fingerprint, project: Project) -> Fingerprint:
    """Return a fingerprint of everything but the pages."""
    folder = f"{project.pages.as_posix()}/"
    return tuple(each for each in fingerprint if not (each[0].startswith(folder) and each[0].endswith(".md")))


def read_pages(project: Project) -> tuple[Page, ...]:
    """Read every page."""
    paths = sorted(path for path in project.pages.rglob("*.md") if not path.name.startswith("."))
    return tuple(_page(project.shown(path), path.read_text(encoding="utf-8")) for path in paths)


_page = lru_cache(maxsize=4096)(read_page)


def fingerprint_of(project: Project) -> Fingerprint:
    """Return name, time and size of every file that a site is read from."""
    return stats_of([*found(project.pages, "*.md"), *tables_of(project)]) + rules_of(project)


def rules_of(project: Project) -> Fingerprint:
    """Return name, time and size of every file that decides how a case is judged."""
    return stats_of(rule_files(project))


def content_of(project: Project) -> str:
    """Return one key for name and text of every file that a site is read from, its pages apart."""
    files = [path for path in (*tables_of(project), *rule_files(project)) if path.is_file()]
    return key_of(part for path in files for part in (project.shown(path), path.read_bytes()))


def tables_of(project: Project) -> list[Path]:
    """Return the files of evidence, references, diagrams and words."""
    tables = [*found(project.evidence, "*.toml"), *found(project.diagrams, "*.toml")]
    return [project.references, project.links, project.plain_words, *tables]


def rule_files(project: Project) -> list[Path]:
    """Return the files of calculators, their examples and what they know."""
    rules = [*found(project.calculators, "*.py"), *found(project.calculators, "*.toml")]
    return [*rules, *(found(project.knowledge, "*.py") if project.knowledge else [])]


def found(folder: Path, pattern: str) -> list[Path]:
    """Return the files of one kind in a folder and below."""
    return sorted(folder.rglob(pattern))


def stats_of(files: list[Path]) -> Fingerprint:
    """Return name, time and size of files."""
    stats = ((path, path.stat()) for path in files if path.is_file())
    return tuple((path.as_posix(), stat.st_mtime_ns, stat.st_size) for path, stat in stats)
