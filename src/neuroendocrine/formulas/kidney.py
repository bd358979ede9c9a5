"""Kidney function: creatinine clearance by Cockcroft and Gault."""

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
