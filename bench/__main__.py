"""`python -m bench`: builds the site, measures, prints the figures and puts them into the page on performance."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.candidates import ROOT, Case, candidates, serve
from bench.judging import judged, judging_table
from bench.runs import Measured, first_visits, new_profile, rejudged, sent_without_intent
from bench.table import Row, table, write_between_marks

PAGE = ROOT / "docs" / "contributing" / "performance.md"
CALCULATOR = "prrt_eligibility"
CHANGED = {"prrt_eligibility": "platelets_1e9_l", "who_grade": "ki67_percent"}
"""The answer that is changed while re-judging, by calculator."""

FIRST_VISIT, REJUDGING, OUR_BYTES = 0.50, 30, 40_000


def main() -> int:
    """Runs everything; 1 when a limit is exceeded."""
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        site = given.site or build(Path(folder) / "site")
        case = Case.of(CALCULATOR)
        server, tools = serve(site, case)
        with server:
            compared = candidates(case)
            visits = first_visits(server, case, compared, given.rounds)
            changes = [
                rejudged(server, Case.of(name), fact, [20 + 3 * step for step in range(given.changes)])
                if name == CALCULATOR
                else rejudged(server, Case.of(name), fact, [1 + step % 60 for step in range(given.changes)])
                for name, fact in CHANGED.items()
            ]
            plain = sent_without_intent(server, "/")
            quiet = sent_without_intent(server, case.page)
    ours, stock, empty = (visits[candidate.name] for candidate in compared)
    if ours.headline != stock.headline:
        print(f"not the same work: {ours.headline!r} and {stock.headline!r}")
        return 1
    ratio = ours.time / stock.time
    rows = [
        Row("first visit: navigation to the result", shown(ours), shown(stock), f"{ratio:.2f}", f"{FIRST_VISIT:.2f}"),
        Row("the same, stock on an empty page", shown(ours), shown(empty), f"{ours.time / empty.time:.2f}", ""),
        Row(
            "bytes for the first result",
            megabytes(ours.size),
            megabytes(stock.size),
            f"{ours.size / stock.size:.2f}",
            "",
        ),
        *(
            Row(
                f"changed answer to result, {each.calculator}: median / 95th percentile",
                f"{each.middle:.0f} / {each.slow:.0f} ms",
                "",
                "",
                f"{REJUDGING} ms",
            )
            for each in changes
        ),
        Row("runtime bytes on a page without a calculator", f"{runtime_bytes(plain)}", "", "", "0"),
        Row(
            "our bytes on a calculator page before intent",
            f"{total(quiet) / 1000:.1f} KB",
            "",
            "",
            f"{OUR_BYTES // 1000} KB",
        ),
    ]
    text = table(rows, browser=browser_version(), pyodide=tools.pyodide_version, rounds=given.rounds)
    judging = judged(ROOT, tools)
    print(text, judging_table(judging), sep="\n\n")
    for name, measured in visits.items():
        print(f"{name}: {', '.join(f'{each:.0f}' for each in measured.milliseconds)} ms")
    if not given.no_write:
        write_between_marks(PAGE, "bench", text)
        write_between_marks(PAGE, "judging", judging_table(judging))
        print(f"written to {PAGE.relative_to(ROOT)}")
    kept = [
        ratio <= FIRST_VISIT,
        all(each.slow <= REJUDGING for each in changes),
        runtime_bytes(plain) == 0,
        total(quiet) <= OUR_BYTES,
        all(each.kept for each in judging),
    ]
    return 0 if all(kept) else 1


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="first visits per candidate (default 7)")
    parser.add_argument("--changes", type=int, default=200, help="changed answers per calculator (default 200)")
    parser.add_argument("--site", type=Path, help="measure this built site instead of building one")
    parser.add_argument("--no-write", action="store_true", help="leave the page as it is")
    return parser.parse_args()


def build(folder: Path) -> Path:
    """Builds the site as readers get it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return folder


def browser_version() -> str:
    """The version of the browser that was used."""
    with sync_playwright() as playwright, new_profile(playwright) as context:
        agent = str(context.pages[0].evaluate("navigator.userAgent"))
    return agent.partition("Chrome/")[2].split(" ")[0].split(".")[0]


def shown(measured: Measured) -> str:
    """A median time."""
    return f"{measured.time:.0f} ms"


def megabytes(size: float) -> str:
    """A size."""
    return f"{size / 1e6:.2f} MB"


def total(files: list[tuple[str, int]]) -> int:
    """Bytes of these files."""
    return sum(size for _, size in files)


def runtime_bytes(files: list[tuple[str, int]]) -> int:
    """Bytes of what starts Python: everything of ours except the page's script and styles."""
    return sum(size for path, size in files if not path.endswith(("/net-guide.js", ".css")))


if __name__ == "__main__":
    sys.exit(main())
