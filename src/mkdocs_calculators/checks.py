"""Do pages, rules, examples, evidence and references agree? The answer is a list of problems, each with its place.

Knows no MkDocs: the command, the plugin and the tests all ask `check`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs_calculators.diagrams import figure_problems
from mkdocs_calculators.discovery import line_of
from mkdocs_calculators.evidence import is_day
from mkdocs_calculators.evidence_use import check_use
from mkdocs_calculators.filled import filled
from mkdocs_calculators.judged import example_problems
from mkdocs_calculators.limits import value_problem
from mkdocs_calculators.pages import Page
from mkdocs_calculators.patients import unknown_records
from mkdocs_calculators.plain_words import block_problems, unknown_facts
from mkdocs_calculators.problems import Problem, problems_as_json, problems_from_json, unknown
from mkdocs_calculators.prose_checks import prose_problems
from mkdocs_calculators.rule_checks import check_rules
from mkdocs_calculators.runtime.cache import kept, our_code
from mkdocs_calculators.site import Site

AUDIENCES = ("clinician", "patient", "author", "everyone")
META = ("title", "audience", "reviewed", "review_by", "reviewers")

# What no page may say, and what to write. A guide reports and explains; the decision is made by people in a room.
PHRASES = (
    (r"\b(?:the|this|your|a) patient (?:is|are) (?:not )?(?:in)?eligible\b", "say which published criteria are met"),
    (r"\byou are (?:not )?(?:in)?eligible\b", "say what the team looks at"),
    (r"\byou (?:should|must|need to) (?:have|get|receive|take|start|stop)\b", "say what is offered and what it does"),
    (r"\b(?:completely|perfectly|totally) safe\b", "say what was seen, how often and in how many people"),
    (r"\b(?:miracle|breakthrough|game.changer)\b", "give the figure"),
    (r"\bguarantee[sd]?\b", "say how often it was so"),
    (r"\bsimply\b", "leave it out"),
)


def check(site: Site, *, examples: bool = True, keep_in: Path | None = None, anew: bool = False) -> list[Problem]:
    """Return every problem of a site, sorted by file and line; none means that it can be built.

    Args:
        site: everything read.
        examples: whether the worked examples are judged as well, which takes the most time.
        keep_in: folder in which what judging them and looking at the pages found is kept for the next build.
        anew: whether that is done even where it is known.
    """
    parts = (
        site.calculators,
        site.records,
        site.wrong_records,
        site.bibliography,
        site.diagrams,
        site.rule_lines,
        site.plain_words,
    )
    problems = {*site.unread, *_found_before("rules", parts, lambda: check_rules(site)), *check_use(site)}
    problems.update(unknown_facts(site.plain_words, site.calculators.values()))
    shown = {block.calculator for page in site.pages for block in page.blocks if {*block.show} - {"plain", "patients"}}
    for calculator_id, found in site.calculators.items():
        if calculator_id not in shown:
            said = f"no page shows {calculator_id!r}; write {calculator_id}.md with a calculator fence"
            problems.add(Problem(found.shown, line_of(found.path, "CALCULATOR"), said))
        cited = unknown_records(found.patients, {*site.records, *site.wrong_records})
        problems |= {Problem(found.patients.path, *each) for each in cited}
    if examples:
        problems.update(example_problems(site, keep_in, anew=anew))
    for diagram in site.diagrams.values():
        problems.update(figure_problems(diagram, site.records, site.calculators))
    for page in site.pages:
        look = partial(_kept_or_looked, page, site, keep_in if site.content else None, anew=anew)
        problems.update(_found_before(page.path, (page, *parts), look))
    return sorted(problems)


def _kept_or_looked(page: Page, site: Site, folder: Path | None, *, anew: bool) -> Iterable[Problem]:
    """Return what is wrong with one page, now or in an earlier build of the same content with the same code."""
    if folder is None:
        return placed_problems(page, site)

    def look() -> bytes:
        return problems_as_json(placed_problems(page, site))

    others = site.all_pages if page.fillings else ""
    parts = [sys.version, our_code(), site.content, page.path, page.text, others]
    return problems_from_json(kept(folder, "looked", parts, look, anew=anew))


def placed_problems(page: Page, site: Site) -> Iterator[Problem]:
    """Yield everything wrong with one page, with its place."""
    for each in page_problems(page, site):
        yield Problem(page.path, *each)


_found: dict[str, tuple[tuple[Any, ...], tuple[Problem, ...]]] = {}


def _found_before(name: str, parts: tuple[Any, ...], look: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """Return what a look found; it looks again when one of the parts is not the very object it was.

    While a site is served an edit changes one of them, and the others need no second look.
    """
    before = _found.get(name)
    if before is None or len(before[0]) != len(parts) or any(a is not b for a, b in zip(before[0], parts, strict=True)):
        before = _found[name] = (parts, tuple(look()))
    return before[1]


def page_problems(page: Page, site: Site) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for everything wrong with one page."""
    yield from meta_problems(page)
    yield from page_uses(page, site)
    yield from prose_problems(page)
    for number, line in enumerate(page.prose, 1):
        for pattern, instead in PHRASES:
            match = re.search(pattern, line, re.IGNORECASE)
            if match:
                yield number, f"{match[0]!r} is not said here; {instead}"


