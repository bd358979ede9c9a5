"""Does this case need a NET board now, by when, and what is missing for it?

Sources: the Australian care pathway, ENETS, NCCN and the Czech guideline on new diagnoses (evidence PA-01, PA-29,
FU-25); questions that records leave to a board (DI-34, DI-43, PA-13, PA-17, SY-25, PA-27); what cannot wait (AB-20,
AB-21). The dossier is what the pathway asks about a case (DI-02).
Not encoded: 2 weeks for diagnostics (FU-25), because the re-read text leaves their start open; lists of documents
without a citable source (AB-01 to AB-04), which pages describe.
"""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING

from guideline import criterion, derived, first_of, outcome, several_of
from neuroendocrine.facts.referral import (
    BOARD_BEFORE,
    BOARD_QUESTIONS,
    CASE_STATUS,
    CHANGES,
    DIAGNOSIS_AGE,
    DIAGNOSIS_DAY,
    DOSSIER,
    DOSSIER_ITEMS,
    EMERGENCIES,
    WORKUP_DAY,
)
from neuroendocrine.formulas.checklist import missing_from
from neuroendocrine.placement import OTHER_TUMOUR, every, part

if TYPE_CHECKING:
    from guideline.facts import Day

SPECIALIST_DAYS = 7  # 1 week, evidence FU-25
BOARD_DAYS = 28  # 4 weeks, evidence PA-01, FU-25

EMERGENCY = part(
    "emergency",
    "A sign that cannot wait: spinal cord, bowel, or a carcinoid crisis",
    EMERGENCIES.includes_any("cord", "bowel", "crisis"),
    "AB-20",
    "AB-21",
    "SU-21",
)
SUSPECTED = part("suspected", "Suspected, not yet proven", CASE_STATUS.is_("suspected"), "FU-25")
NEW = part("new", "Newly diagnosed", CASE_STATUS.is_("new"), "PA-01", "PA-29")
NEVER_DISCUSSED = part("never-discussed", "No NET board has discussed it", BOARD_BEFORE.no, "PA-01", "PA-29")
OVERDUE = criterion(
    "overdue",
    "More than 28 days since the diagnosis",
    DIAGNOSIS_AGE > BOARD_DAYS,
    kind="part",
    evidence=("PA-01", "FU-25"),
)
QUESTION = part(
    "question",
    "A question that sources leave to a board or an expert centre",
    BOARD_QUESTIONS.includes_any(
        "asymptomatic_primary", "watching_metastases", "transplantation", "heart", "first_treatment"
    ),
    "DI-34",
    "DI-43",
    "PA-13",
    "PA-17",
    "SY-25",
    "PA-27",
)
CHANGED = part(
    "changed",
    "Growth, a syndrome, new pathology, or the end of a treatment",
    CHANGES.includes_any("growth", "syndrome", "pathology", "stopped"),
    "PA-27",
)


BOARD = first_of(
    "board",
    "NET board",
    (
        outcome(
            "Emergency care first; the board follows",
            outcome_id="emergency",
            note="These signs kept their priority even when access to care broke down.",
            evidence=("AB-20", "AB-21"),
        ),
        EMERGENCY,
    ),
    (
        outcome(
            "NET specialist first, within 1 week of the initial work-up",
            outcome_id="specialist",
            note="The board follows within 4 weeks of the diagnosis, once there is one.",
            evidence=("FU-25", "PA-01"),
        ),
        SUSPECTED,
    ),
    OTHER_TUMOUR,
    (
        outcome(
            "NET board now: the 4 weeks from the diagnosis have passed",
            outcome_id="board-overdue",
            evidence=("PA-01", "PA-29", "FU-25"),
        ),
        every("new-overdue", "Newly diagnosed, not discussed, more than 28 days ago", NEW, NEVER_DISCUSSED, OVERDUE),
    ),
    (
        outcome(
            "NET board now, within 4 weeks of the diagnosis",
            outcome_id="board-now",
            note="Each new diagnosis is discussed, whatever its stage.",
            evidence=("PA-01", "PA-29", "FU-25"),
        ),
        every("new-not-discussed", "Newly diagnosed, not discussed", NEW, NEVER_DISCUSSED),
    ),
    (
        outcome(
            "NET board now: the discussion after the diagnosis is missing",
            outcome_id="board-never",
            note="The sources speak of each new diagnosis; a case that was never discussed has missed it.",
            evidence=("PA-29", "PA-01"),
        ),
        NEVER_DISCUSSED,
    ),
    (
        outcome(
            "NET board before this decision",
            outcome_id="board-question",
            note="Sources leave such a question to a board or an expert centre.",
            evidence=("DI-34", "DI-43", "PA-13", "PA-17", "PA-27"),
        ),
        QUESTION,
    ),
    (
        outcome(
            "NET board again, before the next treatment",
            outcome_id="board-again",
            note="No source that was re-read names a time for this; conformity with guidelines was higher in a centre.",
            evidence=("PA-27", "PA-28"),
        ),
        CHANGED,
    ),
    (
        outcome(
            "No reason for a board in these answers",
            outcome_id="no-reason",
            note="Follow-up goes on as planned.",
            evidence=("PA-01", "PA-29"),
        ),
        None,
    ),
)

# Days ---------------------------------------------------------------------------------------------------------------


def _day(fact_id: str, label: str, days: int, start: Day, *evidence: str) -> Day:
    made: Day = derived(
        fact_id,
        label,
        inputs=(start,),
        formula=partial(operator.add, days),
        is_day=True,
        enterable=False,
        evidence=evidence,
    )
    return made


SPECIALIST_BY = _day(
    "specialist_by", "NET specialist by (1 week after the initial work-up)", SPECIALIST_DAYS, WORKUP_DAY, "FU-25"
)
BOARD_BY = _day("board_by", "NET board by (4 weeks after the diagnosis)", BOARD_DAYS, DIAGNOSIS_DAY, "PA-01", "FU-25")

# Dossier --------------------------------------------------------------------------------------------------------------


DOSSIER_MISSING = several_of(
    "dossier_missing",
    "Still missing for the board",
    *DOSSIER_ITEMS,
    inputs=(DOSSIER,),
    formula=partial(missing_from, tuple(each.id for each in DOSSIER_ITEMS)),
    enterable=False,
    evidence=("DI-02", "PA-01"),
)
