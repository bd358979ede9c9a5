"""The calendar of PRRT: doses, blood tests, injections, contraception, and contact at home after each dose.

Sources: US and EU product information, NANETS/SNMMI, a UK dose model, practice in the Netherlands (evidence PR-03 to
PR-11, PR-32, PR-115 to PR-119, DI-33, FU-16, FU-17). Sources disagree; each line names its own, nothing is averaged.
Not encoded: laboratory tests every 4 weeks after the last dose (PR-11) and octreotide for 18 months (PR-07), both
recalled with moderate confidence; breast-feeding for 2.5 months (PR-32), because half a month is no day.
"""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING

from guideline import derived
from guideline.days import add_months
from neuroendocrine.facts.prrt import FIRST_PRRT_DAY, LAST_PRRT_DAY, PRRT_ACTIVITY, PRRT_DAY, TRAVEL_DAY
from neuroendocrine.formulas.intervals import days_between
from neuroendocrine.formulas.radioactivity import lutetium_left

if TYPE_CHECKING:
    from guideline.facts import Day

INTERVAL_DAYS = 56  # 8 weeks, evidence PR-03
INTERVAL_SLACK_DAYS = 7  # 1 week, evidence PR-03
LONGEST_INTERVAL_DAYS = 112  # 16 weeks, evidence PR-03
ANALOGUE_PAUSE_DAYS = 28  # 4 weeks, evidence PR-06, DI-55
TESTS_FROM_DAYS = 28  # 4 weeks before a dose, evidence PR-11
TESTS_TO_DAYS = 14  # 2 weeks before a dose, evidence PR-11
BORDER_MONTHS = 3  # evidence PR-119


def months_after(months: int, day: int) -> int:
    """Return the day some months after a day; the last day of a shorter month where there is no such day."""
    return add_months(day, months)


def _days_after(fact_id: str, label: str, days: int, from_day: Day, *evidence: str) -> Day:
    made: Day = derived(
        fact_id,
        label,
        inputs=(from_day,),
        formula=partial(operator.add, days),
        is_day=True,
        enterable=False,
        evidence=evidence,
    )
    return made


def _months_after(fact_id: str, label: str, months: int, from_day: Day, *evidence: str) -> Day:
    made: Day = derived(
        fact_id,
        label,
        inputs=(from_day,),
        formula=partial(months_after, months),
        is_day=True,
        enterable=False,
        evidence=evidence,
    )
    return made


def _dose(number: int) -> tuple[Day, ...]:
    planned = (number - 1) * INTERVAL_DAYS
    return (
        _days_after(f"dose_{number}_planned_on", f"Dose {number}, 8 weeks apart", planned, FIRST_PRRT_DAY, "PR-03"),
        _days_after(
            f"dose_{number}_bloods_from",
            f"Blood tests for dose {number}: earliest (4 weeks before)",
            planned - TESTS_FROM_DAYS,
            FIRST_PRRT_DAY,
            "PR-11",
        ),
        _days_after(
            f"dose_{number}_bloods_to",
            f"Blood tests for dose {number}: latest (2 weeks before)",
            planned - TESTS_TO_DAYS,
            FIRST_PRRT_DAY,
            "PR-11",
        ),
        _days_after(
            f"dose_{number}_last_analogue",
            f"Last long-acting analogue before dose {number}: latest (28 days before)",
            planned - ANALOGUE_PAUSE_DAYS,
            FIRST_PRRT_DAY,
            "PR-06",
            "DI-55",
        ),
        _days_after(
            f"dose_{number}_analogue_again",
            f"Long-acting octreotide after dose {number}: latest (within 24 hours)",
            planned + 1,
            FIRST_PRRT_DAY,
            "PR-06",
        ),
    )


