"""Which ALBI grade: a score from bilirubin and albumin alone.

Source: evidence CA-08; the rule is in neuroendocrine/liver_function.py.
"""

from __future__ import annotations

from guideline import Calculator, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import ALBUMIN, BILIRUBIN
from neuroendocrine.liver_function import ALBI, ALBI_GRADE

CALCULATOR = Calculator(
    id="albi",
    title="ALBI score and grade",
    intended_use=(
        "For professionals: liver reserve from two blood values. Made for hepatocellular carcinoma; "
        "in treatments of liver metastases of a NET it is exploratory."
    ),
    not_for=("a blocked bile duct, which raises bilirubin by itself", "deciding on a treatment by this score alone"),
    content_version=CONTENT_VERSION,
    sections=(section("blood", "Blood", BILIRUBIN, ALBUMIN, ALBI),),
    rule=ALBI_GRADE,
    reports=(ALBI,),
    not_considered=("ascites, encephalopathy, clotting, liver volume", "causes of a low albumin outside the liver"),
)
