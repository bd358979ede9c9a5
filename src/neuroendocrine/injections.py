"""The days of long-acting injections, and what a PRRT dose or a receptor scan asks of them.

Sources: product information and European guidance (evidence SS-04, SS-10, SS-13, SS-24, PR-06, DI-32, DI-55).
Not encoded: an interval before a receptor scan (SS-25), recalled with moderate confidence only; days are counted, no
limit is set.
"""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING

from guideline import conclusion, criterion, derived, first_of, outcome
from neuroendocrine.facts.dates import INJECTION_DAY, INJECTION_INTERVAL, RECEPTOR_SCAN_DAY
from neuroendocrine.facts.prrt import PRRT_DAY
from neuroendocrine.formulas.injections import days_since_planned, first_injection_from, injection_after
from neuroendocrine.formulas.intervals import days_between
from neuroendocrine.prrt_days import ANALOGUE_PAUSE_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from guideline.facts import Day, Fact, Number

LONGER_PAUSE_DAYS = 42  # 6 weeks, evidence SS-24, DI-32


def _day(
    fact_id: str, label: str, formula: Callable[..., int], *inputs: Fact, evidence: tuple[str, ...], hint: str = ""
) -> Day:
    made: Day = derived(
        fact_id, label, inputs=inputs, formula=formula, is_day=True, enterable=False, evidence=evidence, hint=hint
    )
    return made


def _days(fact_id: str, label: str, formula: Callable[..., int], *inputs: Fact, evidence: tuple[str, ...]) -> Number:
    made: Number = derived(
        fact_id,
        label,
        unit="days",
        inputs=inputs,
        formula=formula,
        enterable=False,
        evidence=evidence,
        at_least=-100000,
        at_most=100000,
        plausible=(0, 400),
        reason="no plan reaches that far",
        decimals=0,
        whole=True,
    )
    return made


_INTERVALS = ("SS-04", "SS-10", "SS-13")
NEXT_INJECTIONS = tuple(
    _day(
        f"injection_{count}_on",
        label,
        partial(injection_after, count),
        INJECTION_DAY,
        INJECTION_INTERVAL,
        evidence=_INTERVALS,
    )
    for count, label in ((1, "Next injection"), (2, "The one after it"), (3, "The third one"))
)

# PRRT --------------------------------------------------------------------------------------------------------------

DAYS_TO_PRRT = _days(
    "days_from_injection_to_prrt",
    "Days from the last injection to the PRRT dose",
    days_between,
    INJECTION_DAY,
    PRRT_DAY,
    evidence=("SS-24", "PR-06"),
)
DAYS_FROM_PLANNED = _days(
    "days_from_planned_injection_to_prrt",
    "Days from the last planned injection to the PRRT dose",
    days_since_planned,
    INJECTION_DAY,
    INJECTION_INTERVAL,
    PRRT_DAY,
    evidence=("SS-24", "PR-06"),
)
LAST_TOO_LATE = criterion(
    "last-injection-inside",
    "Last injection below 28 days before the dose",
    DAYS_TO_PRRT < ANALOGUE_PAUSE_DAYS,
    kind="part",
    evidence=("SS-24", "DI-55", "PR-06"),
)
PLANNED_TOO_LATE = criterion(
    "planned-injection-inside",
    "A planned injection below 28 days before the dose",
    DAYS_FROM_PLANNED < ANALOGUE_PAUSE_DAYS,
    kind="part",
    evidence=("SS-24", "DI-55", "PR-06"),
)
BEFORE_PRRT = conclusion(
    "injections_before_prrt",
    first_of(
        "injections-before-prrt",
        "Injections before the PRRT dose",
        (
            outcome(
                "the last injection lies less than 28 days before the dose: labels ask for at least 4 weeks",
                outcome_id="last-inside",
                evidence=("SS-24", "DI-32", "DI-55"),
            ),
            LAST_TOO_LATE,
        ),
        (
            outcome(
                "a planned injection falls into the 28 days before the dose: it waits until 4 to 24 hours after it",
                outcome_id="planned-inside",
                evidence=("SS-24", "PR-06"),
            ),
            PLANNED_TOO_LATE,
        ),
        (outcome("none falls into the 28 days before the dose", outcome_id="clear", evidence="SS-24"), None),
        evidence=("SS-24", "DI-32", "DI-55"),
    ),
    label="Injections before the PRRT dose",
    evidence=("SS-24", "DI-32", "DI-55"),
)
PRRT_DAYS = (
    _day(
        "prrt_earliest_on",
        "PRRT: earliest after the last injection (4 weeks, labels)",
        partial(operator.add, ANALOGUE_PAUSE_DAYS),
        INJECTION_DAY,
        evidence=("SS-24", "PR-06", "DI-55"),
    ),
    _day(
        "prrt_earliest_6_weeks_on",
        "PRRT: earliest where a centre waits 6 weeks (not re-read in the source)",
        partial(operator.add, LONGER_PAUSE_DAYS),
        INJECTION_DAY,
        evidence=("SS-24", "DI-32"),
    ),
    _day(
        "last_injection_before_prrt_on",
        "Long-acting injection before the PRRT dose: no later than (4 weeks, labels)",
        partial(operator.add, -ANALOGUE_PAUSE_DAYS),
        PRRT_DAY,
        evidence=("SS-24", "PR-06", "DI-55"),
    ),
    _day(
        "last_injection_6_weeks_before_prrt_on",
        "The same where a centre waits 6 weeks (not re-read in the source)",
        partial(operator.add, -LONGER_PAUSE_DAYS),
        PRRT_DAY,
        evidence=("SS-24", "DI-32"),
    ),
    _day(
        "short_acting_until",
        "Short-acting octreotide: last dose by the same hour on (24 hours before)",
        partial(operator.add, -1),
        PRRT_DAY,
        evidence=("SS-24", "PR-06"),
    ),
    _day(
        "long_acting_again_by",
        "Long-acting octreotide again 4 to 24 hours after the dose: by",
        partial(operator.add, 1),
        PRRT_DAY,
        evidence=("SS-24", "PR-06"),
    ),
)

# Receptor scan -----------------------------------------------------------------------------------------------------

DAYS_TO_SCAN = _days(
    "days_from_injection_to_scan",
    "Days from the last injection to the scan",
    days_between,
    INJECTION_DAY,
    RECEPTOR_SCAN_DAY,
    evidence=(),
)
SCAN_DAYS = (
    _days(
        "days_from_planned_injection_to_scan",
        "Days from the last planned injection to the scan",
        days_since_planned,
        INJECTION_DAY,
        INJECTION_INTERVAL,
        RECEPTOR_SCAN_DAY,
        evidence=(),
    ),
    _day(
        "injection_from_scan_on",
        "First planned injection on the day of the scan or after it",
        first_injection_from,
        INJECTION_DAY,
        INJECTION_INTERVAL,
        RECEPTOR_SCAN_DAY,
        evidence=(),
    ),
)
