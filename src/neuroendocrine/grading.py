"""Which WHO grade or type is it? Two counts decide a digestive NET, morphology a carcinoma, necrosis a lung carcinoid.

Source: WHO classification of digestive tumours and of thoracic tumours, 5th edition (evidence CL-01 to CL-33).
Not encoded: molecular markers (CL-18), which help a pathologist to tell NET G3 from NEC and have no cut-off; the
Ki-67 bands of lung carcinoids (CL-25), which are indicative and not part of the criteria.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, conclusion, criterion, first_of, none_of, outcome
from neuroendocrine.facts.pathology import (
    CELL_TYPE,
    DIFFERENTIATION,
    DIGESTIVE_SITES,
    KI67,
    MITOSES,
    NECROSIS,
    NEUROENDOCRINE_PART,
    OTHER_PART,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    THORACIC_SITES,
    TUMOUR_TYPE,
)

if TYPE_CHECKING:
    from guideline.rules import Criterion
    from guideline.tables import Outcome

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

_WELL = criterion(
    "well-differentiated",
    "Well differentiated",
    DIFFERENTIATION.is_("well"),
    kind="part",
    evidence=("CL-29", "CL-16"),
)
_POOR = criterion(
    "poorly-differentiated",
    "Poorly differentiated",
    DIFFERENTIATION.is_("poor"),
    kind="part",
    evidence=("CL-04", "CL-16"),
)
_MIXED = criterion("mixed", "Mixed neoplasm", TUMOUR_TYPE.is_("mixed"), kind="part", evidence="CL-05")
_THORACIC = criterion(
    "thoracic",
    "Primary in the lung or thymus",
    PRIMARY_SITE.one_of(*THORACIC_SITES),
    kind="part",
    evidence="CL-27",
)
_DIGESTIVE = criterion(
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
    _WELL,
    _DIGESTIVE,
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

_NEC_COUNTS = any_of(
    "nec-counts", "A count in the range of a carcinoma", KI67_G3, MITOSES_G3, kind="part", evidence="CL-04"
)
_TEN_MITOSES = criterion(
    "mitoses-thoracic-high",
    "More than 10 mitoses per 2 mm²",
    MITOSES > 10,
    kind="part",
    evidence=("CL-23", "CL-24", "DI-46"),
)

_BOTH_PARTS = all_of(
    "both-parts",
    "Each component at least 30 % of the tumour",
    criterion(
        "neuroendocrine-part",
        "Neuroendocrine part at least 30 %",
        NEUROENDOCRINE_PART >= 30,
        kind="part",
        evidence="CL-05",
    ),
    criterion(
        "other-part",
        "Other part at least 30 %",
        OTHER_PART >= 30,
        kind="part",
        evidence="CL-05",
    ),
    kind="part",
    evidence="CL-05",
)


def _other(outcome_text: str, option_id: str, record: str) -> tuple[Outcome, Criterion]:
    return (
        outcome(outcome_text, outcome_id=option_id.replace("_", "-"), evidence=record, out_of_scope=True),
        criterion(
            f"is-{option_id.replace('_', '-')}",
            outcome_text,
            TUMOUR_TYPE.is_(option_id),
            kind="part",
            evidence=record,
        ),
    )


_NOT_HERE = "not graded here: it has a system of its own"

TYPE_AND_GRADE = first_of(
    "type-and-grade",
    "Type and grade",
    _other(f"Goblet cell adenocarcinoma: {_NOT_HERE}", "goblet_cell", "CL-32"),
    _other(f"Paraganglioma or phaeochromocytoma: {_NOT_HERE}", "paraganglioma", "CL-33"),
    _other(f"Medullary thyroid carcinoma: {_NOT_HERE}", "medullary_thyroid", "CL-33"),
    _other(f"Merkel cell carcinoma: {_NOT_HERE}", "merkel_cell", "CL-33"),
    (
        outcome(
            "Site without a grading table here",
            outcome_id="no-table",
            note=(
                "The digestive and the thoracic tables differ, so a primary that was not found has no table of its own."
            ),
            evidence=("CL-01", "CL-27"),
            out_of_scope=True,
        ),
        none_of("no-table", "Primary neither digestive nor thoracic", _DIGESTIVE, _THORACIC, kind="part"),
    ),
    (
        outcome(
            "Mixed neoplasm of the lung or thymus: no table for it here",
            outcome_id="mixed-thoracic",
            note="MiNEN is a class of the digestive table, and its limits for Ki-67 do not hold in the lung.",
            evidence=("CL-05", "CL-27"),
            out_of_scope=True,
        ),
        all_of("mixed-thoracic", "Mixed, primary in the lung or thymus", _MIXED, _THORACIC, kind="part"),
    ),
    (
        outcome(
            "MiNEN; its neuroendocrine part is a carcinoma (NEC)",
            outcome_id="minen-nec",
            note="Each component is graded apart. The carcinoma carries no grade number.",
            evidence="CL-05",
        ),
        all_of(
            "minen-nec",
            "Mixed, both parts large enough, poorly differentiated",
            _MIXED,
            _BOTH_PARTS,
            _POOR,
            _NEC_COUNTS,
            kind="part",
        ),
    ),
    (
        outcome(
            "MiNEN; its neuroendocrine part is NET G3",
            outcome_id="minen-net-g3",
            note="Each component is graded apart.",
            evidence="CL-05",
        ),
        all_of(
            "minen-g3",
            "Mixed, both parts large enough, G3 range",
            _MIXED,
            _BOTH_PARTS,
            _WELL,
            G3,
            kind="part",
        ),
    ),
    (
        outcome(
            "MiNEN; its neuroendocrine part is NET G2",
            outcome_id="minen-net-g2",
            note="Each component is graded apart.",
            evidence="CL-05",
        ),
        all_of(
            "minen-g2",
            "Mixed, both parts large enough, G2 range",
            _MIXED,
            _BOTH_PARTS,
            _WELL,
            G2,
            kind="part",
        ),
    ),
    (
        outcome(
            "MiNEN; its neuroendocrine part is NET G1",
            outcome_id="minen-net-g1",
            note="Each component is graded apart.",
            evidence="CL-05",
        ),
        all_of(
            "minen-g1",
            "Mixed, both parts large enough, well differentiated",
            _MIXED,
            _BOTH_PARTS,
            _WELL,
            kind="part",
        ),
    ),
    (
        outcome(
            "Mixed, but a component is below 30 %: not called MiNEN",
            outcome_id="mixed-below-30",
            note=("A smaller part that is a carcinoma (NEC) still belongs in the report: it can decide the course."),
            evidence="CL-05",
        ),
        all_of(
            "mixed-small",
            "Mixed, one part below 30 %",
            _MIXED,
            none_of("not-both-parts", "Not each component at least 30 %", _BOTH_PARTS, kind="part"),
            kind="part",
        ),
    ),
    (
        outcome(
            "Mixed, poorly differentiated with both counts low: pathology review",
            outcome_id="minen-review",
            evidence=("CL-05", "CL-20"),
        ),
        _MIXED,
    ),
    (
        outcome(
            "Small cell carcinoma (SCLC)",
            outcome_id="sclc",
            note="A carcinoma: no grade number.",
            evidence="CL-24",
        ),
        all_of(
            "sclc",
            "Thoracic, poorly differentiated, small cells, many mitoses",
            _THORACIC,
            _POOR,
            criterion("small-cell", "Small cell type", CELL_TYPE.is_("small"), kind="part", evidence="CL-24"),
            _TEN_MITOSES,
            kind="part",
        ),
    ),
    (
        outcome(
            "Large cell neuroendocrine carcinoma (LCNEC)",
            outcome_id="lcnec",
            note="A carcinoma: no grade number.",
            evidence="CL-23",
        ),
        all_of(
            "lcnec",
            "Thoracic, poorly differentiated, large cells, many mitoses",
            _THORACIC,
            _POOR,
            criterion("large-cell", "Large cell type", CELL_TYPE.is_("large"), kind="part", evidence="CL-23"),
            _TEN_MITOSES,
            kind="part",
        ),
    ),
    (
        outcome(
            "Poorly differentiated, but at most 10 mitoses per 2 mm²: pathology review",
            outcome_id="thoracic-review",
            evidence=("CL-23", "CL-24"),
        ),
        all_of("thoracic-poor", "Thoracic, poorly differentiated", _THORACIC, _POOR, kind="part"),
    ),
    (
        outcome(
            "Carcinoid with elevated mitoses",
            outcome_id="carcinoid-elevated-mitoses",
            note=(
                "Above the range of atypical carcinoid although the cells are those of a carcinoid. "
                "A provisional group of the classification: a matter for the board."
            ),
            evidence=("CL-22", "CL-23"),
        ),
        all_of(
            "elevated",
            "Thoracic, carcinoid morphology, more than 10 mitoses",
            _THORACIC,
            _WELL,
            _TEN_MITOSES,
            kind="part",
        ),
    ),
    (
        outcome("Atypical carcinoid (NET G2)", outcome_id="atypical-carcinoid", evidence="CL-22"),
        all_of(
            "atypical",
            "Thoracic, carcinoid morphology, with mitoses in range or necrosis",
            _THORACIC,
            _WELL,
            any_of(
                "atypical-signs",
                "2 or more mitoses, or necrosis",
                criterion(
                    "mitoses-atypical",
                    "2 or more mitoses per 2 mm²",
                    MITOSES >= 2,
                    kind="part",
                    evidence="CL-22",
                ),
                criterion("necrosis", "Necrosis", NECROSIS.yes, kind="part", evidence="CL-22"),
                kind="part",
                evidence="CL-22",
            ),
            kind="part",
        ),
    ),
    (
        outcome(
            "Carcinoid morphology below 5 mm: tumourlet",
            outcome_id="tumourlet",
            note="Below the size of a typical carcinoid.",
            evidence="CL-21",
        ),
        all_of(
            "tumourlet",
            "Thoracic, carcinoid morphology, below 5 mm",
            _THORACIC,
            criterion("below-5-mm", "Smaller than 5 mm", PRIMARY_SIZE < 5, kind="part", evidence="CL-21"),
            kind="part",
        ),
    ),
    (
        outcome("Typical carcinoid (NET G1)", outcome_id="typical-carcinoid", evidence="CL-21"),
        _THORACIC,
    ),
    (
        outcome(
            "NEC: neuroendocrine carcinoma, high grade by definition",
            outcome_id="nec",
            note="A carcinoma carries no grade number; name the cell type, small or large.",
            evidence="CL-04",
        ),
        all_of("nec", "Poorly differentiated, with a count in range", _POOR, _NEC_COUNTS, kind="part"),
    ),
    (
        outcome(
            "Poorly differentiated, but both counts at most 20: pathology review",
            outcome_id="digestive-review",
            evidence="CL-20",
        ),
        _POOR,
    ),
    (outcome("NET G3", evidence="CL-03"), G3),
    (outcome("NET G2", evidence="CL-02"), G2),
    (outcome("NET G1", evidence="CL-01"), None),
)
