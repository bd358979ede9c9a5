"""The standard library that the browser gets: what the calculators load and a little more, byte-compiled."""

import json
from collections.abc import Sequence
from importlib.metadata import version

from mkdocs_calculators.runtime.archive import byte_compile, pack, unpack, without_lines
from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.replay import replay
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain

SAFETY = (
    # What an unexpected exception is told with, and the encodings that its text may come in.
    "traceback", "linecache", "tokenize", "textwrap", "warnings", "encodings.ascii", "encodings.idna", "stringprep",
    "encodings.latin_1", "encodings.utf_8", "encodings.raw_unicode_escape", "encodings.unicode_escape",
)  # fmt: skip
"""Modules kept although no calculator loaded them while it was watched."""


def build_library(
    tools: Toolchain, *, logic: bytes, imports: Sequence[str], named: Sequence[str], requests: Sequence[str]
) -> bytes:
    """The archive that goes to the reader.

    The choice is made by running the logic in Pyodide with the whole library and noting what it loaded. That run is
    kept for as long as the logic imports the same names and the same requests are watched: another threshold changes
    nothing. The archive is not deflated: it compresses better on the way.

    Args:
        tools: where Pyodide is.
        logic: the logic archive.
        imports: every module name that the logic's sources and their libraries import.
        named: those that our own sources import, even inside a function: they go along whether or not they were loaded.
        requests: JSON texts to answer while watching.

    Raises:
        RuntimeBuildError: one of them could not be answered in Pyodide.
    """
    whole = whole_library(tools)
    parts = [tools.pyodide_version, json.dumps([list(imports), list(requests)])]

    def watch() -> bytes:
        seen = replay(tools, library=whole, logic=logic, requests=requests)
        for request, response in zip(requests, seen.responses, strict=True):
            if (failure := json.loads(response).get("failure")) is not None:
                detail = json.loads(response).get("detail", "")
                raise RuntimeBuildError(f"in Pyodide the calculators fail on {request}: {failure}\n{detail}")
        return json.dumps(seen.modules).encode("utf-8")

    loaded = json.loads(kept(tools.cache, "modules", parts, watch))
    return trimmed(whole, [*loaded, *named])


def whole_library(tools: Toolchain) -> bytes:
    """Pyodide's own library, byte-compiled, without assertions and docstrings: the calculators show none of them."""
    stock = (tools.pyodide / "python_stdlib.zip").read_bytes()
    parts: list[str | bytes] = [tools.lock_info["python"], version("pyodide-build"), stock]
    return kept(
        tools.cache, "library-bare", parts, lambda: pack(without_lines(byte_compile(unpack(stock), optimise=2)))
    )


def trimmed(whole: bytes, loaded: Sequence[str]) -> bytes:
    """The modules that were loaded, the safety list, and the packages that they are in."""
    wanted = {*loaded, *SAFETY}
    wanted |= {name.rpartition(".")[0] for name in wanted if "." in name}
    files = unpack(whole)
    places = {f"{name.replace('.', '/')}{ending}" for name in wanted for ending in (".pyc", "/__init__.pyc")}
    return pack({path: content for path, content in files.items() if path in places})
