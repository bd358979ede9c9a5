"""Diagrams: charts of spans and intervals on one axis, read from TOML, checked against the register, drawn as SVG.

A row has a label, a figure or a span or both, and the records that hold them: a figure that no record of its row has is
a problem, so a picture cannot say what the register does not. No script: the colours are the page's, and the same
figures stand below the picture as a table.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_calculators.evidence import Record
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.toml_lines import read_toml

FENCE = "diagram"
NEEDED = ("title", "description", "axis", "rows")
AXIS = {"label", "low", "high", "ticks", "logarithmic", "line", "line_label"}
ROW = {"label", "value", "from", "to", "note", "evidence", "open", "drawn_only"}
LABELS, WIDTH, RIGHT, ROW_HEIGHT, TOP = 250, 740, 24, 34, 12


@dataclass(frozen=True)
class Diagram:
    """One chart: what its file says, and where the file is."""

    name: str
    path: str
    data: Mapping[str, Any]


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
    missing = [each for each in NEEDED if not data.get(each)]
    if missing:
        yield f"a diagram needs {', '.join(NEEDED)}; there is no {missing[0]!r}"
        return
    for key in sorted(set(data["axis"]) - AXIS):
        yield unknown("key of an axis", key, AXIS)
    for row in data["rows"]:
        for key in sorted(set(row) - ROW):
            yield unknown("key of a row", key, ROW)
        if not row.get("label") or not {"value", "from"} & set(row):
            yield f"row {row.get('label', '')!r} needs a label and a value or a span from … to …"
        if "from" in row and "to" not in row and not row.get("open"):
            yield f"row {row.get('label', '')!r} has a span that does not end; write to, or open = true"


def figure_problems(diagram: Diagram, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield the figures of a diagram that none of the records of their row holds."""
    for row in diagram.data["rows"]:
        cited = row.get("evidence", [])
        if not cited:
            yield Problem(diagram.path, 1, f"row {row['label']!r} names no evidence")
        for key in cited:
            if key not in records:
                yield Problem(diagram.path, 1, unknown("evidence", key, records))
        held = {float(each) for key in cited if key in records for each in numbers_of(records[key])}
        for name in ("value", "from", "to"):
            number = row.get(name)
            if number is not None and name not in row.get("drawn_only", []) and abs(float(number)) not in held:
                said = f"row {row['label']!r} draws {number}, which {' and '.join(cited) or 'no record'} does not hold"
                yield Problem(diagram.path, 1, said)


def numbers_of(record: Record) -> list[str]:
    """Return every number among the figures of a record and in its statement."""
    return re.findall(r"\d+(?:\.\d+)?", " ".join((*record.figures, record.statement)))


@dataclass(frozen=True)
class Scale:
    """Turns a figure into a place on the drawing."""

    low: float
    high: float
    logarithmic: bool = False

    def at(self, number: float) -> float:
        """Return the place of a figure, kept inside the axis."""
        turn = math.log if self.logarithmic else float
        inside = min(max(number, self.low), self.high)
        share = (turn(inside) - turn(self.low)) / (turn(self.high) - turn(self.low))
        return round(LABELS + share * (WIDTH - LABELS - RIGHT), 1)


def draw_diagram(diagram: Diagram) -> etree.Element:
    """Return the figure: picture with title and description, and its figures as a table."""
    data = diagram.data
    figure = etree.Element("figure", {"class": "net-diagram", "id": f"diagram-{diagram.name}"})
    frame = {"class": "net-diagram__frame", "tabindex": "0", "role": "group", "aria-label": data["title"]}
    draw_chart(etree.SubElement(figure, "div", frame), diagram)
    details = etree.SubElement(figure, "details")
    etree.SubElement(details, "summary").text = "The same as a table"
    table = etree.SubElement(details, "table")
    etree.SubElement(table, "caption").text = f"{data['title']}. {data['axis']['label']}."
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for name in ("Row", "Figure", "Evidence"):
        etree.SubElement(head, "th", {"scope": "col"}).text = name
    body = etree.SubElement(table, "tbody")
    for row in data["rows"]:
        line = etree.SubElement(body, "tr")
        etree.SubElement(line, "th", {"scope": "row"}).text = row["label"]
        etree.SubElement(line, "td").text = words_of(row)
        etree.SubElement(line, "td").text = ", ".join(row["evidence"])
    return figure


