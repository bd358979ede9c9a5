"""The desk: a request comes in as a JSON string, the answer leaves as one, and nothing is ever raised.

`respond` is the only function that the browser's worker calls. What goes wrong is worded for the reader; the
traceback goes into `detail` for whoever reports it, never onto the page.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guideline import AnswerError, judge, read_answers
from guideline import boards as panel_boards
from guideline.judging import chosen_variant, result_of
from presentation import boards, case_files, links, phrases, results
from presentation.cases_in_turn import in_turn
from presentation.findings import evidence_markup
from presentation.letters import headline_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guideline import Calculator
    from guideline.reading import Read


def respond(
    calculators: Mapping[str, Calculator],
    evidence: Mapping[str, Any],
    request: str,
    keys: Mapping[str, Any] | None = None,
) -> str:
    """Answer one request; `keys` is the table of short keys for links (see links.py).

    Request: `{"calculator": id, "variant": id or null, "answers": {…}, "element": id of the page's element}`.
    Response: `{"problems", "notes", "read", "result", "html": {"result", "headline", "fields"}, "text"}`, where
    `read` says by fact how an answer was understood. With problems there is no result and `html.result` is their
    summary. A fault becomes `{"failure": words, "detail": traceback}`.

    `"brief": true` in the request asks for what a page needs after each answer and no more: of the result its
    headline, no text, and no evidence. `"want": "evidence"` asks for that, once the result stands: it answers
    `{"evidence": HTML by id}` of the `"records"` that are named; one that does not exist is left out.
    `"want": "text"` asks for the text alone, `"want": "headline"` for the headline alone, with nothing drawn.
    `"sheet": true` has the result drawn as the tumour-board sheet; what
    takes longer is asked for apart: `"want": "more"` (what would change it, and the other calculators named in
    `"others"`, each with its answers) and `"want": "sweep"` with a `"fact"`, both of which answer `{"html"}`, and
    `"want": "requests"`, which answers `{"text"}`, and `"want": "pairs"` with an `"entry"` (`{"html"}`).

    `"want": "link"`, `"case"` (JSON) or `"csv"` answers `{"text"}`. `"want": "open"` with a link or a saved case in
    `"text"` answers `{"opened": {"answers", "variant", "said"}}`, or `{"refused": words}`.
    """
    try:
        asked = json.loads(request)
        if asked.get("want") == "open":
            response = _open(calculators[asked["calculator"]], str(asked["text"]), {} if keys is None else keys)
        elif asked.get("want") == "evidence":
            known = {each: evidence[each] for each in asked["records"] if each in evidence}
            response = {"evidence": {each: evidence_markup(record) for each, record in known.items()}}
        else:
            response = _respond(calculators, evidence, asked, {} if keys is None else keys)
        return json.dumps(response, ensure_ascii=False)
    except Exception as error:  # noqa: BLE001 - the one place where a fault turns into words
        return json.dumps({"failure": phrases.FAILURE, "detail": _trace(error)})


def _open(calculator: Calculator, text: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    is_file = text.lstrip("\ufeff \t\r\n").startswith(("{", "["))
    try:
        return {"opened": (case_files.open_case if is_file else links.open_link)(calculator, text, keys)}
    except links.Unreadable as unreadable:
        return {"refused": str(unreadable)}


def _respond(
    calculators: Mapping[str, Calculator], evidence: Mapping[str, Any], request: Any, keys: Mapping[str, Any]
) -> dict[str, Any]:
    calculator = calculators[request["calculator"]]
    element = f"net-{calculator.id}" if request.get("element") is None else request["element"]
    answers = request.get("answers") or {}
    brief = bool(request.get("brief"))
    try:
        want = request.get("want")
        variant = chosen_variant(calculator, request.get("variant"))
        read = in_turn(calculator, read_answers(calculator, answers))
        result = result_of(calculator, read, variant, evidence)
        if want in ("link", "case", "csv"):
            return {"text": _taken_along(want, calculator, read, request, result, keys)}
        if request.get("sheet") and want:
            return _of_sheet(calculators, evidence, request, calculator, read, result)
        if want == "headline":
            return {"headline": _brief(result)["headline"]}
        if want == "text":
            return {"text": results.result_text(result)}
    except AnswerError as error:
        problems = error.problems
        return {
            "problems": problems,
            "notes": [],
            "read": {},
            "result": None,
            "html": {
                "result": results.problems_html(problems, calculator.labels, element=element),
                "headline": "",
                "fields": results.field_html(problems),
            },
            "text": "",
        }
    if request.get("sheet"):
        board = _board(calculator, read, request, result)
        drawn = boards.sheet_html(result, board, element_id=element or f"net-{calculator.id}")
    else:
        drawn = results.result_html(result, calculator.labels, element_id=element, apart=brief)
    return {
        "problems": [],
        "notes": read.notes,
        "read": read.entered,
        "result": _brief(result) if brief else result,
        "html": {
            "result": drawn,
            "headline": results.headline_html(result),
            "fields": {},
        },
        "text": "" if brief else results.result_text(result),
    }


def _taken_along(
    want: str,
    calculator: Calculator,
    read: Read,
    request: dict[str, Any],
    result: dict[str, Any],
    keys: Mapping[str, Any],
) -> str:
    """Return a case as a link or a file."""
    variant = chosen_variant(calculator, request.get("variant"))
    answers = request.get("answers") or {}
    if want == "link":
        return links.link_of(calculator, read, answers, variant, keys)
    if want == "case":
        return case_files.case_json(calculator, read, answers, variant, result)
    return case_files.result_csv(result)


def _brief(result: dict[str, Any]) -> dict[str, Any]:
    kept = ("format", "calculator", "content_version", "variant", "style")
    headline = {**result["headline"], "text": headline_words(result)}
    values = [each for each in result["values"] if each["origin"] == "derived"]
    worked_out = [{each: value[each] for each in ("id", "label", "value", "displayed", "from")} for value in values]
    return {**{each: result[each] for each in kept}, "headline": headline, "worked_out": worked_out}


def _board(calculator: Calculator, read: Read, request: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    variant = chosen_variant(calculator, request.get("variant"))
    return boards.board_of(calculator, read, variant, result, calculator.labels)


def _of_sheet(
    calculators: Mapping[str, Calculator],
    evidence: Mapping[str, Any],
    request: dict[str, Any],
    calculator: Calculator,
    read: Read,
    result: dict[str, Any],
) -> dict[str, Any]:
    """Answer what is asked beside the sheet itself."""
    variant = chosen_variant(calculator, request.get("variant"))
    want = request["want"]
    if want == "pairs":
        return {"html": boards.pairs_html(panel_boards.pair_changes(calculator, read, variant, request["entry"]))}
    if want == "sweep":
        return {"html": boards.sweep_html(panel_boards.sweep(calculator, read, variant, request["fact"]))}
    if want == "requests":
        return {"text": boards.requests_text(panel_boards.requests(calculator, result["options"]))}
    more = {
        "changes": panel_boards.changes(calculator, read, variant),
        "others": _others(calculators, evidence, request.get("others") or {}),
    }
    if want == "more":
        return {"html": boards.more_html(more)}
    answers = json.dumps([calculator.content_version, variant, read.entered], ensure_ascii=False, sort_keys=True)
    digest = boards.digest(answers)
    more["pairs"] = panel_boards.all_pair_changes(calculator, read, variant)
    return {"text": boards.sheet_text(result, _board(calculator, read, request, result), more, digest)}


def _others(
    calculators: Mapping[str, Calculator], evidence: Mapping[str, Any], others: Mapping[str, dict[str, Any]]
) -> list[dict[str, str]]:
    """Return the headline of each other calculator that can judge the answers that are here for it.

    What it refuses is not shown: its own page says why.
    """
    found = []
    for name, answers in others.items():
        other = calculators[name]
        asked = {fact: answer for fact, answer in answers.items() if fact in other.facts}
        try:
            result = judge(other, asked, evidence=evidence)
        except AnswerError:
            continue
        if result["headline"]["state"] == "not_enough_information":
            continue
        authority = f" ({result['variant']['title']})" if result["variant"] else ""
        found.append({"title": f"{result['title']}{authority}", "text": headline_words(result)})
    return found


def _trace(error: BaseException) -> str:
    """Return where it went wrong, innermost last, without the standard library's traceback module."""
    lines = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"{code.co_filename}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    lines.append(f"{type(error).__name__}: {error}")
    return "\n".join(lines)
