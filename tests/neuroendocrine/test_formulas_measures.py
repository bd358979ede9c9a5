"""Every formula against a second formulation, written from the equation anew, on 1,000 random points."""

import math
import random
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from guideline.units import Decimal
from neuroendocrine.facts.blood import ALBUMIN, BILIRUBIN, CREATININE, HAEMOGLOBIN
from neuroendocrine.facts.response import SCAN_MONTHS
from neuroendocrine.formulas import body, carboplatin, growth, kidney, liver, radioactivity, scores

POINTS = 1000


def draw(seed: str, *ranges: tuple[float, float]) -> Iterator[list[float]]:
    """Yield 1,000 points, the same ones in every run."""
    chance = random.Random(seed)  # noqa: S311 - test data
    for _ in range(POINTS):
        yield [chance.uniform(*each) for each in ranges]


def agree(formula: Callable[..., float | None], second: Callable[..., float], *ranges: tuple[float, float]) -> None:
    for point in draw(formula.__name__, *ranges):
        first = formula(*point)
        assert first is not None
        assert first == pytest.approx(second(*point), rel=1e-9, abs=1e-9), point


# Body -----------------------------------------------------------------------------------------------------------------


def test_mosteller_is_the_root_of_the_product_in_metres():
    # √(h·w/3600) with h in cm is √(h·w)/6 with h in m, by logarithms
    agree(
        body.mosteller,
        lambda height, weight: math.exp((math.log(height / 100) + math.log(weight)) / 2) / 6,
        (40, 230),
        (3, 250),
    )


def test_du_bois_is_a_sum_of_logarithms():
    agree(
        body.du_bois,
        lambda height, weight: math.exp(math.log(0.007184) + 0.725 * math.log(height) + 0.425 * math.log(weight)),
        (40, 230),
        (3, 250),
    )


def test_a_dose_by_surface_is_a_product():
    agree(body.dose_by_surface, lambda dose, surface: float(Fraction(dose) * Fraction(surface)), (1, 3000), (0.2, 3))


def test_a_rounded_dose_is_the_nearest_multiple():
    steps = (0.5, 1, 2.5, 5, 10, 20, 25, 50, 100, 150, 500)
    for index, (dose,) in enumerate(draw("rounded", (0.1, 5000))):
        step = steps[index % len(steps)]
        below = math.floor(Fraction(dose) / Fraction(step)) * step
        nearest = below if dose - below < below + step - dose else below + step
        assert body.rounded_dose(dose, step) == pytest.approx(nearest, abs=1e-9)
        change = body.rounding_percent(dose, step)
        assert dose * (1 + change / 100) == pytest.approx(nearest, abs=1e-9)


@pytest.mark.parametrize(
    ("dose", "step", "rounded"), [(112.5, 25, 125), (112.4, 25, 100), (2.675, 0.05, 2.7), (10, 4, 12), (9.9, 4, 8)]
)
def test_exactly_half_a_step_goes_up(dose, step, rounded):
    assert body.rounded_dose(dose, step) == pytest.approx(rounded, abs=1e-9)


# Kidney ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sex", "kappa", "alpha", "factor"), [("female", 0.7, -0.241, 1.012), ("male", 0.9, -0.302, 1.0)]
)
def test_ckd_epi_in_two_pieces_by_logarithms(sex, kappa, alpha, factor):
    def second(age, creatinine):
        ratio = creatinine / (kappa * 88.4)
        power = alpha if ratio < 1 else -1.2
        return 142 * factor * math.exp(power * math.log(ratio) + age * math.log(0.9938))

    for age, creatinine in draw(f"ckd-epi {sex}", (18, 110), (10, 1500)):
        assert kidney.ckd_epi_2021(age, sex, creatinine) == pytest.approx(second(age, creatinine), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("age", "sex", "mg_dl", "printed"),
    [
        (55, "male", 1.2, 71.4),
        (50, "female", 1.0, 68.6),
        (40, "female", 0.6, 116.3),
        (60, "male", 0.9, 97.8),
        (70, "male", 2.0, 35.2),
        (65, "female", 1.7, 33.1),
    ],
)
def test_ckd_epi_gives_the_printed_values(age, sex, mg_dl, printed):
    assert kidney.ckd_epi_2021(age, sex, mg_dl * 88.4) == pytest.approx(printed, abs=0.05)


