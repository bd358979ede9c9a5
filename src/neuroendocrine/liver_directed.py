"""Ablation, embolisation or radioembolisation of liver metastases: which published criteria and exclusions apply?

Sources: ESMO and ENETS, practice guidance on embolisation, reviews of radioembolisation (evidence LD-01, LD-02, LD-05,
LD-11, LD-12, PA-11, PA-18, PA-21, DI-50, SU-61); the protocols of two trials are in liver_protocols.py.
Not encoded, because recalled with moderate or low confidence only: size and number for ablation (LD-13), drug-eluting
beads as a matter of series (LD-04), burden above 50 % and outcome (LD-06), response rates (LD-08), NET G3 (LD-15),
dominant disease outside the liver (LD-20), the weeks between PRRT and radioembolisation (part of LD-14).
"""

from __future__ import annotations

from guideline import all_of, any_of, conclusion, criteria, criterion, first_of, none_of, outcome
from neuroendocrine.cytoreduction import HAS_LIVER_METASTASES, LIVER_ONLY, MOSTLY_LIVER
from neuroendocrine.facts.blood import BILIRUBIN, NEUTROPHILS, PLATELETS
from neuroendocrine.facts.history import SYMPTOMATIC
from neuroendocrine.facts.imaging import COURSE, EXTENT
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.liver_treatment import (
    ARTERIES_SUITABLE,
    BILE_DUCT_STATE,
    LESIONS_ABLATABLE,
    LIFE_EXPECTANCY_3_MONTHS,
    LUNG_DOSE,
    LUNG_DOSE_TOTAL,
    LUNG_SHUNT,
    OBSTACLES,
    PORTAL_VEIN,
    RIGHT_HEART_FAILURE,
    SYNTHESIS_KEPT,
)
from neuroendocrine.facts.patient import BREAST_FEEDING, ECOG, PREGNANCY
from neuroendocrine.liver_function import CHILD_PUGH_POINTS
from neuroendocrine.scope import NOT_ANOTHER_TUMOUR, NOT_NEC

# What guidelines ask in the same way ----------------------------------------------------------------------------------

