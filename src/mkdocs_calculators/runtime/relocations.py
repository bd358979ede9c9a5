"""Pyodide's interpreter with the addresses in its data written out.

Emscripten links it so that it could be laid anywhere: at every start a function writes 28,000 addresses into its data,
half a megabyte of instructions that a browser reads, compiles and runs. Where it is laid stands in Pyodide's script,
though. What the function writes is worked out here and stands in the file's data; what leans on anything else stays an
instruction. The memory of a linked interpreter is the same as before, and every index is where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs_calculators.runtime import wasm
from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.pyodide import ASM
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain

WRITER = "__wasm_apply_data_relocs"
"""The export that writes the addresses."""
MEMORY_BASE, TABLE_BASE = "__memory_base", "__table_base"
"""The imported numbers at which the interpreter's data and its functions begin."""
BASE = r'___{}=new WebAssembly\.Global\(\{{value:"i32",mutable:false\}},(\d+)\)'
"""How Pyodide's script gives one of them."""
CONST, GET, ADD, SUB, STORE, END = 0x41, 0x23, 0x6A, 0x6B, 0x36, 0x0B
"""Instructions: `i32.const`, `global.get`, `i32.add`, `i32.sub`, `i32.store`, `end`."""
WORD = 4
"""Bytes of an address."""


def relocated_interpreter(tools: Toolchain) -> bytes:
    """Pyodide's WebAssembly with the addresses written out.

    Raises:
        RuntimeBuildError: file or script are not made as they were (a new Pyodide).
    """

    def make() -> bytes:
        script = (tools.pyodide / ASM).read_text("utf-8")
        try:
            bases = {name: base_in(script, name) for name in (MEMORY_BASE, TABLE_BASE)}
            return relocated((tools.pyodide / "pyodide.asm.wasm").read_bytes(), bases)
        except (ValueError, LookupError) as problem:
            message = f"Pyodide {tools.pyodide_version}: {problem}: look at mkdocs_calculators/runtime/relocations.py"
            raise RuntimeBuildError(message) from problem

    sources = [Path(each).read_text("utf-8") for each in (__file__, wasm.__file__)]
    return kept(tools.cache, "relocated", [tools.pinned, *sources], make)


def base_in(script: str, name: str) -> int:
    """Where data or functions begin, as the script says; LookupError when it does not."""
    found = re.findall(BASE.format(name.lstrip("_")), script)
    if len(found) != 1:
        raise LookupError(f"the script gives {name} {len(found)} times instead of once")
    return int(found[0])


def relocated(content: bytes, bases: Mapping[str, int]) -> bytes:
    """A WebAssembly file with its addresses written out.

    Args:
        content: the file; its data is one segment that begins at the memory's base.
        bases: MEMORY_BASE and TABLE_BASE.

    Raises:
        ValueError: data or function are not as described, or something is written outside of the data.
    """
    module = wasm.Module(content)
    numbers = [each.name for each in module.imports() if each.kind == wasm.GLOBAL]
    known = {place: bases[name] for place, name in enumerate(numbers) if name in bases}
    data, start = module.section(wasm.DATA), b"\x01\x00" + bytes([GET, numbers.index(MEMORY_BASE), END])
    if not data.startswith(start):
        raise ValueError("the data is not one segment that begins at the memory's base")
    size, begin = wasm.read_number(data, len(start))
    written = bytearray(data)

    writer = next(each.index for each in module.exports() if each.name == WRITER)
    writer -= sum(each.kind == wasm.FUNCTION for each in module.imports())
    bodies = module.bodies()
    stays = b""
    for place, value, code in stores(bodies[writer], known):
        at = place - bases[MEMORY_BASE]
        if not 0 <= at <= size - WORD:
            raise ValueError(f"{WRITER} writes at {place}, outside of the data")
        if value is None:
            stays += code
        else:
            written[begin + at : begin + at + WORD] = value.to_bytes(WORD, "little")
    bodies[writer] = b"\x00" + stays + bytes([END])
    module.put(wasm.DATA, bytes(written))
    module.replace(wasm.CODE, wasm.sized(bodies))
    return bytes(module)


def stores(body: bytes, known: Mapping[int, int]) -> Iterator[tuple[int, int | None, bytes]]:
    """What a function writes that does nothing else.

    Args:
        body: the function.
        known: numbers of globals.

    Yields:
        Place in memory, the number (None when it leans on a global that is not known), and the instructions that
        write it.

    Raises:
        ValueError: it does something else.
    """
    at = begun = wasm.start_of_code(body)
    stack: list[int | None] = []
    while at < len(body) - 1:
        instruction = body[at]
        at += 1
        if instruction == CONST:
            number, at = wasm.read_signed(body, at)
            stack.append(number)
        elif instruction == GET:
            index, at = wasm.read_number(body, at)
            stack.append(known.get(index))
        elif instruction in {ADD, SUB}:
            other, one = stack.pop(), stack.pop()
            sign = 1 if instruction == ADD else -1
            stack.append(None if one is None or other is None else one + sign * other)
        elif instruction == STORE:
            _, at = wasm.read_number(body, at)  # how it is aligned
            offset, at = wasm.read_number(body, at)
            value, place = stack.pop(), stack.pop()
            if place is None or stack:
                raise ValueError(f"{WRITER} writes to a place that is not known")
            yield place + offset, None if value is None else value % 2**32, body[begun:at]
            begun = at
        else:
            raise ValueError(f"{WRITER} has the instruction {instruction:#x}")
    if stack or body[at:] != bytes([END]):
        raise ValueError(f"{WRITER} does not end with what it writes")
