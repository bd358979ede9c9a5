"""A course of PRRT: its days, its toxicities, who lives with the person treated."""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING

from guideline import choice, date, derived, number, option, yes_no

if TYPE_CHECKING:
    from guideline.facts import Day

PLANNED_COURSE_DAYS = 168  # 3 intervals of 8 weeks between 4 doses, evidence PR-03

FIRST_PRRT_DAY = date(
    "prrt_first_dose_on",
    "Day of the first dose",
    hint="Planned or given.",
    found_in="nuclear medicine letter",
)
LAST_PRRT_DAY: Day = derived(
    "prrt_last_dose_on",
    "Day of the last dose",
    inputs=(FIRST_PRRT_DAY,),
    formula=partial(operator.add, PLANNED_COURSE_DAYS),
    is_day=True,
    evidence="PR-03",
    hint="Planned or given. Left empty, the fourth dose of the plan: 24 weeks after the first.",
    found_in="nuclear medicine letter",
)
PRRT_DAY = date(
    "prrt_dose_on",
    "Day of the dose",
    hint="Planned or given.",
    found_in="nuclear medicine letter",
)
TRAVEL_DAY = date(
    "travel_on",
    "Day of the journey",
    hint="The day on which a border or an airport is passed.",
    found_in="ticket",
)
PRRT_ACTIVITY = number(
    "prrt_activity_gbq",
    "Activity of the dose",
    unit="GBq",
    accepts={"MBq": (1, 1000), "mCi": (37, 1000)},
    at_least=0.1,
    at_most=30,
    plausible=(1, 10),
    reason="no dose of 177Lu is given outside 0.1 to 30 GBq",
    decimals=2,
    found_in="nuclear medicine letter",
    changeable=False,
)
LAST_PRRT_DOSE = choice(
    "prrt_last_dose_was",
    "The last dose was",
    option("full", "Full (7.4 GBq), without a toxicity of the table"),
    option("reduced", "Reduced (3.7 GBq), and tolerated"),
    option("withheld", "Withheld because of a toxicity, or followed by one"),
    found_in="nuclear medicine letter",
    changeable=False,
)
HYPERSENSITIVITY_GRADE = choice(
    "prrt_hypersensitivity_grade",
    "Hypersensitivity reaction (worst grade so far)",
    option("none", "None"),
    option("1", "Grade 1"),
    option("2", "Grade 2"),
    option("3", "Grade 3"),
    option("4", "Grade 4"),
    found_in="nuclear medicine letter",
    changeable=False,
)
OTHER_TOXICITY = yes_no(
    "other_grade_3_4_toxicity",
    "Another grade 3 or 4 reaction, possibly from PRRT",
    hint="Lymphopenia alone does not count.",
    excludes="lymphopenia alone",
    found_in="clinic letter",
)
RECURRED = yes_no(
    "toxicity_recurred_after_reduced_dose",
    "The same toxicity came back after a reduced dose",
    found_in="clinic letter",
    changeable=False,
)
DELAY = number(
    "prrt_delay_weeks",
    "Delay of the dose because of a toxicity",
    unit="weeks",
    accepts={"days": (1, 7)},
    at_least=0,
    at_most=500,
    plausible=(0, 60),
    reason="a delay of more than 500 weeks is another course",
    decimals=0,
    close=1,
    hint="0 when nothing was delayed.",
    found_in="clinic letter",
    changeable=False,
)
CREATININE_RISE = number(
    "creatinine_rise_percent",
    "Rise of creatinine from baseline",
    unit="%",
    at_least=-95,
    at_most=5000,
    plausible=(-60, 400),
    reason="creatinine cannot fall by more than 95 %",
    decimals=0,
    close=3,
    hint="(now − baseline) / baseline × 100; negative when it has fallen.",
    found_in="blood chemistry now and before the first dose",
)
CLEARANCE_FALL = number(
    "clearance_fall_percent",
    "Fall of creatinine clearance from baseline",
    unit="%",
    at_least=-500,
    at_most=100,
    plausible=(-100, 95),
    reason="clearance cannot fall by more than 100 %",
    decimals=0,
    close=3,
    hint="(baseline − now) / baseline × 100; negative when it has risen.",
    found_in="blood chemistry now and before the first dose",
)
PRRT_BENEFIT = number(
    "prrt_benefit_months",
    "Time without progression from the start of the first course",
    unit="months",
    accepts={"years": (12, 1)},
    at_least=0,
    at_most=600,
    plausible=(0, 240),
    reason="PRRT has not been used for 50 years",
    decimals=0,
    close=1,
    hint="From the first dose of the first course to the day on which growth was shown.",
    found_in="imaging reports, nuclear medicine letter",
    changeable=False,
)
PRRT_COURSES = choice(
    "prrt_courses_so_far",
    "Courses of PRRT so far",
    option("one", "One"),
    option("two_or_more", "Two or more"),
    found_in="nuclear medicine letter",
    changeable=False,
)
