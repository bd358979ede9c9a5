"""Liver: the ALBI score and the part of the liver that tumour takes up."""

from __future__ import annotations

import math


def albi_score(bilirubin_umol_l: float, albumin_g_l: float) -> float:
    """Return the ALBI score (no unit) from bilirubin in µmol/L and albumin in g/L.

    Made for hepatocellular carcinoma. Source: Johnson 2015 (evidence CA-08).
    """
    return 0.66 * math.log10(bilirubin_umol_l) - 0.085 * albumin_g_l


def liver_involvement(tumour_volume_ml: float, liver_volume_ml: float) -> float:
    """Return the part of the liver taken up by tumour, in %; the liver volume includes the tumour (evidence LD-19).

    Rounded to 9 decimals, so that a ratio typed exactly at a class limit is not moved off it by a binary fraction.
    """
    return round(100 * tumour_volume_ml / liver_volume_ml, 9)
