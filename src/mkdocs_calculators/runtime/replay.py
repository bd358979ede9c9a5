"""Questions put to the built runtime in Node: for trimming the library, and for comparing Pyodide with CPython."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_calculators.runtime.archive import pack
from mkdocs_calculators.runtime.relocations import relocated_interpreter
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
    each: list[float]
    """Milliseconds that each response took."""
    called: list[int]
    """With a counting interpreter (lean.py): its functions that were called, by their place in the file."""


def replay(
    tools: Toolchain,
    *,
    library: bytes,
    logic: bytes,
    snapshot: bytes | None = None,
    requests: Sequence[str] = (),
    interpreter: bytes | None = None,
    stretch: Path | None = None,
) -> Replay:
    """Starts Pyodide in Node as the reader's browser does and puts the requests to it.

    Args:
        tools: where Node and Pyodide are.
        library: the standard library archive.
        logic: the logic archive.
        snapshot: the snapshot; when given, Python starts from it and gets two empty archives.
        requests: JSON texts as the page sends them.
        interpreter: a WebAssembly file in the place of the one for which snapshots are made or, without a snapshot,
            of Pyodide's own.
        stretch: a Python program whose function `stretch` is called at the end; compiling it does not count.
    """
    with tempfile.TemporaryDirectory() as folder:
        parts = {"library": pack({}), "logic": pack({}), "snapshot": snapshot, "interpreter": interpreter}
        if snapshot is None:
            parts |= {"library": library, "logic": logic}
        elif interpreter is None:
            parts["interpreter"] = relocated_interpreter(tools)
        answered = Path(folder) / "responses"
        request: dict[str, object] = {
            "pyodide": str(tools.pyodide),
            "requests": list(requests),
            "responses": str(answered),
            "stretch": stretch and stretch.read_text("utf-8"),
        }
        for name, content in parts.items():
            if content is not None:
                place = Path(folder) / name
                place.write_bytes(content)
                request[name] = str(place)
        said = tools.run_node(SCRIPT, request)
        with answered.open(encoding="utf-8") as lines:
            responses = [json.loads(line) for line in lines]
    outcome = json.loads(said)
    return Replay(responses, outcome["modules"], outcome["start"], outcome["each"], outcome["called"])
