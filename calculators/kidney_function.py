"""How well do the kidneys filter? eGFR by CKD-EPI 2021, with and without its index, Cockcroft-Gault, KDIGO category.

Sources: evidence CA-01 to CA-04, CA-60; the formulas are in neuroendocrine/formulas/kidney.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import CLEARANCE, CREATININE, EGFR, EGFR_ABSOLUTE
from neuroendocrine.facts.patient import AGE, BODY_SURFACE, HEIGHT, SEX, WEIGHT
from neuroendocrine.kidney import KDIGO_CATEGORY

CALCULATOR = Calculator(
    id="kidney_function",
    title="Kidney function",
    intended_use=(
        "For professionals who compare a kidney value with a limit: shows the estimates that limits are written in, "
        "side by side, so that none is taken for another."
    ),
    not_for=(
        "children: the equations are for adults",
        "creatinine that is rising or falling quickly",
        "a diagnosis of chronic kidney disease, which needs time and more than one value",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("person", "Person", AGE, SEX, WEIGHT, HEIGHT),
        section("blood", "Blood", CREATININE, EGFR),
    ),
    reports=(EGFR, KDIGO_CATEGORY, EGFR_ABSOLUTE, CLEARANCE, BODY_SURFACE),
    contradictions=(
        contradiction("under-18", "The equations are for adults of 18 years or older.", AGE < 18, fact=AGE),
    ),
    not_considered=(
        "albumin in the urine and how long the value has been low, which make a category a diagnosis",
        "cystatin C, diet, muscle mass and drugs that move creatinine",
        "ideal or adjusted weight: Cockcroft-Gault uses the weight that is entered",
    ),
)
