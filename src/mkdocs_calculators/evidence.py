"""The evidence register: one record per statement, read from TOML and joined with the works it rests on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_calculators.bibliography import Source
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.project import Project
from mkdocs_calculators.toml_lines import key_line, read_toml, table_lines

NEEDED = ("statement", "population", "strength", "known", "confidence", "confirmed_on", "review_by")
POSITIONS = ("verdict", "evidence_says", "answer", "position_a", "position_b", "presentation")
ALLOWED = {*NEEDED, *POSITIONS, "sources", "figures", "notes", "disagrees", "evidence"}
ALLOWED |= {"do_not_implement", "unused"}
WITHOUT_SOURCE = "No citable"  # how the notes of a record begin that rests on arithmetic or on nothing citable
KNOWN = ("seen", "recalled")
CONFIDENCE = ("high", "medium", "low")


@dataclass(frozen=True)
class Record:
    """One statement of the register; the fields are those of the TOML table.

    A disagreement has `positions`: what each side says, or what became of a claim, and `evidence`, the records behind.
    `unused` is the reason why no rule and no page uses a record; empty where one does.
    """

    id: str
    statement: str
    figures: tuple[str, ...]
    population: str
    sources: tuple[tuple[str, str], ...]
    strength: str
    known: str
    confidence: str
    notes: str
    disagrees: tuple[str, ...]
    do_not_implement: bool
    confirmed_on: str
    review_by: str
    path: str
    line: int
    topic: str = ""
    positions: tuple[tuple[str, str], ...] = ()
    evidence: tuple[str, ...] = ()
    unused: str = ""

    @property
    def in_short(self) -> str:
        """The statement, and for a disagreement what each side says."""
        given = dict(self.positions)
        sides = [given[each] for each in ("position_a", "position_b") if each in given]
        return " ".join([self.statement, *sides])


@dataclass(frozen=True)
class Register:
    """The records that could be read, and the ids of those that are there but wrong, so that each is told once."""

    records: Mapping[str, Record]
    wrong: frozenset[str] = frozenset()


def read_evidence(project: Project, bibliography: Mapping[str, Source]) -> tuple[Register, list[Problem]]:
    """Return every record, and what is wrong with the others."""
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    places: dict[str, str] = {}
    for path in sorted(project.evidence.glob("*.toml")):
        shown = project.shown(path)
        content, problem = read_toml(path, shown)
        if problem is not None:
            problems.append(problem)
            continue
        lines = dict(table_lines(path))
        topic = topic_of(path)
        for record_id, entry in content.items():
            line = lines.get(record_id, 1)
            if record_id in places:
                problems.append(Problem(shown, line, f"{record_id} is already in {places[record_id]}"))
                continue
            places[record_id] = f"{shown}:{line}"
            wrong = record_problems(record_id, entry, bibliography)
            problems += [Problem(shown, key_line(path, line, key), said) for key, said in wrong]
            if not wrong:
                records[record_id] = record(record_id, entry, shown, line, topic)
    for each in records.values():
        for other in (*each.disagrees, *each.evidence):
            if other not in places:
                problems.append(Problem(each.path, each.line, f"{each.id}: {unknown('evidence', other, places)}"))
    return Register(records, frozenset(places.keys() - records.keys())), problems


def record_problems(record_id: str, entry: Any, bibliography: Mapping[str, Source]) -> list[tuple[str, str]]:
    """Return (key, message) for everything wrong with one table."""
    if not isinstance(entry, dict):
        return [(record_id, f"{record_id} must be a table")]
    wrong = [(key, unknown("key of evidence", key, ALLOWED)) for key in sorted(entry.keys() - ALLOWED)]
    said = [
        *((key, f"needs {key!r}") for key in NEEDED if not entry.get(key)),
        *_shape_problems(entry),
        *_source_problems(entry, bibliography),
    ]
    return wrong + [(key, f"{record_id}: {words}") for key, words in said]


def _shape_problems(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the values of a table, whatever they refer to."""
    for key in ("statement", "population", "strength", "notes", "unused", *POSITIONS):
        if not isinstance(entry.get(key, ""), str):
            yield key, f"{key} must be text"
    if entry.get("unused") == "":
        yield "unused", "unused says why: a short reason, or leave it out"
    for key, allowed in (("known", KNOWN), ("confidence", CONFIDENCE)):
        if entry.get(key) and entry[key] not in allowed:
            yield key, f"{key} is {entry[key]!r}; it can be {' or '.join(allowed)}"
    for key in ("figures", "disagrees", "evidence"):
        if not all(isinstance(each, str) for each in _listed(entry.get(key, []))):
            yield key, f"{key} must be a list of texts"
    for key in ("confirmed_on", "review_by"):
        if entry.get(key) and not is_day(entry[key]):
            yield key, f'{key} must be a day such as "2026-11-23"'


