"""Until which day do sources ask for distance at home after a dose of PRRT, and what does a travel letter hold?

Sources: evidence PR-115, PR-116, PR-119, DI-33, CA-36; the days are made in neuroendocrine/prrt_days.py.
"""

from __future__ import annotations

from guideline import Calculator, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.prrt import PRRT_DAY
from neuroendocrine.prrt_days import CONTACT_DAYS

CALCULATOR = Calculator(
    id="prrt_precautions",
    title="PRRT: contact and travel after a dose",
    intended_use=(
        "For people treated and for those who advise them: shows side by side until which day published sources "
        "ask for distance after one dose of 177Lu-DOTATATE. What your own centre says comes first."
    ),
    not_for=("other isotopes", "working out a dose for one person", "people who care for incontinent patients"),
    content_version=CONTENT_VERSION,
    sections=(section("dose", "Dose", PRRT_DAY),),
    reports=CONTACT_DAYS,
    not_considered=(
        "the activity left in one person, which depends on the kidneys and on the tumour",
        "hygiene: sitting to urinate, double flushing, own towels, for 3 days in the US table",
        "a travel letter: name of isotope and activity, day, hospital and telephone number, carried for 3 months",
        "rules of your country, which can be stricter",
    ),
)
