"""Who meets the criteria of the trials of PRRT, and of the joint guidance of 2013?

Sources: NETTER-1, NETTER-2, IAEA/EANM/SNMMI 2013 (evidence PR-20 to PR-33). Most limits of NETTER-1 and of the guidance
were not re-read in the source and are marked so.
Not encoded: LUTIA and ILUMINET (PR-42), whose stricter limits show that these are conventions; trials in progress
(PR-44); the French text of 2015 (PR-43), superseded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import criteria, criterion, none_of
from neuroendocrine.facts.blood import (
    CLEARANCE,
    CREATININE,
    HAEMOGLOBIN,
    NEUTROPHILS,
    PLATELETS,
    RED_CELLS,
    WHITE_CELLS,
)
from neuroendocrine.facts.history import (
    EVER_TREATED,
    MONTHS_SINCE_DIAGNOSIS,
    SYSTEMIC_OVER_1_MONTH,
    TREATED_12_WEEKS,
)
from neuroendocrine.facts.imaging import RECEPTOR_SCORE
from neuroendocrine.facts.pathology import KI67, MIDGUT_SITES, PRIMARY_SITE
from neuroendocrine.facts.patient import AGE, HEART_FAILURE, KARNOFSKY, LIFE_EXPECTANCY
from neuroendocrine.prrt import (
    ALBUMIN_HELD,
    ANALOGUE_PAUSED,
    BILIRUBIN_3,
    BREAST_FED,
    DIGESTIVE,
    EARLIER_PRRT,
    INOPERABLE,
    KARNOFSKY_60,
    KI67_20,
    KI67_55,
    NEUROENDOCRINE,
    NO_MISMATCH,
    PREGNANT,
    PROGRESSIVE,
    RESECTION_FIRST,
    UPTAKE_LIVER,
    WELL,
)

if TYPE_CHECKING:
    from guideline.comparisons import Comparison
    from guideline.rules import Group

HEART_IN_TRIALS = criterion(
    "heart-failure",
    "Heart failure NYHA II, III or IV: excluded in the trial when uncontrolled",
    HEART_FAILURE.one_of("ii", "iii", "iv"),
    kind="caution",
    evidence="PR-31",
    recalled=True,
)

KI67_10 = criterion("ki67-low", "Ki-67 at least 10 %", KI67 >= 10, evidence="PR-21")

_WITHIN_12_WEEKS = TREATED_12_WEEKS.includes_any(
    "surgery", "ablation_or_embolisation", "chemotherapy", "interferon", "targeted", "high_dose_octreotide"
)


def _none_before(rule_id: str, text: str, test: Comparison, *, recalled: bool = False) -> Group:
    """Return what a trial asked not to have been done: an entry rule of its own, no contraindication of PRRT."""
    done = criterion(
        f"{rule_id}-broken", "One of these was done", test, kind="part", evidence="PR-33", recalled=recalled
    )
    return none_of(rule_id, text, done, evidence="PR-33")


NETTER_1 = criteria(
    "prrt-netter-1",
    "NETTER-1 trial",
    PREGNANT,
    BREAST_FED,
    criterion("age", "18 years or older", AGE >= 18, evidence="PR-20"),
    criterion("midgut-primary", "Midgut primary", PRIMARY_SITE.one_of(*MIDGUT_SITES), evidence="PR-21"),
    NEUROENDOCRINE,
    WELL,
    KI67_20,
    INOPERABLE,
    PROGRESSIVE,
    UPTAKE_LIVER,
    NO_MISMATCH,
    KARNOFSKY_60,
    criterion(
        "haemoglobin",
        "Haemoglobin at least 8 g/dL",
        HAEMOGLOBIN >= 8,
        evidence=("PR-25", "DI-28"),
        recalled=True,
    ),
    criterion("white-cells", "White cells at least 2 × 10⁹/L", WHITE_CELLS >= 2, evidence="PR-26", recalled=True),
    criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75, evidence="PR-27", recalled=True),
    criterion(
        "creatinine",
        "Creatinine at most 150 µmol/L",
        CREATININE <= 150,
        evidence=("PR-28", "CA-50"),
        recalled=True,
    ),
    criterion(
        "clearance",
        "Creatinine clearance at least 50 mL/min",
        CLEARANCE >= 50,
        evidence=("PR-28", "DI-27"),
        recalled=True,
    ),
    BILIRUBIN_3,
    ALBUMIN_HELD,
    _none_before(
        "no-earlier-radionuclide",
        "No earlier PRRT, radioembolisation or wide marrow radiotherapy",
        EVER_TREATED.includes_any("prrt", "radioembolisation", "marrow_radiotherapy"),
        recalled=True,
    ),
    _none_before(
        "washout",
        "Within 12 weeks no surgery, liver ablation or embolisation, chemotherapy, interferon, everolimus or "
        "octreotide above 30 mg",
        _WITHIN_12_WEEKS,
        recalled=True,
    ),
    HEART_IN_TRIALS,
    ANALOGUE_PAUSED,
)

NETTER_2 = criteria(
    "prrt-netter-2",
    "NETTER-2 trial",
    PREGNANT,
    BREAST_FED,
    criterion("age", "15 years or older", AGE >= 15, evidence="PR-20"),
    DIGESTIVE,
    NEUROENDOCRINE,
    WELL,
    KI67_10,
    KI67_55,
    criterion(
        "newly-diagnosed",
        "Diagnosed at most 6 months ago",
        MONTHS_SINCE_DIAGNOSIS <= 6,
        evidence="PR-22",
    ),
    criterion(
        "receptor-uptake",
        "Receptor uptake above liver (score 3 or more)",
        RECEPTOR_SCORE >= 3,
        evidence=("PR-23", "DI-31"),
    ),
    NO_MISMATCH,
    criterion("karnofsky", "Karnofsky at least 60", KARNOFSKY >= 60, evidence="PR-24", recalled=True),
    criterion("haemoglobin", "Haemoglobin above 8 g/dL", HAEMOGLOBIN > 8, evidence=("PR-25", "DI-28"), recalled=True),
    criterion("white-cells", "White cells above 2 × 10⁹/L", WHITE_CELLS > 2, evidence="PR-26", recalled=True),
    criterion("platelets", "Platelets above 75 × 10⁹/L", PLATELETS > 75, evidence="PR-27", recalled=True),
    criterion(
        "clearance",
        "Creatinine clearance at least 40 mL/min",
        CLEARANCE >= 40,
        evidence=("PR-28", "DI-27"),
        recalled=True,
    ),
    BILIRUBIN_3,
    ALBUMIN_HELD,
    _none_before(
        "no-earlier-radionuclide",
        "No earlier PRRT, liver-directed therapy or wide marrow radiotherapy",
        EVER_TREATED.includes_any("prrt", "radioembolisation", "embolisation", "ablation", "marrow_radiotherapy"),
    ),
    criterion(
        "no-earlier-systemic",
        "No systemic therapy for more than one month",
        SYSTEMIC_OVER_1_MONTH.no,
        evidence="PR-33",
    ),
    _none_before("washout", "Within 12 weeks no surgery, liver-directed or systemic therapy", _WITHIN_12_WEEKS),
    HEART_IN_TRIALS,
    RESECTION_FIRST,
    ANALOGUE_PAUSED,
)

IAEA_2013 = criteria(
    "prrt-iaea-2013",
    "IAEA, EANM and SNMMI joint guidance 2013",
    PREGNANT,
    BREAST_FED,
    criterion("age", "Adult, 18 years or older", AGE >= 18, evidence="PR-20", recalled=True),
    NEUROENDOCRINE,
    WELL,
    INOPERABLE,
    UPTAKE_LIVER,
    NO_MISMATCH,
    criterion("karnofsky", "Karnofsky above 50", KARNOFSKY > 50, evidence="PR-24", recalled=True),
    criterion(
        "life-expectancy",
        "Life expectancy above 3 months",
        LIFE_EXPECTANCY.one_of("3_to_6_months", "above_6_months"),
        evidence="PR-24",
        recalled=True,
    ),
    criterion("red-cells", "Red cells above 3 × 10¹²/L", RED_CELLS > 3, evidence="PR-25", recalled=True),
    criterion("white-cells", "White cells above 3 × 10⁹/L", WHITE_CELLS > 3, evidence="PR-26", recalled=True),
    criterion("neutrophils", "Neutrophils above 1 × 10⁹/L", NEUTROPHILS > 1, evidence="PR-26", recalled=True),
    criterion("platelets", "Platelets above 75 × 10⁹/L", PLATELETS > 75, evidence="PR-27", recalled=True),
    criterion(
        "creatinine",
        "Creatinine at most 150 µmol/L",
        CREATININE <= 150,
        evidence=("PR-28", "CA-50"),
        recalled=True,
    ),
    criterion("ki67", "Ki-67 at most 20 %", KI67 <= 20, kind="preferred", evidence="PR-21", recalled=True),
    ANALOGUE_PAUSED,
    EARLIER_PRRT,
)
