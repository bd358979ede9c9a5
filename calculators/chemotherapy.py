"""Where do guidelines place each cytotoxic regimen for this tumour, and what limits drug or dose?

Sources: evidence CH-01 to CH-32, PA-03, PA-10, PA-18, PA-40, PA-43; the tables are in neuroendocrine/chemotherapy.py,
chemotherapy_carcinoma.py and chemotherapy_limits.py.
"""

from __future__ import annotations

from guideline import Calculator, none_of, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.chemotherapy import CHEMOTHERAPY
from neuroendocrine.chemotherapy_limits import ETOPOSIDE_SHARE, FLUOROPYRIMIDINE_START, TRIAL_LIMITS
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.blood import BILIRUBIN_ULN, CLEARANCE, CREATININE, HAEMOGLOBIN, NEUTROPHILS, PLATELETS
from neuroendocrine.facts.drugs import ALKALINE_PHOSPHATASE_ULN, CISPLATIN_HINDRANCES, DPD
from neuroendocrine.facts.history import EVER_TREATED, SYMPTOMATIC, SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import BULKY, COURSE, EXTENT, RAPID_GROWTH
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import AGE, ECOG, PREGNANCY, SEX, WEIGHT
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.systemic import HAD_PRRT

CALCULATOR = Calculator(
    id="chemotherapy",
    title="Chemotherapy: what is placed where",
    intended_use=(
        "For the team that treats an adult with a digestive neuroendocrine neoplasm or a carcinoma of unknown primary: "
        "shows where guidelines and trials place each regimen, and what kidney, DPD, blood and fitness do to it. "
        "The board decides."
    ),
    not_for=(
        "neuroendocrine tumours of the lung and thymus",
        "mixed neoplasms, goblet cell adenocarcinoma, paraganglioma, medullary thyroid and Merkel cell carcinoma",
        "working out a dose: body surface and carboplatin have calculators of their own",
        "deciding on treatment in pregnancy",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "pathology",
            "Pathology",
            TUMOUR_TYPE,
            PRIMARY_SITE,
            DIFFERENTIATION,
            KI67,
            WHO_GRADE,
            MITOSES,
            MITOSES_COUNTED,
            AREA_COUNTED,
        ),
        section("imaging", "Imaging", EXTENT, COURSE, RAPID_GROWTH, BULKY),
        section("history", "Treatment so far", SYSTEMIC_SO_FAR, EVER_TREATED, SYMPTOMATIC),
        section("person", "Person", ECOG, AGE, SEX, WEIGHT, PREGNANCY),
        section("limits", "Kidney, DPD, nerves", CREATININE, CLEARANCE, DPD, CISPLATIN_HINDRANCES),
        section("blood", "Blood", NEUTROPHILS, PLATELETS, HAEMOGLOBIN, BILIRUBIN_ULN, ALKALINE_PHOSPHATASE_ULN),
    ),
    rule=CHEMOTHERAPY,
    reports=(CLEARANCE, ETOPOSIDE_SHARE, FLUOROPYRIMIDINE_START, TRIAL_LIMITS),
    contradictions=PATHOLOGY_CONTRADICTIONS,
    notices=(
        notice(
            "dpd-test",
            "DPD activity was not tested. The EMA asks for a test before fluorouracil or capecitabine, several EU "
            "countries require it, the FDA says to consider it.",
            DPD.is_("not_tested"),
            evidence="CH-22",
            fact=DPD,
        ),
        notice(
            "dpd-partial",
            "Partial DPD deficiency: regimens with fluorouracil or capecitabine start lower, often at 50 %.",
            DPD.is_("partial"),
            evidence="CH-22",
            fact=DPD,
        ),
        notice(
            "prrt-later",
            "If PRRT may follow: alkylators before it raise the risk of a myeloid neoplasm, and in one series PRRT "
            "held longer without chemotherapy before it. The order is worth discussing.",
            DIFFERENTIATION.is_("well"),
            none_of("no-prrt-yet", "No PRRT yet", HAD_PRRT, kind="part"),
            evidence=("CH-27", "PA-25"),
        ),
        notice(
            "after-prrt",
            "PRRT and alkylators each raise the risk of a myeloid neoplasm.",
            EVER_TREATED.includes("prrt"),
            DIFFERENTIATION.is_("well"),
            evidence="CH-27",
        ),
        notice(
            "old-papers",
            "Many papers on chemotherapy were written before NET G3 and carcinomas were told apart: "
            "confirm differentiation before applying them.",
            WHO_GRADE.is_("net-g3"),
            evidence="CH-28",
            fact=DIFFERENTIATION,
        ),
        notice(
            "pregnancy",
            "Pregnancy, or pregnancy not excluded: the places do not take it into account. Cytotoxic drugs can harm "
            "the unborn child.",
            PREGNANCY.one_of("pregnant", "not_excluded"),
            fact=PREGNANCY,
        ),
    ),
    not_considered=(
        "a clearance limit and doses of streptozocin, chemotherapy around an operation, and immunotherapy: "
        "recalled with moderate confidence only",
        "repeating platinum, and growth factors for blood cells: no source that can be cited",
        "a cut-off for a high Ki-67 within G2: no source sets one",
        "a DPYD activity score of 0.5, MGMT, and heart disease under fluorouracil",
        "PRRT, analogues, targeted and liver-directed treatment, which may come before",
        "body surface, dose reductions during treatment, wishes, access and cost",
    ),
)
