"""A changed answer: from the input event to the new result in the page, once Python is warm."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.browsers import opened, result_of
from bench.candidates import Case
from bench.chromium import profile
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
SHEET = "/calculators/board/"
"""Where `treatment_options` is drawn as the tumour-board sheet, which has limits of its own."""
SHEET_LIMIT, FRAME_LIMIT = 50, 100
WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Rejudging:
    """How long a changed answer takes to a new result, in milliseconds."""

    middle: float
    slow: float
    """95th percentile."""
    frame: float
    """The longest time between two frames of the page."""


def rejudging(server: StaticServer, changes: int) -> list[Row]:
    """One row for each calculator, and two for the sheet."""
    rows = []
    for name, (fact, values) in CHANGED.items():
        given = [float(values[step % len(values)]) for step in range(changes)]
        case = Case.of(name)
        took = rejudged(server, case, case.page, fact, given)
        what = f"changed answer to result, {name}, 95th percentile (median)"
        rows.append(Row(what, shown(took), "", took.slow, LIMIT, AIM, "{:.0f} ms"))
        if name == "treatment_options":
            sheet = rejudged(server, case, SHEET, fact, given)
            what = "changed answer to the tumour-board sheet, 95th percentile (median)"
            rows.append(Row(what, shown(sheet), "", sheet.slow, SHEET_LIMIT, None, "{:.0f} ms"))
            what = "longest frame while the sheet follows, with what it asks for after a rest"
            rows.append(Row(what, f"{sheet.frame:.0f} ms", "", sheet.frame, FRAME_LIMIT, None, "{:.0f} ms"))
    return rows


def shown(took: Rejudging) -> str:
    """As the table has it."""
    return f"{took.slow:.0f} ms ({took.middle:.0f})"


def rejudged(server: StaticServer, case: Case, address: str, fact: str, values: list[float]) -> Rejudging:
    """Changes one answer many times on a page whose worker is warm."""
    with profile() as browser:
        page = opened(browser, server, case, address)
        result_of(page)
        script = SCRIPT.read_text("utf-8")
        script = script[script.index("async") :].strip().removesuffix(";")
        page.evaluate(script, {"fact": fact, "values": values[:WARM_UP]})
        found = page.evaluate(script, {"fact": fact, "values": values})
    times = found["times"]
    return Rejudging(statistics.median(times), statistics.quantiles(times, n=20)[-1], found["longest"])
