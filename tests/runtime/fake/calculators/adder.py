"""Adds numbers. Source: record `SUM-1`."""

from __future__ import annotations

from typing import Any

EVIDENCE = "SUM-1"


def CALCULATOR(answers: dict[str, Any]) -> float:  # noqa: N802 - the name that the runtime looks for
    return sum(value for value in answers.values() if isinstance(value, (int, float)))
