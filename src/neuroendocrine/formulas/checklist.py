"""Checklists: what of a list is not there."""

from __future__ import annotations


def missing_from(wanted: tuple[str, ...], present: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of a list that are not among those present, in the order of the list."""
    return tuple(each for each in wanted if each not in present)
