"""What the build puts on a page: form, criteria table, worked examples; all of it reads without JavaScript.

Everything is drawn from the JSON of `guideline.questions` and `guideline.judge`, and from evidence records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from guideline.units import format_exact, with_unit
from presentation import case_phrases, phrases
from presentation.criteria import criteria_html, has_criteria
from presentation.environment import macro
from presentation.letters import headline_words
from presentation.results import headline_phrase, result_markup

Json = Mapping[str, Any]
_MANY_OPTIONS = 7  # more options than this become a native list
_SHORT_OPTIONS = 34  # characters of all labels together that fit on one row
_WHOLE_RESULTS = 8  # worked examples with every criterion; of the others the page has answers and headline
BLOCKS = ("form", "criteria", "examples")  # a page that asks for "sheet" as well has its result as the board's sheet


def calculator_html(
    questions: Json,
    evidence: Json,
    examples: Sequence[Json] = (),
    results: Sequence[Json] = (),
    *,
    element_id: str,
    show: Iterable[str] = BLOCKS,
    rows: Sequence[str] = (),
    level: int = 2,
) -> str:
    """Return the whole block of a calculator; `level` is the level of its own headings.

    `rows` names the rows of a panel that the tables of criteria are about; without it all are.
    """
    chosen = tuple(show)
    blocks = []
    if "form" in chosen:
        blocks.append(form_html(questions, element_id=element_id, level=level, sheet="sheet" in chosen))
    if "criteria" in chosen and has_criteria(questions):
        folded = chosen == ("criteria",)
        below = level + folded  # a folded block stands below the page's own heading
        tables = criteria_html(questions, evidence, element_id=element_id, level=below, folded=folded, only=rows)
        blocks.append(tables)
    if "examples" in chosen and examples:
        blocks.append(examples_html(questions, examples, results, element_id=element_id, level=level))
    return "".join(blocks)


def form_html(questions: Json, *, element_id: str, level: int = 2, sheet: bool = False) -> str:
    """Return the custom element with its intended use, form and empty result panel."""
    by_variant = [each["id"] for each in questions["variants"]]
    view = {
        "element": element_id,
        "level": level,
        "calculator": questions["calculator"],
        "title": questions["title"],
        "version": questions["content_version"],
        "variants": questions["variants"],
        "script_words": phrases.SCRIPT_WORDS | phrases.BOARD if sheet else phrases.SCRIPT_WORDS,
        "case_words": case_phrases.CASE_WORDS,
        "sheet": sheet,
        "swept": _swept(questions) if sheet else [],
        "intro": macro("calculator.jinja", "intro")(questions),
        "sections": [
            {
                "id": each["id"],
                "title": each["title"],
                "fields": [_field(questions["facts"][fact], questions, by_variant) for fact in each["facts"]],
            }
            for each in questions["sections"]
        ],
    }
    return str(macro("calculator.jinja", "desk_block")(view))


def _swept(questions: Json) -> list[Json]:
    """Return the numbers on the form that a criterion compares."""

    def compared(nodes: Iterable[Json]) -> set[str]:
        found: set[str] = set()
        for each in nodes:
            found |= {each["fact"] or ""} | compared(each["parts"])
        return found

    facts = {fact for tree in questions["criteria"].values() for fact in compared(tree)}
    return [each for each in questions["facts"].values() if each["kind"] == "number" and each["id"] in facts]


def _field(fact: Json, questions: Json, by_variant: list[str]) -> dict[str, Any]:
    """Return what the form templates need to know of one fact."""
    used_by = fact.get("variants") or []
    partly = bool(by_variant) and bool(used_by) and set(used_by) != set(by_variant)
    asked = fact.get("asked_when")
    options = fact.get("options") or []
    if fact["kind"] == "yes_no":
        options = [
            {"id": "yes", "label": phrases.WORDS["yes"], "hint": ""},
            {"id": "no", "label": phrases.WORDS["no"], "hint": ""},
        ]
    if fact["kind"] in ("number", "date"):
        entry = "text"
    else:
        entry = "select" if fact["kind"] == "choice" and len(options) > _MANY_OPTIONS else "group"
    length = sum(len(each["label"]) + len(each.get("hint", "")) for each in options)
    return {
        "id": fact["id"],
        "label": fact["label"],
        "kind": fact["kind"],
        "entry": entry,
        "hints": _hints(fact, questions),
        "asked_by": [each["title"] for each in questions["variants"] if partly and each["id"] in used_by],
        "condition": asked["text"] if asked else "",
        "asked_fact": asked["fact"] if asked else "",
        "asked_one_of": json.dumps(asked["one_of"]) if asked else "",
        "variants": " ".join(used_by) if partly else "",
        "unit": _unit_shown(fact["unit"]) if fact.get("unit") else "",
        "units": [{**each, "shown": _unit_shown(each["symbol"])} for each in fact.get("units") or []],
        "options": options,
        "short": fact["kind"] != "several_of" and length <= _SHORT_OPTIONS,
    }


def _unit_shown(symbol: str) -> str:
    return with_unit("", symbol).strip()


def _hints(fact: Json, questions: Json) -> list[str]:
    """Return the short sentences under a label: what, where it is found, what is possible."""
    words = phrases.WORDS
    said = [_sentence(fact["hint"])] if fact.get("hint") else []
    if fact.get("derived") and fact.get("inputs"):
        labels = [questions["facts"][each]["label"] for each in fact["inputs"] if each in questions["facts"]]
        if labels:
            said.append(_sentence(f"{words['derived']} {', '.join(labels)}"))
    if fact.get("found_in"):
        said.append(_sentence(f"{words['found_in']}: {fact['found_in']}"))
    if fact["kind"] == "number" and fact.get("range"):
        said.append(_sentence(f"{words['allowed']}: {_span(fact)}"))
    if fact["kind"] == "date":
        said.append(_sentence(words["date_hint"]))
    if fact["kind"] == "several_of":
        said.append(_sentence(words["several_hint"]))
    return said


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", ":")) else f"{text}."


def _span(fact: Json) -> str:
    low, high = fact["range"]
    span = with_unit(f"{format_exact(low)} to {format_exact(high)}", fact.get("unit") or "")
    return f"{span}, {phrases.WORDS['whole']}" if fact.get("whole") else span


def examples_html(
    questions: Json,
    examples: Sequence[Json],
    results: Sequence[Json],
    *,
    element_id: str | None = None,
    level: int = 2,
) -> str:
    """Return the worked examples: answers, the result by the result's own template, a button that loads them.

    `examples` have name, answers and, where there are any, variant and source; `results` are what `judge`
    returned for each, in the same order.
    """
    shown = []
    seen: set[str] = set()
    labels = {fact: each["label"] for fact, each in questions["facts"].items()}
    for example, result in zip(examples, results, strict=True):
        answer = _kind_of_answer(result)
        whole = answer not in seen and len(seen) < _WHOLE_RESULTS
        if whole:
            seen.add(answer)
        shown.append(
            {
                "name": example["name"],
                "authority": result["variant"]["title"] if result["variant"] else "",
                "source": _sentence(example["source"]) if example.get("source") else "",
                "load": {
                    "name": example["name"],
                    "variant": example.get("variant"),
                    "answers": example["answers"],
                },
                "answers": [
                    (labels[fact], answer_shown(questions["facts"][fact], raw))
                    for fact, raw in example["answers"].items()
                    if fact in questions["facts"]
                ],
                "phrase": headline_phrase(result),
                "headline": headline_words(result),
                "result": result_markup(result, labels, element="", compact=True, level=level + 2) if whole else "",
            }
        )
    view = {
        "element": element_id or questions["calculator"],
        "level": level,
        "title": questions["title"],
        "calculator": questions["calculator"],
        "examples": shown,
    }
    return str(macro("examples.jinja", "examples_block")(view))


def _kind_of_answer(result: Json) -> str:
    """Return what makes two results the same kind of answer: state and outcomes, or what is placed where."""
    placed = [each["placement"] for each in result.get("options") or []]
    return json.dumps([result["headline"]["state"], [each["id"] for each in result["outcomes"]], placed])


def answer_shown(fact: Json, raw: Any) -> str:
    """Return one raw answer as a reader would say it."""
    words = phrases.WORDS
    if raw is None:
        return words["not_known"]
    if fact["kind"] == "number":
        unit = fact.get("unit") or ""
        if isinstance(raw, Mapping):
            unit, raw = raw.get("unit") or unit, raw.get("value")
        return with_unit(raw if isinstance(raw, str) else format_exact(raw), unit)
    if fact["kind"] == "yes_no":
        return words["yes"] if raw in (True, "yes") else words["no"]
    labels = {each["id"]: each["label"] for each in fact.get("options") or []}
    if fact["kind"] == "several_of":
        return ", ".join(labels.get(each, str(each)) for each in raw) or words["none_of_these"]
    return str(labels.get(raw, raw))
