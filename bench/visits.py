"""From navigation to the first result: at first and again, over a slow line, on half a core, and from the disk."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.browsers import headline_of, opened, result_of
from bench.candidates import EMPTY, FOLDER, KIT, OURS, STOCK, Candidate, opened_from_disk, served
from bench.chromium import profile
from bench.hold import half_a_core, program_of
from bench.link import Link
from bench.table import Row, compared

if TYPE_CHECKING:
    from bench.candidates import Stand

MILLISECONDS, MEGABYTES = "{:.0f} ms", "{:.2f} MB"
MEGABITS, LATENCY = 10, 0.04
SETTLE = 2
"""Seconds that a first visit stays open, in which a browser writes down what it has compiled."""


class DifferentWorkError(Exception):
    """The candidates did not come to the same result, so that their times say nothing."""


@dataclass(slots=True)
class Measured:
    """What one candidate took, run by run."""

    first: list[float] = field(default_factory=list)
    """Milliseconds."""
    again: list[float] = field(default_factory=list)
    """The same in a later start of the browser, with the same profile."""
    sent: list[float] = field(default_factory=list)
    """Megabytes on the wire."""


def visit_in_turn(
    stand: Stand,
    candidates: Iterable[Candidate],
    *,
    again: bool = False,
    program: Path | None = None,
) -> dict[str, Measured]:
    """Times every candidate once a round, in turn; one round before the first does not count.

    Raises:
        DifferentWorkError: two of them came to different results.
    """
    measured: dict[str, Measured] = {}
    headlines: dict[str, str] = {}
    for number in range(stand.rounds + 1):
        for candidate in candidates:
            found = measured.setdefault(candidate.name, Measured()) if number else Measured()
            headlines[candidate.name] = visit(stand, candidate, found, again=again, program=program)
    if len(set(headlines.values())) > 1:
        raise DifferentWorkError(f"not the same result everywhere: {headlines}")
    return measured


def visit(
    stand: Stand,
    candidate: Candidate,
    found: Measured,
    *,
    again: bool = False,
    program: Path | None = None,
) -> str:
    """Opens a candidate in a new profile, adds what it took to `found`, and returns the answer that it gave."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stand.server.forget()
        with profile(Path(folder), program) as browser:
            page = opened(browser, stand.server, stand.case, candidate.address)
            found.first.append(result_of(page))
            found.sent.append(stand.server.sent() / 1e6)
            headline = headline_of(page)
            if again:
                time.sleep(SETTLE)
        if again:
            with profile(Path(folder), program) as browser:
                found.again.append(result_of(opened(browser, stand.server, stand.case, candidate.address)))
    return headline


def unhindered(stand: Stand) -> tuple[list[Row], dict[str, Measured]]:
    """The first and the second visit, and the bytes of the first."""
    found = visit_in_turn(stand, served(stand.case).values(), again=True)
    ours, stock, empty = found[OURS], found[STOCK], found[EMPTY]
    first = compared(
        "first visit, navigation to first result", ours.first, stock.first, form=MILLISECONDS, limit=0.32, aim=0.22
    )
    bare = compared("the same, stock on an empty page", ours.first, empty.first, form=MILLISECONDS, limit=1)
    return [
        first,
        Row(bare.what, bare.ours, bare.other, bare.figure),
        compared(
            "second visit, the browser started again", ours.again, stock.again, form=MILLISECONDS, limit=0.25, aim=0.15
        ),
        compared(
            "bytes for the first result, as served (br)", ours.sent, stock.sent, form=MEGABYTES, limit=1, aim=0.75
        ),
    ], found


def from_disk(stand: Stand) -> tuple[list[Row], dict[str, Measured]]:
    """The page in the unpacked zip and the one-file kit, by double click, against stock over http."""
    stock = served(stand.case)[STOCK]
    found = visit_in_turn(stand, [stock, *opened_from_disk(stand.case, stand.sites)])
    theirs = found[STOCK].first
    return [
        compared("`file://`, whole site", found[FOLDER].first, theirs, form=MILLISECONDS, limit=0.5, aim=0.35),
        compared("`file://`, one-file kit", found[KIT].first, theirs, form=MILLISECONDS, limit=0.6, aim=0.4),
    ], found


def over_a_slow_line(stand: Stand) -> tuple[list[Row], dict[str, Measured]]:
    """The first visit when the server sends as a mobile line does."""
    both = served(stand.case)
    stand.server.link = Link(bits_per_second=MEGABITS * 1e6, latency=LATENCY)
    try:
        found = visit_in_turn(stand, [both[OURS], both[STOCK]])
    finally:
        stand.server.link = None
    what = f"first visit, {MEGABITS} Mbit/s, {LATENCY * 1000:.0f} ms"
    return [compared(what, found[OURS].first, found[STOCK].first, form=MILLISECONDS, limit=0.72, aim=0.55)], found


def on_half_a_core(stand: Stand) -> tuple[list[Row], dict[str, Measured]]:
    """The first visit when the whole browser, workers included, gets half a core."""
    both = served(stand.case)
    with half_a_core(program_of("chromium")) as held:
        found = visit_in_turn(stand, [both[OURS], both[STOCK]], program=held.program)
    what = f"first visit, the whole browser held to half a core {held.how}"
    return [compared(what, found[OURS].first, found[STOCK].first, form=MILLISECONDS, limit=0.34, aim=0.25)], found
