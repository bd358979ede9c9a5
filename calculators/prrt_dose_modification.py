"""What does the US label's table say about the next dose of 177Lu-DOTATATE after a toxicity?

Source: evidence PR-50 to PR-57; the table is in neuroendocrine/prrt_toxicity.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    CREATININE,
    HAEMOGLOBIN,
    NEUTROPHILS,
    PLATELETS,
    PROTHROMBIN,
)
from neuroendocrine.facts.patient import AGE, SEX, WEIGHT
from neuroendocrine.facts.prrt import (
    CLEARANCE_FALL,
    CREATININE_RISE,
    DELAY,
    HYPERSENSITIVITY_GRADE,
    LAST_PRRT_DOSE,
    OTHER_TOXICITY,
    RECURRED,
)
from neuroendocrine.prrt_toxicity import NEXT_DOSE

CALCULATOR = Calculator(
    id="prrt_dose_modification",
    title="PRRT: the next dose after a toxicity",
    intended_use=(
        "For the nuclear medicine team: reads blood tests and reactions against the dose modification table of the "
        "US product information. The treating team decides."
    ),
    not_for=(
        "the first dose: see the PRRT criteria",
        "products other than 177Lu-DOTATATE",
        "dosing by dosimetry",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("course", "Course", LAST_PRRT_DOSE, DELAY, RECURRED, HYPERSENSITIVITY_GRADE, OTHER_TOXICITY),
        section("counts", "Blood count", PLATELETS, HAEMOGLOBIN, NEUTROPHILS),
        section("kidney", "Kidney", CLEARANCE, CREATININE, AGE, SEX, WEIGHT, CREATININE_RISE, CLEARANCE_FALL),
        section("liver", "Liver", BILIRUBIN_ULN, ALBUMIN, PROTHROMBIN),
    ),
    rule=NEXT_DOSE,
    reports=(CLEARANCE,),
    contradictions=(
        contradiction(
            "tolerated-and-recurred",
            "The reduced dose was tolerated, and the same toxicity came back after a reduced dose: only one can be "
            "true of this course. Check both entries.",
            LAST_PRRT_DOSE.is_("reduced"),
            RECURRED.yes,
            fact=RECURRED,
        ),
    ),
    notices=(
        notice(
            "amino-acids",
            "The amino acids stay at their full dose when the dose of 177Lu is reduced.",
            LAST_PRRT_DOSE.one_of("withheld", "reduced"),
            evidence="PR-08",
            fact=LAST_PRRT_DOSE,
        ),
        notice(
            "mild-hypersensitivity",
            "After a reaction of grade 1 or 2 the label asks for premedication.",
            HYPERSENSITIVITY_GRADE.one_of("1", "2"),
            evidence="PR-09",
            fact=HYPERSENSITIVITY_GRADE,
        ),
    ),
    not_considered=(
        "a limit of time for any other reaction: the re-read text names one for blood, kidney and liver only, "
        "and here 16 weeks and a return count for each reaction of the table",
        "lymphopenia alone, which needs no change by the table",
        "the EU label, whose table may differ in wording",
        "the number of doses already received and the dose to the kidneys",
    ),
)
