"""Body surface area and the arithmetic of a dose per m²."""

from __future__ import annotations

import math


def mosteller(height_cm: float, weight_kg: float) -> float:
    """Return body surface area in m². Source: Mosteller 1987 (evidence CA-04)."""
    return math.sqrt(height_cm * weight_kg / 3600)


def du_bois(height_cm: float, weight_kg: float) -> float:
    """Return body surface area in m². Source: Du Bois and Du Bois 1916 (evidence CA-05)."""
    return float(0.007184 * height_cm**0.725 * weight_kg**0.425)


def dose_by_surface(dose_mg_per_m2: float, body_surface_m2: float) -> float:
    """Return a dose in mg: dose per m² times body surface, not rounded."""
    return dose_mg_per_m2 * body_surface_m2


def rounded_dose(dose_mg: float, step_mg: float) -> float:
    """Return a dose in mg rounded to the nearest multiple of `step_mg`, half a step upward."""
    # The small addition keeps a half that a binary fraction holds as slightly less, such as 2.675 / 0.05, going up.
    return math.floor(dose_mg / step_mg + 0.5 + 1e-9) * step_mg


def rounding_percent(dose_mg: float, step_mg: float) -> float:
    """Return by how many % rounding changes a dose; negative when it lowers it."""
    return 100 * (rounded_dose(dose_mg, step_mg) - dose_mg) / dose_mg
