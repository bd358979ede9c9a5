"""Who meets the published criteria for PRRT with 177Lu-DOTATATE? The labels, and what all lists have in common.

Sources: EU and US product information (evidence PR-01 to PR-40). What every list asks in the same way is here, with the
lists of the two labels; prrt_trials.py, prrt_centre.py and prrt_retreatment.py hold the others.
Not encoded, because the figures were recalled with moderate confidence only: brain metastases (PR-34), diabetes
(PR-35), inability to interrupt octreotide (PR-36), urinary obstruction (PR-37), peritoneal disease (PR-38), marrow
infiltration and bulky liver (PR-39).
"""

from __future__ import annotations

from guideline import all_of, any_of, criteria, criterion, none_of
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    HAEMOGLOBIN,
    PLATELETS,
    PROTHROMBIN,
    WHITE_CELLS,
)
from neuroendocrine.facts.history import (
    DAYS_SINCE_ANALOGUE,
    EVER_TREATED,
    LONG_ACTING_ANALOGUE,
    SYMPTOMATIC,
)
from neuroendocrine.facts.imaging import COURSE, EXTENT, FDG_PET, RECEPTOR_SCORE
from neuroendocrine.facts.pathology import (
    DIFFERENTIATION,
    DIGESTIVE_SITES,
    KI67,
    PRIMARY_SITE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import (
    AGE,
    BREAST_FEEDING,
    HEART_FAILURE,
    KARNOFSKY,
    PREGNANCY,
    SEVERE_CARCINOID_HEART_DISEASE,
)
from neuroendocrine.grading import WHO_GRADE

# What every authority asks in the same way -------------------------------------------------------------------------

PREGNANT = criterion(
    "pregnancy",
    "Pregnancy established, suspected or not excluded",
    PREGNANCY.one_of("pregnant", "not_excluded"),
    kind="contraindication",
    evidence="PR-32",
)
BREAST_FED = criterion(
    "breast-feeding",
    "Breast-feeding that goes on",
    BREAST_FEEDING.yes,
    kind="contraindication",
    evidence="PR-32",
)
NEUROENDOCRINE = criterion(
    "neuroendocrine",
    "Neuroendocrine neoplasm, not mixed and not another tumour",
    TUMOUR_TYPE.is_("neuroendocrine"),
    evidence=("PR-21", "CL-32", "CL-33"),
)
WELL = criterion(
    "well-differentiated",
    "Well differentiated (not a carcinoma, NEC)",
    DIFFERENTIATION.is_("well"),
    evidence=("PR-21", "CL-29"),
)
DIGESTIVE = criterion(
    "digestive-primary",
    "Gastro-entero-pancreatic primary",
    PRIMARY_SITE.one_of(*DIGESTIVE_SITES),
    evidence=("PR-01", "PR-02"),
)
INOPERABLE = criterion(
    "not-resectable",
    "Not resectable, or metastatic",
    EXTENT.one_of("unresectable", "metastatic"),
    evidence=("PR-22", "PR-02"),
)
PROGRESSIVE = criterion("progression", "Progressive disease", COURSE.is_("progressive"), evidence=("PR-22", "PR-02"))
NO_MISMATCH = criterion(
    "no-fdg-mismatch",
    "No known FDG-avid lesion without receptor uptake",
    FDG_PET.one_of("not_done", "matched"),
    evidence=("PR-40", "PR-81"),
)
UPTAKE_LIVER = criterion(
    "receptor-uptake",
    "Receptor uptake at least that of liver (score 2 or more)",
    RECEPTOR_SCORE >= 2,
    evidence=("PR-23", "PR-04", "DI-31"),
)
KI67_20 = criterion("ki67", "Ki-67 at most 20 %", KI67 <= 20, evidence=("PR-21", "CL-02"))
KI67_55 = criterion("ki67", "Ki-67 at most 55 %", KI67 <= 55, evidence="PR-21")
ANALOGUE_PAUSED = all_of(
    "analogue-not-paused",
    "Long-acting analogue injected less than 28 days before the dose",
    criterion(
        "analogue-running",
        "A long-acting analogue is being used",
        LONG_ACTING_ANALOGUE.is_("running"),
        kind="part",
        evidence="PR-06",
    ),
    criterion(
        "analogue-days",
        "Fewer than 28 days since the last injection",
        DAYS_SINCE_ANALOGUE < 28,
        kind="part",
        evidence=("PR-06", "DI-55"),
    ),
    kind="caution",
    evidence=("PR-06", "DI-32"),
)
_ALBUMIN_LOW = criterion("albumin-low", "Albumin below 30 g/L", ALBUMIN < 30, kind="part", evidence="PR-30")
_PROTHROMBIN_LOW = criterion(
    "prothrombin-low",
    "Prothrombin ratio below 70 %",
    PROTHROMBIN < 70,
    kind="part",
    evidence="PR-30",
    recalled=True,
)
LOW_ALBUMIN = all_of(
    "albumin",
    "Albumin below 30 g/L with a prothrombin ratio below 70 %",
    _ALBUMIN_LOW,
    _PROTHROMBIN_LOW,
    kind="caution",
    evidence="PR-30",
)
ALBUMIN_HELD = none_of(
    "albumin",
    "Not both: albumin below 30 g/L and prothrombin ratio below 70 %",
    all_of(
        "albumin-and-prothrombin-low",
        "Albumin below 30 g/L with a prothrombin ratio below 70 %",
        _ALBUMIN_LOW,
        _PROTHROMBIN_LOW,
        kind="part",
        evidence="PR-30",
    ),
    evidence="PR-30",
)
BILIRUBIN_3 = criterion("bilirubin", "Bilirubin at most 3 × ULN", BILIRUBIN_ULN <= 3, evidence="PR-29", recalled=True)
KARNOFSKY_60 = criterion("karnofsky", "Karnofsky at least 60", KARNOFSKY >= 60, evidence="PR-24")
HAEMOGLOBIN_8 = criterion("haemoglobin", "Haemoglobin at least 8 g/dL", HAEMOGLOBIN >= 8, evidence=("PR-25", "DI-28"))
WHITE_CELLS_2 = criterion(
    "white-cells",
    "White cells at least 2 × 10⁹/L",
    WHITE_CELLS >= 2,
    evidence="PR-26",
    note="A low count that is lymphopenia alone is an exception in the label.",
)
PLATELETS_75 = criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75, evidence=("PR-27", "DI-29"))
HAEMOGLOBIN_ABOVE_8 = criterion("haemoglobin", "Haemoglobin above 8 g/dL", HAEMOGLOBIN > 8, evidence="PR-25")
WHITE_CELLS_ABOVE_2 = criterion("white-cells", "White cells above 2 × 10⁹/L", WHITE_CELLS > 2, evidence="PR-26")
PLATELETS_ABOVE_70 = criterion("platelets", "Platelets above 70 × 10⁹/L", PLATELETS > 70, evidence=("PR-27", "DI-29"))
CLEARANCE_CAUTION = criterion(
    "clearance-caution",
    "Creatinine clearance below 50 mL/min: potassium can rise with the amino acids",
    CLEARANCE < 50,
    kind="caution",
    evidence=("PR-28", "DI-27"),
    recalled=True,
)
EARLIER_PRRT = criterion(
    "earlier-prrt",
    "Earlier PRRT: a second course is outside the labels and has a list of its own",
    EVER_TREATED.includes("prrt"),
    kind="caution",
    evidence=("PR-33", "PR-03"),
)

