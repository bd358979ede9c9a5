"""Time between days, in days; a day is a count (see guideline/days.py)."""

from __future__ import annotations


def days_between(first: int, last: int) -> int:
    """Return the number of days from `first` to `last`; negative when `last` comes before."""
    return last - first
