"""Puts the figures into the page that shows them."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    stock: str
    ratio: str
    limit: str


def table(rows: list[Row], *, browser: str, pyodide: str, rounds: int) -> str:
    """The rows as Markdown, with what they were measured on."""
    lines = [
        f"Chromium {browser}, Pyodide {pyodide}, {os.cpu_count()} cores, {platform.system()}; "
        f"medians of {rounds} interleaved first visits, each with a new profile, from a local server with gzip.",
        "{ .caption }",
        "",
        "| What | Ours | Stock | Ratio | Limit |",
        "|---|---|---|---|---|",
        *(f"| {row.what} | {row.ours} | {row.stock} | {row.ratio} | {row.limit} |" for row in rows),
    ]
    return "\n".join(lines)


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
