"""What stands around the pages of the one-file kit: the policy, what the copy is, its list, and the blocks of data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mkdocs_calculators.kit_pages import KitError, html_of
from mkdocs_calculators.verification import SEAL

NAME = "Open NET Guide"
BLOCK = "application/vnd.open-net-guide.gzip+base64"
_ENDING = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)
_LIST = "kit-list-goes-here"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a copy says about itself."""

    version: str
    """The newest version of content among the calculators."""
    built: str
    confirmed: str
    """The day on which evidence was last confirmed."""
    review_by: str
    """The first day on which a page is due for review."""
    calculators: int
    reviewed: int
    """How many of the pages name a clinician who has reviewed them."""

    @property
    def review(self) -> str:
        """Who has looked at it, in words."""
        if not self.reviewed:
            return "not yet reviewed by a clinician"
        return f"{self.reviewed} of {self.calculators} calculator pages reviewed by a clinician"


def shell(
    edition: Edition,
    *,
    policy: str,
    style: str,
    scripts: Sequence[str],
    listed: str,
    pages: Sequence[str],
    sheets: Mapping[str, str],
    blocks: Mapping[str, str],
) -> str:
    """Return the file.

    Args:
        edition: what it says about itself.
        policy: the Content-Security-Policy.
        style: the style sheet.
        scripts: the first runs before anything is drawn, the second after the list.
        listed: the HTML of the list of calculators, drawn and escaped by `html_of`.
        pages: the names of the other pages.
        sheets: by calculator the page on which its result is the board's sheet.
        blocks: base64 by the id under which the scripts look for it.
    """
    for text in (*scripts, style):
        if _ENDING.search(text):
            raise KitError("a script or style sheet of the kit holds what would end it in the page")
    first, last = scripts
    html = ET.Element("html", {"lang": "en", "data-md-color-primary": "custom", "data-md-color-accent": "custom"})
    head = _add(html, "head")
    _add(head, "meta", charset="utf-8")
    _add(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    _add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "meta", name="referrer", content="no-referrer")
    _add(head, "meta", name="net-digest", content=SEAL)
    _add(head, "title", text=NAME)
    _add(head, "script", text=first)
    _add(head, "style", text=style)
    body = _add(html, "body")
    _add(body, "a", {"class": "kit-skip", "href": "#kit-main"}, text="Skip to content")
    _header(body, edition)
    given = {"data-title": NAME, "data-pages": " ".join(pages), "data-sheets": json.dumps(dict(sheets))}
    main = _add(body, "main", {"id": "kit-main", "tabindex": "-1", **given})
    _list(main)
    _footer(body, edition)
    _add(body, "script", text=last)
    for name, text in blocks.items():
        _add(body, "script", {"type": BLOCK, "id": name}, text=text)
    return f"<!doctype html>\n{html_of(html)}\n".replace(_LIST, listed, 1)


def _header(body: ET.Element, edition: Edition) -> None:
    header = _add(body, "header", {"class": "kit-header"})
    line = _add(header, "p", {"class": "kit-name"})
    _add(line, "a", href="#", text=NAME)
    _add(line, "span", text=" all calculators in one file")
    nav = _add(header, "nav", {"aria-label": "Kit"})
    _add(nav, "a", href="#", text="All calculators")
    about = _add(body, "section", {"class": "kit-about", "aria-label": "About this copy"})
    said = f"Copy built on {edition.built} · content version {edition.version}"
    _add(about, "p", text=f"{said} · evidence last confirmed on {edition.confirmed} · {edition.review}")
    overdue = (
        f"A page of this copy was due for review by {edition.review_by}. Look for a newer copy before relying on it."
    )
    _add(
        about,
        "p",
        {"id": "kit-overdue", "class": "kit-overdue", "data-review-by": edition.review_by, "hidden": ""},
        text=overdue,
    )
    _add(about, "p", {"id": "kit-checks", "aria-live": "off"}, text="This copy checks itself once Python has started.")
    _add(about, "ul", {"id": "kit-differences", "class": "kit-differences", "hidden": ""})
    _add(_add(about, "noscript"), "p", text="The calculators, their criteria and sources need JavaScript in this file.")


def _list(main: ET.Element) -> None:
    section = _add(main, "section", {"id": "kit-list", "class": "kit-page"})
    search = _add(section, "div", {"class": "kit-search", "role": "search"})
    _add(search, "label", {"for": "kit-search"}, text="Find a calculator")
    given = {"type": "search", "id": "kit-search", "autocomplete": "off", "spellcheck": "false"}
    _add(search, "input", {**given, "placeholder": "Ki-67, creatinine, PRRT"})
    _add(search, "p", {"id": "kit-count", "role": "status"})
    _add(section, "ul", {"id": "kit-found", "class": "kit-found", "hidden": ""})
    _add(section, "div", {"id": "kit-all"}, text=_LIST)


def _footer(body: ET.Element, edition: Edition) -> None:
    footer = _add(body, "footer", {"class": "kit-footer"})
    _add(footer, "p", text="For professionals; not a substitute for the tumour board.")
    _add(footer, "p", text="Nothing that is entered leaves this file, and nothing is kept. It does not update itself.")
    built = _add(footer, "p", text=f"Built on {edition.built}, content version {edition.version}, SHA-256 ")
    _add(built, "code", text=SEAL)
    last = _add(footer, "p", text="Text under CC BY 4.0, code under MIT. ")
    _add(last, "a", href="#notices", text="Licences of everything inside")


def _add(
    parent: ET.Element, tag: str, attributes: Mapping[str, str] | None = None, *, text: str = "", **more: str
) -> ET.Element:
    node = ET.SubElement(parent, tag, {**(attributes or {}), **more})
    node.text = text or None
    return node
