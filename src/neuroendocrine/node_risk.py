"""How likely are positive nodes or a recurrence, by published scores? Groups of studies, never one person's risk.

Sources: lymph-node risk score (evidence CA-37) and recurrence risk score (CA-38) of non-functioning pancreatic NET;
size and nodes of appendiceal NET (CA-35, SU-35, SU-36).
Not encoded: the percentage of the high node-risk group, which was not read in full (CA-37); imaging intervals by
recurrence group (CA-38), recalled with moderate confidence; a probability for the appendix, which has no published
intercept (CA-35); serosal extension as no risk below 2 cm (SU-37), which has no citable source; hazard ratios after
resection (CA-39), which have no calculator of their own.
"""

from __future__ import annotations

from guideline import any_of, conclusion, criterion, first_of, none_of, outcome, points
from guideline.rules import Criterion
from guideline.tables import Outcome
from neuroendocrine.facts.history import FUNCTIONING, SYMPTOMS_AT_DIAGNOSIS
from neuroendocrine.facts.imaging import PANCREAS_PART
from neuroendocrine.facts.pathology import (
    DIFFERENTIATION,
    KI67,
    LYMPHOVASCULAR,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.staging import APPENDIX_DEPTH, METASTASES, REGIONAL_NODES
from neuroendocrine.grading import WHO_GRADE

# Pancreas, before surgery: lymph-node risk score (CA-37) --------------------------------------------------------------

NODE_POINTS = points(
    "node_risk_points",
    "Lymph-node risk score",
    (3, criterion("proximal", "Head or uncinate", PANCREAS_PART.is_("head_uncinate"), kind="part", evidence="CA-37")),
    (2, criterion("node-ki67", "Ki-67 at least 3 %", KI67 >= 3, kind="part", evidence="CA-37")),
    start=2,
    evidence="CA-37",
)


POOR = criterion(
    "poorly-differentiated",
    "Poorly differentiated",
    DIFFERENTIATION.is_("poor"),
    kind="part",
    evidence=("CL-04", "CL-16"),
)


def _carcinoma(record: str) -> Outcome:
    return outcome(
        "Carcinoma (NEC): the score was not made for it",
        outcome_id="carcinoma",
        evidence=(record, "CL-04"),
        out_of_scope=True,
    )


def _functioning(record: str) -> tuple[Outcome, Criterion]:
    return (
        outcome(
            "Functioning tumour: the score was not made for it",
            outcome_id="functioning",
            evidence=record,
            out_of_scope=True,
        ),
        criterion("functioning", "Functioning tumour", FUNCTIONING.yes, kind="part", evidence=record),
    )


PANCREAS_NODE_RISK = first_of(
    "pancreas-node-risk",
    "Node risk before surgery of a small pancreatic NET",
    (_carcinoma("CA-37"), POOR),
    _functioning("CA-37"),
    (
        outcome(
            "2 cm or larger: the score was not made for it", outcome_id="large", evidence="CA-37", out_of_scope=True
        ),
        criterion("node-size", "At least 20 mm (2 cm)", PRIMARY_SIZE >= 20, kind="part", evidence="CA-37"),
    ),
    (
        outcome(
            "Ki-67 above 20 %: the score was not made for it",
            outcome_id="ki67-high",
            evidence="CA-37",
            out_of_scope=True,
        ),
        criterion("node-ki67-high", "Ki-67 above 20 %", KI67 > 20, kind="part", evidence="CA-37"),
    ),
    (
        outcome(
            "Low group (score 1 to 2): nodes positive in 3.2 % of the resected patients",
            outcome_id="low",
            evidence="CA-37",
        ),
        criterion("node-score-2", "Score exactly 2", NODE_POINTS.equals(2), kind="part", evidence="CA-37"),
    ),
    (
        outcome(
            "Intermediate group (score 3 to 4): nodes positive in 13.8 % of the resected patients",
            outcome_id="intermediate",
            evidence="CA-37",
        ),
        criterion("node-score-4", "Score exactly 4", NODE_POINTS.equals(4), kind="part", evidence="CA-37"),
    ),
    (
        outcome(
            "High group (score 5 to 7): nodes positive most often",
            outcome_id="high",
            note="The percentage of this group was not read in full and is not stated.",
            evidence="CA-37",
        ),
        None,
    ),
    evidence="CA-37",
)

# Pancreas, after resection: recurrence risk score (CA-38) -------------------------------------------------------------

_KI67_20 = criterion("recurrence-ki67-20", "Ki-67 above 20 %", KI67 > 20, kind="part", evidence="CA-38")
RECURRENCE_POINTS = points(
    "recurrence_points",
    "Recurrence risk score (0 to 10)",
    (
        1,
        criterion(
            "recurrence-symptoms",
            "Jaundice, pain or bleeding at diagnosis",
            SYMPTOMS_AT_DIAGNOSIS.yes,
            kind="part",
            evidence="CA-38",
        ),
    ),
    (2, criterion("recurrence-size", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence="CA-38")),
    (1, criterion("recurrence-ki67-3", "Ki-67 at least 3 %", KI67 >= 3, kind="part", evidence="CA-38")),
    (5, _KI67_20),
    (
        1,
        criterion("recurrence-nodes", "Positive nodes", REGIONAL_NODES.is_("involved"), kind="part", evidence="CA-38"),
    ),
    evidence="CA-38",
)
PANCREAS_RECURRENCE_RISK = first_of(
    "pancreas-recurrence-risk",
    "Recurrence risk after resection of a pancreatic NET",
    (_carcinoma("CA-38"), POOR),
    _functioning("CA-38"),
    (
        outcome(
            "Distant metastases: the score was not made for it",
            outcome_id="metastatic",
            evidence="CA-38",
            out_of_scope=True,
        ),
        criterion(
            "recurrence-metastases",
            "Distant metastases",
            METASTASES.one_of("liver", "outside_liver", "both"),
            kind="part",
            evidence="CA-38",
        ),
    ),
    (
        outcome(
            "Nodes not assessed: the score cannot be worked out",
            outcome_id="nodes-not-assessed",
            evidence="CA-38",
            out_of_scope=True,
        ),
        criterion(
            "recurrence-nx", "Nodes not assessed", REGIONAL_NODES.is_("not_assessed"), kind="part", evidence="CA-38"
        ),
    ),
    (
        outcome(
            "High group (score 6 to 10): recurrence within 24 months in 33 % of the group",
            outcome_id="high",
            note="Only 9 patients were in this group when the score was made: the figure is very uncertain.",
            evidence="CA-38",
        ),
        criterion("recurrence-6", "At least 6 points", RECURRENCE_POINTS >= 6, kind="part", evidence="CA-38"),
    ),
    (
        outcome(
            "Intermediate group (score 3 to 5): recurrence within 24 months in 14 % of the group",
            outcome_id="intermediate",
            note="204 patients were in this group when the score was made.",
            evidence="CA-38",
        ),
        criterion("recurrence-3", "At least 3 points", RECURRENCE_POINTS >= 3, kind="part", evidence="CA-38"),
    ),
    (
        outcome(
            "Low group (score 0 to 2): recurrence within 24 months in 2 % of the group",
            outcome_id="low",
            note="247 patients were in this group when the score was made.",
            evidence="CA-38",
        ),
        None,
    ),
    evidence="CA-38",
)

# Appendix: size, depth and nodes (CA-35, SU-35) -----------------------------------------------------------------------

APPENDIX_OVER_40 = criterion("appendix-over-40", "Above 40 mm (4 cm)", PRIMARY_SIZE > 40, kind="part", evidence="CA-35")
APPENDIX_OVER_20 = criterion("appendix-over-20", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence="CA-35")
APPENDIX_FROM_10 = criterion(
    "appendix-from-10", "At least 10 mm (1 cm)", PRIMARY_SIZE >= 10, kind="part", evidence="CA-35"
)
APPENDIX_SEROSA = criterion(
    "appendix-serosa",
    "Serosa (peritoneum) or other organs involved",
    APPENDIX_DEPTH.one_of("peritoneum", "other_organs"),
    kind="part",
    evidence=("CA-35", "SU-35"),
)

SIZE_ODDS = conclusion(
    "appendix_size_odds",
    first_of(
        "appendix-size-odds",
        "Size",
        (outcome("above 4 cm: 13.02", outcome_id="above-4-cm", evidence="SU-35"), APPENDIX_OVER_40),
        (outcome("2 to 4 cm: 16.78", outcome_id="2-to-4-cm", evidence="SU-35"), APPENDIX_OVER_20),
        (outcome("1 to 2 cm: 5.81", outcome_id="1-to-2-cm", evidence="SU-35"), APPENDIX_FROM_10),
        (outcome("below 1 cm: the reference", outcome_id="below-1-cm", evidence="SU-35"), None),
        evidence="SU-35",
    ),
    label="Adjusted odds ratio of positive nodes by size, against below 1 cm",
    evidence=("CA-35", "SU-35"),
)
SEROSA_ODDS = conclusion(
    "appendix_serosa_odds",
    first_of(
        "appendix-serosa-odds",
        "Serosa",
        (outcome("involved: 4.02", outcome_id="involved", evidence="SU-35"), APPENDIX_SEROSA),
        (outcome("not involved", outcome_id="not-involved", evidence="SU-35"), None),
        evidence="SU-35",
    ),
    label="Adjusted odds ratio of positive nodes by serosal involvement",
    evidence=("CA-35", "SU-35"),
)
_NO_GRADE = criterion(
    "no-net-grade", "No digestive NET grade", WHO_GRADE.is_("no-net-grade"), kind="part", evidence="CL-04"
)
APPENDIX_NODE_RISK = first_of(
    "appendix-node-risk",
    "Band of node risk of an appendiceal NET",
    (
        outcome(
            "Goblet cell adenocarcinoma: not a NET, outside this table",
            outcome_id="goblet-cell",
            evidence="CL-32",
            out_of_scope=True,
        ),
        criterion(
            "goblet-cell", "Goblet cell adenocarcinoma", TUMOUR_TYPE.is_("goblet_cell"), kind="part", evidence="CL-32"
        ),
    ),
    (
        outcome(
            "Another type of tumour: outside this table", outcome_id="other-type", evidence="CL-33", out_of_scope=True
        ),
        criterion(
            "other-type",
            "Mixed neoplasm, paraganglioma, medullary thyroid or Merkel cell carcinoma",
            TUMOUR_TYPE.one_of("mixed", "paraganglioma", "medullary_thyroid", "merkel_cell"),
            kind="part",
            evidence=("CL-33", "CL-05"),
        ),
    ),
    (
        outcome(
            "Primary not in the appendix: outside this table",
            outcome_id="elsewhere",
            evidence="CA-35",
            out_of_scope=True,
        ),
        none_of(
            "elsewhere",
            "Primary elsewhere",
            criterion(
                "in-appendix", "Primary in the appendix", PRIMARY_SITE.is_("appendix"), kind="part", evidence="CA-35"
            ),
            kind="part",
        ),
    ),
    (
        outcome(
            "Carcinoma (NEC), or no NET grade: outside this table",
            outcome_id="carcinoma",
            evidence=("CA-35", "CL-04"),
            out_of_scope=True,
        ),
        any_of("carcinoma", "Carcinoma, or no NET grade", POOR, _NO_GRADE, kind="part"),
    ),
    (
        outcome("High band", outcome_id="high", evidence=("CA-35", "SU-36")),
        any_of(
            "high",
            "Above 2 cm, lymphovascular invasion, or grade 2 or higher",
            APPENDIX_OVER_20,
            criterion(
                "lymphovascular",
                "Lymphovascular invasion",
                LYMPHOVASCULAR.yes,
                kind="part",
                evidence=("CA-35", "SU-36"),
            ),
            criterion(
                "grade-2",
                "NET G2 or higher",
                WHO_GRADE.one_of("net-g2", "net-g3"),
                kind="part",
                evidence=("CA-35", "SU-36", "SU-32"),
            ),
            kind="part",
            evidence="CA-35",
        ),
    ),
    (outcome("Intermediate band", outcome_id="intermediate", evidence="CA-35"), APPENDIX_FROM_10),
    (
        outcome(
            "Serosa involved below 1 cm: not in the low band, and the source names no other band for it",
            outcome_id="serosa-below-1-cm",
            evidence="CA-35",
        ),
        APPENDIX_SEROSA,
    ),
    (outcome("Low band", outcome_id="low", evidence="CA-35"), None),
    evidence="CA-35",
)