def words_of(row: Mapping[str, Any]) -> str:
    """Return the figures of a row as they are read: "0.48 (0.35–0.67)", "0–3", "from 20"."""
    span = ""
    if "from" in row:
        span = f"from {row['from']}" if row.get("open") else f"{row['from']}–{row['to']}"
    if "value" in row:
        span = f"{row['value']} ({span})" if span else f"{row['value']}"
    return f"{span}, {row['note']}" if row.get("note") else span


def draw_chart(parent: etree.Element, diagram: Diagram) -> None:
    """Draw the rows below each other on one axis."""
    data, axis = diagram.data, diagram.data["axis"]
    scale = Scale(axis["low"], axis["high"], axis.get("logarithmic", False))
    bottom = TOP + ROW_HEIGHT * len(data["rows"])
    names = {part: f"diagram-{diagram.name}-{part}" for part in ("title", "desc")}
    svg = etree.SubElement(
        parent,
        "svg",
        {
            "viewBox": f"0 0 {WIDTH} {bottom + 58}",
            "role": "img",
            "aria-labelledby": " ".join(names.values()),
            "xmlns": "http://www.w3.org/2000/svg",
        },
    )
    etree.SubElement(svg, "title", {"id": names["title"]}).text = data["title"]
    described = "; ".join(f"{row['label']}: {words_of(row)}" for row in data["rows"])
    etree.SubElement(svg, "desc", {"id": names["desc"]}).text = f"{data['description']} {described}."
    for tick in axis["ticks"]:
        line(svg, "grid", scale.at(tick), TOP, scale.at(tick), bottom)
        write(svg, f"{tick:g}", scale.at(tick), bottom + 18, "middle")
    if "line" in axis:
        line(svg, "mark", scale.at(axis["line"]), TOP, scale.at(axis["line"]), bottom)
    write(svg, axis["label"], (LABELS + WIDTH - RIGHT) / 2, bottom + 38, "middle")
    if axis.get("line_label"):
        write(svg, axis["line_label"], (LABELS + WIDTH - RIGHT) / 2, bottom + 54, "middle", "small")
    for place, row in enumerate(data["rows"]):
        draw_row(svg, row, scale, TOP + ROW_HEIGHT * (place + 0.5))


def draw_row(svg: etree.Element, row: Mapping[str, Any], scale: Scale, middle: float) -> None:
    """Draw a row: its label, its span as a bar or as a whisker round its figure, and the figures in words."""
    write(svg, row["label"], 0, middle - 2, "start", "label")
    write(svg, words_of(row), 0, middle + 12, "start", "small")
    end: float = scale.high if row.get("open") else row.get("to", scale.high)
    if "from" in row and "value" in row:
        line(svg, "whisker", scale.at(row["from"]), middle, scale.at(end), middle)
        for edge in (row["from"], *([] if row.get("open") else [end])):
            line(svg, "whisker", scale.at(edge), middle - 5, scale.at(edge), middle + 5)
    elif "from" in row:
        start = scale.at(row["from"])
        box = {"x": start, "y": middle - 7, "width": max(round(scale.at(end) - start, 1), 3), "height": 14}
        etree.SubElement(svg, "rect", {"class": "bar", **{name: f"{each:g}" for name, each in box.items()}})
    if "value" in row:
        place = {"cx": f"{scale.at(row['value']):g}", "cy": f"{middle:g}", "r": "5"}
        etree.SubElement(svg, "circle", {"class": "dot", **place})


def line(svg: etree.Element, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
    """Draw a line."""
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    etree.SubElement(svg, "line", {"class": kind, **{name: f"{each:g}" for name, each in ends.items()}})


def write(svg: etree.Element, text: str, x: float, y: float, anchor: str, kind: str = "text") -> None:
    """Write words."""
    given = {"class": kind, "x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor}
    etree.SubElement(svg, "text", given).text = text
