"""Does a worked example still come out as its source says? Judges it again and names every difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guideline import AnswerError, Calculator, judge
from mkdocs_calculators.cases import Cases, Example, Limit


def differences(calculator: Calculator, cases: Cases) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for everything in a cases file that its rule does not bear out."""
    for example in cases.examples:
        for words in example_differences(calculator, example):
            yield example.line, f"example {example.name!r}: {words}"
    for limit in cases.limits:
        for words in limit_differences(calculator, limit):
            yield limit.line, f"limit of {limit.criterion!r}: {words}"


def example_differences(calculator: Calculator, example: Example) -> Iterator[str]:
    """Yield what an example expects and does not get."""
    wanted = dict(example.expect)
    try:
        result = judge(calculator, dict(example.answers), variant=example.variant)
    except AnswerError as error:
        refused = sorted({str(each["fact"]) for each in error.problems})
        if sorted(wanted.get("problems", [])) != refused:
            yield f"its answers are refused: {error}"
        return
    if "problems" in wanted:
        yield f"expects problems with {', '.join(wanted['problems'])}; its answers are accepted"
        return
    yield from _same("headline", wanted, result["headline"]["state"])
    yield from _same("text", wanted, result["headline"]["text"])
    outcomes = [each["id"] for each in result["outcomes"]]
    if "outcome" in wanted and outcomes != [wanted["outcome"]]:
        yield f"expects the outcome {wanted['outcome']}; the rule gives {' or '.join(outcomes) or 'none'}"
    if "outcomes" in wanted and sorted(wanted["outcomes"]) != sorted(outcomes):
        yield f"expects {' or '.join(wanted['outcomes'])}; the rule gives {' or '.join(outcomes) or 'none'}"
    yield from _options(wanted.get("options", {}), result)
    yield from _findings(wanted.get("findings", {}), result)
    yield from _values(wanted.get("values", {}), result)
    yield from _lists(wanted, result)
    yield from _warnings(wanted, result)


def warned_of(words: str, result: dict[str, Any]) -> bool:
    """Return whether a result has a warning at a fact of that id, or with those words in it."""
    return any(words == each["fact"] or words in each["text"] for each in result["warnings"])


def limit_differences(calculator: Calculator, limit: Limit) -> Iterator[str]:
    """Yield each answer at a threshold that gives another verdict than the file says."""
    for variant in limit.variants:
        under = f" under {variant}" if variant else ""
        for answer, wanted in limit.cases():
            try:
                result = judge(calculator, {**limit.answers, limit.fact: answer}, variant=variant)
            except AnswerError as error:
                yield f"{limit.fact} = {_shown(answer)}{under} is refused: {error}"
                continue
            found = verdicts(result)
            if limit.criterion not in found:
                yield f"{calculator.id} has no criterion of that id{under}; there is {', '.join(sorted(found))}"
                return
            if found[limit.criterion] != wanted:
                verdict = found[limit.criterion]
                yield f"{limit.fact} = {_shown(answer)}{under} should be {wanted}; the rule says {verdict}"


def walk(findings: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every finding of a tree, parents first."""
    for each in findings:
        yield each
        yield from walk(each["parts"])


def verdicts(result: dict[str, Any]) -> dict[str, str]:
    """Return the verdict of every finding by id; in a panel, of the findings of all its rows."""
    rows = [finding for option in result["options"] for finding in option["findings"]]
    return {each["id"]: each["verdict"] for each in walk([*result["findings"], *rows])}


def _same(key: str, wanted: Any, given: str) -> Iterator[str]:
    if key in wanted and plain_spaces(str(wanted[key])) != plain_spaces(given):
        yield f"expects the {key} {wanted[key]!r}; the rule gives {given!r}"


def _options(wanted: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    """Yield each row of a panel that is placed otherwise; a list names the placements that are still possible."""
    rows = {each["id"]: [outcome["id"] for outcome in each["possible"]] for each in result["options"]}
    for row, placement in wanted.items():
        expected = placement if isinstance(placement, list) else [placement]
        if row not in rows:
            yield f"no option {row!r}; there is {', '.join(rows) or 'none'}"
        elif sorted(expected) != sorted(rows[row]):
            yield f"expects {row} to be {' or '.join(expected)}; the rule gives {' or '.join(rows[row])}"


def _lists(wanted: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    """Yield where the facts that are missing, or that were answered and not used, are others."""
    for key, state in (("missing", "missing"), ("not_used", "left out")):
        expected, given = sorted(wanted.get(key, [])), sorted(each["fact"] for each in result[key])
        if key in wanted and expected != given:
            yield f"expects {_listed(expected)} to be {state}; by the rule it is {_listed(given)}"


def _warnings(wanted: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    """Yield each warning that is expected and missing, or there and not expected."""
    for key, expected in (("warnings", True), ("no_warnings", False)):
        for each in wanted.get(key, []):
            if warned_of(each, result) != expected:
                yield f"expects {'a' if expected else 'no'} warning {each!r}; there is {'none' if expected else 'one'}"


def _findings(wanted: dict[str, str], result: dict[str, Any]) -> Iterator[str]:
    found = verdicts(result) if wanted else {}
    for finding, verdict in wanted.items():
        if finding not in found:
            yield f"no finding {finding!r}; there is {', '.join(sorted(found))}"
        elif found[finding] != verdict:
            yield f"expects {finding} to be {verdict}; the rule says {found[finding]}"


def _values(wanted: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    values = {each["id"]: each for each in result["values"]}
    for fact, expected in wanted.items():
        if expected == "unknown":
            if fact in values:
                yield f"expects {fact} to be unknown; the rule gives {values[fact]['displayed']}"
            continue
        if fact not in values:
            yield f"no value {fact!r}; there is {', '.join(sorted(values)) or 'none'}"
            continue
        given = values[fact]
        if isinstance(expected, str):
            same = expected in (given["value"], given["displayed"], given["displayed"].replace("\u00a0", " "))
        else:  # as exact as the example is written: 46.1 stands for everything that rounds to it
            places = len(repr(expected).partition(".")[2]) if isinstance(expected, float) else 0
            same = abs(given["value"] - expected) <= 0.5 * 10**-places + 1e-9
        if not same:
            yield f"expects {fact} to be {expected}; the rule gives {given['value']} ({given['displayed']})"


def plain_spaces(text: str) -> str:
    """Return a text as an author types it, with plain spaces where a reader sees no-break ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "nothing"


def _shown(answer: Any) -> str:
    return f"{answer['value']} {answer['unit']}" if isinstance(answer, dict) else str(answer)
