"""Which files decide what a calculator says: its own, its examples and patients, and every rule file that these import.

Read from the import statements alone. While a site is served this tells which worked examples have to be judged again
and which pages drawn again after an edit.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from mkdocs_calculators.imports import import_statements
from mkdocs_calculators.project import Project

Stamp = tuple[str, int, int]
"""A file's path, time and size."""


def reliances(project: Project) -> dict[str, tuple[Stamp, ...]]:
    """Return by calculator the stamps of every file that decides what it says."""
    rooms = [each for each in (project.calculators, project.knowledge) if each is not None]
    modules = _modules(rooms)
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
                package = _package_of(path, rooms)
                imported[path] = [file for name in _imports(*stamps[path]) for file in _files(name, package, modules)]
            yield stamps[path]
            waiting += imported[path]

    calculators = [path for path in sorted(project.calculators.glob("*.py")) if path.stem != "__init__"]
    return {path.stem: tuple(sorted(behind(path))) for path in calculators}


def _modules(rooms: Iterable[Path]) -> dict[str, list[Path]]:
    """Return the files below the rooms by the dotted name under which they are imported."""
    modules: dict[str, list[Path]] = {}
    for room in rooms:
        for path in sorted(room.rglob("*.py")):
            steps = path.relative_to(room.parent).with_suffix("").parts
            name = ".".join(steps[:-1] if path.stem == "__init__" else steps)
            modules.setdefault(name, []).append(path)
    return modules


def _package_of(path: Path, rooms: Iterable[Path]) -> str:
    """Return the dotted name of the package that a file is in."""
    room = next(each for each in rooms if path.is_relative_to(each))
    return ".".join(path.parent.relative_to(room.parent).parts)


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


def _files(name: str, package: str, modules: Mapping[str, list[Path]]) -> Iterator[Path]:
    """Yield the files that importing a name in a package runs: each package on the way, and the module itself."""
    bare = name.lstrip(".")
    level = len(name) - len(bare)
    steps = bare.split(".") if bare else []
    if level:
        steps = package.split(".")[: 1 - level or None] + steps
    for count in range(1, len(steps) + 1):
        yield from modules.get(".".join(steps[:count]), ())
