"""Counts of the pathologist: mitoses per 2 mm² from any counted area, and the parts of a mixed tumour."""

from __future__ import annotations


def mitoses_per_2_mm2(mitoses: float, area_mm2: float) -> float:
    """Return mitoses per 2 mm² from a total count and the counted area in mm².

    Ten high-power fields are not a fixed area, so a count per field says nothing until the area is known.
    Source: WHO classification, 5th edition (evidence CL-07, CL-10).
    """
    return mitoses * 2 / area_mm2


def other_part_percent(neuroendocrine_part_percent: float) -> float:
    """Return the part of a mixed tumour that is not neuroendocrine, in %."""
    return 100 - neuroendocrine_part_percent


def found_by_its_size(primary_size_mm: float) -> str:  # noqa: ARG001 - that there is one is all it says
    """Return that a primary was found: what has a diameter in mm was seen."""
    return "described"
