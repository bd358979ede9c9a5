"""The snapshot: Python's memory with library and logic imported, so that a page starts where the imports end.

It leans on Pyodide's private `_makeSnapshot` and `_loadSnapshot`. It holds no files and fits only the build of Pyodide
that made it, which Pyodide checks; clock and chance are stopped while it is made: the same input gives the same bytes.
"""

import json
import struct
import tempfile
from collections.abc import Sequence
from pathlib import Path

from mkdocs_calculators.runtime.archive import modules_in
from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.library import SAFETY
from mkdocs_calculators.runtime.logic import LIBRARIES
from mkdocs_calculators.runtime.relocations import relocated_interpreter
from mkdocs_calculators.runtime.toolchain import Toolchain

FIELDS = struct.Struct("<6I")
SCRIPT = Path(__file__).with_name("snapshot.mjs")
FORGET = Path(__file__).with_name("forget.py")
BROWSER = Path(__file__).parent.parent / "browser"


def build_snapshot(tools: Toolchain, *, library: bytes, logic: bytes, requests: Sequence[str]) -> bytes:
    """The sparse snapshot; see browser/snapshot.js for its layout.

    Args:
        tools: where Pyodide is.
        library: the standard library archive.
        logic: the logic archive; every module of ours in it is imported.
        requests: JSON texts that are answered before the memory is taken, so that what they warm up is warm.
    """
    ours = [name for name in modules_in(logic) if name.partition(".")[0] not in LIBRARIES]
    imports = [*SAFETY, *ours]
    forget = FORGET.read_text("utf-8")
    sources = [path.read_text("utf-8") for path in (SCRIPT, BROWSER / "boot.js", BROWSER / "snapshot.js")]
    asked = json.dumps([imports, list(requests)])
    interpreter = relocated_interpreter(tools)
    parts: list[str | bytes] = [tools.pyodide_version, interpreter, library, logic, forget, *sources, asked]

    def make() -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            places = {name: Path(folder) / name for name in ("library", "logic", "interpreter", "target")}
            places["library"].write_bytes(library)
            places["logic"].write_bytes(logic)
            places["interpreter"].write_bytes(interpreter)
            request = {name: str(place) for name, place in places.items()}
            tools.run_node(
                SCRIPT,
                {
                    **request,
                    "pyodide": str(tools.pyodide),
                    "imports": imports,
                    "requests": list(requests),
                    "forget": forget,
                },
            )
            return places["target"].read_bytes()

    return kept(tools.cache, "snapshot", parts, make)


def sizes_of(snapshot: bytes) -> dict[str, int]:
    """What a page has to know of a snapshot before it is there, in bytes; see browser/snapshot.js.

    Those of the whole, of Pyodide's header, of what the interpreter's file writes, and of the packed form.
    """
    _, header, memory, _, written, _ = FIELDS.unpack_from(snapshot)
    return {"memory": memory, "header": header, "written": written, "packed": len(snapshot)}
