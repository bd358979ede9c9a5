"""Days: today as the reader says it, and the days of tests and treatments."""

from __future__ import annotations

from guideline import choice, date, derived, option
from neuroendocrine.formulas.intervals import days_between

TODAY = date(
    "today",
    "Today",
    hint="The day for which the answer is wanted; it is never read from a clock.",
    found_in="calendar",
)
BLOOD_DAY = date(
    "blood_tests_on",
    "Day of the blood tests",
    found_in="laboratory report",
)
BLOOD_AGE = derived(
    "blood_tests_age_days",
    "Age of the blood tests",
    unit="days",
    accepts={"weeks": (7, 1)},
    inputs=(BLOOD_DAY, TODAY),
    formula=days_between,
    enterable=False,
    at_least=-100000,
    at_most=100000,
    reason="both days lie in one course",
    decimals=0,
    whole=True,
    evidence="PR-11",
)
INJECTION_DAY = date(
    "long_acting_injection_on",
    "Day of the last long-acting injection",
    hint="Octreotide LAR or lanreotide.",
    found_in="injection card, medication list",
)
INJECTION_INTERVAL = choice(
    "injection_interval_days",
    "Interval between injections",
    option("28", "28 days (4 weeks)"),
    option("21", "21 days (3 weeks)"),
    option("14", "14 days (2 weeks)"),
    found_in="injection card, medication list",
)
RECEPTOR_SCAN_DAY = date(
    "receptor_scan_on",
    "Day of the receptor scan",
    hint="Planned or done.",
    found_in="nuclear medicine letter",
)
