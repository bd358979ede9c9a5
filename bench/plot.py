"""Small charts beside each other as SVG that stands in a page: its colours are the page's, light and dark."""

from __future__ import annotations

import math
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_calculators.diagrams import line, write

WIDTH, HEIGHT = 360, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 26, 40, 34
ACROSS = 2


@dataclass(frozen=True, slots=True)
class Series:
    """One chart: its name, and a value for each count."""

    name: str
    points: Sequence[tuple[float, float]]


def plot(title: str, series: Sequence[Series]) -> str:
    """A figure of HTML in one line, two charts to a row; counts on a logarithmic axis, values from nothing on."""
    rows = math.ceil(len(series) / ACROSS)
    figure = etree.Element("figure", {"class": "net-diagram", "id": "diagram-growth"})
    frame = etree.SubElement(
        figure, "div", {"class": "net-diagram__frame", "tabindex": "0", "role": "group", "aria-label": title}
    )
    svg = etree.SubElement(
        frame,
        "svg",
        {
            "viewBox": f"0 0 {ACROSS * WIDTH} {rows * HEIGHT}",
            "role": "img",
            "aria-labelledby": "diagram-growth-title diagram-growth-desc",
            "xmlns": "http://www.w3.org/2000/svg",
        },
    )
    etree.SubElement(svg, "title", {"id": "diagram-growth-title"}).text = title
    described = "; ".join(f"{each.name}: {words_of(each)}" for each in series)
    etree.SubElement(svg, "desc", {"id": "diagram-growth-desc"}).text = f"{described}."
    for place, each in enumerate(series):
        corner = ((place % ACROSS) * WIDTH, (place // ACROSS) * HEIGHT)
        chart(etree.SubElement(svg, "g", {"transform": f"translate({corner[0]} {corner[1]})"}), each)
    return etree.tostring(figure, encoding="unicode", short_empty_elements=False)


def words_of(series: Series) -> str:
    """The points as they are read: "10: 812, 100: 815"."""
    return ", ".join(f"{count:g}: {shown(value)}" for count, value in series.points)


def shown(value: float) -> str:
    """Three figures are enough."""
    return f"{float(f'{value:.3g}'):g}"


def chart(group: etree.Element, series: Series) -> None:
    """Draws one chart into the place of its group."""
    counts = [count for count, _ in series.points]
    most = top_of(max(value for _, value in series.points))
    low, high = math.log(counts[0]), math.log(counts[-1])

    def across(count: float) -> float:
        return round(LEFT + (math.log(count) - low) / (high - low) * (WIDTH - LEFT - RIGHT), 1)

    def down(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM), 1)

    write(group, series.name, 0, 16, "start", "label")
    for share in (0, 0.5, 1):
        line(group, "grid", LEFT, down(share * most), WIDTH - RIGHT, down(share * most))
        write(group, f"{share * most:g}", LEFT - 8, down(share * most) + 4, "end", "small")
    for before, after in zip(series.points, series.points[1:], strict=False):
        line(group, "whisker", across(before[0]), down(before[1]), across(after[0]), down(after[1]))
    for count, value in series.points:
        dot = {"cx": f"{across(count):g}", "cy": f"{down(value):g}", "r": "4"}
        etree.SubElement(group, "circle", {"class": "dot", **dot})
        write(group, shown(value), across(count), down(value) - 9, "middle", "small")
        write(group, f"{count:g}", across(count), HEIGHT - BOTTOM + 18, "middle", "small")


def top_of(value: float) -> float:
    """The next round figure from a value on: 1, 2, 4, 5 or 8 times a power of ten."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= value)
