"""A small guide in a temporary folder: one calculator of one rule, one record, one work, one page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from mkdocs_calculators.checks import check
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import Site, read_site

RULE = """
    from guideline import Calculator, criteria, criterion, number, section

    PLATELETS = number(
        "platelets", "Platelets", unit="10⁹/L", at_least=0, at_most=3000, plausible=(10, 1000), decimals=0,
        reason="no count is higher",
    )
    CALCULATOR = Calculator(
        id="blood", title="Blood", intended_use="For tests.", not_for=(), content_version="1",
        sections=(section("blood", "Blood", PLATELETS),),
        rule=criteria("blood", "Blood",
            criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75, evidence="BL-01")),
    )
"""
CASES = """
    [[example]]
    name = "Enough"
    answers = { platelets = 80 }
    expect = { headline = "criteria_met", findings = { platelets = "met" } }
    source = "BL-01"

    [[limit]]
    criterion = "platelets"
    fact = "platelets"
    met = [75, 400]
    not_met = [74.9, 10]
    source = "BL-01"
"""
RECORD = """
    # Blood

    [BL-01]
    statement = "Platelets should be at least 75 × 10⁹/L."
    figures = ["75 × 10⁹/L"]
    population = "Adults"
    sources = [{ key = "DOE2020", locator = "table 1" }]
    strength = "label"
    known = "seen"
    confidence = "high"
    confirmed_on = "2026-11-23"
    review_by = "2027-11-30"
"""
WORK = """
    @article{DOE2020,
      author = {Doe, Jane and Roe, R and Poe, E and Moe, M},
      title = {Platelets in practice},
      journal = {J Test},
      year = {2020},
      volume = {1},
      pages = {2--3},
      doi = {10.1000/xyz},
      seen = {yes},
    }
"""
PAGE = """
    ---
    title: Blood
    audience: clinician
    reviewed: 2026-11-23
    review_by: 2027-11-30
    reviewers: []
    ---

    # Blood

    At least [[value blood - platelets]] [@BL-01].

    ```calculator
    blood
    ```
"""
KEYS = """
    given = 1
    [[versions]]
    id = "1"
    changes = ["first"]
    [facts.platelets]
    key = "aa"
"""


@dataclass
class Guide:
    """A folder with a guide in it."""

    root: Path

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).removeprefix("\n"), encoding="utf-8")

    def change(self, path: str, before: str, after: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {path}"
        file.write_text(text.replace(before, after), encoding="utf-8")

    @property
    def project(self) -> Project:
        return Project.at(self.root)

    def site(self) -> Site:
        return read_site(self.project)

    def problems(self) -> list[str]:
        return [str(each) for each in check(self.site())]


@pytest.fixture
def empty_guide(tmp_path: Path) -> Guide:
    return Guide(tmp_path)


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    made = Guide(tmp_path)
    made.write("pyproject.toml", "[tool.mkdocs-calculators]\n")
    made.write("calculators/blood.py", RULE)
    made.write("calculators/blood.cases.toml", CASES)
    made.write("evidence/blood.toml", RECORD)
    made.write("docs/references.bib", WORK)
    made.write("docs/index.md", PAGE)
    return made


@pytest.fixture
def page(guide: Guide) -> Callable[[str], list[str]]:
    """Give the guide one more page with this text and return its problems."""

    def problems_of(text: str) -> list[str]:
        front = PAGE.partition("# Blood")[0]
        guide.write("docs/more.md", dedent(front).lstrip("\n").rstrip("\n") + "\n# More\n" + text)
        return guide.problems()

    return problems_of
