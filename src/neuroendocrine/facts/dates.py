"""Days: today as the reader says it, and the days of tests and treatments."""

from __future__ import annotations

from guideline import date

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
