"""A problem: where something does not agree, what it is, and what would be allowed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One line of `calculators check`; `path` is relative to the project, lines count from 1."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def problems_as_json(problems: Iterable[Problem]) -> bytes:
    """Return problems as they are kept."""
    return json.dumps([[each.path, each.line, each.message] for each in problems]).encode("utf-8")


def problems_from_json(content: bytes) -> tuple[Problem, ...]:
    """Return problems that were kept."""
    return tuple(Problem(*each) for each in json.loads(content))


class ProblemsError(Exception):
    """Raised where a page cannot be drawn because something in the project does not agree."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(each) for each in self.problems))


def unknown(kind: str, given: str, allowed: Iterable[str]) -> str:
    """Say that a name does not exist and what does: the near misses, or everything when that is short."""
    names = sorted(allowed)
    if not names:
        return f"no {kind} {given!r}; there is none yet"
    near = get_close_matches(given, names, n=3, cutoff=0.6)
    if near and len(names) > 8:
        return f"no {kind} {given!r}; did you mean {' or '.join(near)}?"
    shown = names if len(names) <= 12 else [*names[:12], f"… ({len(names)} in all)"]
    return f"no {kind} {given!r}; there is {', '.join(shown)}"
