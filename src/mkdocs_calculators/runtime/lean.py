"""The lean interpreter: Pyodide's WebAssembly without what no calculator calls, for a start from the snapshot.

Half of the interpreter's file is for what calculators never do: compiling Python, codecs of East Asia, sockets, WebGL.
A page pays for it twice, on the way and while it is linked. So two things go of what relocations.py gives, and
nothing moves: all data, every index and the table of functions stay as they are, so that one snapshot fits both files.

- **Exports that nobody can name.** Those stay that stand in what the worker has of Pyodide's scripts.
- **Bodies of functions that are never called**, found by counting: Python starts from the snapshot, answers requests,
  and calls about everything that its built-in types can do (stretch.py). `NEIGHBOURS` on either side of a function
  that was called stay too, since what stands together in the file was written together. An emptied function has one
  instruction, `unreachable`: calling it stops Python at once. It cannot give a wrong answer, and the page then starts
  from the archives with Pyodide's own file and asks again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from pathlib import Path

from mkdocs_calculators.runtime import wasm
from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.relocations import relocated_interpreter
from mkdocs_calculators.runtime.replay import SCRIPT as REPLAY
from mkdocs_calculators.runtime.replay import replay
from mkdocs_calculators.runtime.scripts import pyodide_scripts
from mkdocs_calculators.runtime.toolchain import Toolchain

NEIGHBOURS = 3
"""How many functions on either side of one that was called stay."""
UNREACHABLE = b"\x00\x00\x0b"
"""A function without locals whose only instruction is `unreachable`."""
COUNTER = "called"
"""How the exported counters of a counting interpreter begin, which replay.mjs reads; a number follows."""
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
STRETCH = Path(__file__).with_name("stretch.py")


def build_lean(tools: Toolchain, *, snapshot: bytes, requests: Sequence[str]) -> bytes:
    """The lean interpreter.

    Args:
        tools: where Pyodide is.
        snapshot: from which Python starts in the training run.
        requests: JSON texts that are answered in it.

    Raises:
        RuntimeBuildError: Python could not be started or trained.
    """
    whole = relocated_interpreter(tools)
    scripts = list(pyodide_scripts(tools).values())
    ours = (__file__, wasm.__file__, STRETCH, REPLAY)
    sources = [Path(each).read_text("utf-8") for each in ours]

    def make() -> bytes:
        short = shortened(whole, scripts)
        seen = replay(
            tools,
            library=b"",
            logic=b"",
            snapshot=snapshot,
            requests=requests,
            interpreter=counting(short),
            stretch=STRETCH,
        )
        return emptied(short, seen.called)

    return kept(tools.cache, "lean", [whole, *scripts, *sources, snapshot, *requests], make)


def shortened(content: bytes, scripts: Sequence[str]) -> bytes:
    """The interpreter with the exports alone that the scripts name."""
    module = wasm.Module(content)
    asked = {each.name for each in module.imports()}
    named = {name for text in scripts for name in _NAME.findall(text)}
    exports = [each for each in module.exports() if {each.name, f"_{each.name}"} & named or each.name in asked]
    module.replace(wasm.EXPORTS, [each.encoded() for each in exports])
    return bytes(module)


def counting(content: bytes) -> bytes:
    """The interpreter with a global for each of its functions, which the function sets to 1 whenever it is called."""
    module = wasm.Module(content)
    bodies = module.bodies()
    first = wasm.read_number(module.section(wasm.GLOBALS), 0)[0]
    first += sum(each.kind == wasm.GLOBAL for each in module.imports())
    module.append(wasm.GLOBALS, [wasm.I32_MUTABLE_ZERO] * len(bodies))
    counters = [wasm.Export(f"{COUNTER}{place}", wasm.GLOBAL, first + place) for place in range(len(bodies))]
    module.append(wasm.EXPORTS, [each.encoded() for each in counters])
    module.replace(wasm.CODE, wasm.sized(begun(body, first + place) for place, body in enumerate(bodies)))
    return bytes(module)


def begun(body: bytes, counter: int) -> bytes:
    """A function that first of all does `i32.const 1` and `global.set`."""
    at = wasm.start_of_code(body)
    return body[:at] + b"\x41\x01\x24" + wasm.number(counter) + body[at:]


def emptied(content: bytes, called: Collection[int]) -> bytes:
    """The interpreter without the bodies of functions that are not among those called, nor near one that is."""
    module = wasm.Module(content)
    places = sorted(called)

    def stays(place: int) -> bool:
        at = bisect_left(places, place - NEIGHBOURS)
        return at < len(places) and places[at] <= place + NEIGHBOURS

    bodies = enumerate(module.bodies())
    module.replace(wasm.CODE, wasm.sized(body if stays(place) else UNREACHABLE for place, body in bodies))
    return bytes(module)
