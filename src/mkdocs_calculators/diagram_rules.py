"""What a diagram takes from the rules: a reported value, what a report says along a number, where a panel places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from guideline import AnswerError, Calculator, read_answers
from guideline.cases import Case
from guideline.completions import behind
from guideline.facts import Choice, Fact, Number
from guideline.panels import Panel
from guideline.units import format_exact, with_unit
from mkdocs_calculators.diagrams import Diagram
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.problems import unknown


class RuleError(Exception):
    """Raised when a diagram asks of a rule what it does not say; the text is for the author."""


@dataclass(frozen=True)
class Reported:
    """A value that a calculator reports, and the records behind it."""

    value: float
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """A piece of a number's scale in which a report says one thing. An end that does not belong to it is open."""

    text: str
    low: float
    high: float
    low_open: bool
    high_open: bool
    words: str


@dataclass(frozen=True)
class Step:
    """One situation of a pathway: the determinant asked, the answer, what is placed how, and the steps below."""

    determinant: str
    label: str
    placed: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[str, ...]
    below: tuple[Step, ...]


def calculator_of(diagram: Diagram, calculators: Mapping[str, Found]) -> Calculator:
    """Return the calculator that a diagram names."""
    if diagram.calculator not in calculators:
        raise RuleError(unknown("calculator", diagram.calculator, calculators))
    return calculators[diagram.calculator].calculator


def case_of(calculator: Calculator, *answers: Mapping[str, Any]) -> Case:
    """Return the case that answers describe, later ones replacing earlier ones."""
    joined = {key: value for each in answers for key, value in each.items()}
    try:
        return read_answers(calculator, joined).case
    except AnswerError as error:
        raise RuleError("; ".join(f"{each['fact']}: {each['message']}" for each in error.problems)) from error


def find_report(calculator: Calculator, report: str) -> Fact:
    """Return a fact that a calculator reports."""
    reports = {each.id: each for each in calculator.reports}
    if report not in reports:
        raise RuleError(unknown(f"report of {calculator.id}", report, reports))
    return reports[report]


def report_of(diagram: Diagram, row: Mapping[str, Any], calculators: Mapping[str, Found]) -> Reported:
    """Return the number that a row takes from a report; of a day, how many days it lies after `since`."""
    calculator = calculator_of(diagram, calculators)
    rule = diagram.data["rule"]
    fact = find_report(calculator, row["report"])
    case = case_of(calculator, rule.get("answers", {}))
    value = case.value(fact)
    if value is None:
        raise RuleError(f"row {row['label']!r}: {row['report']} is not decided by the answers of the diagram")
    if "since" in rule:
        value -= case.value(calculator.facts[rule["since"]])
    return Reported(float(value), tuple(fact.evidence))


def bands_of(diagram: Diagram, calculators: Mapping[str, Found]) -> Iterator[tuple[Mapping[str, Any], list[Stretch]]]:
    """Yield each band of a diagram with what its report says along the fact."""
    if "bands" not in diagram.data:
        return
    calculator = calculator_of(diagram, calculators)
    rule, axis = diagram.data["rule"], diagram.data["axis"]
    for band in diagram.data["bands"]:
        name = band.get("fact") or rule.get("fact", "")
        fact = calculator.facts.get(name)
        if not isinstance(fact, Number):
            raise RuleError(unknown(f"number of {calculator.id}", name, calculator.facts))
        report = find_report(calculator, band.get("report") or rule.get("report", ""))
        case = case_of(calculator, rule.get("answers", {}), band.get("answers", {}))
        yield band, along(report, fact, case, float(axis["low"]), float(axis["high"]))


def along(report: Fact, fact: Number, case: Case, low: float, high: float) -> list[Stretch]:
    """Return what a report says from `low` to `high` of a number: cut at every limit, joined where nothing changes."""
    compared, _ = behind(report.compares())
    limits = sorted({float(each.value) for each in compared if each.fact is fact and low < float(each.value) < high})
    edges = [low, *limits, high]
    pieces: list[tuple[float, float, str]] = []
    for start, end in pairwise(edges):
        pieces.append(((start + end) / 2, end, said(report, fact, case, (start + end) / 2)))
        if end != high:
            pieces.append((end, end, said(report, fact, case, end)))
    joined: list[Stretch] = []
    for place, (at, end, text) in enumerate(pieces):
        exact = at == end
        if joined and joined[-1].text == text:
            last = joined.pop()
            joined.append(_stretch(text, last.low, end, last.low_open, not exact, (low, high), fact.unit))
        else:
            begin = low if not place else end if exact else pieces[place - 1][1]
            joined.append(_stretch(text, begin, end, bool(place) and not exact, not exact, (low, high), fact.unit))
    return joined


