"""The lean interpreter: what goes, goes without a trace on what stays; what was left out stops and gives no answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_calculators.runtime import RuntimeBuildError, RuntimeManifest, Toolchain, lean, wasm
from mkdocs_calculators.runtime.relocations import relocated_interpreter
from mkdocs_calculators.runtime.replay import replay
from mkdocs_calculators.runtime.scripts import pyodide_scripts

pytestmark = pytest.mark.node
ASSETS = Path("assets/open-net-guide")
# The edges of LEB128, from the specification: seven bits to a byte, the lowest first.
NUMBERS = [
    (0, b"\0"),
    (127, b"\x7f"),
    (128, b"\x80\x01"),
    (624_485, b"\xe5\x8e\x26"),
    (2**32 - 1, b"\xff\xff\xff\xff\x0f"),
]


@pytest.fixture(scope="module")
def whole(tools: Toolchain) -> bytes:
    return relocated_interpreter(tools)


@pytest.fixture(scope="module")
def short(tools: Toolchain, whole: bytes) -> bytes:
    return lean.shortened(whole, list(pyodide_scripts(tools).values()))


@pytest.mark.parametrize(("value", "encoded"), NUMBERS)
def test_numbers_are_written_and_read_as_the_specification_says(value: int, encoded: bytes) -> None:
    assert wasm.number(value) == encoded
    assert wasm.read_number(b"x" + encoded + b"x", 1) == (value, 1 + len(encoded))


def test_what_is_not_changed_is_written_as_it_was_read(whole: bytes) -> None:
    module = wasm.Module(whole)
    module.replace(wasm.IMPORTS, [each.encoded() for each in module.imports()])
    module.replace(wasm.EXPORTS, [each.encoded() for each in module.exports()])
    module.replace(wasm.CODE, wasm.sized(module.bodies()))
    assert bytes(module) == whole


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a WebAssembly file"):
        wasm.Module(b"PK\3\4")
    with pytest.raises(LookupError, match="no section 10"):
        wasm.Module(wasm.MAGIC).bodies()


def test_only_exports_that_nobody_names_go(tools: Toolchain, whole: bytes, short: bytes) -> None:
    before, after = wasm.Module(whole), wasm.Module(short)
    changed = [one[0] for one, other in zip(before.sections, after.sections, strict=True) if one != other]
    assert changed == [wasm.EXPORTS]
    assert set(after.exports()) < set(before.exports())
    gone = {each.name for each in set(before.exports()) - set(after.exports())}
    assert len(gone) > 5000
    named = {name for text in pyodide_scripts(tools).values() for name in re.findall(r"[A-Za-z_$][\w$]*", text)}
    assert not gone & named
    assert not {f"_{name}" for name in gone} & named


def test_bodies_stay_beside_what_was_called_and_all_else_stays_where_it_is(short: bytes) -> None:
    called = [100, 5000, 5004]
    before, after = wasm.Module(short), wasm.Module(lean.emptied(short, called))
    kept = {place for each in called for place in range(each - lean.NEIGHBOURS, each + lean.NEIGHBOURS + 1)}
    for place, (one, other) in enumerate(zip(before.bodies(), after.bodies(), strict=True)):
        assert other == (one if place in kept else lean.UNREACHABLE)
    assert [one for one in after.sections if one[0] != wasm.CODE] == [
        one for one in before.sections if one[0] != wasm.CODE
    ]


def test_a_counting_interpreter_tells_what_was_called(
    tools: Toolchain, online: tuple[Path, RuntimeManifest], short: bytes
) -> None:
    snapshot = (online[0] / ASSETS / online[1].snapshot.path).read_bytes()
    given = {"library": b"", "logic": b"", "snapshot": snapshot, "interpreter": lean.counting(short)}
    started = set(replay(tools, **given).called)
    asked = json.dumps({"calculator": "adder", "answers": {"a": 2.5}})
    answered = replay(tools, **given, requests=[asked])
    assert json.loads(answered.responses[0])["html"] == "<p>2.5</p>"
    assert 500 < len(started) < len(answered.called) < len(wasm.Module(short).bodies()) / 2
    assert started < set(answered.called)


def test_what_was_left_out_stops_python_and_answers_nothing(
    tools: Toolchain, online: tuple[Path, RuntimeManifest]
) -> None:
    assert online[1].lean
    folder = online[0] / ASSETS
    snapshot, interpreter = (folder / part.path for part in (online[1].snapshot, online[1].lean))
    given = {"snapshot": snapshot.read_bytes(), "interpreter": interpreter.read_bytes()}
    asked = json.dumps({"calculator": "adder", "answers": {"a": 1, "evaluate": "6 * 7"}})
    with pytest.raises(RuntimeBuildError, match="RuntimeError: unreachable"):
        replay(tools, library=b"", logic=b"", **given, requests=[asked])
    theirs = (tools.pyodide / "pyodide.asm.wasm").read_bytes()
    with pytest.raises(RuntimeBuildError, match="made for another interpreter"):
        replay(tools, library=b"", logic=b"", snapshot=given["snapshot"], interpreter=theirs, requests=[asked])
    whole = replay(tools, library=b"", logic=b"", snapshot=given["snapshot"], requests=[asked])
    assert json.loads(whole.responses[0])["html"] == "<p>43</p>"
