"""Which of the interpreter's exports anybody can name: Emscripten writes down ten thousand, and few are used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from mkdocs_calculators.runtime.snapshot import SCRIPT as SNAPSHOT
from mkdocs_calculators.runtime.toolchain import Toolchain

_ASSIGNED = re.compile(r'var [\w$]+=(?:Module\["[\w$]+"\]=)?wasmExports\["(?P<name>[\w$]+)"\];')
"""In pyodide.asm.js: an export is assigned to variables named after it, whether anybody uses them or not."""
_NAME = re.compile(r"[A-Za-z_$][\w$]*")


def scripts_of(tools: Toolchain) -> list[str]:
    """Every script that calls the interpreter: Pyodide's two, and ours that makes the snapshot."""
    places = (tools.pyodide / "pyodide.asm.js", tools.pyodide / "pyodide.js", SNAPSHOT)
    return [place.read_text("utf-8") for place in places]


def names_in(scripts: Iterable[str]) -> frozenset[str]:
    """Every name that stands in the scripts, but for those that an export is only assigned to."""
    return frozenset(name for text in scripts for name in _NAME.findall(_ASSIGNED.sub("", text)))


def is_named(export: str, names: Collection[str]) -> bool:
    """Whether an export stands among the names, as in C or as Emscripten writes it."""
    return export in names or f"_{export}" in names


def without_unused(script: str, names: Collection[str]) -> str:
    """pyodide.asm.js without the assignments of exports that are not among the names."""
    return _ASSIGNED.sub(lambda found: found[0] if is_named(found["name"], names) else "", script)
