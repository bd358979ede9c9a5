"""Who may import whom: the table of the design, held against every import statement."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# What Pyodide's own start-up has loaded already; anything else costs the reader tens of milliseconds.
LOADED_BY_PYODIDE = {
    "__future__", "collections", "dataclasses", "enum", "functools", "itertools", "json", "math", "operator", "re",
    "typing",
}  # fmt: skip

ALLOWED = {
    "src/guideline": {"guideline"} | LOADED_BY_PYODIDE,
    "src/neuroendocrine": {"neuroendocrine", "guideline"} | LOADED_BY_PYODIDE,
    "calculators": {"neuroendocrine", "guideline"} | LOADED_BY_PYODIDE,
    "src/presentation": {"presentation", "guideline", "jinja2", "markupsafe"} | LOADED_BY_PYODIDE,
    "src/mkdocs_calculators": {
        "mkdocs_calculators", "guideline", "presentation",
        "brotli", "lxml", "markdown", "mkdocs", "pybtex", "tomli", "yaml",
    } | set(sys.stdlib_module_names),
}  # fmt: skip

# Files of a room that never reach the browser, with what else they may import.
AT_BUILD_ONLY = {
    "src/presentation/precompile.py": set(sys.stdlib_module_names),
    "src/presentation/environment.py": {"functools"},
    "src/mkdocs_calculators/plugin.py": {"jinja2"},  # where the theme's compiled templates are kept
}
# What an unexpected exception is told with; the worker's library has it.
FOR_FAILURES = {"src/presentation/desk.py": {"traceback"}}


def files_of(room: str) -> list[Path]:
    return sorted(path for path in (ROOT / room).rglob("*.py") if "compiled" not in path.parts)


def imported(path: Path) -> set[str]:
    """Return the top-level names that a file imports, wherever in it the statement stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


ROOMS = [(room, path) for room in ALLOWED for path in files_of(room)]


@pytest.mark.parametrize(("room", "path"), ROOMS, ids=[path.relative_to(ROOT).as_posix() for _, path in ROOMS])
def test_a_room_imports_only_what_it_may(room, path):
    name = path.relative_to(ROOT).as_posix()
    allowed = ALLOWED[room] | AT_BUILD_ONLY.get(name, set()) | FOR_FAILURES.get(name, set())

    assert imported(path) <= allowed


def test_every_room_has_files():
    assert {room for room in ALLOWED if files_of(room)} == set(ALLOWED)


def test_every_package_of_the_project_is_a_room():
    packages = {f"src/{path.parent.name}" for path in (ROOT / "src").glob("*/__init__.py")}

    assert packages == {room for room in ALLOWED if room.startswith("src/")}


def test_no_module_has_a_name_that_says_nothing():
    empty_words = {"utils", "helpers", "core", "common", "manager", "base", "misc"}

    assert not {path.stem for _, path in ROOMS} & empty_words


@pytest.mark.parametrize("room", ["src/guideline", "src/neuroendocrine", "calculators", "src/presentation"])
def test_logic_touches_neither_files_nor_clock_nor_network(room):
    forbidden = {"open", "exec", "eval", "input", "print", "breakpoint"}
    called = {
        (path.relative_to(ROOT).as_posix(), node.func.id)
        for path in files_of(room)
        if path.relative_to(ROOT).as_posix() not in AT_BUILD_ONLY
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in forbidden
    }

    assert called == set()
