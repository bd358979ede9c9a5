"""Which category of kidney function is a filtration rate in? The KDIGO table, for an indexed rate.

Source: KDIGO 2012 (evidence CA-60). Not encoded: albuminuria and duration, without which no category is a diagnosis.
"""

from __future__ import annotations

from guideline import conclusion, criterion, first_of, outcome
from neuroendocrine.facts.blood import EGFR

RATE_90 = criterion("egfr-90", "eGFR at least 90 mL/min/1.73 m²", EGFR >= 90, kind="part", evidence="CA-60")
RATE_60 = criterion("egfr-60", "eGFR at least 60 mL/min/1.73 m²", EGFR >= 60, kind="part", evidence="CA-60")
RATE_45 = criterion("egfr-45", "eGFR at least 45 mL/min/1.73 m²", EGFR >= 45, kind="part", evidence="CA-60")
RATE_30 = criterion("egfr-30", "eGFR at least 30 mL/min/1.73 m²", EGFR >= 30, kind="part", evidence="CA-60")
RATE_15 = criterion("egfr-15", "eGFR at least 15 mL/min/1.73 m²", EGFR >= 15, kind="part", evidence="CA-60")

KDIGO_CATEGORY = conclusion(
    "kdigo_category",
    first_of(
        "kdigo-category",
        "KDIGO category",
        (outcome("G1", evidence="CA-60"), RATE_90),
        (outcome("G2", evidence="CA-60"), RATE_60),
        (outcome("G3a", evidence="CA-60"), RATE_45),
        (outcome("G3b", evidence="CA-60"), RATE_30),
        (outcome("G4", evidence="CA-60"), RATE_15),
        (outcome("G5", evidence="CA-60"), None),
        evidence="CA-60",
    ),
    label="KDIGO category of that eGFR (a category, not a diagnosis)",
    evidence="CA-60",
)
