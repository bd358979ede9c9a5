"""TOML with line numbers, which no parser gives: the tables of a file and where each begins.

The parser is the one that Python has as `tomllib`, compiled: some thirty thousand lines are read at every build.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from mkdocs_calculators.problems import Problem

_HEADER = re.compile(r"^\s*\[\[?\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_PLACE = re.compile(r"\s*\(at line (?P<line>\d+), column \d+\)$")
_AT_END = re.compile(r"\s*\(at end of document\)$")


def read_toml(path: Path, shown: str) -> tuple[dict[str, Any], Problem | None]:
    """Return a file's content, or the problem that makes it unreadable."""
    text = path.read_text(encoding="utf-8")
    try:
        return tomli.loads(text), None
    except tomli.TOMLDecodeError as error:
        said = str(error)
        place = _PLACE.search(said)
        line = int(place["line"]) if place else text.count("\n") + 1
        said = _AT_END.sub(" at the end of the file", _PLACE.sub("", said))
        return {}, Problem(shown, line, f"not TOML: {said}")


def table_lines(path: Path) -> list[tuple[str, int]]:
    """Return the name and line of each `[table]` and `[[table]]` header, in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = ((_HEADER.match(text), number) for number, text in enumerate(lines, 1))
    return [(match["name"].strip('"'), number) for match, number in found if match]


def key_line(path: Path, start: int, key: str) -> int:
    """Return the line of a key within the table that begins at `start`, or the line of the table itself."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, text in enumerate(lines[start:], start + 1):
        if _HEADER.match(text):
            break
        if re.match(rf"\s*\"?{re.escape(key)}\"?\s*[.=]", text):
            return number
    return start
