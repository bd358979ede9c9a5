"""Until which day do sources ask for distance at home after a dose of PRRT, and what does a travel letter hold?

Sources: evidence PR-115, PR-116, PR-118, PR-119, AB-08, DI-33, CA-16, CA-36; the days are made in
neuroendocrine/prrt_days.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.prrt import PRRT_ACTIVITY, PRRT_DAY, TRAVEL_DAY
from neuroendocrine.prrt_days import CONTACT_DAYS, DAYS_TO_TRAVEL, LEFT_ON_JOURNEY, LETTER_UNTIL, URINE_UNTIL

CALCULATOR = Calculator(
    id="prrt_precautions",
    title="PRRT: contact and travel after a dose",
    intended_use=(
        "For people treated and for those who advise them: shows side by side until which day published sources "
        "ask for distance after one dose of 177Lu-DOTATATE. What your own centre says comes first."
    ),
    not_for=("other isotopes", "working out a dose for one person", "people who care for incontinent patients"),
    content_version=CONTENT_VERSION,
    sections=(
        section("dose", "Dose", PRRT_DAY, PRRT_ACTIVITY),
        section("journey", "Journey", TRAVEL_DAY),
    ),
    reports=(*CONTACT_DAYS, URINE_UNTIL, LETTER_UNTIL, LEFT_ON_JOURNEY),
    contradictions=(
        contradiction(
            "journey-before-dose",
            "The journey lies before the dose, so there is nothing to carry yet. Check both days.",
            DAYS_TO_TRAVEL < 0,
            fact=TRAVEL_DAY,
        ),
    ),
    not_considered=(
        "the activity left in one person, which depends on the kidneys and on the tumour",
        "longer distance for infants, children and a pregnant partner in the US table, which names no number of days",
        "whether a source counts an inpatient's days from the dose or from going home: here all count from the dose",
        "hygiene: sitting to urinate, double flushing, own towels, for 3 days in the US table",
        "what else a travel letter holds: name, isotope, hospital and telephone number",
        "rules of your country, which can be stricter",
    ),
)
