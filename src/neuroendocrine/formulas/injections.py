"""Injections at a fixed interval: which day is next, and how long before a planned day the last one falls.

Days are counts (see guideline/days.py); an interval is the id of its option, "28", "21" or "14" days.
"""

from __future__ import annotations


def injection_after(count: int, day: int, interval: str) -> int:
    """Return the day of the `count`-th injection after the one on `day`."""
    return day + count * int(interval)


def first_injection_from(day: int, interval: str, target: int) -> int:
    """Return the first planned injection after the one on `day` that falls on `target` or later."""
    steps = -(-(target - day) // int(interval))
    return day + max(1, steps) * int(interval)


def days_since_planned(day: int, interval: str, target: int) -> int:
    """Return the days from the last injection before `target`, done or planned, to `target`.

    With an injection planned on `target` itself the one before it counts; on the day of the last injection it is 0,
    and before that day it is negative.
    """
    gap = target - day
    if gap <= 0:
        return gap
    return gap % int(interval) or int(interval)
