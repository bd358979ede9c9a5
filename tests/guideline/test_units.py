"""Units: the many ways of writing one, exact conversion, and numbers for display that never decide."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP
from decimal import Decimal as Exact
from fractions import Fraction

import pytest

from guideline.units import UCUM, Decimal, Unit, find_unit, format_exact, format_number, spelled, with_unit

CREATININE = (Unit("µmol/L"), Unit("mg/dL", 884, 10))
COUNT = (Unit("10⁹/L"), Unit("/µL", 1, 1000), Unit("10³/µL"))
CLEARANCE = (Unit("mL/min"), Unit("mL/s", 60, 1))


@pytest.mark.parametrize(
    ("units", "typed", "symbol"),
    [
        (CREATININE, "\u00b5mol/L", "µmol/L"),
        (CREATININE, "\u03bcmol/L", "µmol/L"),
        (CREATININE, "umol/l", "µmol/L"),
        (CREATININE, "mcmol/L", "µmol/L"),
        (CREATININE, " µmol / L ", "µmol/L"),
        (CREATININE, "MG/DL", "mg/dL"),
        (COUNT, "10*9/L", "10⁹/L"),
        (COUNT, "10^9/l", "10⁹/L"),
        (COUNT, "x10^9/L", "10⁹/L"),
        (COUNT, "× 10⁹/L", "10⁹/L"),
        (COUNT, "10E9/L", "10⁹/L"),
        (COUNT, "/\u03bcL", "/µL"),
        (COUNT, "/uL", "/µL"),
        (COUNT, "10*3/uL", "10³/µL"),
        ((Unit("years"),), "a", "years"),
        ((Unit("years"),), "yr", "years"),
        ((Unit("%"),), "percent", "%"),
        ((Unit("mL/min/1.73 m²"),), "mL/min/{1.73_m2}", "mL/min/1.73 m²"),
        ((Unit("mL/min/1.73 m²"),), "ml/min/1.73m2", "mL/min/1.73 m²"),
        ((Unit("m²"),), "m2", "m²"),
    ],
)
def test_a_unit_is_found_however_it_is_usually_written(units: tuple[Unit, ...], typed: str, symbol: str) -> None:
    found = find_unit(units, typed)
    assert found is not None
    assert found.symbol == symbol


@pytest.mark.parametrize("typed", ["mL/min/1.73 m²", "mL/min/{1.73_m2}", "ml/min/1.73m2", "mL/min/m2", "mL", "min"])
def test_clearance_and_an_indexed_rate_are_never_one_unit(typed: str) -> None:
    assert find_unit(CLEARANCE, typed) is None


@pytest.mark.parametrize("typed", ["", "g/L", "mol/L", "mmol/L", "µg/L", "10⁹", "L", "%"])
def test_a_unit_of_another_quantity_is_not_found(typed: str) -> None:
    assert find_unit(CREATININE, typed) is None


def test_every_unit_finds_itself_by_symbol_and_code_and_by_no_other_name() -> None:
    every = tuple(Unit(symbol) for symbol in UCUM if symbol)
    for unit in every:
        for name in (unit.symbol, unit.code):
            found = find_unit(every, name)
            assert found is not None
            assert found.symbol == unit.symbol, name


def test_no_two_units_are_spelled_alike() -> None:
    names: dict[str, str] = {}
    for symbol, code in UCUM.items():
        for name in {spelled(symbol), spelled(code)}:
            assert names.setdefault(name, symbol) == symbol


def test_a_unit_without_a_code_cannot_be_used() -> None:
    with pytest.raises(KeyError):
        _ = Unit("furlong").code


def test_conversion_is_exact_and_rounds_once() -> None:
    source = random.Random(884)  # noqa: S311 - a seed, so that a failure comes back
    for _ in range(2000):
        digits, places = source.randint(-(10**9), 10**9), source.randint(0, 9)
        numerator, denominator = source.randint(1, 10**6), source.randint(1, 10**6)
        exact = Fraction(digits, 10**places) * Fraction(numerator, denominator)
        assert Unit("%", numerator, denominator).to_own(Decimal(digits, places)) == float(exact)


def test_the_two_ways_through_a_unit_agree_on_published_pairs() -> None:
    assert CREATININE[1].to_own(Decimal(10, 1)) == 88.4
    assert CREATININE[1].to_own(Decimal(17, 1)) == 150.28
    assert COUNT[1].to_own(Decimal(75000, 0)) == 75.0
    assert CLEARANCE[1].to_own(Decimal(5, 1)) == 30.0


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (46.05, 1, "46.1"),
        (2.5, 0, "3"),
        (1.5, 0, "2"),
        (0.5, 0, "1"),
        (0.4999, 0, "0"),
        (-0.4, 0, "0"),
        (-2.5, 0, "−3"),
        (-0.26, 1, "−0.3"),
        (75.0, 1, "75"),
        (1.10, 2, "1.1"),
        (1234567.0, 0, "1234567"),
        (0.0, 2, "0"),
    ],
)
def test_a_number_is_shown_rounded_half_up_without_trailing_zeros(value: float, decimals: int, text: str) -> None:
    assert format_number(value, decimals) == text


def test_a_number_is_shown_as_an_exact_calculation_would_round_it() -> None:
    source = random.Random(46)  # noqa: S311 - a seed, so that a failure comes back
    for _ in range(3000):
        decimals = source.randint(0, 3)
        typed = Exact(source.randint(0, 10**6)).scaleb(-source.randint(0, 4))
        rounded = typed.quantize(Exact(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        assert Exact(format_number(float(typed), decimals)) == rounded


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_a_number_is_not_shown(value: float) -> None:
    with pytest.raises(ValueError, match="cannot be displayed"):
        format_number(value, 1)


def test_a_threshold_is_shown_as_its_author_wrote_it() -> None:
    assert [format_exact(each) for each in (75.0, 1.5, 0.05, -2.6, 20000.0)] == ["75", "1.5", "0.05", "−2.6", "20000"]


def test_number_and_unit_never_part_at_the_end_of_a_line() -> None:
    assert with_unit("75", "10⁹/L") == "75\u00a0×\u00a010⁹/L"
    assert with_unit("8", "g/dL") == "8\u00a0g/dL"
    assert with_unit("3", "") == "3"


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        ("1", "days", "1 day"),
        ("1", "months", "1 month"),
        ("−1", "weeks", "−1 week"),
        ("0", "days", "0 days"),
        ("1.5", "days", "1.5 days"),
        ("11", "years", "11 years"),
        ("1", "× ULN", "1 × ULN"),
    ],
)
def test_one_of_a_time_is_not_many(number: str, unit: str, shown: str) -> None:
    assert with_unit(number, unit) == shown.replace(" ", "\u00a0", 1)
