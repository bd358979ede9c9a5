"""Follow-up after removal by NCCN, by CommNETs with NANETS, and by the Czech guideline on the appendix.

Sources: NCCN as seen in a summary (evidence FU-05 to FU-08), CommNETs/NANETS 2018 (FU-09), Czech guideline (FU-11),
endoscopy of gastric type 1 (FU-12).
"""

from __future__ import annotations

from guideline import criterion, first_of, outcome
from neuroendocrine.facts.follow_up import FOLLOW_UP_YEARS
from neuroendocrine.facts.pathology import DIGESTIVE_SITES, KI67, PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.surgery import RESECTION_MARGIN
from neuroendocrine.follow_up import (
    AFTER_10_YEARS,
    BELOW_10,
    GASTRIC_1,
    GRADE_1,
    GRADE_3,
    IN_APPENDIX,
    IN_PANCREAS,
    IN_RECTUM,
    MARGIN_CLEAR,
    METHOD,
    NO_NODES,
    NODES,
    NODES_NOT_INVOLVED,
    STILL_THERE,
    WITHIN_1_YEAR,
    no_follow_up,
    not_covered,
    not_stated,
)
from neuroendocrine.placement import MIXED, NEC, OTHER_TUMOUR, THORACIC, either, every, part

# NCCN ---------------------------------------------------------------------------------------------------------------

_NCCN_NODES = "For tumours of up to 2 cm without involved nodes. Seen in a summary of the guideline."

NCCN = first_of(
    "follow-up-nccn",
    "NCCN",
    OTHER_TUMOUR,
    (
        not_stated("FU-05", note="What was re-read is about NET; carcinomas, mixed neoplasms and NET G3 are apart."),
        either("nccn-apart", "Carcinoma (NEC), mixed neoplasm or NET G3", NEC, MIXED, GRADE_3, evidence=("FU-05",)),
    ),
    (
        outcome(
            "Endoscopy every 2 to 3 years",
            outcome_id="endoscopy-2-to-3-years",
            note="Gastric type 1; European guidance prints 1 to 2 years.",
            evidence=("FU-12", "SU-54", "DI-37"),
        ),
        GASTRIC_1,
    ),
    (
        not_stated("FU-05", note="What was re-read is about the time after removal.", case="not-removed-not-stated"),
        STILL_THERE,
    ),
    (
        no_follow_up(
            "FU-07", "FU-04", note="Appendix up to 1 cm, or rectum below 1 cm; margin clear, no involved node."
        ),
        every(
            "nccn-none",
            "Small NET of appendix or rectum, margin clear, no involved node",
            MARGIN_CLEAR,
            NODES_NOT_INVOLVED,
            either(
                "nccn-small",
                "Appendix up to 10 mm, or rectum below 10 mm",
                every(
                    "nccn-small-appendix",
                    "Appendix, at most 10 mm",
                    IN_APPENDIX,
                    part("appendix-up-to-10", "At most 10 mm", PRIMARY_SIZE <= 10, "FU-07"),
                ),
                every("nccn-small-rectum", "Rectum, smaller than 10 mm", IN_RECTUM, BELOW_10),
                evidence=("FU-07", "FU-04"),
            ),
            evidence=("FU-07", "FU-04"),
        ),
    ),
    (
        outcome(
            "Optional, every 2 to 5 years by features",
            outcome_id="optional-2-to-5-years",
            note=_NCCN_NODES,
            evidence=("FU-07",),
        ),
        every(
            "nccn-appendix",
            "Appendix, up to 20 mm, no involved node",
            IN_APPENDIX,
            part("appendix-up-to-20", "At most 20 mm", PRIMARY_SIZE <= 20, "FU-07"),
            NODES_NOT_INVOLVED,
            evidence=("FU-07",),
        ),
    ),
    (
        outcome(
            "Rectal MRI or endoscopic ultrasound once, 6 to 12 months after treatment",
            outcome_id="rectum-6-to-12-months",
            note="What follows was not re-read. " + _NCCN_NODES,
            evidence=("FU-08",),
        ),
        every(
            "nccn-rectum",
            "Rectum, up to 20 mm, no involved node",
            IN_RECTUM,
            part("rectum-up-to-20", "At most 20 mm", PRIMARY_SIZE <= 20, "FU-08"),
            NODES_NOT_INVOLVED,
            evidence=("FU-08",),
        ),
    ),
    (
        outcome(
            "As indicated: the 10 years with an interval have passed",
            outcome_id="as-indicated",
            note=METHOD,
            evidence=("FU-05",),
        ),
        AFTER_10_YEARS,
    ),
    (
        outcome(
            "CT or MRI once between 12 weeks and 12 months after removal",
            outcome_id="first-year",
            note=(
                "Multiphasic, with history and examination; then every 12 to 24 months to 10 years. "
                "Older versions print 3 to 12 months first. Biomarkers only when the tumour is functioning."
            ),
            evidence=("FU-05",),
        ),
        WITHIN_1_YEAR,
    ),
    (
        outcome(
            "CT or MRI every 12 to 24 months, to 10 years",
            outcome_id="every-12-to-24-months",
            note="Then as indicated. Biomarkers only when the tumour is functioning.",
            evidence=("FU-05",),
        ),
        None,
    ),
)

# CommNETs and NANETS 2018 -------------------------------------------------------------------------------------------

