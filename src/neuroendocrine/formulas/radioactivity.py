"""Radioactivity over time: physical, biological and effective half-life."""

from __future__ import annotations

LUTETIUM_177_DAYS = 6.647  # physical half-life of 177Lu in days; evidence CA-16


def lutetium_half_life(radionuclide: str) -> float | None:
    """Return the physical half-life in days of 177Lu ("lu177"), None for anything else (evidence CA-16)."""
    return LUTETIUM_177_DAYS if radionuclide == "lu177" else None


def effective_half_life(physical_days: float, biological_days: float) -> float:
    """Return the effective half-life in days: decay and excretion together (evidence CA-15)."""
    return physical_days * biological_days / (physical_days + biological_days)


def percent_remaining(half_life_days: float, elapsed_days: float) -> float:
    """Return the % of an activity that is left after a time, both in days (evidence CA-16)."""
    return float(100 * 0.5 ** (elapsed_days / half_life_days))


def lutetium_left(activity: float, elapsed_days: float) -> float | None:
    """Return what is left of an activity of 177Lu by decay alone; None before the dose (evidence CA-16).

    The result has the unit of the activity. The body holds less: what it excretes is not counted.
    """
    if elapsed_days < 0:
        return None
    return activity * percent_remaining(LUTETIUM_177_DAYS, elapsed_days) / 100
