"""The tumour-board sheet: one case, every treatment, drawn from the JSON of `guideline.boards` and of `judge`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from guideline import boards
from presentation import phrases
from presentation.environment import macro
from presentation.findings import cited_sources, possible, ruled_out
from presentation.letters import ascii_text, headline_words, wrapped
from presentation.panels import bucket
from presentation.results import headline_phrase

if TYPE_CHECKING:
    from guideline import Calculator
    from guideline.reading import Read

Json = Mapping[str, Any]
_PLACED = ("first", "next", "selected", "later")  # the beginnings of the ids of placements on the path of a tumour
_REASONS = 3  # of one treatment
_CHANGES = 3  # of one treatment and kind
_DISTANCES = 8  # of one treatment, the nearest limits
_PAIRS = 6  # of one treatment


def sheet_html(result: Json, board: Json, *, element_id: str, level: int = 3) -> str:
    """Return the sheet as HTML: treatments in guideline order, values, what is missing, where authorities part."""
    return str(macro("board.jinja", "sheet")(_view(result, board, element_id, level)))


def _view(result: Json, board: Json, element: str, level: int) -> dict[str, Any]:
    rows = [_row(each, board["labels"]) for each in result["options"]]
    cited = _cited(result, board, rows)
    return {
        "element": element,
        "level": level,
        "result": result,
        "phrase": headline_phrase(result),
        "headline": headline_words(result),
        "rows": rows,
        "given": board["given"],
        "requests": board["requests"],
        "parts": board["disagreements"],
        "sources": cited_sources(cited),
        "recalled": [each["id"] for each in cited if each.get("known") == "recalled"],
    }


def _cited(result: Json, board: Json, rows: Iterable[Json]) -> list[Json]:
    """Return the records that stand on the sheet: what rows that do not apply rest on is left to the calculator."""
    ids = [one for each in rows for one in each["evidence"]]
    ids += [one for each in board["disagreements"] for says in each["says"] for one in says["evidence"]]
    ids += [one for each in result["warnings"] for one in each["evidence"]]
    return [result["evidence"][each] for each in dict.fromkeys(ids) if each in result["evidence"]]


def _row(option: Json, labels: Mapping[str, str]) -> dict[str, Any]:
    """Return one treatment: where it is placed, why, what it waits for, and the evidence behind both."""
    deciding = possible(option["findings"])
    reasons, evidence = _because(deciding) if option["placement"] else ([], {})
    if option["placement"] and not reasons:  # the last row of a table applies because the ones before do not
        reasons = _in_common(
            each["reasons"] for each in ruled_out(option["findings"]) if each["id"].startswith(_PLACED)
        )
    cited = list(dict.fromkeys([*option["evidence"], *evidence]))
    return {
        "title": option["title"],
        "text": option["text"],
        "note": option["note"],
        "phrase": phrases.PLACEMENTS[bucket(option)],
        "reasons": reasons[:_REASONS],
        "waits": [labels.get(each, each) for each in option["missing"]],
        "evidence": cited,
    }


def _in_common(reasons: Iterable[Sequence[str]]) -> list[str]:
    """Return the reasons that rule out the most of several placements, two at most."""
    counts = Counter(reason for each in reasons for reason in each)
    most = max(counts.values(), default=0)
    return [reason for reason, count in counts.items() if count == most][:2]


def _because(findings: Iterable[Json]) -> tuple[list[str], dict[str, None]]:
    """Return why the branch that applies does, from the criteria in it that are met, and what they rest on."""
    reasons: dict[str, None] = {}
    evidence: dict[str, None] = {}
    for each in findings:
        if each["verdict"] != "met":
            continue
        if each["parts"]:
            below, cited = _because(each["parts"])
            reasons |= dict.fromkeys(below)
            evidence |= cited
        elif each["fact"] is not None:
            reasons[each["why"]] = None
            evidence |= dict.fromkeys(each["evidence"])
    return list(reasons), evidence


def more_html(more: Json, *, level: int = 3) -> str:
    """Return what comes after the sheet: what would change it, and what the other calculators say of this case."""
    view = {"level": level, "changes": _shown(more["changes"]), "others": more["others"]}
    return str(macro("board.jinja", "more")(view))


def _shown(changes: Sequence[Json]) -> list[dict[str, Any]]:
    """Return the treatments that something would move, with the first few of each kind and how many more."""
    shown = []
    for each in changes:
        if each["can"] or each["cannot"] or each["distances"]:
            most = {"can": _CHANGES, "cannot": _CHANGES, "distances": _DISTANCES}
            kinds = {kind: each[kind][:count] for kind, count in most.items()}
            rest = {f"{kind}_more": len(each[kind]) - len(kinds[kind]) for kind in kinds}
            shown.append({**each, **kinds, **rest})
    return shown


def pairs_html(pairs: Json) -> str:
    """Return which two answers together would make one treatment lead."""
    shown = pairs["texts"][:_PAIRS]
    view = {**pairs, "texts": shown, "rest": len(pairs["texts"]) - len(shown)}
    return str(macro("board.jinja", "two_answers")(view))


def sweep_html(sweep: Json) -> str:
    """Return the strip of one number: a row for each treatment that it moves."""
    return str(macro("board.jinja", "strip")(sweep))


def requests_text(requests: Json) -> str:
    """Return what is missing as a list to send to those who can supply it."""
    words = phrases.BOARD
    lines = wrapped(words["request_intro"])
    for each in requests["items"]:
        found = f" ({each['found_in']})" if each["found_in"] else ""
        lines += wrapped(f"{each['label']}{found}", "  - ", "    ")
    return "\n".join(lines) + "\n"


def sheet_text(result: Json, board: Json, more: Json, digest: str) -> str:
    """Return the sheet as plain text for a letter: seven-bit characters, at most 80 columns, nobody's name."""
    words, board_words = phrases.WORDS, phrases.BOARD
    lines = wrapped(board_words["title"])
    if result["variant"]:
        lines += wrapped(f"{words['according_to']}: {result['variant']['title']}")
    lines += ["", *wrapped(headline_words(result)), ""]
    lines += _block(board_words["given"], (f"{each['label']}: {each['shown']}" for each in board["given"]))
    lines += _block(words["values"], (f"{each['label']}: {each['displayed']}" for each in result["values"]))
    for each in result["warnings"]:
        lines += wrapped(each["text"], "[!] ", "    ")
    lines += [f"{board_words['treatments']}:"]
    rows = [_row(each, board["labels"]) for each in result["options"]]
    for row in rows:
        mark = phrases.ASCII_MARKS[row["phrase"].mark]
        lines += wrapped(f"{row['title']}: {row['text']}", f"{mark} ", "    ")
        for reason in [*([row["note"]] if row["note"] else []), *row["reasons"]]:
            lines += wrapped(reason, "      ", "      ")
        if row["waits"]:
            lines += wrapped(f"{words['missing_for']}: {', '.join(row['waits'])}", "      ", "      ")
        if row["evidence"]:
            lines += wrapped(f"({', '.join(row['evidence'])})", "      ", "      ")
    lines.append("")
    requests = board["requests"]
    lines += _block(
        board_words["requests"],
        (f"{each['label']}: {', '.join(each['entries'])}" for each in requests["items"]),
    )
    lines += _block(board_words["parts"], (_parting(each) for each in board["disagreements"]))
    moved = _shown(more["changes"])
    lines += _block(
        f"{words['changes']}. {words['can_change']}", (_moves(each, "can") for each in moved if each["can"])
    )
    lines += _block(words["cannot_change"], (_moves(each, "cannot") for each in moved if each["cannot"]))
    lines += _block(board_words["pairs_caption"], (_pairs_line(each) for each in more["pairs"]))
    lines += _block(board_words["distances"], (_moves(each, "distances") for each in moved if each["distances"]))
    lines += _block(board_words["others"], (f"{each['title']}: {each['text']}" for each in more["others"]))
    lines += _block(words["not_considered"], result["not_considered"])
    sources = cited_sources(_cited(result, board, rows))
    lines += _block(words["sources"], (f"{each['citation']} ({', '.join(each['ids'])})" for each in sources))
    lines += wrapped(result["intended_use"])
    version = f"{words['version']} {result['content_version']}, {board_words['digest']} {digest}"
    lines += wrapped(f"{words['copied_from']} {result['calculator']}, {version}.")
    return "\n".join(lines) + "\n"


