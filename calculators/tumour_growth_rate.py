"""How fast does a tumour grow: % of volume per month between two scans, and the band of GREPONET that it falls in.

Sources: evidence CA-11, CA-12; the band is in neuroendocrine/response.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.response import (
    CURRENT_SCAN,
    EARLIER_SCAN,
    GROWTH_RATE,
    GROWTH_SETTING,
    SCAN_DAYS,
    SCAN_MONTHS,
    SHRINKAGE,
    SUM_EARLIER,
    SUM_NOW,
)
from neuroendocrine.response import GROWTH_BAND

CALCULATOR = Calculator(
    id="tumour_growth_rate",
    title="Tumour growth rate",
    intended_use=(
        "For professionals who compare two scans by the same method and reader: the speed of growth that lies behind "
        "“stable”. Bands are prognostic and come from cohorts."
    ),
    not_for=("changing a treatment because of this number alone", "scans by different methods"),
    content_version=CONTENT_VERSION,
    sections=(
        section("sums", "Sums of the same lesions", SUM_EARLIER, SUM_NOW),
        section("time", "Time", EARLIER_SCAN, CURRENT_SCAN, SCAN_MONTHS, GROWTH_SETTING),
    ),
    reports=(GROWTH_RATE, GROWTH_BAND, SCAN_MONTHS),
    contradictions=(
        contradiction(
            "scans-out-of-order",
            "The scan now lies on or before the day of the earlier scan.",
            SCAN_DAYS <= 0,
            fact=CURRENT_SCAN,
        ),
        contradiction(
            "nothing-left",
            "A sum of 0 has no growth rate: what has disappeared is judged by RECIST. Enter the sum that is left, or "
            "leave it empty.",
            SHRINKAGE >= 100,
            fact=SUM_NOW,
        ),
    ),
    notices=(
        notice(
            "short-interval",
            "Less than 2 months between the scans: measurement error weighs heavily.",
            SCAN_MONTHS < 2,
            evidence="CA-11",
            fact=SCAN_MONTHS,
        ),
        notice(
            "long-interval",
            "More than 12 months between the scans: the rate is an average over a long time.",
            SCAN_MONTHS > 12,
            evidence="CA-11",
            fact=SCAN_MONTHS,
        ),
    ),
    not_considered=(
        "new lesions, which no growth rate contains: see RECIST",
        "lesions that disappear: a sum of 0 has no rate, and is refused",
        "measurement error of each reading",
    ),
)
