"""Pathology: type, site, differentiation, Ki-67, mitoses, and how they were counted."""

from __future__ import annotations

from guideline import choice, derived, number, option, yes_no
from neuroendocrine.formulas.counting import mitoses_per_2_mm2, other_part_percent

PRIMARY_SITE = choice(
    "primary_site",
    "Primary site",
    option("stomach", "Stomach"),
    option("duodenum", "Duodenum"),
    option("ampulla", "Ampulla of Vater"),
    option("jejunum_ileum", "Jejunum or ileum"),
    option("appendix", "Appendix"),
    option("right_colon", "Caecum or right colon"),
    option("left_colon", "Left colon"),
    option("rectum", "Rectum"),
    option("pancreas", "Pancreas"),
    option("other_digestive", "Other digestive organ"),
    option("lung", "Lung"),
    option("thymus", "Thymus"),
    option("unknown_primary", "Primary not found"),
    found_in="pathology report, imaging",
    changeable=False,
)
DIGESTIVE_SITES = (
    "stomach",
    "duodenum",
    "ampulla",
    "jejunum_ileum",
    "appendix",
    "right_colon",
    "left_colon",
    "rectum",
    "pancreas",
    "other_digestive",
)
THORACIC_SITES = ("lung", "thymus")
MIDGUT_SITES = ("jejunum_ileum", "appendix", "right_colon")

TUMOUR_TYPE = choice(
    "tumour_type",
    "Type of tumour",
    option("neuroendocrine", "Neuroendocrine neoplasm", "NET, NEC or carcinoid."),
    option("mixed", "Mixed neuroendocrine and non-neuroendocrine", "MiNEN, or a report that names both parts."),
    option("goblet_cell", "Goblet cell adenocarcinoma of the appendix"),
    option("paraganglioma", "Paraganglioma or phaeochromocytoma"),
    option("medullary_thyroid", "Medullary thyroid carcinoma"),
    option("merkel_cell", "Merkel cell carcinoma"),
    found_in="pathology report",
    changeable=False,
)
DIFFERENTIATION = choice(
    "differentiation",
    "Differentiation",
    option("well", "Well differentiated", "NET; in the lung and thymus, carcinoid."),
    option("poor", "Poorly differentiated", "NEC."),
    hint="What the cells look like, not the counts: it is asked apart because it is decided apart.",
    found_in="pathology report",
    changeable=False,
)
KI67 = number(
    "ki67_percent",
    "Ki-67 index",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of cells",
    decimals=1,
    close=1,
    hint="The highest value of the current tumour; one number, not a range.",
    found_in="pathology report",
    changeable=False,
)
MITOSES_COUNTED = number(
    "mitoses_counted",
    "Mitoses counted",
    unit="",
    at_least=0,
    at_most=10000,
    plausible=(0, 1000),
    reason="no counted area holds more",
    decimals=0,
    whole=True,
    hint="The total in the counted area.",
    found_in="pathology report",
    changeable=False,
)
AREA_COUNTED = number(
    "area_counted_mm2",
    "Area counted",
    unit="mm²",
    at_least=0.05,
    at_most=100,
    plausible=(0.5, 20),
    reason="one field is at least 0.05 mm², and nobody counts more than 100 mm²",
    decimals=2,
    hint="Fields counted times the area of one field; 50 fields of 0.2 mm² are 10 mm².",
    found_in="pathology report",
    changeable=False,
)
MITOSES = derived(
    "mitoses_per_2mm2",
    "Mitotic count",
    unit="per 2 mm²",
    inputs=(MITOSES_COUNTED, AREA_COUNTED),
    formula=mitoses_per_2_mm2,
    evidence=("CL-10", "CL-07"),
    at_least=0,
    at_most=1000,
    plausible=(0, 200),
    reason="no tumour has more",
    decimals=1,
    hint="Mitoses per 2 mm². From another area, enter the total and the area instead.",
    found_in="pathology report",
    changeable=False,
)
CELLS_COUNTED = number(
    "ki67_cells_counted",
    "Cells counted for Ki-67",
    unit="",
    at_least=1,
    at_most=100000,
    plausible=(50, 20000),
    reason="at least one cell is needed",
    decimals=0,
    whole=True,
    found_in="pathology report",
)
SPECIMEN = choice(
    "specimen",
    "Tissue that was counted",
    option("primary", "Primary tumour"),
    option("metastasis", "Lymph node or metastasis"),
    found_in="pathology report",
    changeable=False,
)
CELL_TYPE = choice(
    "nec_cell_type",
    "Cell type of the carcinoma",
    option("small", "Small cell"),
    option("large", "Large cell"),
    found_in="pathology report",
    changeable=False,
)
NECROSIS = yes_no(
    "necrosis",
    "Necrosis",
    hint="Any necrosis counts, also small foci.",
    found_in="pathology report",
    changeable=False,
)
PRIMARY_SIZE = number(
    "primary_size_mm",
    "Largest diameter of the primary",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=0.1,
    at_most=500,
    plausible=(1, 300),
    reason="a diameter outside 0.1 to 500 mm is a slip of the pen or of the unit",
    decimals=1,
    close=0.5,
    found_in="pathology report, imaging",
    changeable=False,
)
NEUROENDOCRINE_PART = number(
    "neuroendocrine_part_percent",
    "Neuroendocrine part of the tumour",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the tumour",
    decimals=0,
    close=2,
    hint="The rest is the other component.",
    found_in="pathology report",
    changeable=False,
)
OTHER_PART = derived(
    "other_part_percent",
    "Other part of the tumour",
    unit="%",
    inputs=(NEUROENDOCRINE_PART,),
    formula=other_part_percent,
    enterable=False,
    at_least=0,
    at_most=100,
    reason="it is a percentage of the tumour",
    decimals=0,
    close=2,
    changeable=False,
)
REPORTED_GRADE = choice(
    "reported_grade",
    "Grade written in the report",
    option("g1", "G1"),
    option("g2", "G2"),
    option("g3", "G3"),
    option("none", "No grade number"),
    found_in="pathology report",
    changeable=False,
)
LYMPHOVASCULAR = yes_no(
    "lymphovascular_invasion",
    "Lymphovascular invasion",
    hint="Tumour cells in lymph vessels or blood vessels.",
    found_in="pathology report",
    changeable=False,
)
