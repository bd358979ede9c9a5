"""Questions put to the built runtime in Node: for trimming the library, and for comparing Pyodide with CPython."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_calculators.runtime.toolchain import Toolchain

SCRIPT = Path(__file__).with_name("replay.mjs")


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of a run."""

    responses: list[str]
    """One per request, in order: the JSON text that the page would receive."""
    modules: list[str]
    """Every module that was loaded when the last request had been answered."""
    start: float
    """Milliseconds until Python was ready to answer."""


def replay(
    tools: Toolchain,
    *,
    library: bytes | None,
    logic: bytes,
    requests: Sequence[str] = (),
    imports: Sequence[str] = (),
) -> Replay:
    """Starts Pyodide in Node with these archives and puts the requests to it.

    Args:
        tools: where Node and Pyodide are.
        library: the standard library archive; None for the one that Pyodide ships.
        logic: the logic archive.
        requests: JSON texts as the page sends them.
        imports: modules to import before the first request.
    """
    with tempfile.TemporaryDirectory() as folder:
        places = {"library": Path(folder) / "library.zip", "logic": Path(folder) / "logic.zip"}
        places["logic"].write_bytes(logic)
        if library is not None:
            places["library"].write_bytes(library)
        said = tools.run_node(
            SCRIPT,
            {
                "pyodide": str(tools.pyodide),
                "library": str(places["library"]) if library is not None else None,
                "logic": str(places["logic"]),
                "requests": list(requests),
                "imports": list(imports),
                "modules": True,
            },
        )
    outcome = json.loads(said)
    return Replay(outcome["responses"], outcome["modules"], outcome["start"])
