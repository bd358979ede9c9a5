"""A result as plain text for a letter: seven-bit characters, at most 80 columns, no name of anybody in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from presentation import phrases
from presentation.findings import cited_sources, possible, ruled_out
from presentation.panels import grouped

Json = Mapping[str, Any]
COLUMNS = 80

_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_ASCII: dict[str, str] = {
    "≥": ">=", "≤": "<=", "≠": "!=", "≈": "~", "±": "+/-", "×": "x", "÷": "/", "·": "-", "•": "-",
    "−": "-", "–": "-", "—": "-", "‑": "-", "→": "->", "←": "<-", "µ": "u", "μ": "u", "α": "alpha",
    "β": "beta", "γ": "gamma", "κ": "kappa", "Δ": "delta", "°": " deg", "…": "...", "‘": "'", "’": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u2007": " ", "\u00ad": "", "\u200b": "", "½": "1/2", "‰": " per mille", "✓": "[+]", "✗": "[x]",
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "§": "section ", "©": "(c)", "®": "(R)",
}  # fmt: skip
for _plain, _accented in {
    "a": "áàâäãåāăą", "c": "çćčĉċ", "d": "ď", "e": "éèêëēėęě", "g": "ğģĝ", "h": "ĥ", "i": "íìîïīį",
    "k": "ķ", "l": "ĺľļ", "n": "ñńňņ", "o": "óòôöõōő", "r": "ŕřŗ", "s": "śšşșŝ", "t": "ťţț",
    "u": "úùûüūůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źžż",
}.items():  # fmt: skip
    for _letter in _accented:
        _ASCII[_letter] = _plain
        _ASCII[_letter.upper()] = _plain.upper()


def ascii_text(text: str) -> str:
    """Return text in seven-bit characters: 10⁹/L as 10^9/L, ≥ as >=, µmol as umol.

    A character that has no spelling here becomes "?".
    """
    if text.isascii():
        return text
    out: list[str] = []
    raised = False
    for each in text:
        if each in _SUPERSCRIPTS:
            if not raised and out and out[-1][-1:].isdigit():
                out.append("^")
            out.append(_SUPERSCRIPTS[each])
            raised = True
            continue
        raised = False
        if each.isascii():
            out.append(each)
        else:
            out.append(_SUBSCRIPTS.get(each) or _ASCII.get(each, "?"))
    return "".join(out)


def wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """Return text as lines of at most 80 columns; a longer word, such as an address, is broken."""
    lines: list[str] = []
    line, empty = first, True
    for word in ascii_text(text).split():
        piece = word
        while piece:
            gap = "" if empty else " "
            room = COLUMNS - len(line) - len(gap)
            if len(piece) <= room:
                line, empty, piece = f"{line}{gap}{piece}", False, ""
            elif empty:
                lines.append(line + piece[:room])
                line, piece = rest, piece[room:]
            else:
                lines.append(line)
                line, empty = rest, True
    if not empty:
        lines.append(line)
    return lines


def result_text(result: Json) -> str:
    """Return a result as plain text, in the order of the page."""
    words = phrases.WORDS
    lines = wrapped(result["title"])
    if result["variant"]:
        lines += wrapped(f"{words['according_to']}: {result['variant']['title']}")
    lines += ["", *_headline(result), ""]
    for each in result["warnings"]:
        lines += wrapped(each["text"], "[!] ", "    ")
    if result["warnings"]:
        lines.append("")
    if result["values"]:
        lines += _block(words["values"], (f"{each['label']}: {each['displayed']}" for each in result["values"]))
    if result["missing"]:
        lines += _block(words["missing"], (_missing(each) for each in result["missing"]))
    if result["findings"]:
        lines += [f"{words['findings']}:", *_findings(possible(result["findings"]), ""), ""]
        lines += _block(words["ruled_out"], [", ".join(each["text"] for each in ruled_out(result["findings"]))])
    for group in grouped(result):
        lines += _block(group["phrase"].words, (_option(each, group["phrase"].words) for each in group["rows"]))
    changes = result["changes"]
    lines += _block(words["changes"], (each["text"] for each in changes["can_change"]))
    lines += _block(words["cannot_change"], (each["text"] for each in changes["cannot_change"]))
    lines += _block(words["authorities"], (f"{each['title']}: {each['text']}" for each in result["authorities"]))
    lines += _block(
        words["not_used"],
        (f"{each['label']}: {each['entered']} ({each['why']})" for each in result["not_used"]),
    )
    lines += _block(words["not_considered"], result["not_considered"])
    lines += _block(words["sources"], _sources(result["evidence"]))
    lines += wrapped(result["intended_use"])
    lines += wrapped(f"{words['copied_from']} {result['calculator']}, {words['version']} {result['content_version']}.")
    return "\n".join(lines) + "\n"


def _option(row: Json, group: str) -> str:
    said = [row["title"], *([row["text"]] if row["text"] != group else []), *([row["note"]] if row["note"] else [])]
    return ": ".join([said[0], " ".join(said[1:])]) if said[1:] else said[0]


def headline_words(result: Json) -> str:
    """Return the headline; outcomes still possible are listed below it when there are many."""
    text: str = result["headline"]["text"]
    several = len(result["outcomes"]) > 1
    return text.partition(". Still possible")[0] if several else text


def _headline(result: Json) -> list[str]:
    mark = phrases.ASCII_MARKS[phrases.HEADLINES[result["headline"]["state"]].mark]
    lines = wrapped(headline_words(result), f"{mark} ", "    ")
    if result["style"] == "criteria":
        counts, words = result["headline"]["counts"], phrases.WORDS
        text = ", ".join(f"{counts[each]} {words[each]}" for each in ("met", "not_met", "unknown", "cautions"))
        lines += wrapped(text, "    ", "    ")
    if len(result["outcomes"]) > 1:
        lines.append(f"    {phrases.WORDS['possible']}:")
        for each in result["outcomes"]:
            lines += wrapped(each["text"], "    - ", "      ")
    return lines


def _block(title: str, items: Iterable[str]) -> list[str]:
    lines = [line for each in items for line in wrapped(each, "  - ", "    ")]
    return [f"{ascii_text(title)}:", *lines, ""] if lines else []


def _missing(each: Json) -> str:
    decides = f" ({phrases.WORDS['decides']})" if each["decides"] else ""
    return f"{each['label']}{decides}"


def _findings(findings: Iterable[Json], indent: str) -> list[str]:
    lines: list[str] = []
    for each in findings:
        phrase = phrases.VERDICTS[each["kind"]][each["verdict"]]
        said = [phrase.words, *([each["condition"]] if each.get("condition") else [])]
        if each["entered"]:
            said.append(each["entered"])
        if each["distance"]:
            said.append(each["distance"])
        if each["at_limit"]:
            said.append(phrases.WORDS["at_limit"])
        text = f"{each['text']}: {', '.join(said)}"
        lines += wrapped(text, f"{indent}{phrases.ASCII_MARKS[phrase.mark]} ", f"{indent}    ")
        if each["parts"]:
            lines += _findings(each["parts"], f"{indent}    " if len(indent) < 24 else indent)
    return lines


def _sources(evidence: Json) -> list[str]:
    """Return the sources of a letter, then the evidence that was not re-read in them."""
    lines = [f"{each['citation']} ({', '.join(each['ids'])})" for each in cited_sources(evidence.values())]
    recalled = [each["id"] for each in evidence.values() if each.get("known") == "recalled"]
    if recalled:
        lines.append(f"{phrases.NOT_REREAD}: {', '.join(recalled)}")
    return lines
