"""In which band of node risk is an appendiceal NET, and which odds ratios stand behind it? No probability.

Sources: evidence CA-35, SU-35, SU-36; the rule is in neuroendocrine/node_risk.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    LYMPHOVASCULAR,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.staging import APPENDIX_DEPTH
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.node_risk import APPENDIX_NODE_RISK, SEROSA_ODDS, SIZE_ODDS

CALCULATOR = Calculator(
    id="appendix_node_risk",
    title="Node risk of an appendiceal NET",
    intended_use=(
        "For professionals who discuss a second operation after an appendectomy: names a qualitative band and shows "
        "the odds ratios of a registry. Guidelines part on what follows from it."
    ),
    not_for=(
        "goblet cell adenocarcinoma, mixed neoplasms and carcinomas",
        "one person's probability: no formula with a baseline has been published",
        "deciding on a hemicolectomy by this alone",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", TUMOUR_TYPE, PRIMARY_SITE, DIFFERENTIATION, PRIMARY_SIZE),
        section("invasion", "Invasion", APPENDIX_DEPTH, LYMPHOVASCULAR),
        section("grade", "Grade", WHO_GRADE, KI67, MITOSES, MITOSES_COUNTED, AREA_COUNTED),
    ),
    rule=APPENDIX_NODE_RISK,
    reports=(SIZE_ODDS, SEROSA_ODDS, WHO_GRADE),
    notices=(
        notice(
            "deeper-than-3-mm",
            "More than 3 mm into subserosa or mesoappendix: a reason for hemicolectomy at 1 to 2 cm by ENETS and "
            "NANETS, not by NCCN. The bands do not contain it.",
            APPENDIX_DEPTH.is_("subserosa_over_3"),
            evidence=("SU-32", "SU-33"),
            fact=APPENDIX_DEPTH,
        ),
    ),
    not_considered=(
        "margin and place in the appendix (base or tip), which guidelines look at",
        "that only operated and examined patients are in the registry",
        "a newer analysis in which the serosa did not matter below 2 cm, for which no citable source was found",
    ),
)
