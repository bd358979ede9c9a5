"""Is removing most of the tumour in the liver an option? The fraction is held against 90 % and against 70 %, apart.

Sources: ESMO 2020, ENETS, series and a meta-analysis (evidence SU-60 to SU-70, DI-06, DI-40, PA-16, PA-17).
Not encoded: expected morbidity below 30 % and mortality below 5 % (SU-68), recalled with moderate confidence only;
the surgical classes of 2023 (SU-61), which would be mixed up with the types of Frilling.
"""

from __future__ import annotations

from guideline import all_of, any_of, conclusion, criteria, criterion, first_of, none_of, outcome
from neuroendocrine.facts.history import SYMPTOMATIC
from neuroendocrine.facts.liver_treatment import (
    FUTURE_REMNANT,
    LIVER_CONDITION,
    LIVER_DOMINANT,
    LIVER_PATTERN,
    REMOVABLE,
)
from neuroendocrine.facts.patient import SEVERE_CARCINOID_HEART_DISEASE
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.scope import NOT_ANOTHER_TUMOUR, NOT_NEC

HAS_LIVER_METASTASES = criterion(
    "liver-metastases",
    "Liver metastases",
    METASTASES.one_of("liver", "both"),
    evidence=("PA-16", "LD-01"),
)
GRADE_1_OR_2 = criterion(
    "grade",
    "Grade G1 or G2",
    WHO_GRADE.one_of("net-g1", "net-g2"),
    evidence=("PA-16", "SU-67"),
    note="The guideline allows an exception for symptoms.",
)
LIVER_ONLY = criterion(
    "liver-only", "Metastases in the liver only", METASTASES.is_("liver"), kind="part", evidence=("LD-01", "SU-71")
)
MOSTLY_LIVER = criterion(
    "mostly-liver", "Most of the disease in the liver", LIVER_DOMINANT.yes, kind="part", evidence=("LD-01", "SU-67")
)
NOT_DOMINATED = any_of(
    "extrahepatic-not-dominant",
    "Disease outside the liver does not dominate, or symptoms are the reason",
    LIVER_ONLY,
    MOSTLY_LIVER,
    criterion("for-symptoms", "Symptoms", SYMPTOMATIC.yes, kind="part", evidence="SU-67"),
    evidence="SU-67",
)
FIT = criterion("fit", "Fit for the operation", FIT_FOR_SURGERY.yes, evidence="PA-16")
HEART_UNCORRECTED = criterion(
    "severe-heart-disease",
    "Severe carcinoid heart disease that has not been corrected",
    SEVERE_CARCINOID_HEART_DISEASE.yes,
    kind="contraindication",
    evidence=("SU-80", "PA-17"),
    note="Cardiology and a plan for the valves come before major liver surgery.",
)
NOT_DISSEMINATED = criterion(
    "pattern",
    "Single metastasis or one bulk (type I or II), not disseminated (type III)",
    LIVER_PATTERN.one_of("single", "bulk"),
    evidence="SU-60",
)
TYPE_II = criterion(
    "type-2",
    "Type II: resection in selected cases, often in two stages",
    LIVER_PATTERN.is_("bulk"),
    kind="caution",
    evidence="SU-60",
)
_90 = REMOVABLE >= 90
_70 = REMOVABLE >= 70
REMOVABLE_90 = criterion("removable-90", "At least 90 % can be removed", _90, evidence=("PA-16", "SU-62"))
REMOVABLE_70 = criterion(
    "removable-70",
    "At least 70 % can be removed",
    _70,
    evidence=("PA-16", "SU-66"),
    note="Some series count more than 70 %.",
)
CLOSER_TO_ALL = criterion(
    "removable-90",
    "At least 90 % can be removed",
    _90,
    kind="preferred",
    evidence=("SU-66", "DI-06"),
    note="The benefit falls as less is removed.",
)

# Future liver remnant -------------------------------------------------------------------------------------------------

