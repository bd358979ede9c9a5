"""Every accepted unit leads to the same verdict, right up to the threshold, by exact fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guideline import AnswerError, read_answers
from guideline.comparisons import Comparison
from guideline.facts import Number
from guideline.units import Unit
from tests.calculators.found import CALCULATORS, comparisons_of

LIMITS = [
    pytest.param(name, each, id=f"{name} {each.fact.id} {each.operator} {each.value:g}")
    for name, calculator in CALCULATORS.items()
    for each in comparisons_of(calculator)
    if isinstance(each.fact, Number) and each.fact.id in calculator.facts and len(each.fact.units) > 1
]


def around(threshold: Fraction, unit: Unit) -> list[tuple[str, Fraction]]:
    """Return decimals in a unit on, below and above a threshold as they are typed, with their exact value."""
    factor = Fraction(unit.numerator, unit.denominator)
    there = threshold / factor
    written = []
    for places in (0, 1, 2, 4, 8):
        nearest = int(there * 10**places)
        for digits in (nearest - 1, nearest, nearest + 1):
            text = f"{digits:0{places + 1}d}"
            text = f"{text[:-places]}.{text[-places:]}" if places else text
            written.append((text, Fraction(digits, 10**places) * factor))
    return [(text, exact) for text, exact in written if exact >= 0]


@pytest.mark.parametrize(("name", "limit"), LIMITS)
def test_every_unit_gives_the_verdict_of_the_exact_value(name: str, limit: Comparison) -> None:
    fact = limit.fact
    assert isinstance(fact, Number)
    threshold = Fraction(str(limit.value))
    exactly = Comparison(fact, limit.operator, threshold)
    tried = 0
    for unit in fact.units:
        for text, exact in around(threshold, unit):
            for symbol in {unit.symbol, unit.code, unit.symbol.replace("\u00b5", "\u03bc")}:
                answer = {"value": text, "unit": symbol, "confirmed": True}
                try:
                    value = read_answers(CALCULATORS[name], {fact.id: answer}).values.get(fact.id)
                except AnswerError:
                    assert not fact.at_least <= exact <= fact.at_most or (fact.whole and exact.denominator > 1)
                    continue
                if value is None:  # a question that waits for another
                    continue
                assert value == float(exact)
                assert limit.holds(value) == exactly.holds(exact), f"{text} {symbol}"
                tried += 1
    assert tried or any(ask.fact is fact and ask.when is not None for ask in CALCULATORS[name].asks)
