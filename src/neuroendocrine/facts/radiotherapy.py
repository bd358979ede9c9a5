"""External radiotherapy: what it is meant to do, and how much marrow it reaches."""

from __future__ import annotations

from guideline import choice, number, option

RADIOTHERAPY_AIM = choice(
    "external_radiotherapy_aim",
    "What the radiation is meant to do",
    option("symptom", "Relieve a symptom, such as pain"),
    option("local_control", "Control single lesions without symptoms (stereotactic)"),
    option("main_treatment", "Treat the disease instead of surgery or systemic treatment"),
    found_in="plan of the board",
)
MARROW_IRRADIATED = number(
    "marrow_irradiated_percent",
    "Bone marrow irradiated, so far and planned",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the bone marrow",
    decimals=0,
    close=2,
    hint="By external radiation.",
    found_in="radiotherapy plans",
)
