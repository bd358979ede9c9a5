"""The short keys of links with a case: a committed table of facts, options and units, written and checked here.

A link that somebody keeps must never come to say something else, so a key or code is given once and for ever. New
facts get the next free ones; a renamed fact keeps its key and says in `was` what it was called; one that is no longer
asked keeps its line, marked `removed`. `given` counts everything ever given, so that a lost line is noticed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guideline.facts import Choice, Fact, Number, YesNo
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.toml_lines import key_line, read_toml, table_lines

Table = dict[str, Any]
EMPTY: Table = {"given": 0, "versions": [], "facts": {}}
HEAD = """\
# Short keys of links with a case. `calculators keys` adds what is new; what stands here stays, because people keep
# links. A renamed fact: rename its table and add was = ["its old id"]. A renamed option has
# options_were = { old = "new" }, and a fact that is no longer asked removed = true. `given` counts what was ever given.
"""
_FIRST = "abcdefghijklmnopqrstuvwxyz"
_LATER = _FIRST + "0123456789"
_KEY = re.compile(r"[a-z][a-z0-9]")
_CODE = re.compile(r"[a-z][a-z0-9]?")
_UNIT_CODE = re.compile(r"[a-z]")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ENTRY = frozenset(("key", "options", "units", "was", "options_were", "removed"))


def read_link_keys(path: Path, shown: str) -> tuple[Table, list[Problem]]:
    """Return the table and the problem that makes it unreadable; without a file it is empty."""
    if not path.is_file():
        return EMPTY, []
    table, wrong = read_toml(path, shown)
    if wrong is None and not isinstance(table.get("facts", {}), dict):
        wrong = Problem(shown, 1, "facts must be tables such as [facts.ki67_percent]")
    return (EMPTY, [wrong]) if wrong else ({**EMPTY, **table}, [])


def for_browser(table: Table) -> Table:
    """Return what links are written and read with: without what only an author needs."""
    return {"versions": table["versions"], "facts": table["facts"]}


def asked_facts(calculators: Mapping[str, Found]) -> dict[str, Fact]:
    """Return every fact that some calculator asks, in the order of calculators and forms."""
    return {fact.id: fact for _, found in sorted(calculators.items()) for fact in found.calculator.facts.values()}


def wanted(fact: Fact) -> tuple[list[str], list[str]]:
    """Return the options and the units of a fact that need a code; yes and no and its own unit have theirs."""
    options = [each.id for each in fact.options] if isinstance(fact, Choice) and not isinstance(fact, YesNo) else []
    units = [each.symbol for each in fact.units if each.symbol != fact.unit] if isinstance(fact, Number) else []
    return options, units


def check_link_keys(path: Path, shown: str, table: Table, calculators: Mapping[str, Found]) -> Iterator[Problem]:
    """Yield what is missing from the table, given twice, or lost; nothing for a guide that has no such file."""
    if not path.is_file():
        return
    lines = dict(table_lines(path))
    facts = asked_facts(calculators)
    for fact_id in facts.keys() - table["facts"].keys():
        said = f"{fact_id} has no key; run `calculators keys`, or if it was renamed, rename its table and add was"
        yield Problem(shown, 1, said)
    keys: dict[str, str] = {}
    for fact_id, entry in table["facts"].items():
        line = lines.get(f"facts.{fact_id}", 1)
        for said in _entry_problems(fact_id, entry, facts.get(fact_id), keys):
            yield Problem(shown, line, said)
    if given_in(table) != table["given"]:
        said = (
            f"given is {table['given']}, but {given_in(table)} keys and codes stand here: what was given once stays "
            "(removed = true for a fact that is no longer asked), and `calculators keys` alone adds"
        )
        yield Problem(shown, key_line(path, 0, "given"), said)
    yield from (Problem(shown, 1, said) for said in _version_problems(table["versions"], calculators))


def _entry_problems(fact_id: str, entry: Table, fact: Fact | None, keys: dict[str, str]) -> Iterator[str]:
    key = entry.get("key", "")
    if strange := sorted(entry.keys() - _ENTRY):
        yield f"{fact_id} has {strange[0]!r}; there is {', '.join(sorted(_ENTRY))}"
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        yield f"{fact_id} has the key {key!r}; it is a letter and a letter or digit"
    elif keys.setdefault(key, fact_id) != fact_id:
        yield f"{fact_id} has the key {key!r}, which is that of {keys[key]}"
    for part, shape in (("options", _CODE), ("units", _UNIT_CODE)):
        codes = [str(each) for each in entry.get(part, {}).values()]
        if wrong := [each for each in codes if codes.count(each) > 1 or not shape.fullmatch(each)]:
            yield f"{fact_id} has the code {wrong[0]!r} in {part}; each stands there once and is short, such as a"
    if fact is not None:
        yield from _lost(fact_id, entry, fact)
    elif entry.get("removed") is not True:
        yield f"no calculator asks {fact_id}; was it renamed (rename the table, add was), or is it removed = true?"


def _lost(fact_id: str, entry: Table, fact: Fact) -> Iterator[str]:
    """Yield what an entry lacks for a fact that is asked."""
    if entry.get("removed"):
        yield f"{fact_id} is marked removed, and is asked"
    for part, needed in zip(("options", "units"), wanted(fact), strict=True):
        if lost := [each for each in needed if each not in entry.get(part, {})]:
            yield f"{fact_id} has no code for {lost[0]!r} in {part}; run `calculators keys`"
    for old, new in entry.get("options_were", {}).items():
        if new not in wanted(fact)[0] or old in wanted(fact)[0]:
            yield f"{fact_id}: options_were says that {old!r} is {new!r} today, and it is not"


def _version_problems(versions: Iterable[Table], calculators: Mapping[str, Found]) -> Iterator[str]:
    known = [each.get("id") for each in versions]
    for version in sorted({found.calculator.content_version for found in calculators.values()} - {*known}):
        yield f"versions does not list {version}; add [[versions]] with id and changes, what a reader should know"


def given_in(table: Table) -> int:
    """Return how many keys and codes stand in the table."""
    entries = table["facts"].values()
    return sum(1 + len(each.get("options", {})) + len(each.get("units", {})) for each in entries)


def grown(table: Table, calculators: Mapping[str, Found]) -> Table:
    """Return the table with a key for every fact that has none, and a code for every option and unit.

    Raises:
        ValueError: something that was given once is no longer there.
    """
    if given_in(table) != table["given"]:
        raise ValueError(f"given is {table['given']}, but {given_in(table)} stand there: put back what was removed")
    entries: dict[str, Table] = {name: {**entry} for name, entry in table["facts"].items()}
    taken = {entry["key"] for entry in entries.values()}
    free = iter([one + two for one in _FIRST for two in _LATER])
    for fact_id, fact in asked_facts(calculators).items():
        entry = entries.setdefault(fact_id, {})
        if "key" not in entry:
            entry["key"] = next(each for each in free if each not in taken)
        for part, needed in zip(("options", "units"), wanted(fact), strict=True):
            if needed:
                entry[part] = _coded(entry.get(part, {}), needed)
    found = {**table, "facts": entries}
    return {**found, "given": given_in(found)}


def _coded(codes: Mapping[str, str], needed: Iterable[str]) -> dict[str, str]:
    made = dict(codes)
    free = [*_FIRST, *(one + two for one in _FIRST for two in _LATER)]
    for each in needed:
        if each not in made:
            made[each] = next(code for code in free if code not in made.values())
    return made


def as_toml(table: Table) -> str:
    """Return the table as its file has it."""
    lines = [HEAD, f"given = {table['given']}"]
    for each in table["versions"]:
        lines += ["", "[[versions]]", f"id = {_text(each['id'])}", f"changes = {_list(each['changes'])}"]
    for fact_id, entry in table["facts"].items():
        lines += ["", f"[facts.{fact_id}]", f"key = {_text(entry['key'])}"]
        for part in ("options", "units", "options_were"):
            if entry.get(part):
                pairs = ", ".join(f"{_name(name)} = {_text(code)}" for name, code in entry[part].items())
                lines.append(f"{part} = {{ {pairs} }}")
        if entry.get("was"):
            lines.append(f"was = {_list(entry['was'])}")
        if entry.get("removed"):
            lines.append("removed = true")
    return "\n".join(lines) + "\n"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _name(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
