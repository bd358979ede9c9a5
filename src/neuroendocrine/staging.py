"""Which stage is a well-differentiated digestive NET? T from size and depth, N from nodes, M from metastases.

Sources: AJCC 8th edition, AJCC version 9 (2024), ENETS 2006/2007 (evidence ST-00 to ST-77).
Not encoded: lung and thymus, which have another system (ST-67); Tis and stage 0 of the ENETS stomach, below 0.5 mm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, conclusion, criterion, first_of, outcome
from neuroendocrine.facts.pathology import DIFFERENTIATION, PRIMARY_SITE, PRIMARY_SIZE, TUMOUR_TYPE
from neuroendocrine.facts.staging import (
    AMPULLA_DEPTH,
    APPENDIX_DEPTH,
    DUODENUM_DEPTH,
    MESENTERIC_MASS,
    METASTASES,
    NODES_INVOLVED,
    PANCREAS_INVASION,
    PRIMARY_TUMOUR,
    REGIONAL_NODES,
    WALL_DEPTH,
)

if TYPE_CHECKING:
    from guideline.comparisons import Comparison
    from guideline.conclusions import Conclusion
    from guideline.rules import Criterion, Group, Node
    from guideline.tables import FirstOf

WALL_SITES = ("stomach", "jejunum_ileum", "right_colon", "left_colon", "rectum")
COLORECTAL = ("right_colon", "left_colon", "rectum")


def _site(rule_id: str, text: str, record: str, *sites: str) -> Criterion:
    return criterion(rule_id, text, PRIMARY_SITE.one_of(*sites), kind="part", evidence=record)


def _part(rule_id: str, text: str, test: Comparison, *records: str) -> Criterion:
    return criterion(rule_id, text, test, kind="part", evidence=records)


STOMACH_OR_ILEUM = _site("stomach-or-ileum", "Stomach, jejunum or ileum", "ST-01", "stomach", "jejunum_ileum")
COLON_OR_RECTUM = _site("colon-or-rectum", "Colon or rectum", "ST-28", *COLORECTAL)
WALL_SITE = _site("wall-site", "Stomach, jejunum, ileum, colon or rectum", "ST-04", *WALL_SITES)
DUODENUM = _site("duodenum", "Duodenum", "ST-06", "duodenum")
AMPULLA = _site("ampulla", "Ampulla of Vater", "ST-11", "ampulla")
APPENDIX = _site("appendix", "Appendix", "ST-23", "appendix")
PANCREAS = _site("pancreas", "Pancreas", "ST-34", "pancreas")
ILEUM = _site("ileum", "Jejunum or ileum", "ST-20", "jejunum_ileum")

ABOVE_10 = _part(
    "above-10-mm", "Larger than 10 mm (1 cm)", PRIMARY_SIZE > 10, "ST-02", "ST-07", "ST-12", "ST-17", "DI-48"
)
ABOVE_20 = _part("above-20-mm", "Larger than 20 mm (2 cm)", PRIMARY_SIZE > 20, "ST-24", "ST-30")
FROM_20 = _part("from-20-mm", "20 mm (2 cm) or larger", PRIMARY_SIZE >= 20, "ST-35", "ST-34", "DI-49")
ABOVE_40 = _part("above-40-mm", "Larger than 40 mm (4 cm)", PRIMARY_SIZE > 40, "ST-25", "ST-36")

_TX = ("TX", _part("tx", "Primary cannot be assessed", PRIMARY_TUMOUR.is_("not_assessed"), "ST-49"))
_T0 = ("T0", _part("t0", "No primary found", PRIMARY_TUMOUR.is_("none_found"), "ST-49"))

# T4 and T3 where all editions agree -----------------------------------------------------------------------------------


def _wall_t4(name: str, site: Criterion) -> Group:
    return all_of(
        f"{name}-t4",
        "Through the serosa, or into other organs",
        site,
        _part(
            f"{name}-serosa",
            "Serosa or other organs",
            WALL_DEPTH.one_of("serosa", "other_organs"),
            "ST-04",
            "ST-19",
            "ST-32",
        ),
        kind="part",
    )


def _wall_t3(name: str, site: Criterion) -> Group:
    return all_of(
        f"{name}-t3",
        "Into the subserosa",
        site,
        _part(f"{name}-subserosa", "Subserosa reached", WALL_DEPTH.is_("subserosa"), "ST-03", "ST-18", "ST-31"),
        kind="part",
    )


_DUODENUM_T4 = all_of(
    "duodenum-t4",
    "Duodenum: serosa or other organs",
    DUODENUM,
    _part("duodenum-serosa", "Serosa or other organs", DUODENUM_DEPTH.one_of("serosa", "other_organs"), "ST-09"),
    kind="part",
)
_AMPULLA_T4 = all_of(
    "ampulla-t4",
    "Ampulla: serosa or other organs",
    AMPULLA,
    _part("ampulla-serosa", "Serosa or other organs", AMPULLA_DEPTH.one_of("serosa", "other_organs"), "ST-14"),
    kind="part",
)
_APPENDIX_T4 = all_of(
    "appendix-t4",
    "Appendix: peritoneum perforated, or other organs",
    APPENDIX,
    _part(
        "appendix-peritoneum",
        "Peritoneum perforated, or other organs",
        APPENDIX_DEPTH.one_of("peritoneum", "other_organs"),
        "ST-26",
    ),
    kind="part",
)
_PANCREAS_ORGANS = _part(
    "pancreas-organs", "Adjacent organs or wall of a large vessel", PANCREAS_INVASION.is_("organs_vessels"), "ST-37"
)
_PANCREAS_AMPULLA = _part("pancreas-ampulla", "Ampulla of Vater", PANCREAS_INVASION.is_("ampulla"), "ST-66", "DI-23")
_PANCREAS_DUCT = _part(
    "pancreas-duct", "Duodenum or common bile duct", PANCREAS_INVASION.is_("duodenum_bile_duct"), "ST-36"
)
_T4_ELSEWHERE = (_DUODENUM_T4, _AMPULLA_T4, _APPENDIX_T4)
_T4_AJCC = (_wall_t4("wall", WALL_SITE), *_T4_ELSEWHERE)
_T3_ELSEWHERE = (
    all_of(
        "duodenum-t3",
        "Duodenum: pancreas or fat around it",
        DUODENUM,
        _part("duodenum-pancreas", "Pancreas or fat around it", DUODENUM_DEPTH.is_("pancreas"), "ST-08"),
        kind="part",
    ),
    all_of(
        "ampulla-t3",
        "Ampulla: pancreas or fat around it",
        AMPULLA,
        _part("ampulla-pancreas", "Pancreas or fat around it", AMPULLA_DEPTH.is_("pancreas"), "ST-13"),
        kind="part",
    ),
)
_T3_AJCC = (_wall_t3("wall", WALL_SITE), *_T3_ELSEWHERE)
_T2_WALL = (
    all_of(
        "stomach-ileum-t2",
        "Stomach, jejunum or ileum: muscularis propria, or above 10 mm",
        STOMACH_OR_ILEUM,
        any_of(
            "stomach-ileum-t2-either",
            "Muscularis propria, or above 10 mm",
            _part("wall-muscularis", "Muscularis propria reached", WALL_DEPTH.is_("muscularis"), "ST-02", "ST-17"),
            ABOVE_10,
            kind="part",
        ),
        kind="part",
    ),
    all_of(
        "colorectal-t2",
        "Colon or rectum: muscularis propria, or above 20 mm",
        COLON_OR_RECTUM,
        any_of(
            "colorectal-t2-either",
            "Muscularis propria, or above 20 mm",
            _part("colorectal-muscularis", "Muscularis propria reached", WALL_DEPTH.is_("muscularis"), "ST-30"),
            ABOVE_20,
            kind="part",
        ),
        kind="part",
    ),
    all_of(
        "duodenum-t2",
        "Duodenum: muscularis propria, or above 10 mm",
        DUODENUM,
        any_of(
            "duodenum-t2-either",
            "Muscularis propria, or above 10 mm",
            _part("duodenum-muscularis", "Muscularis propria reached", DUODENUM_DEPTH.is_("muscularis"), "ST-07"),
            ABOVE_10,
            kind="part",
        ),
        kind="part",
    ),
    all_of(
        "ampulla-t2",
        "Ampulla: through the sphincter, or above 10 mm",
        AMPULLA,
        any_of(
            "ampulla-t2-either",
            "Through the sphincter, or above 10 mm",
            _part("ampulla-wall", "Duodenal wall reached", AMPULLA_DEPTH.is_("duodenal_wall"), "ST-12"),
            ABOVE_10,
            kind="part",
        ),
        kind="part",
    ),
)
_APPENDIX_AJCC_T3 = all_of(
    "appendix-t3",
    "Appendix: above 40 mm, or subserosa or mesoappendix",
    APPENDIX,
    any_of(
        "appendix-t3-either",
        "Above 40 mm, or subserosa or mesoappendix",
        ABOVE_40,
        _part(
            "appendix-subserosa",
            "Subserosa or mesoappendix, at any depth",
            APPENDIX_DEPTH.one_of("subserosa_up_to_3", "subserosa_over_3"),
            "ST-25",
            "DI-21",
        ),
        kind="part",
    ),
    kind="part",
)
_APPENDIX_AJCC_T2 = all_of("appendix-t2", "Appendix: above 20 mm", APPENDIX, ABOVE_20, kind="part")
_PANCREAS_T2 = all_of("pancreas-t2", "Pancreas: 20 mm or larger", PANCREAS, FROM_20, kind="part")


def _pancreas(level: str, *parts: Node) -> Group:
    return all_of(
        f"pancreas-{level}",
        "Pancreas: by size or by what is invaded",
        PANCREAS,
        any_of(f"pancreas-{level}-either", "Size or invasion", *parts, kind="part"),
        kind="part",
    )


_T1A_8 = all_of(
    "colorectal-t1a-8",
    "Colon or rectum: below 10 mm",
    COLON_OR_RECTUM,
    _part("below-10-mm", "Smaller than 10 mm (1 cm)", PRIMARY_SIZE < 10, "ST-29", "DI-22"),
    kind="part",
)
_T1A_9 = all_of(
    "colorectal-t1a-9",
    "Colon or rectum: at most 10 mm",
    COLON_OR_RECTUM,
    _part("at-most-10-mm", "At most 10 mm (1 cm)", PRIMARY_SIZE <= 10, "ST-65", "DI-22"),
    kind="part",
)
_NO_TABLE = outcome("No T category here", outcome_id="no-t", out_of_scope=True, evidence="ST-00")
_T1_SITES = _site(
    "t1-site",
    "A site with an undivided T1",
    "ST-01",
    "stomach",
    "jejunum_ileum",
    "duodenum",
    "ampulla",
    "appendix",
    "pancreas",
)
_T1 = (outcome("T1", evidence=("ST-01", "ST-06", "ST-11", "ST-16", "ST-23", "ST-34")), _T1_SITES)

T_AJCC_8 = conclusion(
    "t_ajcc_8",
    first_of(
        "t-ajcc-8",
        "T (AJCC 8)",
        _TX,
        _T0,
        (
            "T4",
            any_of(
                "t4-8",
                "Reaches the T4 limit",
                *_T4_AJCC,
                _pancreas("t4-8", _PANCREAS_ORGANS, _PANCREAS_AMPULLA),
                kind="part",
            ),
        ),
        (
            "T3",
            any_of(
                "t3-8",
                "Reaches the T3 limit",
                *_T3_AJCC,
                _APPENDIX_AJCC_T3,
                _pancreas("t3-8", ABOVE_40, _PANCREAS_DUCT),
                kind="part",
            ),
        ),
        ("T2", any_of("t2-8", "Reaches the T2 limit", *_T2_WALL, _APPENDIX_AJCC_T2, _PANCREAS_T2, kind="part")),
        ("T1a", _T1A_8),
        ("T1b", COLON_OR_RECTUM),
        _T1,
        (_NO_TABLE, None),
    ),
    label="T category (AJCC 8)",
    evidence=("ST-01", "ST-28", "ST-34"),
)
T_AJCC_9 = conclusion(
    "t_ajcc_9",
    first_of(
        "t-ajcc-9",
        "T (AJCC version 9)",
        _TX,
        _T0,
        (
            "T4",
            any_of("t4-9", "Reaches the T4 limit", *_T4_AJCC, _pancreas("t4-9", _PANCREAS_ORGANS), kind="part"),
        ),
        (
            "T3",
            any_of(
                "t3-9",
                "Reaches the T3 limit",
                *_T3_AJCC,
                _APPENDIX_AJCC_T3,
                _pancreas("t3-9", ABOVE_40, _PANCREAS_DUCT, _PANCREAS_AMPULLA),
                kind="part",
            ),
        ),
        ("T2", any_of("t2-9", "Reaches the T2 limit", *_T2_WALL, _APPENDIX_AJCC_T2, _PANCREAS_T2, kind="part")),
        ("T1a", _T1A_9),
        ("T1b", COLON_OR_RECTUM),
        _T1,
        (_NO_TABLE, None),
    ),
    label="T category (AJCC version 9)",
    evidence=("ST-65", "ST-66", "ST-60"),
)
_APPENDIX_ENETS_T3 = all_of(
    "appendix-enets-t3",
    "Appendix: above 20 mm, or more than 3 mm into subserosa or mesoappendix",
    APPENDIX,
    any_of(
        "appendix-enets-t3-either",
        "Above 20 mm, or more than 3 mm deep",
        ABOVE_20,
        _part(
            "deeper-than-3",
            "More than 3 mm into subserosa or mesoappendix",
            APPENDIX_DEPTH.is_("subserosa_over_3"),
            "ST-73",
        ),
        kind="part",
    ),
    kind="part",
)
_APPENDIX_ENETS_T2 = all_of(
    "appendix-enets-t2",
    "Appendix: above 10 mm, or up to 3 mm into subserosa or mesoappendix",
    APPENDIX,
    any_of(
        "appendix-enets-t2-either",
        "Above 10 mm, or up to 3 mm deep",
        _part("appendix-above-10", "Larger than 10 mm (1 cm)", PRIMARY_SIZE > 10, "ST-73"),
        _part(
            "up-to-3", "At most 3 mm into subserosa or mesoappendix", APPENDIX_DEPTH.is_("subserosa_up_to_3"), "ST-73"
        ),
        kind="part",
    ),
    kind="part",
)
_STOMACH = _site("stomach", "Stomach", "ST-76", "stomach")
_BOWEL = _site("bowel", "Jejunum, ileum, colon or rectum", "ST-19", "jejunum_ileum", *COLORECTAL)


def _stomach_enets(level: str, text: str, layer: str) -> Group:
    """Return what makes the T of the stomach by ENETS, which is one lower than AJCC from the subserosa on."""
    return all_of(
        f"stomach-enets-{level}",
        f"Stomach: {text}",
        _STOMACH,
        _part(f"stomach-{layer.replace('_', '-')}", text.capitalize(), WALL_DEPTH.is_(layer), "ST-76"),
        kind="part",
    )


T_ENETS = conclusion(
    "t_enets",
    first_of(
        "t-enets",
        "T (ENETS)",
        _TX,
        _T0,
        (
            "T4",
            any_of(
                "t4-enets",
                "Reaches the T4 limit",
                _wall_t4("bowel", _BOWEL),
                _stomach_enets("t4", "other organs reached", "other_organs"),
                *_T4_ELSEWHERE,
                _pancreas("t4-enets", _PANCREAS_ORGANS, _PANCREAS_AMPULLA),
                kind="part",
            ),
        ),
        (
            "T3",
            any_of(
                "t3-enets",
                "Reaches the T3 limit",
                _wall_t3("bowel", _BOWEL),
                _stomach_enets("t3", "serosa penetrated", "serosa"),
                *_T3_ELSEWHERE,
                _APPENDIX_ENETS_T3,
                _pancreas("t3-enets", ABOVE_40, _PANCREAS_DUCT),
                kind="part",
            ),
        ),
        (
            "T2",
            any_of(
                "t2-enets",
                "Reaches the T2 limit",
                *_T2_WALL,
                _stomach_enets("t2", "subserosa reached", "subserosa"),
                _APPENDIX_ENETS_T2,
                _PANCREAS_T2,
                kind="part",
            ),
        ),
        ("T1a", _T1A_8),
        ("T1b", COLON_OR_RECTUM),
        _T1,
        (_NO_TABLE, None),
    ),
    label="T category (ENETS)",
    evidence=("ST-70", "ST-71", "ST-72", "ST-73", "ST-76"),
)

_ONE_NODE_CATEGORY = ("ST-05", "ST-10", "ST-15", "ST-27", "ST-33", "ST-38")  # N0 and N1, by site
N = conclusion(
    "n_category",
    first_of(
        "n",
        "N",
        ("NX", _part("nx", "Nodes cannot be assessed", REGIONAL_NODES.is_("not_assessed"), "ST-48")),
        (
            "N0",
            _part("n0", "No node metastasis", REGIONAL_NODES.is_("none"), *_ONE_NODE_CATEGORY),
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
                    _part("nodes-12", "12 or more nodes", NODES_INVOLVED >= 12, "ST-21", "ST-20"),
                    _part("mass-20", "Mesenteric mass above 20 mm (2 cm)", MESENTERIC_MASS > 20, "ST-21"),
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
        ("M0", _part("m0", "No distant metastasis", METASTASES.is_("none"), "ST-M0")),
        ("M1a", _part("m1a", "Liver only", METASTASES.is_("liver"), "ST-M1a")),
        ("M1b", _part("m1b", "Outside the liver only", METASTASES.is_("outside_liver"), "ST-M1b")),
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
        _part("is-nec", "Poorly differentiated", DIFFERENTIATION.is_("poor"), "ST-00"),
    ),
    (
        outcome(
            "Mixed neoplasm (MiNEN): staged as the carcinoma of the same organ, not here",
            outcome_id="minen",
            out_of_scope=True,
            evidence=("ST-00", "ST-62"),
        ),
        _part("is-minen", "Mixed neoplasm", TUMOUR_TYPE.is_("mixed"), "ST-00"),
    ),
    (
        outcome(
            "Goblet cell adenocarcinoma: staged as adenocarcinoma, not here",
            outcome_id="goblet-cell",
            out_of_scope=True,
            evidence="CL-32",
        ),
        _part("is-goblet", "Goblet cell adenocarcinoma", TUMOUR_TYPE.is_("goblet_cell"), "CL-32"),
    ),
    (
        outcome(
            "Paraganglioma, medullary thyroid or Merkel cell carcinoma: a system of its own, not here",
            outcome_id="other-tumour",
            out_of_scope=True,
            evidence="CL-33",
        ),
        _part(
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
        _part("is-thoracic", "Lung or thymus", PRIMARY_SITE.one_of("lung", "thymus"), "ST-67"),
    ),
    (
        outcome(
            "No stage table for this site",
            outcome_id="no-table",
            out_of_scope=True,
            evidence="ST-00",
        ),
        _part(
            "is-elsewhere",
            "Primary not found, or in another digestive organ",
            PRIMARY_SITE.one_of("unknown_primary", "other_digestive"),
            "ST-00",
        ),
    ),
)
_STAGE_IV = (
    outcome("Stage IV", evidence="ST-50"),
    _part("m1", "Distant metastasis", METASTASES.one_of("liver", "outside_liver", "both"), "ST-50"),
)
_GROUPS = ("ST-40", "ST-41", "ST-42", "ST-43", "ST-45")  # stages I, II and III without letters, by site
_NODES = _part("node-positive", "Node metastasis (N1 or N2)", N.one_of("n1", "n2"), "ST-40", "ST-42", "ST-47")
_NO_NODES = _part("node-negative", "No node metastasis (N0)", N.is_("n0"), "ST-40")
_NX = _part("nodes-not-assessed", "Nodes not assessed (NX)", N.is_("nx"), "ST-48", "ST-61", "DI-24")
_UNASSIGNED = outcome(
    "Stage cannot be assigned",
    outcome_id="unassigned",
    note="The table has no stage for this combination of T and N.",
    evidence=("ST-48", "ST-49"),
)
_COLORECTAL_T0_NODES = "T0 with N1 has no stage in the colorectal table."


def _t(edition_t: Conclusion, level: str, *records: str) -> Criterion:
    ids = {"1": ("t1", "t1a", "t1b"), "2": ("t2",), "3": ("t3",), "4": ("t4",), "2-3": ("t2", "t3")}[level]
    return _part(f"t{level}", f"T{level.replace('-', ' or T')}", edition_t.one_of(*ids), *records)


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
                _part(
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
                _site("t1-nx-site", "Stomach, duodenum, ampulla, colon, rectum or appendix", "ST-61", *t1_nx_sites),
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
        _part("enets-nodes", "Node metastasis", N.one_of("n1", "n2"), "ST-71", "ST-72"),
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
        _both("enets-t1a", "T1a N0", _part("t1a", "T1a", T_ENETS.is_("t1a"), "ST-72"), _NO_NODES),
    ),
    (
        outcome("Stage IB", evidence="ST-72"),
        _both("enets-t1b", "T1b N0", _part("t1b", "T1b", T_ENETS.is_("t1b"), "ST-72"), _NO_NODES),
    ),
    (
        outcome("Stage I", evidence=("ST-71", "ST-76", "ST-77")),
        _both("enets-t1", "T1 N0", _part("t1", "T1", T_ENETS.is_("t1"), "ST-71"), _NO_NODES),
    ),
    (_UNASSIGNED, None),
)
