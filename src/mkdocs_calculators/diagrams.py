"""Diagrams: what is drawn on an axis or as a pathway, read from TOML, and checked against rules and the register.

A diagram has `rows` (figures and spans on one axis), `bands` (what a rule says along one number) or `branches` (where
a panel places treatments in a situation). A figure that is typed stands in a record of its row, or it is a problem; all
others are taken from the rules, so a picture cannot say what register and rules do not. How it looks: picture.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guideline.units import format_exact
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.evidence import Record
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.toml_lines import read_toml

FENCE = "diagram"
KINDS = ("rows", "bands", "branches")
TOP = {"title", "description", "axis", "rule", *KINDS}
AXIS = {"label", "low", "high", "ticks", "logarithmic", "line", "line_label", "unit"}
RULE = {"calculator", "variant", "answers", "since", "fact", "report", "placements"}
ROW = {"label", "value", "from", "to", "note", "evidence", "open", "drawn_only", "report"}
BAND = {"label", "answers", "fact", "report", "evidence"}
BRANCH = {"label", "determinant", "answers", "branches"}
DAYS = {"week": 7, "weeks": 7}  # a record may say "3 weeks" where a rule counts 21 days


@dataclass(frozen=True)
class Diagram:
    """One diagram: what its file says, and where the file is."""

    name: str
    path: str
    data: Mapping[str, Any]

    @property
    def calculator(self) -> str:
        """The calculator whose rule it is drawn from, or nothing."""
        return str(self.data.get("rule", {}).get("calculator", ""))


def read_diagrams(folder: Path, shown: str) -> tuple[dict[str, Diagram], list[Problem]]:
    """Return every diagram of a folder by its name, and what is wrong with the files."""
    diagrams: dict[str, Diagram] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        place = f"{shown}/{path.name}"
        data, wrong = read_toml(path, place)
        said = [wrong] if wrong else [Problem(place, 1, each) for each in shape_problems(data)]
        problems += said
        if not said:
            diagrams[path.stem] = Diagram(path.stem, place, data)
    return diagrams, problems


def shape_problems(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what keeps a diagram from being drawn."""
    kinds = [kind for kind in KINDS if data.get(kind)]
    if len(kinds) != 1:
        yield f"a diagram has one of {', '.join(KINDS)}; this has {' and '.join(kinds) or 'none'}"
        return
    needed = ("title", "description", {"rows": "axis", "bands": "axis", "branches": "rule"}[kinds[0]])
    for key in needed:
        if not data.get(key):
            yield f"a diagram with {kinds[0]} needs {', '.join(needed)}; there is no {key!r}"
            return
    yield from _unknown_keys("diagram", data, TOP)
    yield from _unknown_keys("axis", data.get("axis", {}), AXIS)
    yield from _unknown_keys("rule", data.get("rule", {}), RULE)
    for row in data.get("rows", ()):
        yield from _unknown_keys("row", row, ROW)
        yield from _row_problems(row)
    for band in data.get("bands", ()):
        yield from _unknown_keys("band", band, BAND)
    waiting = list(data.get("branches", ()))
    while waiting:
        branch = waiting.pop(0)
        yield from _unknown_keys("branch", branch, BRANCH)
        waiting += branch.get("branches", ())


def _unknown_keys(kind: str, table: Mapping[str, Any], allowed: set[str]) -> Iterator[str]:
    for key in sorted(set(table) - allowed):
        yield unknown(f"key of {'an' if kind[0] in 'aeiou' else 'a'} {kind}", key, allowed)


def _row_problems(row: Mapping[str, Any]) -> Iterator[str]:
    if not row.get("label") or not {"value", "from", "report"} & set(row):
        yield f"row {row.get('label', '')!r} needs a label and a value, a report, or a span from … to …"
    if "from" in row and "to" not in row and not row.get("open"):
        yield f"row {row.get('label', '')!r} has a span that does not end; write to, or open = true"


def figure_problems(
    diagram: Diagram, records: Mapping[str, Record], calculators: Mapping[str, Found]
) -> Iterator[Problem]:
    """Yield what a diagram draws that no rule and none of the records it names holds."""
    from mkdocs_calculators.diagram_rules import RuleError, evidence_of, numbers_of_bands, report_of, steps_of

    try:
        for row in diagram.data.get("rows", ()):
            reported = report_of(diagram, row, calculators) if "report" in row else None
            cited = reported.evidence if reported else tuple(row.get("evidence", ()))
            drawn = [reported.value] if reported else _typed(row)
            for said in unheld(f"row {row['label']!r}", drawn, cited, records, diagram):
                yield Problem(diagram.path, 1, said)
        for band, numbers in numbers_of_bands(diagram, calculators):
            for said in unheld(f"band {band['label']!r}", numbers, tuple(band.get("evidence", ())), records, diagram):
                yield Problem(diagram.path, 1, said)
        for record_id in evidence_of(steps_of(diagram, calculators)):
            if record_id not in records:
                yield Problem(diagram.path, 1, unknown("evidence", record_id, records))
    except RuleError as error:
        yield Problem(diagram.path, 1, str(error))


def _typed(row: Mapping[str, Any]) -> list[float]:
    names = (name for name in ("value", "from", "to") if name not in row.get("drawn_only", ()))
    return [row[name] for name in names if row.get(name) is not None]


def unheld(
    what: str, numbers: Iterable[float], cited: tuple[str, ...], records: Mapping[str, Record], diagram: Diagram
) -> Iterator[str]:
    """Yield a problem for each number that none of the cited records holds, and for records that are not there."""
    if not cited:
        yield f"{what} names no evidence"
    for key in cited:
        if key not in records:
            yield unknown("evidence", key, records)
    held = held_by(cited, records, diagram.data.get("axis", {}).get("unit", ""))
    for number in numbers:
        if abs(float(number)) not in held:
            yield f"{what} draws {format_exact(number)}, which {' and '.join(cited) or 'no record'} does not hold"


def held_by(cited: Iterable[str], records: Mapping[str, Record], unit: str = "") -> dict[float, str]:
    """Return every number in the figures and statements of some records, as the record writes it.

    On an axis of days a record's weeks count as days as well.
    """
    held: dict[float, str] = {}
    for key in cited:
        if key not in records:
            continue
        text = " ".join((*records[key].figures, records[key].statement))
        for match in re.finditer(r"(?P<number>\d+(?:\.\d+)?)(?:\s(?P<unit>[a-z]+))?", text):
            held.setdefault(float(match["number"]), match["number"])
            if unit == "days" and match["unit"] in DAYS:
                days = float(match["number"]) * DAYS[match["unit"]]
                held.setdefault(days, format_exact(days))
    return held
