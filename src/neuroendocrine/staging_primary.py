"""How far has the primary of a well-differentiated digestive NET grown? T by each edition, from size and depth.

Sources: AJCC 8th edition, AJCC version 9 (2024), ENETS 2006/2007 (evidence ST-00 to ST-77); N, M and the stage groups
are in staging.py. Not encoded: Tis of the ENETS stomach, below 0.5 mm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, conclusion, first_of, outcome
from neuroendocrine.facts.pathology import PRIMARY_SIZE
from neuroendocrine.facts.staging import APPENDIX_DEPTH, WALL_DEPTH
from neuroendocrine.staging_parts import (
    ABOVE_20,
    ABOVE_40,
    APPENDIX,
    COLON_OR_RECTUM,
    COLORECTAL,
    PANCREAS_AMPULLA,
    PANCREAS_DUCT,
    PANCREAS_ORGANS,
    PANCREAS_T2,
    T0,
    T2_WALL,
    T3_AJCC,
    T3_ELSEWHERE,
    T4_AJCC,
    T4_ELSEWHERE,
    TX,
    in_pancreas,
    located,
    part,
    wall_t3,
    wall_t4,
)

if TYPE_CHECKING:
    from guideline.rules import Group

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
        TX,
        T0,
        (
            "T4",
            any_of(
                "t4-8",
                "Reaches the T4 limit",
                *T4_AJCC,
                in_pancreas("t4-8", PANCREAS_ORGANS, PANCREAS_AMPULLA),
                kind="part",
            ),
        ),
        (
            "T3",
            any_of(
                "t3-8",
                "Reaches the T3 limit",
                *T3_AJCC,
                _APPENDIX_AJCC_T3,
                in_pancreas("t3-8", ABOVE_40, PANCREAS_DUCT),
                kind="part",
            ),
        ),
        ("T2", any_of("t2-8", "Reaches the T2 limit", *T2_WALL, _APPENDIX_AJCC_T2, PANCREAS_T2, kind="part")),
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
        TX,
        T0,
        (
            "T4",
            any_of("t4-9", "Reaches the T4 limit", *T4_AJCC, in_pancreas("t4-9", PANCREAS_ORGANS), kind="part"),
        ),
        (
            "T3",
            any_of(
                "t3-9",
                "Reaches the T3 limit",
                *T3_AJCC,
                _APPENDIX_AJCC_T3,
                in_pancreas("t3-9", ABOVE_40, PANCREAS_DUCT, PANCREAS_AMPULLA),
                kind="part",
            ),
        ),
        ("T2", any_of("t2-9", "Reaches the T2 limit", *T2_WALL, _APPENDIX_AJCC_T2, PANCREAS_T2, kind="part")),
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
        TX,
        T0,
        (
            "T4",
            any_of(
                "t4-enets",
                "Reaches the T4 limit",
                wall_t4("bowel", _BOWEL),
                _stomach_enets("t4", "other organs reached", "other_organs"),
                *T4_ELSEWHERE,
                in_pancreas("t4-enets", PANCREAS_ORGANS, PANCREAS_AMPULLA),
                kind="part",
            ),
        ),
        (
            "T3",
            any_of(
                "t3-enets",
                "Reaches the T3 limit",
                wall_t3("bowel", _BOWEL),
                _stomach_enets("t3", "serosa penetrated", "serosa"),
                *T3_ELSEWHERE,
                _APPENDIX_ENETS_T3,
                in_pancreas("t3-enets", ABOVE_40, PANCREAS_DUCT),
                kind="part",
            ),
        ),
        (
            "T2",
            any_of(
                "t2-enets",
                "Reaches the T2 limit",
                *T2_WALL,
                _stomach_enets("t2", "subserosa reached", "subserosa"),
                _APPENDIX_ENETS_T2,
                PANCREAS_T2,
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
