"""TNM stage of a well-differentiated digestive NET by AJCC 8, AJCC version 9 and ENETS, side by side.

Sources: evidence ST-00 to ST-77; the tables are in neuroendocrine/staging*.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.pathology import DIFFERENTIATION, PRIMARY_SITE, PRIMARY_SIZE, TUMOUR_TYPE
from neuroendocrine.facts.staging import (
    AMPULLA_DEPTH,
    APPENDIX_DEPTH,
    DUODENUM_DEPTH,
    MESENTERIC_MASS,
    METASTASES,
    MULTIPLE_PRIMARIES,
    NODES_INVOLVED,
    PANCREAS_INVASION,
    PRIMARY_TUMOUR,
    REGIONAL_NODES,
    WALL_DEPTH,
)
from neuroendocrine.staging import STAGE_AJCC_8, STAGE_AJCC_9, STAGE_ENETS, M, N
from neuroendocrine.staging_parts import WALL_SITES
from neuroendocrine.staging_primary import T_AJCC_8, T_AJCC_9, T_ENETS

CALCULATOR = Calculator(
    id="tnm_stage",
    title="TNM stage",
    intended_use=(
        "For professionals: shows the TNM categories and the stage group of a well-differentiated digestive NET by "
        "the chosen edition, with what is missing and where editions part."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms (MiNEN), which are staged as the carcinoma of the same organ",
        "lung and thymus",
        "goblet cell adenocarcinoma, paraganglioma, medullary thyroid and Merkel cell carcinoma",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", TUMOUR_TYPE, DIFFERENTIATION, PRIMARY_SITE),
        section(
            "primary",
            "Primary (T)",
            PRIMARY_TUMOUR,
            PRIMARY_SIZE,
            ask(WALL_DEPTH, when=PRIMARY_SITE.one_of(*WALL_SITES)),
            ask(DUODENUM_DEPTH, when=PRIMARY_SITE.is_("duodenum")),
            ask(AMPULLA_DEPTH, when=PRIMARY_SITE.is_("ampulla")),
            ask(APPENDIX_DEPTH, when=PRIMARY_SITE.is_("appendix")),
            ask(PANCREAS_INVASION, when=PRIMARY_SITE.is_("pancreas")),
            MULTIPLE_PRIMARIES,
        ),
        section(
            "nodes",
            "Nodes (N)",
            REGIONAL_NODES,
            ask(NODES_INVOLVED, when=REGIONAL_NODES.is_("involved")),
            ask(MESENTERIC_MASS, when=PRIMARY_SITE.is_("jejunum_ileum")),
        ),
        section("metastases", "Metastases (M)", METASTASES),
    ),
    rule=variants(
        ("ajcc_8", "AJCC 8", STAGE_AJCC_8, "8th edition, 2017."),
        ("ajcc_9", "AJCC version 9", STAGE_AJCC_9, "For diagnoses from 2024 on."),
        ("enets", "ENETS", STAGE_ENETS, "Proposals of 2006 and 2007."),
    ),
    reports=(T_AJCC_8, T_AJCC_9, T_ENETS, N, M),
    contradictions=(
        contradiction(
            "no-primary-with-size",
            "No primary found, yet it has a size: check both entries.",
            PRIMARY_TUMOUR.is_("none_found"),
            PRIMARY_SIZE >= 0.1,  # any size
            fact=PRIMARY_SIZE,
        ),
        contradiction(
            "mass-without-nodes",
            "A mesenteric mass above 0 mm with “No metastasis” in the nodes: check both entries.",
            REGIONAL_NODES.is_("none"),
            MESENTERIC_MASS > 0,
            fact=MESENTERIC_MASS,
        ),
        contradiction(
            "mass-with-nodes-not-assessed",
            "A mesenteric mass above 0 mm with nodes that “cannot be assessed”: a mass is a deposit in the nodes. "
            "Choose “Metastasis”, or correct the mass.",
            REGIONAL_NODES.is_("not_assessed"),
            MESENTERIC_MASS > 0,
            fact=MESENTERIC_MASS,
        ),
    ),
    notices=(
        notice(
            "several-primaries",
            "More than one primary: the highest T counts, followed by (m) or by their number.",
            MULTIPLE_PRIMARIES.yes,
            evidence="ST-22",
            fact=MULTIPLE_PRIMARIES,
        ),
        notice(
            "colorectal-10-mm",
            "10 mm exactly is T1b in AJCC 8 and T1a in version 9. The later limit rests on a secondary reading.",
            PRIMARY_SITE.one_of("right_colon", "left_colon", "rectum"),
            PRIMARY_SIZE >= 10,
            PRIMARY_SIZE <= 10,
            evidence=("DI-22", "ST-65"),
            fact=PRIMARY_SIZE,
        ),
        notice(
            "ampulla-invaded",
            "Invasion of the ampulla by a pancreatic NET is T4 in AJCC 8 and T3 in version 9. "
            "The later reading rests on registry tables.",
            PRIMARY_SITE.is_("pancreas"),
            PANCREAS_INVASION.is_("ampulla"),
            evidence=("DI-23", "ST-66"),
            fact=PANCREAS_INVASION,
        ),
        notice(
            "stomach-depth",
            "From the subserosa on, ENETS counts a gastric NET one T lower than AJCC: subserosa T2, serosa T3.",
            PRIMARY_SITE.is_("stomach"),
            WALL_DEPTH.one_of("subserosa", "serosa"),
            evidence=("DI-60", "ST-76"),
            fact=WALL_DEPTH,
        ),
        notice(
            "appendix-depth",
            "AJCC counts any growth into subserosa or mesoappendix as T3; ENETS draws a line at 3 mm.",
            PRIMARY_SITE.is_("appendix"),
            APPENDIX_DEPTH.one_of("subserosa_up_to_3", "subserosa_over_3"),
            evidence=("DI-21", "ST-73"),
            fact=APPENDIX_DEPTH,
        ),
    ),
    not_considered=(
        "which nodes are regional: that differs by site and is left to the report",
        "grade, which belongs to the diagnosis but not to the stage",
        "stage groups of other registries, and Tis with stage 0 of the ENETS stomach, below 0.5 mm",
    ),
)
