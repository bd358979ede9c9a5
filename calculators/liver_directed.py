"""Ablation, embolisation or radioembolisation of liver metastases: which criteria and exclusions does a case meet?

Sources: evidence LD-01 to LD-22, PA-11, PA-20, PA-21, DI-50, DI-58; the lists are in
neuroendocrine/liver_directed.py and liver_protocols.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, none_of, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    CREATININE,
    INR,
    NEUTROPHILS,
    PLATELETS,
    WHITE_CELLS,
)
from neuroendocrine.facts.history import EVER_TREATED, SYMPTOMATIC
from neuroendocrine.facts.imaging import COURSE, EXTENT
from neuroendocrine.facts.liver import ASCITES, ENCEPHALOPATHY, LIVER_INVOLVEMENT
from neuroendocrine.facts.liver_treatment import (
    ARTERIES_SUITABLE,
    BILE_DUCT_STATE,
    BRAIN_METASTASES,
    EMBOLISATION_KIND,
    EXTRAHEPATIC_SITES,
    LESIONS_ABLATABLE,
    LIFE_EXPECTANCY_3_MONTHS,
    LIVER_DOMINANT,
    LUNG_DOSE,
    LUNG_DOSE_TOTAL,
    LUNG_SHUNT,
    MONTHS_SINCE_TREATMENT,
    OBSTACLES,
    PORTAL_VEIN,
    RADIOEMBOLISATION_EXTENT,
    RIGHT_HEART_FAILURE,
    SYNTHESIS_KEPT,
)
from neuroendocrine.facts.pathology import DIFFERENTIATION, TUMOUR_TYPE
from neuroendocrine.facts.patient import AGE, BREAST_FEEDING, ECOG, PREGNANCY, SEX, WEIGHT
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.liver_directed import ABLATION, EMBOLISATION, RADIOEMBOLISATION, RESIN_ACTIVITY
from neuroendocrine.liver_function import CHILD_PUGH_POINTS
from neuroendocrine.liver_protocols import HEPAR_PLUS, RETNET
from neuroendocrine.notices import CRISIS_PLAN

CALCULATOR = Calculator(
    id="liver_directed",
    title="Liver-directed treatment",
    intended_use=(
        "For the team that treats a well-differentiated NET with liver metastases: compares the case with published "
        "criteria and exclusions of each technique, and with two trial protocols. The board decides."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms (MiNEN)",
        "choosing between PRRT and liver-directed treatment, which no randomised trial has compared",
        "planning activity or dose",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("pathology", "Pathology", TUMOUR_TYPE, DIFFERENTIATION),
        section(
            "disease",
            "Disease",
            METASTASES,
            ask(LIVER_DOMINANT, when=METASTASES.is_("both")),
            ask(EXTRAHEPATIC_SITES, when=METASTASES.is_("both")),
            BRAIN_METASTASES,
            EXTENT,
            COURSE,
            LIVER_INVOLVEMENT,
            SYMPTOMATIC,
            FUNCTION,
        ),
        section("person", "Person", ECOG, PREGNANCY, BREAST_FEEDING, LIFE_EXPECTANCY_3_MONTHS, AGE, SEX, WEIGHT),
        section(
            "blood",
            "Blood",
            BILIRUBIN,
            BILIRUBIN_ULN,
            ALBUMIN,
            INR,
            PLATELETS,
            WHITE_CELLS,
            NEUTROPHILS,
            CREATININE,
            CLEARANCE,
        ),
        section(
            "liver",
            "Liver, bile ducts and vessels",
            ASCITES,
            ENCEPHALOPATHY,
            SYNTHESIS_KEPT,
            BILE_DUCT_STATE,
            PORTAL_VEIN,
            RIGHT_HEART_FAILURE,
            OBSTACLES,
        ),
        section("history", "Treatment so far", EVER_TREATED, MONTHS_SINCE_TREATMENT),
        section(
            "technique",
            "The technique in question",
            LESIONS_ABLATABLE,
            EMBOLISATION_KIND,
            RADIOEMBOLISATION_EXTENT,
            ARTERIES_SUITABLE,
            LUNG_DOSE,
            LUNG_DOSE_TOTAL,
            LUNG_SHUNT,
        ),
    ),
    rule=variants(
        ("embolisation", "Embolisation (TAE, TACE)", EMBOLISATION, "Guidelines and practice guidance."),
        ("retnet", "RETNET protocol", RETNET, "Randomised trial of kinds of embolisation; its results are not known."),
        ("radioembolisation", "Radioembolisation (TARE)", RADIOEMBOLISATION, "Reviews and practice."),
        ("hepar_plus", "HEPAR PLUS protocol", HEPAR_PLUS, "Holmium-166 after PRRT."),
        ("ablation", "Ablation", ABLATION, "Limits of size and number are not encoded."),
    ),
    reports=(CHILD_PUGH_POINTS, RESIN_ACTIVITY, CLEARANCE),
    notices=(
        notice(
            "whole-liver-radioembolisation",
            "Radioembolisation of the whole liver, seen over more than 2 years in 54 people with NET: cirrhosis-like "
            "change in 56.4 % (one lobe 26.7 %), ascites in 41.0 % (13.3 %), clinical decompensation in 20.5 %. "
            "Short-term series saw liver disease in 2 %.",
            RADIOEMBOLISATION_EXTENT.is_("whole_liver"),
            evidence=("LD-21", "LD-09", "DI-58"),
            fact=RADIOEMBOLISATION_EXTENT,
        ),
        notice(
            "drug-eluting-beads",
            "The arm of RETNET with drug-eluting beads was closed by its safety board because of serious events.",
            EMBOLISATION_KIND.is_("beads"),
            evidence=("LD-22", "LD-03"),
            fact=EMBOLISATION_KIND,
        ),
        notice(
            "prrt-first",
            "Where PRRT is considered too, it usually comes before radioembolisation, because earlier "
            "radioembolisation raises concern for marrow and liver.",
            RADIOEMBOLISATION_EXTENT.one_of("one_lobe", "whole_liver"),
            none_of("no-prrt-yet", "No PRRT so far", EVER_TREATED.includes("prrt"), kind="part"),
            evidence="LD-14",
            fact=EVER_TREATED,
        ),
        notice(
            "opened-bile-ducts-differ",
            "Trials part on opened bile ducts: RETNET excluded an anastomosis with the bowel, HEPAR PLUS allowed it.",
            BILE_DUCT_STATE.includes("anastomosis"),
            evidence="DI-50",
            fact=BILE_DUCT_STATE,
        ),
        CRISIS_PLAN,
    ),
    not_considered=(
        "size and number of lesions for ablation, NET G3, response rates, the weeks between PRRT and "
        "radioembolisation: recalled with moderate confidence and not re-read",
        "a proven order of bland, lipiodol and bead embolisation: none is proven",
        "dosimetry, catheter technique, anatomy of the arteries in detail",
        "kidney function for contrast, apart from the protocols that name it",
    ),
)
