"""Size over time: change of a sum of diameters, and the tumour growth rate.

Percentages are rounded to 9 decimals: sums are typed with one or two decimals, and 52.8 against 44 must count as the
20 % that it is, not as the 19.999999999999993 % of its binary fractions.
"""

from __future__ import annotations

import math

DAYS_PER_MONTH = 30.4375  # 365.25 / 12
_DECIMALS = 9


def percent_decrease(before_mm: float, now_mm: float) -> float:
    """Return by how many % a sum has become smaller; negative when it has grown. Source: RECIST 1.1 (CA-10)."""
    return round(100 * (before_mm - now_mm) / before_mm, _DECIMALS)


def percent_increase(before_mm: float, now_mm: float) -> float:
    """Return by how many % a sum has grown; negative when it has become smaller. Source: RECIST 1.1 (CA-10)."""
    return round(100 * (now_mm - before_mm) / before_mm, _DECIMALS)


def absolute_increase(before_mm: float, now_mm: float) -> float:
    """Return by how many mm a sum has grown; negative when it has become smaller. Source: RECIST 1.1 (CA-10)."""
    return round(now_mm - before_mm, _DECIMALS)


def days_between(earlier_day: float, later_day: float) -> float:
    """Return the days from one day count to another; negative when they stand in the wrong order."""
    return later_day - earlier_day


def months_of(days: float) -> float:
    """Return days as months of 30.4375 days (365.25 / 12)."""
    return days / DAYS_PER_MONTH


def tumour_growth_rate(earlier_mm: float, now_mm: float, months: float) -> float | None:
    """Return the tumour growth rate in % of volume per month, or None where there is no rate to work out.

    A sum of diameters stands for a volume that grows with its third power; without a sum or an interval above zero
    the logarithm or the division does not exist. Source: Lamarca 2019, GREPONET (evidence CA-11).
    """
    if earlier_mm <= 0 or now_mm <= 0 or months <= 0:
        return None
    growth = 3 * math.log(now_mm / earlier_mm) / months
    return round(100 * math.expm1(growth), _DECIMALS)
