"""Draws what a page takes from the project: calculators, limits, citations, lists of sources.

Prose parts are element trees, so that whatever stands in a source is escaped; a calculator is drawn by `presentation`.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from guideline import AnswerError, judge, questions
from guideline.rules import Criterion
from mkdocs_calculators.bibliography import Source
from mkdocs_calculators.cases import Example
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.evidence import Record
from mkdocs_calculators.limits import limit_text
from mkdocs_calculators.pages import Block, Value
from mkdocs_calculators.patients import Patient
from mkdocs_calculators.plain_words import facts_looked_at, reasons_against
from mkdocs_calculators.runtime.cache import kept, our_code
from mkdocs_calculators.site import Site
from presentation.pages import calculator_html
from presentation.patients import patients_html
from presentation.phrases import NOT_REREAD
from presentation.plain import looked_at_html

MOST_SHOWN = 12  # worked examples on a page; all of them are tested
PLACE = "data-cites"  # where a citation will stand, until its numbers are known
SOURCES_ID = "sources-of-this-page"
SOURCES_TITLE = "Sources of this page"


def kept_calculator(block: Block, site: Site, element_id: str, folder: Path) -> str:
    """Return what `draw_calculator` does, now or in an earlier build of the same content with the same code."""

    def drawn() -> bytes:
        return draw_calculator(block, site, element_id).encode("utf-8")

    if not site.content:
        return drawn().decode("utf-8")
    asked = repr((block.calculator, block.show, block.rows, element_id))
    parts = [sys.version, version("jinja2"), our_code(), site.content, asked]
    return kept(folder, "drawn", parts, drawn).decode("utf-8")


def draw_calculator(block: Block, site: Site, element_id: str) -> str:
    """Return the whole block of a calculator as HTML: form, criteria with sources, worked examples."""
    found = site.calculators[block.calculator]
    examples = found.cases.examples if "examples" in block.show else ()
    pairs = [(each, result_of(found, each, site)) for each in examples if each.shown]
    shown = representative([(each, result) for each, result in pairs if result is not None])
    if "plain" in block.show:
        return draw_looked_at(block, found, site)
    patients = draw_patients(found, element_id, brief="form" in block.show) if "patients" in block.show else ""
    return patients + calculator_html(
        questions(found.calculator),
        site.evidence,
        [example_json(each) for each, _ in shown],
        [result for _, result in shown],
        element_id=element_id,
        show=block.show,
        rows=block.rows,
    )


def draw_looked_at(block: Block, found: Found, site: Site) -> str:
    """Return what the rules of a block look at, in plain words."""
    against = reasons_against(block, found)
    words = ((fact.id, site.plain_words[fact.id]) for fact in facts_looked_at(block, found))
    return looked_at_html(
        [{"group": each.group, "name": each.name, "why": each.why, "against": fact in against} for fact, each in words]
    )


def draw_patients(found: Found, element_id: str, *, brief: bool) -> str:
    """Return the worked patients of a calculator: a list that opens them in the form, or every row with its reason."""
    patients = found.patients.patients
    results = [judge(found.calculator, dict(each.answers), variant=each.variant) for each in patients]
    asked = questions(found.calculator)
    return patients_html(asked, [patient_json(each) for each in patients], results, element_id=element_id, brief=brief)


def patient_json(patient: Patient) -> dict[str, Any]:
    """Return a worked patient as the templates take it."""
    rows = {row: {"because": each.because, "evidence": list(each.evidence)} for row, each in patient.expect.items()}
    return {
        "name": patient.name,
        "story": patient.story,
        "variant": patient.variant,
        "answers": dict(patient.answers),
        "rows": rows,
    }


def representative(pairs: list[tuple[Example, dict[str, Any]]]) -> list[tuple[Example, dict[str, Any]]]:
    """Return the examples that a page has room for: the first of each answer, then the rest in their order."""
    first: dict[str, int] = {}
    for place, (_, result) in enumerate(pairs):
        answer = ",".join(each["id"] for each in result["outcomes"]) if result["style"] == "outcome" else ""
        first.setdefault(f"{result['headline']['state']} {answer}", place)
    wanted = sorted(range(len(pairs)), key=lambda place: (place not in first.values(), place))[:MOST_SHOWN]
    return [pairs[place] for place in sorted(wanted)]


def example_json(example: Example) -> dict[str, Any]:
    """Return a worked example as the templates take it."""
    return {
        "name": example.name,
        "variant": example.variant,
        "answers": dict(example.answers),
        "source": example.source,
        "about": example.about,
    }


def result_of(found: Found, example: Example, site: Site) -> dict[str, Any] | None:
    """Return the result of a worked example, or None for one that shows refused answers."""
    try:
        return judge(found.calculator, dict(example.answers), variant=example.variant, evidence=site.evidence)
    except AnswerError:
        return None


def draw_value(value: Value, criterion: Criterion) -> etree.Element:
    """Return the limit of a criterion as a span that names its rule."""
    span = etree.Element("span", {"class": "net-value", "data-rule": " ".join(value.rule)})
    span.text = limit_text(criterion, value.unit, bare=value.bare)
    return span


@dataclass
class Citations:
    """The works that one page cites, numbered in the order in which they first appear."""

    site: Site
    numbers: dict[str, int] = field(default_factory=dict)
    records: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def cite(self, keys: Iterable[str]) -> etree.Element:
        """Return the place of one citation; `fill` writes its numbers once the whole page is known."""
        return etree.Element("sup", {"class": "net-citation", PLACE: ";".join(keys)})

    def fill(self, root: etree.Element) -> None:
        """Number the works in the order of reading, and write the numbers into their places."""
        for mark in root.iter("sup"):
            keys = mark.attrib.pop(PLACE, "")
            if keys:
                self.write(mark, keys.split(";"))

    def write(self, mark: etree.Element, keys: Iterable[str]) -> None:
        """Write the numbers of one citation; a record stands for the works that it rests on."""
        recalled: dict[str, bool] = {}
        for key in keys:
            record = None if key in self.site.bibliography else self.site.records[key]
            for work in self.works(key, record):
                self.numbers.setdefault(work, len(self.numbers) + 1)
                recalled[work] = recalled.get(work, False) or (record is not None and record.known == "recalled")
        works = sorted(recalled, key=lambda work: self.numbers[work])
        for work in works:
            link = etree.SubElement(mark, "a", {"href": f"#{anchor(work)}", "role": "doc-noteref"})
            link.set("title", self.title(work) + (f" ({NOT_REREAD})" if recalled[work] else ""))
            link.text = f"{self.numbers[work]}†" if recalled[work] else str(self.numbers[work])
            link.tail = "" if work == works[-1] else ",\u200b"  # in a narrow column the line may end here

    def works(self, key: str, record: Record | None) -> list[str]:
        """Return the keys under which a citation is listed, and note which record led there."""
        if record is None:
            return [key]
        for work, locator in record.sources:
            noted = self.records.setdefault(work, [])
            if (key, locator) not in noted:
                noted.append((key, locator))
        return [work for work, _ in record.sources] or [key]

    def title(self, work: str) -> str:
        """Return what a number stands for, in a line."""
        source = self.site.bibliography.get(work)
        return source.citation if source is not None else self.site.records[work].statement

    def draw(self) -> etree.Element:
        """Return the list of everything cited, to stand at the end of the page."""
        section = etree.Element("section", {"class": "net-sources", "role": "doc-endnotes"})
        heading = etree.SubElement(section, "h2", {"id": SOURCES_ID})
        heading.text = SOURCES_TITLE
        listed = etree.SubElement(section, "ol")
        for work in self.numbers:
            item = etree.SubElement(listed, "li", {"id": anchor(work)})
            source = self.site.bibliography.get(work)
            if source is None:
                describe_record(item, self.site.records[work])
                continue
            describe_source(item, source)
            self.note(item, work)
        if any(self.site.records[each].known == "recalled" for each in self.cited_records()):
            note = etree.SubElement(section, "p", {"class": "net-sources__note"})
            note.text = f"† {NOT_REREAD}: the statement is known from the work but was not seen again in it."
        return section

    def cited_records(self) -> set[str]:
        """Return the ids of the records that the page cites."""
        through_works = {record_id for noted in self.records.values() for record_id, _ in noted}
        return through_works | (self.numbers.keys() - self.site.bibliography.keys())

    def note(self, item: etree.Element, work: str) -> None:
        """Say for which records of the register a work is cited, and where in it; those of one kind share a line."""
        alike: dict[str, list[Record]] = {}
        for record_id, locator in self.records.get(work, []):
            record = self.site.records[record_id]
            words = [locator, NOT_REREAD if record.known == "recalled" else "", record.strength]
            alike.setdefault(" · ".join(each for each in words if each), []).append(record)
        for said, records in alike.items():
            note = etree.SubElement(item, "span", {"class": "net-sources__record"})
            for record in sorted(records, key=lambda each: each.id):
                shown = etree.SubElement(note, "span", {"title": record.statement})
                shown.text = record.id
                shown.tail = ", "
            shown.tail = f" · {said}" if said else ""


def anchor(key: str) -> str:
    """Return the id under which a work or record is listed on a page."""
    return f"source-{key.lower()}"


def describe_source(parent: etree.Element, source: Source) -> None:
    """Write a work with its link."""
    text = etree.SubElement(parent, "span", {"class": "net-sources__work"})
    text.text = source.citation
    text.tail = " "
    if source.url:
        link = etree.SubElement(parent, "a", {"href": source.url, "class": "net-sources__link", "rel": "noreferrer"})
        link.text = source.url.removeprefix("https://").removeprefix("http://")
        link.tail = " "
    if not source.seen:
        mark = etree.SubElement(parent, "span", {"class": "net-sources__doubt"})
        mark.text = f"({NOT_REREAD})"


def describe_record(parent: etree.Element, record: Record) -> None:
    """Write a record that rests on no citable work: what it says and why."""
    text = etree.SubElement(parent, "span", {"class": "net-sources__work"})
    text.text = f"{record.id}: {record.statement}"
    note = etree.SubElement(parent, "span", {"class": "net-sources__record"})
    note.text = record.notes


def draw_bibliography(site: Site) -> etree.Element:
    """Return every work of the bibliography, by its first author."""
    listed = etree.Element("ul", {"class": "net-bibliography"})
    for source in sorted(site.bibliography.values(), key=lambda each: each.citation.lower()):
        item = etree.SubElement(listed, "li", {"id": f"work-{source.key.lower()}"})
        describe_source(item, source)
    return listed
