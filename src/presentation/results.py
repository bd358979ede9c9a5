"""Results as HTML: the reader's in the browser, worked examples at build, by the same templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from guideline.units import with_unit
from presentation import phrases
from presentation.environment import macro
from presentation.findings import Drawing, cited_sources, possible, ruled_out
from presentation.letters import headline_words, result_text
from presentation.panels import grouped

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = [
    "field_html",
    "headline_html",
    "headline_phrase",
    "problems_html",
    "result_html",
    "result_markup",
    "result_text",
]

Json = Mapping[str, Any]


def result_html(
    result: Json,
    labels: Mapping[str, str],
    *,
    element_id: str | None = None,
    compact: bool = False,
    apart: bool = False,
    level: int = 3,
) -> str:
    """Return a result as HTML; `labels` are what the questions are called, by fact id.

    `element_id` is the id of the calculator's element, into whose fields the missing answers link; an empty
    one makes no links. `compact` leaves the evidence out where the criteria table of the same page has it;
    `apart` only names it, for a page that puts it in itself.
    """
    element = f"net-{result['calculator']}" if element_id is None else element_id
    return str(result_markup(result, labels, element=element, compact=compact, apart=apart, level=level))


def result_markup(
    result: Json, labels: Mapping[str, str], *, element: str, compact: bool = False, apart: bool = False, level: int = 3
) -> Markup:
    """Return a result as markup, for other templates to take in."""
    evidence = result["evidence"]
    drawing = Drawing(result["calculator"], evidence, labels, "" if compact else element, apart)
    view = {
        "element": element,
        "compact": compact,
        "level": level,
        "phrase": headline_phrase(result),
        "headline": headline_words(result),
        "rows": drawing.of(possible(result["findings"])),
        "groups": grouped(result, None if compact else drawing),
        "ruled_out": ruled_out(result["findings"]),
        "reports": [
            {
                **each,
                "sources": [labels.get(one, one) for one in each.get("from") or ()],
                "derived_would_be": each.get("derived_would_be") or "",
                "place": drawing.place(each.get("evidence") or ()),
            }
            for each in result["values"]
        ],
        "authorities": _authorities(result),
        "recalled": [each["id"] for each in evidence.values() if each.get("known") == "recalled"],
        "sources": cited_sources(evidence.values()) if not compact else [],
    }
    return macro("result.jinja", "result_block")(result, view)


def _authorities(result: Json) -> list[dict[str, Any]]:
    """Return the rows of the comparison, with what differs by which of the two authorities has it."""
    names = phrases.DIFFERENCES[result["style"]]
    rows = []
    for each in result["authorities"]:
        by_only: dict[str, list[str]] = {only: [] for only in names}
        for difference in each["differences"]:
            by_only[difference["only"]].append(difference["text"])
        differs = [(names[only], texts) for only, texts in by_only.items() if texts]
        rows.append({**each, "phrase": _phrase(each["state"]), "differs": differs})
    return rows


def headline_html(result: Json) -> str:
    """Return the headline alone, for the bar on a phone."""
    return str(macro("headline.jinja", "headline")(result, headline_words(result), headline_phrase(result)))


def headline_phrase(result: Json) -> phrases.Phrase:
    """Return mark, words and tone of a result's headline."""
    return _phrase(result["headline"]["state"])


def _phrase(state: str) -> phrases.Phrase:
    return phrases.HEADLINES[state]


def problems_html(problems: Sequence[Json], labels: Mapping[str, str], *, element: str) -> str:
    """Return the summary of answers that cannot be judged, each linked to its field."""
    return str(macro("problems.jinja", "summary")(problems, labels, element))


def field_html(problems: Iterable[Json]) -> dict[str, str]:
    """Return what stands at each field that has a problem, with buttons where a yes is enough, by fact id."""
    by_fact: dict[str, list[dict[str, Any]]] = {}
    for each in problems:
        if each["fact"] is not None:
            suggestion = each.get("suggestion")
            shown = with_unit(suggestion["value"], suggestion["unit"]) if suggestion else ""
            by_fact.setdefault(each["fact"], []).append({**each, "suggestion_text": shown})
    draw = macro("problems.jinja", "field_error")
    return {fact: str(draw(found)) for fact, found in by_fact.items()}
