"""What a rule looks at, in plain words: made from the rule, so that nothing is named that it does not ask."""

import pytest

from mkdocs_calculators.drawing import draw_calculator
from mkdocs_calculators.pages import find_blocks
from mkdocs_calculators.plain_words import facts_looked_at, reasons_against
from tests.calculators.found import CALCULATORS, FOUND
from tests.mkdocs_calculators.conftest import Guide

WORDS = """
    [platelets]
    group = "Blood"
    name = "platelets & more"
    why = "They stop bleeding."
"""
FENCE = "\n```calculator\nblood\nshow: plain\n```\n"


@pytest.fixture
def clinic(guide: Guide) -> Guide:
    guide.write("plain_words.toml", WORDS)
    guide.change("docs/index.md", "```calculator\nblood\n```", "```calculator\nblood\n```\n" + FENCE)
    return guide


def test_a_list_whose_facts_all_have_words_is_no_problem(clinic: Guide) -> None:
    assert clinic.problems() == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("[platelets]", "[blood_colour]", "plain_words.toml:1: no fact 'blood_colour'"),
        ("[platelets]", "[blood_colour]", "no plain words for platelets (Platelets), which blood looks at"),
        ('group = "Blood"', 'group = ""', "platelets needs group, name, why and nothing else"),
        ("bleeding.", "bleeding", "platelets: why is a sentence or two"),
        ("[platelets]", "[platelets", "not TOML"),
    ],
)
def test_what_is_missing_or_too_much_is_named(clinic: Guide, before: str, after: str, said: str) -> None:
    clinic.change("plain_words.toml", before, after)
    assert any(said in each for each in clinic.problems()), clinic.problems()


def test_a_row_that_does_not_exist_is_named(clinic: Guide) -> None:
    clinic.change("docs/index.md", "show: plain", "show: plain\nrows: drug")
    assert any("no row of blood 'drug'" in each for each in clinic.problems())


def test_tables_of_criteria_name_only_rows_that_exist(clinic: Guide) -> None:
    clinic.change("docs/index.md", "show: plain", "show: criteria\nrows: drug")
    assert any("no row of blood 'drug'" in each for each in clinic.problems())


def test_a_list_alone_does_not_show_the_calculator(clinic: Guide) -> None:
    clinic.change("docs/index.md", "```calculator\nblood\n```\n", "")
    assert any("no page shows 'blood'" in each for each in clinic.problems())


def test_it_is_drawn_with_groups_and_escaped(clinic: Guide) -> None:
    (block,) = find_blocks(FENCE.strip().splitlines())
    html = draw_calculator(block, clinic.site(), "net-blood")
    assert "<strong>Blood</strong>" in html
    assert "<strong>Platelets &amp; more.</strong> They stop bleeding." in html
    assert "form" not in html


def test_a_row_of_a_panel_lists_what_that_row_compares_and_nothing_else() -> None:
    (block,) = find_blocks(["```calculator", "treatment_options", "show: plain", "rows: external_radiotherapy", "```"])
    assert [each.id for each in facts_looked_at(block, FOUND["treatment_options"])] == ["tumour_type", "symptomatic"]


def test_a_list_of_criteria_lists_every_answer_that_any_authority_asks_for() -> None:
    (block,) = find_blocks(["```calculator", "prrt_eligibility", "show: plain", "```"])
    found = {each.id for each in facts_looked_at(block, FOUND["prrt_eligibility"])}
    assert {"platelets_1e9_l", "receptor_uptake_score", "creatinine_clearance_ml_min", "age_years"} <= found
    assert found <= set(CALCULATORS["prrt_eligibility"].facts)
    assert reasons_against(block, FOUND["prrt_eligibility"]) >= {"pregnancy", "breast_feeding"}
    assert "age_years" not in reasons_against(block, FOUND["prrt_eligibility"])
