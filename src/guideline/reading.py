"""Reads answers: from what somebody typed to a case, or to problems that name the field and what is allowed.

Nothing here guesses. `1,234` is refused because it is two different numbers in two countries; a value that is
possible but unlikely is asked again; whatever is wrong with one answer, the others are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from guideline.calculators import Calculator
from guideline.cases import Case
from guideline.days import day_text, read_day
from guideline.facts import Choice, Day, Fact, Number, SeveralOf, YesNo
from guideline.units import Decimal, Unit, find_unit, format_exact, format_number, with_unit
from guideline.verdicts import MET, NOT_MET
from guideline.wording import lowered

Problem = dict[str, Any]

_FOLD = str.maketrans(
    "０１２３４５６７８９．，－＋％μ−–\u00a0\u2009\u202f\u2007\t",
    "0123456789.,-+%µ--     ",
)
_NUMBER = re.compile(r"([+-]?)([0-9]+(?: [0-9]{3})*)(?:([.,])([0-9]+))?\s*([^0-9\s].*|10[\^*eE⁹³⁶¹].*)?")
_LONGEST = 40  # characters of a rejected answer that are repeated back


class AnswerError(Exception):
    """Answers that cannot be judged. `problems` has one entry per field, for forms and machines alike."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("; ".join(each["message"] for each in problems))


def problem(fact: str | None, entered: str, message: str, kind: str, **more: Any) -> Problem:
    """Return one problem in the public JSON shape."""
    return {
        "fact": fact,
        "entered": entered,
        "message": message,
        "kind": kind,
        "suggestion": more.get("suggestion"),
        "confirmable": bool(more.get("confirmable")),
    }


