"""An SVG under construction: lines, bars and wrapped words in two widths, for a page and for a phone held upright."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import dataclass

from mkdocs_calculators.binding import joined

WIDTH_OF_LETTER = 0.53  # of the font size, on average in the fonts that devices have; bold letters are wider
BOLD = 1.06


@dataclass(frozen=True)
class Layout:
    """Sizes in units of the drawing, which is about as many pixels wide where it is shown.

    `labels` is the width of the column of labels; 0: labels stand above what they name.
    """

    name: str
    width: int
    labels: int
    size: int = 14
    small: int = 13
    right: int = 16

    @property
    def left(self) -> int:
        """Where the axis begins."""
        return self.labels or self.right

    @property
    def leading(self) -> int:
        """From one line of words to the next."""
        return self.size + 4


WIDE = Layout("wide", width=740, labels=270)
NARROW = Layout("narrow", width=340, labels=0, right=12)
LAYOUTS = (WIDE, NARROW)


def wrapped(text: str, width: float, size: int, *, bold: bool = False) -> list[str]:
    """Return a text in lines that fit a width, no figure parted from its unit; a word that is too long stands alone."""
    room = width / (size * WIDTH_OF_LETTER * (BOLD if bold else 1))
    lines: list[str] = []
    for word in joined(text).split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def fits(text: str, width: float, size: int) -> bool:
    """Return whether a text fits a width in one line."""
    return len(text) * size * WIDTH_OF_LETTER * BOLD <= width


class Canvas:
    """Draws from top to bottom; `y` is how far it has come."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.y = 4.0
        given = {"role": "img", "xmlns": "http://www.w3.org/2000/svg"}
        given["data-search-exclude"] = ""  # the table below says the same
        self.svg = etree.Element("svg", {"class": f"net-diagram__{layout.name}", **given})

    def finish(self) -> etree.Element:
        """Return the drawing, as high as what is in it."""
        self.svg.set("viewBox", f"0 0 {self.layout.width} {self.y + 6:g}")
        return self.svg

    def line(self, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line."""
        ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        etree.SubElement(self.svg, "line", {"class": kind, **{name: f"{each:g}" for name, each in ends.items()}})

    def box(self, kind: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle."""
        sides = {"x": x, "y": y, "width": round(width, 1), "height": height}
        etree.SubElement(self.svg, "rect", {"class": kind, **{name: f"{each:g}" for name, each in sides.items()}})

    def dot(self, x: float, y: float, radius: float = 5) -> None:
        """Draw a point."""
        etree.SubElement(self.svg, "circle", {"class": "dot", "cx": f"{x:g}", "cy": f"{y:g}", "r": f"{radius:g}"})

    def write(self, text: str, x: float, y: float, kind: str = "text", anchor: str = "start") -> None:
        """Write one line of words, standing on `y`."""
        given = {"class": kind, "x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor}
        etree.SubElement(self.svg, "text", given).text = text

    def paragraph(self, text: str, x: float, width: float, kind: str = "text") -> None:
        """Write words below what is there, in as many lines as they need."""
        size = self.layout.small if kind == "small" else self.layout.size
        for each in wrapped(text, width, size, bold=kind == "label"):
            self.y += self.layout.leading
            self.write(each, x, self.y - 4, kind)

    def item(self, text: str, x: float, width: float) -> None:
        """Write an item of a list below what is there: a dash, and its lines behind it."""
        top = self.y
        self.paragraph("–", x, width)
        self.y = top
        self.paragraph(text, x + self.layout.size, width - self.layout.size)
