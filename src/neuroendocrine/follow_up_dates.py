"""The day of the next assessment by each source, from the day of the last one and the interval that the source names.

Sources: as follow_up.py and follow_up_removed.py. An interval that does not repeat, or none, makes no day.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from guideline import conclusion, derived
from guideline.days import add_months
from neuroendocrine.facts.follow_up import LAST_ASSESSMENT
from neuroendocrine.follow_up import ESMO_2020
from neuroendocrine.follow_up_removed import COMMNETS_2018, CZECH_APPENDIX, NCCN

if TYPE_CHECKING:
    from guideline.facts import Day
    from guideline.tables import FirstOf

# Months from one assessment to the next, earliest and latest, where a source names an interval that repeats.
MONTHS = {
    "every-2-to-3-months": (2, 3),
    "every-6-to-12-months": (6, 12),
    "every-3-to-12-months": (3, 12),
    "every-1-to-2-years-life": (12, 24),
    "endoscopy-1-to-2-years": (12, 24),
    "endoscopy-2-to-3-years": (24, 36),
    "optional-2-to-5-years": (24, 60),
    "every-12-to-24-months": (12, 24),
    "yearly-then-1-to-2-years": (12, 12),
    "every-1-to-2-years": (12, 24),
    "twice-a-year": (6, 6),
    "every-year": (12, 12),
}


def next_assessment(end: int, last: int, outcome_id: str) -> int | None:
    """Return the earliest (`end` 0) or latest (1) day of the next assessment, None where no interval repeats."""
    months = MONTHS.get(outcome_id)
    return None if months is None else add_months(last, months[end])


def _next(source: str, title: str, rule: FirstOf, *evidence: str) -> tuple[Day, Day]:
    interval = conclusion(f"follow_up_{source}", rule, label=f"Follow-up by {title}")

    def day(end: int, words: str) -> Day:
        made: Day = derived(
            f"next_assessment_{source}_{words}",
            f"Next assessment by {title}: {words}",
            inputs=(LAST_ASSESSMENT, interval),
            formula=partial(next_assessment, end),
            is_day=True,
            enterable=False,
            evidence=evidence,
        )
        return made

    return day(0, "earliest"), day(1, "latest")


NEXT_ASSESSMENTS = (
    *_next("esmo", "ESMO 2020", ESMO_2020, "FU-01", "FU-03"),
    *_next("nccn", "NCCN", NCCN, "FU-05", "FU-07"),
    *_next("commnets", "CommNETs and NANETS 2018", COMMNETS_2018, "FU-09"),
    *_next("czech", "the Czech guideline", CZECH_APPENDIX, "FU-11"),
)