UNRESECTABLE = criterion(
    "unresectable", "Not resectable", EXTENT.one_of("unresectable", "metastatic"), evidence=("LD-01", "LD-02")
)
LIVER_DOMINATES = any_of(
    "liver-dominant", "Disease in the liver only, or mostly", LIVER_ONLY, MOSTLY_LIVER, evidence="LD-01"
)
PROGRESSIVE = criterion(
    "progressive", "Progressive disease", COURSE.is_("progressive"), kind="part", evidence=("LD-01", "LD-02")
)
UNCONTROLLED_SYMPTOMS = criterion(
    "uncontrolled-symptoms",
    "Symptoms that treatment does not control",
    SYMPTOMATIC.yes,
    kind="part",
    evidence=("LD-01", "LD-02", "PA-11"),
)
REASON = any_of(
    "reason",
    "Progression, symptoms that treatment does not control, or disease in the liver only (early option)",
    PROGRESSIVE,
    UNCONTROLLED_SYMPTOMS,
    LIVER_ONLY,
    evidence=("LD-01", "PA-11"),
)
PREGNANT = criterion(
    "pregnancy",
    "Pregnancy established, suspected or not excluded",
    PREGNANCY.one_of("pregnant", "not_excluded"),
    kind="contraindication",
    evidence=("LD-02", "LD-05"),
)
BREAST_FED = criterion(
    "breast-feeding", "Breast-feeding that goes on", BREAST_FEEDING.yes, kind="contraindication", evidence="LD-02"
)
INFECTION = criterion(
    "infection",
    "Active infection",
    OBSTACLES.includes("infection"),
    kind="contraindication",
    evidence=("LD-02", "LD-05"),
)
CONTRAST_ALLERGY = criterion(
    "contrast-allergy",
    "Allergy to contrast that premedication does not cover",
    OBSTACLES.includes("contrast_allergy"),
    kind="contraindication",
    evidence="LD-05",
    recalled=True,
)
COAGULOPATHY = criterion(
    "coagulopathy",
    "Coagulopathy that is not controlled",
    OBSTACLES.includes("coagulopathy"),
    kind="contraindication",
    evidence="LD-05",
    recalled=True,
)
OBSTRUCTED = criterion(
    "biliary-obstruction",
    "Bile ducts obstructed",
    BILE_DUCT_STATE.includes("obstruction"),
    kind="contraindication",
    evidence="LD-05",
)
OPENED_BILE_DUCTS = criterion(
    "opened-bile-ducts",
    "Anastomosis of bile duct and bowel, sphincterotomy or stent: risk of abscess",
    BILE_DUCT_STATE.includes_any("anastomosis", "sphincterotomy", "stent"),
    kind="caution",
    evidence=("LD-05", "DI-50"),
    note="High after embolisation; radioembolisation case by case, with antibiotics. Trials differ on it.",
)
CHILD_PUGH_C = criterion(
    "child-pugh-c",
    "Child-Pugh class C (at least 10 points)",
    CHILD_PUGH_POINTS >= 10,
    kind="contraindication",
    evidence=("LD-05", "CA-07"),
)
BILIRUBIN_ABOVE_3 = criterion(
    "bilirubin-above-3",
    "Bilirubin above 51.3 µmol/L (3 mg/dL)",
    BILIRUBIN > 51.3,
    kind="contraindication",
    evidence="LD-05",
)
_ABOVE_2 = BILIRUBIN > 34.2
BILIRUBIN_ABOVE_2 = criterion(
    "bilirubin-above-2",
    "Bilirubin above 34.2 µmol/L (2 mg/dL)",
    _ABOVE_2,
    kind="caution",
    evidence=("LD-05", "PA-20"),
)
PORTAL_VEIN_BLOCKED = criterion(
    "portal-vein-blocked",
    "Main portal vein thrombosed, without cavernous transformation",
    PORTAL_VEIN.is_("main_without_collaterals"),
    kind="contraindication",
    evidence="LD-05",
    recalled=True,
)
PORTAL_VEIN_PARTLY = criterion(
    "portal-vein-partly",
    "A segment thrombosed, or the main vein with cavernous transformation",
    PORTAL_VEIN.one_of("segmental", "main_with_collaterals"),
    kind="caution",
    evidence="LD-05",
    recalled=True,
)
LIVER_ABOVE_75 = criterion(
    "liver-above-75",
    "More than 75 % of the liver",
    LIVER_INVOLVEMENT > 75,
    kind="contraindication",
    evidence="LD-05",
    recalled=True,
)
LIVER_ABOVE_50 = criterion(
    "liver-above-50",
    "More than 50 % of the liver: systemic treatment is preferred",
    LIVER_INVOLVEMENT > 50,
    kind="caution",
    evidence=("PA-21", "LD-05"),
    recalled=True,
)
RIGHT_HEART = criterion(
    "right-heart-failure",
    "Right heart failure",
    RIGHT_HEART_FAILURE.yes,
    kind="contraindication",
    evidence="LD-05",
    recalled=True,
)
LIVER_UP_TO_70 = criterion(
    "liver-involvement", "At most 70 % of the liver", LIVER_INVOLVEMENT <= 70, evidence=("LD-02", "LD-12", "PA-21")
)
ECOG_0_TO_2 = criterion("ecog", "ECOG 0 to 2", ECOG.one_of("0", "1", "2"), evidence=("LD-02", "LD-11", "PA-18"))
PLATELETS_50 = criterion("platelets", "Platelets at least 50 × 10⁹/L", PLATELETS >= 50, evidence=("LD-02", "LD-12"))

# One list per technique -----------------------------------------------------------------------------------------------

