"""Reads answers: from what somebody typed to a case, or to problems that name the field and what is allowed.

Nothing here guesses. A value that is possible but unlikely is asked again; whatever is wrong with one answer, the
others are read. How a number may be written is in numerals.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guideline.cases import Case
from guideline.days import calendar_day, day_text, iso_text, read_day
from guideline.facts import Choice, Day, Fact, Number, SeveralOf, YesNo
from guideline.kept import keep
from guideline.numerals import Misread, decimal_text, folded, read_numeral
from guideline.units import Decimal, Unit, find_unit, format_exact, format_number, with_unit
from guideline.wording import lowered

if TYPE_CHECKING:
    from guideline.calculators import Calculator, Contradiction

Problem = dict[str, Any]

_NUMBER_KEYS = frozenset(("value", "unit", "confirmed"))
_LONGEST = 40  # characters of a rejected answer that are repeated back
_NONE = "An empty list says that none of them applies."
_YEARS = range(1900, 2200)  # another one is a slip of the pen


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

    def take(self, one: Read) -> None:
        """Add what one answer came to."""
        self.values |= one.values
        self.entered |= one.entered
        if one.notes or one.problems:
            self.notes += one.notes
            self.problems += one.problems

    @cached_property
    def case(self) -> Case:
        """The case to judge, made once: it keeps what has been worked out."""
        return Case(self.values)

    @cached_property
    def answers(self) -> dict[str, tuple[Any, str]]:
        """Each value that is used, with how it was entered."""
        return {fact_id: (value, self.entered.get(fact_id, "")) for fact_id, value in self.case.entered.items()}


def read_answers(calculator: Calculator, answers: Any) -> Read:
    """Read raw answers by fact id; raises AnswerError with every problem found."""
    read = Read()
    if not isinstance(answers, Mapping):
        raise AnswerError(
            [problem(None, shortened(answers), "Answers are a JSON object of fact ids and values.", "wrong_type")]
        )
    for fact_id, raw in answers.items():
        fact = calculator.facts.get(fact_id)
        if fact is None:
            named = shortened(fact_id)
            message = f"{calculator.title} asks nothing called {named}. {_nearest(calculator, named)}"
            read.problems.append(problem(named, shortened(raw), message, "unknown_fact"))
        elif not is_empty(raw):
            _read_one(fact, raw, read)
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
    """Return whether an answer says "not known": null, blank text, or a number's group without a value."""
    if isinstance(raw, dict):
        raw = raw.get("value") if _NUMBER_KEYS.issuperset(raw) else raw
    return raw is None or (isinstance(raw, str) and not raw.strip())


def _close_questions(calculator: Calculator, read: Read) -> None:
    """Drop answers to questions that another answer has closed; they are listed, never used."""
    kept = calculator.open_case(Case(read.values)).entered
    read.not_asked = [each for each in read.values if each not in kept]
    read.values = kept


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
    refused = {each["fact"] for each in read.problems}
    case = read.case
    for each in calculator.contradictions:
        if refused.isdisjoint(_compared_ids(each)) and each.stands_in(case):
            entered = read.entered.get(each.fact.id, "")
            read.problems.append(problem(each.fact.id, entered, each.message, "contradiction"))


def _compared_ids(each: Contradiction) -> set[str]:
    return {comparison.fact.id for node in each.conditions for comparison in node.comparisons}


_already_read: dict[tuple[Fact, Any], Read] = {}


def _read_one(fact: Fact, raw: Any, read: Read) -> None:
    """Read one answer; what it came to is kept, because most of a form stays as it is while somebody fills it in."""
    key = fact, _told_apart(raw)
    one = _already_read.get(key)
    if one is None:
        one = Read()
        _read_anew(fact, raw, one)
        if key[1] is not None:
            keep(_already_read, key, one)
    read.take(one)


def _told_apart(raw: Any) -> tuple[Any, ...] | None:
    """Return what tells an answer from every other one, or None for one that is too long or strange to keep.

    For Python true is 1, and 1 is 1.0; as answers they are not.
    """
    if isinstance(raw, dict):
        return _all_apart(("of", *raw, *raw.values()))
    if isinstance(raw, list):
        return _all_apart(("list", *raw))
    return _all_apart((raw,))


