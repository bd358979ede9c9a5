"""Three verdicts and how they join: met, not met, unknown (Kleene's strong logic)."""

from __future__ import annotations

import enum
from collections.abc import Iterable


class Verdict(enum.Enum):
    """What is known about one criterion: never a guess, never a default."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    def __init__(self, word: str) -> None:
        self.word = word  # the value as a plain attribute: `value` is looked up by a function each time

    __hash__ = object.__hash__  # each verdict is one object; hashing its name takes longer than what is looked up


MET = Verdict.MET
NOT_MET = Verdict.NOT_MET
UNKNOWN = Verdict.UNKNOWN


def all_met(verdicts: Iterable[Verdict]) -> Verdict:
    """Join by "and": one failure decides, whatever else is missing."""
    result = MET
    for verdict in verdicts:
        if verdict is NOT_MET:
            return NOT_MET
        if verdict is UNKNOWN:
            result = UNKNOWN
    return result


def any_met(verdicts: Iterable[Verdict]) -> Verdict:
    """Join by "or": one success decides, whatever else is missing."""
    result = NOT_MET
    for verdict in verdicts:
        if verdict is MET:
            return MET
        if verdict is UNKNOWN:
            result = UNKNOWN
    return result


def none_met(verdicts: Iterable[Verdict]) -> Verdict:
    """Met when every part is known not to be met."""
    joined = any_met(verdicts)
    if joined is UNKNOWN:
        return UNKNOWN
    return NOT_MET if joined is MET else MET


def at_least_met(count: int, verdicts: Iterable[Verdict]) -> Verdict:
    """Met when `count` parts are met; not met when too few could still be."""
    met = possible = 0
    for verdict in verdicts:
        if verdict is MET:
            met += 1
            possible += 1
        elif verdict is UNKNOWN:
            possible += 1
    if met >= count:
        return MET
    return UNKNOWN if possible >= count else NOT_MET
