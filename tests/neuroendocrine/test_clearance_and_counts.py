"""Creatinine clearance and mitotic counts: printed values, a second formulation, and results that stand on a limit.

The expected values of Cockcroft and Gault are those worked by hand for evidence CA-03.
"""

from __future__ import annotations

import math
import random
from fractions import Fraction

import pytest

from guideline.cases import Case
from guideline.comparisons import Comparison
from guideline.units import Decimal
from neuroendocrine.facts.blood import CLEARANCE, CREATININE
from neuroendocrine.facts.pathology import MITOSES
from neuroendocrine.formulas.counting import mitoses_per_2_mm2
from neuroendocrine.formulas.kidney import cockcroft_gault


@pytest.mark.parametrize(
    ("sex", "age", "weight", "creatinine_mg_dl", "clearance"),
    [
        ("male", 60, 70, 1.0, 77.8),
        ("female", 60, 70, 1.0, 66.1),
        ("female", 72, 58, 1.3, 35.8),
        ("male", 75, 80, 1.7, 42.5),
        ("male", 50, 90, 0.8, 140.6),
    ],
)
def test_cockcroft_gault_gives_the_worked_values(
    sex: str, age: float, weight: float, creatinine_mg_dl: float, clearance: float
) -> None:
    assert cockcroft_gault(age, weight, sex, creatinine_mg_dl * 88.4) == pytest.approx(clearance, abs=0.05)


def test_cockcroft_gault_is_the_same_by_logarithms_and_in_si_units() -> None:
    source = random.Random(1976)  # noqa: S311 - a seed, so that a failure comes back
    for _ in range(1000):
        age, weight, creatinine = source.uniform(18, 110), source.uniform(30, 200), source.uniform(30, 1200)
        # 88.4 / 72 is the constant for µmol/L: 1.2278 for men, 1.0436 for women
        for sex, factor in (("male", 88.4 / 72), ("female", 88.4 / 72 * 0.85)):
            second = math.exp(math.log(140 - age) + math.log(weight) + math.log(factor) - math.log(creatinine))
            assert cockcroft_gault(age, weight, sex, creatinine) == pytest.approx(second, rel=1e-9)


def test_clearance_falls_with_age_and_creatinine_and_rises_with_weight() -> None:
    source = random.Random(76)  # noqa: S311 - a seed, so that a failure comes back
    for _ in range(1000):
        age, weight, creatinine = source.uniform(18, 100), source.uniform(30, 200), source.uniform(30, 1200)
        here = cockcroft_gault(age, weight, "male", creatinine)
        assert cockcroft_gault(age + 1, weight, "male", creatinine) < here
        assert cockcroft_gault(age, weight, "male", creatinine + 1) < here
        assert cockcroft_gault(age, weight + 1, "male", creatinine) > here
        assert cockcroft_gault(age, weight, "female", creatinine) < here


def on_the_limit() -> list[tuple[int, Fraction, str, int, int]]:
    """Return cases whose clearance is exactly 30, 40 or 50 mL/min: (age, weight, sex, tenths of mg/dL, limit)."""
    found = []
    for limit in (30, 40, 50):
        for age in range(18, 100):
            for tenths in range(5, 40):
                for sex, part in (("male", Fraction(1)), ("female", Fraction(85, 100))):
                    weight = limit * 72 * Fraction(tenths, 10) / ((140 - age) * part)
                    if weight.denominator in (1, 2, 5, 10) and 30 <= weight <= 200:
                        found.append((age, weight, sex, tenths, limit))
    return found


def test_a_clearance_exactly_on_a_limit_is_not_moved_off_it_by_binary_fractions() -> None:
    cases = on_the_limit()
    assert len(cases) > 200
    for age, weight, sex, tenths, limit in cases:
        creatinine = CREATININE.units[1].to_own(Decimal(tenths, 1))
        case = Case({"age_years": float(age), "weight_kg": float(weight), "sex": sex, "creatinine_umol_l": creatinine})
        assert case.value(CLEARANCE) == limit, (age, weight, sex, tenths)
        assert Comparison(CLEARANCE, ">=", float(limit)).verdict(case).value == "met"
        assert Comparison(CLEARANCE, "<", float(limit)).verdict(case).value == "not_met"


@pytest.mark.parametrize(
    ("mitoses", "area", "count"),
    [(9, 10, 1.8), (10, 10, 2.0), (100, 10, 20.0), (101, 10, 20.2), (4, 4, 2.0), (21, 2.1, 20.0), (3, 1.5, 4.0)],
)
def test_mitoses_of_any_area_are_counted_per_2_mm2(mitoses: float, area: float, count: float) -> None:
    assert mitoses_per_2_mm2(mitoses, area) == pytest.approx(count, abs=1e-9)
    assert Case({"mitoses_counted": float(mitoses), "area_counted_mm2": area}).value(MITOSES) == count


def test_mitoses_per_area_agree_with_fractions() -> None:
    source = random.Random(50)  # noqa: S311 - a seed, so that a failure comes back
    for _ in range(1000):
        mitoses, hundredths = source.randint(0, 400), source.randint(5, 10000)
        exact = Fraction(mitoses) / Fraction(hundredths, 100) * 2
        assert mitoses_per_2_mm2(mitoses, hundredths / 100) == pytest.approx(float(exact), rel=1e-9)
