"""Which node-risk group before surgery of a small non-functioning pancreatic NET?

Source: evidence CA-37; the rule is in neuroendocrine/node_risk.py.
"""

from __future__ import annotations

from guideline import Calculator, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.history import FUNCTIONING
from neuroendocrine.facts.imaging import PANCREAS_PART
from neuroendocrine.facts.pathology import DIFFERENTIATION, KI67, PRIMARY_SIZE
from neuroendocrine.node_risk import NODE_POINTS, PANCREAS_NODE_RISK

CALCULATOR = Calculator(
    id="pancreas_node_risk",
    title="Node risk of a small pancreatic NET before surgery",
    intended_use=(
        "For professionals who discuss watching, enucleation or resection with nodes: adds the points of the published "
        "lymph-node risk score and names its group. The figures are those of resected patients."
    ),
    not_for=(
        "tumours of 2 cm or more, Ki-67 above 20 %, functioning tumours, carcinomas and mixed neoplasms",
        "one person's probability",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", PRIMARY_SIZE, PANCREAS_PART, FUNCTIONING),
        section("pathology", "Biopsy", DIFFERENTIATION, KI67),
    ),
    rule=PANCREAS_NODE_RISK,
    reports=(NODE_POINTS,),
    not_considered=(
        "nodes seen on imaging, a dilated duct, growth and age",
        "tumours that were watched and never resected: none was in the cohort",
        "how a small biopsy differs from the whole tumour in Ki-67",
    ),
)
