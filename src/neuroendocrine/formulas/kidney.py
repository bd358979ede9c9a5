"""Kidney function: clearance by Cockcroft and Gault, filtration rate by CKD-EPI 2021, with and without its index."""

from __future__ import annotations

CREATININE_UMOL_PER_MG_DL = 88.4  # µmol/L in 1 mg/dL; evidence CA-50


def cockcroft_gault(age_years: float, weight_kg: float, sex: str, creatinine_umol_l: float) -> float:
    """Return creatinine clearance in mL/min, not indexed to body surface.

    `sex` is "female" or "male". Adults, actual body weight, stable creatinine. Source: Cockcroft and Gault 1976
    (evidence CA-03); labels of PRRT mean this quantity when they say creatinine clearance.
    """
    creatinine_mg_dl = creatinine_umol_l / CREATININE_UMOL_PER_MG_DL
    clearance = (140 - age_years) * weight_kg / (72 * creatinine_mg_dl)
    return clearance * 0.85 if sex == "female" else clearance


def ckd_epi_2021(age_years: float, sex: str, creatinine_umol_l: float) -> float | None:
    """Return the estimated filtration rate in mL/min/1.73 m² (race-free equation), None below 18 years.

    `sex` is "female" or "male". Adults with stable creatinine. Source: Inker 2021 (evidence CA-01).
    """
    if age_years < 18:
        return None
    female = sex == "female"
    ratio = creatinine_umol_l / CREATININE_UMOL_PER_MG_DL / (0.7 if female else 0.9)
    below = min(ratio, 1) ** (-0.241 if female else -0.302)
    rate = 142 * below * max(ratio, 1) ** -1.200 * 0.9938**age_years
    return float(rate * 1.012 if female else rate)


def absolute_filtration(indexed_ml_min_173m2: float, body_surface_m2: float) -> float:
    """Return a filtration rate in mL/min from one per 1.73 m² and the body surface in m² (evidence CA-02)."""
    return indexed_ml_min_173m2 * body_surface_m2 / 1.73
