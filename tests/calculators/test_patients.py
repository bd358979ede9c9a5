"""Worked patients: what the evidence says of each is what the rules say, and together they show every kind of case."""

from __future__ import annotations

import tomllib

import pytest

from guideline import judge
from guideline.panels import Panel
from mkdocs_calculators.patients import Patient, patient_problems, unknown_records
from tests.calculators.found import FOUND, ROOT

OPTIONS = FOUND["treatment_options"]
PATIENTS = OPTIONS.patients.patients
FEWEST = 24
PLACEMENTS = 3  # of each row, or as many as it has

RECORDS = {
    key
    for path in (ROOT / "src/neuroendocrine/evidence").glob("*.toml")
    for key in tomllib.loads(path.read_text(encoding="utf-8"))
}


def panel(region: str) -> Panel:
    rule = OPTIONS.calculator.rules[region]
    assert isinstance(rule, Panel)
    return rule


ROWS = {each.id: each.title for each in panel("eu").entries}


def test_there_are_enough_of_them_in_both_regions() -> None:
    assert len(PATIENTS) >= FEWEST
    assert {each.variant for each in PATIENTS} == set(OPTIONS.calculator.rules)
    assert len({each.story for each in PATIENTS}) == len(PATIENTS)


def test_every_placement_is_the_one_of_the_evidence_for_the_same_reason() -> None:
    assert [words for _, words in patient_problems(OPTIONS.calculator, OPTIONS.patients)] == []


def test_every_cited_record_is_in_the_register() -> None:
    assert [words for _, words in unknown_records(OPTIONS.patients, RECORDS)] == []


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda each: each.name)
def test_every_row_has_a_placement_a_reason_and_evidence(patient: Patient) -> None:
    assert list(patient.expect) == list(ROWS)
    assert all(each.placed and each.because.endswith(".") and each.evidence for each in patient.expect.values())


@pytest.mark.parametrize("row", ROWS)
def test_every_treatment_is_placed_in_several_ways(row: str) -> None:
    possible = {
        outcome.id
        for region in OPTIONS.calculator.rules
        for each in panel(region).entries
        if each.id == row
        for outcome, _ in each.rule.branches
    }
    reached = {each for patient in PATIENTS for each in patient.expect[row].placed}
    assert len(reached) >= min(PLACEMENTS, len(possible)), (reached, possible)


@pytest.mark.parametrize(
    ("fact", "answers"),
    [
        ("primary_site", {"pancreas", "jejunum_ileum", "appendix", "rectum", "stomach", "duodenum", "lung",
                          "right_colon", "unknown_primary"}),
        ("gastric_net_type", {"type_1", "type_2", "type_3"}),
        ("tumour_type", {"neuroendocrine", "mixed", "goblet_cell"}),
        ("differentiation", {"well", "poor"}),
        ("functional_syndrome", {"none", "carcinoid", "insulinoma", "gastrinoma"}),
        ("hereditary_syndrome", {"none", "men1", "vhl"}),
        ("disease_extent", {"resectable", "metastatic"}),
        ("pregnancy", {"pregnant", "excluded"}),
        ("ecog", {"0", "1", "2", "3", "4"}),
    ],
)  # fmt: skip
def test_sites_grades_and_situations_are_there(fact: str, answers: set[str]) -> None:
    assert answers <= {str(each.answers[fact]) for each in PATIENTS if fact in each.answers}


def test_every_grade_is_there() -> None:
    grades = set()
    for each in PATIENTS:
        values = judge(OPTIONS.calculator, dict(each.answers), variant=each.variant)["values"]
        grades |= {value["value"] for value in values if value["id"] == "who_grade"}
    assert {"net-g1", "net-g2", "net-g3", "no-net-grade"} <= grades


def test_some_are_not_fit_for_what_would_come_first() -> None:
    def placed(row: str, placement: str) -> bool:
        return any(each.expect[row].placed == (placement,) for each in PATIENTS)

    assert placed("prrt", "excluded-kidney")
    assert placed("prrt", "excluded-counts")
    assert placed("prrt", "excluded-receptors")
    assert placed("prrt", "selected-again")
    assert placed("cytoreduction", "settle-first")
    assert any(len(each.expect["prrt"].placed) > 1 for each in PATIENTS)  # not decided: an answer is missing
