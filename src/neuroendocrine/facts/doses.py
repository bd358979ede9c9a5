"""Arithmetic of doses: dose per m² of body surface, and carboplatin from a target and a filtration rate."""

from __future__ import annotations

from guideline import (
    all_of,
    choice,
    conclusion,
    criterion,
    derived,
    first_of,
    number,
    option,
    outcome,
    selected,
    yes_no,
)
from neuroendocrine.facts.blood import CLEARANCE, EGFR_ABSOLUTE
from neuroendocrine.facts.patient import BODY_SURFACE, BODY_SURFACE_DU_BOIS
from neuroendocrine.formulas.body import dose_by_surface, rounded_dose, rounding_percent
from neuroendocrine.formulas.carboplatin import calvert, capped_filtration

SURFACE_FORMULA = choice(
    "surface_formula",
    "Formula for the body surface",
    option("mosteller", "Mosteller"),
    option("du_bois", "Du Bois"),
    hint="The one that the protocol or the pharmacy uses.",
    found_in="treatment protocol",
)
SURFACE_USED = selected(
    "body_surface_used_m2",
    "Body surface area in the dose",
    by=SURFACE_FORMULA,
    sources={"mosteller": BODY_SURFACE, "du_bois": BODY_SURFACE_DU_BOIS},
    evidence=("CA-04", "CA-05"),
)
DOSE_PER_M2 = number(
    "dose_mg_per_m2",
    "Dose per m²",
    unit="mg/m²",
    at_least=0.01,
    at_most=20000,
    plausible=(1, 5000),
    reason="no drug is dosed outside 0.01 to 20 000 mg/m²",
    decimals=2,
    hint="As the protocol of the centre says; nothing is suggested here.",
    found_in="treatment protocol",
)
ROUNDING_STEP = number(
    "round_to_mg",
    "Round to a multiple of",
    unit="mg",
    at_least=0.01,
    at_most=1000,
    plausible=(0.1, 500),
    reason="a step outside 0.01 to 1000 mg is a slip of the pen or of the unit",
    decimals=2,
    hint="The smallest step that tablets, capsules or the pharmacy allow.",
    found_in="pharmacy",
)
SURFACE_DOSE = derived(
    "dose_by_surface_mg",
    "Dose, not rounded",
    unit="mg",
    inputs=(DOSE_PER_M2, SURFACE_USED),
    formula=dose_by_surface,
    evidence=("CA-04", "CA-05"),
    enterable=False,
    at_least=0,
    at_most=120000,
    decimals=2,
)
ROUNDED_DOSE = derived(
    "dose_rounded_mg",
    "Dose, rounded to the nearest step",
    unit="mg",
    inputs=(SURFACE_DOSE, ROUNDING_STEP),
    formula=rounded_dose,
    evidence=("CA-04", "CA-05"),
    enterable=False,
    at_least=0,
    at_most=120000,
    decimals=2,
)
ROUNDING = derived(
    "rounding_percent",
    "Change of the dose by rounding",
    unit="%",
    inputs=(SURFACE_DOSE, ROUNDING_STEP),
    formula=rounding_percent,
    evidence=("CA-04", "CA-05"),
    enterable=False,
    at_least=-100,
    at_most=1e9,
    decimals=2,
)

TARGET_AUC = number(
    "target_auc_mg_min_ml",
    "Target AUC",
    unit="mg·min/mL",
    at_least=1,
    at_most=12,
    plausible=(2, 8),
    reason="a target outside 1 to 12 mg·min/mL belongs to no usual regimen",
    decimals=1,
    hint="As the protocol of the centre says.",
    found_in="treatment protocol",
)
GFR_SOURCE = choice(
    "gfr_source",
    "Where the GFR comes from",
    option("measured", "Measured with a tracer"),
    option("cockcroft_gault", "Cockcroft-Gault"),
    option("ckd_epi", "CKD-EPI 2021 without its index", "An eGFR per 1.73 m² is turned into mL/min first."),
    hint="The formula takes mL/min. An eGFR per 1.73 m² is another quantity and is never used as it is.",
    found_in="treatment protocol, nuclear medicine or laboratory report",
)
MEASURED_GFR = number(
    "gfr_measured_ml_min",
    "Measured GFR",
    unit="mL/min",
    accepts={"mL/s": (60, 1)},
    at_least=1,
    at_most=400,
    plausible=(10, 220),
    reason="a filtration rate outside 1 to 400 mL/min does not occur",
    decimals=0,
    hint="In mL/min, not per 1.73 m²: take the value before it was related to body surface.",
    found_in="nuclear medicine or laboratory report",
)
GFR = selected(
    "gfr_ml_min",
    "GFR from the chosen source",
    by=GFR_SOURCE,
    sources={"measured": MEASURED_GFR, "cockcroft_gault": CLEARANCE, "ckd_epi": EGFR_ABSOLUTE},
    evidence=("CA-02", "CA-03"),
)
GFR_CAP = yes_no(
    "gfr_capped_at_125",
    "GFR capped at 125 mL/min, the FDA advice of 2010",
    hint="The advice was not re-read in the source. Up to 125 mL/min both answers lead to the same dose.",
    found_in="treatment protocol",
)
CAPPED_GFR = derived(
    "gfr_capped_ml_min",
    "GFR, at most 125 mL/min",
    unit="mL/min",
    inputs=(GFR,),
    formula=capped_filtration,
    evidence="CA-06",
    enterable=False,
    at_least=0,
    at_most=125,
    decimals=1,
)
CAP_ACTS = conclusion(
    "gfr_cap_acts",
    first_of(
        "gfr-cap-acts",
        "Whether the cap changes the GFR in the formula",
        (
            outcome("capped", evidence="CA-06"),
            all_of(
                "cap-acts",
                "GFR above 125 mL/min, and capped",
                criterion("gfr-above-125", "GFR above 125 mL/min", GFR > 125, kind="part", evidence="CA-06"),
                criterion("cap-chosen", "GFR capped at 125 mL/min", GFR_CAP.yes, kind="part", evidence="CA-06"),
                kind="part",
            ),
        ),
        (outcome("as it is", evidence="CA-06"), None),
        evidence="CA-06",
    ),
    label="Whether the cap changes the GFR in the formula",
    evidence="CA-06",
)
GFR_IN_FORMULA = selected(  # up to 125 mL/min the dose is the same whether the cap is followed or not known
    "gfr_in_formula_ml_min",
    "GFR in the formula",
    by=CAP_ACTS,
    sources={"capped": CAPPED_GFR, "as-it-is": GFR},
    evidence="CA-06",
)
CARBOPLATIN_DOSE = derived(
    "carboplatin_dose_mg",
    "Carboplatin dose (Calvert)",
    unit="mg",
    inputs=(TARGET_AUC, GFR_IN_FORMULA),
    formula=calvert,
    evidence=("CA-06", "DI-57"),
    enterable=False,
    at_least=0,
    at_most=13500,
    decimals=0,
)
