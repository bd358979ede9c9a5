"""What systemic treatment must never place, around every worked example; and injection days counted one by one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from guideline import AnswerError, judge
from neuroendocrine.formulas.injections import days_since_planned, first_injection_from, injection_after
from tests.calculators.found import CALCULATORS, FOUND
from tests.calculators.random_cases import random_value

LEADING = ("first", "next", "selected", "in-label")
PLATINUM = ("carboplatin_etoposide", "cisplatin_etoposide")
Placed = dict[str, str | None]


@cache
def _results(name: str, variant: str | None) -> tuple[tuple[dict[str, Any], Placed], ...]:
    """Return answers and placements of 800 cases: worked examples with one to four answers changed at random."""
    source = Random(f"{name} {variant}")  # noqa: S311 - a seed, so that a failure comes back
    calculator = CALCULATORS[name]
    examples = [dict(each.answers) for each in FOUND[name].cases.examples if len(each.answers) > 8]
    found: list[tuple[dict[str, Any], Placed]] = []
    while len(found) < 800:
        values = dict(source.choice(examples))
        for fact_id in source.sample(sorted(calculator.facts), source.randint(1, 4)):
            values[fact_id] = random_value(calculator.facts[fact_id], calculator, source)
        try:
            result = judge(calculator, values, variant=variant)
        except AnswerError:
            continue
        found.append((values, {each["id"]: each["placement"] for each in result["options"]}))
    return tuple(found)


def _placed(name: str, variant: str | None, *rows: str) -> Iterator[dict[str, Any]]:
    """Yield the answers of every case in which one of the rows (or any) is put on the table."""
    for values, placements in _results(name, variant):
        if any((placements[row] or "").startswith(LEADING) for row in rows or placements):
            yield values


def number(answer: Any) -> float:
    """Return a number however it was entered."""
    return float(answer["value"] if isinstance(answer, dict) else answer)


NET_PATHS = [
    ("somatostatin_analogue", "guidelines", ()),
    ("somatostatin_analogue", "eu_label", ()),
    ("somatostatin_analogue", "us_label", ()),
    ("targeted_therapy", "eu", ()),
    ("targeted_therapy", "us", ()),
    ("targeted_therapy", "china", ()),
    ("chemotherapy", None, ("temozolomide", "streptozocin_fluorouracil", "folfox")),
]


@pytest.mark.parametrize(("name", "variant", "rows"), NET_PATHS)
def test_no_carcinoma_and_no_mixed_neoplasm_is_on_the_path_of_a_net(
    name: str, variant: str | None, rows: tuple[str, ...]
) -> None:
    cases = list(_placed(name, variant, *rows))
    assert cases
    for values in cases:
        assert (values["differentiation"], values["tumour_type"]) == ("well", "neuroendocrine")


def test_platinum_is_never_a_default_of_a_well_differentiated_tumour() -> None:
    cases = list(_placed("chemotherapy", None, *PLATINUM))
    assert {values["differentiation"] for values in cases} == {"well", "poor"}
    for values in cases:
        if values["differentiation"] == "well":
            reserve = (
                number(values.get("ki67_percent", 0)) > 55 or values.get("rapid_growth") or values.get("bulky_disease")
            )
            assert reserve, values
            assert values.get("who_grade", "net-g3") == "net-g3", values


def test_cisplatin_is_not_placed_below_a_clearance_of_50() -> None:
    for values in _placed("chemotherapy", None, "cisplatin_etoposide"):
        assert number(values.get("creatinine_clearance_ml_min", 50)) >= 50, values


def test_nothing_with_a_fluoropyrimidine_is_placed_without_dpd() -> None:
    rows = ("folfiri", "liposomal_irinotecan", "captem", "streptozocin_fluorouracil", "folfox")
    for values in _placed("chemotherapy", None, *rows):
        assert values["dpd_activity"] != "complete", values


def test_no_chemotherapy_is_placed_with_ecog_4() -> None:
    assert all(values["ecog"] != "4" for values in _placed("chemotherapy", None))


@pytest.mark.parametrize("region", ["eu", "us", "china"])
def test_a_region_places_only_what_it_has_approved(region: str) -> None:
    surufatinib = list(_placed("targeted_therapy", region, "surufatinib"))
    belzutifan = list(_placed("targeted_therapy", region, "belzutifan"))
    assert bool(surufatinib) == (region == "china")
    for values in belzutifan:
        assert region == "us"
        assert (values["hereditary_syndrome"], values["pregnancy"]) == ("vhl", "excluded")
    for values in _placed("targeted_therapy", region, "sunitinib"):
        assert values["primary_site"] == "pancreas"
    for values in _placed("targeted_therapy", region, "cabozantinib"):
        assert not {"surgery_soon", "surgery_lately"} & set(values["conditions"])
        counted = set(values["systemic_treatments_so_far"]) - ({"analogue"} if region == "eu" else set())
        assert counted or "prrt" in values["treated_ever_with"]


@pytest.mark.parametrize("variant", ["guidelines", "eu_label", "us_label"])
def test_an_analogue_is_not_placed_against_hypersensitivity_nor_untested_in_insulinoma(variant: str) -> None:
    for values, placements in _results("somatostatin_analogue", variant):
        for drug in ("octreotide", "lanreotide"):
            for row in (f"{drug}_growth", f"{drug}_syndrome"):
                if (placements[row] or "").startswith(LEADING):
                    assert drug not in values["analogue_hypersensitivity"]
                    assert values["functional_syndrome"] != "insulinoma" or placements[row] == "selected-insulinoma"


@pytest.mark.parametrize("interval", ["28", "21", "14"])
def test_injection_days_agree_with_counting_them_one_by_one(interval: str) -> None:
    planned = [injection_after(count, 1000, interval) for count in range(40)]
    assert [later - day for day, later in pairwise(planned)] == [int(interval)] * 39
    for target in range(1000, 1400):
        assert first_injection_from(1000, interval, target) == min(day for day in planned[1:] if day >= target)
        if target > 1000:
            assert days_since_planned(1000, interval, target) == target - max(day for day in planned if day < target)
