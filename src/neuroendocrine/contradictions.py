"""Answers that cannot be true together, for every calculator that asks for them: pathology, and how far the disease is.

Source: WHO classification (evidence CL-02 to CL-06, CL-20), with the limits of grading.py; carcinoid heart disease is
one of carcinoid syndrome (SY-20).
"""

from __future__ import annotations

from guideline import contradiction, none_of
from neuroendocrine.facts.imaging import EXTENT
from neuroendocrine.facts.pathology import DIFFERENTIATION, KI67, PRIMARY_SITE, THORACIC_SITES
from neuroendocrine.facts.patient import SEVERE_CARCINOID_HEART_DISEASE
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import KI67_G2, KI67_G3, MITOSES_G2, MITOSES_G3, WHO_GRADE

METASTATIC_WITHOUT_METASTASES = contradiction(
    "metastatic-without-metastases",
    "Metastatic, but no distant metastases: check both entries.",
    EXTENT.is_("metastatic"),
    METASTASES.is_("none"),
    fact=METASTASES,
)
HEART_WITHOUT_SYNDROME = contradiction(
    "heart-without-syndrome",
    "Severe carcinoid heart disease, but no hormone syndrome: check both entries. Where hormones are raised without "
    "symptoms, choose carcinoid syndrome, controlled.",
    SEVERE_CARCINOID_HEART_DISEASE.yes,
    FUNCTION.is_("none"),
    fact=SEVERE_CARCINOID_HEART_DISEASE,
)
PATHOLOGY_CONTRADICTIONS = (
    contradiction(
        "poor-with-low-ki67",
        "Poorly differentiated with a Ki-67 of 20 % or less: a carcinoma (NEC) has more. "
        "Check both entries; if both stand in the report, it needs a pathology review.",
        DIFFERENTIATION.is_("poor"),
        none_of("ki67-below-g3", "Ki-67 at most 20 %", KI67_G3, kind="part"),
        fact=KI67,
        unless=PRIMARY_SITE.one_of(*THORACIC_SITES, "unknown_primary"),
    ),
    contradiction(
        "nec-with-grade",
        "A poorly differentiated neoplasm (NEC) carries no grade number: it is high grade by definition. "
        "Remove the grade, or correct the differentiation.",
        DIFFERENTIATION.is_("poor"),
        WHO_GRADE.one_of("net-g1", "net-g2", "net-g3"),
        fact=WHO_GRADE,
    ),
    contradiction(
        "grade-1-with-ki67",
        "Grade G1 with a Ki-67 of 3 % or more: the higher of the two grades counts. Check both entries.",
        WHO_GRADE.is_("net-g1"),
        KI67_G2,
        fact=WHO_GRADE,
    ),
    contradiction(
        "grade-2-with-ki67",
        "Grade G2 with a Ki-67 above 20 %: the higher of the two grades counts. Check both entries.",
        WHO_GRADE.is_("net-g2"),
        KI67_G3,
        fact=WHO_GRADE,
    ),
    contradiction(
        "grade-1-with-mitoses",
        "Grade G1 with 2 or more mitoses per 2 mm²: the higher of the two grades counts. Check both entries.",
        WHO_GRADE.is_("net-g1"),
        MITOSES_G2,
        fact=WHO_GRADE,
    ),
    contradiction(
        "grade-2-with-mitoses",
        "Grade G2 with more than 20 mitoses per 2 mm²: the higher of the two grades counts. Check both entries.",
        WHO_GRADE.is_("net-g2"),
        MITOSES_G3,
        fact=WHO_GRADE,
    ),
)
