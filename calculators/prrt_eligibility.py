"""Which published criteria for PRRT with 177Lu-DOTATATE does a case meet, by label, trial or guidance?

Sources: evidence PR-01 to PR-43; the lists are in neuroendocrine/prrt.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    CREATININE,
    HAEMOGLOBIN,
    NEUTROPHILS,
    PLATELETS,
    PROTHROMBIN,
    RED_CELLS,
    WHITE_CELLS,
)
from neuroendocrine.facts.history import (
    DAYS_SINCE_ANALOGUE,
    EVER_TREATED,
    LONG_ACTING_ANALOGUE,
    MONTHS_SINCE_DIAGNOSIS,
    SYMPTOMATIC,
    SYSTEMIC_OVER_1_MONTH,
    TREATED_12_WEEKS,
)
from neuroendocrine.facts.imaging import COURSE, EXTENT, FDG_PET, RECEPTOR_IMAGING, RECEPTOR_SCORE
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
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
    SEX,
    WEIGHT,
)
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.prrt import EU_LABEL, IAEA_2013, NETTER_1, NETTER_2, US_LABEL

CALCULATOR = Calculator(
    id="prrt_eligibility",
    title="PRRT: who meets the published criteria?",
    intended_use=(
        "For the team that treats an adult or adolescent with a neuroendocrine tumour in whom 177Lu-DOTATATE is being "
        "considered: compares what is known with published criteria and names what is missing. The board decides."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms",
        "paraganglioma, phaeochromocytoma and other tumours outside the digestive tract",
        "a decision without a multidisciplinary board",
        "changing or repeating a dose once treatment has begun",
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
        section("imaging", "Imaging", RECEPTOR_IMAGING, RECEPTOR_SCORE, FDG_PET, EXTENT, COURSE),
        section("person", "Person", AGE, SEX, WEIGHT, KARNOFSKY, PREGNANCY, BREAST_FEEDING),
        section(
            "blood",
            "Blood",
            HAEMOGLOBIN,
            WHITE_CELLS,
            NEUTROPHILS,
            RED_CELLS,
            PLATELETS,
            CREATININE,
            CLEARANCE,
            BILIRUBIN_ULN,
            ALBUMIN,
            PROTHROMBIN,
        ),
        section("heart", "Heart", HEART_FAILURE, SEVERE_CARCINOID_HEART_DISEASE),
        section(
            "history",
            "Treatment so far",
            MONTHS_SINCE_DIAGNOSIS,
            SYMPTOMATIC,
            LONG_ACTING_ANALOGUE,
            ask(DAYS_SINCE_ANALOGUE, when=LONG_ACTING_ANALOGUE.is_("running")),
            EVER_TREATED,
            TREATED_12_WEEKS,
            SYSTEMIC_OVER_1_MONTH,
        ),
    ),
    rule=variants(
        ("eu_label", "EU label", EU_LABEL, "Progressive, unresectable or metastatic G1 and G2."),
        (
            "us_label",
            "US label and practice",
            US_LABEL,
            "The label sets no limit for grade, progression or blood counts; the limits here are those of US practice.",
        ),
        ("netter_1", "NETTER-1", NETTER_1, "Midgut, progressive on octreotide."),
        ("netter_2", "NETTER-2", NETTER_2, "First line, Ki-67 10 to 55 %."),
        ("iaea_2013", "IAEA, EANM, SNMMI 2013", IAEA_2013, "Joint practical guidance."),
    ),
    reports=(CLEARANCE, WHO_GRADE),
    contradictions=(
        contradiction(
            "poor-with-low-ki67",
            "Poorly differentiated with a Ki-67 of 20 % or less: a carcinoma (NEC) has more. "
            "Check both entries; if both stand in the report, it needs a pathology review.",
            DIFFERENTIATION.is_("poor"),
            KI67 <= 20,
            fact=KI67,
        ),
        contradiction(
            "nec-with-grade",
            "A poorly differentiated neoplasm (NEC) carries no grade number: it is high grade by definition. "
            "Remove the grade, or correct the differentiation.",
            DIFFERENTIATION.is_("poor"),
            WHO_GRADE.one_of("net-g1", "net-g2", "net-g3"),
            fact=WHO_GRADE,
        ),
        contradiction(
            "grade-1-with-ki67",
            "Grade G1 with a Ki-67 of 3 % or more: the higher of the two grades counts. Check both entries.",
            WHO_GRADE.is_("net-g1"),
            KI67 >= 3,
            fact=WHO_GRADE,
        ),
        contradiction(
            "grade-2-with-ki67",
            "Grade G2 with a Ki-67 above 20 %: the higher of the two grades counts. Check both entries.",
            WHO_GRADE.is_("net-g2"),
            KI67 > 20,
            fact=WHO_GRADE,
        ),
        contradiction(
            "grade-1-with-mitoses",
            "Grade G1 with 2 or more mitoses per 2 mm²: the higher of the two grades counts. Check both entries.",
            WHO_GRADE.is_("net-g1"),
            MITOSES >= 2,
            fact=WHO_GRADE,
        ),
        contradiction(
            "grade-2-with-mitoses",
            "Grade G2 with more than 20 mitoses per 2 mm²: the higher of the two grades counts. Check both entries.",
            WHO_GRADE.is_("net-g2"),
            MITOSES > 20,
            fact=WHO_GRADE,
        ),
    ),
    notices=(
        notice(
            "pet-score",
            "On PET the score runs about 1 higher than on planar scintigraphy for small lesions, "
            "so a PET score of 2 or 3 stands close to the limit of a criterion that was set on scintigraphy.",
            RECEPTOR_IMAGING.is_("pet"),
            RECEPTOR_SCORE >= 2,
            RECEPTOR_SCORE <= 3,
            evidence="PR-05",
            fact=RECEPTOR_SCORE,
        ),
        notice(
            "creatinine-units",
            "NETTER-1 prints its creatinine limit as 150 µmol/L and as 1.7 mg/dL, the guidance of 2013 as 1.7 mg/dL; "
            "1.7 mg/dL is 150.3 µmol/L. "
            "The limit in µmol/L is used here.",
            CREATININE > 148,
            CREATININE < 153,
            evidence=("PR-28", "CA-50"),
            fact=CREATININE,
        ),
        notice(
            "haemoglobin-units",
            "The sources print this limit as 8 g/dL, 4.9 and 5.0 mmol/L; 8 g/dL is 4.97 mmol/L. "
            "The limit in g/dL is used here.",
            HAEMOGLOBIN >= 7.85,
            HAEMOGLOBIN <= 8.1,
            evidence=("DI-28", "CA-51"),
            fact=HAEMOGLOBIN,
        ),
    ),
    not_considered=(
        "brain metastases, uncontrolled diabetes and inability to pause octreotide, which the trials excluded",
        "urinary obstruction or incontinence",
        "peritoneal or mesenteric disease with a risk of obstruction",
        "bone marrow infiltration and very large liver tumours",
        "life expectancy, wishes, other treatments that are open, access and cost",
        "dosimetry and the doses already given",
    ),
)
