"""A page may take a limit from a table that a rule draws on, of the variant that it names and no other."""

from __future__ import annotations

import pytest

from mkdocs_calculators.checks import find_criterion, value_problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import read_site
from tests.calculators.found import FOUND, ROOT


@pytest.mark.parametrize(
    ("variant", "criterion", "limit"),
    [("ajcc_8", "below-10-mm", 10), ("ajcc_8", "nodes-12", 12), ("enets", "appendix-above-10", 10)],
)
def test_a_limit_of_t_or_n_is_found_behind_the_stage(variant: str, criterion: str, limit: float) -> None:
    found = find_criterion(FOUND["tnm_stage"], variant, criterion)
    assert found is not None
    assert found.test.value == limit


def test_another_variant_lends_no_limit() -> None:
    assert find_criterion(FOUND["tnm_stage"], "ajcc_9", "appendix-above-10") is None
    problem = value_problem(("tnm_stage", "ajcc_9", "appendix-above-10"), read_site(Project.at(ROOT)))
    assert problem is not None
    assert "no criterion of tnm_stage ajcc_9 'appendix-above-10'" in problem
