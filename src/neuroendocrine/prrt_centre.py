"""Who meets the working list of one hospital for PRRT? A local protocol, shown as an example and not as a guideline.

Source: Imperial College London (evidence PR-41). The list names no limit of grade, extent or growth. What all lists ask
in the same way (type of tumour, differentiation, mismatch with FDG, pause of the analogue) is asked here too.
"""

from __future__ import annotations

from guideline import all_of, any_of, criteria, criterion, none_of
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    HAEMOGLOBIN,
    PLATELETS,
    PROTHROMBIN_PROLONGED,
    TRANSAMINASES_ULN,
    WHITE_CELLS,
)
from neuroendocrine.facts.dates import BLOOD_AGE
from neuroendocrine.facts.imaging import RECEPTOR_IMAGING_AGE, RECEPTOR_SCORE
from neuroendocrine.facts.patient import (
    ECHOCARDIOGRAPHY,
    HEART_FAILURE,
    LIFE_EXPECTANCY,
    SEVERE_CARCINOID_HEART_DISEASE,
)
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.prrt import (
    ANALOGUE_PAUSED,
    BREAST_FED,
    NEUROENDOCRINE,
    NO_MISMATCH,
    PREGNANT,
    RESECTION_FIRST,
    WELL,
)

IMPERIAL = criteria(
    "prrt-imperial",
    "Working list of one centre (Imperial College London)",
    PREGNANT,
    BREAST_FED,
    criterion(
        "clearance-low",
        "Creatinine clearance below 40 mL/min",
        CLEARANCE < 40,
        kind="contraindication",
        evidence=("PR-41", "DI-27"),
        note="The list writes creatinine clearance and eGFR side by side.",
    ),
    criterion(
        "haemoglobin-low", "Haemoglobin below 8 g/dL", HAEMOGLOBIN < 8, kind="contraindication", evidence="PR-41"
    ),
    criterion(
        "white-cells-low", "White cells below 2 × 10⁹/L", WHITE_CELLS < 2, kind="contraindication", evidence="PR-41"
    ),
    criterion("platelets-low", "Platelets below 75 × 10⁹/L", PLATELETS < 75, kind="contraindication", evidence="PR-41"),
    criterion(
        "bilirubin-high", "Bilirubin above 3 × ULN", BILIRUBIN_ULN > 3, kind="contraindication", evidence="PR-41"
    ),
    criterion(
        "transaminases-high",
        "ALT or AST above 3 × ULN",
        TRANSAMINASES_ULN > 3,
        kind="contraindication",
        evidence="PR-41",
    ),
    all_of(
        "albumin",
        "Albumin below 30 g/L with a prolonged prothrombin time",
        criterion("albumin-low", "Albumin below 30 g/L", ALBUMIN < 30, kind="part", evidence="PR-41"),
        criterion(
            "prothrombin-prolonged",
            "Prothrombin time prolonged",
            PROTHROMBIN_PROLONGED.yes,
            kind="part",
            evidence="PR-41",
        ),
        kind="contraindication",
        evidence="PR-41",
    ),
    any_of(
        "heart",
        "Severe cardiac impairment; here NYHA III or IV, or severe carcinoid heart disease, as the list defines none",
        criterion(
            "heart-failure",
            "Heart failure NYHA III or IV",
            HEART_FAILURE.one_of("iii", "iv"),
            kind="part",
            evidence="PR-41",
        ),
        criterion(
            "carcinoid-heart",
            "Severe carcinoid heart disease",
            SEVERE_CARCINOID_HEART_DISEASE.yes,
            kind="part",
            evidence="PR-41",
        ),
        kind="contraindication",
        evidence="PR-41",
    ),
    NEUROENDOCRINE,
    WELL,
    criterion(
        "receptor-uptake",
        "Receptor uptake at least that of liver (score 2 or more)",
        RECEPTOR_SCORE >= 2,
        evidence=("PR-41", "PR-23"),
    ),
    criterion(
        "imaging-recent",
        "Receptor imaging at most 6 months old",
        RECEPTOR_IMAGING_AGE <= 6,
        evidence="PR-41",
    ),
    NO_MISMATCH,
    criterion(
        "life-expectancy",
        "Life expectancy of at least 3 months",
        LIFE_EXPECTANCY.one_of("3_to_6_months", "above_6_months"),
        evidence="PR-41",
    ),
    criterion(
        "life-expectancy-short",
        "Life expectancy of 3 to 6 months: the list writes at least 3 to 6 months",
        LIFE_EXPECTANCY.is_("3_to_6_months"),
        kind="caution",
        evidence="PR-41",
    ),
    any_of(
        "echocardiography",
        "Echocardiography when there is a carcinoid syndrome",
        criterion(
            "echocardiography-done", "Echocardiography done", ECHOCARDIOGRAPHY.yes, kind="part", evidence="PR-41"
        ),
        none_of(
            "no-carcinoid-syndrome",
            "No carcinoid syndrome",
            criterion(
                "carcinoid-syndrome", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), kind="part", evidence="PR-41"
            ),
            kind="part",
            evidence="PR-41",
        ),
        evidence="PR-41",
    ),
    RESECTION_FIRST,
    ANALOGUE_PAUSED,
    criterion("tests-recent", "Blood tests at most 14 days old", BLOOD_AGE <= 14, kind="preferred", evidence="PR-41"),
)