def test_ckd_epi_is_unknown_below_18_years():
    assert kidney.ckd_epi_2021(17.9, "male", 80) is None
    assert kidney.ckd_epi_2021(18, "male", 80) is not None


def test_removing_the_index_and_putting_it_back_changes_nothing():
    for rate, surface in draw("absolute", (5, 180), (0.5, 3)):
        assert kidney.absolute_filtration(rate, surface) * 1.73 / surface == pytest.approx(rate, rel=1e-9)
    assert kidney.absolute_filtration(60, 1.5) == pytest.approx(52.0, abs=0.05)


# Carboplatin ----------------------------------------------------------------------------------------------------------


def test_calvert_is_a_line_through_its_two_ends():
    # at GFR 0 the dose is 25 per unit of AUC, and each mL/min adds one more
    agree(carboplatin.calvert, lambda auc, gfr: 25 * auc + auc * gfr, (1, 12), (1, 300))


@pytest.mark.parametrize(
    ("auc", "gfr", "printed"), [(5, 80, 525), (5, 125, 750), (5, 140, 825), (6, 60, 510), (4, 30, 220)]
)
def test_calvert_gives_the_printed_values(auc, gfr, printed):
    assert carboplatin.calvert(auc, gfr) == printed


def test_calvert_is_not_the_other_published_form():
    assert carboplatin.calvert(5, 100) == 625
    assert carboplatin.calvert(5, 100) != 5 * (1.2 * 100 + 20)


def test_the_cap_takes_the_smaller():
    for (gfr,) in draw("cap", (1, 300)):
        assert carboplatin.capped_filtration(gfr) == pytest.approx((gfr + 125 - abs(gfr - 125)) / 2, abs=1e-9)


# Liver ----------------------------------------------------------------------------------------------------------------


def test_albi_by_natural_logarithms():
    agree(
        liver.albi_score,
        lambda bilirubin, albumin: 0.66 / math.log(10) * math.log(bilirubin) - albumin * 85 / 1000,
        (0.5, 2000),
        (2, 100),
    )


@pytest.mark.parametrize(
    ("bilirubin", "albumin", "printed"),
    [(17.1, 40, -2.586), (10, 45, -3.165), (34, 30, -1.539), (51, 28, -1.253), (60, 25, -0.951)],
)
def test_albi_gives_the_printed_values(bilirubin, albumin, printed):
    assert liver.albi_score(bilirubin, albumin) == pytest.approx(printed, abs=0.0005)


def test_liver_involvement_is_a_fraction():
    agree(
        liver.liver_involvement,
        lambda tumour, whole: float(100 * Fraction(tumour) / Fraction(whole)),
        (0, 3000),
        (3000, 9000),
    )
    assert liver.liver_involvement(250, 1500) == pytest.approx(16.7, abs=0.05)


# Growth ---------------------------------------------------------------------------------------------------------------


def test_changes_of_a_sum_are_fractions():
    def change(before, now):
        return float(100 * (Fraction(now) / Fraction(before) - 1))

    agree(growth.percent_increase, change, (1, 500), (0, 500))
    agree(growth.percent_decrease, lambda before, now: -change(before, now), (1, 500), (0, 500))
    agree(growth.absolute_increase, lambda before, now: float(Fraction(now) - Fraction(before)), (1, 500), (0, 500))


def test_a_change_of_exactly_a_fifth_is_never_lost_to_binary_fractions():
    for tenths in range(5, 5000, 5):
        before, now = tenths / 10, tenths * 12 / 100
        assert growth.percent_increase(before, now) == 20


def test_the_growth_rate_is_that_of_volumes():
    # a sphere's volume grows with the third power; per month, by the t-th root
    def second(before, now, months):
        volumes = (now**3) / (before**3)
        return 100 * (volumes ** (1 / months) - 1)

    for before, now, months in draw("growth", (5, 300), (5, 300), (1, 36)):
        if 0.2 < now / before < 3:
            assert growth.tumour_growth_rate(before, now, months) == pytest.approx(
                second(before, now, months), rel=1e-9, abs=1e-9
            )


@pytest.mark.parametrize(
    ("before", "now", "months", "rate"),
    [
        (100, 105, 3, 5.0),
        (50, 60, 6, 9.5445),
        (80, 72, 3, -10),
        (100, 120, 12, 4.66),
        (60, 62, 4, 2.49),
        (100, 100.8, 3, 0.8),
    ],
)
def test_the_growth_rate_gives_the_printed_values(before, now, months, rate):
    assert growth.tumour_growth_rate(before, now, months) == pytest.approx(rate, abs=0.005)


