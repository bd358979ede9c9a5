"""A changed answer: from the input event to the new result in the page, once Python is warm."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.browsers import opened, profile, result_of
from bench.candidates import Case
from bench.table import Row

if TYPE_CHECKING:
    from bench.server import StaticServer

SCRIPT = Path(__file__).parent / "page" / "rejudge.js"
CHANGED = {
    "treatment_options": ("ki67_percent", range(1, 61)),
    "prrt_eligibility": ("platelets_1e9_l", range(20, 620, 3)),
    "who_grade": ("ki67_percent", range(1, 61)),
}
"""The answer that is changed and what to, by calculator."""
LIMIT, AIM = 30, 16
WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Rejudging:
    """How long a changed answer takes to a new result, in milliseconds."""

    calculator: str
    middle: float
    slow: float
    """95th percentile."""


def rejudging(server: StaticServer, changes: int) -> list[Row]:
    """One row for each calculator."""
    rows = []
    for name, (fact, values) in CHANGED.items():
        given = [float(values[step % len(values)]) for step in range(changes)]
        took = rejudged(server, Case.of(name), fact, given)
        what = f"changed answer to result, {name}, 95th percentile (median)"
        rows.append(Row(what, f"{took.slow:.0f} ms ({took.middle:.0f})", "", took.slow, LIMIT, AIM, "{:.0f} ms"))
    return rows


def rejudged(server: StaticServer, case: Case, fact: str, values: list[float]) -> Rejudging:
    """Changes one answer many times on a page whose worker is warm."""
    with sync_playwright() as playwright, profile(playwright) as context:
        page = opened(context, server, case, case.page)
        result_of(page)
        script = SCRIPT.read_text("utf-8").strip().removesuffix(";")
        script = script.split("\n", 1)[1] if script.startswith("//") else script
        page.evaluate(script, {"fact": fact, "values": values[:WARM_UP]})
        times = page.evaluate(script, {"fact": fact, "values": values})
    return Rejudging(case.calculator, statistics.median(times), statistics.quantiles(times, n=20)[-1])
