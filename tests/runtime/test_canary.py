"""Runs before every other test: are the private parts of Pyodide that snapshot and worker lean on still there?

Read a failure here first after a new Pyodide: every other failure of the runtime may follow from it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from mkdocs_calculators.runtime import RuntimeBuildError, Toolchain

pytestmark = pytest.mark.node
SNAPSHOT = "the snapshot (runtime/snapshot.mjs, browser/snapshot.js, browser/worker.js)"
WORKER = "the worker (browser/worker.js, runtime/pyodide.py, runtime/unreached.cjs)"
RELOCATIONS = "the interpreter with its addresses written out (runtime/relocations.py)"
WHAT_TO_DO = (
    "Look for what took its place in the new version's source and mend the files named here; until then stay with the "
    "Pyodide that package.json had before. Readers are not cut off meanwhile: a page whose snapshot fails starts from "
    "the archives."
)


@dataclass(frozen=True, slots=True)
class Hook:
    """A private part of Pyodide: what stands in which of its files, and what of ours leans on it."""

    text: str
    file: str
    used: str
    meaning: str

    def gone(self, version: str) -> str:
        """What to say when it is not there."""
        return (
            f"Pyodide {version}: {self.meaning} is gone: {self.text!r} does not stand in {self.file} any more, and "
            f"{self.used} leans on it. {WHAT_TO_DO}"
        )


HOOKS = (
    Hook("_loadSnapshot", "pyodide.js", SNAPSHOT, "the option that starts from a snapshot"),
    Hook("_makeSnapshot", "pyodide.asm.js", SNAPSHOT, "the option that lets a snapshot be made"),
    Hook("makeMemorySnapshot", "pyodide.asm.js", SNAPSHOT, "the function that makes a snapshot"),
    Hook("restoreSnapshot", "pyodide.asm.js", SNAPSHOT, "the function that brings a snapshot back"),
    Hook("Module.HEAP8.set(", "pyodide.asm.js", SNAPSHOT, "the line that copies a snapshot into memory"),
    Hook(
        "_emscripten_builtin_malloc", "pyodide.asm.js", SNAPSHOT, "the C library's malloc, by which memory is cleared"
    ),
    Hook("_emscripten_stack_get_end", "pyodide.asm.js", SNAPSHOT, "the end of the stack, which is cleared too"),
    Hook("t=t.subarray(r)", "pyodide.asm.js", SNAPSHOT, "the line that takes the memory out of a snapshot"),
    Hook(
        '=Module["_free"]=wasmExports["free"];',
        "pyodide.asm.js",
        "the lean interpreter (runtime/lean.py, runtime/unreached.cjs)",
        "the way in which exports are assigned",
    ),
    Hook(
        '___memory_base=new WebAssembly.Global({value:"i32",mutable:false},',
        "pyodide.asm.js",
        RELOCATIONS,
        "the line that says where the interpreter's data begins",
    ),
    Hook(
        '.push(wasmExports["__wasm_apply_data_relocs"])',
        "pyodide.asm.js",
        RELOCATIONS,
        "the call of the function that writes the addresses",
    ),
    Hook("var wasmImports={", "pyodide.asm.js", WORKER, "the list of what the interpreter may ask for"),
    Hook("pyodide.asm.wasm", "pyodide.js", WORKER, "the name by which Pyodide asks for the interpreter"),
    Hook("WebAssembly.instantiateStreaming(", "pyodide.js", WORKER, "the call that the worker answers from memory"),
    Hook(
        'typeof _createPyodideModule!="function"', "pyodide.js", WORKER, "the look for a script that is there already"
    ),
    Hook("fsInit", "pyodide.js", WORKER, "the option that lays files before Python starts"),
    Hook(
        "globalThis._createPyodideModule = _createPyodideModule",
        "pyodide.asm.js",
        WORKER,
        "the name under which the interpreter reaches the global scope",
    ),
)

ROUND_TRIP = """
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
const folder = JSON.parse(readFileSync(0, "utf-8"));
const { loadPyodide } = createRequire(join(folder, "package.json"))("./pyodide.js");
const first = await loadPyodide({ _makeSnapshot: true });
first.runPython("import json; remembered = json.dumps([6 * 7])");
const taken = first.makeMemorySnapshot();
const [, header] = new Uint32Array(taken.buffer, taken.byteOffset, 2);
const second = await loadPyodide({ _loadSnapshot: taken });
process.stdout.write(JSON.stringify({ header, size: taken.length, remembered: second.runPython("remembered") }));
"""


@pytest.mark.parametrize("hook", HOOKS, ids=[each.text for each in HOOKS])
def test_canary_a_private_part_of_pyodide_is_where_it_was(tools: Toolchain, hook: Hook) -> None:
    assert hook.text in (tools.pyodide / hook.file).read_text("utf-8"), hook.gone(tools.pyodide_version)


def test_canary_pyodide_makes_a_snapshot_and_wakes_from_it(tools: Toolchain, tmp_path: Path) -> None:
    script = tmp_path / "round_trip.mjs"
    script.write_text(ROUND_TRIP, encoding="utf-8")
    try:
        outcome = json.loads(tools.run_node(script, str(tools.pyodide)))
    except RuntimeBuildError as problem:
        pytest.fail(f"Pyodide {tools.pyodide_version} does not wake from its own snapshot. {WHAT_TO_DO}\n{problem}")
    said = f"Pyodide {tools.pyodide_version} gave {outcome}, which is not how {SNAPSHOT} reads it. {WHAT_TO_DO}"
    assert outcome["remembered"] == "[42]", said
    assert 8 < outcome["header"] < outcome["size"], said


def test_a_part_that_is_gone_is_named_with_version_and_advice() -> None:
    said = Hook("_loadSnapshot", "pyodide.js", SNAPSHOT, "the option").gone("999.1")
    for part in ("Pyodide 999.1", "'_loadSnapshot'", "pyodide.js", "runtime/snapshot.mjs", "stay with the Pyodide"):
        assert part in said
