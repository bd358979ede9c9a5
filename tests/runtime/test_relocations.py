"""The addresses that stand in the file are those that the interpreter would have written, and nothing else is taken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_calculators.runtime import Toolchain, relocations, wasm

LINKED_MEMORY = Path(__file__).with_name("linked_memory.mjs")
KNOWN = {0: 1024, 2: 1}
# From the specification: i32.const 41, global.get 23, i32.add 6a, i32.sub 6b, i32.store 36, end 0b.
AT_4 = "2300 4104 6a"


def body(instructions: str) -> bytes:
    """A function without locals."""
    return b"\0" + bytes.fromhex(instructions) + b"\x0b"


@pytest.mark.parametrize(
    ("instructions", "place", "value"),
    [
        (f"{AT_4} 2300 41c000 6a 360200", 1028, 1088),
        (f"{AT_4} 2302 41e400 6a 360200", 1028, 101),
        (f"{AT_4} 2302 360200", 1028, 1),
        (f"{AT_4} 2302 4102 6b 360200", 1028, 2**32 - 1),
        (f"{AT_4} 2300 417f 6a 360200", 1028, 1023),
        ("2300 41808040 6a 2300 360204", 1024 - 2**20 + 4, 1024),
        (f"{AT_4} 2303 360200", 1028, None),
        (f"{AT_4} 2303 4101 6a 360200", 1028, None),
    ],
)
def test_what_is_written_is_worked_out_as_the_interpreter_would(
    instructions: str, place: int, value: int | None
) -> None:
    assert list(relocations.stores(body(instructions), KNOWN)) == [(place, value, bytes.fromhex(instructions))]


def test_one_thing_after_the_other() -> None:
    one, other = f"{AT_4} 2302 360200", f"{AT_4} 2303 360200"
    found = list(relocations.stores(body(one + other), KNOWN))
    assert [each[2] for each in found] == [bytes.fromhex(one), bytes.fromhex(other)]


@pytest.mark.parametrize(
    "instructions",
    [
        "2303 2300 360200",  # to a place that is not known
        "4101 2300 2302 360200",  # with something left over
        "2300",
        f"{AT_4} 280200",  # i32.load: what it does hangs on the memory
        "1005",  # call
        f"{AT_4} 2302 360200 0b",
    ],
)
def test_a_function_that_does_something_else_is_refused(instructions: str) -> None:
    with pytest.raises(ValueError, match=relocations.WRITER):
        list(relocations.stores(body(instructions), KNOWN))


@pytest.mark.parametrize("times", [0, 2])
def test_a_script_that_does_not_say_where_the_data_begins_is_refused(times: int) -> None:
    script = 'var ___memory_base=new WebAssembly.Global({value:"i32",mutable:false},1024);' * times
    with pytest.raises(LookupError, match="__memory_base"):
        relocations.base_in(script, relocations.MEMORY_BASE)


@pytest.mark.node
def test_data_and_function_change_and_nothing_else(tools: Toolchain) -> None:
    whole = (tools.pyodide / "pyodide.asm.wasm").read_bytes()
    before, after = wasm.Module(whole), wasm.Module(relocations.relocated_interpreter(tools))
    changed = [one[0] for one, other in zip(before.sections, after.sections, strict=True) if one != other]
    assert changed == [wasm.CODE, wasm.DATA]
    assert len(after.section(wasm.DATA)) == len(before.section(wasm.DATA))
    bodies = list(zip(before.bodies(), after.bodies(), strict=True))
    ((once, now),) = [(one, other) for one, other in bodies if one != other]
    assert len(once) > 100_000
    assert len(now) < 100


@pytest.mark.node
@pytest.mark.parametrize("bases", [{"__memory_base": 2048, "__table_base": 1}, {"__memory_base": 0, "__table_base": 1}])
def test_what_is_written_outside_of_the_data_is_refused(tools: Toolchain, bases: dict[str, int]) -> None:
    """The places are the base and a number: with another base they are right again, so one is written by hand."""
    module = wasm.Module((tools.pyodide / "pyodide.asm.wasm").read_bytes())
    imported = sum(each.kind == wasm.FUNCTION for each in module.imports())
    place = next(each.index for each in module.exports() if each.name == relocations.WRITER) - imported
    size = len(module.section(wasm.DATA))
    bodies = module.bodies()
    bodies[place] = b"\0\x41" + wasm.number(bases["__memory_base"] + size) + b"\x41\x01\x36\x02\x00\x0b"
    module.replace(wasm.CODE, wasm.sized(bodies))
    with pytest.raises(ValueError, match="outside of the data"):
        relocations.relocated(bytes(module), bases)


@pytest.mark.node
def test_the_memory_of_a_linked_interpreter_is_the_same_byte_for_byte(tools: Toolchain, tmp_path: Path) -> None:
    place = tmp_path / "interpreter.wasm"
    place.write_bytes(relocations.relocated_interpreter(tools))

    def linked(interpreter: Path) -> dict[str, Any]:
        request = {"pyodide": str(tools.pyodide), "interpreter": str(interpreter)}
        outcome: dict[str, Any] = json.loads(tools.run_node(LINKED_MEMORY, request))
        return outcome

    theirs, ours = linked(tools.pyodide / "pyodide.asm.wasm"), linked(place)
    assert ours["after"] == theirs["after"] != theirs["before"]
    assert theirs["changed"] > 20_000
    assert ours["changed"] <= relocations.WORD  # where the heap begins, which only the script knows
