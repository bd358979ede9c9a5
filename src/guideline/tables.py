"""Ordered tables: the first branch whose condition is met gives the outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guideline.completions import possible_results
from guideline.kept import keep
from guideline.masks import masks_of
from guideline.rules import Node, Part, ids_of, node_of
from guideline.verdicts import MET, UNKNOWN, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideline.cases import Case
    from guideline.comparisons import Comparison
    from guideline.facts import Fact
    from guideline.masks import Masks, Standing


@dataclass(frozen=True)
class Outcome:
    """One possible answer of `first_of`."""

    id: str
    text: str
    note: str = ""
    evidence: tuple[str, ...] = ()
    out_of_scope: bool = False

    def __hash__(self) -> int:
        return hash(self.id)  # outcomes that are equal have one id; hashing their words takes longer


def without_note(same: list[Outcome]) -> Outcome:
    """Return one outcome for several that share an id, with what they have in common."""
    evidence = tuple(dict.fromkeys(each for one in same for each in one.evidence))
    return replace(same[0], note="", evidence=evidence)


@dataclass(frozen=True, eq=False)
class FirstOf(Node):
    """An ordered table: the first branch whose condition is met gives the outcome."""

    id: str
    text: str
    branches: tuple[tuple[Outcome, Node | None], ...]
    kind: str = "outcome"
    evidence: tuple[str, ...] = ()

    def children(self) -> tuple[Node, ...]:
        return tuple(condition for _, condition in self.branches if condition is not None)

    def outcomes(self, case: Case) -> tuple[Outcome, ...]:
        """Return every outcome that the missing answers still allow, in the table's order."""
        return case.remembered(self, self._outcomes)  # type: ignore[no-any-return]

    def _outcomes(self, case: Case) -> tuple[Outcome, ...]:
        kept = self.masks.outcomes
        if self.masks.derived:
            key = case.answers_to(self.asked)
        else:  # the marks say everything: which answers are given, and which comparisons they meet
            marks = case.marks(self)
            key = marks.met, marks.failed
        found = kept.get(key)
        if found is None:
            found = keep(kept, key, self._named(possible_results(self, case, self._reachable), self.live(case)))
        return found

    def decided(self, case: Case) -> Outcome | None:
        """Return the outcome when only one is possible; quicker than all outcomes, because two are enough to stop.

        Looked for once for the same answers: with another primary site, say, the same few are left again and again.
        """
        answers, kept = case.answers_to(self.asked), self.masks.decided
        if answers not in kept:
            found = possible_results(self, case, self._reachable, most=2)
            keep(kept, answers, self._named(found, self.live(case))[0] if len(found) == 1 else None)
        return kept[answers]

    def decided_at_once(self, case: Case, fact: Fact, value: Any) -> Outcome | None:
        """Return the outcome once one answer is another, where the bits alone tell; None says nothing."""
        standing = self.masks.standing_after(case.marks(self), fact, value)
        return self._only(standing) if standing and len(standing.ids) == 1 else None

    def _only(self, standing: Standing) -> Outcome:
        """Return the one outcome that is left."""
        if standing.outcome is None:
            standing.outcome = self._named(standing.ids, standing.places)[0]
        return standing.outcome

    @cached_property
    def masks(self) -> Masks:
        """The table with its comparisons as bits."""
        return masks_of(self)

    def live(self, case: Case) -> tuple[int, ...]:
        """Return the places of the branches that are not ruled out, up to the first one that is met."""
        return case.standing(self).places

    def reach(self, case: Case) -> frozenset[str]:
        """Return the ids of the facts that the outcome can hang on: those of the branches up to the first one met."""
        return self._up_to[self.live(case)[-1]]

    @cached_property
    def _up_to(self) -> tuple[frozenset[str], ...]:
        found: list[frozenset[str]] = []
        for _, condition in self.branches:
            before = found[-1] if found else frozenset()
            found.append(before if condition is None else before | condition.depends_on)
        return tuple(found)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {each.id: place for place, (each, _) in reversed(list(enumerate(self.branches)))}

    def _named(self, ids: frozenset[str], live: tuple[int, ...]) -> tuple[Outcome, ...]:
        """Return outcomes in the table's order, each once although several branches may lead to it.

        Branches with one id can have notes of their own: the note of a branch that does not apply is never used, and
        where it is open which of them applies, no note is.
        """
        by_id: dict[str, list[Outcome]] = {each: [] for each in sorted(ids, key=self._order.__getitem__)}
        for place in live:
            each = self.branches[place][0]
            if each.id in ids:
                by_id[each.id].append(each)
        return tuple(
            each[0] if len(each) == 1 or len(set(each)) == 1 else without_note(each) for each in by_id.values()
        )

    def _reachable(self, case: Case) -> frozenset[str]:
        """Return the ids of the outcomes that Kleene's logic alone allows: a superset of what is possible."""
        return case.standing(self).ids

    def open_comparisons(self, case: Case) -> Iterator[Comparison]:
        """Yield the comparisons of the branches that are still open, up to the first one that is met."""
        yield from case.standing(self).still_open

    def own_verdict(self, case: Case) -> Verdict:
        return MET if len(self.outcomes(case)) == 1 else UNKNOWN


def outcome(
    text: str,
    *,
    outcome_id: str = "",
    note: str = "",
    evidence: str | tuple[str, ...] = (),
    out_of_scope: bool = False,
) -> Outcome:
    """Name one answer of `first_of`; the id is made from the text unless given."""
    made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return Outcome(outcome_id or made, text, note, ids_of(evidence), out_of_scope)


def first_of(
    rule_id: str,
    text: str,
    *branches: tuple[str | Outcome, Part | None],
    evidence: str | tuple[str, ...] = (),
) -> FirstOf:
    """Decide by an ordered table; a last branch with condition None catches the rest."""
    made = []
    for answer, condition in branches:
        named = outcome(answer) if isinstance(answer, str) else answer
        made.append((named, None if condition is None else node_of(condition)))
    if any(condition is None for _, condition in made[:-1]):
        raise ValueError(f"{rule_id}: only the last branch can go without a condition")
    if made[-1][1] is not None:
        raise ValueError(f"{rule_id}: the last branch must have no condition, so that every case has an outcome")
    return FirstOf(rule_id, text, tuple(made), "outcome", ids_of(evidence))
