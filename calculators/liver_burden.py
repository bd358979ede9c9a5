"""How much of the liver is tumour, and on which side of the limits of trials does that lie?

Source: evidence LD-19; the limits are in neuroendocrine/liver_burden.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.liver import (
    BURDEN_SOURCE,
    LIVER_BURDEN,
    LIVER_INVOLVEMENT,
    LIVER_RATIO,
    LIVER_VOLUME,
    TUMOUR_VOLUME,
)
from neuroendocrine.liver_burden import IN_CLARINET, IN_MILAN, IN_PROMID, IN_RETNET

CALCULATOR = Calculator(
    id="liver_burden",
    title="Liver tumour burden",
    intended_use=(
        "For professionals who prepare a board: the tumour volume as a part of the liver volume, and where that lies "
        "against the limits that trials were stratified by or confined to."
    ),
    not_for=("deciding on a treatment by this number alone", "the liver that a resection leaves behind"),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "liver",
            "Liver",
            BURDEN_SOURCE,
            ask(TUMOUR_VOLUME, when=BURDEN_SOURCE.is_("volumes")),
            ask(LIVER_VOLUME, when=BURDEN_SOURCE.is_("volumes")),
            ask(LIVER_INVOLVEMENT, when=BURDEN_SOURCE.is_("eye")),
        ),
    ),
    reports=(LIVER_BURDEN, IN_PROMID, IN_CLARINET, IN_MILAN, IN_RETNET),
    contradictions=(
        contradiction(
            "tumour-above-liver",
            "The metastases are larger than the liver that contains them. Enter the liver with its metastases.",
            LIVER_RATIO > 100,
            fact=TUMOUR_VOLUME,
        ),
    ),
    not_considered=(
        "how far readers differ: volumetry is preferred to the eye",
        "the pattern of the metastases, one side or both, and liver function",
        "the scheme of five classes used in some reports, which was not re-read in a source",
    ),
)
