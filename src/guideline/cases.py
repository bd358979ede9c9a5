"""A case: what is known about one patient, with derived facts worked out when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guideline.facts import Fact
    from guideline.rules import FirstOf, Group, Node
    from guideline.verdicts import Verdict


class Case:
    """Values by fact id, in each fact's own unit. An absent fact is unknown, never a default.

    A case that differs from another in a few answers asks that one about everything that does not hang on them.
    """

    __slots__ = ("_branches", "_changed", "_other", "_own", "_possible", "_verdicts", "_worked_out", "entered")

    def __init__(self, entered: dict[str, Any]) -> None:
        self.entered = entered
        self._other: Case | None = None
        self._changed: frozenset[str] = frozenset()
        self._worked_out: dict[str, Any] = {}
        self._possible: dict[object, Any] = {}
        self._branches: dict[FirstOf, list[Verdict | None]] = {}
        self._own: dict[Node, Verdict] = {}
        self._verdicts: dict[Node, Verdict] = {}

    def value(self, fact: Fact) -> Any:
        """Return the entered value, else the derived one, else None (unknown)."""
        fact_id = fact.id
        if fact_id in self.entered:
            return self.entered[fact_id]
        if not fact.inputs:
            return None
        if fact_id not in self._worked_out:
            other = self._other
            same = other is not None and fact.depends_on.isdisjoint(self._changed)
            self._worked_out[fact_id] = other.value(fact) if other and same else fact.work_out(self)
        return self._worked_out[fact_id]

    def verdict(self, node: Node) -> Verdict:
        """Return what a rule says of this case, asking it once."""
        verdict = self._verdicts.get(node)
        if verdict is None:
            other = self._other
            if other is not None and node.depends_on.isdisjoint(self._changed):
                verdict = other.verdict(node)
            else:
                verdict = node.completed_verdict(self)
            self._verdicts[node] = verdict
        return verdict

    def own_verdict(self, group: Group) -> Verdict:
        """Return what Kleene's logic alone says of a group, joining its parts once."""
        verdict = self._own.get(group)
        if verdict is None:
            other = self._other
            if other is not None and group.depends_on.isdisjoint(self._changed):
                verdict = other.own_verdict(group)
            else:
                verdict = group.joined(self)
            self._own[group] = verdict
        return verdict

    def branches(self, table: FirstOf) -> list[Verdict | None]:
        """Return what is known so far of the branches of a table, in its order; None where nobody has looked yet."""
        found = self._branches.get(table)
        if found is None:
            if self._other is None:
                found = [None] * len(table.branches)
            else:
                found = self._other.branches(table).copy()
                for place in table.touched_by(self._changed):
                    found[place] = None
            self._branches[table] = found
        return found

    def remembered(self, asker: Fact | Node, find: Callable[[Case], Any]) -> Any:
        """Return what `find` says of this case, asking it once per asker."""
        if asker not in self._possible:
            other = self._other
            same = other is not None and asker.depends_on.isdisjoint(self._changed)
            self._possible[asker] = other.remembered(asker, find) if other and same else find(self)
        return self._possible[asker]

    def with_values(self, changed: dict[str, Any], *, left_open: Iterable[str] = ()) -> Case:
        """Return a copy in which some facts have other values; the ids in `left_open` are not worked out from them."""
        copy = Case({**self.entered, **changed})
        copy._other = self
        copy._changed = frozenset(changed)
        copy._worked_out.update(dict.fromkeys(left_open))
        return copy
