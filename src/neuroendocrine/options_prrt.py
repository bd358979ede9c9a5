"""Where guidelines place PRRT, for Europe and the US: what excludes it, what makes it individual, when it is first.

Sources: the labels and the lists of PRRT (evidence PR-01 to PR-40, PR-62, PR-100), the pathway (PA-04 to PA-07, PA-18,
PA-23, PA-41 to PA-45). The limits are those of the PRRT criteria (prrt.py); the full lists are there.
Not encoded, for want of a record of high confidence: PRRT in the lung (PA-22).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import first_of
from neuroendocrine.facts.imaging import FDG_PET
from neuroendocrine.facts.patient import BREAST_FEEDING, PREGNANCY
from neuroendocrine.placement import (
    ADVANCED,
    ECOG_4_SUPPORTIVE,
    GRADE_1_2,
    GRADE_3,
    HAD_ANALOGUE,
    HAD_PRRT,
    HEART_FIRST,
    NEEDS_SHRINKAGE,
    NOT_A_NET,
    OTHER_TUMOUR,
    PANCREATIC,
    PROGRESSIVE,
    RECEPTORS_LACKING,
    RESECTABLE,
    THORACIC,
    anyhow,
    either,
    every,
    excluded,
    first,
    individual_with_ecog_3,
    later,
    neither,
    no_record,
    not_placed,
    part,
    primary_not_found,
    selected,
)
from neuroendocrine.prrt import (
    BILIRUBIN_CAUTION,
    CLEARANCE_40,
    CLEARANCE_CONTRAINDICATED,
    HAEMOGLOBIN_8,
    HAEMOGLOBIN_ABOVE_8,
    KI67_55,
    PLATELETS_75,
    PLATELETS_ABOVE_70,
    WHITE_CELLS_2,
    WHITE_CELLS_ABOVE_2,
)
from neuroendocrine.prrt_trials import KI67_10

if TYPE_CHECKING:
    from guideline.rules import Criterion, Node
    from guideline.tables import FirstOf, Outcome
    from neuroendocrine.placement import Branch

_PRRT_EXCLUSIONS = (
    (
        excluded(
            "PR-32",
            note="Pregnancy established, suspected or not excluded, or breast-feeding that goes on.",
            case="excluded-pregnancy",
        ),
        either(
            "prrt-pregnancy",
            "Pregnancy or breast-feeding",
            part(
                "pregnant-or-not-excluded",
                "Pregnancy established, suspected or not excluded",
                PREGNANCY.one_of("pregnant", "not_excluded"),
                "PR-32",
            ),
            part("breast-fed", "Breast-feeding that goes on", BREAST_FEEDING.yes, "PR-32"),
        ),
    ),
    (
        excluded(
            "PR-04",
            "PR-23",
            "DI-31",
            note="Without receptor uptake at least that of liver there is nothing to bind to.",
            case="excluded-receptors",
        ),
        RECEPTORS_LACKING,
    ),
    (
        excluded(
            "PR-40",
            "PR-81",
            note="An FDG-avid lesion without receptor uptake is not reached.",
            case="excluded-mismatch",
        ),
        part("fdg-mismatch", "FDG-avid lesion without receptor uptake", FDG_PET.is_("mismatch"), "PR-40"),
    ),
    (
        excluded(
            "PR-28",
            "PA-19",
            "DI-27",
            note="Contraindicated by the EU label, not studied by the US label.",
            case="excluded-kidney",
        ),
        part(
            "clearance-below-30",
            "Creatinine clearance below 30 mL/min",
            CLEARANCE_CONTRAINDICATED.test,
            "PA-19",
            "PR-28",
            "DI-27",
        ),
    ),
)
_NOT_HERE = (
    ECOG_4_SUPPORTIVE,
    (not_placed("PR-01", "PR-02", "PA-02", note="Resectable: removal is discussed first."), RESECTABLE),
    (
        no_record(
            "PA-22", note="For lung and thymus the register holds no row of high confidence: a matter for the board."
        ),
        THORACIC,
    ),
)
_KI67_10_55 = every(
    "ki67-10-55",
    "Ki-67 from 10 to 55 %",
    part("ki67-from-10", "Ki-67 at least 10 %", KI67_10.test, "PA-04", "PR-21"),
    part("ki67-to-55", "Ki-67 at most 55 %", KI67_55.test, "PA-04", "PR-21"),
)
_PRRT_AFTER_ANALOGUE = (
    first(
        "PA-07",
        "PA-42",
        "DI-09",
        note="Before everolimus, when the tumour grows on an analogue; the full list is in the PRRT criteria.",
    ),
    every(
        "prrt-progressive",
        "Advanced G1 or G2, progressive on an analogue, receptors shown",
        ADVANCED,
        GRADE_1_2,
        PROGRESSIVE,
        HAD_ANALOGUE,
    ),
)
_PRRT_PANCREAS = (
    first("PA-43", note="Beside temozolomide or streptozocin, when the tumour has to shrink."),
    every(
        "prrt-pancreas",
        "Pancreatic G1 or G2 that has to shrink, progressive",
        ADVANCED,
        GRADE_1_2,
        PROGRESSIVE,
        PANCREATIC,
        NEEDS_SHRINKAGE,
    ),
)
_PRRT_LATER = (
    later("PA-41", "PA-06", note="After an analogue."),
    every("prrt-later", "Advanced G1 or G2, receptors shown", ADVANCED, GRADE_1_2),
)
_PRRT_HIGH_US = (
    first(
        "PA-04",
        "PA-45",
        "PR-62",
        "DI-30",
        note="First line was studied at Ki-67 10 to 55 % (NETTER-2); the US label sets no grade.",
    ),
    every(
        "prrt-high-us",
        "Advanced NET, Ki-67 from 10 to 55 %, receptors shown",
        ADVANCED,
        _KI67_10_55,
        either("g2-or-g3", "G2 or G3", GRADE_1_2, GRADE_3),
    ),
)
_PRRT_HIGH_EU = (
    selected(
        "PA-04",
        "PA-45",
        "PR-62",
        "DI-30",
        note="First line was studied at Ki-67 10 to 55 % (NETTER-2); G3 and first line are outside the EU label.",
        case="selected-off-label",
    ),
    every(
        "prrt-high-eu",
        "Advanced NET, Ki-67 from 10 to 55 %, receptors shown",
        ADVANCED,
        _KI67_10_55,
        either("g2-or-g3", "G2 or G3", GRADE_1_2, GRADE_3),
    ),
)

_AGAIN = (
    selected(
        "PR-100",
        note="Off-label: after 18 months or more of benefit from the first course, see the PRRT criteria.",
        case="selected-again",
    ),
    every("prrt-again", "PRRT has been used, progressive since", HAD_PRRT, PROGRESSIVE),
)
_NOT_AGAIN_YET = (
    later("PR-100", note="A second course, off-label, is a question at progression after a first one that helped."),
    HAD_PRRT,
)


def _counts(region: str, *held: Criterion) -> Branch:
    """Return the branch for a blood count below the limits of a region; `held` are the limits that are kept."""
    return (
        excluded(
            "PR-27",
            "PR-25",
            "PR-26",
            "DI-29",
            note="A blood count below the limit at which a course begins; counts can recover.",
            case="excluded-counts",
        ),
        neither(
            f"prrt-{region}-counts-low",
            "A blood count below the limit",
            every(
                f"prrt-{region}-counts",
                "Blood counts at their limits or above",
                *(part(f"{each.id}-{region}", each.text, each.test, *each.evidence) for each in held),
            ),
        ),
    )


_BILIRUBIN_HIGH = part("bilirubin-above-3", "Bilirubin above 3 × ULN", BILIRUBIN_CAUTION.test, "PR-29")
_BILIRUBIN_US = (
    excluded("PR-29", note="Bilirubin above 3 × ULN: outside US practice; it can recover.", case="excluded-bilirubin"),
    _BILIRUBIN_HIGH,
)


_BY_BILIRUBIN = selected(
    "PR-29",
    note="Bilirubin above 3 × ULN: by the EU label only after weighing benefit and risk.",
    case="selected-bilirubin",
)
_BY_KIDNEY = selected(
    "PR-28",
    "DI-27",
    note="Clearance from 30 to below 40 mL/min: for specialists; the EU label does not name it as a start.",
    case="selected-kidney",
)
_BY_HEART = selected(
    "PR-31",
    "PA-17",
    note="Severe carcinoid heart disease: cardiology first; the amino acids load the circulation.",
    case="selected-heart",
)


def _weighed(rule_id: str, answer: Outcome, condition: Node, *placed: Branch) -> Branch:
    """Return the branch for a condition with which PRRT, otherwise placed, becomes an individual decision."""
    return (
        answer,
        every(rule_id, f"Otherwise placed: {answer.note}", condition, anyhow(f"{rule_id}-placed", *placed)),
    )


def _prrt(region: str, counts: Branch, high: Branch, *label: str) -> FirstOf:
    """Return the PRRT row of a region; `label` is the evidence where nothing places it."""
    placed = (_PRRT_AFTER_ANALOGUE, _PRRT_PANCREAS, high, _PRRT_LATER)
    bilirubin = (
        _BILIRUBIN_US
        if region == "us"
        else _weighed("prrt-eu-bilirubin", _BY_BILIRUBIN, _BILIRUBIN_HIGH, _AGAIN, _NOT_AGAIN_YET, *placed)
    )
    return first_of(
        f"prrt-{region}-place",
        "PRRT",
        OTHER_TUMOUR,
        NOT_A_NET,
        *_NOT_HERE,
        *_PRRT_EXCLUSIONS,
        counts,
        bilirubin,
        _AGAIN,
        _NOT_AGAIN_YET,
        primary_not_found(f"prrt-{region}", ADVANCED),
        _weighed(
            f"prrt-{region}-kidney",
            _BY_KIDNEY,
            neither(
                f"clearance-below-40-{region}",
                "Clearance below 40 mL/min",
                part(f"clearance-40-{region}", CLEARANCE_40.text, CLEARANCE_40.test, "PR-28", "DI-27"),
            ),
            *placed,
        ),
        _weighed(f"prrt-{region}-heart", _BY_HEART, HEART_FIRST, *placed),
        *individual_with_ecog_3(f"prrt-{region}", *placed),
        (not_placed(*label), None),
    )


PRRT_EU = _prrt("eu", _counts("eu", PLATELETS_75, HAEMOGLOBIN_8, WHITE_CELLS_2), _PRRT_HIGH_EU, "PR-02")
PRRT_US = _prrt(
    "us", _counts("us", PLATELETS_ABOVE_70, HAEMOGLOBIN_ABOVE_8, WHITE_CELLS_ABOVE_2), _PRRT_HIGH_US, "PR-01"
)
