"""Draws the register: every evidence record with what it says, how sure it is, and what rests on it."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree

from mkdocs_calculators.drawing import describe_source
from mkdocs_calculators.evidence import Record
from mkdocs_calculators.record_uses import RuleUse, Uses, uses_of
from mkdocs_calculators.site import Site
from presentation.phrases import NOT_REREAD

POSITION_WORDS = {
    "verdict": "Verdict on the claim",
    "evidence_says": "What the evidence says",
    "answer": "In one line",
    "position_a": "One position",
    "position_b": "The other",
    "presentation": "What this guide does",
}
FRAGMENT = "data-fragment"  # of a link to what MkDocs cannot see as an anchor: what a calculator's fence draws
MOST_LINES = 3  # of a calculator beside its name; more are folded


def draw_register(site: Site, path: str = "") -> etree.Element:
    """Return every evidence record, by topic, for the page at `path` (relative to the project)."""
    whole = etree.Element("div", {"class": "net-register"})
    links = Links(site, path)
    topics: dict[str, list[Record]] = {}
    for record in site.records.values():
        topics.setdefault(record.topic, []).append(record)
    uses = uses_of(site)
    for topic, records in topics.items():
        heading = etree.SubElement(whole, "h3")
        heading.text = topic
        for record in sorted(records, key=lambda each: natural(each.id)):
            box = draw_record(whole, record, site)
            draw_uses(box, record, uses[record.id], links)
    return whole


def draw_record(parent: etree.Element, record: Record, site: Site) -> etree.Element:
    """Write what one record says, and return its list of definitions."""
    box = etree.SubElement(parent, "div", {"class": "net-record", "id": record.id.lower()})
    statement = etree.SubElement(box, "p")
    name = etree.SubElement(statement, "strong")
    name.text = record.id
    name.tail = f" {record.statement}"
    facts = etree.SubElement(box, "dl")
    known = "seen in the source" if record.known == "seen" else NOT_REREAD
    terms = (
        *((POSITION_WORDS[key], words) for key, words in record.positions),
        ("Figures", "; ".join(record.figures)),
        ("Population", record.population),
        ("Strength", record.strength),
        ("Known", f"{known}, {record.confidence} confidence"),
        ("Notes", record.notes),
        ("Use in rules", "no: do not implement" if record.do_not_implement else ""),
        ("Confirmed", f"{record.confirmed_on}, review by {record.review_by}"),
    )
    for term, words in terms:
        if words:
            define(facts, term).text = words
    if record.sources:
        works = etree.SubElement(define(facts, "Sources"), "ul")
        for key, locator in record.sources:
            item = etree.SubElement(works, "li")
            describe_source(item, site.bibliography[key])
            if locator:
                place = etree.SubElement(item, "span")
                place.text = f"({locator})"
    return facts


class Links:
    """Makes links from the page with the register to the pages and calculators that use it."""

    def __init__(self, site: Site, path: str) -> None:
        self.folder = posixpath.dirname(path)
        self.titles = {page.path: str(page.meta.get("title", page.path)) for page in site.pages}
        self.shown: dict[str, str] = {}
        for page in site.pages:
            for block in page.blocks:
                if "criteria" in block.show and (block.calculator not in self.shown or "form" in block.show):
                    self.shown[block.calculator] = page.path

    def page(self, parent: etree.Element, path: str) -> etree.Element:
        """Link a page under its title."""
        link = etree.SubElement(parent, "a", {"href": posixpath.relpath(path, self.folder or ".")})
        link.text = self.titles[path]
        return link

    def rule(self, parent: etree.Element, used: RuleUse, record_id: str) -> etree.Element:
        """Link a calculator, and in it the line of its table of evidence that explains the record."""
        if used.calculator not in self.shown:
            link = etree.SubElement(parent, "span")
        else:
            link = self.page(parent, self.shown[used.calculator])
            link.set(FRAGMENT, f"net-{used.calculator}-{record_id if used.lines else 'criteria'}")
        link.text = used.title
        return link


def draw_uses(facts: etree.Element, record: Record, uses: Uses, links: Links) -> None:
    """Write what rests on a record: criteria of rules, pages, and what to do with other records."""
    for term, ids in (("Disagrees", record.disagrees), ("Rests on", record.evidence)):
        if ids:
            place = define(facts, term)
            for other in ids:
                link = etree.SubElement(place, "a", {"href": f"#{other.lower()}"})
                link.text = other
                link.tail = "" if other == ids[-1] else ", "
    if uses.rules:
        listed = etree.SubElement(define(facts, "Used by rules", searched=False), "ul")
        for used in uses.rules:
            draw_rule(etree.SubElement(listed, "li"), used, record, links)
    if uses.pages:
        listed = etree.SubElement(define(facts, "Used by pages", searched=False), "ul")
        for path, how in uses.pages.items():
            item = etree.SubElement(listed, "li")
            links.page(item, path).tail = f" ({', '.join(how)})"
    others = [path for path in uses.works if path not in uses.pages]
    if others:
        listed = etree.SubElement(define(facts, "Its source is cited by", searched=False), "ul")
        for path in others:
            links.page(etree.SubElement(listed, "li"), path)
    if record.unused:
        define(facts, "Not used").text = record.unused


def draw_rule(item: etree.Element, used: RuleUse, record: Record, links: Links) -> None:
    """Write one calculator and its lines that rest on a record."""
    link = links.rule(item, used, record.id)
    if not used.lines:
        link.tail = " (for a value worked out on the way)"
    elif len(used.lines) <= MOST_LINES:
        link.tail = f": {'; '.join(each.removesuffix('.') for each in used.lines)}"
    else:
        folded = etree.SubElement(item, "details")
        etree.SubElement(folded, "summary").text = f"{len(used.lines)} lines of its tables"
        lines = etree.SubElement(folded, "ul")
        for each in used.lines:
            etree.SubElement(lines, "li").text = each


def define(parent: etree.Element, term: str, *, searched: bool = True) -> etree.Element:
    """Add a term to a list of definitions and return the place for its words.

    What is not `searched` repeats the words of other pages, which the search finds where they stand.
    """
    more = {} if searched else {"data-search-exclude": ""}
    etree.SubElement(parent, "dt", more).text = term
    return etree.SubElement(parent, "dd", more)


def natural(record_id: str) -> tuple[str, int, str]:
    """Return a key that sorts PR-9 before PR-10."""
    prefix, _, number = record_id.partition("-")
    digits = "".join(each for each in number if each.isdigit())
    return prefix, int(digits or 0), number
