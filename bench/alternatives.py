"""Ways of starting that were weighed against ours, on a bare page: who makes the snapshot, and how it is squeezed."""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.browsers import opened, result_of
from bench.chromium import profile
from bench.link import Link
from bench.server import StaticServer
from bench.sites import ROOT
from bench.table import write_between_marks
from bench.visits import LATENCY, MEGABITS, SETTLE
from mkdocs_calculators.finish import example_requests
from mkdocs_calculators.hosting import compress
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import logic_folders
from mkdocs_calculators.runtime.publication import build_archives
from mkdocs_calculators.runtime.relocations import relocated_interpreter
from mkdocs_calculators.site import current_site

if TYPE_CHECKING:
    from bench.candidates import Case
    from bench.sites import Sites

HERE = Path(__file__).parent / "page"
BROWSER = ROOT / "src" / "mkdocs_calculators" / "browser"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><div data-net="result"></div>
<script type="module" src="alternative.js"></script></html>"""
SETTLED = "() => bench.settled?.then(() => bench.spent) ?? bench.spent"


@dataclass(slots=True)
class Way:
    """One way of starting, and what it took."""

    name: str
    query: str
    encodings: Sequence[str] = ("br", "gzip")
    first: list[float] = field(default_factory=list)
    """Milliseconds to the first result."""
    slow: list[float] = field(default_factory=list)
    """The same over a slow line."""
    again: list[float] = field(default_factory=list)
    """The same in a later start of the browser, with the same profile."""
    sent: list[float] = field(default_factory=list)
    """Megabytes for the first result."""
    spent: list[dict[str, float]] = field(default_factory=list)
    """Milliseconds of what the page did after the first result."""

    def line(self) -> str:
        """As Markdown."""
        times = (f"{statistics.median(each):.0f} ms" for each in (self.first, self.slow, self.again))
        return f"| {self.name} | {statistics.median(self.sent):.2f} MB | {' | '.join(times)} | {self.after()} |"

    def after(self) -> str:
        """What the page did after the first result, in words."""
        middle = {
            name: statistics.median(each[name] for each in self.spent) for name in (self.spent[0] if self.spent else {})
        }
        return ", ".join(f"{name} {took:.0f} ms" for name, took in middle.items()) or "nothing"


def ways() -> list[Way]:
    """Ours first."""
    return [
        Way("snapshot from the build, brotli", "shipped"),
        Way("the same, gzip by the server", "shipped", ("gzip",)),
        Way("the same, gzip inflated by the page", "inflated", ("gzip",)),
        Way("the same as the first, then kept in Cache Storage", "kept"),
        Way("snapshot made at the first visit and kept, brotli", "made"),
    ]


def write_alternatives(sites: Sites, case: Case, page: Path, rounds: int) -> int:
    """Measures them in turn and writes the table into the page."""
    compared = ways()
    folder = bare_site(sites)
    for number in range(rounds + 1):
        for way in compared:
            visit(folder, case, way, counts=number > 0)
    slow = f"The same, {MEGABITS} Mbit/s, {LATENCY * 1000:.0f} ms"
    lines = [
        f"A bare page, Python on its main thread; medians of {rounds} interleaved cold profiles.",
        "{ .caption }",
        "",
        f"| Way | Sent | First result | {slow} | Second visit | After the first result |",
        "|---|---|---|---|---|---|",
        *(way.line() for way in compared),
    ]
    print(*lines, sep="\n")
    write_between_marks(page, "alternatives", "\n".join(lines))
    return 0


def visit(folder: Path, case: Case, way: Way, *, counts: bool) -> None:
    """A first visit and a second, then a first one over a slow line."""
    took = way if counts else Way("", "")
    address = f"/?way={way.query}"
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as kept,
        StaticServer({"/": folder}, encodings=way.encodings) as server,
    ):
        with profile(Path(kept)) as browser:
            page = opened(browser, server, case, address)
            took.first.append(result_of(page))
            took.sent.append(server.sent() / 1e6)
            spent = page.evaluate(SETTLED)
            if spent:
                took.spent.append(spent)
            time.sleep(SETTLE)
        with profile(Path(kept)) as browser:
            took.again.append(result_of(opened(browser, server, case, address)))
        server.link = Link(bits_per_second=MEGABITS * 1e6, latency=LATENCY)
        with profile() as browser:
            took.slow.append(result_of(opened(browser, server, case, address)))


def bare_site(sites: Sites) -> Path:
    """A folder with everything that the ways need, compressed ahead."""
    tools, found = sites.tools, current_site(ROOT)
    archives = build_archives(
        tools,
        logic=logic_folders(Project.at(ROOT)),
        evidence=found.evidence,
        calculators=sorted(found.calculators),
        requests=list(example_requests(found)),
    )
    files = {
        "index.html": PAGE.encode("utf-8"),
        "lock.json": json.dumps(tools.lock_info).encode("utf-8"),
        "library.zip": archives.library,
        "logic.zip": archives.logic,
        "snapshot.bin": archives.snapshot,
        "alternative.js": (HERE / "alternative.js").read_bytes(),
        **{name: (BROWSER / name).read_bytes() for name in ("boot.js", "snapshot.js")},
        **{name: (tools.pyodide / name).read_bytes() for name in ("pyodide.mjs", "pyodide.asm.js")},
        "pyodide.asm.wasm": relocated_interpreter(tools),
    }
    folder = sites.work / "alternatives"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    compress(folder, tools.cache)
    return folder
