"""What a team looks at before a treatment, as a list for patients: no result, no verdict, nothing to enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from presentation.environment import macro


def looked_at_html(facts: Sequence[Mapping[str, Any]]) -> str:
    """Return the list, in groups in the order in which they first appear.

    Each fact has `group`, `name`, `why`, and `against`: whether it can be a reason not to use the treatment.
    """
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for each in facts:
        groups.setdefault(each["group"], []).append(each)
    return str(macro("plain.jinja", "looked_at")(list(groups.items())))
