"""The days of long-acting somatostatin analogues, and what a PRRT dose or a receptor scan asks of them.

Sources: evidence SS-04, SS-10, SS-13, SS-24, PR-06, DI-32, DI-55; the days are made in neuroendocrine/injections.py.
"""

from __future__ import annotations

from guideline import Calculator, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.dates import INJECTION_DAY, INJECTION_INTERVAL, RECEPTOR_SCAN_DAY
from neuroendocrine.facts.prrt import PRRT_DAY
from neuroendocrine.injections import (
    BEFORE_PRRT,
    DAYS_FROM_PLANNED,
    DAYS_TO_PRRT,
    DAYS_TO_SCAN,
    NEXT_INJECTIONS,
    PRRT_DAYS,
    SCAN_DAYS,
)

CALCULATOR = Calculator(
    id="ssa_schedule",
    title="Somatostatin analogue: days of injections",
    intended_use=(
        "For the team and for people planning a journey: turns the last long-acting injection and its interval into "
        "the next days, and shows what a PRRT dose or a receptor scan asks of them. Your centre's plan comes first."
    ),
    not_for=(
        "choosing a drug, a dose or an interval",
        "carcinoid crisis, and symptoms that cannot bridge a pause",
        "a course of PRRT: its days have a calculator of their own",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("injections", "Injections", INJECTION_DAY, INJECTION_INTERVAL),
        section("plans", "What is planned", PRRT_DAY, RECEPTOR_SCAN_DAY),
    ),
    reports=(*NEXT_INJECTIONS, BEFORE_PRRT, DAYS_TO_PRRT, DAYS_FROM_PLANNED, *PRRT_DAYS, DAYS_TO_SCAN, *SCAN_DAYS),
    contradictions=(
        contradiction(
            "dose-before-injection",
            "The PRRT dose lies before the last injection. Enter the last injection before it, or a later dose.",
            DAYS_TO_PRRT < 0,
            fact=PRRT_DAY,
        ),
        contradiction(
            "scan-before-injection",
            "The scan lies before the last injection. Enter the last injection before it, or a later scan.",
            DAYS_TO_SCAN < 0,
            fact=RECEPTOR_SCAN_DAY,
        ),
    ),
    notices=(
        notice(
            "short-interval",
            "An interval of 21 or 14 days is above the label; guidelines describe it for symptoms that are not "
            "controlled.",
            INJECTION_INTERVAL.one_of("21", "14"),
            evidence="SS-13",
            fact=INJECTION_INTERVAL,
        ),
    ),
    not_considered=(
        "how long before a receptor scan an analogue is best paused: recalled with moderate confidence only, so days "
        "are counted and no limit is set",
        "public holidays, delivery, and a few days earlier or later",
        "symptoms that come back before the next injection",
    ),
)
