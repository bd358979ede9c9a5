"""Who meets the published criterion for a second course of PRRT after a first one that has helped?

Source: the Rotterdam series (evidence PR-100); uptake, marrow, kidney and liver by the limits of the EU label (PR-04,
PR-25 to PR-30). The labels describe one course (PR-03), so retreatment is outside them.
Not encoded: the requirements of PR-103 as such and the 12 months that many centres use (PR-100), both recalled with
moderate confidence; cumulative dose to kidneys and marrow.
"""

from __future__ import annotations

from guideline import criteria, criterion
from neuroendocrine.facts.history import EVER_TREATED
from neuroendocrine.facts.pathology import DIGESTIVE_SITES, PRIMARY_SITE
from neuroendocrine.facts.prrt import PRRT_BENEFIT, PRRT_COURSES
from neuroendocrine.prrt import (
    ANALOGUE_PAUSED,
    BILIRUBIN_CAUTION,
    BREAST_FED,
    CLEARANCE_40,
    CLEARANCE_CAUTION,
    CLEARANCE_CONTRAINDICATED,
    HAEMOGLOBIN_8,
    HEART_CAUTION,
    INOPERABLE,
    KARNOFSKY_CAUTION,
    LOW_ALBUMIN,
    NEUROENDOCRINE,
    NO_MISMATCH,
    PLATELETS_75,
    PREGNANT,
    PROGRESSIVE,
    UPTAKE_LIVER,
    WELL,
    WHITE_CELLS_2,
)

BENEFIT_18 = criterion(
    "benefit",
    "At least 18 months without progression after the first course",
    PRRT_BENEFIT >= 18,
    evidence="PR-100",
)

RETREATMENT = criteria(
    "prrt-retreatment",
    "Second course of PRRT: the criterion of the Rotterdam series, outside the labels",
    PREGNANT,
    BREAST_FED,
    CLEARANCE_CONTRAINDICATED,
    criterion(
        "first-course", "A first course of PRRT has been completed", EVER_TREATED.includes("prrt"), evidence="PR-100"
    ),
    BENEFIT_18,
    criterion(
        "primary",
        "Gastro-entero-pancreatic or bronchial primary",
        PRIMARY_SITE.one_of(*DIGESTIVE_SITES, "lung"),
        evidence="PR-100",
    ),
    NEUROENDOCRINE,
    WELL,
    INOPERABLE,
    PROGRESSIVE,
    UPTAKE_LIVER,
    NO_MISMATCH,
    HAEMOGLOBIN_8,
    WHITE_CELLS_2,
    PLATELETS_75,
    CLEARANCE_40,
    criterion(
        "outside-labels",
        "Outside the labels: they describe one course of 4 doses",
        EVER_TREATED.includes("prrt"),
        kind="caution",
        evidence="PR-03",
    ),
    criterion(
        "third-course",
        "Two courses or more so far: a third was described in 13 patients",
        PRRT_COURSES.is_("two_or_more"),
        kind="caution",
        evidence="PR-100",
    ),
    CLEARANCE_CAUTION,
    BILIRUBIN_CAUTION,
    LOW_ALBUMIN,
    HEART_CAUTION,
    KARNOFSKY_CAUTION,
    ANALOGUE_PAUSED,
)
