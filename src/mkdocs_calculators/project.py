"""Where a guide keeps its pages, calculators, evidence and references: a table in its pyproject.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

TABLE = "mkdocs-calculators"
SEARCH_WORDS = "search-words"
SEARCH_WEIGHTS = "search-weights"
PLACES = {
    "pages": "docs",
    "calculators": "calculators",
    "knowledge": "",
    "evidence": "evidence",
    "references": "docs/references.bib",
    "diagrams": "diagrams",
    "links": "link_keys.toml",
    "plain-words": "plain_words.toml",
}


class ProjectError(Exception):
    """Raised when there is no project where one was looked for, or its table names unknown places."""


@dataclass(frozen=True)
class Project:
    """The folders and files that a site is made of. All are absolute; they need not exist."""

    root: Path
    pages: Path
    calculators: Path
    knowledge: Path | None
    evidence: Path
    references: Path
    diagrams: Path
    links: Path
    plain_words: Path
    search_words: Mapping[str, str] = field(default_factory=dict)
    search_weights: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def at(cls, root: Path) -> Project:
        """Read the project in one folder; without a table the usual places count."""
        root = root.resolve()
        given = table(root) or {}
        words = given.pop(SEARCH_WORDS, {})
        weights = given.pop(SEARCH_WEIGHTS, {})
        unknown = sorted(given.keys() - PLACES.keys())
        if unknown:
            allowed = ", ".join((*PLACES, SEARCH_WORDS, SEARCH_WEIGHTS))
            message = f"{root / 'pyproject.toml'}: [tool.{TABLE}] has no {unknown[0]!r}; there is {allowed}"
            raise ProjectError(message)
        places = {name: given.get(name, usual) for name, usual in PLACES.items()}
        return cls(
            root=root,
            pages=root / places["pages"],
            calculators=root / places["calculators"],
            knowledge=root / places["knowledge"] if places["knowledge"] else None,
            evidence=root / places["evidence"],
            references=root / places["references"],
            diagrams=root / places["diagrams"],
            links=root / places["links"],
            plain_words=root / places["plain-words"],
            search_words={str(said): str(more) for said, more in words.items()},
            search_weights={str(place): float(weight) for place, weight in weights.items()},
        )

    @classmethod
    def find(cls, start: Path) -> Project:
        """Return the project around a folder, or else the one that this code is installed from."""
        here = Path(__file__).resolve()
        for folder in (*_upwards(start.resolve()), *here.parents):
            if table(folder) is not None:
                return cls.at(folder)
        raise ProjectError(f"no pyproject.toml with a [tool.{TABLE}] table in {start} or above it")

    def shown(self, path: Path) -> str:
        """Return a path as problems show it: relative to the project, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    @property
    def watched(self) -> tuple[Path, ...]:
        """What `mkdocs serve` should watch beside the pages."""
        rooms = (self.calculators, self.knowledge, self.evidence)
        files = (self.references, self.diagrams, self.links, self.plain_words)
        return tuple(place for place in (*rooms, *files) if place is not None and place.exists())


def table(folder: Path) -> dict[str, Any] | None:
    """Return the project's table in a folder's pyproject.toml, or None where there is no such file or table."""
    file = folder / "pyproject.toml"
    if not file.is_file():
        return None
    stat = file.stat()
    found = _table(file, stat.st_mtime_ns, stat.st_size)
    return None if found is None else dict(found)


@lru_cache(maxsize=64)
def _table(file: Path, _time: int, _size: int) -> dict[str, Any] | None:
    found = tomllib.loads(file.read_text(encoding="utf-8")).get("tool", {}).get(TABLE)
    return None if found is None else dict(found)


def _upwards(folder: Path) -> tuple[Path, ...]:
    return (folder, *folder.parents)