def _all_apart(answers: tuple[Any, ...]) -> tuple[Any, ...] | None:
    if len(answers) > _LONGEST:
        return None
    found: list[Any] = []
    for each in answers:
        if isinstance(each, str):
            short = len(each) <= _LONGEST
        else:
            short = each.bit_length() < 64 if isinstance(each, int) else isinstance(each, float) or each is None
        if not short:
            return None
        found.append(each if isinstance(each, str) else (type(each), repr(each)))
    return tuple(found)


def _read_anew(fact: Fact, raw: Any, read: Read) -> None:
    if isinstance(fact, Number):
        _read_number(fact, raw, read)
    elif isinstance(fact, SeveralOf):
        _read_several(fact, raw, read)
    elif isinstance(fact, Choice):
        _read_choice(fact, raw, read)
    elif isinstance(fact, Day):
        _read_date(fact, raw, read)


def _refuse(fact: Fact, raw: Any, message: str, kind: str, read: Read, **more: Any) -> None:
    read.problems.append(problem(fact.id, shortened(raw), message, kind, **more))


def shortened(raw: Any) -> str:
    """Return an answer of any type for repeating it back: never long, never with control characters."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int) and raw.bit_length() > 200:  # Python refuses to write out what is longer still
        return "a very long number"
    if isinstance(raw, (list, tuple)):
        return "a list"
    if isinstance(raw, dict):
        return "a group of values"
    text = raw if isinstance(raw, str) else str(raw)
    text = "".join(each if each.isprintable() else " " for each in text[: 2 * _LONGEST])
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _read_choice(fact: Choice, raw: Any, read: Read) -> None:
    answer = raw
    if isinstance(raw, bool):
        answer = ("yes" if raw else "no") if isinstance(fact, YesNo) else raw
    elif isinstance(raw, int) and shortened(raw) in fact.labels:
        answer = shortened(raw)  # an option such as ECOG "1", written as a number
    if not isinstance(answer, str) or answer not in fact.labels:
        allowed = "yes or no (in JSON also true or false)" if isinstance(fact, YesNo) else ", ".join(fact.labels)
        message = f"{fact.label}: {shortened(raw)} is not one of the answers. Allowed: {allowed}."
        _refuse(fact, raw, message, "unknown_option" if isinstance(answer, str) else "wrong_type", read)
        return
    read.values[fact.id] = answer
    read.entered[fact.id] = fact.label_of(answer)


def _read_several(fact: SeveralOf, raw: Any, read: Read) -> None:
    ids = fact.labels
    if not isinstance(raw, (list, tuple)):
        message = f"{fact.label}: a list is needed. Allowed in it: {', '.join(ids)}. {_NONE}"
        _refuse(fact, raw, message, "wrong_type", read)
        return
    wrong = [each for each in raw if not isinstance(each, str) or each not in ids]
    if wrong:
        message = f"{fact.label}: {shortened(wrong[0])} is not one of the answers. Allowed: {', '.join(ids)}. {_NONE}"
        _refuse(fact, wrong[0], message, "unknown_option" if isinstance(wrong[0], str) else "wrong_type", read)
        return
    read.values[fact.id] = tuple(each for each in ids if each in raw)
    read.entered[fact.id] = fact.shown(read.values[fact.id])


def _read_date(fact: Day, raw: Any, read: Read) -> None:
    if not isinstance(raw, str):
        message = f"{fact.label}: {shortened(raw)} is not read as a day; write it as 2026-11-23 (year, month, day)."
        _refuse(fact, raw, message, "wrong_type", read)
        return
    try:
        number = read_day(folded(shortened(raw)))
        if calendar_day(number)[0] not in _YEARS:
            raise ValueError(f"{iso_text(number)} lies outside {_YEARS[0]} to {_YEARS[-1]}; check the year")  # noqa: TRY301
    except ValueError as error:
        _refuse(fact, raw, f"{fact.label}: {error}.", "refused", read)
        return
    read.values[fact.id] = number
    read.entered[fact.id] = day_text(number)


def _read_number(fact: Number, raw: Any, read: Read) -> None:
    typed, unit_text, confirmed = raw, None, False
    if isinstance(raw, dict):
        typed, unit_text, confirmed = raw.get("value"), raw.get("unit"), raw.get("confirmed") is True
        extra = sorted(shortened(key) for key in raw if key not in _NUMBER_KEYS)
        if extra:
            message = f"{fact.label}: a number has value, unit and confirmed, not {extra[0]}."
            _refuse(fact, typed, message, "wrong_type", read)
            return
    if isinstance(typed, bool) or not isinstance(typed, (int, float, str)):
        message = f"{fact.label}: {shortened(typed)} is not a number. One is needed, such as {_example(fact)}."
        _refuse(fact, typed, message, "wrong_type", read)
        return
    try:
        numeral = read_numeral(typed)
    except Misread as misread:
        example = f", such as {_example(fact)}" if misread.example else ""
        message = f"{fact.label}: {shortened(typed)} {misread}{example}."
        _refuse(fact, typed, message, misread.kind, read)
        return
    unit = _unit_of(fact, typed, unit_text, numeral.unit, read)
    if unit is None:
        return
    if _accept(fact, numeral.number, unit, read, confirmed=confirmed) and isinstance(typed, str):
        shown = decimal_text(numeral.number)
        if shown.replace("−", "-") != typed.strip().removeprefix("+"):
            message = f"{shortened(typed.strip())} read as {with_unit(shown, unit.symbol)}"
            read.notes.append({"fact": fact.id, "message": message})


def _unit_of(fact: Number, typed: Any, chosen: Any, written: str, read: Read) -> Unit | None:
    """Return the unit that was chosen beside the field or written in it, or None after noting a problem."""
    units = [find_unit(fact.units, each) for each in (chosen, written) if each and isinstance(each, str)]
    if (chosen and not isinstance(chosen, str)) or None in units:
        allowed = ", ".join(each.symbol for each in fact.units if each.symbol) or "a plain number"
        named = written if isinstance(chosen, str) and find_unit(fact.units, chosen) else chosen or written
        message = f"{fact.label} cannot be given in {shortened(named)}. Allowed: {allowed}."
        _refuse(fact, typed if named == written else f"{shortened(typed)} {shortened(named)}", message, "unit", read)
        return None
    if len(units) == 2 and units[0] is not units[1]:
        first, second = (each.symbol for each in units if each is not None)
        message = f"{fact.label}: {second} is typed but {first} is chosen. Leave one of them."
        _refuse(fact, typed, message, "unit", read)
        return None
    return units[0] if units else fact.units[0]


def _example(fact: Number) -> str:
    return with_unit(format_exact(fact.plausible[0]), fact.unit)


def _accept(fact: Number, number: Decimal, unit: Unit, read: Read, *, confirmed: bool) -> bool:
    """Take a number into the case, unless it is impossible or still needs a yes; return whether it was taken."""
    value = unit.to_own(number)
    entered = with_unit(decimal_text(number), unit.symbol)
    in_own = entered if unit.symbol == fact.unit else f"{entered}, that is {_precise(fact, value)},"
    low, high = fact.plausible
    possible = fact.at_least <= value <= fact.at_most
    if possible and fact.whole and value != int(value):
        _refuse(fact, entered, f"{fact.label} {entered}: a whole number is needed.", "refused", read)
        return False
    if possible and (confirmed or low <= value <= high):
        read.values[fact.id] = value
        read.entered[fact.id] = entered
        return True
    other = _plausible_unit(fact, number, unit)
    meant = f" Did you mean {with_unit(decimal_text(number), other.symbol)}?" if other else ""
    suggestion = {"value": decimal_text(number), "unit": other.symbol} if other else None
    if possible:
        usual = f"{format_exact(low)} to {with_unit(format_exact(high), fact.unit)}"
        message = f"{fact.label} {in_own} is outside the usual range of {usual}. Is it right?{meant}"
    else:
        side, limit = ("below", fact.at_least) if value < fact.at_least else ("above", fact.at_most)
        reason = f": {fact.reason}" if fact.reason else ""
        if value < 0 <= fact.at_least:
            reason = ": it cannot be negative"
        message = (
            f"{fact.label} {in_own} is {side} the possible limit of "
            f"{with_unit(format_exact(limit), fact.unit)}{reason}.{meant}"
        )
    kind = "implausible" if possible else "refused"
    _refuse(fact, entered, message, kind, read, suggestion=suggestion, confirmable=possible)
    return False


def _plausible_unit(fact: Number, number: Decimal, unit: Unit) -> Unit | None:
    for other in fact.units:
        if other is not unit and fact.plausible[0] <= other.to_own(number) <= fact.plausible[1]:
            return other
    return None


def _precise(fact: Number, value: float) -> str:
    return with_unit(format_number(value, max(fact.decimals, 0 if abs(value) >= 100 else 1)), fact.unit)
