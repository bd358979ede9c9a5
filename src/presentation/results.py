"""Results as HTML: the reader's in the browser, worked examples at build, by the same templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from guideline.units import with_unit
from presentation import phrases
from presentation.environment import macro
from presentation.letters import result_text

__all__ = [
    "evidence_view",
    "field_html",
    "headline_html",
    "headline_phrase",
    "join_words",
    "problems_html",
    "result_html",
    "result_markup",
    "result_text",
]

Json = Mapping[str, Any]

# Evidence changes only with the content version, and drawing it is most of the work: kept by id, and
# compared before use.
_drawn: dict[str, tuple[Json, Markup, Markup]] = {}


def result_html(
    result: Json,
    questions: Json,
    *,
    element_id: str | None = None,
    compact: bool = False,
    level: int = 3,
) -> str:
    """Return a result as HTML.

    `element_id` is the id of the calculator's element, into whose fields the missing answers link; an empty
    one makes no links. `compact` leaves the evidence out where the criteria table of the same page has it.
    """
    element = f"net-{result['calculator']}" if element_id is None else element_id
    return str(result_markup(result, questions, element=element, compact=compact, level=level))


def result_markup(result: Json, questions: Json, *, element: str, compact: bool, level: int) -> Markup:
    """Return a result as markup, for other templates to take in."""
    evidence = result["evidence"]
    labels = {fact: each["label"] for fact, each in questions["facts"].items()}
    view = {
        "element": element,
        "compact": compact,
        "level": level,
        "phrase": headline_phrase(result),
        "rows": _rows(result["findings"], evidence, labels, element if not compact else "", set()),
        "reports": [
            {**each, "sources": [labels.get(one, one) for one in each.get("from") or ()]}
            for each in result["values"]
        ],
        "authorities": _authorities(result),
        "printed": Markup("").join(_drawn_evidence(each)[1] for each in evidence.values())
        if not compact
        else "",
    }
    return macro("result.jinja", "result_block")(result, view)


def _authorities(result: Json) -> list[dict[str, Any]]:
    """Return the rows of the comparison; what differs is named in the words of this result's findings."""
    texts: dict[str, str] = {}

    def collect(findings: Iterable[Json]) -> None:
        for each in findings:
            texts.setdefault(each["id"], each["text"])
            collect(each["parts"])

    collect(result["findings"])
    return [
        {
            **each,
            "phrase": _phrase(each["state"]),
            "differs": [texts.get(one, one) for one in each["differs_by"]],
        }
        for each in result["authorities"]
    ]


def headline_html(result: Json) -> str:
    """Return the headline alone, for the bar on a phone."""
    return str(macro("headline.jinja", "headline")(result, headline_phrase(result)))


def headline_phrase(result: Json) -> phrases.Phrase:
    """Return mark, words and tone of a result's headline."""
    return _phrase(result["headline"]["state"])


def _phrase(state: str) -> phrases.Phrase:
    return phrases.HEADLINES[state]


def problems_html(problems: Sequence[Json], questions: Json, *, element_id: str | None = None) -> str:
    """Return the summary of answers that cannot be judged, each linked to its field."""
    element = f"net-{questions['calculator']}" if element_id is None else element_id
    return str(macro("problems.jinja", "summary")(problems, questions["facts"], element))


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


def evidence_view(record: Json) -> dict[str, Any]:
    """Return an evidence record as the templates need it; a source without a web address gets no link."""
    return {
        "id": record["id"],
        "statement": record["statement"],
        "population": record.get("population") or "",
        "strength": record.get("strength") or "",
        "recalled": record.get("known") == "recalled",
        "notes": record.get("notes") or "",
        "confirmed_on": record.get("confirmed_on") or "",
        "review_by": record.get("review_by") or "",
        "sources": [
            {
                "citation": each["citation"],
                "url": url if (url := each.get("url") or "").startswith(("https://", "http://")) else "",
                "locator": each.get("locator") or "",
            }
            for each in record["sources"]
        ],
        "disagrees": record.get("disagrees") or [],
    }


def _drawn_evidence(record: Json) -> tuple[Markup, Markup]:
    """Return a record drawn for "why" and for the printed list of sources."""
    kept = _drawn.get(record["id"])
    if kept is None or kept[0] != record:
        view = evidence_view(record)
        kept = (
            record,
            macro("evidence.jinja", "record")(view),
            macro("evidence.jinja", "printed")(view),
        )
        _drawn[record["id"]] = kept
    return kept[1], kept[2]


def _rows(
    findings: Iterable[Json], evidence: Json, labels: Mapping[str, str], element: str, used: set[str]
) -> list[dict[str, Any]]:
    """Return the findings as the template needs them: words chosen, evidence drawn, anchors unique."""
    rows = []
    for each in findings:
        phrase = phrases.VERDICTS[each["kind"]][each["verdict"]]
        known = [evidence[one] for one in each["evidence"] if one in evidence]
        distance = each["distance"]
        parts = each["parts"]
        anchor = f"{element}-{each['id']}-finding" if element else ""
        if anchor in used:
            anchor = ""
        elif anchor:
            used.add(anchor)
        rows.append(
            {
                "anchor": anchor,
                "mark": phrase.mark,
                "words": phrase.words,
                "tone": phrase.tone,
                "text": each["text"],
                "why": each["why"],
                "entered": each["entered"],
                "compared": each["compared"] if each["compared"] != each["entered"] else None,
                "limit": each["limit"],
                "distance": distance,
                "at_limit": each["at_limit"] and distance != phrases.WORDS["at_limit"],
                "decides": each["decides"],
                "missing": [{"id": one, "label": labels.get(one, one)} for one in each["missing"]],
                "more": _WHY_AND_SOURCE if known else phrases.WORDS["why"],
                "ids": ", ".join(each["evidence"]),
                "evidence": Markup("").join(_drawn_evidence(one)[0] for one in known) if element else "",
                "recalled": each.get("recalled", False),
                "join": join_words(each),
                "parts": _rows(parts, evidence, labels, element, used) if parts else (),
            }
        )
    return rows


def join_words(node: Json) -> str:
    """Return how the parts of a criterion join, where there are several; an outcome of a table has none."""
    if node["kind"] == "outcome" or len(node["parts"]) < 2:
        return ""
    return phrases.JOINS.get(node["join"] or "", "")


_WHY_AND_SOURCE = f"{phrases.WORDS['why']} · {phrases.WORDS['source']}"
