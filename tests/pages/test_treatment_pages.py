"""What a treatment page leads to: its rule, a filled form, a plain version; and where a rule has variants, to why."""

from pathlib import Path

import pytest

from mkdocs_calculators.pages import Page, read_page
from tests.calculators.found import CALCULATORS

ROOT = Path(__file__).parents[2]


def read(path: Path) -> Page:
    return read_page(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


TREATMENTS = [read(each) for each in sorted((ROOT / "docs/treatment").glob("*.md")) if each.stem != "index"]


@pytest.mark.parametrize("page", TREATMENTS, ids=lambda each: each.path)
def test_a_treatment_page_shows_the_criteria_of_its_rule_and_links_the_form_filled_in(page: Page) -> None:
    shown = {block.calculator for block in page.blocks if "criteria" in block.show}

    assert shown
    assert shown == {each.calculator for each in page.fillings}


@pytest.mark.parametrize("page", TREATMENTS, ids=lambda each: each.path)
def test_a_treatment_page_names_its_plain_version_before_its_first_section(page: Page) -> None:
    head = "\n".join(page.prose).partition("\n## ")[0]

    assert f"(../patients/{Path(page.path).name})" in head
    assert (ROOT / "docs/patients" / Path(page.path).name).is_file()


@pytest.mark.parametrize("name", sorted(name for name, each in CALCULATORS.items() if len(each.rules) > 1))
def test_a_rule_with_variants_leads_to_where_guidelines_disagree(name: str) -> None:
    page = read(ROOT / f"docs/calculators/{name}.md")

    assert "](../evidence/where-guidelines-disagree.md#" in "\n".join(page.prose)
