"""How large is the body surface, and what does a dose per m² come to before and after rounding?

Sources: evidence CA-04 and CA-05; the arithmetic is in neuroendocrine/formulas/body.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.doses import (
    DOSE_PER_M2,
    ROUNDED_DOSE,
    ROUNDING,
    ROUNDING_STEP,
    SURFACE_DOSE,
    SURFACE_FORMULA,
)
from neuroendocrine.facts.patient import BODY_SURFACE, BODY_SURFACE_DU_BOIS, HEIGHT, WEIGHT

CALCULATOR = Calculator(
    id="body_surface_area",
    title="Body surface area and dose per m²",
    intended_use=(
        "For professionals who check the arithmetic of a protocol: body surface by two formulas, a dose per m² times "
        "body surface, and the same dose rounded, each shown. The protocol and the pharmacy decide."
    ),
    not_for=("choosing a drug or a dose", "newborns up to 3 kg"),
    content_version=CONTENT_VERSION,
    sections=(
        section("body", "Body", HEIGHT, WEIGHT),
        section("dose", "Dose, if one is to be worked out", SURFACE_FORMULA, DOSE_PER_M2, ROUNDING_STEP),
    ),
    reports=(BODY_SURFACE, BODY_SURFACE_DU_BOIS, SURFACE_DOSE, ROUNDED_DOSE, ROUNDING),
    notices=(
        notice(
            "up-to-3-kg",
            "Up to 3 kg the formula is outside its range.",
            WEIGHT <= 3,
            evidence="CA-04",
            fact=WEIGHT,
        ),
    ),
    not_considered=(
        "a cap on body surface or ideal weight, which some protocols set",
        "kidney, liver, blood counts, earlier toxicity and drug interactions, which lower doses",
        "the number of doses a day and of days in a cycle",
    ),
)
