"""The calendar of PRRT: doses, blood tests, injections, contraception, and contact at home after each dose.

Sources: US and EU product information, NANETS/SNMMI, a UK dose model, practice in the Netherlands (evidence PR-03 to PR-11,
PR-32, PR-115, PR-116, PR-119, DI-33, FU-16). Sources disagree; each line names its own, nothing is averaged.
Not encoded: laboratory tests every 4 weeks after the last dose (PR-11), recalled with moderate confidence.
"""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING

from guideline import derived
from guideline.days import add_months
from neuroendocrine.facts.prrt import FIRST_PRRT_DAY, LAST_PRRT_DAY, PRRT_DAY

if TYPE_CHECKING:
    from guideline.facts import Day

INTERVAL_DAYS = 56  # 8 weeks, evidence PR-03
INTERVAL_SLACK_DAYS = 7  # 1 week, evidence PR-03
LONGEST_INTERVAL_DAYS = 112  # 16 weeks, evidence PR-03
ANALOGUE_PAUSE_DAYS = 28  # 4 weeks, evidence PR-06, DI-55


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
            f"Blood tests for dose {number}: from (4 weeks before)",
            planned - 28,
            FIRST_PRRT_DAY,
            "PR-11",
        ),
        _days_after(
            f"dose_{number}_bloods_to",
            f"Blood tests for dose {number}: best by (2 weeks before)",
            planned - 14,
            FIRST_PRRT_DAY,
            "PR-11",
        ),
        _days_after(
            f"dose_{number}_last_analogue",
            f"Last long-acting analogue before dose {number}: no later than",
            planned - ANALOGUE_PAUSE_DAYS,
            FIRST_PRRT_DAY,
            "PR-06",
            "DI-55",
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
AFTER_DAYS = (
    _months_after(
        "contraception_women_us", "Contraception until, women (US label, 7 months)", 7, LAST_PRRT_DAY, "PR-32", "DI-52"
    ),
    _months_after(
        "contraception_men_us", "Contraception until, men (US label, 4 months)", 4, LAST_PRRT_DAY, "PR-32", "DI-52"
    ),
    _months_after(
        "contraception_eu", "Contraception until, both sexes (EU label, 6 months)", 6, LAST_PRRT_DAY, "PR-32", "DI-52"
    ),
    _months_after("blood_1_month", "Blood count 1 month after the last dose", 1, LAST_PRRT_DAY, "FU-16"),
    _months_after("blood_3_months", "Blood count 3 months after the last dose", 3, LAST_PRRT_DAY, "FU-16"),
    _months_after("blood_6_months", "Blood count 6 months after the last dose", 6, LAST_PRRT_DAY, "FU-16"),
    _months_after(
        "blood_12_months", "Blood count 12 months after the last dose, then at least yearly", 12, LAST_PRRT_DAY, "FU-16"
    ),
)
CONTACT_DAYS = (
    _days_after("us_apart", "US (NANETS/SNMMI): separate bed, no intimate contact, until", 3, PRRT_DAY, "PR-115"),
    _days_after("us_work", "US (NANETS/SNMMI): back to work after", 3, PRRT_DAY, "PR-115"),
    _days_after(
        "uk_partner",
        "UK model, outpatient, 95th percentile: partner within 1 m, sleeping apart, until",
        16,
        PRRT_DAY,
        "PR-116",
        "CA-36",
    ),
    _days_after(
        "uk_child_2",
        "UK model, outpatient, 95th percentile: child under 2 years, until",
        17,
        PRRT_DAY,
        "PR-116",
        "CA-36",
    ),
    _days_after(
        "uk_child_5",
        "UK model, outpatient, 95th percentile: child of 2 to 5 years, until",
        13,
        PRRT_DAY,
        "PR-116",
        "CA-36",
    ),
    _days_after(
        "uk_child_11",
        "UK model, outpatient, 95th percentile: child of 5 to 11 years, until",
        10,
        PRRT_DAY,
        "PR-116",
        "CA-36",
    ),
    _days_after("uk_work", "UK model, outpatient, 95th percentile: off work until", 6, PRRT_DAY, "PR-116", "CA-36"),
    _days_after(
        "uk_in_partner",
        "UK model, inpatient, 95th percentile: partner within 1 m, sleeping apart, until",
        15,
        PRRT_DAY,
        "PR-116",
    ),
    _days_after(
        "uk_in_child_2", "UK model, inpatient, 95th percentile: child under 2 years, until", 16, PRRT_DAY, "PR-116"
    ),
    _days_after(
        "uk_in_child_5", "UK model, inpatient, 95th percentile: child of 2 to 5 years, until", 13, PRRT_DAY, "PR-116"
    ),
    _days_after(
        "uk_in_child_11", "UK model, inpatient, 95th percentile: child of 5 to 11 years, until", 9, PRRT_DAY, "PR-116"
    ),
    _days_after("uk_in_work", "UK model, inpatient, 95th percentile: off work until", 5, PRRT_DAY, "PR-116"),
    _days_after(
        "nl_children",
        "Netherlands: children and pregnant women, up to (2 to 3 weeks)",
        21,
        PRRT_DAY,
        "DI-33",
    ),
    _months_after(
        "border_alarm", "Travel: detectors at borders and airports can alarm, up to (3 months)", 3, PRRT_DAY, "PR-119"
    ),
)
