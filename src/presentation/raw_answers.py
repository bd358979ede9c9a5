"""Answers that come from outside the form: one way of writing each, and what of them can be filled in.

Links and files with a case are read here like the form is: by `guideline.read_answers`, one fact at a time, so that
what cannot be read is named and stays unanswered while the rest is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from guideline.days import iso_text, read_day
from guideline.facts import Day, Fact, Number, SeveralOf, YesNo
from guideline.numerals import decimal_text, folded, read_numeral
from guideline.reading import AnswerError, read_answers, shortened
from guideline.units import find_unit
from presentation import case_phrases

if TYPE_CHECKING:
    from guideline import Calculator

Json = Mapping[str, Any]
MOST_NAMED = 40  # lines about answers that were left out; a made-up file is not repeated back without end


def quantity(fact: Number, raw: Any) -> tuple[str, str, bool]:
    """Return a number that has been read before: its digits with a point, the symbol of its unit, whether confirmed."""
    given: Json = raw if isinstance(raw, Mapping) else {"value": raw}
    numeral = read_numeral(given["value"])
    typed = given.get("unit") or numeral.unit
    unit = (find_unit(fact.units, typed) if typed else None) or fact.units[0]
    return decimal_text(numeral.number).replace("−", "-"), unit.symbol, given.get("confirmed") is True


def canonical(fact: Fact, raw: Any) -> Any:
    """Return an answer that has been read before in the one shape that forms and files use."""
    if isinstance(fact, Number):
        text, unit, confirmed = quantity(fact, raw)
        return {"value": text, **({"unit": unit} if unit else {}), **({"confirmed": True} if confirmed else {})}
    if isinstance(fact, YesNo) and isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(fact, SeveralOf):
        return [each.id for each in fact.options if each.id in raw]
    return iso_text(read_day(folded(raw))) if isinstance(fact, Day) else raw


def fillable(calculator: Calculator, raws: Iterable[tuple[str, Any]]) -> tuple[dict[str, Any], list[str]]:
    """Return the answers that the form of a calculator can take, and one sentence for each that it cannot.

    A value that is possible but unusual is taken: the form asks for a yes, as if it had been typed.
    """
    words = case_phrases.EXCHANGE
    answers: dict[str, Any] = {}
    said: list[str] = []
    twice: set[str] = set()
    for fact_id, raw in raws:
        fact = calculator.facts.get(fact_id)
        if fact is None:
            said.append(words["not_asked"].format(name=shortened(fact_id), title=calculator.title))
        elif fact_id in answers or fact_id in twice:
            answers.pop(fact_id, None)
            if fact_id not in twice:
                said.append(words["twice"].format(label=fact.label))
            twice.add(fact_id)
        else:
            refused = _refused(calculator, fact_id, raw)
            if refused:
                said.append(words["left_out"].format(message=refused))
            elif raw is not None:
                answers[fact_id] = canonical(fact, raw)
    return answers, _few(said)


def _refused(calculator: Calculator, fact_id: str, raw: Any) -> str:
    try:
        read_answers(calculator, {fact_id: raw})
    except AnswerError as error:
        first = error.problems[0]
        return "" if first["confirmable"] else str(first["message"])
    return ""


def _few(said: list[str]) -> list[str]:
    if len(said) <= MOST_NAMED:
        return said
    return [*said[:MOST_NAMED], case_phrases.EXCHANGE["and_more"].format(count=len(said) - MOST_NAMED)]


def known_variant(calculator: Calculator, variant: Any) -> tuple[str | None, list[str]]:
    """Return the authority that was chosen, or None and a sentence when this calculator has no such one."""
    if variant in (None, "", "-"):
        return None, []
    if isinstance(variant, str) and variant in calculator.rules:
        return variant, []
    return None, [case_phrases.EXCHANGE["no_variant"].format(name=shortened(variant))]


def about_version(theirs: str, ours: str, history: Iterable[Json]) -> list[str]:
    """Return what a reader should know when a case was made with another version of the content.

    Args:
        theirs: the version that the case names.
        ours: the version of the calculator on this page.
        history: every version of the content, oldest first, each with `id` and `changes`.
    """
    words = case_phrases.EXCHANGE
    if theirs == ours:
        return []
    known = {each["id"]: list(each["changes"]) for each in history}
    if theirs in known and ours in known:
        order = list(known)
        after = order[order.index(theirs) + 1 : order.index(ours) + 1]
        if after:
            changed = [words["changed_in"].format(version=each, changes="; ".join(known[each])) for each in after]
            return [words["older"].format(theirs=theirs, ours=ours), *changed]
    said = words["newer"] if _numbers(theirs) > _numbers(ours) else words["older_unlisted"]
    return [said.format(theirs=shortened(theirs) or "?", ours=ours)]


def _numbers(version: str) -> list[int]:
    return [int(each[:9]) for each in version.split(".")[:6] if each.isascii() and each.isdigit()]
