"""A comparison of one fact with a constant, kept as data so that pages, tests and tools can read it."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guideline.verdicts import MET, NOT_MET, UNKNOWN, Verdict

if TYPE_CHECKING:
    from guideline.cases import Case
    from guideline.facts import Fact

TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "is": lambda value, wanted: value in wanted,
    "includes": lambda value, wanted: not wanted.isdisjoint(value),
}

WORDS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least", "=": "exactly"}
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@dataclass(frozen=True, eq=False)
class Comparison:
    """`fact operator value`; `value` is a float for numbers, a frozenset of option ids otherwise."""

    fact: Fact
    operator: str
    value: Any

    def __bool__(self) -> bool:
        raise TypeError(
            f"{self.fact.id} {self.operator} {self.value} is a rule, not yet true or false; "
            "join comparisons with all_of, any_of or none_of, and write a chained range as two criteria"
        )

    def holds(self, value: Any) -> bool:
        """Return whether one known value passes."""
        return TESTS[self.operator](value, self.value)

    def verdict(self, case: Case) -> Verdict:
        """Return met or not met when every value still possible agrees, otherwise unknown."""
        fact = self.fact
        value = case.entered.get(fact.id)
        if value is None:
            if not fact.inputs:
                return UNKNOWN
            value = case.value(fact)
        if value is not None:
            return MET if TESTS[self.operator](value, self.value) else NOT_MET
        possible = fact.possible(case)
        if not possible:
            return UNKNOWN
        held = {self.holds(each) for each in possible}
        if len(held) == 2:
            return UNKNOWN
        return MET if True in held else NOT_MET

    @property
    def limit(self) -> str:
        """The right-hand side in words: "at least 75 × 10⁹/L", "well differentiated"."""
        return self.fact.limit_text(self.operator, self.value)
