"""WHO grade and type of a digestive or thoracic neuroendocrine neoplasm, from differentiation, Ki-67 and mitoses.

Source: WHO classification, 5th edition (evidence CL-01 to CL-33); the rules are in
neuroendocrine/grading.py and tumour_type.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    CELL_TYPE,
    CELLS_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    NECROSIS,
    NEUROENDOCRINE_PART,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    REPORTED_GRADE,
    SPECIMEN,
    THORACIC_SITES,
    TUMOUR_TYPE,
)
from neuroendocrine.grading import GRADE_BY_KI67, GRADE_BY_MITOSES, WHO_GRADE
from neuroendocrine.tumour_type import TYPE_AND_GRADE

CALCULATOR = Calculator(
    id="who_grade",
    title="WHO grade and type",
    intended_use=(
        "For professionals who read a pathology report: shows which WHO class the counts and the morphology in it "
        "fall into, and what is missing. It does not replace the pathologist."
    ),
    not_for=(
        "goblet cell adenocarcinoma, paraganglioma, phaeochromocytoma, medullary thyroid and Merkel cell carcinoma",
        "telling NET G3 from NEC: that is morphology, and it is asked, not worked out",
        "predicting the course of a disease in one person",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", TUMOUR_TYPE, PRIMARY_SITE, DIFFERENTIATION),
        section(
            "counts",
            "Counts",
            KI67,
            MITOSES,
            MITOSES_COUNTED,
            AREA_COUNTED,
            CELLS_COUNTED,
            SPECIMEN,
        ),
        section(
            "details",
            "Details that some tumours need",
            ask(CELL_TYPE, when=DIFFERENTIATION.is_("poor")),
            ask(NEUROENDOCRINE_PART, when=TUMOUR_TYPE.is_("mixed")),
            ask(NECROSIS, when=PRIMARY_SITE.one_of(*THORACIC_SITES)),
            ask(PRIMARY_SIZE, when=PRIMARY_SITE.one_of(*THORACIC_SITES)),
            REPORTED_GRADE,
        ),
    ),
    rule=TYPE_AND_GRADE,
    reports=(GRADE_BY_KI67, GRADE_BY_MITOSES, MITOSES),
    contradictions=(
        contradiction(
            "poor-with-low-ki67",
            "Poorly differentiated with a Ki-67 of 20 % or less: a carcinoma (NEC) has more. "
            "Check both entries; if both stand in the report, it needs a pathology review.",
            DIFFERENTIATION.is_("poor"),
            KI67 <= 20,
            fact=KI67,
            unless=PRIMARY_SITE.one_of(*THORACIC_SITES, "unknown_primary"),
        ),
        contradiction(
            "nec-with-grade",
            "A poorly differentiated neoplasm (NEC) carries no grade number: it is high grade by definition. "
            "Choose “No grade number”, or correct the differentiation.",
            DIFFERENTIATION.is_("poor"),
            REPORTED_GRADE.one_of("g1", "g2", "g3"),
            fact=REPORTED_GRADE,
        ),
    ),
    notices=(
        notice(
            "few-cells",
            "Fewer than 500 cells were counted for Ki-67; the report should say so.",
            CELLS_COUNTED < 500,
            evidence=("CL-08", "CL-09"),
            fact=CELLS_COUNTED,
        ),
        notice(
            "metastasis",
            "Ki-67 of a lymph node or metastasis does not go into the registry field of the primary. "
            "Grade can differ between the primary and its metastases.",
            SPECIMEN.is_("metastasis"),
            evidence="CL-15",
            fact=SPECIMEN,
        ),
        notice(
            "well-with-high-ki67",
            "Well differentiated with a Ki-67 above 55 % is unusual: an expert pathology review is worth asking for. "
            "The number alone does not make it a carcinoma.",
            DIFFERENTIATION.is_("well"),
            KI67 > 55,
            evidence=("CL-20", "CL-16"),
            fact=KI67,
        ),
        notice(
            "lung-ki67",
            "Ki-67 is reported for lung and thymus but is not part of the WHO criteria there; "
            "the digestive limits of 3 % and 20 % do not apply.",
            PRIMARY_SITE.one_of(*THORACIC_SITES),
            evidence=("CL-25", "DI-47"),
            fact=KI67,
        ),
        notice(
            "report-below-counts",
            "The report says G1 but a count is in a higher range: the higher of the two grades counts.",
            REPORTED_GRADE.is_("g1"),
            WHO_GRADE.one_of("net-g2", "net-g3"),
            evidence="CL-06",
            fact=REPORTED_GRADE,
        ),
        notice(
            "report-g2-counts-g3",
            "The report says G2 but a count is in the G3 range: the higher of the two grades counts.",
            REPORTED_GRADE.is_("g2"),
            WHO_GRADE.is_("net-g3"),
            evidence="CL-06",
            fact=REPORTED_GRADE,
        ),
        notice(
            "report-above-counts",
            "The report gives a higher grade than the counts entered here. Check the counts.",
            REPORTED_GRADE.one_of("g2", "g3"),
            WHO_GRADE.is_("net-g1"),
            evidence="CL-06",
            fact=REPORTED_GRADE,
        ),
        notice(
            "report-g3-counts-g2",
            "The report says G3 but both counts entered here are below that range. Check the counts.",
            REPORTED_GRADE.is_("g3"),
            WHO_GRADE.is_("net-g2"),
            evidence="CL-06",
            fact=REPORTED_GRADE,
        ),
    ),
    not_considered=(
        "molecular markers (Rb, p53, DAXX, ATRX, MEN1), which help to tell NET G3 from NEC",
        "hormone production: functioning is a clinical syndrome, not a stain",
        "Ki-67 bands of lung carcinoids, which are indicative only",
        "change of grade over time",
    ),
)
