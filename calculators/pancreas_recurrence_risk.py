"""Which recurrence group after resection of a non-metastatic, non-functioning pancreatic NET?

Source: evidence CA-38; the rule is in neuroendocrine/node_risk.py.
"""

from __future__ import annotations

from guideline import Calculator, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.history import FUNCTIONING, SYMPTOMS_AT_DIAGNOSIS
from neuroendocrine.facts.pathology import DIFFERENTIATION, KI67, PRIMARY_SIZE
from neuroendocrine.facts.staging import METASTASES, REGIONAL_NODES
from neuroendocrine.node_risk import PANCREAS_RECURRENCE_RISK, RECURRENCE_POINTS

CALCULATOR = Calculator(
    id="pancreas_recurrence_risk",
    title="Recurrence risk of a resected pancreatic NET",
    intended_use=(
        "For professionals who plan follow-up after resection: adds the points of the published recurrence risk score "
        "and names its group with the recurrences seen in it within 24 months."
    ),
    not_for=(
        "metastatic or functioning tumours, carcinomas and mixed neoplasms",
        "tumours that were not resected",
        "one person's probability",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", SYMPTOMS_AT_DIAGNOSIS, FUNCTIONING, METASTASES),
        section("pathology", "Pathology of the specimen", PRIMARY_SIZE, DIFFERENTIATION, KI67, REGIONAL_NODES),
    ),
    rule=PANCREAS_RECURRENCE_RISK,
    reports=(RECURRENCE_POINTS,),
    not_considered=(
        "margins, perineural and vessel invasion, molecular markers",
        "recurrence after 24 months",
        "intervals of imaging by group, which were not re-read in the source",
    ),
)
