"""How much liver would be left: standard liver volume from body surface, and the remnant as a part of it."""

from __future__ import annotations


def vauthey_volume(body_surface_m2: float) -> float | None:
    """Return the standard liver volume in mL after Vauthey; None where the formula leaves its range (CA-14, SU-70)."""
    volume = -794.41 + 1267.28 * body_surface_m2
    return volume if volume > 0 else None


def urata_volume(body_surface_m2: float) -> float:
    """Return the standard liver volume in mL after Urata (evidence CA-14, SU-70)."""
    return 706.2 * body_surface_m2 + 2.4


def remnant_percent(remnant_ml: float, standard_volume_ml: float) -> float:
    """Return the future liver remnant in % of the standard volume (evidence CA-14).

    Rounded to 9 decimals, so that a ratio typed exactly at a limit is not moved off it by a binary fraction.
    """
    return round(100 * remnant_ml / standard_volume_ml, 9)
