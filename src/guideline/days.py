"""Calendar days without a clock: ISO text to a day count and back (proleptic Gregorian calendar).

The day count is Rata Die: 1 January of year 1 is day 1, the same as Python's `date.toordinal`.
"""

from __future__ import annotations

import re

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")
_WORDS = re.compile(r"\s*(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})\s*")


def is_leap(year: int) -> bool:
    """Return whether a year has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days in a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Return the day count of a calendar day; raises ValueError for a day that does not exist."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise ValueError(f"{year:04d}-{month:02d}-{day:02d} is not a day of the calendar")
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum(month_length(year, each) for each in range(1, month)) + day


def calendar_day(number: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day count."""
    year = max(1, number // 366)
    while year < 9999 and day_number(year + 1, 1, 1) <= number:
        year += 1
    month = 1
    left = number - day_number(year, 1, 1)
    while left >= month_length(year, month):
        left -= month_length(year, month)
        month += 1
    return year, month, left + 1


def read_day(text: str) -> int:
    """Return the day count of `2026-11-23` or `23 November 2026`; raises ValueError otherwise.

    `3/4/2026` is refused: it is two different days on the two sides of the Atlantic.
    """
    iso = _ISO.fullmatch(text)
    if iso:
        return day_number(int(iso[1]), int(iso[2]), int(iso[3]))
    words = _WORDS.fullmatch(text)
    if words:
        for index, name in enumerate(_MONTHS, start=1):
            if name.lower().startswith(words[2].lower()):
                return day_number(int(words[3]), index, int(words[1]))
    raise ValueError(f"{text!r} is not read as a day; write it as 2026-11-23 (year, month, day) or 23 November 2026")


def iso_text(number: int) -> str:
    """Return a day count as `2026-11-23`."""
    year, month, day = calendar_day(number)
    return f"{year:04d}-{month:02d}-{day:02d}"


def day_text(number: int) -> str:
    """Return a day count as `23 November 2026`."""
    year, month, day = calendar_day(number)
    return f"{day}\u00a0{_MONTHS[month - 1]} {year}"


def add_months(number: int, months: int) -> int:
    """Return the same day of the month some months later, or the last day of a shorter month."""
    year, month, day = calendar_day(number)
    index = year * 12 + month - 1 + months
    year, month = index // 12, index % 12 + 1
    return day_number(year, month, min(day, month_length(year, month)))
