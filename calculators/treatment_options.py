"""Which treatments do guidelines place first, later, in selected cases or not at all for this case?

Sources: evidence PA-01 to PA-51 and the records of each treatment; the rows are in neuroendocrine/options.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import (
    HEART_WITHOUT_SYNDROME,
    METASTATIC_WITHOUT_METASTASES,
    PATHOLOGY_CONTRADICTIONS,
)
from neuroendocrine.facts.blood import BILIRUBIN_ULN, CLEARANCE, CREATININE, HAEMOGLOBIN, PLATELETS, WHITE_CELLS
from neuroendocrine.facts.history import EVER_TREATED, SYMPTOMATIC, SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import BULKY, COURSE, EXTENT, FDG_PET, RAPID_GROWTH, RECEPTOR_SCORE
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import (
    AGE,
    BREAST_FEEDING,
    ECOG,
    PREGNANCY,
    SEVERE_CARCINOID_HEART_DISEASE,
    SEX,
    WEIGHT,
)
from neuroendocrine.facts.staging import METASTASES, REGIONAL_NODES
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY, GASTRIC_TYPE, PANCREATIC_DUCTS, PRIMARY_THREATENS_BOWEL
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME, SYNDROME_CONTROLLED
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.notices import (
    CRISIS_PLAN,
    HEART_BEFORE_SURGERY,
    MARROW_BEFORE_PRRT,
    RADIOEMBOLISATION_BEFORE_PRRT,
    fdg_not_done,
)
from neuroendocrine.options import OPTIONS_EU, OPTIONS_US

CALCULATOR = Calculator(
    id="treatment_options",
    title="Treatment options",
    intended_use=(
        "For the tumour board: shows for every treatment whether guidelines place it first, later, in selected cases "
        "or not at all in this situation, why, and what is missing. The board decides."
    ),
    not_for=(
        "choosing without a multidisciplinary board",
        "paraganglioma, medullary thyroid carcinoma, Merkel cell carcinoma and goblet cell adenocarcinoma",
        "children",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "type",
            "1 · Type and primary site",
            TUMOUR_TYPE,
            PRIMARY_SITE,
            ask(GASTRIC_TYPE, when=PRIMARY_SITE.is_("stomach")),
            PRIMARY_SIZE,
            ask(PANCREATIC_DUCTS, when=PRIMARY_SITE.is_("pancreas")),
            HEREDITARY_SYNDROME,
        ),
        section(
            "stage",
            "2 · Stage",
            EXTENT,
            METASTASES,
            ask(REGIONAL_NODES, when=PRIMARY_SITE.is_("pancreas")),
            COURSE,
            RAPID_GROWTH,
            BULKY,
        ),
        section(
            "grade",
            "3 · Differentiation and grade",
            DIFFERENTIATION,
            KI67,
            WHO_GRADE,
            MITOSES,
            MITOSES_COUNTED,
            AREA_COUNTED,
        ),
        section(
            "function", "4 · Hormones and symptoms", FUNCTION, SYNDROME_CONTROLLED, SYMPTOMATIC, PRIMARY_THREATENS_BOWEL
        ),
        section("liver", "5 · Liver", LIVER_INVOLVEMENT, BILIRUBIN_ULN),
        section(
            "health",
            "6 · General health",
            ECOG,
            FIT_FOR_SURGERY,
            SEVERE_CARCINOID_HEART_DISEASE,
            PREGNANCY,
            BREAST_FEEDING,
            PLATELETS,
            HAEMOGLOBIN,
            WHITE_CELLS,
            CLEARANCE,
            CREATININE,
            AGE,
            SEX,
            WEIGHT,
        ),
        section("receptors", "Receptors", RECEPTOR_SCORE, FDG_PET),
        section("before", "Treatment so far", SYSTEMIC_SO_FAR, EVER_TREATED),
    ),
    rule=variants(
        ("eu", "Europe", OPTIONS_EU, "Guidelines of ENETS and ESMO, EU labels."),
        ("us", "United States", OPTIONS_US, "The same guidelines where they agree, US labels."),
    ),
    reports=(WHO_GRADE, CLEARANCE),
    contradictions=(
        *PATHOLOGY_CONTRADICTIONS,
        METASTATIC_WITHOUT_METASTASES,
        HEART_WITHOUT_SYNDROME,
    ),
    notices=(
        notice(
            "no-platinum-default",
            "Platinum is standard for carcinomas (NEC), not for well-differentiated tumours, whatever their grade.",
            DIFFERENTIATION.is_("well"),
            evidence=("DI-05", "CH-02"),
        ),
        notice(
            "chemotherapy-before-prrt",
            "In one retrospective series PRRT held for longer when no chemotherapy had come before it.",
            SYSTEMIC_SO_FAR.includes_any("temozolomide", "streptozocin", "oxaliplatin", "irinotecan", "platinum"),
            evidence="PA-25",
            fact=SYSTEMIC_SO_FAR,
        ),
        notice(
            "pregnancy",
            "Pregnancy, or pregnancy not excluded: only the places of PRRT, belzutifan and liver-directed treatment "
            "take it into account. Cytotoxic and targeted drugs can harm the unborn child.",
            PREGNANCY.one_of("pregnant", "not_excluded"),
            evidence=("PR-32", "TA-14", "LD-02"),
            fact=PREGNANCY,
        ),
        notice(
            "below-18",
            "Below 18 years: the rows are made for adults. Labels of PRRT: EU adults, US from 12 years on.",
            AGE < 18,
            evidence="PR-20",
            fact=AGE,
        ),
        notice(
            "kidney-and-etoposide",
            "Clearance below 15 mL/min: no data for etoposide, so platinum with etoposide is contraindicated.",
            DIFFERENTIATION.is_("poor"),
            CLEARANCE < 15,
            evidence="CH-20",
            fact=CLEARANCE,
        ),
        fdg_not_done(EXTENT.one_of("unresectable", "metastatic")),
        MARROW_BEFORE_PRRT,
        RADIOEMBOLISATION_BEFORE_PRRT,
        notice(
            "heart-and-embolisation",
            "Severe carcinoid heart disease: right heart failure contraindicates embolisation of the liver.",
            SEVERE_CARCINOID_HEART_DISEASE.yes,
            METASTASES.one_of("liver", "both"),
            evidence="LD-05",
            fact=SEVERE_CARCINOID_HEART_DISEASE,
        ),
        HEART_BEFORE_SURGERY,
        CRISIS_PLAN,
    ),
    not_considered=(
        "wishes, life expectancy, access, cost and trials that are open",
        "interferon, immunotherapy, surufatinib: see targeted therapy",
        "how a treatment is given: each has a calculator of its own",
        "PRRT for tumours of the lung and the thymus, and analogues against growth in the thymus, for which no record "
        "here is strong enough",
        "what speaks against one treatment, such as allergy, DPD activity, bleeding, an operation, long QT, other "
        "drugs, opened bile ducts or a closed portal vein: the calculators of the single treatments ask for it",
    ),
)
