"""The liver: how much of it is tumour, and the signs of its failing."""

from __future__ import annotations

from guideline import choice, derived, number, option
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
LIVER_INVOLVEMENT = derived(
    "liver_involvement_percent",
    "Liver taken up by tumour",
    unit="%",
    inputs=(TUMOUR_VOLUME, LIVER_VOLUME),
    formula=liver_involvement,
    evidence="LD-19",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the liver",
    decimals=1,
    close=2,
    hint="As read by eye, 0 without liver metastases; left empty, it is worked out once both volumes are known.",
    found_in="CT or MRI of the liver",
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
