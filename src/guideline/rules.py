"""Rules as tables: criteria joined by all_of, any_of, none_of, at_least and first_of.

Every node can say what is known (`verdict`), with unknown kept as unknown. Where a fact stands in several places,
Kleene's logic alone may say unknown although every possible answer leads to the same verdict; `verdict` therefore
tries each answer that matters for such repeated facts (see completions.py).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guideline.comparisons import Comparison
from guideline.completions import possible_results
from guideline.kept import keep
from guideline.verdicts import MET, NOT_MET, UNKNOWN, Verdict, all_met, any_met, at_least_met, none_met

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guideline.cases import Case
    from guideline.facts import Fact
    from guideline.findings import Finding
    from guideline.headlines import Headline
    from guideline.panels import Panel
    from guideline.tables import FirstOf

KINDS = ("required", "contraindication", "caution", "preferred", "part")
_EITHER = frozenset((MET, NOT_MET))


class Node:
    """One line of a rule. Subclasses are frozen dataclasses with `id`, `text`, `kind`, `evidence`."""

    id: str
    text: str
    kind: str
    evidence: tuple[str, ...]

    def own_verdict(self, case: Case) -> Verdict:
        """Return the verdict by Kleene's logic alone."""
        raise NotImplementedError

    def children(self) -> tuple[Node, ...]:
        """Return the nodes directly below."""
        return ()

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison below, once per place where it stands."""
        return tuple(each for child in self.children() for each in child.comparisons)

    @cached_property
    def repeated(self) -> tuple[Fact, ...]:
        """The facts that stand in more than one place below."""
        counts = Counter(each.fact.id for each in self.comparisons)
        facts = {each.fact.id: each.fact for each in self.comparisons}
        return tuple(facts[fact_id] for fact_id, count in counts.items() if count > 1)

    @cached_property
    def depends_on(self) -> frozenset[str]:
        """The ids of all facts below, with what derived ones are derived from."""
        return frozenset().union(*(each.fact.depends_on for each in self.comparisons))

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """What `depends_on` holds, in an order that stays."""
        return tuple(sorted(self.depends_on))

    @cached_property
    def kept_findings(self) -> dict[Any, Finding]:
        """What findings.py keeps of this node from one case to the next."""
        return {}

    @cached_property
    def kept_ranks(self) -> dict[tuple[Any, ...], int]:
        """What headlines.py keeps of it."""
        return {}

    def open_comparisons(self, case: Case) -> Iterator[Comparison]:
        """Yield the comparisons that can still move this node: those inside what is decided cannot."""
        for child in self.children():
            if child.own_verdict(case) is UNKNOWN:
                yield from child.open_comparisons(case)

    def verdict(self, case: Case) -> Verdict:
        """Return met or not met where every completion of the missing answers agrees, otherwise unknown."""
        return case.verdict(self)

    @property
    def ask(self) -> Callable[[Case], Verdict]:
        """The quickest way to `verdict`."""
        return self.verdict

    def completed_verdict(self, case: Case) -> Verdict:
        """Work `verdict` out."""
        verdict = self.own_verdict(case)
        if verdict is not UNKNOWN or not self.repeated:
            return verdict
        found = possible_results(self, case, self._allowed)
        return next(iter(found)) if len(found) == 1 else UNKNOWN

    def _allowed(self, case: Case) -> frozenset[Verdict]:
        verdict = self.own_verdict(case)
        return _EITHER if verdict is UNKNOWN else frozenset((verdict,))


@dataclass(frozen=True, eq=False)
class Criterion(Node):
    """One statement of a guideline: a comparison, its words, its kind and where it comes from."""

    id: str
    text: str
    test: Comparison
    kind: str
    evidence: tuple[str, ...]
    note: str = ""
    recalled: bool = False

    def own_verdict(self, case: Case) -> Verdict:
        return self.test.verdict(case)

    @property
    def ask(self) -> Callable[[Case], Verdict]:
        """The comparison itself: there is nothing to complete, and less to look up."""
        return self.test.verdict

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        return (self.test,)

    def open_comparisons(self, case: Case) -> Iterator[Comparison]:  # noqa: ARG002 - asked where it is open only
        """Yield the one comparison."""
        yield self.test


@dataclass(frozen=True, eq=False)
class Group(Node):
    """Several criteria joined by one word."""

    id: str
    text: str
    join: str
    parts: tuple[Node, ...]
    kind: str
    evidence: tuple[str, ...]
    count: int = 0

    def own_verdict(self, case: Case) -> Verdict:
        return case.own_verdict(self)

    def joined(self, case: Case) -> Verdict:
        """Join the verdicts of the parts."""
        verdicts = (ask(case) for ask in self._ways)
        if self.join == "all_of":
            return all_met(verdicts)
        if self.join == "any_of":
            return any_met(verdicts)
        if self.join == "none_of":
            return none_met(verdicts)
        return at_least_met(self.count, verdicts)

    @cached_property
    def _ways(self) -> tuple[Callable[[Case], Verdict], ...]:
        """How each part is asked; of a criterion, its comparison."""
        return tuple(part.test.verdict if isinstance(part, Criterion) else part.own_verdict for part in self.parts)

    def children(self) -> tuple[Node, ...]:
        return self.parts


@dataclass(frozen=True, eq=False)
class Criteria(Node):
    """A list of criteria whose kinds decide the headline."""

    id: str
    text: str
    parts: tuple[Node, ...]
    kind: str = "criteria"
    evidence: tuple[str, ...] = ()

    def children(self) -> tuple[Node, ...]:
        return self.parts

    @cached_property
    def wanted(self) -> tuple[tuple[Node, Callable[[Case], Verdict], Verdict], ...]:
        """The parts that count, how each is asked, and the verdict wanted: that a contraindication is absent."""
        bad = ("contraindication", "caution")
        return tuple(
            (part, part.ask, NOT_MET if part.kind in bad else MET) for part in self.parts if part.kind != "preferred"
        )

    @cached_property
    def total(self) -> int:
        """How many criteria are counted as met or not; cautions are counted apart."""
        return sum(part.kind != "caution" for part, _, _ in self.wanted)

    @cached_property
    def kept_headlines(self) -> dict[tuple[Any, ...], Headline]:
        """What headlines.py keeps of it."""
        return {}

    @cached_property
    def kept_unsatisfied(self) -> dict[tuple[Any, ...], tuple[tuple[Node, Verdict], ...]]:
        """What `unsatisfied` has come to."""
        return {}

    def unsatisfied(self, case: Case) -> tuple[tuple[Node, Verdict], ...]:
        """Return the parts that stand, or could stand, in the way of the best headline, with their verdicts."""
        answers, kept = case.answers_to(self.asked), self.kept_unsatisfied
        found = kept.get(answers)
        return keep(kept, answers, self._unsatisfied(case)) if found is None else found

    def _unsatisfied(self, case: Case) -> tuple[tuple[Node, Verdict], ...]:
        found = []
        for part, ask, wanted in self.wanted:
            verdict = ask(case)
            if verdict is not wanted:
                found.append((part, verdict))
        return tuple(found)

    def own_verdict(self, case: Case) -> Verdict:  # noqa: ARG002 - the shape of every node
        """Raise TypeError: a list of criteria has a headline."""
        raise TypeError(f"{self.id}: a list of criteria has a headline, not a verdict")

    @cached_property
    def clusters(self) -> tuple[Group, ...]:
        """The parts that move the headline, those that share a fact together: clusters can be judged one by one."""
        clusters: dict[int, tuple[set[str], list[Node]]] = {}
        place: dict[str, int] = {}  # of the cluster that a fact belongs to
        for last, part in enumerate(self.parts):
            if part.kind == "preferred":
                continue
            ids, nodes = {each.fact.id for each in part.comparisons}, [part]
            for earlier in sorted({place[each] for each in ids if each in place}, reverse=True):
                shared, before = clusters.pop(earlier)
                ids |= shared
                nodes = before + nodes
            clusters[last] = ids, nodes
            place |= dict.fromkeys(ids, last)
        return tuple(Group(self.id, self.text, "all_of", tuple(nodes), "part", ()) for _, nodes in clusters.values())


@dataclass(frozen=True, eq=False)
class Variants:
    """One question, several authorities or editions, each with a rule of its own."""

    rules: dict[str, FirstOf | Criteria | Panel]
    titles: dict[str, str]
    notes: dict[str, str] = field(default_factory=dict)


Part = Node | Comparison


def ids_of(evidence: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the records that were named, one or several."""
    return (evidence,) if isinstance(evidence, str) else tuple(evidence)


