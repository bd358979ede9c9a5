"""A link with a case in the part after #, which no browser sends to a server.

`c2~<calculator>~<content version>~<authority or ->~<key><value>~…~<seal>`: every character survives e-mail programs,
and percent-encoding leaves it as it is. A key is two characters; a choice is the short code of an option, yes and no
are y and n, several codes are joined by dots and none of them is a dash, a day is eight digits, a number its digits,
then the code of its unit where that is not the usual one, then _ where an unusual value was confirmed. The seal is a
checksum: a link that was cut or edited is refused as a whole, because half a number is another number. Keys and codes
are a committed table (`calculators keys`). Nothing else fits in, so free text cannot.

The first form, `c=<calculator>&v=<version>&by=<authority>&<fact>=<answer>`, is still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from guideline.days import iso_text, read_day
from guideline.facts import Choice, Day, Fact, Number, SeveralOf, YesNo
from guideline.numerals import folded
from guideline.reading import shortened
from presentation import case_phrases
from presentation.boards import digest
from presentation.raw_answers import about_version, fillable, known_variant, quantity

if TYPE_CHECKING:
    from guideline import Calculator
    from guideline.reading import Read

Json = Mapping[str, Any]
FORM = 2
LONGEST = 4000  # characters; a whole case has about 400

_HEAD = re.compile(r"c([0-9]{1,4})(?:~|$)")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_QUANTITY = re.compile(r"(-?[0-9]{1,30}(?:\.[0-9]{1,30})?)([a-z]?)(_?)")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YES_NO = {"yes": "y", "no": "n"}


class Unreadable(ValueError):  # noqa: N818 - not an error of the program: it is what the reader is told
    """Why a link or a file brings no case at all, in words for the reader."""


def link_of(calculator: Calculator, read: Read, answers: Json, variant: str, table: Json) -> str:
    """Return the part of a link after #, with every answer that was read; KeyError for a fact without a key."""
    parts = [f"c{FORM}", calculator.id, calculator.content_version, variant]
    for fact_id, raw in answers.items():
        if fact_id in read.entered:
            entry = table["facts"][fact_id]
            parts.append(entry["key"] + _coded(calculator.facts[fact_id], raw, entry))
    body = "~".join(parts)
    return f"{body}~{digest(body)}"


def _coded(fact: Fact, raw: Any, entry: Json) -> str:
    if isinstance(fact, Number):
        text, unit, confirmed = quantity(fact, raw)
        return f"{text}{'' if unit == fact.unit else entry['units'][unit]}{'_' if confirmed else ''}"
    if isinstance(fact, SeveralOf):
        return ".".join(entry["options"][each.id] for each in fact.options if each.id in raw) or "-"
    if isinstance(fact, YesNo):
        return "y" if raw in (True, "yes") else "n"
    if isinstance(fact, Day):
        return iso_text(read_day(folded(raw))).replace("-", "")
    return str(entry["options"][raw])


def open_link(calculator: Calculator, text: str, table: Json) -> dict[str, Any]:
    """Return what a link brings to the form of one calculator: `answers`, `variant`, and `said`, lines for the reader.

    Raises:
        Unreadable: it is no whole link with a case, or not one for this calculator.
    """
    words = case_phrases.EXCHANGE
    if len(text) > LONGEST:
        raise Unreadable(words["link_too_long"])
    place = unquoted(text.strip().rpartition("#")[2])
    if place.startswith("c="):
        return _first_form(calculator, place, table)
    head = _HEAD.match(place)
    if head is None:
        raise Unreadable(words["no_link"])
    if int(head[1]) > FORM:
        raise Unreadable(words["newer_form"])
    body, _, seal = place.rpartition("~")
    parts = body.split("~")
    whole = _PLAIN.fullmatch(place) and digest(body) == seal
    if int(head[1]) != FORM or len(parts) < 4 or not whole:
        raise Unreadable(words["cut"])
    _, name, version, authority, *coded = parts
    _belongs(calculator, name)
    facts, said = _of_keys(calculator, coded, table)
    return _opened(calculator, version, authority, facts, said, table)


def _belongs(calculator: Calculator, name: str) -> None:
    if name != calculator.id:
        raise Unreadable(
            case_phrases.EXCHANGE["other_calculator"].format(name=shortened(name) or "?", title=calculator.title)
        )


def _opened(
    calculator: Calculator, version: str, authority: str, facts: list[tuple[str, Any]], said: list[str], table: Json
) -> dict[str, Any]:
    variant, wrong = known_variant(calculator, authority)
    answers, left_out = fillable(calculator, facts)
    about = about_version(version, calculator.content_version, table.get("versions", ()))
    return {"answers": answers, "variant": variant, "said": [*about, *wrong, *said, *left_out]}


