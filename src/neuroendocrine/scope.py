"""Which tumours the rules for neuroendocrine tumours (NET) do not speak about: refused by name, never by silence.

Source: WHO classification (evidence CL-04, CL-05, CL-29, CL-32, CL-33).
"""

from __future__ import annotations

from guideline import any_of, criterion, outcome
from neuroendocrine.facts.pathology import DIFFERENTIATION, PRIMARY_SITE, TUMOUR_TYPE

IS_NEC = criterion(
    "is-nec",
    "Poorly differentiated: a carcinoma (NEC)",
    DIFFERENTIATION.is_("poor"),
    kind="part",
    evidence=("CL-04", "CL-29"),
)
IS_MIXED = criterion(
    "is-minen", "Mixed neoplasm (MiNEN)", TUMOUR_TYPE.is_("mixed"), kind="part", evidence=("CL-05", "CL-29")
)
IS_GOBLET_CELL = criterion(
    "is-goblet-cell",
    "Goblet cell adenocarcinoma",
    TUMOUR_TYPE.is_("goblet_cell"),
    kind="part",
    evidence="CL-32",
)
IS_OTHER_TUMOUR = criterion(
    "is-other-tumour",
    "Paraganglioma, phaeochromocytoma, medullary thyroid or Merkel cell carcinoma",
    TUMOUR_TYPE.one_of("paraganglioma", "medullary_thyroid", "merkel_cell"),
    kind="part",
    evidence="CL-33",
)

NO_DOSE_HERE = (
    outcome("none: not on the path of this tumour", outcome_id="not-here", evidence=("CL-04", "CL-05", "CL-33")),
    any_of(
        "refused-tumour",
        "A carcinoma (NEC), a mixed neoplasm or another tumour",
        IS_NEC,
        IS_MIXED,
        IS_GOBLET_CELL,
        IS_OTHER_TUMOUR,
        kind="part",
        evidence=("CL-04", "CL-05", "CL-32", "CL-33"),
    ),
)
REFUSED_TYPES = (
    (
        outcome(
            "Carcinoma (NEC): not on this path",
            outcome_id="nec",
            note="A poorly differentiated carcinoma is treated by rules of its own, which begin with chemotherapy.",
            out_of_scope=True,
            evidence=("CL-04", "PA-03"),
        ),
        IS_NEC,
    ),
    (
        outcome(
            "Mixed neoplasm (MiNEN): not on this path",
            outcome_id="minen",
            note="Each component is graded apart; commonly both are poorly differentiated.",
            out_of_scope=True,
            evidence="CL-05",
        ),
        IS_MIXED,
    ),
    (
        outcome(
            "Goblet cell adenocarcinoma: treated as an adenocarcinoma, not here",
            outcome_id="goblet-cell",
            out_of_scope=True,
            evidence="CL-32",
        ),
        IS_GOBLET_CELL,
    ),
    (
        outcome(
            "Paraganglioma, phaeochromocytoma, medullary thyroid or Merkel cell carcinoma: not here",
            outcome_id="other-tumour",
            out_of_scope=True,
            evidence="CL-33",
        ),
        IS_OTHER_TUMOUR,
    ),
)

# The same refusals for a list of criteria, where a contraindication comes before everything else.
NOT_NEC = criterion(
    "nec",
    "Poorly differentiated: a carcinoma (NEC) is not on this path",
    DIFFERENTIATION.is_("poor"),
    kind="contraindication",
    evidence=("CL-04", "PA-03"),
)
NOT_ANOTHER_TUMOUR = criterion(
    "another-tumour",
    "Mixed neoplasm (MiNEN) or another tumour than a neuroendocrine one: not on this path",
    TUMOUR_TYPE.one_of("mixed", "goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell"),
    kind="contraindication",
    evidence=("CL-05", "CL-32", "CL-33"),
)

IS_ELSEWHERE = criterion(
    "is-elsewhere",
    "Lung, thymus, another digestive organ, or primary not found",
    PRIMARY_SITE.one_of("lung", "thymus", "other_digestive", "unknown_primary"),
    kind="part",
    evidence="CL-27",
)
