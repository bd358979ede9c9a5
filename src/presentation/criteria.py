"""The criteria as tables that read without JavaScript: limits, where the authorities differ, evidence, sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from presentation import phrases
from presentation.environment import macro
from presentation.findings import evidence_view, join_words

Json = Mapping[str, Any]

_DEEPEST = 4  # levels of parts that are set in further
_FEW = 40  # rows that a calculator's page shows open; more are folded, so that the examples are not many screens away


def criteria_html(
    questions: Json,
    evidence: Json,
    *,
    element_id: str | None = None,
    level: int = 2,
    folded: bool = False,
    only: Sequence[str] = (),
) -> str:
    """Return the tables: limits that differ by authority, every criterion, what is worked out, evidence, sources.

    `folded` is for a page of prose, which has a heading of its own above them: they open on a line with their title.
    `only` names the rows of a panel that the page is about; without it all are there.
    """
    if only:
        questions = _narrowed(questions, only)
    variants = questions["variants"]
    trees = questions["criteria"]
    worked_out = _worked_out(questions)
    notices = questions.get("notices") or []
    cited = _cited(trees, [*worked_out, *notices], evidence)
    sources, records = _numbered(cited)
    tables = {
        "rows": _rows(trees, variants, cited),
        "compared": _compared(questions) if len(variants) > 1 else [],
        "worked_out": [_with_evidence(each, cited) for each in worked_out],
        "notices": [_with_evidence(each, cited) for each in notices],
        "records": records,
        "sources": sources,
    }
    view = {
        "element": element_id or f"net-{questions['calculator']}",
        "level": level,
        "folded": folded,
        "open": sum(len(each) for each in tables.values()) <= _FEW,
        "title": questions["title"],
        "variants": variants,
        **tables,
        "not_considered": questions["not_considered"],
    }
    return str(macro("criteria.jinja", "criteria_block")(view))


def _narrowed(questions: Json, only: Sequence[str]) -> dict[str, Any]:
    """Return the questions with some rows of their panel, and with what is worked out for those alone."""
    trees = {variant: [each for each in tree if each["id"] in only] for variant, tree in questions["criteria"].items()}
    title = ", ".join(dict.fromkeys(each["text"] for tree in trees.values() for each in tree))
    return {**questions, "criteria": trees, "title": f"{questions['title']}: {title}", "reports": [], "notices": []}


def has_criteria(questions: Json) -> bool:
    """Return whether there is anything to put into these tables."""
    return bool(any(questions["criteria"].values()) or _worked_out(questions) or questions.get("notices"))


def _worked_out(questions: Json) -> list[dict[str, Any]]:
    """Return the facts that are worked out and cite evidence, with what they are worked out from."""
    facts = questions["facts"]
    reports = {each["id"]: each for each in questions.get("reports") or []}
    derived = {each["id"]: each for each in facts.values() if each.get("derived") and each.get("evidence")}
    return [
        {
            "text": f"{each['label']} ({each['unit']})" if each.get("unit") else each["label"],
            "inputs": [facts[one]["label"] for one in facts.get(key, {}).get("inputs") or () if one in facts],
            "evidence": each["evidence"],
        }
        for key, each in {**reports, **derived}.items()
    ]


def _with_evidence(each: Json, cited: Mapping[str, Json]) -> dict[str, Any]:
    ids = [one for one in each["evidence"] if one in cited]
    recalled = any(cited[one].get("known") == "recalled" for one in ids)
    return {"text": each["text"], "inputs": each.get("inputs") or [], "evidence": ids, "recalled": recalled}


def _walk(nodes: Iterable[Json], path: str = "", depth: int = 0) -> Iterable[tuple[int, str, Json]]:
    """Yield depth, path of ids and node: one id can stand in several rows of a panel."""
    for each in nodes:
        here = f"{path}/{each['id']}"
        yield depth, here, each
        yield from _walk(each.get("parts") or (), here, depth + 1)


def _cited(trees: Json, others: Iterable[Json], evidence: Json) -> dict[str, Json]:
    """Return the records that are cited, in the order in which they are first cited."""
    ids = [each for tree in trees.values() for _, _, node in _walk(tree) for each in node["evidence"]]
    ids += [each for other in others for each in other["evidence"]]
    return {each: evidence[each] for each in dict.fromkeys(ids) if each in evidence}


def _numbered(cited: Mapping[str, Json]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return every source once, numbered, and the records with the numbers of theirs."""
    numbers: dict[str, int] = {}
    sources: list[dict[str, Any]] = []
    records = []
    for record in cited.values():
        view = evidence_view(record)
        for source in view["sources"]:
            if source["citation"] not in numbers:
                numbers[source["citation"]] = len(numbers) + 1
                sources.append(source)
            source["number"] = numbers[source["citation"]]
        records.append(view)
    return sources, records