def _of_keys(calculator: Calculator, coded: list[str], table: Json) -> tuple[list[tuple[str, Any]], list[str]]:
    """Return the facts and answers behind short keys, and a line for each key or code that has no meaning here."""
    words = case_phrases.EXCHANGE
    named = {entry["key"]: fact_id for fact_id, entry in table["facts"].items()}
    facts: list[tuple[str, Any]] = []
    said: list[str] = []
    for each in coded:
        key, value = each[:2], each[2:]
        fact_id = named.get(key)
        if fact_id is None:
            said.append(words["no_key"].format(key=shortened(key)))
            continue
        fact = calculator.facts.get(fact_id)
        raw = None if fact is None else _decoded(fact, value, table["facts"][fact_id])
        if fact is not None and raw is None:
            said.append(words["no_code"].format(label=fact.label))
        else:
            facts.append((fact_id, raw))
    return facts, said


def _decoded(fact: Fact, value: str, entry: Json) -> Any:
    """Return the answer behind a short value, or None when it has no meaning."""
    if isinstance(fact, Number):
        match = _QUANTITY.fullmatch(value)
        units = {code: symbol for symbol, code in entry.get("units", {}).items()} | {"": fact.unit}
        if match is None or match[2] not in units:
            return None
        return {"value": match[1], "unit": units[match[2]], "confirmed": bool(match[3])}
    if isinstance(fact, Day):
        match = _DAY.fullmatch(value)
        return f"{match[1]}-{match[2]}-{match[3]}" if match else None
    if isinstance(fact, YesNo):
        return {"y": "yes", "n": "no"}.get(value)
    options = {code: option for option, code in entry["options"].items()}
    if isinstance(fact, SeveralOf):
        codes = [] if value == "-" else value.split(".")
        found = [options.get(each) for each in codes]
        return None if None in found or len(set(codes)) != len(codes) else found
    return options.get(value)


def _first_form(calculator: Calculator, place: str, table: Json) -> dict[str, Any]:
    """Read the long form, which has no seal: that is said, because nothing tells whether it was cut."""
    words = case_phrases.EXCHANGE
    given: dict[str, str] = {}
    said = [words["first_form"]]
    facts: list[tuple[str, Any]] = []
    for key, value in _pairs(place):
        if key in ("c", "v", "by"):
            given.setdefault(key, value)
            continue
        fact_id, renamed = current_name(key, table)
        said += renamed
        fact = calculator.facts.get(fact_id)
        if fact is None:
            facts.append((fact_id, value))
        else:
            raw, renamed = _long_answer(fact, value, table)
            said += renamed
            facts.append((fact_id, raw))
    _belongs(calculator, given.get("c", ""))
    return _opened(calculator, given.get("v", ""), given.get("by", ""), facts, said, table)


def _pairs(place: str) -> Iterator[tuple[str, str]]:
    for each in place.split("&"):
        key, mark, value = each.partition("=")
        if mark:
            yield key, value.replace("+", " ")


def _long_answer(fact: Fact, value: str, table: Json) -> tuple[Any, list[str]]:
    if isinstance(fact, Number):
        confirmed = value.endswith("!")
        number, _, unit = value.removesuffix("!").partition("~")
        return {"value": number, **({"unit": unit} if unit else {}), "confirmed": confirmed}, []
    if not isinstance(fact, Choice):
        return value, []
    several = isinstance(fact, SeveralOf)
    named = ([] if value == "-" else value.split(",")) if several else [value]
    found, said = current_options(fact, named, table)
    return (found if several else found[0]), said


def current_name(name: str, table: Json) -> tuple[str, list[str]]:
    """Return what a fact is called today, with a line when that is another name."""
    for fact_id, entry in table.get("facts", {}).items():
        if name in entry.get("was", ()):
            return fact_id, [case_phrases.EXCHANGE["renamed"].format(was=name, now=fact_id)]
    return name, []


def current_options(fact: Choice, named: list[Any], table: Json) -> tuple[list[Any], list[str]]:
    """Return what the options of an answer are called today, with a line for each that has another name."""
    renamed = table.get("facts", {}).get(fact.id, {}).get("options_were", {})
    words = case_phrases.EXCHANGE["renamed"]
    old = [each for each in named if isinstance(each, str) and each in renamed]
    said = [words.format(was=each, now=fact.label_of(renamed[each])) for each in old]
    return [renamed[each] if each in old else each for each in named], said


def unquoted(text: str) -> str:
    """Return text with percent-encoding taken off, however often it was put on; what is no text stays as it is."""
    for _ in range(4):
        plain = _PERCENT.sub(_bytes, text)
        if plain == text:
            break
        text = plain
    return text


def _bytes(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
