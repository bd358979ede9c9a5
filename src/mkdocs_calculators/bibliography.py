"""The works cited: docs/references.bib, each with one citation line and one link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pybtex.database import BibliographyDataError, parse_string
from pybtex.scanner import PybtexSyntaxError

from mkdocs_calculators.problems import Problem

SHOWN_AUTHORS = 3
_ENTRY = re.compile(r"^\s*@(?!comment|string|preamble)\w+\s*\{\s*(?P<key>[^,\s]+)\s*,", re.IGNORECASE)
_BRACES = re.compile(r"[{}]")


@dataclass(frozen=True)
class Source:
    """One work. `url` is the DOI's address, else the one given, else PubMed's, else None."""

    key: str
    citation: str
    url: str | None
    seen: bool
    line: int


def read_bibliography(path: Path, shown: str) -> tuple[dict[str, Source], list[Problem]]:
    """Return every work by key, and the problems that keep a file or an entry from being read."""
    if not path.is_file():
        return {}, []
    text = path.read_text(encoding="utf-8")
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _ENTRY.match(line)
        if match is None:
            continue
        if match["key"] in lines:
            problems.append(Problem(shown, number, f"{match['key']} is already on line {lines[match['key']]}"))
        lines.setdefault(match["key"], number)
    if problems:
        return {}, problems
    try:
        entries = parse_string(text, "bibtex").entries
    except (PybtexSyntaxError, BibliographyDataError) as error:
        place = int(getattr(error, "lineno", None) or 1)
        return {}, [Problem(shown, place, f"not BibTeX: {error}".replace("\n", " "))]
    sources: dict[str, Source] = {}
    for key, entry in entries.items():
        fields = {str(name).lower(): _BRACES.sub("", str(value)).strip() for name, value in entry.fields.items()}
        place = lines.get(key, 1)
        if not fields.get("title"):
            problems.append(Problem(shown, place, f"{key} has no title"))
        doi = fields.get("doi", "")
        if doi and not re.fullmatch(r"10\.\d{4,9}/\S+", doi):
            problems.append(Problem(shown, place, f"{key}: {doi!r} is not a DOI; write 10.1234/abc, without https://"))
        sources[key] = Source(key, citation(entry, fields), address(fields), fields.get("seen") == "yes", place)
    return sources, problems


def citation(entry: Any, fields: Mapping[str, str]) -> str:
    """Return a work in one line: people. title. where, year, volume, pages."""
    people = names(entry.persons.get("author") or entry.persons.get("editor") or [])
    where = fields.get("journal") or fields.get("booktitle") or fields.get("publisher") or ""
    extra = fields.get("howpublished", "")
    edition = f"{fields['edition']}th ed" if fields.get("edition") else ""
    volume = fields.get("volume", "") + (f"({fields['number']})" if fields.get("number") else "")
    pages = fields.get("pages", "").replace("--", "–")
    year = fields.get("year", "")
    place = ";".join(each for each in (year, volume) if each) + (f":{pages}" if pages and volume else "")
    if year and year in extra and not volume:
        place = ""
    parts = [people, fields.get("title", ""), edition, extra, f"{where} {place}".strip()]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def names(people: list[Any]) -> str:
    """Return the first authors as "Strosberg J, El-Haddad G, Wolin E, et al"; an organisation as it is written."""
    shown = []
    for person in people[:SHOWN_AUTHORS]:
        last = _BRACES.sub("", " ".join([*person.prelast_names, *person.last_names]))
        if last.lower() == "others":
            break
        initials = "".join(part[0] if len(part) > 3 else part.rstrip(".") for part in person.first_names)
        initials += "".join(part[0] for part in person.middle_names)
        shown.append(f"{last} {initials}".strip())
    more = len(people) > len(shown)
    return ", ".join([*shown, "et al"] if more and shown else shown)


def address(fields: Mapping[str, str]) -> str | None:
    """Return where a work can be read."""
    if fields.get("doi"):
        return f"https://doi.org/{fields['doi']}"
    if fields.get("url"):
        return fields["url"]
    if fields.get("pmcid"):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{fields['pmcid']}/"
    if fields.get("pmid"):
        return f"https://pubmed.ncbi.nlm.nih.gov/{fields['pmid']}/"
    return None
