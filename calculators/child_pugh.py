"""Which Child-Pugh class: points for bilirubin, albumin, INR, ascites and encephalopathy.

Source: evidence CA-07, CA-52; the rule is in neuroendocrine/liver_function.py.
"""

from __future__ import annotations

from guideline import Calculator, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import ALBUMIN, BILIRUBIN, INR
from neuroendocrine.facts.liver import ASCITES, ENCEPHALOPATHY
from neuroendocrine.liver_function import (
    ALBUMIN_POINTS,
    ASCITES_POINTS,
    BILIRUBIN_POINTS,
    CHILD_PUGH_CLASS,
    CHILD_PUGH_POINTS,
    ENCEPHALOPATHY_POINTS,
    INR_POINTS,
)

CALCULATOR = Calculator(
    id="child_pugh",
    title="Child-Pugh class",
    intended_use=(
        "For professionals: adds the points and names the class, for orientation about liver reserve. "
        "It was made for chronic liver disease; with liver metastases alone it says little."
    ),
    not_for=("acute liver failure", "a blocked bile duct, which raises bilirubin by itself"),
    content_version=CONTENT_VERSION,
    sections=(
        section("blood", "Blood", BILIRUBIN, ALBUMIN, INR),
        section("examination", "Examination", ASCITES, ENCEPHALOPATHY),
    ),
    rule=CHILD_PUGH_CLASS,
    reports=(
        CHILD_PUGH_POINTS,
        BILIRUBIN_POINTS,
        ALBUMIN_POINTS,
        INR_POINTS,
        ASCITES_POINTS,
        ENCEPHALOPATHY_POINTS,
    ),
    not_considered=(
        "why a value is abnormal: diet, bleeding, anticoagulants, Gilbert syndrome, ascites from the peritoneum",
        "portal hypertension, liver volume and how much of the liver is tumour",
    ),
)