def test_the_growth_rate_at_its_threshold_is_exactly_there():
    assert growth.tumour_growth_rate(100, 100.8, 3) == 0.8
    assert growth.tumour_growth_rate(100, 104, 3) == 4


@pytest.mark.parametrize(("before", "now", "months"), [(0, 10, 3), (10, 0, 3), (10, 12, 0), (10, 12, -1)])
def test_without_sums_or_time_there_is_no_growth_rate(before, now, months):
    assert growth.tumour_growth_rate(before, now, months) is None


def test_months_are_days_of_the_mean_year():
    agree(growth.months_of, lambda days: float(Fraction(days) * 48 / Fraction(1461)), (0, 5000))
    agree(growth.days_between, lambda earlier, later: -(earlier - later), (700000, 750000), (700000, 750000))


def test_the_form_turns_days_and_weeks_into_the_same_months():
    units = {each.symbol: each for each in SCAN_MONTHS.units}
    assert units["days"].to_own(Decimal(91, 0)) == pytest.approx(growth.months_of(91), rel=1e-12)
    assert units["weeks"].to_own(Decimal(13, 0)) == pytest.approx(growth.months_of(91), rel=1e-12)


# Radioactivity --------------------------------------------------------------------------------------------------------


def test_rates_of_decay_and_excretion_add_up():
    agree(radioactivity.effective_half_life, lambda a, b: 1 / (1 / a + 1 / b), (0.01, 100), (0.01, 1000))
    assert radioactivity.effective_half_life(6.647, 4) == pytest.approx(2.50, abs=0.005)


def test_what_is_left_falls_by_the_exponential():
    agree(
        radioactivity.percent_remaining,
        lambda half_life, days: 100 * math.exp(-math.log(2) * days / half_life),
        (0.1, 100),
        (0, 300),
    )


@pytest.mark.parametrize(
    ("days", "printed", "places"),
    [(1, 90.1, 1), (3, 73.1, 1), (7, 48.2, 1), (14, 23.2, 1), (30, 4.4, 1), (70, 0.068, 3)],
)
def test_decay_gives_the_printed_values(days, printed, places):
    half_life = radioactivity.lutetium_half_life("lu177")
    assert half_life == 6.647
    assert round(radioactivity.percent_remaining(half_life, days), places) == printed
    assert radioactivity.lutetium_half_life("other") is None


# Scores ---------------------------------------------------------------------------------------------------------------


def test_the_progression_index_is_a_sum_of_three_terms():
    terms = {"below-25": 0, "from-25-to-50": 405, "above-50": 462}
    for index, (ki67,) in enumerate(draw("index", (0, 100))):
        name = tuple(terms)[index % 3]
        outside = index % 2
        exact = float(Fraction(ki67) / 40 + Fraction(terms[name] + 528 * outside, 1000))
        assert scores.progression_index(ki67, name, "yes" if outside else "no") == pytest.approx(exact, abs=1e-9)


def test_hazards_multiply_per_point():
    for score in range(10):
        assert scores.hazard_in_derivation(score) == math.prod([2.0] * score)
        assert scores.hazard_in_validation(score) ** 2 == pytest.approx(2.61**score, rel=1e-9)
    for (score,) in draw("hazard", (0, 9)):
        assert scores.hazard_in_derivation(score) == pytest.approx(math.exp(score * math.log(2)), rel=1e-9)
        assert scores.hazard_in_validation(score) == pytest.approx(math.exp(score / 2 * math.log(2.61)), rel=1e-9)


def test_the_steps_of_karnofsky_are_tens():
    assert [each for each in range(101) if scores.beside_tens(each) == 0] == list(range(0, 101, 10))


# Units ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "symbol", "number", "own"),
    [
        (CREATININE, "mg/dL", Decimal(17, 1), 150.28),
        (BILIRUBIN, "mg/dL", Decimal(2, 0), 34.2),
        (BILIRUBIN, "mg/dL", Decimal(3, 0), 51.3),
        (ALBUMIN, "g/dL", Decimal(35, 1), 35.0),
        (HAEMOGLOBIN, "mmol/L", Decimal(4966, 3), 8.000226),
    ],
)
def test_units_are_converted_exactly(fact, symbol, number, own):
    unit = next(each for each in fact.units if each.symbol == symbol)
    assert unit.to_own(number) == pytest.approx(own, rel=1e-9)
