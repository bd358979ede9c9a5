"""Which limits of trials does the tumour burden of the liver lie above or below?

Source: limits of PROMID, CLARINET, RETNET and the Milan criteria (evidence LD-19). Not encoded: the scheme of five
classes (CA-13), which was recalled with moderate confidence only.
"""

from __future__ import annotations

from guideline import conclusion, criterion, first_of, outcome
from neuroendocrine.facts.liver import LIVER_BURDEN

LIVER_FREE = criterion("liver-0", "Burden at most 0 %", LIVER_BURDEN <= 0, kind="part", evidence="LD-19")
LIVER_10 = criterion("liver-10", "Burden at most 10 %", LIVER_BURDEN <= 10, kind="part", evidence="LD-19")
LIVER_25 = criterion("liver-25", "Burden at most 25 %", LIVER_BURDEN <= 25, kind="part", evidence="LD-19")
LIVER_50 = criterion("liver-50", "Burden at most 50 %", LIVER_BURDEN <= 50, kind="part", evidence="LD-19")
LIVER_70 = criterion("liver-70", "Burden at most 70 %", LIVER_BURDEN <= 70, kind="part", evidence="LD-19")

IN_PROMID = conclusion(
    "liver_burden_promid",
    first_of("burden-promid", "PROMID", ("at most 10 %", LIVER_10), ("above 10 %", None), evidence="LD-19"),
    label="Group in PROMID (octreotide)",
    evidence="LD-19",
)
IN_CLARINET = conclusion(
    "liver_burden_clarinet",
    first_of(
        "burden-clarinet",
        "CLARINET",
        (outcome("0 %", outcome_id="none"), LIVER_FREE),
        (outcome("above 0 to 10 %", outcome_id="up-to-10"), LIVER_10),
        (outcome("above 10 to 25 %", outcome_id="up-to-25"), LIVER_25),
        (outcome("above 25 %", outcome_id="above-25"), None),
        evidence="LD-19",
    ),
    label="Group in CLARINET (lanreotide)",
    evidence="LD-19",
)
IN_MILAN = conclusion(
    "liver_burden_milan",
    first_of(
        "burden-milan",
        "Milan",
        (outcome("within: at most 50 %", outcome_id="within"), LIVER_50),
        (outcome("beyond: above 50 %", outcome_id="beyond"), None),
        evidence="LD-19",
    ),
    label="Limit of the Milan criteria (transplantation)",
    evidence="LD-19",
)
IN_RETNET = conclusion(
    "liver_burden_retnet",
    first_of(
        "burden-retnet",
        "RETNET",
        (outcome("within: at most 70 %", outcome_id="within"), LIVER_70),
        (outcome("beyond: above 70 %", outcome_id="beyond"), None),
        evidence="LD-19",
    ),
    label="Limit of the RETNET trial (embolisation)",
    evidence="LD-19",
)
