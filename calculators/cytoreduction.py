"""Is removing most of the tumour in the liver an option, held against 90 % and against 70 %?

Sources: evidence SU-60 to SU-70, SU-80, DI-06, DI-40, PA-16; the lists are in neuroendocrine/cytoreduction.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.cytoreduction import HISTORIC_90, NEWER_70, REMNANT_BAND, REMOVABLE_BAND
from neuroendocrine.facts.history import SYMPTOMATIC
from neuroendocrine.facts.liver_treatment import (
    FUTURE_REMNANT,
    LIVER_CONDITION,
    LIVER_DOMINANT,
    LIVER_PATTERN,
    REMNANT_BY_CT,
    REMNANT_MEASURED_AGAINST,
    REMNANT_VOLUME,
    REMOVABLE,
    STANDARD_VOLUME_URATA,
    STANDARD_VOLUME_VAUTHEY,
)
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import HEIGHT, SEVERE_CARCINOID_HEART_DISEASE, WEIGHT
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.notices import CRISIS_PLAN, HEART_BEFORE_SURGERY

CALCULATOR = Calculator(
    id="cytoreduction",
    title="Cytoreduction of liver metastases",
    intended_use=(
        "For the team that treats a well-differentiated digestive NET with liver metastases: compares what could be "
        "removed, and the liver that would be left, with published limits, the older and the newer one apart. The "
        "board decides."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms (MiNEN)",
        "primaries in the lung or thymus, which the digestive grades do not describe",
        "planning the resection itself",
        "the doses of drugs around an operation",
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
            ask(LIVER_DOMINANT, when=METASTASES.is_("both")),
            LIVER_PATTERN,
            REMOVABLE,
            SYMPTOMATIC,
            FUNCTION,
        ),
        section(
            "liver",
            "Liver that would be left",
            LIVER_CONDITION,
            REMNANT_MEASURED_AGAINST,
            ask(REMNANT_BY_CT, when=REMNANT_MEASURED_AGAINST.is_("ct")),
            ask(REMNANT_VOLUME, when=REMNANT_MEASURED_AGAINST.one_of("vauthey", "urata")),
            HEIGHT,
            WEIGHT,
        ),
        section("person", "Person", FIT_FOR_SURGERY, SEVERE_CARCINOID_HEART_DISEASE),
    ),
    rule=variants(
        ("newer_70", "Newer series: 70 %", NEWER_70, "A floor in newer series, not proof of benefit."),
        ("historic_90", "Historic limit: 90 %", HISTORIC_90, "The classic number."),
    ),
    reports=(
        REMOVABLE_BAND,
        REMNANT_BAND,
        FUTURE_REMNANT,
        STANDARD_VOLUME_VAUTHEY,
        STANDARD_VOLUME_URATA,
        WHO_GRADE,
    ),
    contradictions=PATHOLOGY_CONTRADICTIONS,
    notices=(HEART_BEFORE_SURGERY, CRISIS_PLAN),
    not_considered=(
        "expected complications and deaths of the operation: the published limits were recalled and not re-read",
        "portal vein embolisation, two stages and other ways to make the remnant grow",
        "function of the liver by indocyanine green",
        "recurrence, which is the rule after resection",
        "the surgical classes of 2023, whose numbers mean something else than the types asked here",
    ),
)
