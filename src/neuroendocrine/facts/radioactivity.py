"""Radioactivity over time: half-lives and what is left."""

from __future__ import annotations

from guideline import choice, derived, number, option, selected
from neuroendocrine.formulas.radioactivity import effective_half_life, lutetium_half_life, percent_remaining

RADIONUCLIDE = choice(
    "radionuclide",
    "Radionuclide",
    option("lu177", "177Lu"),
    option("other", "Another one"),
    found_in="treatment report",
    changeable=False,
)
OTHER_HALF_LIFE = number(
    "other_physical_half_life_days",
    "Physical half-life of that radionuclide",
    unit="days",
    accepts={"hours": (1, 24)},
    at_least=0.001,
    at_most=100000,
    plausible=(0.04, 100),
    reason="a half-life outside 0.001 to 100 000 days is of no use in medicine",
    decimals=3,
    found_in="table of radionuclides",
    changeable=False,
)
_LUTETIUM = derived(
    "lutetium_half_life_days",
    "Physical half-life of 177Lu",
    unit="days",
    inputs=(RADIONUCLIDE,),
    formula=lutetium_half_life,
    evidence="CA-16",
    enterable=False,
    at_least=0.001,
    at_most=100000,
    decimals=3,
)
PHYSICAL_HALF_LIFE = selected(
    "physical_half_life_days",
    "Physical half-life",
    by=RADIONUCLIDE,
    sources={"lu177": _LUTETIUM, "other": OTHER_HALF_LIFE},
    evidence="CA-16",
    changeable=False,
)
BIOLOGICAL_HALF_LIFE = number(
    "biological_half_life_days",
    "Biological half-life",
    unit="days",
    accepts={"hours": (1, 24)},
    at_least=0.001,
    at_most=100000,
    plausible=(0.04, 1000),
    reason="a half-life outside 0.001 to 100 000 days is of no use in medicine",
    decimals=3,
    hint="How fast the organ or the body loses the substance without any decay.",
    found_in="dosimetry report",
    changeable=False,
)
ELAPSED = number(
    "elapsed_days",
    "Time since the dose",
    unit="days",
    accepts={"hours": (1, 24), "weeks": (7, 1)},
    at_least=0,
    at_most=10000,
    plausible=(0, 400),
    reason="more than 10 000 days are of no use here",
    decimals=2,
    found_in="calendar",
)
EFFECTIVE_HALF_LIFE = derived(
    "effective_half_life_days",
    "Effective half-life",
    unit="days",
    inputs=(PHYSICAL_HALF_LIFE, BIOLOGICAL_HALF_LIFE),
    formula=effective_half_life,
    evidence="CA-15",
    enterable=False,
    at_least=0,
    at_most=100000,
    decimals=2,
)
LEFT_BY_DECAY = derived(
    "left_by_decay_percent",
    "Activity left by decay alone",
    unit="%",
    inputs=(PHYSICAL_HALF_LIFE, ELAPSED),
    formula=percent_remaining,
    evidence="CA-16",
    enterable=False,
    at_least=0,
    at_most=100,
    decimals=3,
)
LEFT_IN_BODY = derived(
    "left_in_body_percent",
    "Activity left by decay and excretion",
    unit="%",
    inputs=(EFFECTIVE_HALF_LIFE, ELAPSED),
    formula=percent_remaining,
    evidence=("CA-15", "CA-16"),
    enterable=False,
    at_least=0,
    at_most=100,
    decimals=3,
)
