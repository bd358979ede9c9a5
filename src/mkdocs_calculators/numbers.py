"""Numbers in sentences: which one does a criterion state, and does its wording agree with the comparison?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guideline.facts import Number
from guideline.units import Decimal, find_unit, spelled

_NUMBER = re.compile(
    r"(?<![\w.,])(?<!\w[-‑])(?P<sign>(?<![^\s(])[-−])?(?P<number>\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+|\d+)"
    r"(?P<fraction>[.·]\d+)?(?![\d⁰¹²³⁴-⁹])"
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)

# Words right before a number, and what comparison they state. Longer ones first: "not above" is not "above".
_BEFORE = (
    (r"(?:not|no)\s+(?:above|more than|higher than|over|longer than)|at most|up to|≤|within|no later than", "<="),
    (r"(?:not|no)\s+(?:below|less than|fewer than|lower than|under)|at least|≥|minimum of", ">="),
    (r"above|more than|over|greater than|higher than|exceeds|exceeding|longer than|>", ">"),
    (r"below|less than|fewer than|under|lower than|shorter than|<", "<"),
)
_AFTER = (
    (r"or (?:more|above|higher|over|longer)(?! than)", ">="),
    (r"or (?:less|fewer|below|lower|under)(?! than)", "<="),
)
_UNIT = r"[^.;:()]{0,24}?"


@dataclass(frozen=True)
class Stated:
    """A number in a text and what follows it."""

    value: float
    start: int
    end: int
    rest: str


def numbers_in(text: str) -> list[Stated]:
    """Return the numbers of a text, digits or words; not those inside a name ("Ki-67", "177Lu") or a power ("10⁹")."""
    found = []
    for match in _NUMBER.finditer(text):
        if match["number"] == "10" and re.match(r"[⁰¹²³⁴-⁹]", text[match.end() :]):
            continue
        digits = re.sub(r"\D", "", match["number"])
        value = float(digits + (match["fraction"] or "").replace("·", "."))
        found.append(Stated(-value if match["sign"] else value, match.start(), match.end(), text[match.end() :]))
    found += [
        Stated(float(_WORDS[match[0].lower()]), match.start(), match.end(), text[match.end() :])
        for match in _WORD.finditer(text)
    ]
    return sorted(found, key=lambda each: each.start)


def states(text: str, threshold: float) -> bool:
    """Return whether a text has the number of its rule; true too when it has no number at all."""
    found = numbers_in(text)
    return not found or any(each.value == threshold for each in found)


def wording_of(text: str, threshold: float) -> str | None:
    """Return the comparison that the words around a number state ("at most 20" is "<="), or None if they do not."""
    for each in numbers_in(text):
        if each.value != threshold:
            continue
        stated = side_of(text[: each.start], each.rest)
        if stated is not None:
            return stated
    return None


def side_of(before: str, after: str) -> str | None:
    """Return the comparison that the words around a number state, or None where they state none."""
    for words, operator in _BEFORE:
        if re.search(rf"(?:^|\W|(?<=[<>≤≥]))(?:{words})$", before.rstrip(), re.IGNORECASE):
            return operator
    for words, operator in _AFTER:
        if re.match(rf"{_UNIT}\s{words}\b", after, re.IGNORECASE):
            return operator
    return None


def figures_have(figures: Iterable[str], threshold: float, fact: Number) -> bool:
    """Return whether a record's figures hold a threshold, in the fact's unit or exactly converted from another."""
    return any(_figure_is(figure, threshold, fact) for figure in figures)


def _figure_is(figure: str, threshold: float, fact: Number) -> bool:
    for each in numbers_in(figure):
        unit = _unit_after(each.rest)
        named = find_unit(fact.units, unit) if unit else None
        if each.value == threshold and (not unit or not fact.unit or named is None or named.symbol == fact.unit):
            if named is None and unit and fact.unit and not _same_words(unit, fact.unit):
                continue
            return True
        if named is not None and named.symbol != fact.unit:
            digits, _, fraction = f"{each.value:.10g}".partition(".")
            if named.to_own(Decimal(int(digits + fraction), len(fraction))) == threshold:
                return True
    return False


def _unit_after(rest: str) -> str:
    text = re.sub(r"^[\s\u00a0]*[×x]?[\s\u00a0]*", "", rest)
    text = re.sub(r"^(?:–|-|to|and|or)\s*\d.*?\s(?=\D)", "", text)
    return re.split(r"[;,(]| within | at | after | before | for ", text)[0].strip()


def _same_words(unit: str, own: str) -> bool:
    return (
        spelled(unit).endswith(spelled(own))
        or spelled(own).endswith(spelled(unit))
        or spelled(unit).startswith(spelled(own))
        or spelled(unit) == spelled(own).removesuffix("s")  # 1 month, 2 months
    )
