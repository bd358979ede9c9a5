"""Small charts as SVG that stands in a page, once for a wide one and once for a phone, in the colours of the page."""

from __future__ import annotations

import math
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_calculators.canvas import LAYOUTS, WIDE, Canvas, Layout

HEIGHT = 190
LEFT, RIGHT, TOP, BOTTOM = 48, 26, 46, 30
APART = 28
"""From the axis to the first point, whose figure would else stand in that of the axis."""


@dataclass(frozen=True, slots=True)
class Series:
    """One chart: its name, and a value for each count."""

    name: str
    points: Sequence[tuple[float, float]]


def plot(title: str, series: Sequence[Series]) -> str:
    """A figure of HTML in one line; counts stand on a logarithmic axis, values begin at nothing."""
    figure = etree.Element("figure", {"class": "net-diagram", "id": "diagram-growth"})
    described = "; ".join(f"{each.name}: {words_of(each)}" for each in series)
    for layout in LAYOUTS:
        svg = draw(layout, series)
        svg.set("aria-label", f"{title}. {described}.")
        figure.append(svg)
    return etree.tostring(figure, encoding="unicode", short_empty_elements=False)


def words_of(series: Series) -> str:
    """The points as they are read: "10: 812, 100: 815"."""
    return ", ".join(f"{count:g}: {shown(value)}" for count, value in series.points)


def shown(value: float) -> str:
    """Three figures are enough."""
    return f"{float(f'{value:.3g}'):g}"


def draw(layout: Layout, series: Sequence[Series]) -> etree.Element:
    """The charts, two beside each other where there is room."""
    across = 2 if layout is WIDE else 1
    width = layout.width / across
    canvas = Canvas(layout)
    for place, each in enumerate(series):
        chart(canvas, each, (place % across) * width, (place // across) * HEIGHT, width)
    canvas.y = float(math.ceil(len(series) / across) * HEIGHT)
    return canvas.finish()


def chart(canvas: Canvas, series: Series, x: float, y: float, width: float) -> None:
    """Draws one chart into its place, whose corner is at x and y."""
    counts = [count for count, _ in series.points]
    most = top_of(max(value for _, value in series.points))
    low, high = math.log(counts[0]), math.log(counts[-1])

    def across(count: float) -> float:
        room = width - LEFT - APART - RIGHT
        return round(x + LEFT + APART + (math.log(count) - low) / (high - low) * room, 1)

    def down(value: float) -> float:
        return round(y + HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM), 1)

    canvas.write(series.name, x, y + 18, "label")
    for share in (0, 0.5, 1):
        canvas.line("grid", x + LEFT, down(share * most), x + width - RIGHT, down(share * most))
        canvas.write(f"{share * most:g}", x + LEFT - 10, down(share * most) + 4, "small", "end")
    for before, after in zip(series.points, series.points[1:], strict=False):
        canvas.line("whisker", across(before[0]), down(before[1]), across(after[0]), down(after[1]))
    for count, value in series.points:
        canvas.dot(across(count), down(value), 4)
        canvas.write(shown(value), across(count), down(value) - 10, "small", "middle")
        canvas.write(f"{count:g}", across(count), y + HEIGHT - BOTTOM + 18, "small", "middle")


def top_of(value: float) -> float:
    """The next round figure from a value on: 1, 2, 4, 5 or 8 times a power of ten."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= value)
