"""The rows of the report, and how they get into the page that shows them."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    other: str
    """What it is compared with; empty where the figure stands for itself."""
    figure: float
    """A ratio, or what `form` says."""
    limit: float | None = None
    aim: float | None = None
    form: str = "{:.2f}"

    @property
    def kept(self) -> bool:
        """Whether the limit is kept, as far as the figure is shown."""
        return self.limit is None or float(f"{self.figure:.3f}") <= self.limit

    @property
    def outcome(self) -> str:
        """In a word."""
        if self.limit is None:
            return ""
        if self.aim is not None and float(f"{self.figure:.3f}") <= self.aim:
            return "aim"
        return "limit" if self.kept else "**over**"

    def line(self) -> str:
        """As Markdown."""
        limit, aim = ("" if each is None else self.form.format(each) for each in (self.limit, self.aim))
        cells = (self.what, self.ours, self.other, self.form.format(self.figure), limit, aim, self.outcome)
        return f"| {' | '.join(cells)} |"


def compared(
    what: str,
    ours: Sequence[float],
    other: Sequence[float],
    *,
    form: str,
    limit: float | None,
    aim: float | None = None,
) -> Row:
    """A row of the medians of two series and their ratio; `form` shows each median."""
    mine, theirs = statistics.median(ours), statistics.median(other)
    return Row(what, form.format(mine), form.format(theirs), mine / theirs, limit, aim)


def table(rows: Sequence[Row], said: Sequence[str]) -> str:
    """The rows as Markdown, under what they were measured on."""
    machine = f"{os.cpu_count()} cores, {platform.system()}"
    return "\n".join(
        [
            f"{'; '.join([*said, machine])}.",
            "{ .caption }",
            "",
            "| What | Ours | Against | Measured | At most | Aim | Kept |",
            "|---|---|---|---|---|---|---|",
            *(row.line() for row in rows),
        ]
    )


def write_between_marks(page: Path, name: str, text: str) -> None:
    """Replaces what stands between the marks `<!-- name:start -->` and `<!-- name:end -->` of a page.

    Raises:
        ValueError: the page does not have both marks, once each and in order.
    """
    begin, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    content = page.read_text("utf-8")
    if content.count(begin) != 1 or content.count(end) != 1 or content.index(begin) > content.index(end):
        raise ValueError(f"{page} needs the lines {begin} and {end}, once each, in this order")
    before, _, rest = content.partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8", newline="\n")
