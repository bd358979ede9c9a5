"""What does a carboplatin target come to in mg by the Calvert formula, AUC × (GFR + 25)?

Sources: evidence CA-06, DI-57 for the form, CA-01 to CA-04 for the filtration rate; the arithmetic is in
neuroendocrine/formulas/carboplatin.py. An eGFR per 1.73 m² cannot be entered: the formula takes mL/min.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.blood import CREATININE
from neuroendocrine.facts.doses import (
    CARBOPLATIN_DOSE,
    GFR,
    GFR_CAP,
    GFR_IN_FORMULA,
    GFR_SOURCE,
    MEASURED_GFR,
    TARGET_AUC,
)
from neuroendocrine.facts.patient import AGE, HEIGHT, SEX, WEIGHT

_ESTIMATED = GFR_SOURCE.one_of("cockcroft_gault", "ckd_epi")

CALCULATOR = Calculator(
    id="carboplatin_dose",
    title="Carboplatin dose by Calvert, AUC × (GFR + 25)",
    intended_use=(
        "For professionals who check the arithmetic of a carboplatin order: names the form of the formula, the source "
        "of the GFR and the cap, so that a second person can follow it. The protocol and the pharmacy decide."
    ),
    not_for=(
        "choosing carboplatin or a target: in well-differentiated G1 and G2 tumours its activity is low",
        "children",
        "dialysis",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("target", "Target", TARGET_AUC, GFR_CAP),
        section("filtration", "Filtration rate", GFR_SOURCE, ask(MEASURED_GFR, when=GFR_SOURCE.is_("measured"))),
        section(
            "estimate",
            "For an estimate",
            ask(AGE, when=_ESTIMATED),
            ask(SEX, when=_ESTIMATED),
            ask(CREATININE, when=_ESTIMATED),
            ask(WEIGHT, when=_ESTIMATED),
            ask(HEIGHT, when=GFR_SOURCE.is_("ckd_epi")),
        ),
    ),
    reports=(CARBOPLATIN_DOSE, GFR_IN_FORMULA, GFR),
    contradictions=(
        contradiction("under-18", "The equations are for adults of 18 years or older.", AGE < 18, fact=AGE),
    ),
    notices=(
        notice(
            "cap-used",
            "The GFR is above 125 mL/min; 125 went into the formula because the cap was chosen.",
            GFR_CAP.yes,
            GFR > 125,
            evidence="CA-06",
            fact=GFR_CAP,
        ),
        notice(
            "cap-not-used",
            "The GFR is above 125 mL/min and went into the formula as it is. Where the FDA advice is followed, "
            "an estimated GFR is capped at 125 mL/min.",
            GFR_CAP.no,
            GFR > 125,
            evidence="CA-06",
            fact=GFR_CAP,
        ),
        notice(
            "low-target",
            "The target is below the usual range of 4 to 7 mg·min/mL.",
            TARGET_AUC < 4,
            evidence="CA-06",
            fact=TARGET_AUC,
        ),
        notice(
            "high-target",
            "The target is above the usual range of 4 to 7 mg·min/mL.",
            TARGET_AUC > 7,
            evidence="CA-06",
            fact=TARGET_AUC,
        ),
    ),
    not_considered=(
        "the other published form, AUC × (1.2 × GFR + 20), which leads to other doses",
        "ideal or adjusted weight, creatinine that is very low or changing",
        "blood counts, earlier treatment, drugs beside it and rounding to vials",
    ),
)
