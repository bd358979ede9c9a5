"""Which response by RECIST 1.1: sums of target diameters, disappearance, nodes, other and new lesions.

Source: evidence CA-10, CA-18; the rule is in neuroendocrine/response.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.response import (
    DECREASE,
    INCREASE,
    INCREASE_MM,
    NADIR_OVER_BASELINE,
    NEW_LESION,
    NODE_SHORT_AXIS,
    NON_TARGETS,
    SUM_BASELINE,
    SUM_NOW,
    SUM_SMALLEST,
    TARGET_NODES,
    TARGETS_NOW,
)
from neuroendocrine.response import RECIST, TARGET_RESPONSE

CALCULATOR = Calculator(
    id="recist",
    title="Response by RECIST 1.1",
    intended_use=(
        "For professionals who read two or more scans of the same method: compares the sums of target lesions with the "
        "limits of RECIST 1.1 and shows both reference points, baseline and smallest sum."
    ),
    not_for=(
        "receptor PET alone: RECIST measures on CT or MRI",
        "deciding on a treatment by one number",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("sums", "Sums of target lesions", SUM_BASELINE, SUM_SMALLEST, SUM_NOW),
        section(
            "targets",
            "Targets now",
            TARGETS_NOW,
            TARGET_NODES,
            ask(NODE_SHORT_AXIS, when=TARGET_NODES.yes),
        ),
        section("others", "Other lesions", NON_TARGETS, NEW_LESION),
    ),
    rule=RECIST,
    reports=(TARGET_RESPONSE, DECREASE, INCREASE, INCREASE_MM),
    contradictions=(
        contradiction(
            "nadir-above-baseline",
            "The smallest sum is larger than the baseline: the baseline itself counts, so it cannot be.",
            NADIR_OVER_BASELINE > 0,
            fact=SUM_SMALLEST,
        ),
        contradiction(
            "gone-with-sum",
            "No target lesion is left and no node is a target, yet the sum is above 0.",
            TARGETS_NOW.is_("gone"),
            TARGET_NODES.no,
            SUM_NOW > 0,
            fact=SUM_NOW,
        ),
        contradiction(
            "seen-without-sum",
            "A target lesion is still seen, yet the sum is 0: one too small to measure counts with a default size.",
            TARGETS_NOW.is_("seen"),
            SUM_NOW <= 0,
            fact=SUM_NOW,
        ),
    ),
    notices=(
        notice(
            "receptor-only",
            "New uptake on receptor PET is not progression by RECIST in itself; what it is has to be found out.",
            NEW_LESION.is_("receptor_only"),
            evidence="CA-10",
            fact=NEW_LESION,
        ),
        notice(
            "under-5-mm",
            "20 % or more above the smallest sum, but less than 5 mm: not progression by RECIST.",
            INCREASE >= 20,
            INCREASE_MM < 5,
            evidence="CA-10",
            fact=SUM_NOW,
        ),
    ),
    not_considered=(
        "tumour markers, which have to be normal for a complete response where they count among the other lesions",
        "regrowth after everything had disappeared",
        "density, necrosis, hormones and symptoms, which can change while size does not",
        "confirmation by a later scan",
    ),
)