def digest(text: str) -> str:
    """Return eight hexadecimal digits that tell two cases apart (FNV-1a); no secret, so that it needs no library."""
    number = 0x811C9DC5
    for each in text.encode():
        number = (number ^ each) * 0x01000193 & 0xFFFFFFFF
    return f"{number:08x}"


def _parting(each: Json) -> str:
    says = [f"{one['authority']}: {one['text']}. {' '.join(one['because'])}".strip() for one in each["says"]]
    return f"{each['title']}. {' '.join(says)}"


def _pairs_line(each: Json) -> str:
    rest = len(each["texts"]) - _CHANGES
    texts = [*each["texts"][:_CHANGES], *([f"{rest} {phrases.BOARD['more']}"] if rest > 0 else [])]
    return f"{each['title']}: {'; '.join(texts)}"


def _moves(each: Json, kind: str) -> str:
    return f"{each['title']}: {'; '.join(each[kind])}"


def _block(title: str, items: Iterable[str]) -> list[str]:
    lines = [line for each in items for line in wrapped(each, "  - ", "    ")]
    return [f"{ascii_text(title)}:", *lines, ""] if lines else []


def board_of(
    calculator: Calculator, read: Read, variant: str, result: Json, labels: Mapping[str, str]
) -> dict[str, Any]:
    """Return what the sheet shows beside the result."""
    order = [each.fact for each in calculator.asks if each.fact.id in read.values]
    return {
        "labels": labels,
        "given": [{"label": each.label, "shown": read.entered[each.id]} for each in order],
        "requests": boards.requests(calculator, result["options"]),
        "disagreements": boards.disagreements(calculator, read, variant, result["options"]),
    }