def node_of(part: Part) -> Node:
    """Return a part as a node: a bare comparison becomes a criterion that is worded by itself."""
    if isinstance(part, Comparison):
        return Criterion(f"{part.fact.id}-{part.operator}", f"{part.fact.label}: {part.limit}", part, "part", ())
    return part


def criterion(
    criterion_id: str,
    text: str,
    test: Comparison,
    *,
    kind: str = "required",
    evidence: str | tuple[str, ...],
    note: str = "",
    recalled: bool = False,
) -> Criterion:
    """State one criterion; `evidence` names the records that it comes from, the first one being its source.

    `recalled` marks a figure that was not re-read in this authority's own text although its record was seen elsewhere.
    """
    if kind not in KINDS:
        raise ValueError(f"{criterion_id}: kind {kind!r} is none of {', '.join(KINDS)}")
    if not isinstance(test, Comparison):
        raise TypeError(f"{criterion_id}: the test must be a comparison such as KI67 > 20, not {test!r}")
    return Criterion(criterion_id, text, test, kind, ids_of(evidence), note, recalled)


def _group(
    join: str, group_id: str, text: str, parts: tuple[Part, ...], kind: str, evidence: Any, count: int = 0
) -> Group:
    if not parts:
        raise ValueError(f"{group_id}: {join} needs at least one part")
    if kind not in KINDS:
        raise ValueError(f"{group_id}: kind {kind!r} is none of {', '.join(KINDS)}")
    return Group(group_id, text, join, tuple(node_of(part) for part in parts), kind, ids_of(evidence), count)


