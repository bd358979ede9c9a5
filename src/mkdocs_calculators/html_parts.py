"""What stands in a built page: scripts, addresses, calculators, text. Read with lxml."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.html import document_fromstring

_CODE_TYPES = {"", "text/javascript", "application/javascript", "module"}
_TELLING = ("net-calculator", "script", "link")
_FETCHING = etree.XPath("(//@src|//@action|//@data|//@poster)/..")
_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on')]")
_TEXT = etree.XPath("//text()", smart_strings=False)
_NO_TEXT = ("code", "pre", "script", "style", "textarea", "template")


@dataclass
class Parts:
    """What one page is made of."""

    inline_scripts: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    awaited: list[tuple[str, str]] = field(default_factory=list)
    """What a browser waits for before it reads on: (`style` or `script`, address)."""
    calculators: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)


def _loaded(tag: str, given: dict[str, str]) -> list[str]:
    """Return the addresses that a browser fetches by itself because of a tag."""
    if tag == "link" and set(given.get("rel", "").split()) & {"canonical", "next", "prev", "alternate", "license"}:
        return []
    names = {"link": ("href",), "form": ("action",), "object": ("data",), "video": ("src", "poster")}
    wanted = names.get(tag, ("src",) if tag not in {"a", "area"} else ())
    return [given[name] for name in wanted if given.get(name)]


def _awaited(tag: str, given: dict[str, str]) -> tuple[str, str] | None:
    """Return what a tag makes a browser wait for."""
    if tag == "link" and given.get("rel") == "stylesheet" and given.get("href"):
        return "style", given["href"]
    if tag == "script" and given.get("src") and not {"async", "defer"} & set(given) and given.get("type") != "module":
        return "script", given["src"]
    return None


@lru_cache(maxsize=1024)
def read_parts(html: str) -> Parts:
    """Take a page's HTML apart; what it returns is shared and only read.

    A build looks at each page twice, and while a site is served most pages stay as they were.
    """
    parts = Parts()
    page = document_fromstring(html)
    for element in page.iter(*_TELLING):
        _add(parts, element)
    for element in _FETCHING(page):
        if element.tag not in _TELLING:
            _add(parts, element)
    parts.handlers = [str(each.attrname) for each in _HANDLERS(page)]
    return parts


def text_of(html: str) -> str:
    """Return what a reader reads of a page as prose, its code apart."""
    page = document_fromstring(html)
    etree.strip_elements(page, *_NO_TEXT, with_tail=False)
    return "".join(_TEXT(page))


def _add(parts: Parts, element: Any) -> None:
    """Take note of an element's scripts, addresses and calculator."""
    tag, given = element.tag, dict(element.attrib)
    if tag == "script" and "src" not in given and given.get("type", "") in _CODE_TYPES:
        parts.inline_scripts.append(element.text or "")
    if tag == "net-calculator":
        parts.calculators.append(given.get("data-calculator", ""))
    parts.loaded += _loaded(tag, given)
    awaited = _awaited(tag, given)
    if awaited and awaited not in parts.awaited:
        parts.awaited.append(awaited)


def pages_of(site_dir: Path) -> list[Path]:
    """Return every HTML file of a built site."""
    return sorted(site_dir.rglob("*.html"))
