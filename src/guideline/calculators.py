"""A calculator: which questions it asks, which rule answers them, and what it does not do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from guideline.cases import Case
from guideline.facts import Choice, Day, Fact, SeveralOf
from guideline.panels import Panel
from guideline.rules import Criteria, Node, Part, Variants, node_of
from guideline.tables import FirstOf
from guideline.verdicts import MET, UNKNOWN, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guideline.comparisons import Comparison


@dataclass(frozen=True, eq=False)
class Ask:
    """One question of a form; `when` says which answer to another question opens it."""

    fact: Fact
    when: Comparison | None = None


@dataclass(frozen=True, eq=False)
class Section:
    """A group of questions, in the order of the reports that people hold."""

    id: str
    title: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, eq=False)
class Contradiction:
    """Answers that cannot all be true; refused at `fact`, with everything entered kept."""

    id: str
    message: str
    conditions: tuple[Node, ...]
    fact: Fact
    unless: tuple[Node, ...] = ()

    def stands_in(self, case: Case) -> bool:
        """Return whether the answers of a case contradict each other; nobody can correct what was worked out."""
        if self.fact.id not in case.entered:
            return False
        for ask in self._asked:
            if ask(case) is not MET:
                return False
        return not any(node.verdict(case) is MET for node in self.unless)

    @cached_property
    def _asked(self) -> tuple[Callable[[Case], Verdict], ...]:
        """How each condition is asked."""
        return tuple(each.ask for each in self.conditions)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything that it looks at."""
        return self.conditions + self.unless

    @cached_property
    def depends_on(self) -> frozenset[str]:
        """The ids of every fact on which it hangs whether it stands."""
        return frozenset((self.fact.id,)).union(*(each.depends_on for each in self.nodes))


@dataclass(frozen=True, eq=False)
class Notice:
    """Something a reader should be told when its conditions are met; it never moves the headline."""

    id: str
    text: str
    conditions: tuple[Node, ...]
    evidence: tuple[str, ...]
    fact: Fact | None = None


