"""Findings and evidence as the templates need them: words and marks chosen, what is ruled out set apart.

A table of outcomes has one finding per outcome, each with the condition that leads to it. What is still possible is
shown whole; what is ruled out is one line with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from presentation import phrases
from presentation.environment import macro

Json = Mapping[str, Any]

_REASONS = 2  # of an outcome that is ruled out
_WHY_AND_SOURCE = f"{phrases.WORDS['why']} · {phrases.WORDS['source']}"

# Evidence changes only with the content version, and drawing it is most of the work: kept by id, and compared
# before use.
_drawn: dict[str, tuple[Json, Markup]] = {}

# The findings drawn last, by calculator and place on the page: one changed answer changes few of them.
_kept: dict[tuple[str, str], tuple[Json, Markup]] = {}


@dataclass(frozen=True)
class Drawing:
    """How to draw the findings of one calculator.

    Without an `element` there are neither links nor evidence. With `apart` the evidence is only named, for a page
    that has it already; and what has not changed since the last time is not drawn again.
    """

    calculator: str
    evidence: Json
    labels: Mapping[str, str]
    element: str
    apart: bool = False

    def of(self, findings: Iterable[Json], entry: str = "") -> list[Markup]:
        """Return each finding, with its parts, as markup; `entry` is the row of a panel to which they belong."""
        draw = macro("findings.jinja", "finding")
        found = []
        for each in findings:
            anchor = f"{self.element}-{entry}.{each['id']}" if entry else f"{self.element}-{each['id']}"
            kept = _kept.get((self.calculator, anchor)) if self.apart else None
            if kept is None or kept[0] != each:
                kept = (each, draw(self._row(each, anchor, set()), self.element, not self.element))
                if self.apart:
                    _kept[self.calculator, anchor] = kept
            found.append(kept[1])
        return found

    def place(self, ids: Iterable[str]) -> dict[str, Any]:
        """Return the evidence with these ids as the templates put it: drawn, or only named."""
        cited = [each for each in ids if each in self.evidence]
        return {
            "ids": ", ".join(cited),
            "apart": " ".join(cited) if self.apart else "",
            "evidence": self._drawn(cited),
        }

    def _row(self, finding: Json, anchor: str, used: set[str]) -> dict[str, Any]:
        phrase = phrases.VERDICTS[finding["kind"]][finding["verdict"]]
        cited = [each for each in finding["evidence"] if each in self.evidence]
        distance = finding["distance"]
        named = self.element and anchor not in used  # a part that stands twice has its anchor where it stands first
        used.add(anchor)
        return {
            "anchor": f"{anchor}-finding" if named else "",
            "mark": phrase.mark,
            "words": phrase.words,
            "tone": phrase.tone,
            "text": finding["text"],
            "condition": finding.get("condition", ""),
            "why": finding["why"],
            "entered": finding["entered"],
            "compared": finding["compared"] if finding["compared"] != finding["entered"] else None,
            "limit": finding["limit"],
            "distance": distance,
            "at_limit": finding["at_limit"] and not str(distance).startswith("at "),
            "decides": finding["decides"] and finding["kind"] != "outcome",
            "missing": [{"id": each, "label": self.labels.get(each, each)} for each in finding["missing"]],
            "more": _WHY_AND_SOURCE if cited else phrases.WORDS["why"],
            "ids": ", ".join(finding["evidence"]),
            "apart": " ".join(cited) if self.apart else "",
            "evidence": self._drawn(cited),
            "recalled": finding.get("recalled", False),
            "join": join_words(finding),
            "parts": [self._row(each, f"{anchor}.{each['id']}", used) for each in finding["parts"]],
        }

    def _drawn(self, cited: list[str]) -> Markup | str:
        if self.apart or not self.element:
            return ""
        return Markup("").join(evidence_markup(self.evidence[each]) for each in cited)


def possible(findings: Iterable[Json]) -> list[Json]:
    """Return the findings to show whole: every criterion, and of a table of outcomes those not ruled out."""
    return [
        _hoisted(each) if each["kind"] == "outcome" else each
        for each in findings
        if each["kind"] != "outcome" or each["verdict"] != "not_met"
    ]


def ruled_out(findings: Iterable[Json]) -> list[dict[str, Any]]:
    """Return the outcomes of a table that are ruled out, each with its reasons, and the first of them in one text."""
    found = []
    for each in findings:
        if each["kind"] == "outcome" and each["verdict"] == "not_met":
            reasons = _reasons([each])
            found.append(
                {"id": each["id"], "text": each["text"], "reasons": reasons, "reason": " ".join(reasons[:_REASONS])}
            )
    return found


def _reasons(findings: Iterable[Json]) -> list[str]:
    """Return why, from the parts without parts of their own that are known not to be met."""
    found: dict[str, None] = {}
    for each in findings:
        if each["verdict"] == "not_met":
            if each["parts"]:
                found.update(dict.fromkeys(_reasons(each["parts"])))
            elif each["kind"] != "outcome":
                found[each["why"]] = None
    return list(found)


def _hoisted(outcome: Json) -> Json:
    """Return an outcome with its only condition's parts as its own: the reader need not open the same thing twice."""
    if len(outcome["parts"]) != 1:
        return outcome
    (condition,) = outcome["parts"]
    taken = ("fact", "entered", "compared", "limit", "distance", "at_limit", "parts", "join", "recalled")
    return {
        **outcome,
        **{each: condition.get(each) for each in taken},
        "condition": condition["text"] if condition["text"] != outcome["text"] else "",
        "why": f"{outcome['why']} {condition['why']}".strip(),
        "evidence": list(dict.fromkeys([*outcome["evidence"], *condition["evidence"]])),
    }


def join_words(node: Json) -> str:
    """Return how the parts of a criterion join, where there are several."""
    if len(node["parts"]) < 2 or (node["kind"] == "outcome" and node["join"] == "first_of"):
        return ""
    return phrases.JOINS.get(node["join"] or "", "")


def evidence_markup(record: Json) -> Markup:
    """Return a record as it stands under "why"."""
    kept = _drawn.get(record["id"])
    if kept is None or kept[0] != record:
        kept = (record, macro("evidence.jinja", "record")(evidence_view(record)))
        _drawn[record["id"]] = kept
    return kept[1]


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


def cited_sources(records: Iterable[Json]) -> list[dict[str, Any]]:
    """Return every source once, with its address and the ids of the evidence that rests on it."""
    found: dict[str, dict[str, Any]] = {}
    for record in records:
        for each in record["sources"]:
            kept = found.setdefault(each["citation"], {"citation": each["citation"], "url": each.get("url"), "ids": []})
            kept["ids"].append(record["id"])
    return list(found.values())
