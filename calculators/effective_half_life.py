"""How long does radioactivity stay: effective half-life from decay and excretion, and what is left after a time.

Sources: evidence CA-15, CA-16; the arithmetic is in neuroendocrine/formulas/radioactivity.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.radioactivity import (
    BIOLOGICAL_HALF_LIFE,
    EFFECTIVE_HALF_LIFE,
    ELAPSED,
    LEFT_BY_DECAY,
    LEFT_IN_BODY,
    OTHER_HALF_LIFE,
    PHYSICAL_HALF_LIFE,
    RADIONUCLIDE,
)

CALCULATOR = Calculator(
    id="effective_half_life",
    title="Effective half-life",
    intended_use=(
        "For professionals and learners: the arithmetic of decay and excretion together. "
        "It is no dosimetry and sets no days of precaution."
    ),
    not_for=("days of distance at home or at work, which follow the centre", "the dose to an organ"),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "radionuclide",
            "Radionuclide",
            RADIONUCLIDE,
            ask(OTHER_HALF_LIFE, when=RADIONUCLIDE.is_("other")),
            BIOLOGICAL_HALF_LIFE,
        ),
        section("time", "Time", ELAPSED),
    ),
    reports=(EFFECTIVE_HALF_LIFE, PHYSICAL_HALF_LIFE, LEFT_BY_DECAY, LEFT_IN_BODY),
    not_considered=(
        "more than one phase of excretion, and differences between organs",
        "long-lived impurities of the radionuclide",
    ),
)
