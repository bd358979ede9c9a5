"""A case as a file: saved as JSON with its result, opened again, and the criteria as a table for a spreadsheet.

An opened file is a stranger: it is measured, counted and looked through for what JSON readers pass over in silence
before anything of it is taken, and its answers are read like those of the form. The result in it is not believed; the
case is judged again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from guideline.facts import Choice
from guideline.reading import shortened
from presentation import case_phrases, phrases
from presentation.links import Unreadable, current_name, current_options
from presentation.raw_answers import about_version, canonical, fillable, known_variant

if TYPE_CHECKING:
    from guideline import Calculator
    from guideline.reading import Read

Json = Mapping[str, Any]
FORMAT = "open-net-guide-case/1"
LARGEST = 1_000_000  # characters; a case with the result of the board's sheet has about 200 000
DEEPEST = 60  # brackets in brackets; a result has 14
MOST_ANSWERS = 1000

_KEYS = frozenset(("format", "calculator", "title", "variant", "content_version", "answers", "result"))
_TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)', re.DOTALL)
_NEGATIVE = re.compile(r"-[0-9]+(?:\.[0-9]+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # a spreadsheet reads the wide ones too
COLUMNS = ("calculator", "version", "authority", "row", "placed", "criterion", "kind", "verdict", "entered", "limit",
           "distance", "missing", "evidence")  # fmt: skip


def case_json(calculator: Calculator, read: Read, answers: Json, variant: str, result: Json) -> str:
    """Return a case with its result as JSON text."""
    kept = {each: canonical(calculator.facts[each], raw) for each, raw in answers.items() if each in read.entered}
    case = {
        "format": FORMAT,
        "calculator": calculator.id,
        "title": calculator.title,
        "variant": None if variant == "-" else variant,
        "content_version": calculator.content_version,
        "answers": kept,
        "result": result,
    }
    return json.dumps(case, ensure_ascii=False, indent=1) + "\n"


def open_case(calculator: Calculator, text: str, table: Json) -> dict[str, Any]:
    """Return what a saved case brings to the form: `answers`, `variant`, and `said`, lines for the reader.

    Raises:
        Unreadable: it is no case of this calculator, or a file that nobody should take apart.
    """
    words = case_phrases.EXCHANGE
    case = _parsed(text)
    if not isinstance(case, dict) or not isinstance(case.get("format"), str):
        raise Unreadable(words["no_case"])
    name, _, number = case["format"].partition("/")
    if name != FORMAT.partition("/")[0]:
        raise Unreadable(words["other_format"].format(format=shortened(case["format"])))
    if case["format"] != FORMAT:
        newer = number.isascii() and number.isdigit() and int(number[:9]) > 1
        raise Unreadable(words["newer_form"] if newer else words["no_case"])
    if case.get("calculator") != calculator.id:
        named = shortened(case.get("calculator"))
        raise Unreadable(words["other_calculator"].format(name=named, title=calculator.title))
    given = case.get("answers")
    if not isinstance(given, dict) or len(given) > MOST_ANSWERS:
        raise Unreadable(words["no_case"])
    said = [words["unknown_part"].format(name=shortened(each)) for each in case if each not in _KEYS][:10]
    facts, renamed = _current(calculator, given, table)
    variant, wrong = known_variant(calculator, case.get("variant"))
    answers, left_out = fillable(calculator, facts)
    theirs = case.get("content_version")
    about = about_version(str(theirs)[:40], calculator.content_version, table.get("versions", ()))
    return {"answers": answers, "variant": variant, "said": [*about, *wrong, *said, *renamed, *left_out]}


def _current(calculator: Calculator, given: Json, table: Json) -> tuple[list[tuple[str, Any]], list[str]]:
    """Return the answers under today's names of facts and options, with a line for each that was renamed."""
    facts: list[tuple[str, Any]] = []
    said: list[str] = []
    for key, raw in given.items():
        fact_id, renamed = current_name(key, table)
        said += renamed
        fact = calculator.facts.get(fact_id)
        answer = raw
        if isinstance(fact, Choice) and isinstance(raw, (str, list)):
            found, renamed = current_options(fact, [raw] if isinstance(raw, str) else raw, table)
            said += renamed
            answer = found[0] if isinstance(raw, str) else found
        facts.append((fact_id, answer))
    return facts, said


def _parsed(text: str) -> Any:
    words = case_phrases.EXCHANGE
    if len(text) > LARGEST:
        raise Unreadable(words["too_large"])
    depth = deepest = 0
    for each in re.findall(r"[\[\]{}]", _TEXT.sub("", text)):
        depth += 1 if each in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise Unreadable(words["too_deep"])
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_pairs, parse_constant=_constant)
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable(words["no_json"]) from None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(each for each in names if names.count(each) > 1)
        raise Unreadable(case_phrases.EXCHANGE["key_twice"].format(name=shortened(double)))
    return found


def _constant(name: str) -> Any:
    raise Unreadable(case_phrases.EXCHANGE["no_number"].format(name=name))


def result_csv(result: Json) -> str:
    """Return values and every criterion with its verdict as CSV (RFC 4180), after the mark that tells UTF-8.

    `row` and `placed` name the treatment where a calculator judges several.
    """
    authority = result["variant"]["title"] if result["variant"] else ""
    first = (result["title"], result["content_version"], authority)
    lines: list[tuple[str, ...]] = [COLUMNS]
    value = phrases.WORDS["value"]
    lines += [(*first, "", "", each["label"], value, "", each["displayed"], *[""] * 4) for each in result["values"]]
    for title, placed, findings in _groups(result):
        lines += [(*first, title, placed, *each) for each in _rows(findings)]
    return "\ufeff" + "".join(f"{','.join(map(cell, each))}\r\n" for each in lines)


def _groups(result: Json) -> Iterator[tuple[str, str, Iterable[Json]]]:
    for each in result.get("options") or ():
        yield each["title"], each["text"], each["findings"]
    if not result.get("options"):
        yield "", "", result["findings"]


def _rows(findings: Iterable[Json]) -> Iterator[tuple[Any, ...]]:
    """Yield each criterion that compares an answer; what holds several of them together is left out."""
    for each in findings:
        yield from _rows(each["parts"])
        if each["fact"] is not None:
            yield (
                each["text"],
                phrases.KINDS[each["kind"]],
                phrases.VERDICTS.get(each["kind"], phrases.VERDICTS["part"])[each["verdict"]].words,
                each["entered"] or "",
                each["limit"] or "",
                each["distance"] or "",
                " ".join(each["missing"]),
                " ".join(each["evidence"]),
            )


def cell(text: str) -> str:
    """Return one cell: quoted where it must be, and never a formula.

    A spreadsheet takes a cell that begins with = + - @ or a control character for a formula, so an apostrophe goes
    before it; a plain negative number such as -12 or -1.5 is one and stays.
    """
    text = text.replace("\u2212", "-").replace("\u00a0", " ")
    if text.startswith(_FORMULA) and not _NEGATIVE.fullmatch(text):
        text = f"'{text}"
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if re.search(r'[",\r\n]', text) else text