def _rows(trees: Json, variants: Sequence[Json], cited: Mapping[str, Json]) -> list[dict[str, Any]]:
    """Return one row per criterion, joined over the variants that word, limit and source it alike."""
    titles = {each["id"]: each["title"] for each in variants}
    tops: dict[str, dict[str, list[str]]] = {}  # criterion id → its tree as text → variants
    found: dict[str, Json] = {}
    for variant, tree in trees.items():
        for node in tree:
            key = json.dumps(node, sort_keys=True)
            found[key] = node
            tops.setdefault(node["id"], {}).setdefault(key, []).append(variant)
    rows = []
    for node_id in _merged([[node["id"] for node in tree] for tree in trees.values()]):
        for key, used_by in tops[node_id].items():
            joined = phrases.WORDS["all_authorities"] if len(used_by) == len(titles) else ""
            for depth, _, node in _walk([found[key]]):
                rows.append(
                    {
                        "depth": min(depth, _DEEPEST),
                        "text": node["text"],
                        "kind": _kind(node, shown=("required", "contraindication", "caution", "preferred")),
                        "join": join_words(node),
                        "limit": node.get("limit") or ("" if node["parts"] else phrases.WORDS["no_limit"]),
                        "authorities": "" if depth else joined or ", ".join(titles.get(each, each) for each in used_by),
                        "evidence": [each for each in node["evidence"] if each in cited],
                        "recalled": node.get("recalled", False)
                        or any(cited[each].get("known") == "recalled" for each in node["evidence"] if each in cited),
                    }
                )
    return rows


def _kind(node: Json, *, shown: tuple[str, ...]) -> str:
    return phrases.KINDS[node["kind"]] if node["kind"] in shown else ""


def _merged(lists: Iterable[list[str]]) -> list[str]:
    """Return every id once, each after the one that it follows where it first appears."""
    order: list[str] = []
    for ids in lists:
        place = 0
        for each in ids:
            if each not in order:
                order.insert(place, each)
            place = order.index(each) + 1
    return order


def _compared(questions: Json) -> list[dict[str, Any]]:
    """Return the criteria that the variants limit differently, one cell per variant.

    Of a table of outcomes only what two authorities have in common is compared: their paths differ otherwise.
    """
    variants, facts = questions["variants"], questions["facts"]
    enough = 1 if questions["style"] == "criteria" else 2
    by_variant = {
        variant: {path: node for _, path, node in _walk(tree)} for variant, tree in questions["criteria"].items()
    }
    rows = []
    for path in _merged([list(found) for found in by_variant.values()]):
        nodes = [by_variant.get(each["id"], {}).get(path) for each in variants]
        cells = [_cell(node, facts) for node in nodes]
        if sum(map(bool, cells)) >= enough and any(each != cells[0] for each in cells):
            rows.append({"label": _label([node for node in nodes if node], facts), "cells": cells})
    return rows


def _cell(node: Json | None, facts: Json) -> str:
    """Return what one authority says: its limit and, where it is not simply required, its kind."""
    if node is None or not node.get("limit"):
        return ""
    kind = _kind(node, shown=("contraindication", "caution", "preferred")).lower()
    yes_or_no = facts.get(node["fact"], {}).get("kind") == "yes_no"
    if yes_or_no and node["kind"] != "part":
        return kind or phrases.KINDS[node["kind"]].lower()
    return f"{node['limit']} ({kind})" if kind else str(node["limit"])


def _label(nodes: Sequence[Json], facts: Json) -> str:
    """Return what a row is about: the criterion's text where all agree on it, else what is asked."""
    texts = {node["text"] for node in nodes}
    asked = facts.get(nodes[0]["fact"] or "")
    return str(nodes[0]["text"] if len(texts) == 1 or asked is None else asked["label"])
