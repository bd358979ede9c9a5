"""Sites, sizes and depths of which the T tables of a well-differentiated digestive NET are made, each edition's alike.

Sources: AJCC 8th edition, AJCC version 9 (2024), ENETS 2006/2007 (evidence ST-00 to ST-77).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion
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

TX = ("TX", part("tx", "Primary cannot be assessed", PRIMARY_TUMOUR.is_("not_assessed"), "ST-49"))
T0 = ("T0", part("t0", "No primary found", PRIMARY_TUMOUR.is_("none_found"), "ST-49"))

# T4, T3 and T2 where editions agree -----------------------------------------------------------------------------------


def wall_t4(name: str, site: Criterion) -> Group:
    """Return T4 in a wall: through the serosa, or into other organs."""
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


def wall_t3(name: str, site: Criterion) -> Group:
    """Return T3 in a wall: into the subserosa."""
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
PANCREAS_ORGANS = part(
    "pancreas-organs", "Adjacent organs or wall of a large vessel", PANCREAS_INVASION.is_("organs_vessels"), "ST-37"
)
PANCREAS_AMPULLA = part("pancreas-ampulla", "Ampulla of Vater", PANCREAS_INVASION.is_("ampulla"), "ST-66", "DI-23")
PANCREAS_DUCT = part(
    "pancreas-duct", "Duodenum or common bile duct", PANCREAS_INVASION.is_("duodenum_bile_duct"), "ST-36"
)
T4_ELSEWHERE = (_DUODENUM_T4, _AMPULLA_T4, _APPENDIX_T4)
T4_AJCC = (wall_t4("wall", WALL_SITE), *T4_ELSEWHERE)
T3_ELSEWHERE = (
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
T3_AJCC = (wall_t3("wall", WALL_SITE), *T3_ELSEWHERE)
T2_WALL = (
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
PANCREAS_T2 = all_of("pancreas-t2", "Pancreas: 20 mm or larger", PANCREAS, FROM_20, kind="part")


def in_pancreas(level: str, *parts: Node) -> Group:
    """Return a level of the pancreas, which size or what is invaded reaches."""
    return all_of(
        f"pancreas-{level}",
        "Pancreas: by size or by what is invaded",
        PANCREAS,
        any_of(f"pancreas-{level}-either", "Size or invasion", *parts, kind="part"),
        kind="part",
    )
