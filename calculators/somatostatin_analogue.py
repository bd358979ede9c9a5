"""Where do guidelines place a somatostatin analogue for this tumour, and is that within the EU or the US label?

Sources: evidence SS-01 to SS-31, SY-01, SY-32 to SY-35, PA-06, PA-22, PA-46, PA-49, DI-07; the tables are in
neuroendocrine/analogues.py and analogue_labels.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.analogue_labels import ANALOGUES, ANALOGUES_EU, ANALOGUES_US
from neuroendocrine.analogues import LAR_START
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.drugs import (
    ANALOGUE_ALLERGY,
    DIALYSIS_OR_CIRRHOSIS,
    FATTY_STOOLS,
    GALLBLADDER,
    HEART_CONDITIONS,
    INTERACTING_DRUGS,
)
from neuroendocrine.facts.history import LONG_ACTING_ANALOGUE, SYMPTOMATIC, SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import COURSE, EXTENT, RAPID_GROWTH, RECEPTOR_SCORE
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import BREAST_FEEDING, PREGNANCY
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE

CALCULATOR = Calculator(
    id="somatostatin_analogue",
    title="Somatostatin analogue: what is placed where",
    intended_use=(
        "For the team that treats an adult with a neuroendocrine tumour: shows where guidelines place octreotide and "
        "lanreotide against growth and against a hormone syndrome, whether the EU and US labels cover that, and what "
        "to watch. The board decides."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms",
        "acromegaly, whose dose rules differ",
        "carcinoid crisis and operations: a plan of the anaesthetist and the centre",
        "pasireotide, which is not licensed for neuroendocrine tumours",
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
        section("imaging", "Imaging", RECEPTOR_SCORE, EXTENT, COURSE, RAPID_GROWTH),
        section(
            "hormones", "Hormones and treatment so far", FUNCTION, SYMPTOMATIC, LONG_ACTING_ANALOGUE, SYSTEMIC_SO_FAR
        ),
        section(
            "cautions",
            "Before the drug",
            ANALOGUE_ALLERGY,
            DIALYSIS_OR_CIRRHOSIS,
            GALLBLADDER,
            HEART_CONDITIONS,
            INTERACTING_DRUGS,
            FATTY_STOOLS,
            PREGNANCY,
            BREAST_FEEDING,
        ),
    ),
    rule=variants(
        ("guidelines", "ESMO and ENETS", ANALOGUES, "Guideline wording is mostly not re-read in the source."),
        ("eu_label", "EU label", ANALOGUES_EU, "Indications not re-read in the source."),
        ("us_label", "US label", ANALOGUES_US, "Octreotide LAR has no indication against growth."),
    ),
    reports=(LAR_START,),
    contradictions=PATHOLOGY_CONTRADICTIONS,
    notices=(
        notice(
            "insulinoma",
            "Insulinoma: an analogue can worsen hypoglycaemia. A test dose is tried in hospital first.",
            FUNCTION.is_("insulinoma"),
            evidence=("SS-16", "SS-01", "DI-07"),
            fact=FUNCTION,
        ),
        notice(
            "gallstones",
            "Stones or sludge: analogues slow the gallbladder. It is looked at from time to time.",
            GALLBLADDER.is_("stones"),
            evidence="SS-15",
            fact=GALLBLADDER,
        ),
        notice(
            "gallstones-complicated",
            "Gallstones with complications: the labels stop the drug when complications occur.",
            GALLBLADDER.is_("complicated"),
            evidence="SS-15",
            fact=GALLBLADDER,
        ),
        notice(
            "glucose",
            "Blood glucose can fall or rise: it is measured at the start and at each change of dose, and drugs against "
            "diabetes are adjusted.",
            INTERACTING_DRUGS.includes("antidiabetic"),
            evidence="SS-16",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "heart",
            "Analogues can slow the heart, disturb its conduction and prolong the QT interval.",
            HEART_CONDITIONS.includes_any("bradycardia", "conduction", "long_qt"),
            evidence="SS-17",
            fact=HEART_CONDITIONS,
        ),
        notice(
            "slowing-drugs",
            "The labels ask for care with beta-blockers, calcium-channel blockers and other drugs that slow the heart.",
            INTERACTING_DRUGS.includes_any("beta_blocker", "calcium_blocker", "slowing"),
            evidence="SS-17",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "qt-drugs",
            "A drug that prolongs the QT interval is taken; analogues can prolong it too.",
            INTERACTING_DRUGS.includes("qt"),
            evidence="SS-17",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "ciclosporin",
            "Analogues lower the level of ciclosporin.",
            INTERACTING_DRUGS.includes("ciclosporin"),
            evidence="SS-21",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "bromocriptine",
            "Analogues raise the level of bromocriptine.",
            INTERACTING_DRUGS.includes("bromocriptine"),
            evidence="SS-21",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "quinidine",
            "Analogues can change the levels of quinidine, terfenadine and other drugs broken down by CYP enzymes.",
            INTERACTING_DRUGS.includes("quinidine"),
            evidence="SS-21",
            fact=INTERACTING_DRUGS,
        ),
        notice(
            "fatty-stools",
            "Fatty stools: exocrine insufficiency of the pancreas is looked for; vitamin B12 and fat-soluble vitamins "
            "can fall too.",
            FATTY_STOOLS.yes,
            evidence=("SS-19", "SS-20"),
            fact=FATTY_STOOLS,
        ),
        notice(
            "pregnancy",
            "Pregnancy: data are limited.",
            PREGNANCY.one_of("pregnant", "not_excluded"),
            evidence="SS-31",
            fact=PREGNANCY,
        ),
        notice(
            "breast-feeding",
            "The US label of lanreotide advises against breast-feeding during treatment and for 6 months after it.",
            BREAST_FEEDING.yes,
            evidence="SS-31",
            fact=BREAST_FEEDING,
        ),
    ),
    not_considered=(
        "lanreotide every 14 days against growth, pasireotide, somatostatinoma, ectopic ACTH, control of a syndrome "
        "without receptors on imaging: recalled with moderate confidence only",
        "the EU text of lanreotide against symptoms: not in the register",
        "PRRT, telotristat, proton-pump inhibitors, diazoxide and operations, which can come first",
        "thyroid function and vitamin B12, which the labels ask to monitor in everybody",
        "technique of injection, wishes, access and cost",
    ),
)
