"""How far has the primary of a well-differentiated digestive NET grown? T by each edition, from size and depth.

Sources: AJCC 8th edition, AJCC version 9 (2024), ENETS 2006/2007 (evidence ST-00 to ST-77); N, M and the stage groups
are in staging.py. Not encoded: Tis of the ENETS stomach, below 0.5 mm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, conclusion, criterion, first_of, outcome
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import (
    AMPULLA_DEPTH,
    APPENDIX_DEPTH,
    DUODENUM_DEPTH,
    PANCREAS_INVASION,
    PRIMARY_TUMOUR,
    WALL_DEPTH,
)

if TYPE_CHECKING:
    from guideline.comparisons import Comparison
    from guideline.rules import Criterion, Group, Node

WALL_SITES = ("stomach", "jejunum_ileum", "right_colon", "left_colon", "rectum")
COLORECTAL = ("right_colon", "left_colon", "rectum")


def located(rule_id: str, text: str, record: str, *sites: str) -> Criterion:
    """Return that the primary is in one of these sites, as a part of a condition."""
    return criterion(rule_id, text, PRIMARY_SITE.one_of(*sites), kind="part", evidence=record)


def part(rule_id: str, text: str, test: Comparison, *records: str) -> Criterion:
    """Return a comparison as a part of a condition."""
    return criterion(rule_id, text, test, kind="part", evidence=records)


STOMACH_OR_ILEUM = located("stomach-or-ileum", "Stomach, jejunum or ileum", "ST-01", "stomach", "jejunum_ileum")
COLON_OR_RECTUM = located("colon-or-rectum", "Colon or rectum", "ST-28", *COLORECTAL)
WALL_SITE = located("wall-site", "Stomach, jejunum, ileum, colon or rectum", "ST-04", *WALL_SITES)
DUODENUM = located("duodenum", "Duodenum", "ST-06", "duodenum")
AMPULLA = located("ampulla", "Ampulla of Vater", "ST-11", "ampulla")
APPENDIX = located("appendix", "Appendix", "ST-23", "appendix")
PANCREAS = located("pancreas", "Pancreas", "ST-34", "pancreas")
ILEUM = located("ileum", "Jejunum or ileum", "ST-20", "jejunum_ileum")

ABOVE_10 = part(
    "above-10-mm", "Larger than 10 mm (1 cm)", PRIMARY_SIZE > 10, "ST-02", "ST-07", "ST-12", "ST-17", "DI-48"
)
ABOVE_20 = part("above-20-mm", "Larger than 20 mm (2 cm)", PRIMARY_SIZE > 20, "ST-24", "ST-30")
FROM_20 = part("from-20-mm", "20 mm (2 cm) or larger", PRIMARY_SIZE >= 20, "ST-35", "ST-34", "DI-49")
ABOVE_40 = part("above-40-mm", "Larger than 40 mm (4 cm)", PRIMARY_SIZE > 40, "ST-25", "ST-36")

_TX = ("TX", part("tx", "Primary cannot be assessed", PRIMARY_TUMOUR.is_("not_assessed"), "ST-49"))
_T0 = ("T0", part("t0", "No primary found", PRIMARY_TUMOUR.is_("none_found"), "ST-49"))

# T4 and T3 where all editions agree -----------------------------------------------------------------------------------


def _wall_t4(name: str, site: Criterion) -> Group:
    return all_of(
        f"{name}-t4",
        "Through the serosa, or into other organs",
        site,
        part(
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
        part(f"{name}-subserosa", "Subserosa reached", WALL_DEPTH.is_("subserosa"), "ST-03", "ST-18", "ST-31"),
        kind="part",
    )


_DUODENUM_T4 = all_of(
    "duodenum-t4",
    "Duodenum: serosa or other organs",
    DUODENUM,
    part("duodenum-serosa", "Serosa or other organs", DUODENUM_DEPTH.one_of("serosa", "other_organs"), "ST-09"),
    kind="part",
)
_AMPULLA_T4 = all_of(
    "ampulla-t4",
    "Ampulla: serosa or other organs",
    AMPULLA,
    part("ampulla-serosa", "Serosa or other organs", AMPULLA_DEPTH.one_of("serosa", "other_organs"), "ST-14"),
    kind="part",
)
_APPENDIX_T4 = all_of(
    "appendix-t4",
    "Appendix: peritoneum perforated, or other organs",
    APPENDIX,
    part(
        "appendix-peritoneum",
        "Peritoneum perforated, or other organs",
        APPENDIX_DEPTH.one_of("peritoneum", "other_organs"),
        "ST-26",
    ),
    kind="part",
)
_PANCREAS_ORGANS = part(
    "pancreas-organs", "Adjacent organs or wall of a large vessel", PANCREAS_INVASION.is_("organs_vessels"), "ST-37"
)
_PANCREAS_AMPULLA = part("pancreas-ampulla", "Ampulla of Vater", PANCREAS_INVASION.is_("ampulla"), "ST-66", "DI-23")
_PANCREAS_DUCT = part(
    "pancreas-duct", "Duodenum or common bile duct", PANCREAS_INVASION.is_("duodenum_bile_duct"), "ST-36"
)
_T4_ELSEWHERE = (_DUODENUM_T4, _AMPULLA_T4, _APPENDIX_T4)
_T4_AJCC = (_wall_t4("wall", WALL_SITE), *_T4_ELSEWHERE)
_T3_ELSEWHERE = (
    all_of(
        "duodenum-t3",
        "Duodenum: pancreas or fat around it",
        DUODENUM,
        part("duodenum-pancreas", "Pancreas or fat around it", DUODENUM_DEPTH.is_("pancreas"), "ST-08"),
        kind="part",
    ),
    all_of(
        "ampulla-t3",
        "Ampulla: pancreas or fat around it",
        AMPULLA,
        part("ampulla-pancreas", "Pancreas or fat around it", AMPULLA_DEPTH.is_("pancreas"), "ST-13"),
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
            part("wall-muscularis", "Muscularis propria reached", WALL_DEPTH.is_("muscularis"), "ST-02", "ST-17"),
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
            part("colorectal-muscularis", "Muscularis propria reached", WALL_DEPTH.is_("muscularis"), "ST-30"),
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
            part("duodenum-muscularis", "Muscularis propria reached", DUODENUM_DEPTH.is_("muscularis"), "ST-07"),
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
            part("ampulla-wall", "Duodenal wall reached", AMPULLA_DEPTH.is_("duodenal_wall"), "ST-12"),
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
        part(
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
    part("below-10-mm", "Smaller than 10 mm (1 cm)", PRIMARY_SIZE < 10, "ST-29", "DI-22"),
    kind="part",
)
_T1A_9 = all_of(
    "colorectal-t1a-9",
    "Colon or rectum: at most 10 mm",
    COLON_OR_RECTUM,
    part("at-most-10-mm", "At most 10 mm (1 cm)", PRIMARY_SIZE <= 10, "ST-65", "DI-22"),
    kind="part",
)
_NO_TABLE = outcome("No T category here", outcome_id="no-t", out_of_scope=True, evidence="ST-00")
_T1_SITES = located(
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
        part(
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
        part("appendix-above-10", "Larger than 10 mm (1 cm)", PRIMARY_SIZE > 10, "ST-73"),
        part(
            "up-to-3", "At most 3 mm into subserosa or mesoappendix", APPENDIX_DEPTH.is_("subserosa_up_to_3"), "ST-73"
        ),
        kind="part",
    ),
    kind="part",
)
_STOMACH = located("stomach", "Stomach", "ST-76", "stomach")
_BOWEL = located("bowel", "Jejunum, ileum, colon or rectum", "ST-19", "jejunum_ileum", *COLORECTAL)


def _stomach_enets(level: str, text: str, layer: str) -> Group:
    """Return what makes the T of the stomach by ENETS, which is one lower than AJCC from the subserosa on."""
    return all_of(
        f"stomach-enets-{level}",
        f"Stomach: {text}",
        _STOMACH,
        part(f"stomach-{layer.replace('_', '-')}", text.capitalize(), WALL_DEPTH.is_(layer), "ST-76"),
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
