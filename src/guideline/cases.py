"""A case: what is known about one patient, with derived facts worked out when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from guideline.facts import Fact
    from guideline.masks import Marks, Standing
    from guideline.rules import Group, Node
    from guideline.tables import FirstOf
    from guideline.verdicts import Verdict


class Case:
    """Values by fact id, in each fact's own unit. An absent fact is unknown, never a default.

    A case that differs from another in a few answers asks that one about everything that does not hang on them.
    `said` keeps what findings.py has put into words about comparisons.
    """

    __slots__ = (
        "_changed", "_left_open", "_marks", "_other", "_own", "_possible", "_standings", "_verdicts", "_worked_out",
        "entered", "said",
    )  # fmt: skip

    def __init__(self, entered: dict[str, Any]) -> None:
        self.entered = entered
        self._other: Case | None = None
        self._changed: frozenset[str] = frozenset()
        self._left_open: frozenset[str] = frozenset()
        self._worked_out: dict[str, Any] = {}
        self._possible: dict[object, Any] = {}
        self._marks: dict[FirstOf, Marks] = {}
        self._standings: dict[FirstOf, Standing] = {}
        self.said: dict[Any, Any] = {}
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

    def answers_to(self, asked: Sequence[str]) -> tuple[Any, ...]:
        """Return what tells this case from every other one for somebody who looks at these facts alone.

        That is the answers, and what is left open although they would tell it: what is kept from one case to the next
        is kept under this.
        """
        return self._left_open, *map(self.entered.get, asked)

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

    def marks(self, table: FirstOf) -> Marks:
        """Return what the comparisons of a table come to."""
        found = self._marks.get(table)
        if found is None:
            masks, other = table.masks, self._other
            found = masks.marks(self) if other is None else masks.after(other.marks(table), self._changed, self)
            self._marks[table] = found
        return found

    def standing(self, table: FirstOf) -> Standing:
        """Return where a table stands."""
        found = self._standings.get(table)
        if found is None:
            found = self._standings[table] = table.masks.standing(self.marks(table), self)
        return found

    def remembered(self, asker: Fact | Node, find: Callable[[Case], Any]) -> Any:
        """Return what `find` says of this case, asking it once per asker."""
        if asker not in self._possible:
            other = self._other
            same = other is not None and asker.depends_on.isdisjoint(self._changed)
            self._possible[asker] = other.remembered(asker, find) if other and same else find(self)
        return self._possible[asker]

    def without(self, closed: Iterable[str]) -> Case:
        """Return a copy in which some facts are not known."""
        changed = frozenset(closed)
        entered = {fact_id: value for fact_id, value in self.entered.items() if fact_id not in changed}
        return self._copy(entered, changed, self._left_open)

    def with_values(
        self, changed: dict[str, Any], *, closed: Iterable[str] = (), left_open: Sequence[str] = ()
    ) -> Case:
        """Return a copy in which some facts have other values.

        The facts in `closed` are not known in it; those in `left_open` are not worked out from others.
        """
        entered = {**self.entered, **changed}
        for each in closed:
            del entered[each]
        ids = frozenset((*changed, *closed)) if closed else frozenset(changed)
        return self._copy(entered, ids, self._left_open.union(left_open) if left_open else self._left_open)

    def _copy(self, entered: dict[str, Any], changed: frozenset[str], left_open: frozenset[str]) -> Case:
        copy = Case(entered)
        copy._other = self
        copy._changed = changed
        if left_open:
            copy._left_open = left_open
            copy._worked_out.update(dict.fromkeys(left_open))
        return copy
