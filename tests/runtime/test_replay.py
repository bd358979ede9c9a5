"""The built archives answer in Node, from the snapshot and without it. What Pyodide must have: test_canary.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_calculators.runtime import RuntimeManifest, Toolchain
from mkdocs_calculators.runtime.replay import replay

pytestmark = pytest.mark.node
ASSETS = Path("assets/open-net-guide")


@pytest.mark.parametrize("from_snapshot", [True, False], ids=["snapshot", "archives"])
def test_what_is_published_answers(
    tools: Toolchain, online: tuple[Path, RuntimeManifest], *, from_snapshot: bool
) -> None:
    site, manifest = online
    requests = [json.dumps({"calculator": "adder", "answers": {"a": 1, "b": number}}) for number in range(3)]
    outcome = replay(
        tools,
        library=(site / ASSETS / manifest.library.path).read_bytes(),
        logic=(site / ASSETS / manifest.logic.path).read_bytes(),
        snapshot=(site / ASSETS / manifest.snapshot.path).read_bytes() if from_snapshot else None,
        requests=requests,
    )
    assert [json.loads(text)["html"] for text in outcome.responses] == ["<p>1</p>", "<p>2</p>", "<p>3</p>"]
    assert json.loads(outcome.responses[0])["evidence"] == ["SUM-1", "SUM-2"]
    assert "calculators.adder" in outcome.modules
    assert "turtle" not in outcome.modules
