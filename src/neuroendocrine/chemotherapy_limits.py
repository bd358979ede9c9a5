"""Kidney, enzyme, marrow, nerves: what limits a cytotoxic drug or its dose.

Sources: product information, EMA 2020, entry limits of second-line trials (evidence CH-13, CH-15, CH-20 to CH-22,
CH-30).
Not encoded: the kidney limit of streptozocin (CH-12), recalled with moderate confidence only.
"""

from __future__ import annotations

from guideline import any_of, conclusion, criterion, first_of, outcome
from neuroendocrine.facts.blood import BILIRUBIN_ULN, CLEARANCE, HAEMOGLOBIN, NEUTROPHILS, PLATELETS
from neuroendocrine.facts.drugs import ALKALINE_PHOSPHATASE_ULN, CISPLATIN_HINDRANCES, DPD
from neuroendocrine.facts.patient import ECOG
from neuroendocrine.systemic import WELL

# Kidney, enzyme, blood ------------------------------------------------------------------------------------------------

CLEARANCE_BELOW_60 = criterion(
    "clearance-below-60",
    "Creatinine clearance below 60 mL/min",
    CLEARANCE < 60,
    kind="part",
    evidence=("CH-21", "PA-19"),
)
CLEARANCE_BELOW_50 = criterion(
    "clearance-below-50",
    "Creatinine clearance below 50 mL/min",
    CLEARANCE < 50,
    kind="part",
    evidence=("CH-21", "PA-19"),
)
CLEARANCE_BELOW_15 = criterion(
    "clearance-below-15", "Creatinine clearance below 15 mL/min", CLEARANCE < 15, kind="part", evidence="CH-20"
)
CLEARANCE_UP_TO_50 = criterion(
    "clearance-up-to-50", "Creatinine clearance at most 50 mL/min", CLEARANCE <= 50, kind="part", evidence="CH-20"
)
NO_CISPLATIN = criterion(
    "cisplatin-hindrance",
    "Hearing loss, neuropathy of grade 2 or higher, or large volumes of fluid not tolerated",
    CISPLATIN_HINDRANCES.includes_any("hearing", "neuropathy", "fluid"),
    kind="part",
    evidence=("CH-21", "PA-03"),
    recalled=True,
)
NO_DPD = criterion("dpd-complete", "Complete DPD deficiency", DPD.is_("complete"), kind="part", evidence="CH-22")
LESS_DPD = criterion("dpd-partial", "Partial DPD deficiency", DPD.is_("partial"), kind="part", evidence="CH-22")
DPD_NOT_TESTED = criterion(
    "dpd-not-tested", "DPD activity not tested", DPD.is_("not_tested"), kind="part", evidence="CH-22"
)

ETOPOSIDE_SHARE = conclusion(
    "etoposide_share",
    first_of(
        "etoposide-share",
        "Etoposide by kidney function",
        (outcome("none: no data below this clearance", outcome_id="none", evidence="CH-20"), CLEARANCE_BELOW_15),
        (outcome("75 % of the dose", outcome_id="75-percent", evidence="CH-20"), CLEARANCE_UP_TO_50),
        (outcome("100 % of the dose", outcome_id="100-percent", evidence="CH-20"), None),
        evidence="CH-20",
    ),
    label="Etoposide by kidney function (label)",
    evidence="CH-20",
)
FLUOROPYRIMIDINE_START = conclusion(
    "fluoropyrimidine_start",
    first_of(
        "fluoropyrimidine-start",
        "Fluorouracil or capecitabine by DPD",
        (outcome("contraindicated", evidence="CH-22"), NO_DPD),
        (outcome("reduced start, often by 50 %", outcome_id="reduced", evidence="CH-22"), LESS_DPD),
        (outcome("test first (EMA); consider a test (FDA)", outcome_id="test-first", evidence="CH-22"), DPD_NOT_TESTED),
        (outcome("full start", evidence="CH-22"), None),
        evidence="CH-22",
    ),
    label="Fluorouracil or capecitabine by DPD activity",
    evidence="CH-22",
)
OUTSIDE_TRIALS = any_of(
    "outside-trials",
    "Outside an entry limit of SENECA or Hentic 2012",
    criterion("ecog-above-2", "ECOG 3 or 4", ECOG.one_of("3", "4"), kind="part", evidence=("CH-30", "CH-15")),
    criterion("neutrophils", "Neutrophils at most 2 × 10⁹/L", NEUTROPHILS <= 2, kind="part", evidence="CH-15"),
    criterion("platelets", "Platelets at most 100 × 10⁹/L", PLATELETS <= 100, kind="part", evidence="CH-15"),
    criterion("haemoglobin", "Haemoglobin at most 10 g/dL", HAEMOGLOBIN <= 10, kind="part", evidence="CH-15"),
    criterion("bilirubin", "Bilirubin at least 1.5 × ULN", BILIRUBIN_ULN >= 1.5, kind="part", evidence="CH-13"),
    criterion(
        "alkaline-phosphatase",
        "Alkaline phosphatase at least 5 × ULN",
        ALKALINE_PHOSPHATASE_ULN >= 5,
        kind="part",
        evidence="CH-13",
    ),
    kind="part",
    evidence=("CH-15", "CH-13"),
)
TRIAL_LIMITS = conclusion(
    "second_line_trial_limits",
    first_of(
        "second-line-trial-limits",
        "Second-line trials in NEC: blood and fitness",
        (outcome("they were in carcinomas only", outcome_id="not-nec", evidence="CH-15"), WELL),
        (
            outcome(
                "outside their entry limits: marrow, liver or fitness",
                outcome_id="outside",
                evidence=("CH-15", "CH-13", "CH-30"),
            ),
            OUTSIDE_TRIALS,
        ),
        (outcome("within their entry limits", outcome_id="within", evidence=("CH-15", "CH-13")), None),
        evidence=("CH-15", "CH-13"),
    ),
    label="Entry limits of second-line trials in NEC (SENECA, Hentic 2012)",
    evidence=("CH-15", "CH-13"),
)