@dataclass(frozen=True, eq=False)
class Shelf:
    """How long results keep: older than `days` on `today`, the named facts count as unknown."""

    days: int
    dated: Day
    today: Day
    facts: tuple[Fact, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Calculator:
    """One file in `calculators/`: everything about it that is not a rule.

    `reports` are derived facts shown as values beside the result; a calculator without a rule (a measure) has its
    first report as headline.
    """

    id: str
    title: str
    intended_use: str
    not_for: tuple[str, ...]
    sections: tuple[Section, ...]
    content_version: str
    rule: FirstOf | Criteria | Panel | Variants | None = None
    reports: tuple[Fact, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    notices: tuple[Notice, ...] = ()
    not_considered: tuple[str, ...] = ()
    shelves: tuple[Shelf, ...] = ()

    def __post_init__(self) -> None:
        asked = [ask.fact.id for ask in self.asks]
        if len(asked) != len(set(asked)):
            raise ValueError(f"{self.id}: a fact is asked twice")
        unasked = {fact.id for fact in self.base_facts} - set(asked)
        if unasked:
            raise ValueError(f"{self.id}: used but never asked: {', '.join(sorted(unasked))}")

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Every question in the order of the form."""
        return tuple(ask for section in self.sections for ask in section.asks)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every fact that can be entered, by id."""
        return {ask.fact.id: ask.fact for ask in self.asks}

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each of them is called."""
        return {fact_id: fact.label for fact_id, fact in self.facts.items()}

    @cached_property
    def rules(self) -> dict[str, FirstOf | Criteria | Panel]:
        """The rule by variant id; the id is "-" where there are no variants."""
        if self.rule is None:
            return {}
        return self.rule.rules if isinstance(self.rule, Variants) else {"-": self.rule}

    @cached_property
    def base_facts(self) -> tuple[Fact, ...]:
        """Every fact that must be asked: used by a rule, a report, a notice or a contradiction, and not worked out."""
        nodes: list[Node] = [*self.rules.values()]
        nodes += [node for each in self.contradictions for node in each.nodes]
        nodes += [node for each in self.notices for node in each.conditions]
        used = [each.fact for node in nodes for each in node.comparisons]
        used += [fact for each in self.shelves for fact in (each.dated, each.today)]
        used += [*self.reports, *(ask.when.fact for ask in self.asks if ask.when is not None)]
        found = {fact.id: fact for each in used for fact in _with_inputs(each)}
        return tuple(fact for fact in found.values() if not fact.inputs)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The ids of the facts that open or close other questions."""
        return frozenset().union(*(ask.when.fact.depends_on for ask in self.asks if ask.when is not None))

    def opened(self, fact: Fact) -> set[str]:
        """Return the ids of the questions that an answer to this one can open or close, and of those they can."""
        found: set[str] = set()
        moving = [fact.id]
        for each in moving:
            for opened, when in self.opened_by.items():
                if each in when.fact.depends_on and opened not in found:
                    found.add(opened)
                    moving.append(opened)
        return found

    def is_open(self, fact: Fact, case: Case) -> bool:
        """Return whether a question is asked in this case; one that waits for another answer is not."""
        when = self.opened_by.get(fact.id)
        return when is None or when.verdict(case) is MET

    def waits_for(self, fact_id: str, case: Case) -> str:
        """Return the answer that a closed question waits for, "" when another answer has closed it."""
        when = self.opened_by[fact_id]
        return f"{when.fact.label}: {when.limit}" if when.verdict(case) is UNKNOWN else ""

    @cached_property
    def opened_by(self) -> dict[str, Comparison]:
        """What opens each question that waits for another answer."""
        return {ask.fact.id: ask.when for ask in self.asks if ask.when is not None}

    def case_after(self, case: Case, fact: Fact, value: Any) -> Case:
        """Return an open case with another answer, and without those to the questions that it closes."""
        if fact.id not in self.openers:
            return case.with_values({fact.id: value})
        closed = closed_by(self, fact, value)
        if closed is None:
            return self.open_case(case.with_values({fact.id: value}))
        return case.with_values({fact.id: value}, closed=closed.intersection(case.entered))

    def open_case(self, case: Case) -> Case:
        """Return a case without the answers to questions that another answer has closed."""
        while True:  # closing one question can close the next, in whatever order they stand
            entered = case.entered
            closed = [
                fact_id
                for fact_id, when in self.opened_by.items()
                if fact_id in entered and when.verdict(case) is not MET
            ]
            if not closed:
                return case
            case = case.without(closed)

    @property
    def style(self) -> str:
        """How the headline reads: "criteria", "outcome", "options" or "value"."""
        if not self.rules:
            return "value"
        first = next(iter(self.rules.values()))
        if isinstance(first, Panel):
            return "options"
        return "criteria" if isinstance(first, Criteria) else "outcome"

    @cached_property
    def facts_by_variant(self) -> dict[str, frozenset[str]]:
        """The ids of the facts that each variant uses."""
        always = set[str]().union(*(each.depends_on for each in self.reports))
        always = always.union(*(node.depends_on for each in self.notices for node in each.conditions))
        always = always.union(*(node.depends_on for each in self.contradictions for node in each.nodes))
        always |= {fact.id for each in self.shelves for fact in (each.dated, each.today)}
        opening = {ask.when.fact.id for ask in self.asks if ask.when is not None}
        return {variant: frozenset(rule.depends_on | always | opening) for variant, rule in self.rules.items()} or {
            "-": frozenset(always | opening)
        }


def _with_inputs(fact: Fact) -> Iterator[Fact]:
    """Yield a fact and everything that it is derived from."""
    yield fact
    for given in fact.inputs:
        yield from _with_inputs(given)


@cache
def closed_by(calculator: Calculator, fact: Fact, value: Any) -> frozenset[str] | None:
    """Return the ids of the questions that an answer closes, with those that wait for one of them.

    None where one of those that hang on it hangs on what is worked out as well: that takes looking at the whole case.
    """
    closed: set[str] = set()
    for opened in calculator.opened(fact):
        when = calculator.opened_by[opened]
        if when.fact.inputs:
            return None
        if when.fact is fact and not when.holds(value):
            closed |= {opened, *calculator.opened(calculator.facts[opened])}
    return frozenset(closed)


def ask(fact: Fact, *, when: Comparison | None = None) -> Ask:
    """Ask a question only when another has a certain answer."""
    if when is not None and (not isinstance(when.fact, Choice)):
        raise TypeError(f"{fact.id}: only a choice or a yes/no question can open another question")
    return Ask(fact, when)


def section(section_id: str, title: str, *asked: Fact | Ask) -> Section:
    """Group questions under a heading."""
    return Section(section_id, title, tuple(each if isinstance(each, Ask) else Ask(each) for each in asked))


def contradiction(
    contradiction_id: str, message: str, *conditions: Part, fact: Fact, unless: Part | None = None
) -> Contradiction:
    """Refuse answers that cannot be true together; the message stands at `fact`.

    `unless` is what has to be known for them to be possible after all; as long as it is not, they are refused.
    """
    exception = () if unless is None else (node_of(unless),)
    return Contradiction(contradiction_id, message, tuple(node_of(each) for each in conditions), fact, exception)


def notice(
    notice_id: str,
    text: str,
    *conditions: Part,
    evidence: str | tuple[str, ...] = (),
    fact: Fact | None = None,
) -> Notice:
    """Tell the reader something when all conditions are met."""
    ids = (evidence,) if isinstance(evidence, str) else evidence
    return Notice(notice_id, text, tuple(node_of(each) for each in conditions), ids, fact)


def too_old_after(days: int, *facts: Fact, dated: Day, today: Day, evidence: str | tuple[str, ...]) -> Shelf:
    """Count facts as unknown when the day they were measured lies more than `days` before `today`."""
    return Shelf(days, dated, today, facts, (evidence,) if isinstance(evidence, str) else evidence)


def opening_ids(when: Comparison) -> list[str]:
    """Return the option ids that open a question, for forms."""
    return sorted(when.value) if isinstance(when.fact, (Choice, SeveralOf)) else []
