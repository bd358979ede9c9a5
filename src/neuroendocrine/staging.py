"""Which stage is a well-differentiated digestive NET? N from nodes, M from metastases, and the groups of each edition.

Sources: AJCC 8th edition, AJCC version 9 (2024), ENETS 2006/2007 (evidence ST-00 to ST-77); T is in staging_primary.py.
Not encoded: lung and thymus, which have another system (ST-67); stage 0 of the ENETS stomach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, conclusion, first_of, outcome
from neuroendocrine.facts.pathology import DIFFERENTIATION, PRIMARY_SITE, TUMOUR_TYPE
from neuroendocrine.facts.staging import (
    MESENTERIC_MASS,
    METASTASES,
    NODES_INVOLVED,
    PRIMARY_TUMOUR,
    REGIONAL_NODES,
)
from neuroendocrine.staging_parts import COLON_OR_RECTUM, ILEUM, located, part
from neuroendocrine.staging_primary import T_AJCC_8, T_AJCC_9, T_ENETS

if TYPE_CHECKING:
    from guideline.conclusions import Conclusion
    from guideline.rules import Criterion, Group, Node
    from guideline.tables import FirstOf

_ONE_NODE_CATEGORY = ("ST-05", "ST-10", "ST-15", "ST-27", "ST-33", "ST-38")  # N0 and N1, by site
N = conclusion(
    "n_category",
    first_of(
        "n",
        "N",
        ("NX", part("nx", "Nodes cannot be assessed", REGIONAL_NODES.is_("not_assessed"), "ST-48")),
        (
            "N0",
            part("n0", "No node metastasis", REGIONAL_NODES.is_("none"), *_ONE_NODE_CATEGORY),
        ),
        (
            "N2",
            all_of(
                "n2",
                "Jejunum or ileum: 12 nodes or more, or a mesenteric mass above 20 mm",
                ILEUM,
                any_of(
                    "n2-either",
                    "12 nodes or more, or a mass above 20 mm",
                    part("nodes-12", "12 or more nodes", NODES_INVOLVED >= 12, "ST-21", "ST-20"),
                    part("mass-20", "Mesenteric mass above 20 mm (2 cm)", MESENTERIC_MASS > 20, "ST-21"),
                    kind="part",
                ),
                kind="part",
            ),
        ),
        (outcome("N1", evidence=("ST-05", "ST-20")), None),
    ),
    label="N category",
    evidence=("ST-05", "ST-20", "ST-21"),
)
M = conclusion(
    "m_category",
    first_of(
        "m",
        "M",
        ("M0", part("m0", "No distant metastasis", METASTASES.is_("none"), "ST-M0")),
        ("M1a", part("m1a", "Liver only", METASTASES.is_("liver"), "ST-M1a")),
        ("M1b", part("m1b", "Outside the liver only", METASTASES.is_("outside_liver"), "ST-M1b")),
        (outcome("M1c", evidence="ST-M1c"), None),
    ),
    label="M category",
    evidence=("ST-M0", "ST-M1a", "ST-M1b", "ST-M1c"),
)

# Stage groups ---------------------------------------------------------------------------------------------------------

_REFUSED = (
    (
        outcome(
            "Poorly differentiated (NEC): staged as the carcinoma of the same organ, not here",
            outcome_id="nec",
            out_of_scope=True,
            evidence=("ST-00", "ST-68"),
        ),
        part("is-nec", "Poorly differentiated", DIFFERENTIATION.is_("poor"), "ST-00"),
    ),
    (
        outcome(
            "Mixed neoplasm (MiNEN): staged as the carcinoma of the same organ, not here",
            outcome_id="minen",
            out_of_scope=True,
            evidence=("ST-00", "ST-62"),
        ),
        part("is-minen", "Mixed neoplasm", TUMOUR_TYPE.is_("mixed"), "ST-00"),
    ),
    (
        outcome(
            "Goblet cell adenocarcinoma: staged as adenocarcinoma, not here",
            outcome_id="goblet-cell",
            out_of_scope=True,
            evidence="CL-32",
        ),
        part("is-goblet", "Goblet cell adenocarcinoma", TUMOUR_TYPE.is_("goblet_cell"), "CL-32"),
    ),
    (
        outcome(
            "Paraganglioma, medullary thyroid or Merkel cell carcinoma: a system of its own, not here",
            outcome_id="other-tumour",
            out_of_scope=True,
            evidence="CL-33",
        ),
        part(
            "is-other",
            "Paraganglioma, medullary thyroid or Merkel cell carcinoma",
            TUMOUR_TYPE.one_of("paraganglioma", "medullary_thyroid", "merkel_cell"),
            "CL-33",
        ),
    ),
    (
        outcome(
            "Lung or thymus: staged by the lung tables, not here",
            outcome_id="thoracic",
            out_of_scope=True,
            evidence="ST-67",
        ),
        part("is-thoracic", "Lung or thymus", PRIMARY_SITE.one_of("lung", "thymus"), "ST-67"),
    ),
    (
        outcome(
            "No stage table for this site",
            outcome_id="no-table",
            out_of_scope=True,
            evidence="ST-00",
        ),
        part(
            "is-elsewhere",
            "Primary not found, or in another digestive organ",
            PRIMARY_SITE.one_of("unknown_primary", "other_digestive"),
            "ST-00",
        ),
    ),
)
_STAGE_IV = (
    outcome("Stage IV", evidence="ST-50"),
    part("m1", "Distant metastasis", METASTASES.one_of("liver", "outside_liver", "both"), "ST-50"),
)
_GROUPS = ("ST-40", "ST-41", "ST-42", "ST-43", "ST-45")  # stages I, II and III without letters, by site
_NODES = part("node-positive", "Node metastasis (N1 or N2)", N.one_of("n1", "n2"), "ST-40", "ST-42", "ST-47")
_NO_NODES = part("node-negative", "No node metastasis (N0)", N.is_("n0"), "ST-40")
_NX = part("nodes-not-assessed", "Nodes not assessed (NX)", N.is_("nx"), "ST-48", "ST-61", "DI-24")
_UNASSIGNED = outcome(
    "Stage cannot be assigned",
    outcome_id="unassigned",
    note="The table has no stage for this combination of T and N.",
    evidence=("ST-48", "ST-49"),
)
_COLORECTAL_T0_NODES = "T0 with N1 has no stage in the colorectal table."


def _t(edition_t: Conclusion, level: str, *records: str) -> Criterion:
    ids = {"1": ("t1", "t1a", "t1b"), "2": ("t2",), "3": ("t3",), "4": ("t4",), "2-3": ("t2", "t3")}[level]
    return part(f"t{level}", f"T{level.replace('-', ' or T')}", edition_t.one_of(*ids), *records)


def _both(rule_id: str, text: str, *parts: Node) -> Group:
    return all_of(rule_id, text, *parts, kind="part")


def _ajcc(edition: str, edition_t: Conclusion, *, t1_nx_sites: tuple[str, ...]) -> FirstOf:
    """Return the AJCC stage table; `t1_nx_sites` are the sites where T1 NX is stage I (version 9)."""
    t4_open = _both(
        "t4-open",
        "T4 whose nodes are free or not assessed",
        _t(edition_t, "4", "ST-46"),
        any_of("n0-or-nx", "N0 or NX", _NO_NODES, _NX, kind="part"),
    )
    branches = [
        *_REFUSED,
        _STAGE_IV,
        # Colon and rectum have letters.
        (
            outcome("Stage IIIB", evidence=("ST-44", "ST-47")),
            _both(
                "colorectal-nodes",
                "Colon or rectum with node metastasis",
                COLON_OR_RECTUM,
                _NODES,
                part(
                    "primary-not-t0",
                    "A primary was found or not assessed",
                    PRIMARY_TUMOUR.one_of("described", "not_assessed"),
                    "ST-47",
                ),
            ),
        ),
        (
            outcome("Stage IIIA", evidence="ST-44"),
            _both("colorectal-t4", "Colon or rectum, T4 N0", COLON_OR_RECTUM, _t(edition_t, "4", "ST-44"), _NO_NODES),
        ),
        (
            outcome("Stage III, A or B not determined", outcome_id="stage-iii-undetermined", evidence="ST-46"),
            _both("colorectal-t4-nx", "Colon or rectum, T4 NX", COLON_OR_RECTUM, _t(edition_t, "4", "ST-46"), _NX),
        ),
        (
            outcome("Stage IIB", evidence="ST-44"),
            _both("colorectal-t3", "Colon or rectum, T3 N0", COLON_OR_RECTUM, _t(edition_t, "3", "ST-44"), _NO_NODES),
        ),
        (
            outcome("Stage IIA", evidence="ST-44"),
            _both("colorectal-t2", "Colon or rectum, T2 N0", COLON_OR_RECTUM, _t(edition_t, "2", "ST-44"), _NO_NODES),
        ),
        (
            outcome(
                "Stage cannot be assigned", outcome_id="colorectal-t0-n1", note=_COLORECTAL_T0_NODES, evidence="ST-47"
            ),
            _both("colorectal-t0", "Colon or rectum, T0 N1", COLON_OR_RECTUM, _NODES),
        ),
        (
            outcome("Stage III", evidence=(*_GROUPS, "ST-46", "ST-47")),
            any_of("stage-iii", "Node metastasis, or T4", _NODES, t4_open, kind="part"),
        ),
        (
            outcome("Stage II", evidence=_GROUPS),
            _both("stage-ii", "T2 or T3, N0", _t(edition_t, "2-3", "ST-40"), _NO_NODES),
        ),
    ]
    stage_one = [_both("t1-n0", "T1 N0", _t(edition_t, "1", "ST-40", "ST-44"), _NO_NODES)]
    if t1_nx_sites:
        stage_one.append(
            _both(
                "t1-nx",
                "T1 NX at a site where version 9 calls it stage I",
                _t(edition_t, "1", "ST-61"),
                _NX,
                located("t1-nx-site", "Stomach, duodenum, ampulla, colon, rectum or appendix", "ST-61", *t1_nx_sites),
            )
        )
    branches.append(
        (
            outcome("Stage I", evidence=(*_GROUPS, "ST-44", "ST-61")),
            any_of("stage-i", "T1 without known node metastasis", *stage_one, kind="part"),
        )
    )
    return first_of(f"stage-{edition}", "Stage", *branches, (_UNASSIGNED, None))


STAGE_AJCC_8 = _ajcc("ajcc-8", T_AJCC_8, t1_nx_sites=())
STAGE_AJCC_9 = _ajcc(
    "ajcc-9",
    T_AJCC_9,
    t1_nx_sites=("stomach", "duodenum", "ampulla", "right_colon", "left_colon", "rectum", "appendix"),
)
_ENETS_GROUPS = ("ST-70", "ST-71", "ST-72", "ST-76", "ST-77")
STAGE_ENETS = first_of(
    "stage-enets",
    "Stage",
    *_REFUSED,
    _STAGE_IV,
    (
        outcome("Stage IIIB", evidence=_ENETS_GROUPS),
        part("enets-nodes", "Node metastasis", N.one_of("n1", "n2"), "ST-71", "ST-72"),
    ),
    (
        outcome("Stage IIIA", evidence=_ENETS_GROUPS),
        _both("enets-t4", "T4 N0", _t(T_ENETS, "4", "ST-71"), _NO_NODES),
    ),
    (
        outcome("Stage IIB", evidence=_ENETS_GROUPS),
        _both("enets-t3", "T3 N0", _t(T_ENETS, "3", "ST-71"), _NO_NODES),
    ),
    (
        outcome("Stage IIA", evidence=_ENETS_GROUPS),
        _both("enets-t2", "T2 N0", _t(T_ENETS, "2", "ST-71"), _NO_NODES),
    ),
    (
        outcome("Stage IA", evidence="ST-72"),
        _both("enets-t1a", "T1a N0", part("t1a", "T1a", T_ENETS.is_("t1a"), "ST-72"), _NO_NODES),
    ),
    (
        outcome("Stage IB", evidence="ST-72"),
        _both("enets-t1b", "T1b N0", part("t1b", "T1b", T_ENETS.is_("t1b"), "ST-72"), _NO_NODES),
    ),
    (
        outcome("Stage I", evidence=("ST-71", "ST-76", "ST-77")),
        _both("enets-t1", "T1 N0", part("t1", "T1", T_ENETS.is_("t1"), "ST-71"), _NO_NODES),
    ),
    (_UNASSIGNED, None),
)
