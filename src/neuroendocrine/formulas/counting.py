"""Mitotic counts: from any counted area to mitoses per 2 mm²."""

from __future__ import annotations


def mitoses_per_2_mm2(mitoses: float, area_mm2: float) -> float:
    """Return mitoses per 2 mm² from a total count and the counted area in mm².

    Ten high-power fields are not a fixed area, so a count per field says nothing until the area is known.
    Source: WHO classification, 5th edition (evidence CL-07, CL-10).
    """
    return mitoses * 2 / area_mm2
