"""The days and papers of treatment in another country, from the days of the journey, the injections and a PRRT dose.

Sources: labels and advice on travel (evidence AB-06 to AB-08, AB-11 to AB-13, AB-16, AB-17, AB-23, AB-24), with the
days of prrt_days.py and injections.py. No hospital, price or visa is named (AB-25).
Not encoded: lists without a citable source (AB-01 to AB-05, AB-09, AB-10, AB-14, AB-15, AB-18, AB-19), which a page
describes; they stand in the checklists without a claim of evidence.
"""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING

from guideline import derived, several_of
from neuroendocrine.facts.dates import INJECTION_DAY, INJECTION_INTERVAL
from neuroendocrine.facts.prrt import PRRT_DAY
from neuroendocrine.facts.travel import (
    LEAVING_DAY,
    PAPERS_BACK,
    PAPERS_BACK_ITEMS,
    PAPERS_OUT,
    PAPERS_OUT_ITEMS,
    RETURN_DAY,
)
from neuroendocrine.formulas.checklist import missing_from
from neuroendocrine.formulas.injections import first_injection_from
from neuroendocrine.formulas.intervals import days_between
from neuroendocrine.injections import PRRT_DAYS
from neuroendocrine.prrt_days import (
    INTERVAL_DAYS,
    INTERVAL_SLACK_DAYS,
    TESTS_FROM_DAYS,
    TESTS_TO_DAYS,
    months_after,
)

if TYPE_CHECKING:
    from guideline.facts import Day, Fact, Number

HOME_COUNT_FROM_DAYS = 14  # 2 weeks, evidence AB-16
HOME_COUNT_TO_DAYS = 28  # 4 weeks, evidence AB-16
US_DISTANCE_DAYS = 3  # evidence AB-07, PR-115
UK_DISTANCE_DAYS = 16  # evidence AB-07, PR-116


def _after_dose(fact_id: str, label: str, days: int, *evidence: str) -> Day:
    made: Day = derived(
        fact_id,
        label,
        inputs=(PRRT_DAY,),
        formula=partial(operator.add, days),
        is_day=True,
        enterable=False,
        evidence=evidence,
    )
    return made


def _months_after_dose(fact_id: str, label: str, months: int, *evidence: str) -> Day:
    made: Day = derived(
        fact_id,
        label,
        inputs=(PRRT_DAY,),
        formula=partial(months_after, months),
        is_day=True,
        enterable=False,
        evidence=evidence,
    )
    return made


def _between(fact_id: str, label: str, first: Fact, last: Fact, *evidence: str) -> Number:
    made: Number = derived(
        fact_id,
        label,
        unit="days",
        inputs=(first, last),
        formula=days_between,
        enterable=False,
        at_least=-100000,
        at_most=100000,
        reason="both days belong to one journey",
        decimals=0,
        whole=True,
        evidence=evidence,
    )
    return made


BEFORE_DOSE = (
    _after_dose(
        "tests_before_dose_from",
        "Blood tests for the dose: earliest (4 weeks before)",
        -TESTS_FROM_DAYS,
        "PR-11",
        "AB-23",
    ),
    _after_dose(
        "tests_before_dose_to", "Blood tests for the dose: latest (2 weeks before)", -TESTS_TO_DAYS, "PR-11", "AB-23"
    ),
)
AFTER_DOSE = (
    _after_dose(
        "distance_us_until",
        "Distance on the way and at home, US (3 days): until",
        US_DISTANCE_DAYS,
        "AB-07",
        "PR-115",
    ),
    _after_dose(
        "distance_uk_until",
        "Distance on the way and at home, UK model (16 days, longer with small children): until",
        UK_DISTANCE_DAYS,
        "AB-07",
        "PR-116",
        "DI-33",
    ),
    _after_dose(
        "home_count_from",
        "Blood count at home after the dose: earliest (2 weeks)",
        HOME_COUNT_FROM_DAYS,
        "AB-16",
    ),
    _after_dose("home_count_to", "Blood count at home after the dose: latest (4 weeks)", HOME_COUNT_TO_DAYS, "AB-16"),
    _after_dose(
        "next_dose_from", "Next dose: earliest (7 weeks)", INTERVAL_DAYS - INTERVAL_SLACK_DAYS, "PR-03", "AB-07"
    ),
    _after_dose("next_dose_planned", "Next dose: planned (8 weeks)", INTERVAL_DAYS, "PR-03", "AB-23"),
    _after_dose(
        "next_dose_to", "Next dose: latest within the plan (9 weeks)", INTERVAL_DAYS + INTERVAL_SLACK_DAYS, "PR-03"
    ),
)
CONTRACEPTION_AFTER_DOSE = (
    _months_after_dose(
        "dose_contraception_women_us",
        "If this dose is the last, contraception until, women (US label, 7 months)",
        7,
        "AB-24",
        "DI-52",
    ),
    _months_after_dose(
        "dose_contraception_men_us",
        "If this dose is the last, contraception until, men (US label, 4 months)",
        4,
        "AB-24",
        "DI-52",
    ),
    _months_after_dose(
        "dose_contraception_eu",
        "If this dose is the last, contraception until at least, both sexes (EU label, 6 months)",
        6,
        "AB-24",
        "DI-52",
    ),
)

# Of the days around a dose those that a journey turns on; the whole list is in the schedule of injections.
AROUND_DOSE = tuple(
    each
    for each in PRRT_DAYS
    if each.id in ("last_injection_before_prrt_on", "short_acting_until", "long_acting_again_by")
)

# Journey and injections -----------------------------------------------------------------------------------------------

DAYS_AWAY = _between("days_away", "Journey", LEAVING_DAY, RETURN_DAY, "AB-07")
DAYS_TO_DOSE = _between("days_from_leaving_to_dose", "Days from leaving to the dose", LEAVING_DAY, PRRT_DAY, "AB-07")
DAYS_DOSE_TO_RETURN = _between(
    "days_from_dose_to_return", "Days from the dose to the journey back", PRRT_DAY, RETURN_DAY, "AB-07", "DI-33"
)
INJECTION_FROM_LEAVING: Day = derived(
    "injection_from_leaving_on",
    "First injection due on the day of leaving or after it",
    inputs=(INJECTION_DAY, INJECTION_INTERVAL, LEAVING_DAY),
    formula=first_injection_from,
    is_day=True,
    enterable=False,
    evidence=("AB-06", "SS-04", "SS-10"),
)
DAYS_INJECTION_TO_RETURN = _between(
    "days_from_injection_to_return",
    "Days from that injection to the journey back",
    INJECTION_FROM_LEAVING,
    RETURN_DAY,
    "AB-06",
)

# Papers ---------------------------------------------------------------------------------------------------------------

PAPERS_OUT_MISSING = several_of(
    "papers_out_missing",
    "Still missing for the way out",
    *PAPERS_OUT_ITEMS,
    inputs=(PAPERS_OUT,),
    formula=partial(missing_from, tuple(each.id for each in PAPERS_OUT_ITEMS)),
    enterable=False,
    evidence=("AB-06", "AB-11"),
)
PAPERS_BACK_MISSING = several_of(
    "papers_back_missing",
    "Still missing for the way back",
    *PAPERS_BACK_ITEMS,
    inputs=(PAPERS_BACK,),
    formula=partial(missing_from, tuple(each.id for each in PAPERS_BACK_ITEMS)),
    enterable=False,
    evidence=("AB-08", "AB-16", "AB-17"),
)
