"""Facts: the questions a guideline asks, each with its unit, its limits and where the answer is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guideline.comparisons import WORDS, Comparison
from guideline.days import day_text
from guideline.units import Unit, format_exact, format_number, with_unit

if TYPE_CHECKING:
    from guideline.cases import Case


@dataclass(frozen=True)
class Option:
    """One answer of a choice."""

    id: str
    label: str
    hint: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact:
    """What every fact has: a stable id that names its unit, a label, and who can tell."""

    id: str
    label: str
    hint: str = ""
    found_in: str = ""
    excludes: str = ""
    changeable: bool = True
    inputs: tuple[Fact, ...] = ()
    formula: Callable[..., Any] | None = None
    enterable: bool = True
    evidence: str | tuple[str, ...] = ()
    kind: str = field(default="", init=False)

    def __post_init__(self) -> None:
        if isinstance(self.evidence, str):  # one record may be named without a tuple
            object.__setattr__(self, "evidence", (self.evidence,))

    @cached_property
    def depends_on(self) -> frozenset[str]:
        """Its own id and the ids of everything that it is worked out from."""
        return frozenset((self.id,)).union(*(each.depends_on for each in self.inputs))

    def work_out(self, case: Case) -> Any:
        """Return the derived value, or None while an input is unknown.

        Numbers are rounded to 9 decimals, so that a result that stands exactly on a limit is not moved off it by the
        binary fractions of its inputs.
        """
        if self.formula is None:
            raise TypeError(f"{self.id} is derived without a formula")
        values = []
        for given in self.inputs:
            value = case.value(given)
            if value is None:
                return None
            values.append(value)
        result = self.formula(*values)
        return round(result, 9) if isinstance(result, float) else result

    def needs(self, case: Case) -> tuple[Fact, ...]:  # noqa: ARG002 - a selected fact looks at the case
        """Return the facts that the derived value hangs on in this case."""
        return self.inputs

    def compares(self) -> tuple[Comparison, ...]:
        """Return what a rule behind this fact compares; nothing for what is asked or worked out by a formula."""
        return ()

    def possible(self, case: Case) -> Iterable[Any]:  # noqa: ARG002 - conclusions look at the case
        """Return every value that can still be true, or nothing when that is not narrowed."""
        return ()

    def limit_text(self, operator: str, value: Any) -> str:
        """Return the right-hand side of a comparison in words."""
        raise NotImplementedError

    def shown(self, value: Any) -> str:
        """Return a value for a reader."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False, kw_only=True)
