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
LIMITS = {"judge": {PANEL: 5.0}, "respond": {PANEL: 40.0}}
"""Milliseconds, at most, where a calculator has a limit of its own."""
JUDGE, RESPOND = 1.0, 10.0
"""Milliseconds, at most, for every other calculator: to judge in CPython, to judge and draw in Pyodide."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Median milliseconds over the worked examples of one calculator; of each, the quickest of several runs counts."""

    calculator: str
    examples: int
    judge: float
    respond: float

    @property
    def kept(self) -> bool:
        """Whether both times are within their limits."""
        return self.judge <= LIMITS["judge"].get(self.calculator, JUDGE) and self.respond <= LIMITS["respond"].get(
            self.calculator, RESPOND
        )


def judged(root: Path, tools: Toolchain) -> list[Judged]:
    """Times every calculator; the browser's archives and snapshot are those of the site."""
    site = current_site(root)
    in_pyodide = respond_times(site, root, tools)
    return [
        Judged(name, len(found.cases.examples), judge_time(found, site), statistics.median(in_pyodide[name]))
        for name, found in sorted(site.calculators.items())
    ]


def judge_time(found: Found, site: Site) -> float:
    """Median milliseconds of `judge` in this process."""
    times = []
    for example in found.cases.examples:
        given = dict(example.answers)
        runs = (timed(found.calculator, given, example.variant, site.evidence) for _ in range(REPEATS))
        known = [each for each in runs if each is not None]
        times += [min(known)] if known else []
    return statistics.median(times)


def timed(calculator: Any, answers: dict[str, Any], variant: str | None, evidence: dict[str, Any]) -> float | None:
    """Milliseconds of one judgement; None for answers that are refused."""
    began = time.perf_counter()
    try:
        judge(calculator, answers, variant=variant, evidence=evidence)
    except AnswerError:
        return None
    return (time.perf_counter() - began) * 1000


def respond_times(site: Site, root: Path, tools: Toolchain) -> dict[str, list[float]]:
    """Milliseconds of each worked example in Pyodide, judged and drawn, by calculator; the quickest of several runs."""
    requests = list(example_requests(site))
    archives = build_archives(
        tools,
        logic=logic_folders(Project.at(root)),
        evidence=site.evidence,
        calculators=sorted(site.calculators),
        requests=requests,
    )
    run = replay(
        tools,
        library=archives.library,
        logic=archives.logic,
        snapshot=archives.snapshot,
        requests=[each for _ in range(REPEATS) for each in requests],
    )
    found: dict[str, list[float]] = {}
    for place, request in enumerate(requests):
        times = run.each[place :: len(requests)]
        found.setdefault(json.loads(request)["calculator"], []).append(min(times))
    return found


def judging_table(rows: list[Judged]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "Milliseconds to judge a worked example, median. CPython makes the result, Pyodide in Node draws it too.",
        "{ .caption }",
        "",
        "| Calculator | Worked examples | CPython | Limit | Pyodide | Limit |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        judge_limit = LIMITS["judge"].get(row.calculator, JUDGE)
        respond_limit = LIMITS["respond"].get(row.calculator, RESPOND)
        lines.append(
            f"| `{row.calculator}` | {row.examples} | {row.judge:.2f} | {judge_limit:.0f} "
            f"| {row.respond:.1f} | {respond_limit:.0f} |"
        )
    return "\n".join(lines)
