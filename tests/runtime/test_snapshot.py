"""A kept snapshot is used only while all that went into it is the same, and fits whatever pieces it comes in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_calculators.runtime import Toolchain, snapshot
from mkdocs_calculators.runtime.archive import pack

PUT_TOGETHER = Path(__file__).with_name("put_together.mjs")


class Noting(Toolchain):
    """In Node's place: writes down what it was asked to import."""

    pyodide_version = "0"

    def run_node(self, script: Path, request: Any, *, time_limit: float = 300) -> str:  # noqa: ARG002
        Path(request["target"]).write_text(json.dumps(request["imports"]), encoding="utf-8")
        return ""


def test_another_list_of_imports_is_another_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = Noting("node", tmp_path / "node_modules", tmp_path / "cache")
    given: dict[str, Any] = {"library": b"library", "logic": pack({"calculators/adder.pyc": b""}), "requests": []}

    monkeypatch.setattr(snapshot, "relocated_interpreter", lambda _: b"interpreter")
    before = json.loads(snapshot.build_snapshot(tools, **given))
    monkeypatch.setattr(snapshot, "SAFETY", ("traceback", "colorsys"))
    after = json.loads(snapshot.build_snapshot(tools, **given))

    assert "calculators.adder" in before
    assert after == ["traceback", "colorsys", "calculators.adder"]


def put_together(tools: Toolchain, **given: Any) -> dict[str, Any]:
    """What came of a memory of ten thousand bytes that was packed, sent in pieces and put together again."""
    asked = {"size": 10_000, "pieces": 64, "early": 0.5, "other": None, "alter": None, "missing": 0, **given}
    outcome: dict[str, Any] = json.loads(
        tools.run_node(PUT_TOGETHER, {"script": str(snapshot.BROWSER / "snapshot.js"), **asked})
    )
    return outcome


@pytest.mark.node
@pytest.mark.parametrize("pieces", [1, 7, 64, 1000, 1_000_000])
@pytest.mark.parametrize("early", [0, 0.1, 0.9, 2])
def test_memory_is_the_same_whatever_the_pieces_and_whenever_it_begins(
    tools: Toolchain, pieces: int, early: float
) -> None:
    outcome = put_together(tools, pieces=pieces, early=early)
    assert outcome == {"same": True, "head": True, "said": "", "length": 10_050}


@pytest.mark.node
@pytest.mark.parametrize("pieces", [7, 1_000_000])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"alter": {"at": 0, "to": 1}}, "it is none of ours"),
        ({"alter": {"at": 2, "to": 10_051}}, "memory 10051, not 10050"),
        ({"alter": {"at": 6 + 13, "to": 9_999}}, r"of 10000 bytes"),  # where the first run belongs
        ({"alter": {"at": 6 + 13, "to": 2**32 - 1}}, r"of 10000 bytes"),
        ({"other": 16 * 7}, "made for another interpreter"),
        ({"alter": {"at": 5, "to": 1}}, "made for another interpreter"),
        ({"alter": {"at": 3, "to": 2**31}}, "2147483648 runs"),
        ({"missing": 1}, "bytes, not"),
        ({"missing": 9_000}, "bytes, not"),
    ],
)
def test_another_snapshot_is_refused_before_python_runs(
    tools: Toolchain, pieces: int, wrong: dict[str, Any], said: str
) -> None:
    outcome = put_together(tools, pieces=pieces, **wrong)
    assert said in outcome["said"]
