"""Arithmetic of published scores and scales. No score here has a published baseline, so none becomes a probability."""

from __future__ import annotations

_LIVER_TERM = {"below-25": 0.0, "from-25-to-50": 0.405, "above-50": 0.462}
_OUTSIDE_TERM = {"no": 0.0, "yes": 0.528}


def progression_index(ki67_percent: float, liver: str, outside_abdomen: str) -> float:
    """Return the stage IV progression index (no unit).

    `liver` is "below-25", "from-25-to-50" or "above-50"; `outside_abdomen` is "yes" or "no".
    Source: Panzuto 2017 (evidence CA-30).
    """
    return 0.025 * ki67_percent + _LIVER_TERM[liver] + _OUTSIDE_TERM[outside_abdomen]


def hazard_in_derivation(points: float) -> float:
    """Return the hazard against a clinical score of 0 after 3 to 4 doses of PRRT: 2.0 per point (evidence CA-31)."""
    return float(2.0**points)


def hazard_in_validation(points: float) -> float:
    """Return the hazard against a clinical score of 0 in the validation: 2.61 per 2 points (evidence CA-31)."""
    return float(2.61 ** (points / 2))


def beside_tens(karnofsky_percent: float) -> float:
    """Return how far a Karnofsky status lies above a multiple of ten, in %; 0 on the scale's own steps."""
    return karnofsky_percent % 10