def said(report: Fact, fact: Number, case: Case, value: float) -> str:
    """Return what a report says of a case in which a number has this value."""
    found = case.with_values({fact.id: value}).value(report)
    if found is None:
        raise RuleError(f"{report.id} is not decided at {format_exact(value)} by the answers of the diagram")
    options = report.options if isinstance(report, Choice) else ()
    return next((each.label for each in options if each.id == found), str(found))


def _stretch(
    text: str, low: float, high: float, low_open: bool, high_open: bool, ends: tuple[float, float], unit: str
) -> Stretch:
    lower = "" if low == ends[0] else f"{'above' if low_open else 'from'} {format_exact(low)}"
    upper = "" if high == ends[1] else f"{'below' if high_open else 'up to'} {format_exact(high)}"
    span = " ".join(each for each in (lower, upper) if each)
    return Stretch(
        text, low, high, low_open, high_open, f"{text} {with_unit(span, unit)}" if span else f"{text} at any value"
    )


def numbers_of_bands(
    diagram: Diagram, calculators: Mapping[str, Found]
) -> Iterator[tuple[Mapping[str, Any], list[float]]]:
    """Yield each band with the limits that it draws."""
    for band, stretches in bands_of(diagram, calculators):
        yield band, [each.low for each in stretches[1:]]


def steps_of(diagram: Diagram, calculators: Mapping[str, Found]) -> tuple[Step, ...]:
    """Return the pathway of a diagram, with what the panel places in each situation that has no steps below."""
    if "branches" not in diagram.data:
        return ()
    calculator = calculator_of(diagram, calculators)
    rule = diagram.data["rule"]
    panel = calculator.rules.get(rule.get("variant", "-"))
    if not isinstance(panel, Panel):
        raise RuleError(unknown(f"panel of {calculator.id}", str(rule.get("variant", "-")), calculator.rules))

    def step(branch: Mapping[str, Any], answers: dict[str, Any]) -> Step:
        answers = {**answers, **branch.get("answers", {})}
        below = tuple(step(each, answers) for each in branch.get("branches", ()))
        try:
            placed, evidence = (
                ((), ()) if below else placements(panel, case_of(calculator, answers), rule["placements"])
            )
        except RuleError as error:
            raise RuleError(f"branch {branch['label']!r}: {error}") from error
        if not below and not placed:
            raise RuleError(f"branch {branch['label']!r}: nothing is placed")
        return Step(branch.get("determinant", ""), branch["label"], placed, evidence, below)

    return tuple(step(each, dict(rule.get("answers", {}))) for each in diagram.data["branches"])


def placements(
    panel: Panel, case: Case, wanted: Iterable[str]
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    """Return (words of a placement, titles placed so) for the wanted placements, and the records behind them.

    A placement is wanted by its id, or by what its id begins with before a hyphen.
    """
    groups: dict[str, dict[str, list[str]]] = {each: {} for each in wanted}
    evidence: dict[str, None] = {}
    for entry in panel.entries:
        outcomes = entry.rule.outcomes(case)
        kinds = {each.id.split("-")[0] if each.id.split("-")[0] in groups else each.id for each in outcomes}
        if len(kinds) > 1:
            missing = " or ".join(each.text for each in outcomes)
            raise RuleError(f"{entry.title} is not decided by the answers of the diagram: {missing}")
        (kind,) = kinds
        if kind in groups:
            groups[kind].setdefault("titles", []).append(entry.title)
            evidence |= dict.fromkeys(outcomes[0].evidence)
            groups[kind].setdefault("words", []).append(outcomes[0].text)
    placed = tuple((min(each["words"], key=len), tuple(each["titles"])) for each in groups.values() if each)
    return placed, tuple(evidence)


def evidence_of(steps: Iterable[Step]) -> list[str]:
    """Return the records behind every step of a pathway."""
    found: dict[str, None] = {}
    for each in steps:
        found |= dict.fromkeys([*each.evidence, *evidence_of(each.below)])
    return list(found)


def cited_in(diagram: Diagram, calculators: Mapping[str, Found]) -> list[str]:
    """Return every record that a diagram draws."""
    found = evidence_of(steps_of(diagram, calculators))
    for row in diagram.data.get("rows", ()):
        found += report_of(diagram, row, calculators).evidence if "report" in row else row.get("evidence", ())
    for band in diagram.data.get("bands", ()):
        found += band.get("evidence", ())
    return list(dict.fromkeys(found))