COURSE_DAYS = (
    *_dose(1)[1:],
    _days_after(
        "dose_2_earliest", "Dose 2: earliest (7 weeks)", INTERVAL_DAYS - INTERVAL_SLACK_DAYS, FIRST_PRRT_DAY, "PR-03"
    ),
    *_dose(2),
    _days_after(
        "dose_2_latest", "Dose 2: latest (9 weeks)", INTERVAL_DAYS + INTERVAL_SLACK_DAYS, FIRST_PRRT_DAY, "PR-03"
    ),
    _days_after(
        "dose_2_latest_toxicity",
        "Dose 2: latest when stretched for a toxicity (16 weeks)",
        LONGEST_INTERVAL_DAYS,
        FIRST_PRRT_DAY,
        "PR-03",
    ),
    *_dose(3),
    *_dose(4),
)
CONTRACEPTION_DAYS = (
    _months_after(
        "contraception_women_us", "Contraception until, women (US label, 7 months)", 7, LAST_PRRT_DAY, "PR-32", "DI-52"
    ),
    _months_after(
        "contraception_men_us", "Contraception until, men (US label, 4 months)", 4, LAST_PRRT_DAY, "PR-32", "DI-52"
    ),
    _months_after(
        "contraception_eu",
        "Contraception until at least, both sexes (EU label, 6 months)",
        6,
        LAST_PRRT_DAY,
        "PR-32",
        "DI-52",
    ),
)
AFTER_DAYS = (
    *CONTRACEPTION_DAYS,
    _months_after("blood_1_month", "Blood count 1 month after the last dose", 1, LAST_PRRT_DAY, "FU-16"),
    _months_after("blood_3_months", "Blood count 3 months after the last dose", 3, LAST_PRRT_DAY, "FU-16"),
    _months_after(
        "scan_3_months", "CT or MRI about 3 months after the last dose (one cohort)", 3, LAST_PRRT_DAY, "FU-17"
    ),
    _months_after("blood_6_months", "Blood count 6 months after the last dose", 6, LAST_PRRT_DAY, "FU-16"),
    _months_after(
        "blood_12_months", "Blood count 12 months after the last dose, then at least yearly", 12, LAST_PRRT_DAY, "FU-16"
    ),
)


def _uk(fact_id: str, who: str, days: int, *evidence: str) -> Day:
    place = "inpatient" if fact_id.startswith("uk_in_") else "outpatient"
    return _days_after(fact_id, f"UK model, {place}, 95th percentile: {who}", days, PRRT_DAY, "PR-116", *evidence)


# The longest comes first: that is what DI-33 asks to show to children and pregnant women.
CONTACT_DAYS = (
    _days_after(
        "nl_children",
        "Children and pregnant women, the longest of these sources (Netherlands, 2 to 3 weeks): distance until",
        21,
        PRRT_DAY,
        "DI-33",
    ),
    _uk("uk_child_2", "child under 2 years, until", 17, "CA-36"),
    _uk("uk_child_5", "child of 2 to 5 years, until", 13, "CA-36"),
    _uk("uk_child_11", "child of 5 to 11 years, until", 10, "CA-36"),
    _uk("uk_partner", "partner within 1 m, sleeping apart, until", 16, "CA-36"),
    _uk("uk_work", "off work until", 6, "CA-36"),
    _uk("uk_in_child_2", "child under 2 years, until", 16),
    _uk("uk_in_child_5", "child of 2 to 5 years, until", 13),
    _uk("uk_in_child_11", "child of 5 to 11 years, until", 9),
    _uk("uk_in_partner", "partner within 1 m, sleeping apart, until", 15),
    _uk("uk_in_work", "off work until", 5),
    _days_after(
        "us_apart",
        "US (NANETS/SNMMI): separate bed, no intimate contact (longer for infants, children, pregnant partner), until",
        3,
        PRRT_DAY,
        "PR-115",
        "DI-33",
    ),
    _days_after("us_work", "US (NANETS/SNMMI): back to work after", 3, PRRT_DAY, "PR-115"),
)
LETTER_UNTIL = _months_after(
    "border_alarm",
    "Travel letter: detectors at borders and airports can alarm until (3 months)",
    BORDER_MONTHS,
    PRRT_DAY,
    "PR-119",
)
URINE_UNTIL = _days_after("urine_until", "Urine: activity can be found until (30 days)", 30, PRRT_DAY, "PR-118")
DAYS_TO_TRAVEL = derived(
    "days_from_dose_to_travel",
    "From the dose to the journey",
    unit="days",
    inputs=(PRRT_DAY, TRAVEL_DAY),
    formula=days_between,
    enterable=False,
    at_least=-100000,
    at_most=100000,
    reason="both days lie in one course",
    decimals=0,
    whole=True,
    evidence="AB-08",
)
LEFT_ON_JOURNEY = derived(
    "lu177_left_on_journey_gbq",
    "Travel letter: 177Lu left by decay alone on that day (the body holds less)",
    unit="GBq",
    inputs=(PRRT_ACTIVITY, DAYS_TO_TRAVEL),
    formula=lutetium_left,
    enterable=False,
    at_least=0,
    at_most=30,
    reason="nothing is added after the dose",
    decimals=2,
    evidence=("CA-16", "PR-110"),
)
