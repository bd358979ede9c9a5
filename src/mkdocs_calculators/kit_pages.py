"""The pages of the one-file kit: the articles of a built site, made to stand side by side in one document.

An id that only one page has to keep apart on the site gets the page's name in front; links between pages of the kit
become links inside it, and links to pages that are not in it become plain words.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from mkdocs_calculators.project import ProjectError

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
"""Attributes that hold ids."""
ASIDES = {"net-kind", "net-join"}
"""Classes of what stands beside a criterion's own words in its table: how it counts, how its parts are joined."""
LEFT_OUT = {"headerlink", "net-site-only"}
"""Classes of what only the site has: links to a heading, and what is said about the site alone."""


class KitError(ProjectError):
    """A site that cannot be made into one file; the message says why."""


class _Article(HTMLParser):
    """Builds a tree of the one article of a page."""

    def __init__(self, shown: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = shown
        self.builder: ET.TreeBuilder | None = None
        self.open: list[str] = []
        self.article: ET.Element | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article" and self.builder is None and self.article is None:
            self.builder = ET.TreeBuilder()
        if self.builder is None:
            return
        # A style in an attribute is refused by the policy, here as on the site.
        self.builder.start(tag, {name: value or "" for name, value in attrs if name != "style"})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.builder is None or tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            raise KitError(f"{self.shown}: </{tag}> closes nothing that is open there")
        self.builder.end(tag)
        if not self.open:
            self.article = self.builder.close()
            self.builder = None

    def handle_data(self, data: str) -> None:
        if self.builder is not None:
            self.builder.data(data)


def article_of(html: str, shown: str) -> ET.Element:
    """Return the article of a page; `shown` names the page in a message.

    Raises:
        KitError: the page has none, or its tags do not fit together.
    """
    reader = _Article(shown)
    reader.feed(html)
    reader.close()
    if reader.article is None:
        raise KitError(f"{shown} has no article")
    return reader.article


def moved(article: ET.Element, page: str, *, calculator: str | None, places: Mapping[str, str]) -> ET.Element:
    """Return the article as a page of the kit, changed in place.

    Args:
        article: from `article_of`.
        page: its path in the site, such as "calculators/albi.html".
        calculator: the id of its calculator, whose ids are already its own; None for the list.
        places: the paths of the pages in the kit, and the name of each there ("" for the list).
    """
    own = f"net-{calculator}" if calculator else None
    front = calculator or "list"

    def renamed(name: str) -> str:
        return name if own and (name == own or name.startswith(f"{own}-")) else f"{front}--{name}"

    for parent in list(article.iter()):
        for child in list(parent):
            if LEFT_OUT & set(child.get("class", "").split()):
                _remove(parent, child)
    for node in article.iter():
        if "id" in node.attrib:
            node.set("id", renamed(node.attrib["id"]))
        for name in REFERENCES:
            if name in node.attrib:
                node.set(name, " ".join(renamed(each) for each in node.attrib[name].split()))
        if node.tag == "a" and "href" in node.attrib:
            _lead(node, page, renamed, places)
        if node.get("src", "data:").partition(":")[0] != "data":
            raise KitError(f"{page} shows {node.attrib['src']}, which cannot be in one file")
    article.tag, article.attrib = "div", {"class": "md-typeset kit-article"}
    return article


def _lead(link: ET.Element, page: str, renamed: Callable[[str], str], places: Mapping[str, str]) -> None:
    address = urlsplit(link.attrib["href"])
    if address.scheme or address.netloc:
        return
    fragment = unquote(address.fragment)
    if not address.path:
        link.set("href", f"#{renamed(fragment)}")
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address.path)))
    name = places.get(target)
    if name is None:
        link.tag = "span"
        link.attrib.clear()
        link.set("class", "kit-elsewhere")
        return
    front = name.rpartition("/")[2]
    whole = not fragment or not front
    inside = fragment if fragment.startswith(f"net-{front}-") else f"{front}--{fragment}"
    link.set("href", f"#{name}" if whole else f"#{inside}")


def _remove(parent: ET.Element, child: ET.Element) -> None:
    """Take an element out and leave the text behind it."""
    place = list(parent).index(child)
    if child.tail and place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def ids_of(article: ET.Element) -> list[str]:
    """Return every id in a tree."""
    return [node.attrib["id"] for node in article.iter() if "id" in node.attrib]


def words_of(node: ET.Element) -> str:
    """Return the text of an element on one line, without what its table says about it."""
    return re.sub(r"\s+", " ", "".join(_texts(node))).strip()


def _texts(node: ET.Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if not ASIDES & set(child.get("class", "").split()):
            yield from _texts(child)
        yield child.tail or ""


def criteria_of(article: ET.Element) -> list[str]:
    """Return the criteria that a page's table names."""
    rows = [
        row
        for table in article.iter("table")
        if "net-every" in table.get("class", "").split()
        for row in table.iter("th")
        if row.get("scope") == "row"
    ]
    return [words_of(each) for each in rows]


def html_of(node: ET.Element) -> str:
    """Return an element as HTML, everything in it escaped."""
    return ET.tostring(node, encoding="unicode", method="html")