class Read:
    """What was read: values by fact id, how each was entered, and notes such as "1,5 read as 1.5"."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.entered: dict[str, str] = {}
        self.notes: list[dict[str, str]] = []
        self.problems: list[Problem] = []
        self.not_asked: list[str] = []
        self.too_old: dict[str, str] = {}

    @property
    def case(self) -> Case:
        """The case to judge."""
        return Case(self.values)


def read_answers(calculator: Calculator, answers: Any) -> Read:
    """Read raw answers by fact id; raises AnswerError with every problem found."""
    read = Read()
    if not isinstance(answers, Mapping):
        raise AnswerError(
            [problem(None, _short(answers), "Answers are a JSON object of fact ids and values.", "wrong_type")]
        )
    for fact_id, raw in answers.items():
        fact = calculator.facts.get(fact_id)
        if fact is None:
            message = f"{calculator.title} asks nothing called {_short(fact_id)}. {_nearest(calculator, str(fact_id))}"
            read.problems.append(problem(str(fact_id), _short(raw), message, "unknown_fact"))
        elif not is_empty(raw):
            _read_one(fact, raw, read)
    if not read.problems:
        _close_questions(calculator, read)
        _drop_stale(calculator, read)
        _find_contradictions(calculator, read)
    if read.problems:
        raise AnswerError(read.problems)
    return read


def _nearest(calculator: Calculator, typed: str) -> str:
    words = {each for each in re.split(r"[^a-z0-9]+", typed.lower()) if len(each) > 2}
    close = [each for each in calculator.facts if words & set(each.split("_"))]
    return f"It asks {', '.join(close)}." if close else f"It asks {', '.join(list(calculator.facts)[:4])} and others."


def is_empty(raw: Any) -> bool:
    """Return whether an answer says "not known": absent, null or blank text."""
    if isinstance(raw, Mapping):
        raw = raw.get("value")
    return raw is None or (isinstance(raw, str) and not raw.strip())


def _close_questions(calculator: Calculator, read: Read) -> None:
    """Drop answers to questions that another answer has closed; they are listed, never used."""
    for ask in calculator.asks:
        closed = ask.when is not None and ask.when.verdict(read.case) is not MET
        if closed and ask.fact.id in read.values:
            del read.values[ask.fact.id]
            read.not_asked.append(ask.fact.id)


def _drop_stale(calculator: Calculator, read: Read) -> None:
    """Drop results that are too old on the day of the decision, and refuse days in the wrong order."""
    for each in calculator.shelves:
        measured, today = read.values.get(each.dated.id), read.values.get(each.today.id)
        if measured is None or today is None:
            continue
        age = today - measured
        if age < 0:
            message = (
                f"{each.dated.label} ({day_text(measured)}) lies after {lowered(each.today.label)} ({day_text(today)})."
            )
            read.problems.append(problem(each.dated.id, day_text(measured), message, "contradiction"))
        elif age > each.days:
            for fact in each.facts:
                if fact.id in read.values:
                    del read.values[fact.id]
                    read.too_old[fact.id] = f"too old: {age} days, at most {each.days} days are accepted"


def _find_contradictions(calculator: Calculator, read: Read) -> None:
    for each in calculator.contradictions:
        if all(node.verdict(read.case) is MET for node in each.conditions):
            entered = read.entered.get(each.fact.id, "")
            read.problems.append(problem(each.fact.id, entered, each.message, "contradiction"))


def _read_one(fact: Fact, raw: Any, read: Read) -> None:
    if isinstance(fact, Number):
        _read_number(fact, raw, read)
    elif isinstance(fact, SeveralOf):
        _read_several(fact, raw, read)
    elif isinstance(fact, Choice):
        _read_choice(fact, raw, read)
    elif isinstance(fact, Day):
        _read_date(fact, raw, read)


def _refuse(fact: Fact, raw: Any, message: str, kind: str, read: Read, **more: Any) -> None:
    read.problems.append(problem(fact.id, _short(raw), message, kind, **more))


def _short(raw: Any) -> str:
    text = raw if isinstance(raw, str) else str(raw)
    text = "".join(each if each.isprintable() else " " for each in text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _read_choice(fact: Choice, raw: Any, read: Read) -> None:
    answer = raw
    if isinstance(fact, YesNo) and isinstance(raw, bool):
        answer = "yes" if raw else "no"
    ids = [each.id for each in fact.options]
    if not isinstance(answer, str) or answer not in ids:
        allowed = "true or false" if isinstance(fact, YesNo) else ", ".join(ids)
        kind = "unknown_option" if isinstance(answer, str) else "wrong_type"
        _refuse(
            fact,
            raw,
            f"{fact.label}: {_short(raw)} is not one of the answers. Allowed: {allowed}.",
            kind,
            read,
        )
        return
    read.values[fact.id] = answer
    read.entered[fact.id] = fact.label_of(answer)


def _read_several(fact: SeveralOf, raw: Any, read: Read) -> None:
    ids = [each.id for each in fact.options]
    if not isinstance(raw, (list, tuple)):
        _refuse(fact, raw, f"{fact.label}: a list is needed. Allowed in it: {', '.join(ids)}.", "wrong_type", read)
        return
    wrong = [each for each in raw if each not in ids]
    if wrong:
        message = f"{fact.label}: {_short(wrong[0])} is not one of the answers. Allowed: {', '.join(ids)}."
        _refuse(fact, wrong[0], message, "unknown_option", read)
        return
    read.values[fact.id] = tuple(each for each in ids if each in raw)
    read.entered[fact.id] = fact.shown(read.values[fact.id])


def _read_date(fact: Day, raw: Any, read: Read) -> None:
    try:
        if not isinstance(raw, str):
            raise ValueError(f"{_short(raw)!r} is not read as a day; write it as 2026-11-23 (year, month, day)")
        number = read_day(raw.translate(_FOLD))
    except ValueError as error:
        _refuse(fact, raw, f"{fact.label}: {error}.", "refused", read)
        return
    read.values[fact.id] = number
    read.entered[fact.id] = day_text(number)


def _read_number(fact: Number, raw: Any, read: Read) -> None:
    typed, unit_text, confirmed = raw, None, False
    if isinstance(raw, Mapping):
        extra = set(raw) - {"value", "unit", "confirmed"}
        if extra:
            message = f"{fact.label}: a number has value, unit and confirmed, not {_short(sorted(extra)[0])}."
            _refuse(fact, raw.get("value"), message, "wrong_type", read)
            return
        typed, unit_text, confirmed = raw.get("value"), raw.get("unit"), raw.get("confirmed") is True
    if isinstance(typed, bool) or not isinstance(typed, (int, float, str)):
        _refuse(fact, typed, f"{fact.label}: a number is needed, such as {_example(fact)}.", "wrong_type", read)
        return
    unit = fact.units[0]
    if unit_text is not None:
        named = find_unit(fact.units, unit_text) if isinstance(unit_text, str) else None
        if named is None:
            _refuse_unit(fact, typed, unit_text, read)
            return
        unit = named
    parsed = _parse(fact, typed, unit, unit_text is not None, read)
    if parsed is not None:
        _accept(fact, *parsed, confirmed, read)


def _refuse_unit(fact: Number, typed: Any, unit_text: Any, read: Read) -> None:
    allowed = ", ".join(each.symbol for each in fact.units if each.symbol) or "a plain number"
    message = f"{fact.label} cannot be given in {_short(unit_text)}. Allowed: {allowed}."
    _refuse(fact, f"{_short(typed)} {_short(unit_text)}", message, "unit", read)


def _example(fact: Number) -> str:
    return with_unit(format_exact(fact.plausible[0]), fact.unit)


def _parse(fact: Number, typed: int | float | str, unit: Unit, chosen: bool, read: Read) -> tuple[Decimal, Unit] | None:
    """Return the exact decimal and its unit, or None after noting a problem."""
    text = repr(typed) if isinstance(typed, float) else str(typed)
    if isinstance(typed, float):
        if typed != typed or typed in (float("inf"), float("-inf")):
            _refuse(
                fact,
                typed,
                f"{fact.label}: {typed} is not a number that can be compared.",
                "not_a_number",
                read,
            )
            return None
        text = f"{typed:.17g}" if "e" in text else text
        if "e" in text:
            text = f"{typed:.25f}".rstrip("0").rstrip(".")
    folded = re.sub(r" +", " ", text.translate(_FOLD)).strip()
    if len(folded) > 60:
        _refuse(fact, text, f"{fact.label}: a number is needed, such as {_example(fact)}.", "not_a_number", read)
        return None
    if re.match(r"[<>≤≥~≈]|[0-9][0-9.,]*\s*(-|to\b|bis\b)\s*[0-9]", folded):
        message = f"{fact.label}: {_short(text)} is a range. Enter one number, or mark it as not known."
        _refuse(fact, text, message, "not_a_number", read)
        return None
    match = _NUMBER.fullmatch(folded)
    if match is None:
        kind = "ambiguous" if re.fullmatch(r"[+-]?[0-9]+([.,' ][0-9]+)+", folded) else "not_a_number"
        hint = "write it without separators between thousands" if kind == "ambiguous" else "a number is needed"
        _refuse(
            fact,
            text,
            f"{fact.label}: {_short(text)} is not understood; {hint}, such as {_example(fact)}.",
            kind,
            read,
        )
        return None
    sign, whole, mark, fraction, unit_text = match.groups()
    whole, fraction = whole.replace(" ", ""), fraction or ""
    if mark == "," and len(fraction) == 3 and whole != "0" and len(whole) <= 3:
        message = (
            f"{fact.label}: {_short(text)} can mean {whole}{fraction} or {whole}.{fraction}. Write it without a comma."
        )
        _refuse(fact, text, message, "ambiguous", read)
        return None
    if unit_text:
        named = find_unit(fact.units, unit_text)
        if named is None:
            _refuse_unit(fact, f"{whole}{'.' + fraction if fraction else ''}", unit_text, read)
            return None
        if chosen and named.symbol != unit.symbol:
            message = f"{fact.label}: {named.symbol} is typed but {unit.symbol} is chosen. Leave one of them."
            _refuse(fact, text, message, "unit", read)
            return None
        unit = named
    plain = f"{whole}.{fraction}" if fraction else whole
    if isinstance(typed, str) and f"{sign}{plain}" != typed.strip():
        shown = with_unit(f"{'−' if sign == '-' else ''}{plain}", unit.symbol)
        read.notes.append({"fact": fact.id, "message": f"{_short(typed.strip())} read as {shown}"})
    digits = int(whole + fraction)
    return Decimal(-digits if sign == "-" else digits, len(fraction)), unit


def _accept(fact: Number, number: Decimal, unit: Unit, confirmed: bool, read: Read) -> None:
    """Take a number into the case, unless it is impossible or still needs a yes."""
    value = unit.to_own(number)
    entered = with_unit(_as_typed(number), unit.symbol)
    in_own = entered if unit.symbol == fact.unit else f"{entered}, that is {_precise(fact, value)},"
    if not fact.at_least <= value <= fact.at_most:
        side = "below" if value < fact.at_least else "above"
        limit = fact.at_least if value < fact.at_least else fact.at_most
        reason = f": {fact.reason}" if fact.reason else ""
        message = (
            f"{fact.label} {in_own} is {side} the possible limit of "
            f"{with_unit(format_exact(limit), fact.unit)}{reason}."
        )
        _refuse(fact, entered, message, "refused", read)
        return
    if fact.whole and value != int(value):
        _refuse(fact, entered, f"{fact.label} {entered}: a whole number is needed.", "refused", read)
        return
    low, high = fact.plausible
    if not low <= value <= high and not confirmed:
        other = _plausible_unit(fact, number, unit)
        meant = f" Did you mean {with_unit(_as_typed(number), other.symbol)}?" if other else ""
        message = (
            f"{fact.label} {in_own} is outside the usual range of {format_exact(low)} to "
            f"{with_unit(format_exact(high), fact.unit)}. Is it right?{meant}"
        )
        suggestion = {"value": _as_typed(number), "unit": other.symbol} if other else None
        _refuse(fact, entered, message, "implausible", read, suggestion=suggestion, confirmable=True)
        return
    read.values[fact.id] = value
    read.entered[fact.id] = entered


def _plausible_unit(fact: Number, number: Decimal, unit: Unit) -> Unit | None:
    for other in fact.units:
        if other is not unit and fact.plausible[0] <= other.to_own(number) <= fact.plausible[1]:
            return other
    return None


def _as_typed(number: Decimal) -> str:
    digits = str(abs(number.digits)).rjust(number.places + 1, "0")
    text = f"{digits[: -number.places]}.{digits[-number.places :]}" if number.places else digits
    return f"−{text}" if number.digits < 0 else text


def _precise(fact: Number, value: float) -> str:
    return with_unit(format_number(value, max(fact.decimals, 0 if abs(value) >= 100 else 1)), fact.unit)


def is_closed(calculator: Calculator, fact_id: str, case: Case) -> bool:
    """Return whether another answer has closed this question."""
    for ask in calculator.asks:
        if ask.fact.id == fact_id and ask.when is not None:
            return ask.when.verdict(case) is NOT_MET
    return False
