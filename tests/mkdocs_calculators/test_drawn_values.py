"""A page may take a limit from a table or a report that a rule draws on, and in the unit that its sentence needs."""

from __future__ import annotations

import pytest

from mkdocs_calculators.limits import find_criterion, limit_text, value_problem
from mkdocs_calculators.pages import Value
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import Site, read_site
from tests.calculators.found import FOUND, ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(Project.at(ROOT))


@pytest.mark.parametrize(
    ("variant", "criterion", "limit"),
    [("ajcc_8", "below-10-mm", 10), ("ajcc_8", "nodes-12", 12), ("enets", "appendix-above-10", 10)],
)
def test_a_limit_of_t_or_n_is_found_behind_the_stage(variant: str, criterion: str, limit: float) -> None:
    found = find_criterion(FOUND["tnm_stage"], variant, criterion)
    assert found is not None
    assert found.test.value == limit


def test_another_variant_lends_no_limit(site: Site) -> None:
    assert find_criterion(FOUND["tnm_stage"], "ajcc_9", "appendix-above-10") is None
    problem = value_problem(Value(("tnm_stage", "ajcc_9", "appendix-above-10")), site)
    assert problem is not None
    assert "no criterion of tnm_stage ajcc_9 'appendix-above-10'" in problem


def test_a_limit_behind_a_report_is_found() -> None:
    found = find_criterion(FOUND["kidney_function"], "-", "egfr-45")
    assert found is not None
    assert found.test.value == 45  # KDIGO: G3a from 45


@pytest.mark.parametrize(
    ("words", "bare", "printed"),
    [
        ("tnm_stage ajcc_8 mass-20", False, "20 mm"),
        ("tnm_stage ajcc_8 mass-20 cm", False, "2 cm"),
        ("tnm_stage ajcc_8 mass-20 cm", True, "2"),
        ("child_pugh - bilirubin-2 mg/dL", False, "2 mg/dL"),
        ("carcinoid_heart_disease - nt-probnp pg/mL", False, "260 pg/mL"),
        ("referral - overdue weeks", False, "4 weeks"),
        ("albi - albi-1", True, "−2.6"),
        ("albi - albi-1", False, "−2.6"),
    ],
)
def test_a_limit_is_printed_in_the_form_that_its_sentence_needs(
    site: Site, words: str, bare: bool, printed: str
) -> None:
    value = Value(tuple(words.split()), bare=bare)
    calculator, variant, criterion_id = value.rule
    found = find_criterion(FOUND[calculator], variant, criterion_id)

    assert value_problem(value, site) is None
    assert found is not None
    assert limit_text(found, value.unit, bare=bare).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("words", "bare", "said"),
    [
        ("tnm_stage ajcc_8 mass-20 kg", False, "no unit of 'mass-20' 'kg'; there is cm, mm"),
        ("chemotherapy - clearance-below-50 mL/s", False, "50 mL/min is not exact in mL/s; leave the unit out"),
        ("cytoreduction newer_70 fit", True, "'fit' compares with no number, so 'number' says nothing here"),
        ("cytoreduction newer_70 fit cm", False, "'fit' compares with no number, so 'cm' says nothing here"),
    ],
)
def test_a_form_that_a_limit_does_not_have(site: Site, words: str, bare: bool, said: str) -> None:
    problem = value_problem(Value(tuple(words.split()), bare=bare), site)

    assert problem is not None
    assert problem.replace("\u00a0", " ") == said
