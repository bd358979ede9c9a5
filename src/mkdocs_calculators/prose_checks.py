"""Does a page's prose hold together? Figures have a source, headings make an outline, tables a caption, pictures words.

A figure is a number with a clinical unit. It comes from a rule (`[[value …]]`), or its sentence, list item or row of a
table cites where it is from. A table whose caption cites a source has one for each of its rows; a caption and the names
of columns say what is in the rows, and need none of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_calculators.pages import CITATION, VALUE, Page

UNITS = (
    r"%|per cent\b|percent\b|[kµmn]?g(?:/(?:m²|kg|d?L|day|h|mL))?|[kMG]Bq(?:/\w+)?|mCi|[mµ]Sv(?:/h)?|Gy"
    r"|mL(?:/min(?:/1\.73\s?m²)?)?|L"
    r"|(?:milli|micro)grams?|gigabecquerels?|[µmnp]mol/L|IU/L|U/L|mm(?:Hg|²)?|cm²?|kcal|HU|10⁹/L|×\s?10⁹/L"
    r"|hours?|days?|weeks?|months?|years?"
)
_NUMBER = r"(?<![\w.,/#=-])\d[\d\u00a0\u202f ]*(?:[.,]\d+)?"
_SPAN = rf"{_NUMBER}(?:\s?(?:–|-|to|or|and|±)\s?\d[\d.,]*)*"
FIGURE = re.compile(rf"(?P<figure>{_SPAN}[\s\u00a0\u202f\u2009-]?(?:{UNITS}))(?![\w/])")
CAPTION = re.compile(r"\{:?\s*\.caption\s*\}\s*$")
_CITED = re.compile(CITATION)
_DRAWN = re.compile(rf"95\s?% (?:confidence|credible|CI\b)|{VALUE}|\]\([^)\s]*\)|<[^>]+>|https?://\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[*_)”]*\s+(?!\[@)")
_ENDED = re.compile(r"[.!?][*_)”]*\s*$")
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+\S")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|^:\s+|^!!!|^\?\?\?")
_ROW = re.compile(r"^\s*\|")
_DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(|<img\b(?P<html>[^>]*)>")
_ALT = re.compile(r"\balt=(?:\"[^\"]+\"|'[^']+')")
WITHOUT_FIGURES = ("author",)  # pages on how the guide is made speak of bytes and seconds, not of patients


@dataclass(frozen=True)
class Unit:
    """What a citation covers: a sentence's paragraph, a list item, a row. `lines` are (number, text)."""

    kind: str
    lines: tuple[tuple[int, str], ...]


def prose_problems(page: Page) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for what is wrong with the prose of one page."""
    yield from outline_problems(page)
    yield from caption_problems(page)
    yield from picture_problems(page)
    if page.meta.get("audience") not in WITHOUT_FIGURES:
        yield from figure_problems(page)


def figure_problems(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each figure with a unit that neither a rule nor a citation stands behind."""
    above = ""
    caption_cited = False
    for unit in units_of(page.prose):
        text = " ".join(line for _, line in unit.lines)
        captions = bool(CAPTION.search(text))
        if unit.kind == "row":
            names_columns = above != "row"
            if not caption_cited and not names_columns:
                yield from uncited(unit)
        elif unit.kind != "heading" and not captions:
            yield from uncited(unit)
        if unit.kind != "row":
            caption_cited = captions and bool(_CITED.search(text))
        above = unit.kind


def uncited(unit: Unit) -> Iterator[tuple[int, str]]:
    """Yield the figures of the sentences of a unit that cite nothing; an item and a row count as one sentence."""
    for sentence in sentences(unit):
        text = "".join(each for _, each in sentence)
        if _CITED.search(text):
            continue
        bare = _DRAWN.sub(lambda found: " " * len(found[0]), text)
        match = FIGURE.search(bare)
        if match:
            line = line_at(sentence, match.start("figure"))
            shown = " ".join(match["figure"].split())
            yield line, f"{shown!r} has no source here; cite one, or insert the limit of a rule"


def sentences(unit: Unit) -> Iterator[list[tuple[int, str]]]:
    """Yield each sentence of a unit as its pieces, each with its line."""
    pieces: list[tuple[int, str]] = []
    for number, line in unit.lines:
        rest = line + " "
        while unit.kind == "paragraph" and (end := _SENTENCE_END.search(rest)) and end.end() < len(rest):
            yield [*pieces, (number, rest[: end.end()])]
            pieces, rest = [], rest[end.end() :]
        pieces.append((number, rest))
        if unit.kind == "paragraph" and _ENDED.search(line):
            yield pieces
            pieces = []
    if pieces:
        yield pieces


def line_at(pieces: list[tuple[int, str]], place: int) -> int:
    """Return the line of a place in the joined pieces."""
    for number, text in pieces:
        if place < len(text):
            return number
        place -= len(text)
    return pieces[-1][0]


def units_of(prose: tuple[str, ...]) -> Iterator[Unit]:
    """Yield the paragraphs, items, rows and headings of a page in their order."""
    kind = ""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(prose, 1):
        begins = kind_of(line)
        if (begins or not line.strip()) and lines:
            yield Unit(kind, tuple(lines))
            lines = []
        if not line.strip():
            continue
        if begins in {"row", "heading"}:
            yield Unit(begins, ((number, line),))
            continue
        kind = begins or (kind if lines else "paragraph")
        lines.append((number, line))
    if lines:
        yield Unit(kind, tuple(lines))


def kind_of(line: str) -> str:
    """Return what a line begins, or nothing when it goes on with what stands before."""
    if _HEADING.match(line):
        return "heading"
    if _ROW.match(line):
        return "row"
    return "item" if _ITEM.match(line) else ""


def outline_problems(page: Page) -> Iterator[tuple[int, str]]:
    """Yield headings that do not make an outline: one of level 1, first, and no level left out below it."""
    before = 0
    for number, line in enumerate(page.prose, 1):
        match = _HEADING.match(line)
        if match is None:
            continue
        level = len(match["marks"])
        if level == 1 and before:
            yield number, "a second heading of level 1; a page has one, its title"
        elif level > before + 1:
            above = f"level {before}" if before else "nothing"
            yield number, f"a heading of level {level} below {above}; the next is level {before + 1}"
        before = level
    if not before and page.meta:
        yield page.body_line, "no heading; a page begins with # and its title"


def caption_problems(page: Page) -> Iterator[tuple[int, str]]:
    """Yield tables that no caption stands before."""
    for index, line in enumerate(page.prose):
        is_table = _ROW.match(line) and index + 1 < len(page.prose) and _DELIMITER.match(page.prose[index + 1])
        if not is_table:
            continue
        above = next((each for each in reversed(page.prose[:index]) if each.strip()), "")
        if not CAPTION.search(above):
            yield index + 1, "a table without a caption; write a line above it and below that { .caption }"


def picture_problems(page: Page) -> Iterator[tuple[int, str]]:
    """Yield pictures without words for those who do not see them."""
    for number, line in enumerate(page.prose, 1):
        for match in _PICTURE.finditer(line):
            if not (match["alt"] or "").strip() and not _ALT.search(match["html"] or ""):
                yield number, "a picture without alt text; say in words what it shows"
