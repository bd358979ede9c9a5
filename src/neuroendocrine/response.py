"""What has happened to the lesions? Response by RECIST 1.1, and the band of the tumour growth rate.

Sources: RECIST 1.1 (evidence CA-10, CA-18), GREPONET (CA-11, CA-12). Not encoded: tumour markers among the lesions that
are not targets; the changes of growth rate under treatment of GREPONET-2, which are means and set no limit.
"""

from __future__ import annotations

from guideline import all_of, any_of, conclusion, criterion, first_of, none_of, outcome
from neuroendocrine.facts.response import (
    DECREASE,
    GROWTH_RATE,
    GROWTH_SETTING,
    INCREASE,
    INCREASE_MM,
    NEW_LESION,
    NODE_SHORT_AXIS,
    NON_TARGETS,
    TARGET_NODES,
    TARGETS_NOW,
)

NEW = criterion("new-lesion", "New lesion on CT or MRI", NEW_LESION.is_("yes"), kind="part", evidence="CA-10")
GONE = all_of(
    "gone",
    "All targets gone, target nodes below 10 mm",
    criterion(
        "targets-gone", "No target lesion left outside nodes", TARGETS_NOW.is_("gone"), kind="part", evidence="CA-10"
    ),
    any_of(
        "nodes-normal",
        "No nodes among the targets, or all below 10 mm in short axis",
        criterion("no-target-nodes", "No nodes among the targets", TARGET_NODES.no, kind="part", evidence="CA-10"),
        criterion(
            "nodes-below-10",
            "Target nodes below 10 mm in short axis",
            NODE_SHORT_AXIS < 10,
            kind="part",
            evidence="CA-10",
        ),
        kind="part",
    ),
    kind="part",
    evidence="CA-10",
)
GROWN = all_of(
    "grown",
    "At least 20 % and at least 5 mm more than the smallest sum",
    criterion("increase-20", "Increase of at least 20 %", INCREASE >= 20, kind="part", evidence="CA-10"),
    criterion("increase-5-mm", "Increase of at least 5 mm", INCREASE_MM >= 5, kind="part", evidence="CA-10"),
    kind="part",
    evidence="CA-10",
)
SHRUNK = criterion(
    "decrease-30", "Decrease of at least 30 % from baseline", DECREASE >= 30, kind="part", evidence="CA-10"
)

WORSE = criterion(
    "non-targets-worse",
    "Lesions that are not targets: clearly worse",
    NON_TARGETS.is_("worse"),
    kind="part",
    evidence="CA-18",
)
ALL_GONE = all_of(
    "all-gone",
    "All targets gone, and nothing left of the others",
    GONE,
    criterion(
        "no-other-lesion",
        "No other lesion at baseline, or all of them gone",
        NON_TARGETS.one_of("none", "gone"),
        kind="part",
        evidence="CA-18",
    ),
    kind="part",
    evidence=("CA-10", "CA-18"),
)

# Nodes that are all of normal size count as gone although their sum is not 0, and although that sum may have grown by
# 20 %: of the targets alone, gone is looked at before grown, and in the whole response only what is not gone has grown.
# There growth comes first, because it is progression whatever is known of the other lesions.
TARGET_RESPONSE = conclusion(
    "target_response",
    first_of(
        "target-response",
        "Response of the targets alone",
        (outcome("complete response", evidence="CA-10"), GONE),
        (outcome("progressive disease", evidence="CA-10"), GROWN),
        (outcome("partial response", evidence="CA-10"), SHRUNK),
        (outcome("stable disease", evidence="CA-10"), None),
        evidence="CA-10",
    ),
    label="Response of the targets alone",
    evidence="CA-10",
)
RECIST = first_of(
    "recist",
    "Response by RECIST 1.1",
    (
        outcome("Progressive disease: targets have grown", outcome_id="progression-growth", evidence="CA-10"),
        all_of(
            "grown-and-seen",
            "Grown, and not gone",
            none_of("not-gone", "Not gone", GONE, kind="part"),
            GROWN,
            kind="part",
            evidence="CA-10",
        ),
    ),
    (outcome("Progressive disease: new lesion", outcome_id="progression-new-lesion", evidence="CA-10"), NEW),
    (
        outcome(
            "Progressive disease: lesions that are not targets are clearly worse",
            outcome_id="progression-other-lesions",
            evidence="CA-18",
        ),
        WORSE,
    ),
    (outcome("Complete response", outcome_id="complete-response", evidence=("CA-10", "CA-18")), ALL_GONE),
    (
        outcome("Partial response", outcome_id="partial-response", evidence=("CA-10", "CA-18")),
        any_of(
            "gone-or-shrunk",
            "Targets gone or smaller by at least 30 %",
            GONE,
            SHRUNK,
            kind="part",
            evidence=("CA-10", "CA-18"),
        ),
    ),
    (outcome("Stable disease", outcome_id="stable-disease", evidence="CA-10"), None),
    evidence=("CA-10", "CA-18"),
)

_BEFORE = criterion(
    "before-treatment",
    "Interval before a treatment is started",
    GROWTH_SETTING.is_("before_treatment"),
    kind="part",
    evidence="CA-12",
)
_EARLY = criterion(
    "first-3-months",
    "Interval from the start of a treatment to about 3 months",
    GROWTH_SETTING.is_("first_3_months"),
    kind="part",
    evidence="CA-12",
)
RATE_4 = criterion("rate-4", "Growth rate at least 4 % per month", GROWTH_RATE >= 4, kind="part", evidence="CA-12")
RATE_08 = criterion(
    "rate-08", "Growth rate at least 0.8 % per month", GROWTH_RATE >= 0.8, kind="part", evidence="CA-12"
)
GROWTH_BAND = conclusion(
    "growth_band",
    first_of(
        "growth-band",
        "Band of the growth rate in GREPONET",
        (
            outcome(
                "before treatment, 4 % per month or more: hazard ratio 2.22 against less",
                outcome_id="before-fast",
                evidence="CA-12",
            ),
            all_of("before-fast", "Before treatment, fast", _BEFORE, RATE_4, kind="part"),
        ),
        (
            outcome(
                "before treatment, below 4 % per month: the reference group",
                outcome_id="before-slow",
                evidence="CA-12",
            ),
            _BEFORE,
        ),
        (
            outcome(
                "first 3 months, 0.8 % per month or more: median progression-free survival of the group 9.3 months",
                outcome_id="early-fast",
                evidence="CA-12",
            ),
            all_of("early-fast", "First 3 months, fast", _EARLY, RATE_08, kind="part"),
        ),
        (
            outcome(
                "first 3 months, below 0.8 % per month: median progression-free survival of the group 26.3 months",
                outcome_id="early-slow",
                evidence="CA-12",
            ),
            _EARLY,
        ),
        (outcome("no published band for this interval", outcome_id="no-band", evidence="CA-12"), None),
        evidence="CA-12",
    ),
    label="GREPONET (prognostic only)",
    evidence="CA-12",
)
