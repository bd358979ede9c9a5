"""What the report says of a figure, and that it gets into its place on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.plot import Series, plot, top_of
from bench.table import Row, compared, table, write_between_marks
from bench.tasks import BEGIN, FILLED, RESULT, longest
from mkdocs_calculators.canvas import LAYOUTS


def test_a_row_says_whether_aim_or_limit_is_kept() -> None:
    rows = [Row("x", "", "", figure, 0.32, 0.22) for figure in (0.22, 0.32, 0.3204, 0.33)]
    assert [row.outcome for row in rows] == ["aim", "limit", "limit", "**over**"]
    assert [row.kept for row in rows] == [True, True, True, False]
    assert Row("x", "", "", 99).kept


def test_the_medians_are_compared() -> None:
    row = compared("time", [3, 1, 2], [30, 10, 20], form="{:.0f} ms", limit=0.5, aim=0.05)
    assert row.line() == "| time | 2 ms | 20 ms | 0.10 | 0.50 | 0.05 | limit |"
    assert table([row], ["Browser 1", "medians of 3"]).startswith("Browser 1; medians of 3; ")


def test_the_report_stands_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter\n", encoding="utf-8")
    write_between_marks(page, "bench", "new")
    assert page.read_text("utf-8") == "before\n<!-- bench:start -->\n\nnew\n\n<!-- bench:end -->\nafter\n"
    with pytest.raises(ValueError, match="needs the lines"):
        write_between_marks(page, "growth", "new")


def test_the_longest_task_is_that_of_the_page_between_two_marks() -> None:
    def event(name: str, at: int, took: int | None = None, thread: int = 1) -> dict[str, object]:
        return {"name": name, "ts": at, "pid": 1, "tid": thread, **({} if took is None else {"dur": took})}

    events = [
        event(BEGIN, 0),
        event("RunTask", 10, 90_000),
        event(FILLED, 100_000),
        event("RunTask", 99_000, 8_000),
        event("RunTask", 120_000, 5_000),
        event("RunTask", 120_000, 70_000, thread=2),
        event(RESULT, 130_000),
        event("RunTask", 140_000, 60_000),
    ]
    assert longest(events, FILLED, RESULT) == 8
    assert longest(events, BEGIN, RESULT) == 90
    with pytest.raises(ValueError, match="not bench:filled"):
        longest(events[:1], FILLED, RESULT)


def test_a_chart_names_its_points_and_reaches_above_them() -> None:
    assert [top_of(each) for each in (0.7, 3.5, 40, 812, 1000)] == [0.8, 4, 40, 1000, 1000]
    drawn = plot("Growth", [Series("start-up, ms", [(10, 812), (1000, 815)])])
    assert "start-up, ms: 10: 812, 1000: 815." in drawn
    assert "\n" not in drawn
    assert drawn.count("<circle") == 2 * len(LAYOUTS)
