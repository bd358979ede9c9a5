"""Keeps what was worked out before, up to a number of entries: past it, everything is worked out anew."""

from __future__ import annotations

MOST = 2048


def keep[Key, Value](kept: dict[Key, Value], key: Key, value: Value, most: int = MOST) -> Value:
    """Keep a value under a key and return it."""
    if len(kept) >= most:
        kept.clear()
    kept[key] = value
    return value
