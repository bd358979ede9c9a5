"""Draws a diagram: a figure with its title and what it shows, the picture in two widths, and the same as a table.

No script, no style of its own: the colours are the page's, and the style sheet shows the width that fits.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guideline.units import format_exact, with_unit
from mkdocs_calculators.canvas import LAYOUTS, Canvas, Layout, fits
from mkdocs_calculators.diagram_rules import Step, Stretch, bands_of, report_of, steps_of
from mkdocs_calculators.diagrams import Diagram, held_by
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.evidence import Record

BAR, BAND = 14, 28
INDENT = 18


@dataclass(frozen=True)
class Row:
    """One row on the axis: a figure, a span, or both; `end` None: the span is open. `words` are its figures."""

    label: str
    words: str
    value: float | None
    start: float | None
    end: float | None
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Scale:
    """Turns a figure into a place on the drawing."""

    low: float
    high: float
    logarithmic: bool
    layout: Layout

    def at(self, number: float) -> float:
        """Return the place of a figure, kept inside the axis."""
        turn = math.log if self.logarithmic else float
        inside = min(max(number, self.low), self.high)
        share = (turn(inside) - turn(self.low)) / (turn(self.high) - turn(self.low))
        return round(self.layout.left + share * (self.layout.width - self.layout.left - self.layout.right), 1)


def draw_diagram(diagram: Diagram, records: Mapping[str, Record], calculators: Mapping[str, Found]) -> etree.Element:
    """Return the figure."""
    data, name = diagram.data, f"diagram-{diagram.name}"
    figure = etree.Element("figure", {"class": "net-diagram", "id": name})
    caption = etree.SubElement(figure, "figcaption")
    etree.SubElement(caption, "strong", {"id": f"{name}-title"}).text = data["title"]
    etree.SubElement(caption, "p", {"id": f"{name}-about"}).text = data["description"]
    rows = list(rows_of(diagram, records, calculators))
    bands = list(bands_of(diagram, calculators))
    steps = steps_of(diagram, calculators)
    table = [
        *([row.label, row.words, ", ".join(row.evidence)] for row in rows),
        *([band["label"], "; ".join(s.words for s in along), ", ".join(band["evidence"])] for band, along in bands),
        *([" › ".join(path), words, ", ".join(step.evidence)] for path, step, words in leaves(steps)),
    ]
    for layout in LAYOUTS:
        canvas = Canvas(layout)
        canvas.svg.set("aria-labelledby", f"{name}-title")
        canvas.svg.set("aria-describedby", f"{name}-{layout.name}")
        described = "; ".join(f"{label}: {words}" for label, words, _ in table)
        etree.SubElement(canvas.svg, "desc", {"id": f"{name}-{layout.name}"}).text = f"{described}."
        if steps:
            draw_steps(canvas, steps)
        else:
            draw_axis(canvas, data["axis"], rows, bands)
        figure.append(canvas.finish())
    draw_table(figure, data, table)
    return figure


def draw_table(figure: etree.Element, data: Mapping[str, Any], rows: list[list[str]]) -> None:
    """Add what the picture shows as a table, folded."""
    details = etree.SubElement(figure, "details")
    etree.SubElement(details, "summary").text = "The same as a table"
    table = etree.SubElement(details, "table")
    axis = f" {data['axis']['label']}." if "axis" in data else ""
    etree.SubElement(table, "caption").text = f"{data['title']}.{axis}"
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for name in ("Situation", "Placed") if "branches" in data else ("Row", "Figure"):
        etree.SubElement(head, "th", {"scope": "col"}).text = name
    etree.SubElement(head, "th", {"scope": "col"}).text = "Evidence"
    body = etree.SubElement(table, "tbody")
    for label, *cells in rows:
        line = etree.SubElement(body, "tr")
        etree.SubElement(line, "th", {"scope": "row"}).text = label
        for each in cells:
            etree.SubElement(line, "td").text = each


def rows_of(diagram: Diagram, records: Mapping[str, Record], calculators: Mapping[str, Found]) -> Iterator[Row]:
    """Yield the rows of a diagram, each figure written as its record writes it."""
    axis = diagram.data.get("axis", {})
    for row in diagram.data.get("rows", ()):
        if "report" in row:
            reported = report_of(diagram, row, calculators)
            words = with_unit(format_exact(reported.value), axis.get("unit", ""))
            words = f"{words}, {row['note']}" if row.get("note") else words
            yield Row(row["label"], words, None, axis["low"], reported.value, reported.evidence)
            continue
        held = held_by(row["evidence"], records)
        shown = {
            name: ("−" if row[name] < 0 else "") + held.get(abs(float(row[name])), format_exact(abs(row[name])))
            for name in ("value", "from", "to")
            if name in row
        }
        words = words_of(row, shown)
        yield Row(row["label"], words, row.get("value"), row.get("from"), row.get("to"), tuple(row["evidence"]))


def words_of(row: Mapping[str, Any], shown: Mapping[str, str]) -> str:
    """Return the figures of a row as they are read: "0.48 (0.35–0.67)", "0–3", "from 20"."""
    span = ""
    if "from" in row:
        joint = " to " if any(each.startswith("−") for each in shown.values()) else "–"
        span = f"from {shown['from']}" if row.get("open") else f"{shown['from']}{joint}{shown['to']}"
    if "value" in row:
        span = f"{shown['value']} ({span})" if span else shown["value"]
    return f"{span}, {row['note']}" if row.get("note") else span


def draw_axis(
    canvas: Canvas,
    axis: Mapping[str, Any],
    rows: list[Row],
    bands: list[tuple[Mapping[str, Any], list[Stretch]]],
) -> None:
    """Draw rows or bands below each other on one axis."""
    layout = canvas.layout
    scale = Scale(axis["low"], axis["high"], axis.get("logarithmic", False), layout)
    top, grid = canvas.y, len(canvas.svg)
    for row in rows:
        middle = draw_label(canvas, row.label, row.words, BAR)
        draw_row(canvas, row, scale, middle)
    for band, along in bands:
        middle = draw_label(canvas, band["label"], "; ".join(each.words for each in along), BAND)
        draw_band(canvas, along, scale, middle)
    below = Canvas(layout)  # the grid lies behind what is drawn on it
    for tick in axis["ticks"]:
        below.line("grid", scale.at(tick), top, scale.at(tick), canvas.y)
        canvas.write(f"{tick:g}".replace("-", "−"), scale.at(tick), canvas.y + layout.size + 2, anchor="middle")
    if "line" in axis:
        below.line("mark", scale.at(axis["line"]), top, scale.at(axis["line"]), canvas.y)
    canvas.svg[grid:grid] = list(below.svg)
    canvas.y += layout.size + 6
    for kind, words in (("text", axis["label"]), ("small", axis.get("line_label", ""))):
        canvas.paragraph(words, layout.left, layout.width - layout.left, kind)


def draw_label(canvas: Canvas, label: str, words: str, thickness: int) -> float:
    """Write a row's label and figures beside or above its place on the axis; return the middle of that place."""
    layout = canvas.layout
    top = canvas.y
    width = (layout.labels or layout.width) - 16
    canvas.paragraph(label, 0, width, "label")
    canvas.paragraph(words, 0, width, "small")
    if layout.labels:
        canvas.y = max(canvas.y, top + thickness) + 10
        return (top + canvas.y - 6) / 2
    canvas.y += thickness + 18
    return canvas.y - 10 - thickness / 2


