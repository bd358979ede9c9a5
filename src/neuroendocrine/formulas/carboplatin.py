"""Carboplatin by the Calvert formula in its usual form, AUC × (GFR + 25).

Another published form, AUC × (1.2 × GFR + 20), gives other doses and is not this one (evidence CA-06, DI-57).
"""

from __future__ import annotations

CAP_ML_MIN = 125  # mL/min, where the FDA advice is followed; evidence CA-06


def capped_filtration(gfr_ml_min: float) -> float:
    """Return the GFR in mL/min that goes into the formula where the cap is followed."""
    return min(gfr_ml_min, CAP_ML_MIN)


def calvert(target_auc_mg_min_ml: float, gfr_ml_min: float) -> float:
    """Return the dose in mg for a target AUC in mg·min/mL and a GFR in mL/min, never one per 1.73 m².

    Source: Calvert 1989 (evidence CA-06).
    """
    return target_auc_mg_min_ml * (gfr_ml_min + 25)
