"""One reader edits one case, answer by answer: what was worked out for the case before serves the next.

`Case.with_values` asks the earlier case about everything that does not hang on what changed. Everything drawn of one
request asks one and the same case, so that no rule is judged twice for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline.cases import Case
from guideline.reading import Read

if TYPE_CHECKING:
    from guideline import Calculator

_LONGEST = 6  # cases that ask the one before them; then one starts afresh, so that no question goes through hundreds

_before: dict[str, tuple[Calculator, Case, int]] = {}  # by calculator: its newest case, and how many stand behind that


class OneCase(Read):
    """What was read, with one case for whatever is asked of it; its values are not changed any more."""

    def __init__(self, read: Read, case: Case) -> None:
        super().__init__()
        self.__dict__.update(read.__dict__)
        self._case = case

    @property
    def case(self) -> Case:
        """The case to judge."""
        return self._case


def in_turn(calculator: Calculator, read: Read) -> OneCase:
    """Return what was read with a case that leans on the one before, where the two differ in a few answers."""
    values = dict(read.values)
    before = _before.get(calculator.id)
    case, behind = Case(values), 0
    if before is not None and before[0] is calculator and before[2] < _LONGEST:
        entered = before[1].entered
        changed = {fact: value for fact, value in values.items() if fact not in entered or entered[fact] != value}
        if entered.keys() <= values.keys() and len(changed) * 2 <= len(values):
            case, behind = before[1].with_values(changed), before[2] + 1
    _before[calculator.id] = (calculator, case, behind)
    return OneCase(read, case)
