"""Which Milan criteria for transplantation of the liver does a case meet?

Sources: evidence SU-71 to SU-73, DI-39, PA-13; the lists are in neuroendocrine/transplantation.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.imaging import COURSE, EXTENT
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.liver_treatment import MONTHS_STABLE, PORTAL_DRAINAGE, PRIMARY_REMOVED
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import AGE, SEVERE_CARCINOID_HEART_DISEASE
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.notices import CRISIS_PLAN, HEART_BEFORE_SURGERY
from neuroendocrine.transplantation import MILAN_2007, MILAN_LATER

CALCULATOR = Calculator(
    id="liver_transplant",
    title="Liver transplantation: Milan criteria",
    intended_use=(
        "For the team that treats a well-differentiated NET whose only metastases are in the liver and cannot be "
        "resected: compares the case with both published versions of the Milan criteria. An expert centre decides by "
        "its own policy."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms (MiNEN)",
        "listing: every country and centre has rules of its own",
        "liver failure for another reason",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "pathology",
            "Pathology",
            TUMOUR_TYPE,
            PRIMARY_SITE,
            DIFFERENTIATION,
            WHO_GRADE,
            KI67,
            MITOSES,
            MITOSES_COUNTED,
            AREA_COUNTED,
        ),
        section(
            "disease",
            "Disease",
            METASTASES,
            EXTENT,
            LIVER_INVOLVEMENT,
            COURSE,
            MONTHS_STABLE,
            PORTAL_DRAINAGE,
            PRIMARY_REMOVED,
            FUNCTION,
        ),
        section("person", "Person", AGE, SEVERE_CARCINOID_HEART_DISEASE),
    ),
    rule=variants(
        ("milan_2007", "Milan 2007", MILAN_2007, "Age up to 55 years."),
        ("milan_later", "Milan, later version", MILAN_LATER, "Age up to 60 years."),
    ),
    reports=(WHO_GRADE,),
    contradictions=(
        *PATHOLOGY_CONTRADICTIONS,
        contradiction(
            "progressive-but-stable",
            "Progressive disease with a time without progression above 0 months: check both entries.",
            COURSE.is_("progressive"),
            MONTHS_STABLE > 0,
            fact=MONTHS_STABLE,
        ),
    ),
    notices=(
        notice(
            "age-between",
            "The two versions part on this age: 55 years in 2007, 60 years later. The policy of the centre decides.",
            AGE > 55,
            AGE <= 60,
            evidence="DI-39",
            fact=AGE,
        ),
        HEART_BEFORE_SURGERY,
        CRISIS_PLAN,
    ),
    not_considered=(
        "criteria of UNOS in the United States and of other registries: the evidence register holds none, so none is "
        "shown",
        "fitness for transplantation, other illness, support and wishes",
        "rules for listing, points and waiting time",
        "living donation",
    ),
)
