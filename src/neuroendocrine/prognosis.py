"""Two published scores of the course: stage IV progression index, and the clinical score before PRRT.

Sources: Panzuto 2017 (evidence CA-30), Das 2021 and 2022 (PR-90 to PR-96, CA-31). Neither has a published baseline, so
neither becomes a probability, and neither is a rule of exclusion.
Not encoded: the cut-points between low, intermediate and high index, which the abstract does not give (CA-30); GI-NEC
score, NEP-Score and nomograms whose points or coefficients were not found (CA-32, CA-33, CA-34, CA-40, CA-41).
"""

from __future__ import annotations

from guideline import any_of, conclusion, criterion, derived, first_of, outcome, points
from neuroendocrine.facts.imaging import OUTSIDE_ABDOMEN, PERITONEAL
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.pathology import KI67, PRIMARY_SITE
from neuroendocrine.facts.scores import CRITICAL_BURDEN, SYMPTOM_GRADE, SYSTEMIC_BEFORE_PRRT
from neuroendocrine.formulas.scores import hazard_in_derivation, hazard_in_validation, progression_index

# Stage IV progression index (CA-30) -----------------------------------------------------------------------------------

LIVER_TERM = conclusion(
    "progression_index_liver",
    first_of(
        "progression-index-liver",
        "Liver term",
        (
            outcome("below 25 %: 0", outcome_id="below-25", evidence="CA-30"),
            criterion("index-below-25", "Liver below 25 %", LIVER_INVOLVEMENT < 25, kind="part", evidence="CA-30"),
        ),
        (
            outcome("25 to 50 %: 0.405", outcome_id="from-25-to-50", evidence="CA-30"),
            criterion("index-up-to-50", "Liver at most 50 %", LIVER_INVOLVEMENT <= 50, kind="part", evidence="CA-30"),
        ),
        (outcome("above 50 %: 0.462", outcome_id="above-50", evidence="CA-30"), None),
        evidence="CA-30",
    ),
    label="Term for the liver",
    evidence="CA-30",
)
PROGRESSION_INDEX = derived(
    "stage_iv_progression_index",
    "Stage IV progression index",
    unit="",
    inputs=(KI67, LIVER_TERM, OUTSIDE_ABDOMEN),
    formula=progression_index,
    evidence="CA-30",
    enterable=False,
    at_least=0,
    at_most=3.49,
    decimals=3,
)

# Clinical score before PRRT (PR-90 to PR-94) --------------------------------------------------------------------------

TYPE_POINTS = points(
    "prrt_score_type",
    "Points for the type of tumour (other treatments open)",
    (
        1,
        criterion(
            "not-pancreas",
            "Primary not in the pancreas",
            PRIMARY_SITE.one_of(*(each.id for each in PRIMARY_SITE.options if each.id != "pancreas")),
            kind="part",
            evidence="PR-90",
        ),
    ),
    (1, criterion("thymus", "Primary in the thymus", PRIMARY_SITE.is_("thymus"), kind="part", evidence="PR-90")),
    evidence="PR-90",
)
TREATMENT_POINTS = points(
    "prrt_score_treatment",
    "Points for earlier systemic treatment",
    (
        1,
        criterion(
            "beyond-analogue",
            "More than a somatostatin analogue",
            SYSTEMIC_BEFORE_PRRT.one_of("not_chemotherapy", "chemotherapy"),
            kind="part",
            evidence="PR-91",
        ),
    ),
    (
        1,
        criterion(
            "chemotherapy-before",
            "Chemotherapy",
            SYSTEMIC_BEFORE_PRRT.is_("chemotherapy"),
            kind="part",
            evidence="PR-91",
        ),
    ),
    evidence="PR-91",
)
SYMPTOM_POINTS = points(
    "prrt_score_symptoms",
    "Points for symptoms",
    (
        1,
        criterion(
            "any-symptoms",
            "Symptoms of any grade",
            SYMPTOM_GRADE.one_of("grade_1", "grade_2"),
            kind="part",
            evidence="PR-92",
        ),
    ),
    (
        1,
        criterion(
            "grade-2-symptoms",
            "Symptoms of grade 2 or higher",
            SYMPTOM_GRADE.is_("grade_2"),
            kind="part",
            evidence="PR-92",
        ),
    ),
    evidence="PR-92",
)
_TWO_POINT_PLACES = (
    "heart",
    "orbit",
    "brain",
    "spinal_cord",
    "ureter",
    "gastric_outlet",
    "encased_vessels",
    "airway",
    "fracture",
)
_ONE_POINT_PLACES = ("abuts_vessel", "bone_5", "bone_symptoms", "bulky_nodes")
BURDEN_POINTS = points(
    "prrt_score_burden",
    "Points for tumour in critical places",
    (
        1,
        any_of(
            "burden-1",
            "Tumour in any critical place, or liver at least 25 %",
            criterion(
                "any-place",
                "Tumour in any critical place",
                CRITICAL_BURDEN.includes_any(*_ONE_POINT_PLACES, *_TWO_POINT_PLACES),
                kind="part",
                evidence="PR-93",
            ),
            criterion("score-liver-25", "Liver at least 25 %", LIVER_INVOLVEMENT >= 25, kind="part", evidence="PR-93"),
            kind="part",
        ),
    ),
    (
        1,
        any_of(
            "burden-2",
            "Tumour in a place of 2 points, or liver at least 50 %",
            criterion(
                "two-point-place",
                "Tumour in a place of 2 points",
                CRITICAL_BURDEN.includes_any(*_TWO_POINT_PLACES),
                kind="part",
                evidence="PR-93",
            ),
            criterion("score-liver-50", "Liver at least 50 %", LIVER_INVOLVEMENT >= 50, kind="part", evidence="PR-93"),
            kind="part",
        ),
    ),
    evidence="PR-93",
)
PERITONEUM_POINTS = points(
    "prrt_score_peritoneum",
    "Points for peritoneal disease",
    (1, criterion("peritoneal", "Peritoneal carcinomatosis", PERITONEAL.yes, kind="part", evidence="PR-94")),
    evidence="PR-94",
)
PRRT_SCORE_PARTS = (TYPE_POINTS, TREATMENT_POINTS, SYMPTOM_POINTS, BURDEN_POINTS, PERITONEUM_POINTS)
PRRT_SCORE = points(
    "prrt_clinical_score",
    "Clinical score (0 to 9)",
    *(item for part in PRRT_SCORE_PARTS for item in part.items),
    evidence=("PR-95", "PR-96"),
)
DERIVATION_HAZARD = derived(
    "prrt_hazard_derivation",
    "Hazard of progression or death against a score of 0, derivation (2.0 per point, 95 % CI 1.61 to 2.48)",
    unit="",
    inputs=(PRRT_SCORE,),
    formula=hazard_in_derivation,
    evidence="CA-31",
    enterable=False,
    at_least=1,
    at_most=512,
    decimals=1,
)
VALIDATION_HAZARD = derived(
    "prrt_hazard_validation",
    "The same by the validation (2.61 per 2 points)",
    unit="",
    inputs=(PRRT_SCORE,),
    formula=hazard_in_validation,
    evidence="CA-31",
    enterable=False,
    at_least=1,
    at_most=100,
    decimals=1,
)
