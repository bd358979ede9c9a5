"""Days: today as the reader says it, and the days of tests and treatments."""

from __future__ import annotations

from guideline import choice, date, option

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
