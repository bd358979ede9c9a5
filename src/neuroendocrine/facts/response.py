"""Size over time: sums of target lesions, new lesions, and what follows from them by arithmetic."""

from __future__ import annotations

from guideline import choice, date, derived, number, option, yes_no
from neuroendocrine.formulas.growth import (
    absolute_increase,
    days_between,
    months_of,
    percent_decrease,
    percent_increase,
    tumour_growth_rate,
)

_REPORT = "CT or MRI report with measurements"

SUM_BASELINE = number(
    "sum_baseline_mm",
    "Sum of target diameters at baseline",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=10,
    at_most=3000,
    plausible=(10, 1000),
    reason="a target lesion measures at least 10 mm, and five of them no more than 3000 mm",
    decimals=1,
    hint="Longest diameters, nodes by their short axis; at most 5 lesions, at most 2 in one organ.",
    found_in=_REPORT,
    changeable=False,
)
SUM_SMALLEST = number(
    "sum_smallest_mm",
    "Smallest sum before this scan (nadir)",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=0.1,
    at_most=3000,
    plausible=(5, 1000),
    reason="against a sum of 0 there is no percentage; regrowth after a complete disappearance is not worked out here",
    decimals=1,
    hint="The baseline counts: it is the smallest sum when nothing has shrunk below it.",
    found_in=_REPORT,
    changeable=False,
)
SUM_NOW = number(
    "sum_now_mm",
    "Sum of the same diameters now",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=0,
    at_most=3000,
    plausible=(0, 1000),
    reason="a sum of target lesions lies between 0 and 3000 mm",
    decimals=1,
    found_in=_REPORT,
    changeable=False,
)
TARGETS_NOW = choice(
    "target_lesions_now",
    "Target lesions outside lymph nodes",
    option("seen", "At least one still seen"),
    option("gone", "None left"),
    found_in=_REPORT,
    changeable=False,
)
TARGET_NODES = yes_no(
    "target_nodes",
    "Lymph nodes among the target lesions",
    found_in=_REPORT,
    changeable=False,
)
NODE_SHORT_AXIS = number(
    "node_short_axis_mm",
    "Largest short axis of the target nodes now",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=0,
    at_most=300,
    plausible=(0, 120),
    reason="no node is larger than 300 mm",
    decimals=1,
    close=1,
    found_in=_REPORT,
    changeable=False,
)
NON_TARGETS = choice(
    "non_target_lesions",
    "Lesions that are not targets",
    option("none", "There were none at baseline"),
    option("gone", "All gone, nodes among them below 10 mm in short axis"),
    option("seen", "At least one still there, and none clearly worse"),
    option(
        "worse", "Clearly worse (unequivocal progression)", "So much more tumour overall that it would count alone."
    ),
    option("not_assessed", "Not all assessed"),
    hint="Everything else that was seen at baseline: small lesions, bone, effusions, nodes of 10 to 15 mm.",
    found_in=_REPORT,
    changeable=False,
)
NEW_LESION = choice(
    "new_lesion",
    "New lesion",
    option("no", "No"),
    option("yes", "Yes, on CT or MRI"),
    option("receptor_only", "Only new uptake on receptor PET"),
    found_in=_REPORT,
    changeable=False,
)
DECREASE = derived(
    "decrease_from_baseline_percent",
    "Decrease from baseline",
    unit="%",
    inputs=(SUM_BASELINE, SUM_NOW),
    formula=percent_decrease,
    evidence="CA-10",
    enterable=False,
    at_least=-30000,
    at_most=100,
    decimals=1,
    close=2,
)
INCREASE = derived(
    "increase_from_nadir_percent",
    "Increase from the smallest sum",
    unit="%",
    inputs=(SUM_SMALLEST, SUM_NOW),
    formula=percent_increase,
    evidence="CA-10",
    enterable=False,
    at_least=-100,
    at_most=3000000,
    decimals=1,
    close=2,
)
INCREASE_MM = derived(
    "increase_from_nadir_mm",
    "Increase from the smallest sum, absolute",
    unit="mm",
    inputs=(SUM_SMALLEST, SUM_NOW),
    formula=absolute_increase,
    evidence="CA-10",
    enterable=False,
    at_least=-3000,
    at_most=3000,
    decimals=1,
    close=1,
)
NADIR_OVER_BASELINE = derived(
    "nadir_over_baseline_mm",
    "Smallest sum minus baseline",
    unit="mm",
    inputs=(SUM_BASELINE, SUM_SMALLEST),
    formula=absolute_increase,
    enterable=False,
    at_least=-3000,
    at_most=3000,
    decimals=1,
)

EARLIER_SCAN = date("earlier_scan_on", "Day of the earlier scan", found_in="CT or MRI report")
CURRENT_SCAN = date("current_scan_on", "Day of the scan now", found_in="CT or MRI report")
SCAN_DAYS = derived(
    "days_between_scans",
    "Days between the scans",
    unit="days",
    inputs=(EARLIER_SCAN, CURRENT_SCAN),
    formula=days_between,
    enterable=False,
    at_least=-4000000,
    at_most=4000000,
)
SCAN_MONTHS = derived(
    "months_between_scans",
    "Time between the scans",
    unit="months",
    accepts={"weeks": (112, 487), "days": (16, 487)},
    inputs=(SCAN_DAYS,),
    formula=months_of,
    evidence="CA-11",
    at_least=0.1,
    at_most=600,
    plausible=(0.5, 120),
    reason="a rate needs an interval, and nobody compares scans 50 years apart",
    decimals=2,
    hint="Leave empty to have it worked out from the days of the scans; a month counts as 30.4375 days.",
    found_in="CT or MRI reports",
    changeable=False,
)
SUM_EARLIER = number(
    "sum_earlier_mm",
    "Sum of longest diameters on the earlier scan",
    unit="mm",
    accepts={"cm": (10, 1)},
    at_least=0.1,
    at_most=3000,
    plausible=(5, 1000),
    reason="without a lesion on the earlier scan there is no rate",
    decimals=1,
    found_in=_REPORT,
    changeable=False,
)
GROWTH_SETTING = choice(
    "growth_setting",
    "Which interval is this?",
    option("before_treatment", "Before a treatment is started"),
    option("first_3_months", "From its start to about 3 months"),
    option("other", "Another time"),
    found_in="history",
    changeable=False,
)
SHRINKAGE = derived(
    "shrinkage_percent",
    "Decrease from the earlier scan",
    unit="%",
    inputs=(SUM_EARLIER, SUM_NOW),
    formula=percent_decrease,
    evidence="CA-11",
    enterable=False,
    at_least=-3e6,
    at_most=100,
    decimals=1,
)
GROWTH_RATE = derived(
    "tumour_growth_rate_percent_per_month",
    "Tumour growth rate",
    unit="% per month",
    inputs=(SUM_EARLIER, SUM_NOW, SCAN_MONTHS),
    formula=tumour_growth_rate,
    evidence="CA-11",
    enterable=False,
    at_least=-100,
    at_most=1e9,
    decimals=2,
    close=0.1,
)
