"""On which line does a rule stand? Rules are data and forget where they were written; their source remembers."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property

from mkdocs_calculators.project import Project

_PLACED = {
    "criterion": 0,
    "all_of": 0,
    "any_of": 0,
    "none_of": 0,
    "first_of": 0,
    "criteria": 0,
    "points": 0,
    "panel": 0,
    "entry": 0,
}
_PLACED |= {"number": 0, "choice": 0, "yes_no": 0, "several_of": 0, "date": 0, "derived": 0, "conclusion": 0}
_PLACED |= {"notice": 0, "contradiction": 0, "section": 0, "at_least": 1}


Place = tuple[str, int]


@dataclass(frozen=True)
class RuleLines:
    """Where the rules of a project are written; its files are read once something is wrong with one."""

    project: Project | None = None

    def find(self, rule_id: str, text: str, otherwise: str) -> Place:
        """Return where a rule or fact is written, or the first line of the file `otherwise`."""
        exact, by_id = self._read
        return exact.get((rule_id, text)) or by_id.get(rule_id) or (otherwise, 1)

    @cached_property
    def _read(self) -> tuple[dict[tuple[str, str], Place], dict[str, Place]]:
        return _places(self.project) if self.project else ({}, {})


def _places(project: Project) -> tuple[dict[tuple[str, str], Place], dict[str, Place]]:
    """Return (path, line) by id and text, and by id alone, for where the text is not a plain string.

    Looks through the rule files for calls such as criterion("id", "text", …).
    """
    exact: dict[tuple[str, str], Place] = {}
    by_id: dict[str, Place] = {}
    folders = (project.calculators, project.knowledge)
    for path in sorted(path for folder in folders if folder is not None for path in folder.rglob("*.py")):
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError:
            continue  # discovery reports it
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            given = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
            place = _PLACED.get(name)
            if place is None or len(given) <= place or not isinstance(given[place], str):
                continue
            where = (project.shown(path), node.lineno)
            by_id.setdefault(str(given[place]), where)
            if len(given) > place + 1 and isinstance(given[place + 1], str):
                exact.setdefault((str(given[place]), str(given[place + 1])), where)
    return exact, by_id
