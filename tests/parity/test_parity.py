"""1,000 random cases in Pyodide, in the published archives, against CPython: string for string."""

from __future__ import annotations

import json

import pytest

from mkdocs_calculators.site import current_site
from presentation.desk import respond
from tests.calculators.random_cases import random_requests
from tests.runtime.node import ROOT, replay_in_node

pytestmark = pytest.mark.node

CASES = 1000


def test_random_cases_come_out_the_same_in_pyodide() -> None:
    site = current_site(ROOT)
    calculators = {name: found.calculator for name, found in site.calculators.items()}
    each = -(-CASES // len(calculators))
    requests = [request for one in calculators.values() for request in random_requests(one, each, 2026)]
    assert len(requests) >= CASES
    theirs = replay_in_node(requests)
    assert len(theirs) == len(requests)
    refused = 0
    for request, said in zip(requests, theirs, strict=True):
        ours = respond(calculators, site.evidence, request)
        assert said == ours, request
        answer = json.loads(ours)
        assert "failure" not in answer, request
        refused += bool(answer["problems"])
    assert 0 < refused < len(requests) / 2
