"""How often, by what and for how long is a NET followed up? One table per source, because the sources disagree (DI-38).

Here is what the sources share, and ESMO 2020 (evidence FU-01 to FU-04, FU-12, FU-19); NCCN, CommNETs and the Czech
guideline are in follow_up_removed.py. What the re-read parts of a source do not state is said to be not stated.
Not encoded, because recalled with moderate confidence only: small pancreatic NET under surveillance (FU-14), carcinoid
syndrome (FU-15), MEN1 (FU-20); national tables by site without figures here (FU-10); the yearly endoscopy of one review
(FU-13); growth rate (FU-18) and recurrence risk score (FU-27), which have calculators of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import first_of, outcome
from neuroendocrine.facts.follow_up import (
    ADVERSE_HISTOLOGY,
    FOLLOW_UP_SETTING,
    FOLLOW_UP_YEARS,
)
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import REGIONAL_NODES
from neuroendocrine.facts.surgery import GASTRIC_TYPE, RESECTION_MARGIN
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.placement import MIXED, NEC, OTHER_TUMOUR, THORACIC, either, every, part

if TYPE_CHECKING:
    from guideline.tables import Outcome

# What several sources ask -------------------------------------------------------------------------------------------

REMOVED = part("removed", "Removed, nothing left on imaging", FOLLOW_UP_SETTING.is_("removed"), "FU-01", "FU-05")
STILL_THERE = part(
    "still-there",
    "Not removed: watched, or advanced",
    FOLLOW_UP_SETTING.one_of("watched", "advanced"),
    "FU-05",
    "FU-09",
)
WATCHED = part("watched", "Localised, and watched instead of removed", FOLLOW_UP_SETTING.is_("watched"), "PA-05")
LOCALISED = part(
    "localised", "Removed or watched, not advanced", FOLLOW_UP_SETTING.one_of("removed", "watched"), "FU-12"
)
MARGIN_CLEAR = part("margin-clear", "Margin clear (R0)", RESECTION_MARGIN.is_("clear"), "FU-04", "FU-11")
NO_NODES = part("nodes-none", "No node involved", REGIONAL_NODES.is_("none"), "FU-09")
NODES_NOT_INVOLVED = part(
    "nodes-not-involved",
    "No node involved as far as known",
    REGIONAL_NODES.one_of("none", "not_assessed"),
    "FU-04",
    "FU-07",
    "FU-08",
)
NODES = part("nodes-involved", "Nodes involved", REGIONAL_NODES.is_("involved"), "FU-09", "FU-11")
GRADE_1 = part("grade-1", "NET G1", WHO_GRADE.is_("net-g1"), "FU-01", "FU-04")
GRADE_2 = part("grade-2", "NET G2", WHO_GRADE.is_("net-g2"), "FU-01")
GRADE_3 = part("grade-3", "NET G3", WHO_GRADE.is_("net-g3"), "FU-01")
GASTRIC_1 = every(
    "gastric-type-1",
    "Gastric NET type 1, not advanced",
    part("in-stomach", "Primary in the stomach", PRIMARY_SITE.is_("stomach"), "FU-12"),
    part("type-1", "Type 1", GASTRIC_TYPE.is_("type_1"), "FU-12"),
    LOCALISED,
    evidence=("FU-12", "DI-37"),
)
IN_APPENDIX = part("in-appendix", "Primary in the appendix", PRIMARY_SITE.is_("appendix"), "FU-07", "FU-11")
IN_RECTUM = part("in-rectum", "Primary in the rectum", PRIMARY_SITE.is_("rectum"), "FU-08")
IN_PANCREAS = part("in-pancreas", "Primary in the pancreas", PRIMARY_SITE.is_("pancreas"), "FU-09")
BELOW_10 = part("below-10-mm", "Smaller than 10 mm", PRIMARY_SIZE < 10, "FU-04", "FU-11")
AFTER_10_YEARS = part("after-10-years", "More than 10 years ago", FOLLOW_UP_YEARS > 10, "FU-05", "FU-09")
WITHIN_1_YEAR = part("within-1-year", "At most 1 year ago", FOLLOW_UP_YEARS <= 1, "FU-05", "FU-11")

# What a source can say ----------------------------------------------------------------------------------------------


def not_stated(*records: str, note: str, case: str = "not-stated") -> Outcome:
    """The part of the source that was re-read says nothing."""
    return outcome(
        "Not stated in the parts of this source that were re-read", outcome_id=case, note=note, evidence=records
    )


def not_covered(*records: str, note: str) -> Outcome:
    """The source is about something else."""
    return outcome("Not covered by this source", outcome_id="not-covered", note=note, evidence=records)


def no_follow_up(*records: str, note: str) -> Outcome:
    """The source needs none."""
    return outcome("No regular follow-up needed", outcome_id="none", note=note, evidence=records)


METHOD = "Method: CT or MRI. Biomarkers only when the tumour is functioning."
# Encoded as an interval only after removal: a date two years ahead is not made for disease that is still there.
_STRETCH = "After more than 5 years the source lets the interval stretch to 1 to 2 years. "

# ESMO 2020 ----------------------------------------------------------------------------------------------------------

ESMO_2020 = first_of(
    "follow-up-esmo",
    "ESMO 2020",
    OTHER_TUMOUR,
    (not_covered("FU-01", note="It is about gastro-entero-pancreatic neoplasms."), THORACIC),
    (not_stated("FU-01", note="A mixed neoplasm is not named.", case="mixed-not-stated"), MIXED),
    (
        outcome(
            "Every 2 to 3 months",
            outcome_id="every-2-to-3-months",
            note=(
                "After removal and in advanced disease alike; for a carcinoma treated with curative intent the first "
                "2 years are named. In G3 the interval is kept short later on. " + METHOD
            ),
            evidence=("FU-01", "FU-02", "FU-03", "FU-19"),
        ),
        either("high-grade", "Carcinoma (NEC) or NET G3", NEC, GRADE_3, evidence=("FU-01", "FU-19")),
    ),
    (
        no_follow_up(
            "FU-04", note="For a small NET G1 of appendix or rectum, removed whole, without adverse features."
        ),
        every(
            "esmo-none",
            "Appendix or rectum, G1, smaller than 10 mm, margin clear, no adverse features, no involved node",
            either("appendix-or-rectum", "Appendix or rectum", IN_APPENDIX, IN_RECTUM, evidence=("FU-04",)),
            REMOVED,
            GRADE_1,
            BELOW_10,
            MARGIN_CLEAR,
            part("no-adverse", "No adverse features in the report", ADVERSE_HISTOLOGY.no, "FU-04"),
            NODES_NOT_INVOLVED,
            evidence=("FU-04",),
        ),
    ),
    (
        outcome(
            "Endoscopy every 1 to 2 years",
            outcome_id="endoscopy-1-to-2-years",
            note="ESMO and ENETS: 12 to 24 months for gastric type 1; one review prints every year.",
            evidence=("FU-12", "SU-54", "DI-37"),
        ),
        GASTRIC_1,
    ),
    (
        not_stated("PA-05", note="No interval was re-read for a tumour that is watched.", case="watched-not-stated"),
        WATCHED,
    ),
    (
        outcome(
            "Every 1 to 2 years, for life",
            outcome_id="every-1-to-2-years-life",
            note=(
                "After more than 5 years the interval may stretch; recurrence after 10 to 20 years is described. "
                + METHOD
            ),
            evidence=("FU-03",),
        ),
        every(
            "esmo-late",
            "NET G1 or G2, removed, more than 5 years of follow-up",
            REMOVED,
            part("after-5-years", "More than 5 years ago", FOLLOW_UP_YEARS > 5, "FU-03"),
            either("grade-1-or-2", "NET G1 or G2", GRADE_1, GRADE_2, evidence=("FU-03",)),
            evidence=("FU-03",),
        ),
    ),
    (
        outcome(
            "Every 6 to 12 months, for life",
            outcome_id="every-6-to-12-months",
            note=(
                "After removal and in advanced disease alike. For advanced NET G1 and G2 the guideline itself prints "
                "3 to 6 months (not re-read in the source). " + _STRETCH + METHOD
            ),
            evidence=("FU-01", "FU-02", "FU-03"),
        ),
        GRADE_1,
    ),
    (
        outcome(
            "Every 6 to 12 months with a low Ki-67, every 3 to 6 months with a higher one, for life",
            outcome_id="every-3-to-12-months",
            note=(
                "No limit between low and higher is named; the 3 to 6 months were not re-read in the source. "
                "After removal and in advanced disease alike. " + _STRETCH + METHOD
            ),
            evidence=("FU-01", "FU-02", "FU-03"),
        ),
        GRADE_2,
    ),
    (not_stated("FU-01", note="The intervals go by grade, and this tumour has none.", case="no-grade"), None),
)
