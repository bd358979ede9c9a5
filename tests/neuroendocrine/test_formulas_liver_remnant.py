"""Standard liver volume and future remnant: printed values, and a second formulation in exact fractions."""

from fractions import Fraction
from random import Random

import pytest

from neuroendocrine.formulas.liver_remnant import remnant_percent, urata_volume, vauthey_volume

POINTS = 1000


def test_the_values_that_are_printed_for_1_80_m2():
    assert vauthey_volume(1.8) == pytest.approx(1486.7, abs=0.05)
    assert urata_volume(1.8) == pytest.approx(1273.6, abs=0.05)


def test_the_volumes_agree_with_exact_fractions_on_random_bodies():
    source = Random(20261123)  # noqa: S311 - a seed, so that a failure comes back
    for _ in range(POINTS):
        surface = Fraction(source.randint(700, 3200), 1000)
        vauthey = Fraction(126728, 100) * surface - Fraction(79441, 100)
        urata = Fraction(7062, 10) * surface + Fraction(24, 10)

        assert vauthey_volume(float(surface)) == pytest.approx(float(vauthey), rel=1e-9, abs=1e-9)
        assert urata_volume(float(surface)) == pytest.approx(float(urata), rel=1e-9, abs=1e-9)


def test_the_remnant_agrees_with_exact_fractions():
    source = Random(7)  # noqa: S311 - a seed
    for _ in range(POINTS):
        remnant, volume = source.randint(0, 3000), source.randint(300, 3000)

        assert remnant_percent(remnant, volume) == pytest.approx(float(Fraction(100 * remnant, volume)), abs=1e-8)


def test_a_ratio_at_a_limit_stays_at_it():
    assert remnant_percent(360, 1200) == 30.0
    assert remnant_percent(29, 145) == 20.0


def test_a_body_too_small_for_the_formula_of_vauthey_has_no_volume():
    assert vauthey_volume(0.6) is None
    assert vauthey_volume(0.627) is not None
