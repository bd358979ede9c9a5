"""What is let go of is not in the snapshot, and what stays has no memory of it; test_desk.py asks for some of it."""

from __future__ import annotations

import json
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from mkdocs_calculators.runtime import RuntimeBuildError, forget, snapshot
from mkdocs_calculators.runtime.archive import modules_in
from mkdocs_calculators.runtime.replay import replay
from tests.runtime.node import built, replayed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "expected"),
    [("asyncio", True), ("asyncio.tasks", True), ("asyncio_of_ours", False), ("jinja2.runtime", False), (None, False)],
)
def test_a_module_goes_with_those_below_it_and_no_other(name: str | None, *, expected: bool) -> None:
    assert forget.goes(name) is expected


def test_mentions_are_found_in_modules_and_in_their_classes() -> None:
    class Stays:
        loop = sys.modules["json"]

    Stays.__module__ = "stays"
    going, other = ModuleType("asyncio"), ModuleType("math")
    Stays.loop = going
    owner = ModuleType("stays")
    vars(owner).update(tool=going, other=other, Stays=Stays, run=lambda: None, number=1)
    owner.run.__module__ = "asyncio.events"
    found = forget.mentions(owner, "stays")
    assert sorted(each.words for each in found) == ["stays.Stays.loop", "stays.run", "stays.tool"]
    assert {each.owner for each in found} == {owner, Stays}


@pytest.mark.node
def test_what_was_let_go_of_is_not_in_the_snapshot() -> None:
    stand_in = {"pyodide._package_loader"}  # it is asked as Pyodide wakes
    loaded = set(replayed([]).modules)
    assert {name for name in loaded if forget.goes(name)} == stand_in
    assert {"jinja2.runtime", "guideline", "presentation.desk"} <= loaded
    loaded = set(replayed([], from_snapshot=False).modules)
    assert {name for name in loaded if forget.goes(name)} > {*stand_in, "asyncio", "jinja2.compiler"}


def test_a_class_that_goes_keeps_none_of_its_functions() -> None:
    class Goes:
        plain = 1

        def method(self) -> None: ...
        @classmethod
        def of_class(cls) -> None: ...
        @staticmethod
        def of_none() -> None: ...
        @property
        def asked(self) -> int:
            return 1

    forget.hollow(Goes)
    assert {"plain"} == {name for name in vars(Goes) if not name.startswith("__")}


LEFT = """
import gc
from types import FunctionType

def stretch():
    gc.unfreeze()
    functions = [each for each in gc.get_objects() if isinstance(each, FunctionType)]
    annotated = [each.__qualname__ for each in functions if each.__annotations__]
    gone = [f"{each.__module__}.{each.__qualname__}" for each in functions if each.__module__.split(".")[0] in NAMES]
    if len(functions) < 1000 or annotated or len(gone) > 20:
        raise RuntimeError(f"of {len(functions)}: {annotated[:3]}, {len(gone)} {gone[:3]}")
"""


@pytest.mark.node
def test_no_function_of_what_goes_is_left_but_a_few_that_the_interpreter_holds(tmp_path: Path) -> None:
    tools, archives, _ = built()
    program = tmp_path / "left.py"
    names = {each.split(".")[0] for each in forget.GOES} - {"pyodide", "importlib", "jinja2", "encodings"}
    program.write_text(LEFT.replace("NAMES", repr(sorted(names))), encoding="utf-8")
    replay(tools, library=b"", logic=b"", snapshot=archives.snapshot, stretch=program)
    program.write_text(LEFT.replace("NAMES", repr(["presentation"])), encoding="utf-8")
    with pytest.raises(RuntimeBuildError, match=r"\[\], \d\d\d \['presentation\."):
        replay(tools, library=b"", logic=b"", snapshot=archives.snapshot, stretch=program)


@pytest.mark.node
def test_an_unknown_mention_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools, archives, _ = built()
    assert "presentation.desk" in modules_in(archives.logic)
    altered = tmp_path / "forget.py"
    altered.write_text(snapshot.FORGET.read_text("utf-8").replace('"jinja2.environment.Lexer", ', ""), encoding="utf-8")
    monkeypatch.setattr(snapshot, "FORGET", altered)
    with pytest.raises(RuntimeBuildError, match=r"HELD in forget\.py says:\njinja2\.environment\.Lexer\n"):
        snapshot.build_snapshot(tools, library=archives.library, logic=archives.logic, requests=[])


@pytest.mark.node
def test_a_fault_is_still_told_without_what_was_let_go_of() -> None:
    request = json.dumps({"calculator": "no_such_calculator", "answers": {}})
    (response,) = replayed([request]).responses
    assert "KeyError" in json.loads(response)["detail"]
