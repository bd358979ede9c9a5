"""A table's comparisons as bits, so that what a case says of all of them at once is two whole numbers.

A table with a hundred branches is judged again for every change that might move it. With one bit a comparison, a
branch is ruled out by one "and", and after a change only the bits of the facts that changed are looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guideline.kept import keep
from guideline.rules import Criterion, Group, Node
from guideline.verdicts import MET, NOT_MET, UNKNOWN, Verdict, at_least_met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideline.cases import Case
    from guideline.comparisons import Comparison
    from guideline.facts import Fact
    from guideline.tables import FirstOf, Outcome


@dataclass(slots=True, eq=False)
class Marks:
    """The bits of the comparisons that are met, and of those that are not; a bit in neither is unknown.

    `pending` are those of facts that nobody has worked out yet, because nothing has hung on them.
    """

    met: int
    failed: int
    pending: int


@dataclass(slots=True, eq=False)
class Column:
    """The comparisons of one fact; `mask` holds all their bits."""

    fact: Fact
    tests: tuple[tuple[int, Comparison], ...]
    mask: int
    _met: dict[Any, int] = field(default_factory=dict)

    def met(self, value: Any) -> int:
        """Return the bits of the comparisons that hold for a known value."""
        found = self._met.get(value)
        if found is None:
            found = sum(bit for bit, test in self.tests if test.holds(value))
            keep(self._met, value, found)  # options, and the stretches that are tried, come again
        return found

    def look(self, case: Case) -> tuple[int, int]:
        """Return the bits that are met and those that are not: what every value still possible agrees on."""
        value = case.value(self.fact)
        if value is not None:
            met = self.met(value)
            return met, self.mask ^ met
        possible = tuple(self.fact.possible(case))
        if not possible:
            return 0, 0
        always, ever = self.mask, 0
        for each in possible:
            met = self.met(each)
            always &= met
            ever |= met
        return always, self.mask & ~ever


@dataclass(slots=True, eq=False)
class Joined:
    """A group of a table: the bits of its own criteria, as often as they stand in it, and the groups in it."""

    join: str
    count: int
    bits: tuple[int, ...]
    mask: int
    groups: tuple[Joined, ...]

    def verdict(self, met: int, failed: int) -> Verdict:
        """Join by Kleene's logic."""
        mask, join = self.mask, self.join
        if join == "at_least":
            return at_least_met(self.count, self._each(met, failed))
        if join == "all_of":
            if failed & mask:
                return NOT_MET
            settled, good, ended = met & mask == mask, MET, NOT_MET
        else:
            good, ended = (NOT_MET, MET) if join == "any_of" else (MET, NOT_MET)
            if met & mask:
                return ended
            settled = failed & mask == mask
        decisive = NOT_MET if join == "all_of" else MET
        for each in self.groups:
            verdict = each.verdict(met, failed)
            if verdict is decisive:
                return ended
            settled = settled and verdict is not UNKNOWN
        return good if settled else UNKNOWN

    def _each(self, met: int, failed: int) -> Iterator[Verdict]:
        for bit in self.bits:
            yield MET if bit & met else NOT_MET if bit & failed else UNKNOWN
        for group in self.groups:
            yield group.verdict(met, failed)

    def open_bits(self, met: int, failed: int) -> Iterator[int]:
        """Yield the bits that can still move this group, as often as they stand in it."""
        known = met | failed
        yield from (bit for bit in self.bits if not bit & known)
        for group in self.groups:
            if group.verdict(met, failed) is UNKNOWN:
                yield from group.open_bits(met, failed)


@dataclass(slots=True, eq=False)
class Condition:
    """What a branch of a table asks: `needed` are the bits of which none may fail, `every` all that are in it."""

    needed: int
    every: int
    joined: Joined


@dataclass(slots=True, eq=False)
class Standing:
    """Where a table stands with certain marks.

    `places` are those of the branches that are not ruled out, up to the first one that is met, `ids` those of their
    outcomes, and `still_open` the comparisons that can still move it, as often as they stand in it. In `outcome`
    tables.py keeps the only one that is left.
    """

    places: tuple[int, ...]
    ids: frozenset[str]
    still_open: tuple[Comparison, ...]
    outcome: Outcome | None = None


