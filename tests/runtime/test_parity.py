"""Pyodide answers as CPython does, string for string: worked examples of every calculator."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_calculators.project import Project
from mkdocs_calculators.site import current_site
from presentation.desk import respond
from tests.runtime.node import ROOT, replayed

pytestmark = pytest.mark.node


def worked_examples(at_most: int = 25) -> list[str]:
    """The first examples of every calculator, and a request with what no calculator knows."""
    requests = []
    for name, found in sorted(current_site(ROOT).calculators.items()):
        for example in found.cases.examples[:at_most]:
            asked = {"calculator": name, "variant": example.variant, "answers": dict(example.answers)}
            requests.append(json.dumps(asked, default=str))
        requests.append(json.dumps({"calculator": name, "variant": None, "answers": {"no_such_fact": "<b>1,5</b>"}}))
    return requests


@pytest.mark.parametrize("from_snapshot", [True, False], ids=["snapshot", "archives"])
def test_worked_examples_come_out_the_same_in_pyodide(*, from_snapshot: bool) -> None:
    requests = worked_examples() if from_snapshot else worked_examples(at_most=3)
    assert len(requests) > len(list(Project.at(ROOT).calculators.glob("*.cases.toml")))
    site = current_site(ROOT)
    calculators = {name: found.calculator for name, found in site.calculators.items()}
    responses = replayed(requests, from_snapshot=from_snapshot).responses
    for request, theirs in zip(requests, responses, strict=True):
        ours = respond(calculators, site.evidence, request)
        assert "failure" not in json.loads(ours), request
        assert theirs == ours, request


def test_the_modules_that_run_are_ours_and_those_of_the_archives() -> None:
    outcome = replayed([])
    assert "net_guide_desk" in outcome.modules
    assert not [
        name
        for name in outcome.modules
        if name.split(".")[0] in {"mkdocs", "markdown", "tomllib", "mkdocs_calculators"}
    ]
    assert Path(ROOT / "calculators").is_dir()
