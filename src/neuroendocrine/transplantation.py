"""Which Milan criteria for transplantation of the liver does a case meet, those of 2007 or the later ones?

Source: Mazzaferro 2007 and 2016, and what authors name as unfavourable (evidence SU-71, SU-73, DI-39, PA-13).
Not encoded: criteria of other registries or countries, such as UNOS in the United States: no record holds them.
"""

from __future__ import annotations

from guideline import criteria, criterion
from neuroendocrine.cytoreduction import HEART_UNCORRECTED
from neuroendocrine.facts.imaging import COURSE, EXTENT
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.liver_treatment import MONTHS_STABLE, PORTAL_DRAINAGE, PRIMARY_REMOVED
from neuroendocrine.facts.pathology import KI67, PRIMARY_SITE
from neuroendocrine.facts.patient import AGE
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.scope import NOT_ANOTHER_TUMOUR, NOT_NEC

LOW_GRADE = criterion(
    "low-grade",
    "Low grade: NET G1 or G2",
    WHO_GRADE.one_of("net-g1", "net-g2"),
    evidence=("SU-71", "PA-13"),
)
KI67_FROM_10 = criterion(
    "ki67",
    "Ki-67 at least 10 %: outside the stricter reading of low grade",
    KI67 >= 10,
    kind="caution",
    evidence=("SU-71", "SU-73"),
    note="Sources read low grade as Ki-67 below 10 % or as G1 and G2: the policy of the centre decides.",
)
LIVER_ONLY = criterion(
    "liver-only", "Metastases in the liver only", METASTASES.is_("liver"), evidence=("SU-71", "PA-13")
)
UNRESECTABLE = criterion("unresectable", "Metastatic, not resectable", EXTENT.is_("metastatic"), evidence="PA-13")
PORTAL = criterion("portal-drainage", "Primary drained by the portal vein", PORTAL_DRAINAGE.yes, evidence="SU-71")
REMOVED = criterion(
    "primary-removed",
    "Primary removed with curative intent, in an operation of its own",
    PRIMARY_REMOVED.yes,
    evidence="SU-71",
)
LIVER_HALF = criterion(
    "liver-involvement", "At most 50 % of the liver", LIVER_INVOLVEMENT <= 50, evidence=("SU-71", "LD-19")
)
STABLE = criterion("course", "Stable or shrinking", COURSE.one_of("stable", "responding"), evidence="SU-71")
STABLE_6_MONTHS = criterion(
    "months-stable", "At least 6 months without progression", MONTHS_STABLE >= 6, evidence="SU-71"
)
PANCREATIC = criterion(
    "pancreatic",
    "Primary in the pancreas: unfavourable in reviews",
    PRIMARY_SITE.is_("pancreas"),
    kind="caution",
    evidence="SU-73",
)
AGE_55 = criterion("age", "Age at most 55 years", AGE <= 55, evidence=("SU-71", "DI-39"))
AGE_60 = criterion("age", "Age at most 60 years", AGE <= 60, evidence=("SU-71", "DI-39"))

_COMMON = (
    NOT_NEC,
    NOT_ANOTHER_TUMOUR,
    HEART_UNCORRECTED,
    LOW_GRADE,
    UNRESECTABLE,
    LIVER_ONLY,
    PORTAL,
    REMOVED,
    LIVER_HALF,
    STABLE,
    STABLE_6_MONTHS,
)
MILAN_2007 = criteria("milan-2007", "Milan criteria, 2007", *_COMMON, AGE_55, KI67_FROM_10, PANCREATIC)
MILAN_LATER = criteria("milan-later", "Milan criteria, later version", *_COMMON, AGE_60, KI67_FROM_10, PANCREATIC)
