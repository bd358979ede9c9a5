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


def criteria_html(questions: Json, evidence: Json, *, element_id: str | None = None, level: int = 2) -> str:
    """Return four tables: the limits that differ by authority, every criterion, its evidence, the sources."""
    variants = questions["variants"]
    trees = questions["criteria"]
    cited = _cited(trees, evidence)
    sources, records = _numbered(cited)
    view = {
        "element": element_id or f"net-{questions['calculator']}",
        "level": level,
        "variants": variants,
        "rows": _rows(trees, variants, cited),
        "compared": _compared(trees, variants, questions["facts"]) if len(variants) > 1 else [],
        "records": records,
        "sources": sources,
        "not_considered": questions["not_considered"],
    }
    return str(macro("criteria.jinja", "criteria_block")(view))


def _walk(nodes: Iterable[Json], depth: int = 0) -> Iterable[tuple[int, Json]]:
    for each in nodes:
        yield depth, each
        yield from _walk(each.get("parts") or (), depth + 1)


def _cited(trees: Json, evidence: Json) -> dict[str, Json]:
    """Return the records that the criteria cite, in the order in which they are first cited."""
    ids = [each for tree in trees.values() for _, node in _walk(tree) for each in node["evidence"]]
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
            for depth, node in _walk([found[key]]):
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


def _compared(trees: Json, variants: Sequence[Json], facts: Json) -> list[dict[str, Any]]:
    """Return the criteria that the variants limit differently, one cell per variant."""
    by_variant = {variant: {node["id"]: node for _, node in _walk(tree)} for variant, tree in trees.items()}
    rows = []
    for node_id in _merged([list(found) for found in by_variant.values()]):
        nodes = [by_variant.get(each["id"], {}).get(node_id) for each in variants]
        cells = [_cell(node, facts) for node in nodes]
        if any(cells) and any(each != cells[0] for each in cells):
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