COMMNETS_2018 = first_of(
    "follow-up-commnets",
    "CommNETs and NANETS 2018",
    OTHER_TUMOUR,
    (not_covered("FU-09", note="It is about gastro-entero-pancreatic NET."), THORACIC),
    (
        not_stated("FU-09", note="Carcinomas, mixed neoplasms and NET G3 are not named."),
        either("commnets-apart", "Carcinoma (NEC), mixed neoplasm or NET G3", NEC, MIXED, GRADE_3, evidence=("FU-09",)),
    ),
    (
        not_covered("FU-09", note="It is about tumours that were removed whole."),
        either(
            "commnets-not-whole",
            "Not removed, or margin not clear",
            STILL_THERE,
            part(
                "margin-not-clear",
                "Margin involved or unclear",
                RESECTION_MARGIN.one_of("involved", "unclear"),
                "FU-09",
            ),
            evidence=("FU-09",),
        ),
    ),
    (
        outcome(
            "None may be needed",
            outcome_id="may-need-none",
            note="Pancreatic NET G1 below 2 cm without involved nodes.",
            evidence=("FU-09",),
        ),
        every(
            "commnets-none",
            "Pancreas, G1, smaller than 20 mm, no involved node",
            IN_PANCREAS,
            GRADE_1,
            part("below-20-mm", "Smaller than 20 mm", PRIMARY_SIZE < 20, "FU-09"),
            NO_NODES,
            evidence=("FU-09",),
        ),
    ),
    (
        outcome(
            "Not stated: the 10 years that are named at least have passed",
            outcome_id="past-10-years",
            note="At least 10 years are named; later recurrence is described by others.",
            evidence=("FU-09",),
        ),
        AFTER_10_YEARS,
    ),
    (
        outcome(
            "CT or MRI more often than yearly at first, for at least 10 years",
            outcome_id="more-often",
            note="Involved nodes or a Ki-67 above 5 % call for more; no number is named.",
            evidence=("FU-09", "SU-15"),
        ),
        every(
            "commnets-more",
            "Pancreas, with involved nodes or a Ki-67 above 5 %",
            IN_PANCREAS,
            either(
                "commnets-risk",
                "Involved nodes, or a Ki-67 above 5 %",
                NODES,
                part("ki67-above-5", "Ki-67 above 5 %", KI67 > 5, "FU-09"),
                evidence=("FU-09",),
            ),
            evidence=("FU-09",),
        ),
    ),
    (
        outcome(
            "CT or MRI every year for 3 years, then every 1 to 2 years to 10 years",
            outcome_id="yearly-then-1-to-2-years",
            note="Within the first 3 years: every year.",
            evidence=("FU-09",),
        ),
        every(
            "commnets-early",
            "Pancreas, at most 3 years ago",
            IN_PANCREAS,
            part("within-3-years", "At most 3 years ago", FOLLOW_UP_YEARS <= 3, "FU-09"),
            evidence=("FU-09",),
        ),
    ),
    (
        outcome(
            "CT or MRI every 1 to 2 years, to 10 years",
            outcome_id="every-1-to-2-years",
            note="The first 3 years, with yearly imaging, have passed.",
            evidence=("FU-09",),
        ),
        IN_PANCREAS,
    ),
    (
        outcome(
            "For at least 10 years; the interval was not re-read",
            outcome_id="ten-years",
            note="Small intestine: less dense in the first 3 years than older guidelines.",
            evidence=("FU-09",),
        ),
        part("digestive", "Another digestive primary", PRIMARY_SITE.one_of(*DIGESTIVE_SITES), "FU-09"),
    ),
    (not_stated("FU-09", note="A primary that was not found is not named.", case="no-primary"), None),
)

# Czech guideline, appendix ------------------------------------------------------------------------------------------

_ABOVE_20 = part("above-20-mm", "Larger than 20 mm", PRIMARY_SIZE > 20, "FU-11")

CZECH_APPENDIX = first_of(
    "follow-up-czech",
    "Czech guideline, appendix",
    OTHER_TUMOUR,
    (
        not_covered("FU-11", note="What was re-read is about NET of the appendix that were removed."),
        either(
            "czech-apart",
            "Not a removed NET of the appendix",
            NEC,
            MIXED,
            GRADE_3,
            STILL_THERE,
            criterion(
                "elsewhere",
                "Primary elsewhere, or not found",
                PRIMARY_SITE.one_of(
                    *(each for each in DIGESTIVE_SITES if each != "appendix"),
                    "lung",
                    "thymus",
                    "unknown_primary",
                ),
                kind="part",
                evidence="FU-11",
            ),
            evidence=("FU-11",),
        ),
    ),
    (
        outcome(
            "Twice in the first year, then every year",
            outcome_id="twice-a-year",
            note="Above 2 cm; the first year is not over.",
            evidence=("FU-11",),
        ),
        every(
            "czech-large-early",
            "Larger than 20 mm, at most 1 year ago",
            _ABOVE_20,
            WITHIN_1_YEAR,
            evidence=("FU-11",),
        ),
    ),
    (
        outcome("Every year", outcome_id="every-year", note="Above 2 cm, after the first year.", evidence=("FU-11",)),
        _ABOVE_20,
    ),
    (
        not_stated("FU-11", note="Up to 2 cm an appendectomy with a clear margin is named, and no involved node."),
        either(
            "czech-not-whole",
            "Margin involved or unclear, or an involved node",
            part(
                "czech-margin",
                "Margin involved or unclear",
                RESECTION_MARGIN.one_of("involved", "unclear"),
                "FU-11",
            ),
            NODES,
            evidence=("FU-11",),
        ),
    ),
    (no_follow_up("FU-11", note="Below 1 cm, appendectomy with a clear margin, no involved node."), BELOW_10),
    (
        outcome(
            "Considered case by case; no interval named",
            outcome_id="considered",
            note="1 to 2 cm, margin clear, no involved node.",
            evidence=("FU-11",),
        ),
        None,
    ),
)
