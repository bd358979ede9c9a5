"""Treatment abroad: which days and papers follow from the journey, the injections and a PRRT dose?

Sources: evidence AB-06 to AB-08, AB-11 to AB-13, AB-16, AB-17, AB-23, AB-24 and those of the PRRT and injection days;
the days are made in neuroendocrine/travel.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, none_of, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.dates import INJECTION_DAY, INJECTION_INTERVAL
from neuroendocrine.facts.prrt import PRRT_DAY
from neuroendocrine.facts.travel import LEAVING_DAY, PAPERS_BACK, PAPERS_OUT, PAYMENT_ROUTE, RETURN_DAY
from neuroendocrine.injections import BEFORE_PRRT, NEXT_INJECTIONS
from neuroendocrine.prrt_days import LETTER_UNTIL
from neuroendocrine.travel import (
    AFTER_DOSE,
    AROUND_DOSE,
    BEFORE_DOSE,
    CONTRACEPTION_AFTER_DOSE,
    DAYS_AWAY,
    DAYS_DOSE_TO_RETURN,
    DAYS_INJECTION_TO_RETURN,
    DAYS_TO_DOSE,
    INJECTION_FROM_LEAVING,
    PAPERS_BACK_MISSING,
    PAPERS_OUT_MISSING,
    UK_DISTANCE_DAYS,
    US_DISTANCE_DAYS,
)

CALCULATOR = Calculator(
    id="travel_plan",
    title="Treatment abroad: days and papers",
    intended_use=(
        "For people who are treated in another country, and for those who help them: turns the days of the journey, "
        "the injections and a PRRT dose into the days that sources name, and lists the papers that are missing."
    ),
    not_for=(
        "choosing a country, a hospital or an agency; none is named or preferred",
        "prices, visas and insurance contracts",
        "deciding whether a journey or a treatment makes sense",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("journey", "Journey", LEAVING_DAY, RETURN_DAY, PAYMENT_ROUTE),
        section("injections", "Injections", INJECTION_DAY, INJECTION_INTERVAL),
        section("prrt", "PRRT", PRRT_DAY),
        section("papers", "Papers", PAPERS_OUT, PAPERS_BACK),
    ),
    reports=(
        DAYS_AWAY,
        *BEFORE_DOSE,
        *AROUND_DOSE,
        BEFORE_PRRT,
        *NEXT_INJECTIONS,
        INJECTION_FROM_LEAVING,
        *AFTER_DOSE,
        LETTER_UNTIL,
        *CONTRACEPTION_AFTER_DOSE,
        PAPERS_OUT_MISSING,
        PAPERS_BACK_MISSING,
    ),
    contradictions=(
        contradiction(
            "back-before-out",
            "The journey back lies before the journey out. Check both days.",
            DAYS_AWAY < 0,
            fact=RETURN_DAY,
        ),
        contradiction(
            "dose-before-out",
            "The dose lies before the journey out. Check both days.",
            DAYS_TO_DOSE < 0,
            fact=PRRT_DAY,
        ),
        contradiction(
            "dose-after-back",
            "The dose lies after the journey back. Check both days.",
            DAYS_DOSE_TO_RETURN < 0,
            fact=PRRT_DAY,
        ),
    ),
    notices=(
        notice(
            "back-within-3-days",
            "The journey back lies within the 3 days for which US precautions ask for distance, little public "
            "transport and at most 1 hour close to others.",
            DAYS_DOSE_TO_RETURN <= US_DISTANCE_DAYS,
            evidence=("AB-07", "PR-115"),
            fact=RETURN_DAY,
        ),
        notice(
            "back-within-16-days",
            "The journey back lies within the 16 days of the UK model; with small children or a pregnant partner at "
            "home the distance is longer. The centre that treats has the last word.",
            DAYS_DOSE_TO_RETURN > US_DISTANCE_DAYS,
            DAYS_DOSE_TO_RETURN <= UK_DISTANCE_DAYS,
            evidence=("AB-07", "DI-33"),
            fact=RETURN_DAY,
        ),
        notice(
            "injection-on-journey",
            "A long-acting injection falls due during the journey. It is not to be missed: taken along cold, with its "
            "papers, and injected by a trained person, or planned with the team at home.",
            DAYS_INJECTION_TO_RETURN >= 0,
            evidence="AB-06",
            fact=INJECTION_DAY,
        ),
        notice(
            "travel-card",
            "Border and airport detectors can alarm, and checks can take 1 to 2 hours; a travel card names the person, "
            "the isotope, the activity, the day, the hospital and its telephone number. It is still missing.",
            none_of("no-travel-card", "No travel card", PAPERS_BACK.includes("travel_card"), kind="part"),
            evidence=("AB-08", "PR-119"),
            fact=PAPERS_BACK,
        ),
        notice(
            "s2",
            "Form S2 is an authorisation before the journey. By law it is not refused when the treatment is covered "
            "at home and cannot be had there in a medically justifiable time. Some private hospitals are outside this "
            "route.",
            PAYMENT_ROUTE.is_("s2"),
            evidence=("AB-11", "AB-12"),
            fact=PAYMENT_ROUTE,
        ),
        notice(
            "directive",
            "By the Directive the treatment is paid first; part is claimed afterwards, up to the cost at home. The "
            "national contact point says what needs authorisation before.",
            PAYMENT_ROUTE.is_("directive"),
            evidence="AB-11",
            fact=PAYMENT_ROUTE,
        ),
        notice(
            "card",
            "EHIC and GHIC are for care that becomes necessary during a stay, not for planned treatment.",
            PAYMENT_ROUTE.is_("card"),
            evidence="AB-13",
            fact=PAYMENT_ROUTE,
        ),
    ),
    not_considered=(
        "visa and residence: only the consulate of the country answers that",
        "cost, liability and refunds; ask in writing before paying",
        "an interpreter for consent, who is best not a relative",
        "rules of airlines and of countries on the way",
        "delays of a dose because of a toxicity",
        "a course split between countries: product, activity and all checks before each dose have to stay the same",
    ),
)
