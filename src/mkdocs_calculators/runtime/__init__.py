"""The browser runtime: what a page loads so that its calculators can answer, made from the sources that the tests run.

`build_runtime` writes into `<site>/assets/open-net-guide/`:

- `net-guide.js`, the page's own script, with the list of the files below baked in;
- `runtime/<Pyodide version>/lean.<hash>.wasm`, the interpreter with its addresses written out and without what no
  calculator calls, and beside it `pyodide.asm.wasm`, Pyodide's own. Their addresses change only when they do, with
  Pyodide or when a calculator calls something new, so that what a browser keeps outlives our releases;
- `runtime/<Pyodide version>/python_stdlib.<hash>.zip`, the part of the standard library that the calculators load;
- `runtime/logic.<hash>.zip`, rules, templates and evidence;
- `runtime/snapshot.<hash>.bin`, Python's memory with all of that imported. A page starts from it with the lean
  interpreter; when anything about them fails, it starts from the two archives with Pyodide's own, without a word;
- `net-guide-worker.<hash>.js`, Pyodide's two scripts and our worker in one classic script;
- `NOTICES.txt`, the licences of all of it.

With `transport="scripts"` (the offline edition) these files become `offline/*.<hash>.js`, classic scripts that assign
base64 of gzip, because a page opened from a folder can load scripts and nothing else. There is one interpreter then,
with its addresses written out and nothing left out, for the start from the snapshot and for the one from the archives.

The same input gives the same bytes. Costly steps are kept under `.cache/`, keyed by what went in.
"""

from mkdocs_calculators.runtime.manifest import RuntimeFile, RuntimeManifest, Transport
from mkdocs_calculators.runtime.publication import build_runtime, logic_folders
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain, cache_of, find_toolchain

__all__ = [
    "RuntimeBuildError",
    "RuntimeFile",
    "RuntimeManifest",
    "Toolchain",
    "Transport",
    "build_runtime",
    "cache_of",
    "find_toolchain",
    "logic_folders",
]
