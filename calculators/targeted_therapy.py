"""Where do labels and trials place everolimus, sunitinib, cabozantinib, surufatinib and belzutifan, by region?

Sources: evidence TA-01 to TA-19, PA-06 to PA-09, PA-43, PA-47, PA-49, DI-53, DI-54; the tables are in
neuroendocrine/targeted.py and targeted_regions.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.drugs import (
    CONDITIONS,
    HEART_CONDITIONS,
    HEPATIC_IMPAIRMENT,
    INTERACTING_DRUGS,
    NEEDS_SURGERY_NOW,
)
from neuroendocrine.facts.history import EVER_TREATED, SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import BULKY, COURSE, EXTENT, RAPID_GROWTH, RECEPTOR_SCORE
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import AGE, ECOG, PREGNANCY
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.systemic import PANCREAS, RAPID_OR_BULKY
from neuroendocrine.targeted import CABOZANTINIB_DOSE, CHILD_PUGH_C, EVEROLIMUS_DOSE
from neuroendocrine.targeted_regions import TARGETED_CHINA, TARGETED_EU, TARGETED_US

CALCULATOR = Calculator(
    id="targeted_therapy",
    title="Targeted therapy: what is placed where",
    intended_use=(
        "For the team that treats a person with a neuroendocrine tumour: shows where labels and trials place five "
        "targeted drugs by region, line, site and condition, and the dose by liver function. The board decides."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms",
        "paraganglioma and phaeochromocytoma, for which belzutifan has a US label of its own",
        "changing a dose for side effects",
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
            HEREDITARY_SYNDROME,
        ),
        section("imaging", "Imaging", EXTENT, COURSE, RAPID_GROWTH, BULKY, RECEPTOR_SCORE, NEEDS_SURGERY_NOW),
        section("history", "Hormones and treatment so far", FUNCTION, SYSTEMIC_SO_FAR, EVER_TREATED),
        section(
            "person",
            "Person",
            AGE,
            ECOG,
            PREGNANCY,
            HEPATIC_IMPAIRMENT,
            CONDITIONS,
            HEART_CONDITIONS,
            INTERACTING_DRUGS,
        ),
    ),
    rule=variants(
        ("eu", "European Union", TARGETED_EU, "Cabozantinib after a systemic treatment other than an analogue."),
        ("us", "United States", TARGETED_US, "Cabozantinib once previously treated; belzutifan in VHL disease."),
        (
            "china",
            "China",
            TARGETED_CHINA,
            "Surufatinib. No other Chinese label is in the register: everolimus and sunitinib stand by their trials.",
        ),
    ),
    reports=(EVEROLIMUS_DOSE, CABOZANTINIB_DOSE),
    contradictions=PATHOLOGY_CONTRADICTIONS,
    notices=(
        notice(
            "little-shrinkage",
            "These drugs hold growth more than they shrink: response 2–12 % with everolimus, 9 % with sunitinib, "
            "5–18 % with cabozantinib. Where shrinkage is wanted, alkylators (about 30–40 %) or PRRT (18–43 %) come "
            "into view.",
            RAPID_OR_BULKY,
            evidence="TA-16",
        ),
        notice(
            "g3",
            "NET G3: the trials of sunitinib, of everolimus in the pancreas and of surufatinib were in G1 and G2.",
            WHO_GRADE.is_("net-g3"),
            evidence=("TA-02", "TA-06", "TA-11"),
            fact=WHO_GRADE,
        ),
        notice(
            "sunitinib-insulinoma",
            "Insulinoma: sunitinib can lower blood glucose further.",
            FUNCTION.is_("insulinoma"),
            evidence="TA-07",
            fact=FUNCTION,
        ),
        notice(
            "blood-pressure",
            "High blood pressure that is not under control: a caution for sunitinib and cabozantinib.",
            CONDITIONS.includes("hypertension"),
            evidence=("TA-07", "TA-10"),
            fact=CONDITIONS,
        ),
        notice(
            "bleeding",
            "Bleeding: a caution for sunitinib and cabozantinib.",
            CONDITIONS.includes("bleeding"),
            evidence=("TA-07", "TA-10"),
            fact=CONDITIONS,
        ),
        notice(
            "cabozantinib-cautions",
            "Perforation or fistula, thrombosis, or osteonecrosis of the jaw: a caution for cabozantinib.",
            CONDITIONS.includes_any("perforation", "thrombosis", "jaw"),
            evidence="TA-10",
            fact=CONDITIONS,
        ),
        notice(
            "belzutifan-hypoxia",
            "Low oxygen: a caution for belzutifan, which can lower it further.",
            CONDITIONS.includes("hypoxia"),
            evidence="TA-14",
            fact=CONDITIONS,
        ),
        notice(
            "sunitinib-heart",
            "Weak heart muscle or a prolonged QT interval: a caution for sunitinib.",
            HEART_CONDITIONS.includes_any("weak_muscle", "long_qt"),
            evidence="TA-07",
            fact=HEART_CONDITIONS,
        ),
        notice(
            "cyp3a4",
            "Strong inhibitors or inducers of CYP3A4 change the levels of everolimus and cabozantinib.",
            INTERACTING_DRUGS.includes("cyp3a4"),
            evidence=("TA-05", "TA-10"),
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "p-glycoprotein",
            "Inhibitors of P-glycoprotein change the level of everolimus.",
            INTERACTING_DRUGS.includes("p_glycoprotein"),
            evidence="TA-05",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "severe-liver",
            "Child-Pugh C: everolimus 2.5 mg only if the benefit outweighs; liver failure is a caution for sunitinib.",
            CHILD_PUGH_C,
            evidence=("TA-05", "TA-07"),
            fact=HEPATIC_IMPAIRMENT,
        ),
        notice(
            "seqtor",
            "SEQTOR in pancreatic NET: everolimus first or chemotherapy first made no difference in survival; "
            "chemotherapy shrank more.",
            PANCREAS,
            COURSE.is_("progressive"),
            evidence="CH-11",
        ),
        notice(
            "pregnancy",
            "Pregnancy, or pregnancy not excluded: the places do not take it into account, except for belzutifan. "
            "These drugs can harm the unborn child.",
            PREGNANCY.one_of("pregnant", "not_excluded"),
            evidence="TA-14",
            fact=PREGNANCY,
        ),
    ),
    not_considered=(
        "interferon and immunotherapy, and 40 mg of cabozantinib for children below 40 kg: recalled with moderate "
        "confidence only",
        "sunitinib and surufatinib by liver function, and cabozantinib with Child-Pugh C: no dose in the records",
        "labels of countries other than the three",
        "PRRT, analogues, chemotherapy and liver-directed treatment, which can come first",
        "dose changes for side effects, wishes, access and cost",
    ),
)
