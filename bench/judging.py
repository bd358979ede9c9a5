"""How long each calculator takes to judge its worked examples, in CPython and in Pyodide."""

from __future__ import annotations

import json
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guideline import AnswerError, judge
from mkdocs_calculators.finish import example_requests
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import Toolchain, logic_folders
from mkdocs_calculators.runtime.publication import build_archives
from mkdocs_calculators.runtime.replay import replay
from mkdocs_calculators.site import Site, current_site

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_calculators.discovery import Found

REPEATS = 3
PANEL = "treatment_options"
LIMITS = {PANEL: (5.0, 40.0)}
"""Milliseconds to judge, at most, in CPython and in Pyodide, where a calculator has limits of its own."""
OTHERS = (1.0, 10.0)
"""The same for every other calculator."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Median milliseconds over the worked examples of one calculator; of each, the quickest of several runs counts.

    `judge` and `in_pyodide` are for the result alone, `drawn` for the result and all of its HTML. `first` is that of
    the first run of each in CPython, before anything of this case is kept.
    """

    calculator: str
    examples: int
    first: float
    judge: float
    in_pyodide: float
    drawn: float

    @property
    def limits(self) -> tuple[float, float]:
        """Milliseconds to judge, at most, in CPython and in Pyodide."""
        return LIMITS.get(self.calculator, OTHERS)

    @property
    def kept(self) -> bool:
        """Whether both times are within their limits."""
        return self.judge <= self.limits[0] and self.in_pyodide <= self.limits[1]


def judged(root: Path, tools: Toolchain) -> list[Judged]:
    """Times every calculator; the browser's archives and snapshot are those of the site."""
    site = current_site(root)
    judged_there, drawn_there = pyodide_times(site, root, tools)
    return [
        Judged(
            name,
            len(found.cases.examples),
            *judge_times(found, site),
            statistics.median(judged_there[name]),
            statistics.median(drawn_there[name]),
        )
        for name, found in sorted(site.calculators.items())
    ]


def judge_times(found: Found, site: Site) -> tuple[float, float]:
    """Median milliseconds of `judge` in this process: of the first run of each example, and of the quickest."""
    runs = [
        [timed(found.calculator, dict(each.answers), each.variant, site.evidence) for _ in range(REPEATS)]
        for each in found.cases.examples
    ]
    known = [[each for each in of if each is not None] for of in runs]
    return statistics.median(of[0] for of in known if of), statistics.median(min(of) for of in known if of)


def timed(calculator: Any, answers: dict[str, Any], variant: str | None, evidence: dict[str, Any]) -> float | None:
    """Milliseconds of one judgement; None for answers that are refused."""
    began = time.perf_counter()
    try:
        judge(calculator, answers, variant=variant, evidence=evidence)
    except AnswerError:
        return None
    return (time.perf_counter() - began) * 1000


def pyodide_times(site: Site, root: Path, tools: Toolchain) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Milliseconds of each worked example in Pyodide by calculator: judged, and judged and drawn whole.

    Of several runs the quickest counts. A request for the headline alone judges everything and draws nothing. Each
    calculator has a process of its own: all of them together would outlast its time limit on a slow machine.
    """
    requests = list(example_requests(site))
    archives = build_archives(
        tools,
        logic=logic_folders(Project.at(root)),
        evidence=site.evidence,
        calculators=sorted(site.calculators),
        requests=requests,
    )
    judged_there: dict[str, list[float]] = {}
    drawn_there: dict[str, list[float]] = {}
    for name in sorted(site.calculators):
        drawn = [each for each in requests if json.loads(each)["calculator"] == name]
        asked = [*(json.dumps({**json.loads(each), "want": "headline"}) for each in drawn), *drawn]
        run = replay(
            tools,
            library=archives.library,
            logic=archives.logic,
            snapshot=archives.snapshot,
            requests=asked * REPEATS,
        )
        quickest = [min(run.each[place :: len(asked)]) for place in range(len(asked))]
        judged_there[name], drawn_there[name] = quickest[: len(drawn)], quickest[len(drawn) :]
    return judged_there, drawn_there


def judging_table(rows: list[Judged]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "Milliseconds to judge a worked example, median; in the last column the whole result is drawn as well.",
        "{ .caption }",
        "",
        "| Calculator | Worked examples | First, CPython | CPython | Limit | Pyodide | Limit | Pyodide, drawn |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        judge_limit, pyodide_limit = row.limits
        lines.append(
            f"| `{row.calculator}` | {row.examples} | {row.first:.2f} | {row.judge:.2f} | {judge_limit:.0f} "
            f"| {row.in_pyodide:.1f} | {pyodide_limit:.0f} | {row.drawn:.1f} |"
        )
    return "\n".join(lines)
