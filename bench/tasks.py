"""The longest task on the page's main thread while a calculator starts: how long the page cannot answer a touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.browsers import opened, result_of
from bench.candidates import OURS, STOCK, Candidate, served
from bench.chromium import profile
from bench.table import Row, compared

if TYPE_CHECKING:
    from bench.candidates import Case
    from bench.server import StaticServer

CATEGORIES = ["toplevel", "blink.user_timing", "disabled-by-default-devtools.timeline", "__metadata"]
TASKS = {"RunTask", "ThreadControllerImpl::RunTask"}
BEGIN, FILLED, RESULT = "bench:begin", "bench:filled", "bench:result"


def longest_tasks(server: StaticServer, case: Case, rounds: int) -> list[Row]:
    """From the answers to the result, where Python starts, and from navigation on, where the page itself is drawn."""
    both = served(case)
    starting: dict[str, list[float]] = {OURS: [], STOCK: []}
    whole: dict[str, list[float]] = {OURS: [], STOCK: []}
    for _ in range(rounds):
        for name in (OURS, STOCK):
            events = traced(server, case, both[name])
            starting[name].append(longest(events, FILLED, RESULT))
            whole[name].append(longest(events, BEGIN, RESULT))
    ratio = compared(
        "longest main-thread task while Python starts",
        starting[OURS],
        starting[STOCK],
        form="{:.0f} ms",
        limit=0.05,
        aim=0.02,
    )
    page = compared(
        "the same from navigation on, with the page's own drawing", whole[OURS], whole[STOCK], form="{:.0f} ms", limit=1
    )
    shown = float(ratio.ours.split()[0])
    return [
        ratio,
        Row("the same, in milliseconds", ratio.ours, "", shown, 50, None, "{:.0f} ms"),
        Row(page.what, page.ours, page.other, page.figure),
    ]


def traced(server: StaticServer, case: Case, candidate: Candidate) -> list[dict[str, Any]]:
    """What the browser noted down of a first visit, up to the result."""
    how = {"includedCategories": CATEGORIES, "recordMode": "recordAsMuchAsPossible"}
    with profile() as browser:
        browser.page.command("Tracing.start", transferMode="ReportEvents", traceConfig=how)
        page = opened(browser, server, case, candidate.address)
        result_of(page)
        page.command("Tracing.end")
        page.wait_for("Tracing.tracingComplete")
        sent = [each["params"]["value"] for each in page.events if each.get("method") == "Tracing.dataCollected"]
    return [event for some in sent for event in some]


def longest(events: list[dict[str, Any]], after: str, until: str) -> float:
    """Milliseconds of the longest task on the thread that set the mark `until`, between two marks.

    A task that was running when a mark was set counts whole: it keeps a reader waiting, whenever it began.

    Raises:
        ValueError: the marks are not there.
    """
    marks = {each["name"]: each for each in events if each["name"] in {after, until}}
    if set(marks) != {after, until}:
        raise ValueError(f"the trace has {sorted(marks)}, not {after} and {until}")
    thread = (marks[until]["pid"], marks[until]["tid"])
    begin, end = marks[after]["ts"], marks[until]["ts"]
    took = [
        each["dur"]
        for each in events
        if each["name"] in TASKS
        and (each["pid"], each["tid"]) == thread
        and "dur" in each
        and each["ts"] <= end
        and each["ts"] + each["dur"] >= begin
    ]
    return max(took, default=0) / 1000