class Number(Fact):
    """A quantity in one unit inside, several accepted at the form."""

    unit: str
    units: tuple[Unit, ...]
    at_least: float
    at_most: float
    reason: str
    plausible: tuple[float, float]
    decimals: int
    whole: bool
    close: float
    kind: str = field(default="number", init=False)

    def __lt__(self, other: float) -> Comparison:
        return Comparison(self, "<", float(other))

    def __le__(self, other: float) -> Comparison:
        return Comparison(self, "<=", float(other))

    def __gt__(self, other: float) -> Comparison:
        return Comparison(self, ">", float(other))

    def __ge__(self, other: float) -> Comparison:
        return Comparison(self, ">=", float(other))

    def equals(self, other: float) -> Comparison:
        """Compare for equality; only sensible for whole numbers such as scores."""
        return Comparison(self, "=", float(other))

    def limit_text(self, operator: str, value: Any) -> str:
        return f"{WORDS[operator]} {with_unit(format_exact(value), self.unit)}"

    def shown(self, value: Any) -> str:
        return with_unit(format_number(value, self.decimals), self.unit)


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice(Fact):
    """One of several named answers."""

    options: tuple[Option, ...]
    kind: str = field(default="choice", init=False)

    def _checked(self, ids: tuple[str, ...]) -> frozenset[str]:
        for each in ids:
            if each not in self.labels:
                raise ValueError(f"{self.id} has no option {each!r}; there is {', '.join(sorted(self.labels))}")
        return frozenset(ids)

    def is_(self, option_id: str) -> Comparison:
        """Compare with one option."""
        return Comparison(self, "is", self._checked((option_id,)))

    def one_of(self, *option_ids: str) -> Comparison:
        """Compare with several options, any of which will do."""
        return Comparison(self, "is", self._checked(option_ids))

    def label_of(self, option_id: str) -> str:
        """Return the label of one option."""
        return self.labels[option_id]

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each option, by its id."""
        return {each.id: each.label for each in self.options}

    def limit_text(self, operator: str, value: Any) -> str:  # noqa: ARG002 - one operator only
        labels = [each.label for each in self.options if each.id in value]
        return " or ".join(labels)

    def shown(self, value: Any) -> str:
        return self.label_of(value)


@dataclass(frozen=True, eq=False, kw_only=True)
class YesNo(Choice):
    """A yes or no; anything else is not known."""

    options: tuple[Option, ...] = (Option("yes", "yes"), Option("no", "no"))
    kind: str = field(default="yes_no", init=False)

    @property
    def yes(self) -> Comparison:
        """Compare with yes."""
        return self.is_("yes")

    @property
    def no(self) -> Comparison:
        """Compare with no."""
        return self.is_("no")


@dataclass(frozen=True, eq=False, kw_only=True)
class SeveralOf(Choice):
    """Any number of named answers; an empty list says that none applies."""

    kind: str = field(default="several_of", init=False)

    def is_(self, option_id: str) -> Comparison:  # noqa: ARG002 - refused whatever the option
        """Raise TypeError: several answers are not one."""
        raise TypeError(f"{self.id} takes several answers: use includes")

    def includes(self, option_id: str) -> Comparison:
        """Compare: this option is among the answers."""
        return Comparison(self, "includes", self._checked((option_id,)))

    def includes_any(self, *option_ids: str) -> Comparison:
        """Compare: at least one of these options is among the answers."""
        return Comparison(self, "includes", self._checked(option_ids))

    def shown(self, value: Any) -> str:
        return ", ".join(self.label_of(each) for each in value) if value else "none of these"


@dataclass(frozen=True, eq=False, kw_only=True)
class Day(Fact):
    """A calendar day, inside a count of days so that differences are numbers."""

    kind: str = field(default="date", init=False)

    def shown(self, value: Any) -> str:
        return day_text(int(value))

    def limit_text(self, operator: str, value: Any) -> str:
        return f"{WORDS[operator]} {day_text(int(value))}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Selected(Number):
    """A quantity with several sources, one of which another answer selects; only that one has to be known."""

    by: Choice
    sources: dict[str, Number]

    def work_out(self, case: Case) -> Any:
        source = self.sources.get(case.value(self.by))
        return None if source is None else case.value(source)

    def needs(self, case: Case) -> tuple[Fact, ...]:
        source = self.sources.get(case.value(self.by))
        return (self.by,) if source is None else (source,)


def option(option_id: str, label: str, hint: str = "") -> Option:
    """Name one answer of a choice."""
    return Option(option_id, label, hint)


def number(
    fact_id: str,
    label: str,
    *,
    unit: str,
    at_least: float,
    at_most: float,
    plausible: tuple[float, float] | None = None,
    reason: str = "",
    accepts: Mapping[str, tuple[int, int]] | None = None,
    decimals: int = 0,
    whole: bool = False,
    close: float = 0.0,
    **more: Any,
) -> Number:
    """Ask for a quantity.

    `at_least` and `at_most` refuse the impossible (`reason` says why), `plausible` asks again; `accepts` maps further
    unit symbols to the exact factor (numerator, denominator) into `unit`; `close` is the distance to a threshold
    within which a repeat is worth a thought, in `unit`.
    """
    units = (Unit(unit), *(Unit(symbol, *factor) for symbol, factor in (accepts or {}).items()))
    for each in units:
        if not isinstance(each.code, str):  # pragma: no cover - a missing code has raised KeyError already
            raise TypeError(each.symbol)
    return Number(
        id=fact_id,
        label=label,
        unit=unit,
        units=units,
        at_least=float(at_least),
        at_most=float(at_most),
        reason=reason,
        plausible=plausible or (float(at_least), float(at_most)),
        decimals=decimals,
        whole=whole,
        close=close,
        **more,
    )


def choice(fact_id: str, label: str, *options: Option, **more: Any) -> Choice:
    """Ask for one of several answers."""
    return Choice(id=fact_id, label=label, options=options, **more)


def yes_no(fact_id: str, label: str, **more: Any) -> YesNo:
    """Ask for yes or no."""
    return YesNo(id=fact_id, label=label, **more)


def several_of(fact_id: str, label: str, *options: Option, **more: Any) -> SeveralOf:
    """Ask which of several answers apply."""
    return SeveralOf(id=fact_id, label=label, options=options, **more)


def date(fact_id: str, label: str, **more: Any) -> Day:
    """Ask for a calendar day."""
    return Day(id=fact_id, label=label, **more)


def derived(
    fact_id: str,
    label: str,
    *,
    inputs: tuple[Fact, ...],
    formula: Callable[..., Any],
    unit: str | None = None,
    options: tuple[Option, ...] = (),
    enterable: bool = True,
    is_day: bool = False,
    evidence: str | tuple[str, ...] = (),
    **more: Any,
) -> Any:
    """Work a fact out from others; an entered value, where `enterable`, comes before the derived one.

    A calendar day when `is_day`; a number when `unit` is given (then `at_least`, `at_most` and the rest of `number`
    apply), otherwise a choice among `options`. `formula` receives the inputs' values in their own units and returns a
    value, or None for unknown.
    """
    found_by: dict[str, Any] = {
        "inputs": inputs,
        "formula": formula,
        "enterable": enterable,
        "evidence": evidence,
    }
    if is_day:
        return date(fact_id, label, **found_by, **more)
    if unit is None:
        return choice(fact_id, label, *options, **found_by, **more)
    return number(fact_id, label, unit=unit, **found_by, **more)


def selected(fact_id: str, label: str, *, by: Choice, sources: Mapping[str, Number], **more: Any) -> Selected:
    """Take a quantity from the source that the answer to `by` selects: {option id: fact}, all in one unit."""
    facts = tuple(sources.values())
    if set(sources) != {each.id for each in by.options}:
        raise ValueError(f"{fact_id}: every option of {by.id} needs a source, and nothing else has one")
    if len({each.unit for each in facts}) != 1:
        raise ValueError(f"{fact_id}: its sources have different units")
    first = facts[0]
    return Selected(
        id=fact_id,
        label=label,
        unit=first.unit,
        units=first.units[:1],
        at_least=min(each.at_least for each in facts),
        at_most=max(each.at_most for each in facts),
        reason=first.reason,
        plausible=first.plausible,
        decimals=max(each.decimals for each in facts),
        whole=all(each.whole for each in facts),
        close=first.close,
        inputs=(by, *facts),
        enterable=False,
        by=by,
        sources=dict(sources),
        **more,
    )
