"""Several tables judged together: for each entry (a treatment, say), where guidelines place it for this case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guideline.rules import Node
from guideline.tables import FirstOf
from guideline.verdicts import UNKNOWN, Verdict

if TYPE_CHECKING:
    from guideline.cases import Case


@dataclass(frozen=True, eq=False)
class Entry:
    """One row of a panel: a table of outcomes with a title of its own."""

    id: str
    title: str
    rule: FirstOf


@dataclass(frozen=True, eq=False)
class Panel(Node):
    """Entries judged side by side. `leading` are the outcome ids that the headline names."""

    id: str
    text: str
    entries: tuple[Entry, ...]
    leading: tuple[str, ...]
    lead_text: str
    kind: str = "panel"
    evidence: tuple[str, ...] = ()

    def children(self) -> tuple[Node, ...]:
        """Return the tables of all entries."""
        return tuple(entry.rule for entry in self.entries)

    def own_verdict(self, case: Case) -> Verdict:  # noqa: ARG002 - the shape of every node
        """Return unknown: a panel has entries, not a verdict."""
        return UNKNOWN


def entry(entry_id: str, title: str, rule: FirstOf) -> Entry:
    """Name one row of a panel."""
    return Entry(entry_id, title, rule)


def panel(panel_id: str, text: str, *entries: Entry, leading: tuple[str, ...], lead_text: str) -> Panel:
    """Judge several tables side by side; the headline lists those whose outcome is one of `leading`."""
    ids = [each.id for each in entries]
    if len(ids) != len(set(ids)):
        raise ValueError(f"{panel_id}: two entries have one id")
    return Panel(panel_id, text, entries, leading, lead_text)
