"""The built archives answer in Node, and Pyodide's private parts that we lean on are where we think they are.

Read a failure here first after a new Pyodide: every other failure of the runtime may follow from it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_calculators.runtime import RuntimeManifest, Toolchain
from mkdocs_calculators.runtime.replay import replay

pytestmark = pytest.mark.node
ASSETS = Path("assets/open-net-guide")


def test_canary_pyodide_asks_for_its_two_files_by_the_names_that_the_worker_answers(tools: Toolchain) -> None:
    text = (tools.pyodide / "pyodide.js").read_text("utf-8")
    assert "pyodide.asm.wasm" in text
    assert "WebAssembly.instantiateStreaming(" in text  # which the worker replaces
    assert 'typeof _createPyodideModule!="function"' in text  # else it would load a script
    assert "fsInit" in text


def test_canary_the_interpreter_reaches_the_global_scope_by_the_name_that_pyodide_looks_for(tools: Toolchain) -> None:
    assert "globalThis._createPyodideModule = _createPyodideModule" in (tools.pyodide / "pyodide.asm.js").read_text(
        "utf-8"
    )


def test_canary_pyodide_still_makes_and_loads_snapshots(tools: Toolchain) -> None:
    assert "_loadSnapshot" in (tools.pyodide / "pyodide.js").read_text("utf-8")
    text = (tools.pyodide / "pyodide.asm.js").read_text("utf-8")
    for part in ("_makeSnapshot", "makeMemorySnapshot", "restoreSnapshot", "Module.HEAP8.set("):
        assert part in text, part


@pytest.mark.parametrize("from_snapshot", [True, False], ids=["snapshot", "archives"])
def test_what_is_published_answers(
    tools: Toolchain, online: tuple[Path, RuntimeManifest], *, from_snapshot: bool
) -> None:
    site, manifest = online
    requests = [json.dumps({"calculator": "adder", "answers": {"a": 1, "b": number}}) for number in range(3)]
    outcome = replay(
        tools,
        library=(site / ASSETS / manifest.library.path).read_bytes(),
        logic=(site / ASSETS / manifest.logic.path).read_bytes(),
        snapshot=(site / ASSETS / manifest.snapshot.path).read_bytes() if from_snapshot else None,
        requests=requests,
    )
    assert [json.loads(text)["html"] for text in outcome.responses] == ["<p>1</p>", "<p>2</p>", "<p>3</p>"]
    assert json.loads(outcome.responses[0])["evidence"] == ["SUM-1", "SUM-2"]
    assert "calculators.adder" in outcome.modules
    assert "turtle" not in outcome.modules
