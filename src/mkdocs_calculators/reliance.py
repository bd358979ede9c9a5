"""Which files decide what a calculator says: its own, its examples and patients, and every rule file that these import.

Read from the import statements alone. While a site is served this tells which worked examples have to be judged again
and which pages drawn again after an edit.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from mkdocs_calculators.imports import import_statements
from mkdocs_calculators.project import Project

Stamp = tuple[str, int, int]
"""A file's path, time and size."""


def reliances(project: Project) -> dict[str, tuple[Stamp, ...]]:
    """Return by calculator the stamps of every file that decides what it says."""
    rooms = tuple(each for each in (project.calculators, project.knowledge) if each is not None)
    stamps: dict[Path, Stamp] = {}
    imported: dict[Path, list[Path]] = {}

    def behind(calculator: Path) -> Iterator[Stamp]:
        beside = (calculator.with_suffix(each) for each in (".cases.toml", ".patients.toml"))
        yield from (_stamp(each) for each in beside if each.is_file())
        seen: set[Path] = set()
        waiting = [calculator]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            if path not in stamps:
                stamps[path] = _stamp(path)
                imported[path] = [each for name in _imports(*stamps[path]) for each in _files(name, path, rooms)]
            yield stamps[path]
            waiting += imported[path]

    calculators = [path for path in sorted(project.calculators.glob("*.py")) if path.stem != "__init__"]
    return {path.stem: tuple(sorted(behind(path))) for path in calculators}


def _stamp(path: Path) -> Stamp:
    stat = path.stat()
    return path.as_posix(), stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=4096)
def _imports(path: str, _time: int, _size: int) -> tuple[str, ...]:
    """Return the dotted names that a file imports, relative ones beginning with dots."""
    try:
        found = list(import_statements(Path(path).read_bytes()))
    except SyntaxError:
        return ()  # the file cannot be imported: that is reported where it is
    names: list[str] = []
    for node in found:
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        else:
            module = "." * node.level + (node.module or "")
            joined = module if module.endswith(".") or not module else f"{module}."
            names += [module, *(f"{joined}{each.name}" for each in node.names)]
    return tuple(dict.fromkeys(names))


def _files(name: str, importer: Path, rooms: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the files below the rooms that importing a name runs: each package on the way, and the module itself."""
    bare = name.lstrip(".")
    level = len(name) - len(bare)
    if level:
        start = importer.parents[level - 1]
        steps = bare.split(".") if bare else []
    else:
        first, *steps = bare.split(".")
        room = next((each for each in rooms if each.name == first), None)
        if room is None:
            return
        start = room
    folder = start
    if (folder / "__init__.py").is_file():
        yield folder / "__init__.py"
    for step in steps:
        module, folder = folder / f"{step}.py", folder / step
        if module.is_file():
            yield module
        if (folder / "__init__.py").is_file():
            yield folder / "__init__.py"
