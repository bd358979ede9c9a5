"""Pyodide's two scripts as the worker runs them: a few places changed, and without what nothing can reach."""

from collections.abc import Sequence
from pathlib import Path

from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain
from mkdocs_calculators.runtime.wasm import Module

UNREACHED = Path(__file__).with_name("unreached.cjs")
ASM, LOADER = "pyodide.asm.js", "pyodide.js"
CHANGES = (
    # The map is not shipped, and a page never asks for what is not there.
    (LOADER, "\n//# sourceMappingURL=pyodide.js.map", ""),
    # The address that packages would come from. We load none; no address of another host stays in our files.
    (LOADER, "`https://cdn.jsdelivr.net/pyodide/v${x}/full/`", '"https://runtime.invalid/"'),
    # For CommonJS, which a worker has not: what it throws makes Chromium parse the whole script a second time.
    (LOADER, "try{Object.assign(exports,loadPyodide)}catch(_){}", ""),
    # Five small programs at every start, for which all of Python's compiler is woken: modules are imported and asked
    # for what the programs would give. What a snapshot (`t`) has imported is there.
    (ASM, '[r,n]=API.rawRun("import _pyodide_core")', '[r,n]=t?[0]:API.rawRun("import _pyodide_core")'),
    (ASM, 'API._pyodide._base.eval_code("{}")', 'API._pyodide._base.import_module("builtins").dict()'),
    (ASM, 'API.runPythonInternal("import importlib; importlib")', 'API._pyodide._base.import_module("importlib")'),
    (ASM, 'API.runPythonInternal("import __main__; __main__.__dict__")', 'o("__main__").__dict__'),
    (ASM, 'API.runPythonInternal("import builtins; builtins.__dict__")', 'o("builtins").__dict__'),
    # Each export and each function of WebGL would get an address, for libraries that may be loaded later: all six
    # thousand functions that have one are looked at for that. We load none. What has no address cannot be called by
    # one: that would stop Python, and the page would start another.
    (ASM, "if(isInternalSym(symName)){continue}", "if(!GOT[symName]||isInternalSym(symName)){continue}"),
    (ASM, "if(!value&&!entry.required){continue}", 'if(typeof value!="number"){continue}'),
    # What counts the arguments of a function in C is new: it needs no search for whether it has an address.
    (
        ASM,
        "return addFunction(inst.exports.f)",
        "const free=getEmptyTableSlot();setWasmTableEntry(free,inst.exports.f);return free",
    ),
    # For waiting until Node's standard input has something. Chromium warns of shared memory and, to say where, parses
    # the whole function again.
    (ASM, "new Int32Array(new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer)", "null"),
    # Files of the reader's disk, of another worker or of the browser's database: calculators have none.
    (ASM, "FS.filesystems={MEMFS,IDBFS,NODEFS,WORKERFS,PROXYFS}", "FS.filesystems={MEMFS}"),
    (ASM, "IDBFS.quit();", ""),
    (ASM, "if(ENVIRONMENT_IS_NODE){NODEFS.staticInit()}", ""),
    # Screens and sound, which begin by themselves.
    (ASM, "registerPostMainLoop(()=>SDL.audio?.queueNewAudioData?.());", ""),
    (ASM, 'if(typeof Browser!="undefined")Browser.init();', ""),
    (ASM, "MainLoop.init();", ""),
)
"""File, what stands there exactly once, what replaces it."""


def changed(tools: Toolchain) -> dict[str, str]:
    """Pyodide's scripts by name, with the changes.

    Raises:
        RuntimeBuildError: a text that we change does not stand in its file exactly once (a new Pyodide).
    """
    texts = {name: (tools.pyodide / name).read_text("utf-8") for name in (ASM, LOADER)}
    for name, before, after in CHANGES:
        if (found := texts[name].count(before)) != 1:
            raise RuntimeBuildError(
                f"{name} of Pyodide {tools.pyodide_version} has {before!r} {found} times instead of once: "
                "look at CHANGES in mkdocs_calculators/runtime/pyodide.py"
            )
        texts[name] = texts[name].replace(before, after)
    return texts


def without_unreached(tools: Toolchain, script: str, *, imports: Sequence[str], others: Sequence[str]) -> str:
    """pyodide.asm.js without the declarations that nothing can reach; see unreached.cjs.

    Args:
        tools: where Node is, and what is kept.
        script: pyodide.asm.js.
        imports: the names that the interpreter asks for.
        others: the scripts that may name something of it.
    """
    request = {"packages": str(tools.packages), "text": script, "imports": imports, "others": others}

    def make() -> bytes:
        return tools.run_node(UNREACHED, request).encode("utf-8")

    parts = [tools.pinned, UNREACHED.read_text("utf-8"), script, *imports, "", *others]
    return kept(tools.cache, "reached", parts, make).decode("utf-8")


def asked_for(interpreter: bytes) -> list[str]:
    """The names of what a WebAssembly file asks for, but for the addresses of functions: there are none (CHANGES)."""
    return sorted({each.name for each in Module(interpreter).imports() if each.module != "GOT.func"})
