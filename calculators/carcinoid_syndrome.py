"""What do guidelines place against the carcinoid syndrome, first and later, and what is looked for before?

Sources: evidence SY-01 to SY-05, SY-50, PA-48; the rows are in neuroendocrine/symptoms.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.drugs import HEPATIC_IMPAIRMENT, INTERACTING_DRUGS
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.syndromes import (
    ANALOGUE_NOW,
    CONSTIPATION,
    DIARRHOEA_CONTROLLED,
    FUNCTION,
    OTHER_CAUSES_LOOKED_FOR,
    PROCEDURE_PLANNED,
    SYNDROME_CONTROLLED,
)
from neuroendocrine.symptoms import CARCINOID_ROWS

CALCULATOR = Calculator(
    id="carcinoid_syndrome",
    title="Carcinoid syndrome",
    intended_use=(
        "For the team that treats a carcinoid syndrome: shows which steps guidelines place first and later, "
        "and what is looked for before a dose is raised."
    ),
    not_for=(
        "a carcinoid crisis: that is an emergency",
        "doses before or during an operation",
        "other hormone syndromes",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "syndrome",
            "Syndrome",
            FUNCTION,
            SYNDROME_CONTROLLED,
            DIARRHOEA_CONTROLLED,
            OTHER_CAUSES_LOOKED_FOR,
            CONSTIPATION,
        ),
        section("treatment", "Treatment so far", ANALOGUE_NOW, INTERACTING_DRUGS),
        section("liver", "Liver", METASTASES, HEPATIC_IMPAIRMENT),
        section("plan", "Plan", PROCEDURE_PLANNED),
    ),
    rule=CARCINOID_ROWS,
    notices=(
        notice(
            "telotristat-cyp3a4",
            "Telotristat lowers the levels of drugs that CYP3A4 breaks down, such as midazolam.",
            INTERACTING_DRUGS.includes("cyp3a4"),
            evidence="SY-07",
            fact=INTERACTING_DRUGS,
        ),
    ),
    not_considered=(
        "food and triggers, vitamins and niacin, which only rows of moderate confidence name",
        "dialysis, in which telotristat was not studied",
        "the heart: see carcinoid heart disease",
        "interferon and everolimus as later steps",
        "doses for a crisis, on which sources conflict",
    ),
)
