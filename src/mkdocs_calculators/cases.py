"""The worked examples of a calculator: `calculators/<id>.cases.toml`, read and validated."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.toml_lines import key_line, read_toml, table_lines

EXAMPLE_KEYS = {"name", "variant", "base", "answers", "expect", "source", "about", "shown"}
EXPECT_KEYS = {
    "headline", "text", "outcome", "outcomes", "options", "findings", "values", "missing", "problems", "warnings",
    "no_warnings",
    "not_used",
}  # fmt: skip
LIMIT_KEYS = {"criterion", "variants", "base", "fact", "unit", "met", "not_met", "unknown", "source"}


@dataclass(frozen=True)
class Example:
    """One named case with the verdicts that its source gives. `answers` are whole: the base is already in them."""

    name: str
    variant: str | None
    answers: Mapping[str, Any]
    expect: Mapping[str, Any]
    source: str
    line: int
    about: str = ""
    shown: bool = True


@dataclass(frozen=True)
class Limit:
    """Both sides of one threshold: the answers to one fact for which a criterion is met, and is not."""

    criterion: str
    variants: tuple[str | None, ...]
    fact: str
    met: tuple[Any, ...]
    not_met: tuple[Any, ...]
    answers: Mapping[str, Any]
    source: str
    line: int
    unit: str | None = None

    def cases(self) -> list[tuple[Any, str]]:
        """Return each answer to the fact with the verdict it should give, as (answer, verdict)."""
        both = [*((each, "met") for each in self.met), *((each, "not_met") for each in self.not_met)]
        return [(each if self.unit is None else {"value": each, "unit": self.unit}, said) for each, said in both]


@dataclass(frozen=True)
class Cases:
    """Everything in one cases file."""

    path: str
    examples: tuple[Example, ...] = ()
    limits: tuple[Limit, ...] = ()


@dataclass
class _Reader:
    """Collects what is wrong while one file is read."""

    path: Path
    shown: str
    problems: list[Problem] = field(default_factory=list)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)

    def wrong(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.shown, line, message))

    def keys(self, entry: dict[str, Any], allowed: set[str], line: int, kind: str) -> None:
        """Report keys that this kind of table does not have."""
        for key in entry.keys() - allowed:
            self.wrong(key_line(self.path, line, key), unknown(f"key of {kind}", key, allowed))

    def whole(self, entry: dict[str, Any], line: int) -> dict[str, Any]:
        """Return the answers of an entry on top of those of its base; the word "unknown" takes one away."""
        base = entry.get("base")
        answers: dict[str, Any] = {}
        if base is not None:
            if base in self.answers:
                answers.update(self.answers[base])
            else:
                said = unknown("earlier example", str(base), self.answers)
                self.wrong(key_line(self.path, line, "base"), said)
        given = entry.get("answers", {})
        if not isinstance(given, dict):
            self.wrong(key_line(self.path, line, "answers"), "answers must be a table: { fact = value }")
            given = {}
        answers.update(plain(given))
        return {fact: value for fact, value in answers.items() if value != "unknown"}

    def example(self, entry: dict[str, Any], line: int) -> Example | None:
        self.keys(entry, EXAMPLE_KEYS, line, "[[example]]")
        for needed in ("name", "expect", "source"):
            if not entry.get(needed):
                self.wrong(line, f"an example needs {needed!r}")
                return None
        name = str(entry["name"])
        if name in self.answers:
            self.wrong(line, f"two examples are named {name!r}; a name is an example's id")
        expect = entry["expect"]
        if not isinstance(expect, dict):
            self.wrong(key_line(self.path, line, "expect"), "expect must be a table: { headline = … }")
            return None
        for key in expect.keys() - EXPECT_KEYS:
            self.wrong(key_line(self.path, line, "expect"), unknown("key of expect", key, EXPECT_KEYS))
        answers = self.whole(entry, line)
        self.answers[name] = answers
        return Example(
            name=name,
            variant=entry.get("variant"),
            answers=answers,
            expect=plain(expect),
            source=str(entry["source"]),
            line=line,
            about=str(entry.get("about", "")),
            shown=bool(entry.get("shown", True)),
        )

    def limit(self, entry: dict[str, Any], line: int) -> Limit | None:
        self.keys(entry, LIMIT_KEYS, line, "[[limit]]")
        for needed in ("criterion", "fact", "met", "not_met", "source"):
            if needed not in entry:
                self.wrong(line, f"a limit needs {needed!r}")
                return None
        return Limit(
            criterion=str(entry["criterion"]),
            variants=tuple(entry.get("variants", [None])),
            fact=str(entry["fact"]),
            met=tuple(plain(entry["met"])),
            not_met=tuple(plain(entry["not_met"])),
            answers=self.whole(entry, line),
            source=str(entry["source"]),
            line=line,
            unit=entry.get("unit"),
        )


def read_cases(path: Path, shown: str) -> tuple[Cases, list[Problem]]:
    """Return a file's examples and limits, with a problem for each key or name that is not known."""
    content, problem = read_toml(path, shown)
    if problem is not None:
        return Cases(shown), [problem]
    reader = _Reader(path, shown)
    lines: dict[str, list[int]] = {}
    for name, line in table_lines(path):
        lines.setdefault(name, []).append(line)
    for key in content.keys() - {"example", "limit"}:
        line = lines.get(key, [key_line(path, 0, key)])[0]
        reader.wrong(line, unknown("table of a cases file", key, ("example", "limit")))
    examples = [reader.example(*each) for each in _entries(content, lines, "example")]
    limits = [reader.limit(*each) for each in _entries(content, lines, "limit")]
    cases = Cases(
        shown,
        tuple(each for each in examples if each is not None),
        tuple(each for each in limits if each is not None),
    )
    return cases, reader.problems


def _entries(content: dict[str, Any], lines: dict[str, list[int]], name: str) -> list[tuple[dict[str, Any], int]]:
    entries = content.get(name, [])
    entries = entries if isinstance(entries, list) else [entries]
    places = lines.get(name, [])
    return [(entry, places[i] if i < len(places) else 1) for i, entry in enumerate(entries) if isinstance(entry, dict)]


def plain(value: Any) -> Any:
    """Return TOML content as JSON would hold it: days as ISO text, everything else as it is."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value
