"""The standard library that the browser gets: what the calculators load and a little more, byte-compiled, not deflated."""

import json
from collections.abc import Sequence
from importlib.metadata import version

from mkdocs_calculators.runtime.archive import byte_compile, pack, unpack
from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.replay import replay
from mkdocs_calculators.runtime.toolchain import Toolchain

SAFETY = (
    # What an unexpected exception is told with, and what its text may be encoded in.
    "traceback", "linecache", "tokenize", "textwrap", "warnings", "encodings.ascii", "encodings.idna",
    "encodings.latin_1", "encodings.utf_8", "encodings.raw_unicode_escape", "encodings.unicode_escape", "stringprep",
    # What rules may reach for, or a function of the library imports only when it is called.
    "_strptime", "bisect", "calendar", "copy", "dataclasses", "datetime", "decimal", "_pydatetime", "fractions", "heapq",
    "locale", "numbers", "pprint", "statistics", "string", "types", "unicodedata",
)  # fmt: skip
"""Modules kept although no calculator loaded them while it was watched."""


def build_library(tools: Toolchain, *, logic: bytes, imports: Sequence[str], requests: Sequence[str]) -> bytes:
    """The archive that goes to the reader.

    The choice is made by running the logic in Pyodide with the whole library and noting what it loaded. That run is kept
    for as long as the logic imports the same names and the same requests are watched: another threshold changes nothing.

    Args:
        tools: where Pyodide is.
        logic: the logic archive.
        imports: every module name that the logic's sources import.
        requests: JSON texts to answer while watching.
    """
    whole = whole_library(tools)
    parts = [tools.pyodide_version, json.dumps([list(imports), list(requests)])]

    def watch() -> bytes:
        seen = replay(tools, library=whole, logic=logic, requests=requests).modules
        return json.dumps(seen).encode("utf-8")

    loaded = json.loads(kept(tools.cache, "modules", parts, watch))
    return trimmed(whole, loaded)


def whole_library(tools: Toolchain) -> bytes:
    """Pyodide's own library, byte-compiled; assertions and docstrings are dropped, the calculators show none of them."""
    stock = (tools.pyodide / "python_stdlib.zip").read_bytes()
    parts = [tools.lock_info["python"], version("pyodide-build"), stock]
    return kept(tools.cache, "library", parts, lambda: pack(byte_compile(unpack(stock), optimise=2)))


def trimmed(whole: bytes, loaded: Sequence[str]) -> bytes:
    """The modules that were loaded, the safety list, and the packages that they are in."""
    wanted = {*loaded, *SAFETY}
    wanted |= {name.rpartition(".")[0] for name in wanted if "." in name}
    files = unpack(whole)
    places = {f"{name.replace('.', '/')}{ending}" for name in wanted for ending in (".pyc", "/__init__.pyc")}
    return pack({path: content for path, content in files.items() if path in places})
