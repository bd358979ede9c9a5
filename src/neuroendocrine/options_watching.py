"""Where guidelines place watchful waiting: small tumours instead of removal, little and slow disease instead of a drug.

Sources: evidence PA-05, SU-01 to SU-04, SU-10, SU-51, SU-52, SU-58, DI-35, DI-37, DI-43.
"""

from __future__ import annotations

from guideline import first_of
from neuroendocrine.facts.imaging import BULKY, RAPID_GROWTH
from neuroendocrine.facts.staging import REGIONAL_NODES
from neuroendocrine.options_surgery import (
    GRADE_2,
    NOT_SPREAD,
    OTHER_SYNDROME,
    SMALL_GASTRIC,
    SMALL_PANCREATIC,
    SPORADIC,
    SYNDROME_LIMITS,
    THREATENED,
)
from neuroendocrine.placement import (
    ADVANCED,
    FUNCTIONING,
    GRADE_1_2,
    GRADE_3,
    MIXED,
    NEC,
    NO_SYMPTOMS,
    NON_FUNCTIONING,
    OTHER_TUMOUR,
    PROGRESSIVE,
    RESECTABLE,
    SYMPTOMS,
    either,
    every,
    excluded,
    first,
    neither,
    not_placed,
    part,
    primary_not_found,
    selected,
)

WATCHING = first_of(
    "watching",
    "Watchful waiting",
    OTHER_TUMOUR,
    (
        excluded("PA-03", "PA-05", note="Not in a carcinoma (NEC) or a mixed neoplasm."),
        either("no-watching", "Carcinoma or mixed neoplasm", NEC, MIXED),
    ),
    (
        not_placed(
            "PA-05",
            note=(
                "Symptoms, a hormone syndrome, progression, fast growth, much tumour, a threatened bowel or NET G3 "
                "speak against waiting."
            ),
        ),
        either(
            "against-watching",
            "A reason against waiting",
            SYMPTOMS,
            FUNCTIONING,
            PROGRESSIVE,
            GRADE_3,
            part("fast", "Rapid growth", RAPID_GROWTH.yes, "PA-05"),
            every(
                "bulky-not-small",
                "Bulky disease, other than a small tumour",
                part("bulky", "Bulky disease", BULKY.yes, "PA-05", "DI-43"),
                neither("not-small", "Not a small tumour of pancreas or stomach", SMALL_PANCREATIC, SMALL_GASTRIC),
            ),
            THREATENED,
        ),
    ),
    (
        first("SU-58", "SU-51", "DI-37", "PA-05", note="Type 1 or 2 up to 10 mm: endoscopy at intervals, or removal."),
        every("watch-gastric", "Small gastric tumour of type 1 or 2", RESECTABLE, SMALL_GASTRIC),
    ),
    (
        selected(
            "TA-12",
            "SU-01",
            "SU-10",
            note=SYNDROME_LIMITS,
            case="selected-hereditary",
        ),
        every("watch-in-syndrome", "Resectable, in such a syndrome", RESECTABLE, NOT_SPREAD, OTHER_SYNDROME),
    ),
    (
        selected(
            "SU-01",
            "SU-04",
            note="Small but G2: one position keeps low G2 under surveillance, another resects G2 in a fit person.",
            case="selected-g2",
        ),
        every("watch-pancreas-g2", "Small pancreatic tumour, G2", RESECTABLE, SMALL_PANCREATIC, GRADE_2, SPORADIC),
    ),
    (
        selected(
            "SU-01",
            note="Nodes not assessed: the positions on surveillance presuppose nodes that are free on imaging.",
            case="selected-nodes-open",
        ),
        every(
            "watch-pancreas-nodes-open",
            "Small pancreatic tumour, nodes not assessed",
            RESECTABLE,
            SMALL_PANCREATIC,
            GRADE_1_2,
            SPORADIC,
            part("nodes-not-assessed", "Nodes not assessed", REGIONAL_NODES.is_("not_assessed"), "SU-01"),
        ),
    ),
    (
        first("SU-01", "PA-44", "DI-35", note="One of the first options up to 2 cm; guidelines part on size."),
        every("watch-pancreas", "Small pancreatic tumour, G1 or G2", RESECTABLE, SMALL_PANCREATIC, GRADE_1_2),
    ),
    primary_not_found("watching", ADVANCED),
    (
        selected(
            "PA-05",
            "DI-43",
            note="Guidelines part: allowed with little, slow disease and a first scan after 3 months, or not at all.",
        ),
        every(
            "watch-advanced",
            "Advanced, no symptoms, G1 or G2, not progressive",
            ADVANCED,
            NO_SYMPTOMS,
            NON_FUNCTIONING,
            GRADE_1_2,
        ),
    ),
    (not_placed("PA-05"), None),
)
