"""The limit of a rule where a page asks for it: which criterion is meant, in which unit, and how it is printed.

`[[value CALCULATOR VARIANT CRITERION]]` prints number and unit, `[[number …]]` the number alone, as the lower end of a
span needs it ("2 to 3 mg/dL"). A fourth word is another unit: `[[value … cm]]` prints 20 mm as 2 cm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from guideline import Calculator
from guideline.comparisons import OPPOSITE, WORDS
from guideline.facts import Number
from guideline.rules import Criterion
from guideline.units import Unit, find_unit, format_exact, with_unit
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.numbers import side_of
from mkdocs_calculators.pages import Value
from mkdocs_calculators.problems import unknown
from mkdocs_calculators.rule_checks import Placed, placed_from
from mkdocs_calculators.site import Site

SYNTAX = "[[value CALCULATOR VARIANT CRITERION]]"
# Beside the units that a form accepts: what sentences say and no report prints.
_SAID = {"days": (Unit("weeks", 7),)}


def value_problem(value: Value, site: Site) -> str | None:
    """Return why an inline value names nothing, or None."""
    if len(value.words) not in (3, 4):
        return f"a value is {SYNTAX}, the variant being - where there are none; a fourth word is another unit"
    calculator, variant, criterion_id = value.rule
    if calculator not in site.calculators:
        return unknown("calculator", calculator, site.calculators)
    found = site.calculators[calculator]
    variants = tuple(found.calculator.rules) or ("-",)  # one that only reports has no rule
    if variant not in variants:
        return unknown(f"variant of {calculator}", variant, variants)
    criterion = find_criterion(found, variant, criterion_id)
    if criterion is None:
        return unknown(
            f"criterion of {calculator} {variant}",
            criterion_id,
            {each.id for each in criteria_of(found.calculator, variant)},
        )
    return form_problem(value, criterion) or side_problem(value, criterion)


def form_problem(value: Value, criterion: Criterion) -> str | None:
    """Return why a limit cannot be printed in the form that a page asks for, or None."""
    fact = criterion.test.fact
    if not isinstance(fact, Number):
        said = value.unit or ("number" if value.bare else "")
        return f"{criterion.id!r} compares with no number, so {said!r} says nothing here" if said else None
    if value.unit and find_unit(units_of(fact), value.unit) is None:
        return unknown(f"unit of {criterion.id!r}", value.unit, [each.symbol for each in units_of(fact)])
    if converted(criterion.test.value, fact, value.unit) is None:
        return f"{limit_text(criterion)} is not exact in {value.unit}; leave the unit out"
    return None


def side_problem(value: Value, criterion: Criterion) -> str | None:
    """Return how the words around a limit differ from its rule, or None: "above" does not say "at least"."""
    compared = criterion.test.operator
    if compared not in OPPOSITE:
        return None
    stated = side_of(value.before, value.after if value.after.startswith(" or ") else "")
    if stated in (None, compared, OPPOSITE[compared]):
        return None
    limit = criterion.test.limit.replace("\u00a0", " ")
    return (
        f"the words around the limit say {WORDS[stated]!r}, its rule {limit!r}; "
        "say it as the rule does, or type the figure with its source where it is another statement"
    )


def find_criterion(found: Found, variant: str, criterion: str) -> Criterion | None:
    """Return a criterion by its id, or None: that of the rule, else of a table it draws on, else behind a report."""
    return _criteria_by_id(found.calculator, variant).get(criterion)


@lru_cache(maxsize=256)  # a rule that is edited while the site is served makes a new calculator
def _criteria_by_id(calculator: Calculator, variant: str) -> dict[str, Criterion]:
    """Return the first criterion of each id."""
    return {each.id: each for each in reversed(list(criteria_of(calculator, variant)))}


def criteria_of(calculator: Calculator, variant: str) -> Iterator[Criterion]:
    """Yield the criteria of a variant and of the tables it draws on, as the stage draws on T, then of the reports.

    What a report draws on and the rule of another variant too is that variant's, and lends nothing to this one.
    """
    rules = calculator.rules
    yield from _criteria(placed_from(rule for name, rule in rules.items() if name == variant))
    of_rules = {id(each.node) for each in placed_from(rules.values())}
    reports = placed_from((), calculator.reports)
    yield from _criteria(each for each in reports if id(each.node) not in of_rules)


def _criteria(placed: Iterable[Placed]) -> Iterator[Criterion]:
    return (each.node for each in placed if isinstance(each.node, Criterion))


def units_of(fact: Number) -> tuple[Unit, ...]:
    """Return the units in which a page may print the limits of a fact."""
    return (*fact.units, *_SAID.get(fact.unit, ()))


def converted(limit: float, fact: Number, symbol: str) -> tuple[str, str] | None:
    """Return (number, unit) of a limit in another unit, or None where it has no short exact number in it."""
    unit = find_unit(units_of(fact), symbol) if symbol else None
    if unit is None:
        return format_exact(limit), fact.unit
    exact = Fraction(str(limit)) * unit.denominator / unit.numerator
    shown = format_exact(float(exact))
    return (shown, unit.symbol) if Fraction(shown.replace("−", "-")) == exact else None


def limit_text(criterion: Criterion, symbol: str = "", *, bare: bool = False) -> str:
    """Return the limit of a criterion without its comparing words: "75 × 10⁹/L"; bare, the number alone."""
    fact = criterion.test.fact
    shown = converted(criterion.test.value, fact, symbol) if isinstance(fact, Number) else None
    if shown is not None:
        return shown[0] if bare else with_unit(*shown)
    return criterion.test.limit.removeprefix(WORDS.get(criterion.test.operator, "")).strip()
