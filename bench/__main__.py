"""`python -m bench`: measures the site against stock Pyodide and plain MkDocs, and writes the figures into their page.

`python -m bench --only slow,build` measures some parts and writes nothing; `--list` names the parts.
`python -m bench --growth` measures how build and start-up grow with pages and calculators, and writes that section;
`--alternatives` does so for the ways of starting that were weighed against ours.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bench import builds, pages, rejudging, tasks, visits
from bench.alternatives import write_alternatives
from bench.browsers import browser_version
from bench.candidates import Case, Stand, serve
from bench.growth import ROUNDS as GROWTH_ROUNDS
from bench.growth import write_growth
from bench.judging import judged, judging_table
from bench.server import StaticServer
from bench.sites import ROOT, Sites
from bench.table import Row, table, write_between_marks
from bench.visits import DifferentWorkError, Measured

PAGE = ROOT / "docs" / "contributing" / "performance.md"
CALCULATOR = "prrt_eligibility"
ROUNDS = 7
"""Cold profiles for each candidate."""
READS, BUILDS = 15, 3
"""Interleaved visits of a page that is only read, where a twentieth counts; builds of each kind."""


@dataclass
class Run:
    """One run of the bench: what its parts share."""

    sites: Sites
    rounds: int
    changes: int
    stack: ExitStack
    figures: list[str] = field(default_factory=list)
    """The single times behind the medians, as text."""

    @cached_property
    def case(self) -> Case:
        """What is judged."""
        return Case.of(CALCULATOR)

    @cached_property
    def server(self) -> StaticServer:
        """The site and stock Pyodide, served."""
        return self.stack.enter_context(serve(self.sites, self.case))

    def visits(self, measure: Callable[..., tuple[list[Row], dict[str, Measured]]]) -> list[Row]:
        """The rows of a kind of visit; its single times are kept."""
        rows, found = measure(Stand(self.sites, self.server, self.case, self.rounds))
        for name, measured in found.items():
            self.figures.append(f"{measure.__name__}, {name}: {', '.join(f'{each:.0f}' for each in measured.first)} ms")
        return rows


PARTS: Mapping[str, tuple[str, Callable[[Run], list[Row]]]] = {
    "first": ("first and second visit, bytes", lambda run: run.visits(visits.unhindered)),
    "slow": ("first visit over a slow line", lambda run: run.visits(visits.over_a_slow_line)),
    "half": ("first visit on half a core", lambda run: run.visits(visits.on_half_a_core)),
    "disk": ("from a folder and as one file", lambda run: run.visits(visits.from_disk)),
    "tasks": ("longest main-thread task", lambda run: tasks.longest_tasks(run.server, run.case, run.rounds)),
    "rejudge": ("a changed answer", lambda run: rejudging.rejudging(run.server, run.changes)),
    "page": (
        "a page that is only read",
        lambda run: [
            *pages.without_calculator(run.sites, max(run.rounds, READS)),
            *pages.before_use(run.server, run.case),
        ],
    ),
    "sizes": ("zip and kit", lambda run: builds.sizes(run.sites)),
    "build": ("`mkdocs build`", lambda run: builds.build_times(run.sites, BUILDS)),
}
JUDGING = "judging"


def main() -> int:
    """Runs what was asked for; 1 when a limit is exceeded."""
    given = arguments()
    if given.list:
        print(*(f"{name:8} {said}" for name, (said, _) in PARTS.items()), f"{JUDGING:8} each calculator", sep="\n")
        return 0
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sites = Sites((given.work or Path(folder)).resolve())
        rounds = given.rounds or (GROWTH_ROUNDS if given.growth else ROUNDS)
        if given.alternatives:
            return write_alternatives(sites, Case.of(CALCULATOR), PAGE, rounds)
        if given.growth:
            return write_growth(sites, PAGE, rounds)
        return measure(Run(sites, rounds, given.changes, stack), given.only)


def measure(run: Run, only: list[str]) -> int:
    """Measures parts, all of them if none is named, and writes the page when it was all of them."""
    rows: list[Row] = []
    for name, (subject, part) in PARTS.items():
        if only and name not in only:
            continue
        began = time.perf_counter()
        try:
            rows += part(run)
        except DifferentWorkError as problem:
            print(problem)
            return 1
        print(f"measured {subject} in {time.perf_counter() - began:.0f} s", flush=True)
    said = [
        f"Chromium {browser_version()}",
        f"Pyodide {run.sites.tools.pyodide_version}",
        f"medians of {run.rounds} interleaved cold profiles, files compressed with brotli where the browser takes it",
    ]
    kept = all(row.kept for row in rows)
    if rows:
        tell("bench", table(rows, said), writes=not only)
    if not only or JUDGING in only:
        found = judged(ROOT, run.sites.tools)
        tell(JUDGING, judging_table(found), writes=not only)
        kept = kept and all(each.kept for each in found)
    print(*run.figures, sep="\n\n")
    return 0 if kept else 1


def tell(name: str, text: str, *, writes: bool) -> None:
    """Prints a section of the page and writes it there at once: what is measured later may fail."""
    print(text, flush=True)
    if writes:
        write_between_marks(PAGE, name, text)
        print(f"written to {PAGE.relative_to(ROOT)}", flush=True)


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", type=parts_of, default=[], metavar="PART,…", help="measure these parts, write nothing"
    )
    parser.add_argument("--list", action="store_true", help="name the parts")
    parser.add_argument("--growth", action="store_true", help="measure growth with pages and calculators instead")
    parser.add_argument("--alternatives", action="store_true", help="measure the ways that were weighed instead")
    parser.add_argument(
        "--rounds", type=int, help=f"cold profiles per candidate (default {ROUNDS}; for growth {GROWTH_ROUNDS})"
    )
    parser.add_argument("--changes", type=int, default=200, help="changed answers per calculator (default 200)")
    parser.add_argument("--work", type=Path, help="build into this folder, and use what an earlier run built there")
    return parser.parse_args()


def parts_of(text: str) -> list[str]:
    """The parts that are named, separated by commas."""
    names = text.split(",")
    if unknown := [each for each in names if each not in {*PARTS, JUDGING}]:
        raise argparse.ArgumentTypeError(f"no part {unknown[0]!r}; there are {', '.join([*PARTS, JUDGING])}")
    return names


if __name__ == "__main__":
    sys.exit(main())
