"""Imaging: receptor uptake, FDG, and how far and how fast the disease has gone."""

from __future__ import annotations

from guideline import choice, number, option, yes_no

RECEPTOR_SCORE = number(
    "receptor_uptake_score",
    "Receptor uptake (Krenning score)",
    unit="",
    at_least=0,
    at_most=4,
    reason="the score runs from 0 to 4",
    decimals=0,
    whole=True,
    hint="The lowest of the target lesions. 0 none, 1 very low, 2 up to that of liver, 3 above liver, 4 above spleen.",
    found_in="somatostatin receptor imaging",
)
RECEPTOR_IMAGING = choice(
    "receptor_imaging",
    "Receptor imaging was done by",
    option("planar", "Scintigraphy (planar or SPECT)"),
    option("pet", "PET"),
    found_in="somatostatin receptor imaging",
)
RECEPTOR_IMAGING_AGE = number(
    "months_since_receptor_imaging",
    "Time since receptor imaging",
    unit="months",
    accepts={"years": (12, 1)},
    at_least=0,
    at_most=1200,
    plausible=(0, 120),
    reason="receptor imaging is not that old",
    decimals=0,
    close=1,
    found_in="somatostatin receptor imaging",
)
FDG_PET = choice(
    "fdg_pet",
    "FDG PET",
    option("not_done", "Not done"),
    option("matched", "No FDG-avid lesion without receptor uptake"),
    option("mismatch", "At least one FDG-avid lesion without receptor uptake"),
    found_in="FDG PET and receptor imaging read together",
)
EXTENT = choice(
    "disease_extent",
    "Extent",
    option("resectable", "Localised or resectable"),
    option("unresectable", "Locally advanced, not resectable"),
    option("metastatic", "Metastatic, not resectable"),
    hint="As the surgeons of the board judge it.",
    found_in="imaging, surgical opinion",
)
COURSE = choice(
    "disease_course",
    "Course",
    option("progressive", "Progressive on imaging"),
    option("stable", "Stable"),
    option("responding", "Shrinking"),
    option("first_imaging", "First imaging, nothing to compare with"),
    hint="Compared with earlier imaging by RECIST.",
    found_in="imaging reports",
)
OUTSIDE_ABDOMEN = yes_no(
    "metastases_outside_abdomen",
    "Metastases outside the abdomen",
    hint="Such as bone, lung, brain, or nodes above the diaphragm.",
    found_in="imaging",
)
PERITONEAL = yes_no(
    "peritoneal_metastases",
    "Peritoneal metastases (carcinomatosis)",
    found_in="imaging, operation report",
)
PANCREAS_PART = choice(
    "pancreas_part",
    "Part of the pancreas",
    option("head_uncinate", "Head or uncinate process"),
    option("body_tail", "Body or tail"),
    found_in="CT, MRI or endosonography",
    changeable=False,
)
RAPID_GROWTH = yes_no(
    "rapid_growth",
    "Rapid growth of the disease",
    hint="Clear growth within a few months, as the board judges it.",
    found_in="imaging reports",
)
BULKY = yes_no(
    "bulky_disease",
    "Bulky disease",
    hint="So much tumour that it presses, or that the board wants it to shrink soon.",
    found_in="imaging reports",
)
