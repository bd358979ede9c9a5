"""What a stage is made of: how far the primary has grown, the nodes, the metastases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import choice, derived, number, option, yes_no
from neuroendocrine.facts.pathology import PRIMARY_SIZE
from neuroendocrine.formulas.counting import found_by_its_size

if TYPE_CHECKING:
    from guideline.facts import Choice

PRIMARY_TUMOUR: Choice = derived(
    "primary_tumour",
    "Primary tumour",
    options=(
        option("described", "Found and described"),
        option("none_found", "No primary found (T0)"),
        option("not_assessed", "Cannot be assessed (TX)"),
    ),
    inputs=(PRIMARY_SIZE,),
    formula=found_by_its_size,
    evidence="ST-49",
    hint="Left empty, a size that is entered says that it was found.",
    found_in="pathology report, imaging",
    changeable=False,
)
WALL_DEPTH = choice(
    "wall_depth",
    "Deepest layer reached",
    option("submucosa", "Mucosa (lamina propria) or submucosa"),
    option("muscularis", "Muscularis propria"),
    option("subserosa", "Subserosa, or fat not covered by peritoneum", "The serosa is not penetrated."),
    option("serosa", "Serosa (visceral peritoneum)"),
    option("other_organs", "Other organs or structures"),
    found_in="pathology report",
    changeable=False,
)
DUODENUM_DEPTH = choice(
    "duodenum_depth",
    "Deepest layer reached (duodenum)",
    option("submucosa", "Mucosa or submucosa"),
    option("muscularis", "Muscularis propria"),
    option("pancreas", "Pancreas or fat around it"),
    option("serosa", "Serosa (visceral peritoneum)"),
    option("other_organs", "Other organs, large vessels or bile duct"),
    found_in="pathology report",
    changeable=False,
)
AMPULLA_DEPTH = choice(
    "ampulla_depth",
    "Deepest layer reached (ampulla)",
    option("sphincter", "Within the sphincter of Oddi"),
    option("duodenal_wall", "Through the sphincter into duodenal submucosa or muscularis propria"),
    option("pancreas", "Pancreas or fat around it"),
    option("serosa", "Serosa (visceral peritoneum)"),
    option("other_organs", "Other organs"),
    found_in="pathology report",
    changeable=False,
)
APPENDIX_DEPTH = choice(
    "appendix_depth",
    "Deepest layer reached (appendix)",
    option("wall", "Submucosa or muscularis propria"),
    option("subserosa_up_to_3", "Subserosa or mesoappendix, by at most 3 mm"),
    option("subserosa_over_3", "Subserosa or mesoappendix, by more than 3 mm"),
    option("peritoneum", "Perforates the peritoneum"),
    option("other_organs", "Other organs or structures", "Not the subserosa of the bowel beside it."),
    found_in="pathology report",
    changeable=False,
)
PANCREAS_INVASION = choice(
    "pancreas_invasion",
    "Growth beyond the pancreas",
    option("limited", "Limited to the pancreas, or fat around it only"),
    option("duodenum_bile_duct", "Duodenum or common bile duct"),
    option("ampulla", "Ampulla of Vater"),
    option("organs_vessels", "Stomach, spleen, colon, adrenal gland, or wall of a large vessel"),
    found_in="pathology report, imaging",
    changeable=False,
)
REGIONAL_NODES = choice(
    "regional_nodes",
    "Regional lymph nodes",
    option("none", "No metastasis (N0)"),
    option("involved", "Metastasis"),
    option("not_assessed", "Cannot be assessed (NX)"),
    found_in="pathology report, imaging",
    changeable=False,
)
NODES_INVOLVED = number(
    "nodes_involved",
    "Regional nodes with metastasis",
    unit="",
    at_least=1,
    at_most=200,
    plausible=(1, 80),
    reason="at least one is involved, and no specimen holds more than 200",
    decimals=0,
    whole=True,
    found_in="pathology report",
    changeable=False,
)
MESENTERIC_MASS = number(
    "mesenteric_mass_mm",
    "Largest mesenteric mass (0 when there is none)",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=0,
    at_most=400,
    plausible=(0, 200),
    reason="no mesenteric mass is larger than 400 mm",
    decimals=0,
    close=2,
    found_in="imaging, pathology report",
    changeable=False,
)
METASTASES = choice(
    "distant_metastases",
    "Distant metastases",
    option("none", "None (M0)"),
    option("liver", "Liver only (M1a)"),
    option("outside_liver", "Outside the liver only (M1b)"),
    option("both", "Liver and elsewhere (M1c)"),
    hint="Distant nodes, peritoneum, bone, lung and ovary count as outside the liver.",
    found_in="imaging",
    changeable=False,
)
MULTIPLE_PRIMARIES = yes_no(
    "multiple_primaries",
    "More than one primary in this organ",
    found_in="pathology report",
    changeable=False,
)
