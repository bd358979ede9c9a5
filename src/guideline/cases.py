"""A case: what is known about one patient, with derived facts worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guideline.facts import Fact
    from guideline.rules import Node
    from guideline.verdicts import Verdict


class Case:
    """Values by fact id, in each fact's own unit. An absent fact is unknown, never a default."""

    __slots__ = ("_possible", "_worked_out", "entered", "verdicts")

    def __init__(self, entered: dict[str, Any]) -> None:
        self.entered = entered
        self._worked_out: dict[str, Any] = {}
        self._possible: dict[object, Any] = {}
        self.verdicts: dict[Node, Verdict] = {}  # what rules found out about this case, each node asked once

    def value(self, fact: Fact) -> Any:
        """Return the entered value, else the derived one, else None (unknown)."""
        fact_id = fact.id
        if fact_id in self.entered:
            return self.entered[fact_id]
        if not fact.inputs:
            return None
        if fact_id not in self._worked_out:
            self._worked_out[fact_id] = fact.work_out(self)
        return self._worked_out[fact_id]

    def remembered(self, asker: object, find: Callable[[Case], Any]) -> Any:
        """Return what `find` says of this case, asking it once per asker (a fact or a rule)."""
        if asker not in self._possible:
            self._possible[asker] = find(self)
        return self._possible[asker]

    def with_values(self, changed: dict[str, Any], *, left_open: Iterable[str] = ()) -> Case:
        """Return a copy in which some facts have other values; the ids in `left_open` are not worked out from them."""
        copy = Case({**self.entered, **changed})
        copy._worked_out.update(dict.fromkeys(left_open))
        return copy
