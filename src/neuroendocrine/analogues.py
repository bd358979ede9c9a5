"""Somatostatin analogues: where guidelines place them against growth and against a hormone syndrome.

Sources: ESMO 2020, ENETS 2022 to 2024, PROMID, CLARINET, product information for doses (evidence SS-01 to SS-16, SS-27,
SS-30, SY-01, SY-32, SY-34, SY-35, PA-06, PA-22, PA-46, PA-49, DI-07). What labels are about is in analogue_labels.py.
Not encoded, because recalled with moderate confidence only: lanreotide every 14 days against growth (SS-06), the scan
interval (SS-25), pasireotide (SS-26), enzymes before a higher dose (SS-28), receptor-negative function (SS-29), lung
and unknown primary (SS-32, SS-33), somatostatinoma and ectopic ACTH (SY-36, SY-37).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, conclusion, criterion, first_of, none_of, outcome
from neuroendocrine.facts.drugs import ANALOGUE_ALLERGY, DIALYSIS_OR_CIRRHOSIS
from neuroendocrine.facts.history import LONG_ACTING_ANALOGUE, SYMPTOMATIC
from neuroendocrine.facts.imaging import RAPID_GROWTH
from neuroendocrine.facts.pathology import KI67
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.prrt import UPTAKE_LIVER
from neuroendocrine.scope import NO_DOSE_HERE, REFUSED_TYPES
from neuroendocrine.systemic import (
    HAD_ANALOGUE,
    INSULINOMA,
    LUNG,
    NET_G3,
    PROGRESSIVE,
    RESECTABLE,
    THYMUS,
    UNKNOWN_PRIMARY,
)

if TYPE_CHECKING:
    from guideline.rules import Node
    from guideline.tables import FirstOf, Outcome

Branch = tuple["Outcome", "Node"]

# Dose of octreotide LAR at the start ----------------------------------------------------------------------------------

LAR_START = conclusion(
    "octreotide_lar_start",
    first_of(
        "octreotide-lar-start",
        "Octreotide LAR at the start",
        NO_DOSE_HERE,
        (
            outcome("none: hypersensitivity to octreotide", outcome_id="none-allergy", evidence="SS-14"),
            criterion(
                "octreotide-allergy",
                "Hypersensitivity to octreotide",
                ANALOGUE_ALLERGY.includes("octreotide"),
                kind="part",
                evidence="SS-14",
            ),
        ),
        (
            outcome("10 mg every 4 weeks", outcome_id="10-mg", evidence="SS-11"),
            criterion(
                "dialysis-or-cirrhosis",
                "Dialysis or cirrhosis",
                DIALYSIS_OR_CIRRHOSIS.includes_any("dialysis", "cirrhosis"),
                kind="part",
                evidence="SS-11",
            ),
        ),
        (
            outcome(
                "20 mg every 4 weeks for 2 months, then 10 to 30 mg by control; against growth 30 mg every 4 weeks",
                outcome_id="20-mg",
                evidence=("SS-10", "SS-02"),
            ),
            None,
        ),
        evidence=("SS-11", "SS-10"),
    ),
    label="Octreotide LAR at the start (US label)",
    evidence=("SS-11", "SS-10"),
)

# Criteria -------------------------------------------------------------------------------------------------------------

KI67_BELOW_10 = criterion(
    "ki67-below-10", "Ki-67 below 10 %", KI67 < 10, kind="part", evidence=("SS-07", "PA-06", "SS-04")
)
SLOW = criterion("slow", "No rapid growth", RAPID_GROWTH.no, kind="part", evidence="SS-07")
NO_SYNDROME = criterion("no-syndrome", "No hormone syndrome", FUNCTION.is_("none"), kind="part", evidence="SS-01")
CARCINOID = criterion(
    "carcinoid-syndrome", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), kind="part", evidence=("SS-01", "SY-01")
)
VIPOMA = criterion("vipoma", "VIPoma", FUNCTION.is_("vipoma"), kind="part", evidence=("SS-09", "SY-34"))
GASTRINOMA = criterion("gastrinoma", "Gastrinoma", FUNCTION.is_("gastrinoma"), kind="part", evidence=("PA-46", "SY-32"))
OTHER_SYNDROME = criterion(
    "other-syndrome",
    "Somatostatinoma, ectopic ACTH or another syndrome",
    FUNCTION.one_of("somatostatinoma", "acth", "other"),
    kind="part",
    evidence="SS-01",
)
RUNNING = criterion(
    "analogue-running",
    "A long-acting analogue is being used",
    LONG_ACTING_ANALOGUE.is_("running"),
    kind="part",
    evidence="SS-13",
)
NOT_CONTROLLED = criterion(
    "symptoms-not-controlled", "Symptoms not controlled", SYMPTOMATIC.yes, kind="part", evidence="SS-13"
)
# Outcomes that several tables share -----------------------------------------------------------------------------------


def allergy(option_id: str) -> Branch:
    """Return the branch for hypersensitivity to one of the two drugs."""
    drug = ANALOGUE_ALLERGY.label_of(option_id)
    return (
        outcome(
            f"Contraindicated: hypersensitivity to {drug.lower()}",
            outcome_id="contraindicated-allergy",
            evidence="SS-14",
        ),
        criterion(
            f"allergy-{option_id}",
            f"Hypersensitivity to {drug.lower()}",
            ANALOGUE_ALLERGY.includes(option_id),
            kind="part",
            evidence="SS-14",
        ),
    )


NOT_AROUND_RESECTION = (
    outcome(
        "Not placed: no proven role after complete resection",
        outcome_id="not-placed-resectable",
        note="While the tumour can be resected, resection is discussed first.",
        evidence=("SS-30", "PA-02"),
    ),
    RESECTABLE,
)
INSULINOMA_TEST = (
    outcome(
        "Insulinoma: only after a test dose in hospital, because hypoglycaemia can worsen",
        outcome_id="selected-insulinoma",
        note="It also suppresses glucagon.",
        evidence=("SS-01", "SS-16", "DI-07"),
    ),
    INSULINOMA,
)
WITHOUT_SYNDROME = (
    outcome("Not placed: no hormone syndrome to control", outcome_id="not-placed-no-syndrome", evidence="SS-01"),
    NO_SYNDROME,
)
_UPTAKE_PART = criterion(
    "receptor-uptake",
    UPTAKE_LIVER.text,
    UPTAKE_LIVER.test,
    kind="part",
    evidence=("PR-23", "PR-04", "SS-07"),
)
ACROMEGALY = "The start at 60 mg with poor kidneys or liver in its label concerns acromegaly, not NET."

# Guidelines -----------------------------------------------------------------------------------------------------------


def _growth(drug: str, title: str, first: Outcome) -> FirstOf:
    return first_of(
        f"{drug}-growth",
        title,
        *REFUSED_TYPES,
        NOT_AROUND_RESECTION,
        (
            outcome(
                "Thymus: not judged here",
                outcome_id="no-record-thymus",
                evidence="CL-27",
            ),
            THYMUS,
        ),
        (
            outcome(
                "Primary not found: placed by the most probable site",
                outcome_id="settle-first-unknown-primary",
                note="Judge again with the site that the board holds most probable.",
                evidence="PA-23",
            ),
            UNKNOWN_PRIMARY,
        ),
        (
            outcome(
                "Not placed in NET G3: the statement is about G1 and G2",
                outcome_id="not-placed-g3",
                evidence=("SS-07", "PA-06"),
            ),
            NET_G3,
        ),
        (
            outcome(
                "Not placed: the statement asks for positive receptors",
                outcome_id="not-placed-receptor",
                evidence=("SS-07", "SS-04"),
            ),
            none_of("receptor-negative", "Receptor uptake below that of liver", _UPTAKE_PART, kind="part"),
        ),
        allergy(drug),
        INSULINOMA_TEST,
        (
            outcome(
                "Growth on an analogue: going on is an individual decision; for a hormone syndrome it usually goes on",
                outcome_id="selected-after-progression",
                evidence="SS-27",
            ),
            all_of("progressed-on-analogue", "Progressive after an analogue", HAD_ANALOGUE, PROGRESSIVE, kind="part"),
        ),
        (
            outcome(
                "Lung: by extrapolation, with receptors and slow growth; the evidence is weak",
                outcome_id="selected-lung",
                evidence=("PA-22", "PA-49"),
            ),
            LUNG,
        ),
        (first, KI67_BELOW_10),
        (
            outcome(
                "Ki-67 of 10 % or more with slow growth: possible, on weaker evidence",
                outcome_id="selected-ki67",
                evidence="SS-07",
            ),
            SLOW,
        ),
        (
            outcome(
                "Not placed: Ki-67 of 10 % or more with rapid growth",
                outcome_id="not-placed-rapid",
                evidence="SS-07",
            ),
            None,
        ),
        evidence=("SS-07", "PA-06"),
    )


def _syndrome(drug: str, title: str, first: Outcome) -> FirstOf:
    return first_of(
        f"{drug}-syndrome",
        title,
        *REFUSED_TYPES,
        WITHOUT_SYNDROME,
        allergy(drug),
        INSULINOMA_TEST,
        (
            outcome(
                "Gastrinoma: acid is controlled by a proton-pump inhibitor first; an analogue stands beside it",
                outcome_id="selected-gastrinoma",
                evidence=("PA-46", "SY-32", "SS-01"),
            ),
            GASTRINOMA,
        ),
        (
            outcome(
                "This syndrome: not judged here",
                outcome_id="no-record-syndrome",
                note="Its record was recalled with moderate confidence, or there is none.",
                evidence="SS-01",
            ),
            OTHER_SYNDROME,
        ),
        (first, None),
        evidence=("SS-01", "SY-01"),
    )


LANREOTIDE_GROWTH = _growth(
    "lanreotide",
    "Lanreotide against growth",
    outcome(
        "First line: G1 or G2, Ki-67 below 10 %, receptors positive",
        outcome_id="first",
        note="120 mg deep under the skin every 28 days. CLARINET: 65.1 % free of progression at 24 months, 33.0 % with "
        f"placebo. {ACROMEGALY}",
        evidence=("SS-07", "PA-06", "SS-04"),
    ),
)
OCTREOTIDE_GROWTH = _growth(
    "octreotide",
    "Octreotide LAR against growth",
    outcome(
        "First line: G1 or G2, Ki-67 below 10 %, receptors positive",
        outcome_id="first",
        note="30 mg into the muscle every 4 weeks. PROMID (midgut): 14.3 months to progression, 6.0 with placebo.",
        evidence=("SS-07", "PA-06", "SS-02"),
    ),
)
LANREOTIDE_SYNDROME = _syndrome(
    "lanreotide",
    "Lanreotide against a hormone syndrome",
    outcome(
        "First line against the syndrome",
        outcome_id="first",
        note="120 mg every 4 weeks; no second 120 mg when it is used against growth already.",
        evidence=("SS-01", "SY-01", "SS-08"),
    ),
)
OCTREOTIDE_SYNDROME = _syndrome(
    "octreotide",
    "Octreotide LAR against a hormone syndrome",
    outcome(
        "First line against the syndrome",
        outcome_id="first",
        note="20 to 30 mg every 4 weeks. Label: short-acting octreotide 100 to 600 µg/day for 2 weeks, then 20 mg "
        "every 4 weeks; short-acting goes on for at least 2 weeks after the first long-acting injection.",
        evidence=("SS-01", "SY-01", "SS-10"),
    ),
)


def short_acting(carcinoid: str, vipoma: str, others: tuple[Branch, ...], rest: Outcome) -> FirstOf:
    """Return the table of short-acting octreotide; the two names are the outcome ids of its two uses."""
    return first_of(
        "octreotide-short",
        "Short-acting octreotide",
        *REFUSED_TYPES,
        WITHOUT_SYNDROME,
        allergy("octreotide"),
        *others,
        (
            outcome(
                "Beside the long-acting drug or as rescue: 50 to 1500 µg/day under the skin",
                outcome_id=carcinoid,
                note="Before PRRT it stops at least 24 hours before each dose.",
                evidence=("SS-12", "SY-01", "SS-24"),
            ),
            CARCINOID,
        ),
        (
            outcome(
                "In the first 2 weeks: 150 to 750 µg/day under the skin",
                outcome_id=vipoma,
                note="With fluid and electrolytes by vein.",
                evidence=("SS-12", "SY-34"),
            ),
            VIPOMA,
        ),
        (rest, None),
        evidence="SS-12",
    )


OCTREOTIDE_SHORT = short_acting(
    "first",
    "first-vipoma",
    (INSULINOMA_TEST,),
    outcome("This syndrome: no dose in the record", outcome_id="no-record-syndrome", evidence="SS-12"),
)
ESCALATION = first_of(
    "escalation",
    "Higher dose or shorter interval",
    *REFUSED_TYPES,
    WITHOUT_SYNDROME,
    (
        outcome(
            "This syndrome: the record is about carcinoid syndrome", outcome_id="no-record-syndrome", evidence="SS-13"
        ),
        none_of("not-carcinoid", "Not carcinoid syndrome", CARCINOID, kind="part"),
    ),
    (
        outcome("Later: once the usual dose is not enough", outcome_id="later", evidence="SS-13"),
        none_of("not-running", "No long-acting analogue is being used", RUNNING, kind="part"),
    ),
    (
        outcome(
            "Above the label, when symptoms are not controlled: every 3 or 2 weeks, or a higher dose",
            outcome_id="next",
            note="Octreotide LAR 40 to 60 mg, or lanreotide 120 mg every 14 days. Fatty stools raise another question: "
            "exocrine insufficiency.",
            evidence=("SS-13", "SS-19"),
        ),
        NOT_CONTROLLED,
    ),
    (outcome("Not placed: symptoms are controlled", outcome_id="not-placed-controlled", evidence="SS-13"), None),
    evidence="SS-13",
)