_EMBOLISATION_ONLY = "Named as an exclusion for embolisation; no record speaks of ablation."
ABLATION = criteria(
    "ablation",
    "Ablation",
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    criterion("ecog-4", "ECOG 4: best supportive care", ECOG.is_("4"), kind="contraindication", evidence="PA-18"),
    HAS_LIVER_METASTASES,
    LIVER_DOMINATES,
    REASON,
    criterion(
        "ablatable",
        "The lesions can be reached by ablation, alone or with surgery",
        LESIONS_ABLATABLE.yes,
        evidence=("SU-61", "PA-11"),
    ),
    criterion(
        "pregnancy-caution",
        "Pregnancy established, suspected or not excluded",
        PREGNANCY.one_of("pregnant", "not_excluded"),
        kind="caution",
        evidence=("LD-02", "LD-05"),
        note=_EMBOLISATION_ONLY,
    ),
    criterion(
        "obstacles-caution",
        "Active infection, or coagulopathy that is not controlled",
        OBSTACLES.includes_any("infection", "coagulopathy"),
        kind="caution",
        evidence=("LD-02", "LD-05"),
        note=_EMBOLISATION_ONLY,
    ),
    criterion("ecog-3", "ECOG 3: an individual decision", ECOG.is_("3"), kind="caution", evidence="PA-18"),
)
EMBOLISATION = criteria(
    "embolisation",
    "Embolisation and chemoembolisation",
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    PREGNANT,
    INFECTION,
    CONTRAST_ALLERGY,
    COAGULOPATHY,
    OBSTRUCTED,
    PORTAL_VEIN_BLOCKED,
    RIGHT_HEART,
    CHILD_PUGH_C,
    BILIRUBIN_ABOVE_3,
    LIVER_ABOVE_75,
    HAS_LIVER_METASTASES,
    UNRESECTABLE,
    LIVER_DOMINATES,
    REASON,
    ECOG_0_TO_2,
    OPENED_BILE_DUCTS,
    PORTAL_VEIN_PARTLY,
    BILIRUBIN_ABOVE_2,
    LIVER_ABOVE_50,
)
RADIOEMBOLISATION = criteria(
    "radioembolisation",
    "Radioembolisation",
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    PREGNANT,
    INFECTION,
    CONTRAST_ALLERGY,
    COAGULOPATHY,
    RIGHT_HEART,
    CHILD_PUGH_C,
    all_of(
        "bilirubin-not-reversible",
        "Bilirubin above 34.2 µmol/L (2 mg/dL) without an obstruction that explains it",
        criterion(
            "bilirubin-above-2-part", "Bilirubin above 34.2 µmol/L (2 mg/dL)", _ABOVE_2, kind="part", evidence="LD-11"
        ),
        none_of(
            "no-obstruction",
            "Bile ducts not obstructed",
            criterion(
                "obstruction",
                "Bile ducts obstructed",
                BILE_DUCT_STATE.includes("obstruction"),
                kind="part",
                evidence="LD-11",
            ),
            kind="part",
        ),
        kind="contraindication",
        evidence="LD-11",
    ),
    criterion(
        "neutrophils",
        "Neutrophils below 1.5 × 10⁹/L",
        NEUTROPHILS < 1.5,
        kind="contraindication",
        evidence="LD-11",
    ),
    all_of(
        "liver-above-70",
        "More than 70 % of the liver, and its synthetic function not kept",
        criterion(
            "liver-above-70-part", "More than 70 % of the liver", LIVER_INVOLVEMENT > 70, kind="part", evidence="LD-11"
        ),
        criterion(
            "synthesis-lost",
            "Synthetic function of the liver not kept",
            SYNTHESIS_KEPT.no,
            kind="part",
            evidence="LD-11",
        ),
        kind="contraindication",
        evidence="LD-11",
    ),
    HAS_LIVER_METASTASES,
    UNRESECTABLE,
    LIVER_DOMINATES,
    REASON,
    ECOG_0_TO_2,
    criterion("lung-dose", "Lung dose of this session below 30 Gy", LUNG_DOSE < 30, evidence="LD-11"),
    criterion("lung-dose-total", "Lung dose of all sessions below 50 Gy", LUNG_DOSE_TOTAL < 50, evidence="LD-11"),
    criterion("arteries", "Liver arteries can be reached", ARTERIES_SUITABLE.yes, evidence="LD-11"),
    criterion(
        "life-expectancy",
        "Life expectancy of at least 3 months",
        LIFE_EXPECTANCY_3_MONTHS.yes,
        evidence="LD-11",
    ),
    criterion(
        "obstruction-caution",
        "Bile ducts obstructed: relieved first",
        BILE_DUCT_STATE.includes("obstruction"),
        kind="caution",
        evidence=("LD-11", "LD-05"),
        note="An exclusion for embolisation; here it only explains the bilirubin.",
    ),
    OPENED_BILE_DUCTS,
    criterion(
        "portal-vein",
        "Portal vein thrombosed: relative here",
        PORTAL_VEIN.one_of("segmental", "main_with_collaterals", "main_without_collaterals"),
        kind="caution",
        evidence=("LD-11", "LD-05"),
    ),
    LIVER_ABOVE_50,
)
RESIN_ACTIVITY = conclusion(
    "resin_activity_cut",
    first_of(
        "resin-activity",
        "Activity of resin spheres",
        (
            outcome("no activity: shunt above 20 %", outcome_id="none", evidence="LD-11"),
            criterion("shunt-above-20", "Shunt above 20 %", LUNG_SHUNT > 20, kind="part", evidence="LD-11"),
        ),
        (
            outcome("cut by 40 %: shunt above 15 %", outcome_id="cut-40", evidence="LD-11"),
            criterion("shunt-above-15", "Shunt above 15 %", LUNG_SHUNT > 15, kind="part", evidence="LD-11"),
        ),
        (
            outcome("cut by 20 %: shunt above 10 %", outcome_id="cut-20", evidence="LD-11"),
            criterion("shunt-above-10", "Shunt above 10 %", LUNG_SHUNT > 10, kind="part", evidence="LD-11"),
        ),
        (outcome("not cut: shunt up to 10 %", outcome_id="full", evidence="LD-11"), None),
        evidence="LD-11",
    ),
    label="Activity of resin spheres by lung shunt",
    evidence="LD-11",
)
