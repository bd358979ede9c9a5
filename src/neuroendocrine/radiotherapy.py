"""Where does external radiotherapy stand for a NET, and what does it mean for PRRT later?

Sources: evidence DI-12 and LD-18. Not encoded, because recalled with moderate or low confidence only: the list of
palliative indications, doses and fractions (LD-16), and control of single lesions by stereotactic radiation (LD-17).
"""

from __future__ import annotations

from guideline import criterion, first_of, outcome
from neuroendocrine.facts.radiotherapy import MARROW_IRRADIATED, RADIOTHERAPY_AIM
from neuroendocrine.scope import REFUSED_TYPES

FOR_A_SYMPTOM = criterion(
    "for-a-symptom", "Meant to relieve a symptom", RADIOTHERAPY_AIM.is_("symptom"), kind="part", evidence="DI-12"
)
AS_MAIN_TREATMENT = criterion(
    "as-main-treatment",
    "Meant to treat the disease instead of surgery or systemic treatment",
    RADIOTHERAPY_AIM.is_("main_treatment"),
    kind="part",
    evidence="DI-12",
)
MARROW_ABOVE_25 = criterion(
    "marrow-above-25", "More than 25 % of the bone marrow", MARROW_IRRADIATED > 25, kind="part", evidence="LD-18"
)

EXTERNAL_RADIOTHERAPY = first_of(
    "external-radiotherapy",
    "External radiotherapy",
    *REFUSED_TYPES,
    (
        outcome(
            "For a symptom: an option that the board may discuss",
            outcome_id="palliative",
            note="External radiotherapy of NET is mainly palliative. Doses and fractions are not encoded.",
            evidence="DI-12",
        ),
        FOR_A_SYMPTOM,
    ),
    (
        outcome(
            "As the main treatment: not placed there",
            outcome_id="not-main",
            note=(
                "External radiotherapy is mainly palliative. PRRT and radioembolisation are treatments with "
                "radionuclides and have calculators of their own."
            ),
            evidence="DI-12",
        ),
        AS_MAIN_TREATMENT,
    ),
    (
        outcome(
            "For single lesions without symptoms: no record here is strong enough to place it",
            outcome_id="no-record",
            note="Small retrospective series exist; their figures were recalled with low confidence, not encoded.",
            evidence="DI-12",
        ),
        None,
    ),
    evidence="DI-12",
)
