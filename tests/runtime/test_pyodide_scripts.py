"""Pyodide's scripts in the worker: what nothing can reach goes, what is named stays, a new Pyodide is noticed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mkdocs_calculators.runtime import RuntimeBuildError, Toolchain, wasm
from mkdocs_calculators.runtime.pyodide import ASM, LOADER, changed, without_unreached
from mkdocs_calculators.runtime.scripts import pyodide_scripts, worker_script

pytestmark = pytest.mark.node
DECLARED = re.compile(r"(?<=[;}{\n])(?:var|function|async function) (_[\w$]*)")
"""Emscripten's names of what C calls and of what it exports begin like this, and nothing nested does."""
SCRIPT = """var create=(function(){
var Module={};
function used(){return helper()+"by_name"}
function helper(){return 1}
function unused(){return helper()}
unused.sig="i";
used.sig="i";
var _malloc=Module["_malloc"]=wasmExports["malloc"];
var _free=Module["_free"]=wasmExports["free"];
var by_name=[helper,-1];
var Screen={draw(){return Screen.size},size:2};
var drawn=Screen.draw;
var made=new Map([["a",effect]]);
function effect(){}
Module["elsewhere"]=kept;
Module["Screen"]=Screen;
Module.own=helper;
Error.limit=1;
var kept={};
var wasmImports={used,unused,"quoted":quoted,gone};
function quoted(){}
function gone(){}
used();
});
"""


def shorter(tools: Toolchain, script: str, *others: str) -> str:
    """The script of which the interpreter asks for `used` and `quoted`."""
    return without_unreached(tools, script, imports=["quoted", "used"], others=others)


def test_what_is_named_by_what_stays_stays(tools: Toolchain) -> None:
    short = shorter(tools, SCRIPT, "module.elsewhere; module._free(1)")
    gone = [line for line in SCRIPT.splitlines() if line not in short.splitlines()]
    assert gone == [
        "function unused(){return helper()}",
        'unused.sig="i";',
        'var _malloc=Module["_malloc"]=wasmExports["malloc"];',
        "var Screen={draw(){return Screen.size},size:2};",
        "var drawn=Screen.draw;",
        'Module["Screen"]=Screen;',
        'var wasmImports={used,unused,"quoted":quoted,gone};',
        "function gone(){}",
    ]
    assert 'var wasmImports={used,"quoted":quoted};' in short


def test_another_script_or_a_string_may_name_it(tools: Toolchain) -> None:
    assert "var Screen=" in shorter(tools, SCRIPT, "module.Screen.draw()")
    assert "var Screen=" in shorter(tools, SCRIPT.replace('"by_name"', '"Screen"'))
    assert "var Screen=" not in shorter(tools, SCRIPT.replace('"by_name"', '"a Screen of glass"'))
    assert 'Module["elsewhere"]' not in shorter(tools, SCRIPT)


def test_of_pyodide_more_than_half_goes_and_nothing_that_is_named(tools: Toolchain) -> None:
    before, after = changed(tools)[ASM], pyodide_scripts(tools)[ASM]
    assert len(after) < len(before) / 3
    gone = set(DECLARED.findall(before)) - set(DECLARED.findall(after))
    assert len(gone) > 3000
    assert {"_SDL_Init", "_glDrawArrays"} < gone
    others = (changed(tools)[LOADER], worker_script(tools).decode("utf-8"))
    for text in (after, *others):
        assert not gone & set(re.findall(r"[A-Za-z_$][\w$]*", text))


def test_all_that_the_interpreter_calls_is_there(tools: Toolchain) -> None:
    asked = wasm.Module((tools.pyodide / "pyodide.asm.wasm").read_bytes()).imports()
    listed = re.search(r"var wasmImports=\{(.*?)\};", pyodide_scripts(tools)[ASM])
    assert listed
    names = [each.partition(":")[0] for each in listed[1].split(",")]
    called = {each.name for each in asked if each.kind == wasm.FUNCTION and each.module != "sentinel"}
    assert len(called) > 200
    assert called <= set(names)


@pytest.mark.parametrize("place", ["cdn.jsdelivr.net", "MainLoop.init();"])
def test_a_changed_pyodide_is_noticed(tools: Toolchain, tmp_path: Path, place: str) -> None:
    shutil.copytree(
        tools.pyodide, tmp_path / "node_modules" / "pyodide", ignore=shutil.ignore_patterns("*.wasm", "*.zip")
    )
    for name in (ASM, LOADER):
        script = tmp_path / "node_modules" / "pyodide" / name
        script.write_text(script.read_text("utf-8").replace(place, "elsewhere"), encoding="utf-8")
    other = Toolchain(tools.node, tmp_path / "node_modules", tmp_path / "cache")
    with pytest.raises(RuntimeBuildError, match=r"0 times instead of once: look at CHANGES"):
        worker_script(other)