# For lists that name no extent: whoever can be operated on is not on the path of PRRT.
RESECTION_FIRST = criterion(
    "resectable",
    "Localised or resectable: resection is discussed first",
    EXTENT.is_("resectable"),
    kind="caution",
    evidence="PA-02",
)
CLEARANCE_CONTRAINDICATED = criterion(
    "clearance-contraindicated",
    "Creatinine clearance below 30 mL/min",
    CLEARANCE < 30,
    kind="contraindication",
    evidence=("PR-28", "DI-27"),
    recalled=True,
)
CLEARANCE_40 = criterion(
    "clearance",
    "Creatinine clearance at least 40 mL/min",
    CLEARANCE >= 40,
    evidence=("PR-28", "DI-27"),
)
BILIRUBIN_CAUTION = criterion(
    "bilirubin-caution",
    "Bilirubin above 3 × ULN: only after weighing benefit and risk",
    BILIRUBIN_ULN > 3,
    kind="caution",
    evidence="PR-29",
    recalled=True,
)
HEART_CAUTION = criterion(
    "heart-failure",
    "Heart failure NYHA III or IV: the amino acids load the circulation",
    HEART_FAILURE.one_of("iii", "iv"),
    kind="caution",
    evidence="PR-31",
)
KARNOFSKY_CAUTION = criterion(
    "karnofsky-caution",
    "Karnofsky below 60: not studied",
    KARNOFSKY < 60,
    kind="caution",
    evidence="PR-24",
    recalled=True,
)

