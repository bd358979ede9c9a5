"""Facts that rules work out: the outcome of a table, and the sum of a score."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guideline.completions import possible_results, results_of_nothing
from guideline.facts import Choice, Number, Option
from guideline.rules import Group, Node, Part, node_of
from guideline.tables import FirstOf
from guideline.units import Unit
from guideline.verdicts import MET, UNKNOWN

if TYPE_CHECKING:
    from guideline.cases import Case
    from guideline.comparisons import Comparison


@dataclass(frozen=True, eq=False, kw_only=True)
class Conclusion(Choice):
    """A fact that another rule concludes: its value is the outcome, once only one is possible."""

    rule: FirstOf

    def work_out(self, case: Case) -> Any:
        found = self.possible(case)
        return found[0] if len(found) == 1 else None

    def compares(self) -> tuple[Comparison, ...]:
        """Return the comparisons of the table."""
        return self.rule.comparisons

    def possible(self, case: Case) -> tuple[Any, ...]:
        return case.remembered(self, self._outcome_ids)  # type: ignore[no-any-return]

    def _outcome_ids(self, case: Case) -> tuple[str, ...]:
        return tuple(each.id for each in self.rule.outcomes(case))


def conclusion(fact_id: str, rule: FirstOf, *, enterable: bool = False, **more: Any) -> Conclusion:
    """Use the outcome of another rule as a fact of this one."""
    facts = {each.fact.id: each.fact for each in rule.comparisons}
    return Conclusion(
        id=fact_id,
        label=more.pop("label", rule.text),
        options=tuple(Option(each.id, each.text) for each, _ in rule.branches),
        inputs=tuple(facts.values()),
        enterable=enterable,
        rule=rule,
        **more,
    )


@dataclass(frozen=True, eq=False)
class Items:
    """Conditions of a score that share facts, with their points."""

    items: tuple[tuple[int, Node], ...]

    @cached_property
    def conditions(self) -> Group:
        """The conditions as one node, so that facts that stand in several of them are tried once."""
        return Group("conditions", "Conditions", "any_of", tuple(node for _, node in self.items), "part", ())

    def totals(self, case: Case) -> frozenset[int]:
        """Return every total that some completion of the case leads to."""
        if self.conditions.depends_on.isdisjoint(case.entered):
            return results_of_nothing(self.conditions, self._each_alone)
        return possible_results(self.conditions, case, self._each_alone)

    def _each_alone(self, case: Case) -> frozenset[int]:
        found = {0}
        for amount, node in self.items:
            verdict = node.own_verdict(case)
            with_it = {each + amount for each in found}
            if verdict is MET:
                found = with_it
            elif verdict is UNKNOWN:
                found |= with_it
        return frozenset(found)


def _apart(items: tuple[tuple[int, Node], ...]) -> tuple[Items, ...]:
    """Part items into sets that share no fact: what one set comes to leaves the others as they are."""
    parted: list[tuple[tuple[int, Node], ...]] = []
    for item in items:
        facts = item[1].depends_on
        touching = [each for each in parted if any(not facts.isdisjoint(node.depends_on) for _, node in each)]
        parted = [each for each in parted if each not in touching]
        parted.append((*(one for each in touching for one in each), item))
    return tuple(Items(each) for each in parted)


@dataclass(frozen=True, eq=False, kw_only=True)
class Points(Number):
    """A score: the sum of points of the conditions that are met, from `start` upward."""

    items: tuple[tuple[int, Node], ...]
    start: int = 0

    @cached_property
    def conditions(self) -> Group:
        """All conditions as one node."""
        return Items(self.items).conditions

    @cached_property
    def parted(self) -> tuple[Items, ...]:
        """The items in sets that share no fact."""
        return _apart(self.items)

    def compares(self) -> tuple[Comparison, ...]:
        """Return the comparisons of all conditions."""
        return self.conditions.comparisons

    def work_out(self, case: Case) -> Any:
        found = self.possible(case)
        return found[0] if len(found) == 1 else None

    def possible(self, case: Case) -> tuple[Any, ...]:
        return case.remembered(self, self._possible)  # type: ignore[no-any-return]

    def _possible(self, case: Case) -> tuple[float, ...]:
        found = {self.start}
        for items in self.parted:
            found = {total + more for total in found for more in items.totals(case)}
        return tuple(float(each) for each in sorted(found))


def points(fact_id: str, label: str, *items: tuple[int, Part], start: int = 0, unit: str = "", **more: Any) -> Points:
    """Add up points from `start`; the total is known once every answer that is left leads to the same one."""
    nodes = tuple((amount, node_of(part)) for amount, part in items)
    facts = {each.fact.id: each.fact for _, node in nodes for each in node.comparisons}
    lowest = start + sum(amount for amount, _ in nodes if amount < 0)
    highest = start + sum(amount for amount, _ in nodes if amount > 0)
    return Points(
        id=fact_id,
        label=label,
        unit=unit,
        units=(Unit(unit),),
        at_least=float(lowest),
        at_most=float(highest),
        reason="the score cannot leave its range",
        plausible=(float(lowest), float(highest)),
        decimals=0,
        whole=True,
        close=-1.0,  # a score is counted, not measured: at its limit there is nothing to repeat
        inputs=tuple(facts.values()),
        enterable=False,
        items=nodes,
        start=start,
        **more,
    )
