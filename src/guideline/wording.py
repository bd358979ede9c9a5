"""The fixed sentences of a result. Every headline and every reason is made here and nowhere else.

A result reports what published criteria say about what was entered; it never tells anyone what to do.
"""

from __future__ import annotations

from functools import cache

from guideline.comparisons import OPPOSITE, WORDS, Comparison
from guideline.facts import Number
from guideline.units import format_exact, format_number, with_unit

STATE_WORDS = {
    "contraindicated": "contraindicated",
    "criteria_not_met": "criteria not met",
    "not_enough_information": "not enough information",
    "met_with_cautions": "criteria met, with cautions",
    "criteria_met": "criteria met",
}


def counted(count: int, noun: str) -> str:
    """Return "1 caution", "2 cautions"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(words: list[str], most: int = 3, *, joint: str = "and") -> str:
    """Return "a, b and c", with the rest counted; where a name holds the word that joins, "a, b and c, and d"."""
    shown = [*words[:most], f"{len(words) - most} more"] if len(words) > most else words
    if len(shown) < 2:
        return "".join(shown)
    comma = "," if any(f" {joint} " in each for each in shown) else ""
    return f"{', '.join(shown[:-1])}{comma} {joint} {shown[-1]}"


@cache  # labels are few and asked for in every result
def lowered(label: str) -> str:
    """Return a label inside a sentence: "Platelets" as "platelets", "WHO grade" and "Ki-67 index" as they are."""
    first = label.split(" ", maxsplit=1)[0]
    return (
        label
        if len(first) < 2 or any(each.isupper() or each.isdigit() for each in first[1:])
        else (label[0].lower() + label[1:])
    )


def clear_number(fact: Number, value: float, limit: float | None = None) -> str:
    """Return a value for display with as many decimals as it takes not to look equal to a limit that it is not."""
    text = format_number(value, fact.decimals)
    for decimals in range(fact.decimals, fact.decimals + 6):
        text = format_number(value, decimals)
        if limit is None or value == limit or text != format_number(limit, decimals):
            break
    return text


def distance_text(fact: Number, value: float, limit: float) -> str:
    """Return how far a value lies from its limit: "12 below", "at the limit"."""
    if value == limit:
        return "at the limit"
    gap = clear_number(fact, abs(value - limit), 0.0)
    return f"{gap} {'above' if value > limit else 'below'}"


def why(comparison: Comparison, entered: str, compared: str, holds: bool) -> str:
    """Return one sentence: what was entered, what it is compared with, and the result."""
    fact = comparison.fact
    shown = entered if entered == compared else f"{entered} ({compared})"
    if isinstance(fact, Number):
        words = comparison.operator if holds else OPPOSITE.get(comparison.operator, "")
        if not words:
            return f"{fact.label} {shown} is not {comparison.limit}."
        limit = with_unit(format_exact(comparison.value), fact.unit)
        return f"{fact.label} {shown} is {WORDS[words]} {limit}."
    return f"{fact.label}: {shown}."


def unknown_why(label: str) -> str:
    """Return the reason of an unknown finding."""
    return f"{label}: not known."