def draw_row(canvas: Canvas, row: Row, scale: Scale, middle: float) -> None:
    """Draw a row: its span as a bar, or as a whisker round its figure."""
    end = scale.high if row.end is None else row.end
    if row.start is not None and row.value is not None:
        canvas.line("whisker", scale.at(row.start), middle, scale.at(end), middle)
        for edge in (row.start, *([] if row.end is None else [end])):
            canvas.line("whisker", scale.at(edge), middle - 5, scale.at(edge), middle + 5)
    elif row.start is not None:
        start = scale.at(row.start)
        canvas.box("bar", start, middle - BAR / 2, max(scale.at(end) - start, 3), BAR)
    if row.value is not None:
        canvas.dot(scale.at(row.value), middle)


def draw_band(canvas: Canvas, along: list[Stretch], scale: Scale, middle: float) -> None:
    """Draw what a rule says along a number, one box for each stretch, lighter and darker in turn."""
    for place, each in enumerate(along):
        start, end = scale.at(each.low), scale.at(each.high)
        canvas.box(f"band band-{place % 2 + 1}", start, middle - BAND / 2, end - start, BAND)
        if fits(each.text, end - start, canvas.layout.size):
            canvas.write(each.text, (start + end) / 2, middle + canvas.layout.size / 3, "inside", "middle")


def draw_steps(canvas: Canvas, steps: tuple[Step, ...], depth: int = 0) -> None:
    """Draw steps below each other, those of one level under one line, what is placed beside or under each."""
    x = 8 + depth * INDENT
    layout = canvas.layout
    first = last = 0.0
    rail = len(canvas.svg)
    for place, step in enumerate(steps):
        if place or depth:
            canvas.y += 6
        if depth == 0 and place:
            canvas.line("grid", 0, canvas.y + 2, layout.width, canvas.y + 2)
            canvas.y += 4
        top = canvas.y
        last = top + layout.leading - 8
        first = first or last
        canvas.dot(x, last, 4)
        width = (layout.labels or layout.width) - x - 14
        canvas.paragraph(step.label, x + 12, width, "label")
        if step.determinant:
            canvas.paragraph(step.determinant, x + 12, width, "small")
        if layout.labels and step.placed:
            below, canvas.y = canvas.y, top
            draw_placed(canvas, step, layout.labels + 8)
            canvas.y = max(canvas.y, below)
        else:
            draw_placed(canvas, step, x + 12)
        if step.below:
            draw_steps(canvas, step.below, depth + 1)
    line = Canvas(layout)
    line.line("rail", x, first, x, last)
    canvas.svg[rail:rail] = list(line.svg)


def draw_placed(canvas: Canvas, step: Step, x: float) -> None:
    """Write what is placed in a situation: where there is room, what is placed first beside the rest."""
    beside = bool(canvas.layout.labels) and len(step.placed) > 1
    width = (canvas.layout.width - x) / (2 if beside else 1)
    top = lowest = canvas.y
    for place, (words, titles) in enumerate(step.placed):
        if beside and place == 1:
            x, canvas.y = x + width, top
        canvas.paragraph(f"{words}:", x, width - 8, "small")
        for each in titles:
            canvas.item(each, x + 8, width - 16)
        lowest = max(lowest, canvas.y)
    canvas.y = lowest


def leaves(steps: tuple[Step, ...], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Step, str]]:
    """Yield each situation in which something is placed: the way to it, the step, and what is placed in words."""
    for each in steps:
        here = (*path, each.label)
        if each.placed:
            yield here, each, "; ".join(f"{words}: {', '.join(titles)}" for words, titles in each.placed)
        yield from leaves(each.below, here)
