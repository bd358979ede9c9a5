"""How well does the liver work? Child-Pugh points and class, ALBI score and grade.

Sources: Pugh 1973 (evidence CA-07), Johnson 2015 (CA-08), conversion of bilirubin (CA-52). Both were made for liver
disease and liver cancer; with metastases of a NET they are for orientation.
"""

from __future__ import annotations

from guideline import criterion, derived, first_of, outcome, points
from neuroendocrine.facts.blood import ALBUMIN, BILIRUBIN, INR
from neuroendocrine.facts.liver import ASCITES, ENCEPHALOPATHY
from neuroendocrine.formulas.liver import albi_score

_BILIRUBIN_2 = criterion(
    "bilirubin-2",
    "Bilirubin at least 34.2 µmol/L (2 mg/dL)",
    BILIRUBIN >= 34.2,
    kind="part",
    evidence=("CA-07", "CA-52"),
)
_BILIRUBIN_3 = criterion(
    "bilirubin-3",
    "Bilirubin above 51.3 µmol/L (3 mg/dL)",
    BILIRUBIN > 51.3,
    kind="part",
    evidence=("CA-07", "CA-52"),
)
_ALBUMIN_35 = criterion("albumin-35", "Albumin at most 35 g/L", ALBUMIN <= 35, kind="part", evidence="CA-07")
_ALBUMIN_28 = criterion("albumin-28", "Albumin below 28 g/L", ALBUMIN < 28, kind="part", evidence="CA-07")
_INR_17 = criterion("inr-17", "INR at least 1.7", INR >= 1.7, kind="part", evidence="CA-07")
_INR_23 = criterion("inr-23", "INR above 2.3", INR > 2.3, kind="part", evidence="CA-07")
_ASCITES = criterion("ascites", "Ascites", ASCITES.one_of("mild", "moderate"), kind="part", evidence="CA-07")
_MUCH_ASCITES = criterion(
    "ascites-moderate", "Ascites, moderate or more", ASCITES.is_("moderate"), kind="part", evidence="CA-07"
)
_CONFUSED = criterion(
    "encephalopathy",
    "Hepatic encephalopathy",
    ENCEPHALOPATHY.one_of("grade_1_2", "grade_3_4"),
    kind="part",
    evidence="CA-07",
)
_VERY_CONFUSED = criterion(
    "encephalopathy-3",
    "Hepatic encephalopathy, grade 3 or 4",
    ENCEPHALOPATHY.is_("grade_3_4"),
    kind="part",
    evidence="CA-07",
)

BILIRUBIN_POINTS = points(
    "child_pugh_bilirubin",
    "Points for bilirubin",
    (1, _BILIRUBIN_2),
    (1, _BILIRUBIN_3),
    start=1,
    evidence=("CA-07", "CA-52"),
)
ALBUMIN_POINTS = points(
    "child_pugh_albumin", "Points for albumin", (1, _ALBUMIN_35), (1, _ALBUMIN_28), start=1, evidence="CA-07"
)
INR_POINTS = points("child_pugh_inr", "Points for INR", (1, _INR_17), (1, _INR_23), start=1, evidence="CA-07")
ASCITES_POINTS = points(
    "child_pugh_ascites", "Points for ascites", (1, _ASCITES), (1, _MUCH_ASCITES), start=1, evidence="CA-07"
)
ENCEPHALOPATHY_POINTS = points(
    "child_pugh_encephalopathy",
    "Points for encephalopathy",
    (1, _CONFUSED),
    (1, _VERY_CONFUSED),
    start=1,
    evidence="CA-07",
)
_PARTS = (BILIRUBIN_POINTS, ALBUMIN_POINTS, INR_POINTS, ASCITES_POINTS, ENCEPHALOPATHY_POINTS)
CHILD_PUGH_POINTS = points(
    "child_pugh_points",
    "Child-Pugh points",
    *(item for part in _PARTS for item in part.items),
    start=sum(part.start for part in _PARTS),
    evidence="CA-07",
)

CHILD_PUGH_A = criterion("child-pugh-a", "At most 6 points", CHILD_PUGH_POINTS <= 6, kind="part", evidence="CA-07")
CHILD_PUGH_B = criterion("child-pugh-b", "At most 9 points", CHILD_PUGH_POINTS <= 9, kind="part", evidence="CA-07")
CHILD_PUGH_CLASS = first_of(
    "child-pugh-class",
    "Child-Pugh class",
    (outcome("Child-Pugh class A", outcome_id="a", note="5 or 6 points.", evidence="CA-07"), CHILD_PUGH_A),
    (outcome("Child-Pugh class B", outcome_id="b", note="7 to 9 points.", evidence="CA-07"), CHILD_PUGH_B),
    (outcome("Child-Pugh class C", outcome_id="c", note="10 to 15 points.", evidence="CA-07"), None),
    evidence="CA-07",
)

ALBI = derived(
    "albi_score",
    "ALBI score",
    unit="",
    inputs=(BILIRUBIN, ALBUMIN),
    formula=albi_score,
    evidence="CA-08",
    at_least=-9,
    at_most=3,
    plausible=(-5, 1),
    reason="no bilirubin and albumin lead to a score outside −9 to 3",
    decimals=2,
    close=0.05,
    hint="Leave empty to have it worked out from bilirubin and albumin.",
    found_in="laboratory or clinic letter",
)
ALBI_1 = criterion("albi-1", "ALBI score at most −2.60", ALBI <= -2.6, kind="part", evidence="CA-08")
ALBI_2 = criterion("albi-2", "ALBI score at most −1.39", ALBI <= -1.39, kind="part", evidence="CA-08")
ALBI_GRADE = first_of(
    "albi-grade",
    "ALBI grade",
    (outcome("ALBI grade 1", outcome_id="grade-1", evidence="CA-08"), ALBI_1),
    (outcome("ALBI grade 2", outcome_id="grade-2", evidence="CA-08"), ALBI_2),
    (outcome("ALBI grade 3", outcome_id="grade-3", evidence="CA-08"), None),
    evidence="CA-08",
)