_NORMAL = criterion("liver-normal", "Normal liver", LIVER_CONDITION.is_("normal"), kind="part", evidence="SU-70")
_CHEMOTHERAPY = criterion(
    "liver-chemotherapy",
    "After chemotherapy of more than 3 months",
    LIVER_CONDITION.is_("chemotherapy"),
    kind="part",
    evidence="SU-70",
)
_FIBROSIS = criterion(
    "liver-fibrosis", "Fibrosis or cirrhosis", LIVER_CONDITION.is_("fibrosis"), kind="part", evidence="SU-70"
)
_AT_LEAST_20 = criterion("remnant-20", "Remnant at least 20 %", FUTURE_REMNANT >= 20, kind="part", evidence="SU-70")
_AT_LEAST_25 = criterion(
    "remnant-25", "Remnant at least 25 %", FUTURE_REMNANT >= 25, kind="part", evidence=("SU-70", "DI-40")
)
_AT_LEAST_30 = criterion(
    "remnant-30", "Remnant at least 30 %", FUTURE_REMNANT >= 30, kind="part", evidence=("SU-70", "DI-40")
)
_AT_LEAST_40 = criterion(
    "remnant-40", "Remnant at least 40 %", FUTURE_REMNANT >= 40, kind="part", evidence=("SU-70", "DI-40")
)
_AT_LEAST_50 = criterion("remnant-50", "Remnant at least 50 %", FUTURE_REMNANT >= 50, kind="part", evidence="SU-70")
_ENOUGH_NORMAL = all_of("normal-20", "Normal liver, at least 20 %", _NORMAL, _AT_LEAST_20, kind="part")
_ENOUGH_CHEMOTHERAPY = all_of(
    "chemotherapy-30", "After chemotherapy, at least 30 %", _CHEMOTHERAPY, _AT_LEAST_30, kind="part"
)
_ENOUGH_FIBROSIS = all_of("fibrosis-40", "Fibrosis or cirrhosis, at least 40 %", _FIBROSIS, _AT_LEAST_40, kind="part")
REMNANT_ENOUGH = any_of(
    "remnant",
    "Future liver remnant at least the lowest limit named for this liver",
    _ENOUGH_NORMAL,
    _ENOUGH_CHEMOTHERAPY,
    _ENOUGH_FIBROSIS,
    evidence="SU-70",
)
REMNANT_SMALL = any_of(
    "remnant-small",
    "Future liver remnant below the more careful limit (30 %, with fibrosis 50 %)",
    all_of(
        "normal-below-30",
        "Normal liver, below 30 %",
        _NORMAL,
        none_of("below-30", "Remnant below 30 %", _AT_LEAST_30, kind="part"),
        kind="part",
    ),
    all_of(
        "fibrosis-below-50",
        "Fibrosis or cirrhosis, below 50 %",
        _FIBROSIS,
        none_of("below-50", "Remnant below 50 %", _AT_LEAST_50, kind="part"),
        kind="part",
    ),
    kind="caution",
    evidence=("SU-70", "DI-40"),
)
REMNANT_BAND = conclusion(
    "future_remnant_band",
    first_of(
        "remnant-band",
        "Remnant against the limits",
        (
            outcome(
                "normal liver: at or above every limit named (30 %)", outcome_id="normal-from-30", evidence="DI-40"
            ),
            all_of("normal-30", "Normal liver, at least 30 %", _NORMAL, _AT_LEAST_30, kind="part"),
        ),
        (
            outcome(
                "normal liver: between 25 and 30 %, where ENETS texts draw their line",
                outcome_id="normal-25-30",
                evidence=("SU-70", "DI-40"),
            ),
            all_of("normal-25", "Normal liver, at least 25 %", _NORMAL, _AT_LEAST_25, kind="part"),
        ),
        (
            outcome(
                "normal liver: between 20 and 25 %, above the lowest limit only",
                outcome_id="normal-20-25",
                evidence=("SU-70", "DI-40"),
            ),
            _ENOUGH_NORMAL,
        ),
        (
            outcome("normal liver: below every limit named (20 %)", outcome_id="normal-below-20", evidence="SU-70"),
            _NORMAL,
        ),
        (
            outcome(
                "after chemotherapy: at or above the limit (30 %)", outcome_id="chemotherapy-from-30", evidence="SU-70"
            ),
            _ENOUGH_CHEMOTHERAPY,
        ),
        (
            outcome("after chemotherapy: below the limit (30 %)", outcome_id="chemotherapy-below-30", evidence="SU-70"),
            _CHEMOTHERAPY,
        ),
        (
            outcome(
                "fibrosis or cirrhosis: at or above every limit named (50 %)",
                outcome_id="fibrosis-from-50",
                evidence="SU-70",
            ),
            all_of("fibrosis-50", "Fibrosis or cirrhosis, at least 50 %", _FIBROSIS, _AT_LEAST_50, kind="part"),
        ),
        (
            outcome(
                "fibrosis or cirrhosis: between 40 and 50 %, above the lowest limit only",
                outcome_id="fibrosis-40-50",
                evidence=("SU-70", "DI-40"),
            ),
            _ENOUGH_FIBROSIS,
        ),
        (
            outcome(
                "fibrosis or cirrhosis: below every limit named (40 %)",
                outcome_id="fibrosis-below-40",
                evidence="SU-70",
            ),
            None,
        ),
        evidence="SU-70",
    ),
    label="Future liver remnant against the limits",
    evidence=("SU-70", "DI-40"),
)
REMOVABLE_BAND = conclusion(
    "removable_band",
    first_of(
        "removable-band",
        "Removable part against the limits",
        (
            outcome("at least 90 %: both limits reached", outcome_id="from-90", evidence=("SU-62", "DI-06")),
            criterion("band-90", "At least 90 %", _90, kind="part", evidence="SU-62"),
        ),
        (
            outcome(
                "70 to below 90 %: reached in newer series, not the historic limit",
                outcome_id="from-70",
                evidence=("SU-62", "SU-66"),
            ),
            criterion("band-70", "At least 70 %", _70, kind="part", evidence="SU-62"),
        ),
        (outcome("below 70 %: neither limit reached", outcome_id="below-70", evidence="SU-62"), None),
        evidence="SU-62",
    ),
    label="Removable part against 90 % and 70 %",
    evidence=("SU-62", "DI-06"),
)

_COMMON = (
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    HEART_UNCORRECTED,
    HAS_LIVER_METASTASES,
    GRADE_1_OR_2,
    NOT_DOMINATED,
    NOT_DISSEMINATED,
)
HISTORIC_90 = criteria(
    "cytoreduction-90",
    "The historic limit: 90 %",
    *_COMMON,
    REMOVABLE_90,
    REMNANT_ENOUGH,
    FIT,
    TYPE_II,
    REMNANT_SMALL,
)
NEWER_70 = criteria(
    "cytoreduction-70",
    "Newer series: 70 %",
    *_COMMON,
    REMOVABLE_70,
    REMNANT_ENOUGH,
    FIT,
    TYPE_II,
    REMNANT_SMALL,
    CLOSER_TO_ALL,
)