def _source_problems(entry: Mapping[str, Any], bibliography: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the works that a record names."""
    if not entry.get("sources") and not str(entry.get("notes", "")).startswith(WITHOUT_SOURCE):
        yield "sources", f"names no source; without one its notes must begin with “{WITHOUT_SOURCE} source” and say why"
    for given in _listed(entry.get("sources", [])):
        if not isinstance(given, dict) or not given.get("key") or given.keys() - {"key", "locator"}:
            yield "sources", 'a source is { key = "…", locator = "…" }'
        elif given["key"] not in bibliography:
            yield "sources", unknown("reference", str(given["key"]), bibliography)


def record(record_id: str, entry: Mapping[str, Any], path: str, line: int, topic: str) -> Record:
    """Make a record of a table that has no problems."""
    return Record(
        id=record_id,
        statement=entry["statement"],
        figures=tuple(entry.get("figures", ())),
        population=entry["population"],
        sources=tuple((each["key"], each.get("locator", "")) for each in entry.get("sources", ())),
        strength=entry["strength"],
        known=entry["known"],
        confidence=entry["confidence"],
        notes=entry.get("notes", ""),
        disagrees=tuple(entry.get("disagrees", ())),
        do_not_implement=bool(entry.get("do_not_implement", False)),
        confirmed_on=str(entry["confirmed_on"]),
        review_by=str(entry["review_by"]),
        path=path,
        line=line,
        topic=topic,
        positions=tuple((key, entry[key]) for key in POSITIONS if key in entry),
        evidence=tuple(entry.get("evidence", ())),
        unused=entry.get("unused", ""),
    )


def topic_of(path: Path) -> str:
    """Return the title of a register file: its first line, a comment, or its name."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ").strip() if first.startswith("#") else path.stem.replace("_", " ").capitalize()


def as_json(records: Mapping[str, Record], bibliography: Mapping[str, Source]) -> dict[str, dict[str, Any]]:
    """Return the register as `judge` and the templates take it: by id, sources and disagreements spelled out."""
    return {
        each.id: {
            "id": each.id,
            "statement": each.statement,
            "figures": list(each.figures),
            "population": each.population,
            "strength": each.strength,
            "known": each.known,
            "confidence": each.confidence,
            "notes": each.notes,
            "sources": [
                {
                    "key": key,
                    "citation": bibliography[key].citation,
                    "url": bibliography[key].url,
                    "locator": locator,
                }
                for key, locator in each.sources
            ],
            "disagrees": [
                {"id": other, "text": records[other].in_short} for other in each.disagrees if other in records
            ],
            "confirmed_on": each.confirmed_on[:7],
            "review_by": each.review_by[:7],
        }
        for each in records.values()
    }


def is_day(value: Any) -> bool:
    """Return whether a value is a calendar day, as TOML's own date or as text."""
    if isinstance(value, datetime.date):
        return True
    try:
        datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [None]
