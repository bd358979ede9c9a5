"""The liver: how much of it is tumour, and the signs of its failing."""

from __future__ import annotations

from guideline import choice, derived, number, option, selected
from neuroendocrine.formulas.liver import liver_involvement

TUMOUR_VOLUME = number(
    "liver_tumour_volume_ml",
    "Volume of all liver metastases",
    unit="mL",
    accepts={"cm³": (1, 1), "L": (1000, 1)},
    at_least=0,
    at_most=15000,
    plausible=(0, 6000),
    reason="no liver tumour holds more than 15 L",
    decimals=0,
    found_in="volumetry on CT or MRI",
)
LIVER_VOLUME = number(
    "liver_volume_ml",
    "Volume of the liver with its metastases",
    unit="mL",
    accepts={"cm³": (1, 1), "L": (1000, 1)},
    at_least=200,
    at_most=20000,
    plausible=(600, 8000),
    reason="a liver outside 0.2 to 20 L is a slip of the pen or of the unit",
    decimals=0,
    found_in="volumetry on CT or MRI",
)
LIVER_INVOLVEMENT = number(
    "liver_involvement_percent",
    "Liver taken up by tumour",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the liver",
    decimals=1,
    close=2,
    hint="By eye or from volumes; 0 without liver metastases.",
    found_in="CT or MRI of the liver",
)
LIVER_RATIO = derived(
    "liver_ratio_percent",
    "Tumour volume in the liver volume",
    unit="%",
    inputs=(TUMOUR_VOLUME, LIVER_VOLUME),
    formula=liver_involvement,
    evidence="LD-19",
    enterable=False,
    at_least=0,
    at_most=7500,
    decimals=1,
    close=2,
)
BURDEN_SOURCE = choice(
    "liver_burden_source",
    "How the burden is known",
    option("volumes", "From volumes"),
    option("eye", "By eye"),
    found_in="CT or MRI of the liver",
)
LIVER_BURDEN = selected(
    "liver_burden_percent",
    "Liver tumour burden",
    by=BURDEN_SOURCE,
    sources={"volumes": LIVER_RATIO, "eye": LIVER_INVOLVEMENT},
    evidence="LD-19",
)
ASCITES = choice(
    "ascites",
    "Ascites",
    option("none", "None"),
    option("mild", "Mild"),
    option("moderate", "Moderate or more"),
    found_in="examination, ultrasound or CT",
)
ENCEPHALOPATHY = choice(
    "encephalopathy",
    "Hepatic encephalopathy",
    option("none", "None"),
    option("grade_1_2", "Grade 1 or 2"),
    option("grade_3_4", "Grade 3 or 4"),
    found_in="examination",
)
