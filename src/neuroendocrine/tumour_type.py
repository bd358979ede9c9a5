"""Which type of neuroendocrine neoplasm is it, by morphology, cell type, mitoses and necrosis, and with which grade?

Source: WHO classification of digestive tumours and of thoracic tumours, 5th edition (evidence CL-01 to CL-33).
Not encoded: molecular markers (CL-18), which help a pathologist to tell NET G3 from NEC and have no cut-off; the
Ki-67 bands of lung carcinoids (CL-25), which are indicative and not part of the criteria.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion, first_of, none_of, outcome
from neuroendocrine.facts.pathology import (
    CELL_TYPE,
    DIFFERENTIATION,
    MITOSES,
    NECROSIS,
    NEUROENDOCRINE_PART,
    OTHER_PART,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    THORACIC_SITES,
    TUMOUR_TYPE,
)
from neuroendocrine.grading import DIGESTIVE, G2, G3, KI67_G3, MITOSES_G3, WELL

if TYPE_CHECKING:
    from guideline.rules import Criterion
    from guideline.tables import Outcome

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
        none_of("no-table", "Primary neither digestive nor thoracic", DIGESTIVE, _THORACIC, kind="part"),
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
            WELL,
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
            WELL,
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
            WELL,
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
            WELL,
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
            WELL,
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
