"""Random cases for any calculator: the same for a seed on every machine.

`random_values` draws answers that can be true together, in the facts' own units; `random_requests` writes them the
way people do, in every accepted unit and spelling and now and then wrongly, as requests for the desk.
"""

from __future__ import annotations

import json
import math
from functools import cache
from random import Random
from typing import Any

from guideline import AnswerError, Calculator, read_answers
from guideline.facts import Choice, Day, Fact, Number, SeveralOf, YesNo
from tests.calculators.found import comparisons_of

JUNK = (
    "abc",
    "1,234",
    "-3",
    "",
    "  ",
    "NaN",
    "<b>1</b>",
    "1 000 000 000",
    "3-5",
    "５",
    "1,5",
    True,
    None,
    [],
    {"value": 1e9},
)
DAYS = ("2024-02-29", "2026-10-31", "2026-11-20", "2026-11-23", "2027-02-28")


@cache
def limits_of(calculator: Calculator) -> dict[str, tuple[float, ...]]:
    """Return the numbers that each fact is compared with."""
    found: dict[str, set[float]] = {}
    for each in comparisons_of(calculator):
        if isinstance(each.fact, Number):
            found.setdefault(each.fact.id, set()).add(float(each.value))
    return {fact_id: tuple(sorted(limits)) for fact_id, limits in found.items()}


def random_number(fact: Number, limits: tuple[float, ...], source: Random) -> float:
    """Draw a value on a limit, right beside one, or anywhere in the usual range."""
    step = 10.0**-fact.decimals
    low, high = max(fact.at_least, fact.plausible[0]), min(fact.at_most, fact.plausible[1])
    value = source.uniform(low, high) if source.random() < 0.7 else low + (high - low) * source.random() ** 3
    if limits and source.random() < 0.6:
        value = source.choice(limits) + source.choice((0, 0, step, -step, 5 * step, -5 * step))
    elif source.random() < 0.05:
        value = source.choice((fact.at_least, fact.at_most))
    value = round(min(max(value, fact.at_least), fact.at_most), fact.decimals + 1)
    return float(min(max(math.floor(value + 0.5), math.ceil(fact.at_least)), fact.at_most)) if fact.whole else value


def random_value(fact: Fact, calculator: Calculator, source: Random) -> Any:
    """Draw a JSON answer to one question, a number in the fact's own unit."""
    if isinstance(fact, Number):
        return random_number(fact, limits_of(calculator).get(fact.id, ()), source)
    if isinstance(fact, YesNo):
        return source.random() < 0.5
    if isinstance(fact, SeveralOf):
        return [each.id for each in fact.options if source.random() < 0.3]
    if isinstance(fact, Choice):
        return source.choice(fact.options).id
    assert isinstance(fact, Day)
    return source.choice(DAYS)


def as_answers(values: dict[str, Any], calculator: Calculator) -> dict[str, Any]:
    """Return values as answers that are taken although they are unusual."""
    return {
        each: {"value": value, "confirmed": True} if isinstance(calculator.facts[each], Number) else value
        for each, value in values.items()
    }


def random_values(calculator: Calculator, source: Random) -> dict[str, Any]:
    """Draw a complete set of answers that can be true together.

    A fact that can be worked out is either entered or left to be worked out, never both.
    """
    for _ in range(200):
        values: dict[str, Any] = {}
        spared: set[str] = set()
        for fact in calculator.facts.values():
            if fact.inputs:
                if source.random() < 0.5:
                    spared |= {each.id for each in fact.inputs}
                else:
                    continue
            values[fact.id] = random_value(fact, calculator, source)
        for fact in calculator.facts.values():  # an entered result comes without what it would be worked out from
            if fact.id in spared and not fact.inputs and source.random() < 0.5:
                values.pop(fact.id, None)
        try:
            read_answers(calculator, as_answers(values, calculator))
        except AnswerError as error:
            wrong = {each["fact"] for each in error.problems}
            for fact_id in wrong:
                values.pop(str(fact_id), None)
            try:
                read_answers(calculator, as_answers(values, calculator))
            except AnswerError:
                continue
        return values
    raise AssertionError(f"{calculator.id}: no answers that can be true together in 200 tries")


def written(fact: Fact, value: Any, source: Random) -> Any:
    """Return an answer the way somebody may write it."""
    if not isinstance(fact, Number):
        return ("yes" if value else "no") if isinstance(value, bool) and source.random() < 0.3 else value
    unit = source.choice(fact.units)
    number = value * unit.denominator / unit.numerator
    number = float(f"{number:.6g}")
    text = f"{number:.10f}".rstrip("0").rstrip(".")
    way = source.randrange(6)
    if way == 0 and unit is fact.units[0]:
        return number
    if way == 1 and text.partition(".")[2] and len(text.partition(".")[2]) != 3:
        return {"value": text.replace(".", ","), "unit": unit.symbol} if unit.symbol else text.replace(".", ",")
    if way == 2 and unit.symbol:
        return f"{text} {unit.symbol}"
    if way == 3:
        return {"value": number, "unit": unit.code if unit.symbol else None, "confirmed": True}
    return {"value": text, "unit": unit.symbol.replace("µ", source.choice("µμu")), "confirmed": source.random() < 0.9}


def random_answers(calculator: Calculator, source: Random) -> dict[str, Any]:
    """Draw answers to some questions, mostly right, in every way of writing them."""
    values = random_values(calculator, source)
    known = source.choice((0.3, 0.6, 0.9, 1.0))
    answers = {
        each: written(calculator.facts[each], value, source)
        for each, value in values.items()
        if source.random() < known
    }
    if answers and source.random() < 0.1:
        answers[source.choice(sorted(answers))] = source.choice(JUNK)
    if source.random() < 0.02:
        answers["no_such_question"] = "1"
    return answers


def random_requests(calculator: Calculator, count: int, seed: int) -> list[str]:
    """Return `count` requests for `presentation.desk.respond`, always the same for a seed."""
    source = Random(f"{seed} {calculator.id}")  # noqa: S311 - a seed, so that a failure comes back
    variants: tuple[str | None, ...] = tuple(each for each in calculator.rules if each != "-") or (None,)
    return [
        json.dumps(
            {
                "calculator": calculator.id,
                "variant": source.choice(variants),
                "answers": random_answers(calculator, source),
            }
        )
        for _ in range(count)
    ]
