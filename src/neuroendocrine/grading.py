"""Which WHO grade has a digestive NET? Two counts decide, and the higher of the two grades counts.

Source: WHO classification of digestive tumours, 5th edition (evidence CL-01 to CL-33); carcinomas, mixed neoplasms and
tumours of lung and thymus are in tumour_type.py.
"""

from __future__ import annotations

from guideline import all_of, any_of, conclusion, criterion, first_of, none_of, outcome
from neuroendocrine.facts.pathology import DIFFERENTIATION, DIGESTIVE_SITES, KI67, MITOSES, PRIMARY_SITE, TUMOUR_TYPE

KI67_G3 = criterion("ki67-g3", "Ki-67 above 20 %", KI67 > 20, kind="part", evidence=("CL-03", "CL-12"))
MITOSES_G3 = criterion(
    "mitoses-g3", "More than 20 mitoses per 2 mm²", MITOSES > 20, kind="part", evidence=("CL-03", "CL-13")
)
KI67_G2 = criterion("ki67-g2", "Ki-67 of 3 % or more", KI67 >= 3, kind="part", evidence=("CL-02", "CL-11"))
MITOSES_G2 = criterion(
    "mitoses-g2", "2 or more mitoses per 2 mm²", MITOSES >= 2, kind="part", evidence=("CL-02", "CL-13")
)

G3 = any_of("g3", "Either count in the G3 range", KI67_G3, MITOSES_G3, kind="part", evidence=("CL-03", "CL-06"))
G2 = any_of("g2", "Either count in the G2 range", KI67_G2, MITOSES_G2, kind="part", evidence=("CL-02", "CL-06"))

WELL = criterion(
    "well-differentiated",
    "Well differentiated",
    DIFFERENTIATION.is_("well"),
    kind="part",
    evidence=("CL-29", "CL-16"),
)
DIGESTIVE = criterion(
    "digestive",
    "Primary in a digestive organ",
    PRIMARY_SITE.one_of(*DIGESTIVE_SITES),
    kind="part",
    evidence="CL-01",
)
# A count alone makes no grade: above 20 % it may as well be a carcinoma (CL-04, CL-16), and in the lung the digestive
# limits do not hold (CL-25, CL-27). Without differentiation and site the grade therefore stays unknown.
_DIGESTIVE_NET = all_of(
    "digestive-net",
    "Well differentiated, primary in a digestive organ",
    WELL,
    DIGESTIVE,
    kind="part",
    evidence=("CL-01", "CL-29"),
)
_NO_NET_GRADE = none_of(
    "no-net-grade",
    "Not a well-differentiated digestive tumour",
    _DIGESTIVE_NET,
    kind="part",
    evidence=("CL-04", "CL-27"),
)
_NOT_ALONE = none_of(
    "no-grade-alone",
    "Not a well-differentiated digestive neuroendocrine tumour",
    all_of(
        "graded-alone",
        "Neuroendocrine or mixed, well differentiated, primary in a digestive organ",
        criterion(
            "graded-type",
            "Neuroendocrine or mixed neoplasm",
            TUMOUR_TYPE.one_of("neuroendocrine", "mixed"),
            kind="part",
            evidence=("CL-32", "CL-33"),
        ),
        _DIGESTIVE_NET,
        kind="part",
        evidence=("CL-01", "CL-32"),
    ),
    kind="part",
    evidence=("CL-04", "CL-27"),
)
_NO_GRADE = outcome(
    "No digestive NET grade: a carcinoma, another tumour, or a primary elsewhere or not found",
    outcome_id="no-net-grade",
    evidence=("CL-04", "CL-27"),
)

# The higher of the two grades counts (CL-06), so the table is read from the top.
COUNT_GRADE = first_of(
    "count-grade",
    "Grade from the two counts",
    (_NO_GRADE, _NO_NET_GRADE),
    ("NET G3", G3),
    ("NET G2", G2),
    (outcome("NET G1", evidence="CL-01"), None),
    evidence="CL-06",
)

WHO_GRADE = conclusion(
    "who_grade",
    COUNT_GRADE,
    label="WHO grade of the tumour",
    enterable=True,
    hint="As the report states it; left empty, it is worked out from Ki-67 and mitoses once both are known.",
    found_in="pathology report",
    changeable=False,
    evidence="CL-06",
)

GRADE_BY_KI67 = conclusion(
    "grade_by_ki67",
    first_of(
        "grade-by-ki67",
        "Grade by Ki-67 alone",
        (_NO_GRADE, _NOT_ALONE),
        ("NET G3", KI67_G3),
        ("NET G2", KI67_G2),
        ("NET G1", None),
    ),
    label="Grade by Ki-67 alone (provisional until the mitotic count is known)",
    evidence="CL-14",
)
GRADE_BY_MITOSES = conclusion(
    "grade_by_mitoses",
    first_of(
        "grade-by-mitoses",
        "Grade by mitoses alone",
        (_NO_GRADE, _NOT_ALONE),
        ("NET G3", MITOSES_G3),
        ("NET G2", MITOSES_G2),
        ("NET G1", None),
    ),
    label="Grade by mitoses alone (provisional until Ki-67 is known)",
    evidence="CL-14",
)