# One list per label ---------------------------------------------------------------------------------------------------

EU_LABEL = criteria(
    "prrt-eu",
    "EU product information",
    PREGNANT,
    BREAST_FED,
    CLEARANCE_CONTRAINDICATED,
    criterion("age", "Adult, 18 years or older", AGE >= 18, evidence=("PR-20", "PR-02")),
    DIGESTIVE,
    NEUROENDOCRINE,
    WELL,
    KI67_20,
    criterion("grade", "Grade G1 or G2", WHO_GRADE.one_of("net-g1", "net-g2"), evidence=("PR-02", "DI-30")),
    INOPERABLE,
    PROGRESSIVE,
    UPTAKE_LIVER,
    NO_MISMATCH,
    HAEMOGLOBIN_8,
    WHITE_CELLS_2,
    PLATELETS_75,
    CLEARANCE_40,
    CLEARANCE_CAUTION,
    BILIRUBIN_CAUTION,
    LOW_ALBUMIN,
    HEART_CAUTION,
    KARNOFSKY_CAUTION,
    ANALOGUE_PAUSED,
    EARLIER_PRRT,
)

US_LABEL = criteria(
    "prrt-us",
    "US product information, with the limits of US practice where the label sets none",
    PREGNANT,
    BREAST_FED,
    criterion("age", "12 years or older", AGE >= 12, evidence=("PR-01", "PR-20")),
    DIGESTIVE,
    NEUROENDOCRINE,
    WELL,
    KI67_55,
    UPTAKE_LIVER,
    NO_MISMATCH,
    HAEMOGLOBIN_ABOVE_8,
    WHITE_CELLS_ABOVE_2,
    PLATELETS_ABOVE_70,
    criterion(
        "clearance",
        "Creatinine clearance at least 30 mL/min",
        CLEARANCE >= 30,
        evidence=("PR-28", "DI-27"),
        recalled=True,
    ),
    BILIRUBIN_3,
    ALBUMIN_HELD,
    criterion("karnofsky", "Karnofsky at least 60", KARNOFSKY >= 60, evidence="PR-24", recalled=True),
    criterion(
        "uptake-borderline",
        "Receptor uptake not above liver (score below 3): borderline in US practice",
        RECEPTOR_SCORE < 3,
        kind="caution",
        evidence=("PR-23", "DI-31"),
    ),
    criterion(
        "ki67-caution",
        "Ki-67 above 20 %: selected patients with NET G3",
        KI67 > 20,
        kind="caution",
        evidence="PR-21",
    ),
    criterion(
        "platelets-caution",
        "Platelets below 75 × 10⁹/L: to be discussed",
        PLATELETS < 75,
        kind="caution",
        evidence=("PR-27", "DI-29"),
    ),
    CLEARANCE_CAUTION,
    criterion(
        "carcinoid-heart",
        "Severe carcinoid heart disease: cardiology first",
        SEVERE_CARCINOID_HEART_DISEASE.yes,
        kind="caution",
        evidence="PR-31",
        recalled=True,
    ),
    RESECTION_FIRST,
    ANALOGUE_PAUSED,
    EARLIER_PRRT,
    any_of(
        "progressive-or-symptomatic",
        "Progressive or symptomatic",
        criterion("progressive", "Progressive disease", COURSE.is_("progressive"), kind="part", evidence="PR-22"),
        criterion("symptomatic", "Symptoms not controlled", SYMPTOMATIC.yes, kind="part", evidence="PR-22"),
        kind="preferred",
        evidence="PR-22",
    ),
)
