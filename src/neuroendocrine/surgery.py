"""Surveillance, endoscopy or which operation for the primary? One table per authority, and what must be settled first.

Sources: ENETS with ESMO and ESGE, NANETS, NCCN with US reviews (evidence SU-01 to SU-60, SU-80, DI-20, DI-34 to DI-36).
The limits stand with their organs in surgery_<organ>.py. Not encoded: peri-operative octreotide (SU-81, SU-82, SU-84,
SU-86, DI-41, DI-59), for which sources disagree and nothing is calculated; vaccination before splenectomy (SU-85);
localised NEC (SU-13), which is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, criterion, first_of, outcome
from neuroendocrine import surgery_appendix as appendix
from neuroendocrine import surgery_bowel as bowel
from neuroendocrine import surgery_pancreas as pancreas
from neuroendocrine import surgery_rectum as rectum
from neuroendocrine import surgery_upper as upper
from neuroendocrine.facts.imaging import EXTENT
from neuroendocrine.facts.pathology import PRIMARY_SITE
from neuroendocrine.facts.patient import SEVERE_CARCINOID_HEART_DISEASE
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.scope import IS_ELSEWHERE, REFUSED_TYPES

if TYPE_CHECKING:
    from guideline.rules import Node
    from guideline.tables import FirstOf, Outcome

CARCINOID_SYNDROME = criterion(
    "carcinoid-syndrome", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), kind="part", evidence="SU-80"
)
SEVERE_HEART_DISEASE = criterion(
    "severe-heart-disease",
    "Severe carcinoid heart disease",
    SEVERE_CARCINOID_HEART_DISEASE.yes,
    kind="part",
    evidence=("SU-80", "PA-17"),
)
UNFIT = criterion("unfit", "Not fit for the operation", FIT_FOR_SURGERY.no, kind="part", evidence=("SU-04", "SU-55"))

_NO_TABLE = (
    outcome(
        "No table here for this primary",
        outcome_id="no-table",
        note="Lung, thymus, other digestive organs and a primary that was not found are not in these tables.",
        out_of_scope=True,
        evidence="CL-27",
    ),
    IS_ELSEWHERE,
)
_HEART = outcome(
    "Severe carcinoid heart disease first: cardiology and a plan for the valves before elective surgery",
    outcome_id="heart-first",
    note="Then enter the case again with the heart as it is after that.",
    evidence=("SU-80", "PA-17", "SY-25"),
)
_HEART_FIRST = (
    _HEART,
    all_of(
        "heart-first",
        "Carcinoid syndrome with severe heart disease",
        CARCINOID_SYNDROME,
        SEVERE_HEART_DISEASE,
        kind="part",
    ),
)
_HEART_FIRST_METASTATIC = (
    _HEART,
    all_of(
        "heart-first-metastatic",
        "Distant metastases, carcinoid syndrome with severe heart disease",
        bowel.DISTANT,
        CARCINOID_SYNDROME,
        SEVERE_HEART_DISEASE,
        kind="part",
    ),
)
_STAGE_IV = (
    (
        outcome(
            "Resection of primary and metastases: guidelines place it first in a fit person with G1 or G2",
            outcome_id="stage-iv-both",
            note="For the liver see the calculator on cytoreduction.",
            evidence="PA-12",
        ),
        all_of(
            "stage-iv-both",
            "Pancreas or small intestine, metastases resectable, G1 or G2, fit",
            bowel.DISTANT,
            criterion(
                "pancreas-or-ileum",
                "Primary in the pancreas, jejunum or ileum",
                PRIMARY_SITE.one_of("pancreas", "jejunum_ileum"),
                kind="part",
                evidence="PA-12",
            ),
            bowel.RESECTABLE_METASTASES,
            bowel.G1_OR_G2,
            bowel.FIT,
            kind="part",
        ),
    ),
)
_STAGE_IV_REST = (
    outcome(
        "Distant metastases: the primary is decided together with them",
        outcome_id="stage-iv",
        note="These tables are for localised disease. See the calculators on cytoreduction and treatment options.",
        evidence=("PA-12", "PA-16"),
    ),
    bowel.DISTANT,
)
_UNFIT = (
    outcome(
        "An operation would be the question, but it is not for a person who is not fit for it",
        outcome_id="unfit",
        note="Surveillance, endoscopic or medical treatment are what the board can weigh; fitness can change.",
        evidence=("SU-04", "SU-12", "SU-55"),
    ),
    UNFIT,
)

_NOT_RESECTABLE = (
    outcome(
        "Not resectable: an operation with curative intent is not the question",
        outcome_id="not-resectable",
        note=(
            "As the surgeons of the board judge it; that can change under treatment. See the calculator on treatment "
            "options. An operation against obstruction, ischaemia or bleeding is a question apart."
        ),
        evidence=("PA-02", "SU-22"),
    ),
    criterion(
        "not-resectable",
        "Locally advanced, not resectable",
        EXTENT.one_of("unresectable", "metastatic"),
        kind="part",
        evidence="PA-02",
    ),
)

Branch = tuple["Outcome", "Node"]


def _table(
    authority: str,
    scope: tuple[Branch, ...],
    stage_iv: tuple[Branch, ...],
    first: tuple[Branch, ...],
    surgical: tuple[Branch, ...],
    last: Outcome,
) -> FirstOf:
    """Return one authority's table: scope, metastases, no operation needed, resectable, heart, fitness, operations."""
    return first_of(
        f"surgery-{authority}",
        "Treatment of the primary",
        *REFUSED_TYPES,
        _NO_TABLE,
        *scope,
        _HEART_FIRST_METASTATIC,
        *stage_iv,
        _STAGE_IV_REST,
        *first,
        _NOT_RESECTABLE,
        _HEART_FIRST,
        _UNFIT,
        *surgical,
        (last, None),
    )


