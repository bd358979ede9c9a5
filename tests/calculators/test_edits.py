"""What a reader edits answer by answer ends where the same answers entered at once end, letter for letter."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from guideline import Calculator, reading
from guideline.facts import Choice, Day, Number, SeveralOf
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import current_site
from presentation import cases_in_turn
from presentation.desk import respond
from tests.calculators.found import CALCULATORS, ROOT
from tests.calculators.mutants import clear_caches

EDITS = 120


def edited(answers: dict[str, Any], calculator: Calculator, chance: random.Random) -> None:
    """Answer, change or take back one question."""
    fact = chance.choice(list(calculator.facts.values()))
    if fact.id in answers and chance.random() < 0.3:
        del answers[fact.id]
    elif isinstance(fact, SeveralOf):
        answers[fact.id] = [each.id for each in fact.options if chance.random() < 0.3]
    elif isinstance(fact, Choice):
        answers[fact.id] = chance.choice(fact.options).id
    elif isinstance(fact, Number):
        value = f"{chance.uniform(*fact.plausible):.{0 if fact.whole else 1}f}"
        answers[fact.id] = {"value": value, "unit": fact.units[0].symbol} if fact.unit else {"value": value}
    elif isinstance(fact, Day):
        answers[fact.id] = f"2026-11-{chance.randint(1, 28):02d}"


@pytest.mark.parametrize("name", ["treatment_options", "prrt_eligibility", "tnm_stage", "prrt_dose_modification"])
def test_edit_by_edit_is_the_same_as_all_at_once(name: str) -> None:
    calculator = CALCULATORS[name]
    evidence = current_site(Project.at(ROOT).root).evidence
    chance = random.Random(name)  # noqa: S311 - the same edits each time
    answers: dict[str, Any] = {}
    judged = leaning = 0
    sheet = {"sheet": True} if calculator.style == "options" else {}

    def asked() -> str:
        return respond(CALCULATORS, evidence, json.dumps({"calculator": name, "answers": answers, **sheet}))

    for edit in range(EDITS):
        edited(answers, calculator, chance)
        one_by_one = asked()
        kept = cases_in_turn._before.copy()
        leaning += any(behind for _, _, behind in kept.values())
        cases_in_turn._before.clear()
        if edit % 40 == 0:  # now and then nothing at all is known from before
            clear_caches()
            reading._already_read.clear()
        at_once = asked()
        cases_in_turn._before.clear()
        cases_in_turn._before.update(kept)
        assert one_by_one == at_once
        assert "failure" not in json.loads(at_once)
        judged += json.loads(at_once)["result"] is not None
    assert judged > EDITS / 10
    assert leaning > EDITS / 10, "hardly a case leant on the one before"
