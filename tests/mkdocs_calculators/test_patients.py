"""Worked patients of a small panel: what the file must say, and what happens where rule and evidence part."""

import pytest

from mkdocs_calculators.drawing import draw_calculator
from mkdocs_calculators.pages import Block
from tests.mkdocs_calculators.conftest import Guide

PANEL = """
    from guideline import Calculator, criterion, entry, first_of, number, outcome, panel, section

    PLATELETS = number(
        "platelets", "Platelets", unit="10⁹/L", at_least=0, at_most=3000, plausible=(10, 1000), decimals=0,
        reason="no count is higher",
    )
    ENOUGH = criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75, kind="part", evidence="BL-01")
    DRUG = first_of(
        "drug", "Drug",
        (outcome("Placed first", outcome_id="first", evidence="BL-01"), ENOUGH),
        (outcome("Not placed", outcome_id="not-placed", evidence="BL-01"), None),
    )
    CALCULATOR = Calculator(
        id="choice", title="Choice", intended_use="For tests.", not_for=(), content_version="1",
        sections=(section("blood", "Blood", PLATELETS),),
        rule=panel("rows", "Rows", entry("drug", "The drug", DRUG), leading=("first",), lead_text="First"),
    )
"""
CASES = """
    [[example]]
    name = "Enough"
    answers = { platelets = 80 }
    expect = { options = { drug = "first" } }
    source = "BL-01"

    [[limit]]
    criterion = "platelets"
    fact = "platelets"
    met = [75, 400]
    not_met = [74.9, 10]
    source = "BL-01"
"""
PATIENTS = """
    [[patient]]
    name = "Somebody <b>"
    story = "Somebody has 80."
    answers = { platelets = 80 }
    [patient.expect]
    drug = { placed = "first", because = "Enough.", evidence = ["BL-01"] }
"""
FILE = "calculators/choice.patients.toml"


@pytest.fixture
def clinic(guide: Guide) -> Guide:
    guide.write("calculators/choice.py", PANEL)
    guide.write("calculators/choice.cases.toml", CASES)
    guide.write(FILE, PATIENTS)
    guide.change(
        "docs/index.md", "```calculator\nblood\n```", "```calculator\nblood\n```\n\n```calculator\nchoice\n```"
    )
    return guide


def test_patients_that_the_rule_bears_out_are_no_problem(clinic: Guide) -> None:
    assert clinic.problems() == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("platelets = 80", "platelets = 60", "expects drug to be first; the rule gives not-placed"),
        ("platelets = 80", "platelets = 5000", "its answers are refused: Platelets"),
        ("drug =", "pill =", "no expectation for drug"),
        ("drug =", "pill =", "no row 'pill'"),
        ('"BL-01"', '"BL-09"', "no evidence 'BL-09'"),
        ('placed = "first", ', "", "drug needs because, evidence, placed and nothing else"),
        ('because = "Enough."', 'because = ""', "drug needs because, evidence, placed and nothing else"),
        ("story =", "stroy =", "a patient needs 'story'"),
        ("story =", "age = 1\nstory =", "no key of [[patient]] 'age'"),
        ("[[patient]]", "[[person]]\n[[patient]]", "no table of worked patients 'person'"),
        ("{ platelets = 80 }", "{ platelets = }", "not TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(clinic: Guide, before: str, after: str, said: str) -> None:
    clinic.change(FILE, before, after)
    assert any(each.startswith(f"{FILE}:") and said in each for each in clinic.problems()), clinic.problems()


def test_the_same_placement_for_another_reason_is_told(clinic: Guide) -> None:
    record = (clinic.root / "evidence/blood.toml").read_text(encoding="utf-8")
    clinic.write("evidence/more.toml", record.replace("BL-01", "BL-02"))
    clinic.change(FILE, '"BL-01"', '"BL-02"')
    said = f"{FILE}:1: patient 'Somebody <b>': drug is placed alike, but for another reason: the rule cites BL-01"
    assert said in clinic.problems()


def test_a_name_is_used_once(clinic: Guide) -> None:
    clinic.write(FILE, PATIENTS + PATIENTS)
    assert f"{FILE}:8: two patients are named 'Somebody <b>'; a name is a patient's id" in clinic.problems()


def test_patients_of_no_calculator_and_pages_without_patients_are_named(clinic: Guide) -> None:
    clinic.write("calculators/nobody.patients.toml", PATIENTS)
    clinic.change("docs/index.md", "```calculator\nblood\n```", "```calculator\nblood\nshow: form, patients\n```")
    assert any("no calculator 'nobody' for these patients" in each for each in clinic.problems())
    assert any("no worked patients of blood; write blood.patients.toml" in each for each in clinic.problems())


def test_beside_a_form_they_open_in_it_and_alone_they_show_every_row_with_its_reason(clinic: Guide) -> None:
    site = clinic.site()
    brief = draw_calculator(Block("choice", ("form", "sheet", "patients"), 1, 3, ""), site, "net-choice")
    whole = draw_calculator(Block("choice", ("patients",), 1, 3, ""), site, "net-choice")
    assert brief.index('data-net-load="choice"') < brief.index("<net-calculator")
    assert "Somebody &lt;b&gt;" in brief
    assert "<b>Somebody" not in brief
    assert "Enough." not in brief
    assert "data-net-load" not in whole
    for words in ("Somebody has 80.", "The drug", "Placed first", "Enough.", "BL-01"):
        assert words in whole
