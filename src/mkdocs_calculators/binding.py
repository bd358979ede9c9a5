"""Keeps on one line what is read as one word in prose: a figure and its unit, "n = 12", a range, a trial's name."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.treeprocessors import Treeprocessor

from presentation.unbroken import NAME, UNITS, WHOLE

NO_BREAK = "\u00a0"
LEFT_ALONE = {"code", "pre", "kbd", "script", "style", "svg"}
DRAWN = {"net-register", "net-bibliography"}  # long lists that are made from the records and the works
# A heading's words become its id, and its link is made from its text.
NOT_WHOLE = LEFT_ALONE | {"h1", "h2", "h3", "h4", "h5", "h6"}
_JOINED = re.compile(
    rf"(?<=\d) (?=(?:{UNITS}))"  # 20 %, 75 × 10⁹/L
    r"|(?<=\d ×) (?=10)|(?<=\d\u00a0×) (?=10)"
    r"|(?<=\b[np]) (?=[=<>] ?\d)|(?<=\b[np] [=<>]) (?=\d)"  # n = 12
    r"|(?<=[\w)\]”.,]) (?=· )|^ (?=· )"  # a dot between links stays with the one before it
)
_NAME = re.compile(NAME)


class Binding(Treeprocessor):
    """Puts no-break spaces and unbroken names into the text of a page, except into code."""

    def run(self, root: etree.Element) -> None:
        """Go through all text; what a calculator draws is not in the tree."""
        bind(root, whole=True)


def bind(element: etree.Element, *, whole: bool) -> None:
    """Bind the text of an element and of everything in it. `whole`: names may be put into elements of their own."""
    if element.tag in LEFT_ALONE or element.get("class") in DRAWN:
        return
    inside = whole and element.tag not in NOT_WHOLE
    children = list(element)
    element.text, named = parted(element.text, whole=inside)
    for place, one in enumerate(named):
        element.insert(place, one)
    for child in children:
        bind(child, whole=inside)
        child.tail, named = parted(child.tail, whole=inside)
        place = list(element).index(child) + 1
        for one in reversed(named):
            element.insert(place, one)


def parted(text: str | None, *, whole: bool) -> tuple[str | None, list[etree.Element]]:
    """Return a text up to its first name or range, and each of them with what follows it."""
    if not text:
        return text, []
    bound = joined(text)
    names = list(_NAME.finditer(bound)) if whole else []
    if not names:
        return bound, []
    return bound[: names[0].start()], list(_wrapped(bound, names))


def joined(text: str) -> str:
    """Return a text with no-break spaces inside what is read as one word."""
    return _JOINED.sub(NO_BREAK, text)


def _wrapped(text: str, names: list[re.Match[str]]) -> Iterator[etree.Element]:
    ends = [*(name.start() for name in names[1:]), len(text)]
    for name, end in zip(names, ends, strict=True):
        one = etree.Element("span", {"class": WHOLE})
        one.text = name.group()
        one.tail = text[name.end() : end]
        yield one
