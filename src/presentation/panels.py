"""The rows of a panel in reading order: what is placed first comes first, what is ruled out comes last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presentation import phrases
from presentation.findings import possible

if TYPE_CHECKING:
    from presentation.findings import Drawing

Json = Mapping[str, Any]


def bucket(option: Json) -> str:
    """Return the group in which a row stands: by the beginning of its placement's id, open rows apart."""
    placement = option["placement"]
    if placement is None:
        return "open"
    for name in phrases.PLACEMENTS:
        if placement.startswith(name):
            return name
    return "stated"


def grouped(result: Json, drawing: Drawing | None = None) -> list[dict[str, Any]]:
    """Return the groups of rows that are not empty; with `drawing`, each row carries its findings drawn."""
    groups: dict[str, list[dict[str, Any]]] = {name: [] for name in phrases.PLACEMENTS}
    for option in result["options"]:
        # What decides is the branch that applies; an open row shows every branch that is still possible.
        reasons = possible(option["findings"])
        groups[bucket(option)].append(
            {
                "id": option["id"],
                "title": option["title"],
                "text": option["text"],
                "note": option["note"],
                "evidence": option["evidence"],
                "missing": option["missing"],
                "rows": drawing.of(reasons, option["id"]) if drawing is not None else [],
            }
        )
    return [{"name": name, "phrase": phrases.PLACEMENTS[name], "rows": rows} for name, rows in groups.items() if rows]