def page_uses(page: Page, site: Site) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for each calculator, limit, source or record that a page names and nothing provides."""
    for block in page.blocks:
        if block.wrong:
            yield block.line, block.wrong
        elif block.calculator not in site.calculators:
            yield block.line + 1, unknown("calculator", block.calculator, site.calculators)
        elif "patients" in block.show and not site.calculators[block.calculator].patients.patients:
            yield block.line + 1, f"no worked patients of {block.calculator}; write {block.calculator}.patients.toml"
        elif "plain" in block.show or block.rows:
            yield from (
                (block.line + 1, said)
                for said in block_problems(block, site.calculators[block.calculator], site.plain_words)
            )
    for drawing in page.drawings:
        if drawing.name not in site.diagrams:
            yield drawing.line + 1, unknown("diagram", drawing.name, site.diagrams)
    yield from filling_problems(page, site)
    for value in page.values:
        said = value_problem(value, site)
        if said:
            yield value.line, said
    for citation in page.citations:
        known = {*site.bibliography, *site.records}
        if citation.key not in known | site.wrong_records:
            yield citation.line, unknown("source or evidence", citation.key, known)


def filling_problems(page: Page, site: Site) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for each link to a filled calculator that cannot be made."""
    for filling in page.fillings:
        if filling.calculator not in site.calculators:
            yield filling.line, unknown("calculator", filling.calculator, site.calculators)
        elif filled(filling.calculator, site) is None:
            yield (
                filling.line,
                f"{filling.calculator!r} has no page with its form, or no worked example to fill it with",
            )


def meta_problems(page: Page) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a page's front matter."""
    if page.meta_wrong:
        yield page.meta_wrong
        return
    if not page.meta:
        yield 1, f"no front matter; a page begins with --- and has {', '.join(META)}"
        return
    for key in META:
        if key not in page.meta:
            yield 1, f"front matter has no {key!r}; it needs {', '.join(META)}"
    title = page.meta.get("title", "-")
    if not isinstance(title, str) or not title.strip():
        yield page.meta_line("title"), "title must be text"
    audience = page.meta.get("audience", "everyone")
    if audience not in AUDIENCES:
        yield page.meta_line("audience"), f"audience is {audience!r}; it can be {', '.join(AUDIENCES)}"
    for key in ("reviewed", "review_by"):
        if key in page.meta and not is_day(page.meta[key]):
            yield page.meta_line(key), f"{key} is {page.meta[key]!r}; it must be a day such as 2026-11-23"
    days = [str(page.meta.get(key, "")) for key in ("reviewed", "review_by")]
    if all(is_day(each) for each in days) and days[1] <= days[0]:
        yield page.meta_line("review_by"), f"review_by {days[1]} is not after reviewed {days[0]}"
    reviewers = page.meta.get("reviewers", [])
    if not isinstance(reviewers, list) or not all(isinstance(each, str) for each in reviewers):
        yield page.meta_line("reviewers"), "reviewers must be a list of names; [] says that nobody has reviewed it"
