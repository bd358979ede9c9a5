"""Random cases are worth something only if they reach everywhere and come back."""

from __future__ import annotations

import json

import pytest

from guideline import AnswerError, judge
from tests.calculators.found import CALCULATORS
from tests.calculators.random_cases import random_requests


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_seed_always_gives_the_same_cases(name: str) -> None:
    assert random_requests(CALCULATORS[name], 5, 1) == random_requests(CALCULATORS[name], 5, 1)
    assert random_requests(CALCULATORS[name], 5, 1) != random_requests(CALCULATORS[name], 5, 2)


@pytest.mark.parametrize("name", CALCULATORS)
def test_random_cases_are_mostly_read_sometimes_refused_and_never_fall_over(name: str) -> None:
    refused = 0
    for request in random_requests(CALCULATORS[name], 100, 3):
        asked = json.loads(request)
        try:
            result = judge(CALCULATORS[name], asked["answers"], variant=asked["variant"])
        except AnswerError as error:
            refused += 1
            json.dumps(error.problems)
        else:
            assert result["assumptions"] == []
            json.dumps(result)
    assert 0 < refused < 60