@dataclass(slots=True, eq=False)
class Masks:
    """A table taken apart: a column per fact compared, and a condition per branch, None for the one that catches all.

    `ids` are those of the outcomes; in `outcomes` and `decided` tables.py keeps what the table comes to. Columns of
    facts that are worked out from others are looked at last, and only if something hangs on them. Marks say everything
    about a table: where it stands with them is kept, because the changes that are tried for one case, and the next
    answer of a reader, lead to the same marks again and again.
    """

    columns: tuple[Column, ...]
    derived: tuple[Column, ...]
    conditions: tuple[Condition | None, ...]
    ids: tuple[str, ...]
    tests: dict[int, Comparison]
    outcomes: dict[tuple[Any, ...], tuple[Outcome, ...]] = field(default_factory=dict)
    decided: dict[tuple[Any, ...], Outcome | None] = field(default_factory=dict)
    _known: dict[tuple[int, int, int], Standing | Column] = field(default_factory=dict)
    _touched: dict[frozenset[str], tuple[int, int, tuple[Column, ...]]] = field(default_factory=dict)

    def marks(self, case: Case) -> Marks:
        """Return what a case says of every comparison."""
        return Marks(*_looked_at(self.columns, case), sum(each.mask for each in self.derived))

    def after(self, before: Marks, changed: frozenset[str], case: Case) -> Marks:
        """Return the marks of a case that differs in some facts from one whose marks are known."""
        rest, pending, columns = self._touching(changed)
        met, failed = _looked_at(columns, case)
        return Marks(before.met & rest | met, before.failed & rest | failed, before.pending | pending)

    def _touching(self, changed: frozenset[str]) -> tuple[int, int, tuple[Column, ...]]:
        """Return the bits that do not hang on some facts, those worked out from them, and the columns that do."""
        found = self._touched.get(changed)
        if found is None:
            columns, derived = (
                tuple(each for each in of if not each.fact.depends_on.isdisjoint(changed))
                for of in (self.columns, self.derived)
            )
            pending = sum(each.mask for each in derived)
            found = self._touched[changed] = (~(pending | sum(each.mask for each in columns)), pending, columns)
        return found

    def standing_after(self, before: Marks, fact: Fact, value: Any) -> Standing | None:
        """Return where the table stands once one answer is another; None where that takes working out other facts."""
        rest, pending, columns = self._touching(frozenset((fact.id,)))
        if pending or len(columns) != 1:
            return None
        met = columns[0].met(value)
        failed = before.failed & rest | columns[0].mask & ~met
        found = self._kept(Marks(before.met & rest | met, failed, before.pending))
        return found if isinstance(found, Standing) else None

    def standing(self, marks: Marks, case: Case) -> Standing:
        """Return where the table stands, working out no more facts than it takes."""
        while True:
            found = self._kept(marks)
            if isinstance(found, Standing):
                return found
            met, failed = found.look(case)
            marks.met |= met
            marks.failed |= failed
            marks.pending &= ~found.mask

    def _kept(self, marks: Marks) -> Standing | Column:
        """Return what `_find` does, asking it once for the same marks."""
        key = (marks.met, marks.failed, marks.pending)
        found = self._known.get(key)
        if found is None:
            found = keep(self._known, key, self._find(marks))
        return found

    def _find(self, marks: Marks) -> Standing | Column:
        """Return where the table stands, or the column that has to be looked at first."""
        met, failed = marks.met, marks.failed
        places, still_open = [], []
        for place, condition in enumerate(self.conditions):
            if condition is None:
                places.append(place)
                break
            if failed & condition.needed:
                continue
            verdict = condition.joined.verdict(met, failed)
            if verdict is UNKNOWN and condition.every & marks.pending:
                return next(each for each in self.derived if each.mask & condition.every & marks.pending)
            if verdict is not NOT_MET:
                places.append(place)
                if verdict is MET:
                    break
                still_open += [self.tests[bit] for bit in condition.joined.open_bits(met, failed)]
        return Standing(tuple(places), frozenset(self.ids[place] for place in places), tuple(still_open))


def _looked_at(columns: tuple[Column, ...], case: Case) -> tuple[int, int]:
    met = failed = 0
    for each in columns:
        held, fell = each.look(case)
        met |= held
        failed |= fell
    return met, failed


def masks_of(table: FirstOf) -> Masks:
    """Take a table apart."""
    bits: dict[tuple[str, str, Any], int] = {}
    tests: dict[str, list[tuple[int, Comparison]]] = {}
    for each in table.comparisons:
        if _key(each) not in bits:
            bits[_key(each)] = bit = 1 << len(bits)
            tests.setdefault(each.fact.id, []).append((bit, each))
    columns = [Column(of[0][1].fact, tuple(of), sum(bit for bit, _ in of)) for of in tests.values()]
    return Masks(
        tuple(each for each in columns if not each.fact.inputs),
        tuple(each for each in columns if each.fact.inputs),
        tuple(None if condition is None else _condition(condition, bits) for _, condition in table.branches),
        tuple(outcome.id for outcome, _ in table.branches),
        {bit: test for of in tests.values() for bit, test in of},
    )


def _condition(node: Node, bits: dict[tuple[str, str, Any], int]) -> Condition:
    joined = _taken_apart(node, bits)
    every = 0
    for each in node.comparisons:
        every |= bits[_key(each)]
    return Condition(joined.mask if joined.join == "all_of" else 0, every, joined)


def _key(comparison: Comparison) -> tuple[str, str, Any]:
    """Return what makes two comparisons the same."""
    return comparison.fact.id, comparison.operator, comparison.value


def _taken_apart(node: Node, bits: dict[tuple[str, str, Any], int]) -> Joined:
    """Return a condition with its comparisons as bits."""
    if isinstance(node, Criterion):
        node = Group(node.id, node.text, "all_of", (node,), "part", ())
    if not isinstance(node, Group):
        raise TypeError(f"{node.id}: a branch of a table is a criterion or a group of criteria, not another table")
    own = [part.test for part in node.parts if isinstance(part, Criterion)]
    placed = tuple(bits[_key(each)] for each in own)
    mask = 0
    for bit in placed:
        mask |= bit
    groups = tuple(_taken_apart(part, bits) for part in node.parts if not isinstance(part, Criterion))
    return Joined(node.join, node.count, placed, mask, groups)
