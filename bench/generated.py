"""A guide that is made up: as many pages and calculators as wanted, each as long as a short one of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from bench.sites import ROOT

CRITERIA = 8
FIRST, STEP = 20, 5
PROSE = """
## Part {part}

This page was made up to see how a build grows. It says nothing about anybody, and it says it in the length of a page
that somebody would read: some sentences to a paragraph, some paragraphs to a part, a list and a table.

- The first thing that this part names is a thing of the kind {part}.
- The second is another, with `code`, with *stress*, and with [a link to the first page]({up}index.md).

What there is.
{{ .caption }}

| Thing | Kind |
|---|---|
| one | {part} |
| two | {part} |
"""
FRONT = """---
title: {title}
audience: author
reviewed: 2026-11-23
review_by: 2027-11-30
reviewers: []
---

# {title}
"""
WORK = """@article{MADE2026,
  author = {Up, Made},
  title = {Counts that were made up},
  journal = {J Test},
  year = {2026},
  volume = {1},
  pages = {1--2},
  seen = {yes},
}
"""


def name_of(number: int) -> str:
    """The id of a calculator."""
    return f"generated_{number:03}"


def write_guide(folder: Path, *, pages: int, calculators: int) -> Path:
    """Writes the guide and returns its folder.

    Args:
        folder: what was there is removed.
        pages: how many pages there are besides those of the calculators.
        calculators: how many there are.
    """
    shutil.rmtree(folder, ignore_errors=True)
    files = {
        "pyproject.toml": "[tool.mkdocs-calculators]\n",
        "mkdocs.yml": yaml.safe_dump(settings(), sort_keys=False),
        "docs/references.bib": WORK,
        "docs/index.md": FRONT.format(title="Made up") + prose(3),
        "calculators/__init__.py": '"""Made up."""\n',
    }
    for number in range(1, pages):
        place = f"docs/book-{number // 100:02}/chapter-{number // 10:03}/page-{number:04}.md"
        files[place] = FRONT.format(title=f"Page {number}") + prose(5, up="../../")
    for number in range(1, calculators + 1):
        name = name_of(number)
        files[f"calculators/{name}.py"] = rule_of(number)
        files[f"calculators/{name}.cases.toml"] = cases_of(number)
        files[f"evidence/{name}.toml"] = record_of(number)
        files[f"docs/calculators/{name}.md"] = (
            FRONT.format(title=f"Counts {number}") + f"\n```calculator\n{name}\n```\n"
        )
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (folder / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return folder


def prose(parts: int, up: str = "") -> str:
    """The text of a page; `up` leads from it to the first page."""
    return "".join(PROSE.format(part=part, up=up) for part in range(1, parts + 1))


def settings(*, plain: bool = False) -> dict[str, object]:
    """What mkdocs.yml says, with us or without.

    Pages lie in chapters of ten and those in books of ten, and each page shows the names of its own neighbourhood only:
    what every page repeats would otherwise grow with the number of pages, with us as without.
    """
    extensions = ["abbr", "admonition", "attr_list", "md_in_html", "tables", {"toc": {"permalink": True}}]
    return {
        "site_name": "Made up",
        "site_url": "https://made-up.example/",
        "theme": {"name": "material", "font": False, "features": ["navigation.instant", "navigation.prune"]},
        "plugins": ["search"] if plain else ["search", {"calculators": {}}],
        "markdown_extensions": [*extensions, "pymdownx.superfences"],
    }


def limits() -> list[int]:
    """The limit of each criterion."""
    return [FIRST + STEP * place for place in range(CRITERIA)]


def rule_of(number: int) -> str:
    """The Python of a calculator: one number and one criterion for each limit."""
    title = f"Counts {number}"
    facts = "\n".join(
        f'COUNT_{place} = number(\n    "count_{place}", "Count {place} of {number}", unit="10⁹/L", at_least=0, '
        f'at_most=3000, plausible=(1, 1000), decimals=0,\n    reason="no count is higher",\n)'
        for place in range(CRITERIA)
    )
    criteria = "\n".join(
        f'        criterion("count-{place}", "Count {place} of {number} at least {limit} × 10⁹/L", '
        f'COUNT_{place} >= {limit}, evidence="G{number:03}-01"),'
        for place, limit in enumerate(limits())
    )
    named = ", ".join(f"COUNT_{place}" for place in range(CRITERIA))
    return f'''"""Do made-up counts reach made-up limits? Source: none, this is made up."""

from guideline import Calculator, criteria, criterion, number, section

{facts}
CALCULATOR = Calculator(
    id="{name_of(number)}", title="{title}", intended_use="For measuring.", not_for=(), content_version="1",
    sections=(section("counts", "Counts", {named}),),
    rule=criteria("counts", "{title}",
{criteria}
    ),
)
'''


def cases_of(number: int) -> str:
    """The worked example of a calculator, and both sides of each of its limits."""
    answers = ", ".join(f"count_{place} = {limit + 5}" for place, limit in enumerate(limits()))
    found = ", ".join(f'count-{place} = "met"' for place in range(CRITERIA))
    source = f"G{number:03}-01"
    example = f"""[[example]]
name = "Enough of everything"
answers = {{ {answers} }}
expect = {{ headline = "criteria_met", findings = {{ {found} }} }}
source = "{source}"
"""
    return example + "".join(
        f"""
[[limit]]
criterion = "count-{place}"
fact = "count_{place}"
met = [{limit}, {limit + 300}]
not_met = [{limit - 0.1}, {limit - 10}]
source = "{source}"
"""
        for place, limit in enumerate(limits())
    )


def record_of(number: int) -> str:
    """The record that holds the limits."""
    figures = ", ".join(f'"{limit} × 10⁹/L"' for limit in limits())
    said = ", ".join(f"{limit} × 10⁹/L" for limit in limits())
    return f"""# Counts {number}

[G{number:03}-01]
statement = "Made-up counts of {number} should be at least {said}."
figures = [{figures}]
population = "Nobody"
sources = [{{ key = "MADE2026", locator = "table 1" }}]
strength = "label"
known = "seen"
confidence = "high"
confirmed_on = "2026-11-23"
review_by = "2027-11-30"
"""