def _no_position(authority: str) -> Outcome:
    return outcome(
        f"No position of {authority} on this tumour is in the evidence register",
        outcome_id="no-position",
        note="Another table may hold one; they are listed beside this result.",
        out_of_scope=True,
        evidence="PA-02",
    )


def _site_without_position(authority: str, text: str, *sites: str) -> Branch:
    return (
        _no_position(authority),
        criterion(f"no-position-{authority.lower()}", text, PRIMARY_SITE.one_of(*sites), kind="part", evidence="PA-02"),
    )


SURGERY_ENETS = _table(
    "enets",
    (),
    (bowel.ILEUM_STAGE_IV_THREATENED, *_STAGE_IV, bowel.ILEUM_STAGE_IV_ENETS),
    (
        *pancreas.ENETS_FIRST,
        *appendix.ENETS_FIRST,
        *rectum.FIRST,
        *bowel.COLON_FIRST,
        *upper.STOMACH_EUROPE_FIRST,
        *upper.DUODENUM_FIRST,
    ),
    (
        *pancreas.ENETS_SURGICAL,
        bowel.ILEUM_LOCALISED,
        *appendix.ENETS_SURGICAL,
        *rectum.SURGICAL,
        *bowel.COLON_SURGICAL,
        *upper.STOMACH_EUROPE_SURGICAL,
        *upper.DUODENUM_SURGICAL,
    ),
    upper.AMPULLA,
)
SURGERY_NANETS = _table(
    "nanets",
    (
        _site_without_position(
            "NANETS",
            "Stomach, duodenum, ampulla, colon or rectum",
            "stomach",
            "duodenum",
            "ampulla",
            "right_colon",
            "left_colon",
            "rectum",
        ),
    ),
    (bowel.ILEUM_STAGE_IV_THREATENED, *_STAGE_IV, bowel.ILEUM_STAGE_IV_NANETS),
    (*pancreas.NANETS_FIRST, *appendix.NANETS_FIRST),
    (*pancreas.NANETS_SURGICAL, bowel.ILEUM_LOCALISED, *appendix.NANETS_SURGICAL),
    _no_position("NANETS"),
)
SURGERY_NCCN = _table(
    "nccn",
    (
        _site_without_position(
            "NCCN",
            "Duodenum, ampulla, colon or rectum",
            "duodenum",
            "ampulla",
            "right_colon",
            "left_colon",
            "rectum",
        ),
    ),
    (bowel.ILEUM_STAGE_IV_THREATENED, *_STAGE_IV),
    (*pancreas.NCCN_FIRST, *appendix.NCCN_FIRST, *upper.STOMACH_US_FIRST),
    (*pancreas.NCCN_SURGICAL, *appendix.NCCN_SURGICAL, *upper.STOMACH_US_SURGICAL),
    _no_position("NCCN"),
)
