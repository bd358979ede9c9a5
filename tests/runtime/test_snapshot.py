"""A kept snapshot is used again only while everything that went into it is the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_calculators.runtime import Toolchain, snapshot
from mkdocs_calculators.runtime.archive import pack


class Noting(Toolchain):
    """In Node's place: writes down what it was asked to import."""

    pyodide_version = "0"

    def run_node(self, script: Path, request: Any, *, time_limit: float = 300) -> str:  # noqa: ARG002
        Path(request["target"]).write_text(json.dumps(request["imports"]), encoding="utf-8")
        return ""


def test_another_list_of_imports_is_another_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = Noting("node", tmp_path / "node_modules", tmp_path / "cache")
    given: dict[str, Any] = {"library": b"library", "logic": pack({"calculators/adder.pyc": b""}), "requests": []}

    before = json.loads(snapshot.build_snapshot(tools, **given))
    monkeypatch.setattr(snapshot, "SAFETY", ("traceback", "colorsys"))
    after = json.loads(snapshot.build_snapshot(tools, **given))

    assert "calculators.adder" in before
    assert after == ["traceback", "colorsys", "calculators.adder"]