def all_of(
    group_id: str, text: str, *parts: Part, kind: str = "required", evidence: str | tuple[str, ...] = ()
) -> Group:
    """Join: every part must be met."""
    return _group("all_of", group_id, text, parts, kind, evidence)


def any_of(
    group_id: str, text: str, *parts: Part, kind: str = "required", evidence: str | tuple[str, ...] = ()
) -> Group:
    """Join: one part is enough."""
    return _group("any_of", group_id, text, parts, kind, evidence)


def none_of(
    group_id: str, text: str, *parts: Part, kind: str = "required", evidence: str | tuple[str, ...] = ()
) -> Group:
    """Join: no part may be met."""
    return _group("none_of", group_id, text, parts, kind, evidence)


def at_least(
    count: int,
    group_id: str,
    text: str,
    *parts: Part,
    kind: str = "required",
    evidence: str | tuple[str, ...] = (),
) -> Group:
    """Join: `count` parts or more must be met."""
    if not 1 <= count <= len(parts):
        raise ValueError(f"{group_id}: at_least {count} of {len(parts)} parts cannot be")
    return _group("at_least", group_id, text, parts, kind, evidence, count)


def criteria(rule_id: str, text: str, *parts: Part) -> Criteria:
    """List the criteria of an authority; their kinds decide the headline."""
    nodes = tuple(node_of(part) for part in parts)
    if any(node.kind in ("part", "outcome") for node in nodes):
        raise ValueError(f"{rule_id}: each criterion of a list needs a kind other than part")
    return Criteria(rule_id, text, nodes)


def variants(
    *entries: tuple[str, str, FirstOf | Criteria | Panel] | tuple[str, str, FirstOf | Criteria | Panel, str],
) -> Variants:
    """Offer one rule per authority or edition: (id, title, rule) or (id, title, rule, note)."""
    return Variants(
        {entry[0]: entry[2] for entry in entries},
        {entry[0]: entry[1] for entry in entries},
        {entry[0]: entry[3] for entry in entries if len(entry) == 4},
    )
