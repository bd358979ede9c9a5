"""Limits below zero: the sign belongs to the number, a hyphen inside a word or a range does not."""

import pytest

from guideline import number
from mkdocs_calculators.numbers import figures_have, numbers_in, states, wording_of

SCORE = number("albi", "ALBI", unit="", at_least=-10, at_most=5)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ALBI at most −2.60", [-2.6]),
        ("ALBI at most -2.60", [-2.6]),
        ("(−1.39)", [-1.39]),
        ("Ki-67 above 20 %", [20]),
        ("3-20 %", [3]),
        ("days 1–14", [1, 14]),
    ],
)
def test_a_sign_belongs_to_the_number_behind_it(text, values):
    assert [each.value for each in numbers_in(text)] == values


def test_a_limit_below_zero_agrees_with_its_wording_and_its_figure():
    assert states("ALBI at most −2.60", -2.6)
    assert not states("ALBI at most 2.60", -2.6)
    assert wording_of("ALBI at most −2.60", -2.6) == "<="
    assert figures_have(["-2.60", "-1.39"], -2.6, SCORE)
    assert not figures_have(["2.60"], -2.6, SCORE)
