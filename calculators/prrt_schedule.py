"""The days of a PRRT course: doses, blood tests, injections, contraception and later blood counts.

Sources: evidence PR-03, PR-06, PR-11, PR-32, FU-16, FU-17; the days are made in neuroendocrine/prrt_days.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, derived, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.prrt import FIRST_PRRT_DAY, LAST_PRRT_DAY, PLANNED_COURSE_DAYS
from neuroendocrine.formulas.intervals import days_between
from neuroendocrine.prrt_days import AFTER_DAYS, COURSE_DAYS

COURSE_LENGTH = derived(
    "prrt_course_days",
    "Days from the first to the last dose",
    unit="days",
    inputs=(FIRST_PRRT_DAY, LAST_PRRT_DAY),
    formula=days_between,
    enterable=False,
    at_least=-100000,
    at_most=100000,
    plausible=(0, 1500),
    reason="no course takes longer",
    decimals=0,
    whole=True,
    evidence="PR-03",
)

CALCULATOR = Calculator(
    id="prrt_schedule",
    title="PRRT: the days of a course",
    intended_use=(
        "For the team and for people planning a journey: turns the day of the first and of the last dose into the days "
        "that labels and practice reviews name. Your centre's plan comes first."
    ),
    not_for=(
        "other products, such as 177Lu-edotreotide, which has another interval",
        "deciding whether a dose can be given",
    ),
    content_version=CONTENT_VERSION,
    sections=(section("days", "Days", FIRST_PRRT_DAY, LAST_PRRT_DAY),),
    reports=(LAST_PRRT_DAY, *COURSE_DAYS, *AFTER_DAYS),
    contradictions=(
        contradiction(
            "last-before-first",
            "The last dose lies before the first one. Check both days.",
            COURSE_LENGTH < 0,
            fact=LAST_PRRT_DAY,
        ),
    ),
    notices=(
        notice(
            "last-dose-of-the-plan",
            "The last dose is the fourth of the plan, 24 weeks after the first. Where a dose was delayed or left out, "
            "enter the day on which the last one was given: contraception, blood counts and imaging count from it.",
            COURSE_LENGTH >= PLANNED_COURSE_DAYS,
            COURSE_LENGTH <= PLANNED_COURSE_DAYS,
            evidence="PR-03",
            fact=LAST_PRRT_DAY,
        ),
    ),
    not_considered=(
        "delays for a toxicity: see the next dose after a toxicity",
        "public holidays, delivery of the product and places on the ward",
        "a pause of the analogue of 4 to 6 weeks, as European guidance has it: 28 days are the minimum of the labels",
        "short-acting octreotide, which the labels stop at least 24 hours before each dose",
        "breast-feeding, which the US label ends for the treatment and for 2.5 months after the last dose",
        "blood tests every 4 weeks, which the EU text asks for after the last dose (not re-read in the source)",
    ),
)
