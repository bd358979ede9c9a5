"""When do guidelines look at the heart in a carcinoid syndrome, and what does NT-proBNP tell?

Sources: evidence SY-20 to SY-25, DI-26; the table is in neuroendocrine/symptoms.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.syndromes import (
    CARCINOID_HEART_DISEASE,
    FUNCTION,
    HIAA_RAISED,
    HIAA_RISING,
    NT_PROBNP,
    PROCEDURE_PLANNED,
    RIGHT_HEART_SIGNS,
)
from neuroendocrine.symptoms import HEART_CHECK

CALCULATOR = Calculator(
    id="carcinoid_heart_disease",
    title="Carcinoid heart disease",
    intended_use=(
        "For the team that treats a carcinoid syndrome: shows whether one of the reasons that guidelines name for "
        "echocardiography is present, and what NT-proBNP can and cannot tell."
    ),
    not_for=("heart failure of another cause", "deciding on an operation of the valves"),
    content_version=CONTENT_VERSION,
    sections=(
        section("syndrome", "Syndrome", FUNCTION, HIAA_RAISED, HIAA_RISING),
        section("heart", "Heart", RIGHT_HEART_SIGNS, NT_PROBNP, CARCINOID_HEART_DISEASE),
        section("plan", "Plan", PROCEDURE_PLANNED),
    ),
    rule=HEART_CHECK,
    notices=(
        notice(
            "nt-probnp-high",
            "Above 260 ng/L: sensitivity 92 % and specificity 91 % in 2008, 46 % and 79 % in 2023. It is a reason for "
            "echocardiography, not a diagnosis.",
            NT_PROBNP > 260,
            evidence=("SY-21", "SY-22", "DI-26"),
            fact=NT_PROBNP,
        ),
        notice(
            "nt-probnp-low",
            "260 ng/L or less does not exclude the disease: sensitivity was 92 % in 2008 but 46 % in 2023.",
            NT_PROBNP <= 260,
            evidence=("SY-22", "SY-21", "DI-26"),
            fact=NT_PROBNP,
        ),
    ),
    not_considered=(
        "the rate at which 5-HIAA rises, and the assay",
        "disease of the left heart, which occurs with a patent foramen ovale or a bronchial primary",
        "how severe a valve lesion is",
    ),
)
