"""Which criteria did two trials of treatment through the liver artery ask for?

Sources: the protocols of RETNET and of HEPAR PLUS (evidence LD-02, LD-12, DI-50, PA-20); what they share with
guidelines is in liver_directed.py.
"""

from __future__ import annotations

from guideline import any_of, criteria, criterion, none_of
from neuroendocrine.cytoreduction import HAS_LIVER_METASTASES, LIVER_ONLY
from neuroendocrine.facts.blood import ALBUMIN, BILIRUBIN, BILIRUBIN_ULN, CLEARANCE, CREATININE, INR, WHITE_CELLS
from neuroendocrine.facts.history import EVER_TREATED
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.liver_treatment import (
    BILE_DUCT_STATE,
    BRAIN_METASTASES,
    EXTRAHEPATIC_SITES,
    MONTHS_SINCE_TREATMENT,
)
from neuroendocrine.liver_directed import (
    BREAST_FED,
    ECOG_0_TO_2,
    INFECTION,
    LIVER_UP_TO_70,
    PLATELETS_50,
    PREGNANT,
    PROGRESSIVE,
    UNCONTROLLED_SYMPTOMS,
    UNRESECTABLE,
)
from neuroendocrine.scope import NOT_ANOTHER_TUMOUR, NOT_NEC

RETNET = criteria(
    "retnet",
    "RETNET protocol",
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    PREGNANT,
    BREAST_FED,
    INFECTION,
    criterion(
        "biliary-anastomosis",
        "Anastomosis of bile duct and bowel",
        BILE_DUCT_STATE.includes("anastomosis"),
        kind="contraindication",
        evidence=("LD-02", "DI-50"),
    ),
    criterion(
        "earlier-arterial",
        "Earlier treatment through the liver artery",
        EVER_TREATED.includes_any("embolisation", "radioembolisation"),
        kind="contraindication",
        evidence="LD-02",
    ),
    HAS_LIVER_METASTASES,
    UNRESECTABLE,
    any_of(
        "retnet-reason",
        "Symptoms that treatment does not control, progression, or more than 25 % of the liver",
        UNCONTROLLED_SYMPTOMS,
        PROGRESSIVE,
        criterion(
            "liver-above-25", "More than 25 % of the liver", LIVER_INVOLVEMENT > 25, kind="part", evidence="LD-02"
        ),
        evidence="LD-02",
    ),
    LIVER_UP_TO_70,
    any_of(
        "retnet-extrahepatic",
        "Outside the liver nothing, or only nodes below 20 mm (2 cm) and bone",
        LIVER_ONLY,
        none_of(
            "retnet-other-sites",
            "Neither nodes of 2 cm or more nor other sites",
            criterion(
                "retnet-excluded-sites",
                "Lymph nodes of 2 cm or more, or another site",
                EXTRAHEPATIC_SITES.includes_any("nodes_from_20_mm", "other"),
                kind="part",
                evidence="LD-02",
            ),
            kind="part",
        ),
        evidence="LD-02",
    ),
    ECOG_0_TO_2,
    criterion("creatinine", "Creatinine at most 176.8 µmol/L (2 mg/dL)", CREATININE <= 176.8, evidence="LD-02"),
    criterion("bilirubin", "Bilirubin at most 34.2 µmol/L (2 mg/dL)", BILIRUBIN <= 34.2, evidence=("LD-02", "PA-20")),
    criterion("albumin", "Albumin at least 30 g/L", ALBUMIN >= 30, evidence="LD-02"),
    PLATELETS_50,
    criterion("inr", "INR at most 1.5", INR <= 1.5, evidence="LD-02"),
    criterion(
        "months-since-treatment",
        "At least 1 month since other treatment",
        MONTHS_SINCE_TREATMENT >= 1,
        evidence="LD-02",
    ),
)
HEPAR_PLUS = criteria(
    "hepar-plus",
    "HEPAR PLUS protocol (holmium after PRRT)",
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    PREGNANT,
    criterion(
        "bilirubin-uln",
        "Bilirubin above 1.5 × ULN",
        BILIRUBIN_ULN > 1.5,
        kind="contraindication",
        evidence="LD-12",
    ),
    criterion(
        "kidney",
        "Kidney function below 35 mL/min",
        CLEARANCE < 35,
        kind="contraindication",
        evidence="LD-12",
        note="The protocol names the filtration rate; the creatinine clearance stands for it here.",
    ),
    criterion(
        "white-cells",
        "White cells below 2 × 10⁹/L",
        WHITE_CELLS < 2,
        kind="contraindication",
        evidence="LD-12",
    ),
    criterion(
        "brain-metastases",
        "Brain metastases",
        BRAIN_METASTASES.yes,
        kind="contraindication",
        evidence="LD-12",
    ),
    HAS_LIVER_METASTASES,
    criterion("after-prrt", "After PRRT", EVER_TREATED.includes("prrt"), evidence="LD-12"),
    LIVER_UP_TO_70,
    PLATELETS_50,
)
