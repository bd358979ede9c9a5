"""Which published criteria for PRRT with 177Lu-DOTATATE does a case meet, by label, trial or guidance?

Sources: evidence PR-01 to PR-43 and PR-100; the lists are in neuroendocrine/prrt.py, prrt_trials.py, prrt_centre.py and
prrt_retreatment.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, notice, section, too_old_after, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    CREATININE,
    HAEMOGLOBIN,
    NEUTROPHILS,
    PLATELETS,
    PROTHROMBIN,
    PROTHROMBIN_PROLONGED,
    RED_CELLS,
    TRANSAMINASES_ULN,
    WHITE_CELLS,
)
from neuroendocrine.facts.dates import BLOOD_DAY, TODAY
from neuroendocrine.facts.history import (
    DAYS_SINCE_ANALOGUE,
    EVER_TREATED,
    LONG_ACTING_ANALOGUE,
    MONTHS_SINCE_DIAGNOSIS,
    SYMPTOMATIC,
    SYSTEMIC_OVER_1_MONTH,
    TREATED_12_WEEKS,
)
from neuroendocrine.facts.imaging import (
    COURSE,
    EXTENT,
    FDG_PET,
    RECEPTOR_IMAGING,
    RECEPTOR_IMAGING_AGE,
    RECEPTOR_SCORE,
)
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
    ECHOCARDIOGRAPHY,
    HEART_FAILURE,
    KARNOFSKY,
    LIFE_EXPECTANCY,
    PREGNANCY,
    SEVERE_CARCINOID_HEART_DISEASE,
    SEX,
    WEIGHT,
)
from neuroendocrine.facts.prrt import PRRT_BENEFIT, PRRT_COURSES
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.notices import MARROW_BEFORE_PRRT, RADIOEMBOLISATION_BEFORE_PRRT, fdg_not_done
from neuroendocrine.prrt import EU_LABEL, US_LABEL
from neuroendocrine.prrt_centre import IMPERIAL
from neuroendocrine.prrt_retreatment import RETREATMENT
from neuroendocrine.prrt_trials import IAEA_2013, NETTER_1, NETTER_2

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
        "changing a dose once treatment has begun",
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
        section(
            "imaging",
            "Imaging",
            RECEPTOR_IMAGING,
            RECEPTOR_SCORE,
            RECEPTOR_IMAGING_AGE,
            FDG_PET,
            EXTENT,
            COURSE,
        ),
        section("person", "Person", AGE, SEX, WEIGHT, KARNOFSKY, LIFE_EXPECTANCY, PREGNANCY, BREAST_FEEDING),
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
            TRANSAMINASES_ULN,
            ALBUMIN,
            PROTHROMBIN,
            PROTHROMBIN_PROLONGED,
            BLOOD_DAY,
            TODAY,
        ),
        section(
            "heart",
            "Hormones and heart",
            FUNCTION,
            HEART_FAILURE,
            SEVERE_CARCINOID_HEART_DISEASE,
            ECHOCARDIOGRAPHY,
        ),
        section(
            "history",
            "Treatment so far",
            MONTHS_SINCE_DIAGNOSIS,
            SYMPTOMATIC,
            LONG_ACTING_ANALOGUE,
            ask(DAYS_SINCE_ANALOGUE, when=LONG_ACTING_ANALOGUE.is_("running")),
            EVER_TREATED,
            ask(PRRT_COURSES, when=EVER_TREATED.includes("prrt")),
            ask(PRRT_BENEFIT, when=EVER_TREATED.includes("prrt")),
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
        (
            "imperial",
            "One centre's list (Imperial College London)",
            IMPERIAL,
            "A local protocol, shown as an example and not as a guideline.",
        ),
        (
            "retreatment",
            "Second course (Rotterdam series)",
            RETREATMENT,
            "Outside the labels. Uptake, marrow, kidney and liver by the limits of the EU label.",
        ),
    ),
    shelves=(
        too_old_after(
            28,
            HAEMOGLOBIN,
            WHITE_CELLS,
            NEUTROPHILS,
            RED_CELLS,
            PLATELETS,
            CREATININE,
            CLEARANCE,
            BILIRUBIN_ULN,
            TRANSAMINASES_ULN,
            ALBUMIN,
            PROTHROMBIN,
            PROTHROMBIN_PROLONGED,
            dated=BLOOD_DAY,
            today=TODAY,
            evidence="PR-11",
        ),
    ),
    reports=(CLEARANCE, WHO_GRADE),
    contradictions=(*PATHOLOGY_CONTRADICTIONS,),
    notices=(
        notice(
            "adult-formula",
            "Cockcroft-Gault, by which clearance is worked out here, is a formula for adults; "
            "below 18 years a measured clearance can be entered instead.",
            AGE < 18,
            evidence="CA-03",
            fact=CLEARANCE,
        ),
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
        fdg_not_done(),
        MARROW_BEFORE_PRRT,
        RADIOEMBOLISATION_BEFORE_PRRT,
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
        "dosimetry, and the activity of earlier courses added up",
        "for a second course: the 12 months that many centres use (not re-read in the source)",
    ),
)
