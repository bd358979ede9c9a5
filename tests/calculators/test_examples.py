"""Worked examples: each comes out as its source says, and together they reach everything a rule can say."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from guideline import AnswerError, judge
from guideline.cases import Case
from guideline.headlines import STATES, ranks_of, worst
from guideline.panels import Panel
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from mkdocs_calculators.replay import differences
from presentation.phrases import DIFFERENCES
from tests.calculators.found import CALCULATORS, FOUND, PROBLEMS, ROOT, VARIANTS


def test_every_file_is_a_calculator_with_worked_examples() -> None:
    assert [str(each) for each in PROBLEMS] == []
    assert sorted(FOUND) == sorted(each.stem for each in (ROOT / "calculators").glob("*.py") if each.stem != "__init__")


@pytest.mark.parametrize("name", FOUND)
def test_every_worked_example_comes_out_as_its_source_says(name: str) -> None:
    found = FOUND[name]
    assert found.cases.examples
    assert [f"{found.cases.path}:{line}: {words}" for line, words in differences(found.calculator, found.cases)] == []


@pytest.mark.parametrize("name", FOUND)
def test_every_worked_example_has_a_name_of_its_own_and_a_source(name: str) -> None:
    cases = FOUND[name].cases
    names = [each.name for each in cases.examples]
    assert len(names) == len(set(names))
    assert all(each.source.strip() for each in (*cases.examples, *cases.limits))


@cache
def results_of(name: str, variant: str) -> tuple[dict[str, Any], ...]:
    """Return what every example and both sides of every limit of one authority come to."""
    found = FOUND[name]
    default = next(iter(found.calculator.rules), "-")
    wanted = [(dict(each.answers), each.variant) for each in found.cases.examples]
    for limit in found.cases.limits:
        for authority in limit.variants:
            wanted += [({**limit.answers, limit.fact: answer}, authority) for answer, _ in limit.cases()]
    results = []
    for answers, authority in wanted:
        if (authority or default) != variant:
            continue
        try:
            results.append(judge(found.calculator, answers, variant=authority))
        except AnswerError:  # an example of answers that are refused
            continue
    return tuple(results)


def topics_of(part: Node) -> set[str]:
    return {each.fact.id for each in part.comparisons}


@pytest.mark.parametrize(("name", "variant"), [each for each in VARIANTS if each[1] != "-"])
def test_where_authorities_part_none_is_said_to_lack_what_it_speaks_of(name: str, variant: str) -> None:
    rules = CALCULATORS[name].rules
    for result in results_of(name, variant):
        for authority in result["authorities"]:
            texts: dict[str, set[str]] = {}
            for each in authority["differences"]:
                assert each["only"] in DIFFERENCES[result["style"]]
                texts.setdefault(each["text"], set()).add(each["only"])
            assert [words for words, only in texts.items() if len(only) > 1] == []
            here, there = rules[variant], rules[authority["id"]]
            if not (isinstance(here, Criteria) and isinstance(there, Criteria)):
                continue
            parts = {"here": here.parts, "there": there.parts, "": there.parts}
            for each in authority["differences"]:
                own = [part for part in parts[each["only"]] if part.id == each["id"]]
                assert [part.text for part in own] == [each["text"]]
                spoken = set().union(*map(topics_of, here.parts if each["only"] != "here" else there.parts))
                assert bool(topics_of(own[0]) & spoken) == (each["only"] == "")


# Outcomes that stand behind a refusal: the answers that lead to them are refused as contradictory, and should that
# refusal ever go, the table still gives them no grade. (calculator, variant, outcome) -> such answers.
BEHIND_A_REFUSAL: dict[tuple[str, str, str], dict[str, Any]] = {
    ("who_grade", "-", "digestive-review"): {
        "tumour_type": "neuroendocrine",
        "primary_site": "pancreas",
        "differentiation": "poor",
        "ki67_percent": 8.0,
        "mitoses_per_2mm2": 4.0,
    },
    ("who_grade", "-", "minen-review"): {
        "tumour_type": "mixed",
        "primary_site": "pancreas",
        "neuroendocrine_part_percent": 50.0,
        "differentiation": "poor",
        "ki67_percent": 8.0,
        "mitoses_per_2mm2": 4.0,
    },
}


@pytest.mark.parametrize(("place", "answers"), BEHIND_A_REFUSAL.items())
def test_an_outcome_behind_a_refusal_is_refused_first(place: tuple[str, str, str], answers: dict[str, Any]) -> None:
    name, variant, outcome = place
    rule = CALCULATORS[name].rules[variant]
    assert isinstance(rule, FirstOf)
    assert [each.id for each in rule.outcomes(Case(answers))] == [outcome]
    with pytest.raises(AnswerError) as caught:
        judge(CALCULATORS[name], answers)
    assert {each["kind"] for each in caught.value.problems} == {"contradiction"}


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_some_example_reaches_every_outcome(name: str, variant: str) -> None:
    rule = CALCULATORS[name].rules[variant]
    results = results_of(name, variant)
    if isinstance(rule, Panel):
        possible = {(each.id, outcome.id) for each in rule.entries for outcome, _ in each.rule.branches}
        reached = {(each["id"], each["placement"]) for result in results for each in result["options"]}
        missed = [f"{entry}: {outcome}" for entry, outcome in sorted(possible - reached)]
    elif isinstance(rule, FirstOf):
        decided = [each for each in results if each["headline"]["state"] in {"outcome", "out_of_scope"}]
        possible_ids = {each.id for each, _ in rule.branches if (name, variant, each.id) not in BEHIND_A_REFUSAL}
        missed = sorted(possible_ids - {each["outcomes"][0]["id"] for each in decided})
    else:
        missed = sorted(states_of(rule) - {each["headline"]["state"] for each in results})
    assert missed == [], f"{FOUND[name].cases.path}: no example of {variant} reaches {', '.join(missed)}"


def states_of(rule: Criteria) -> set[str]:
    """Return the headlines that some complete answers lead to, and the one of incomplete answers."""
    ranks = worst(ranks_of(each, Case({})) for each in rule.clusters)
    return {"not_enough_information", *(state for place, state in enumerate(STATES) if ranks >> place & 1)}


@pytest.mark.parametrize("name", FOUND)
def test_some_example_lacks_an_answer_that_decides(name: str) -> None:
    calculator = CALCULATORS[name]
    results = [each for variant in list(calculator.rules) or ["-"] for each in results_of(name, variant)]
    open_ones = [each for each in results if each["headline"]["state"] == "not_enough_information"]
    open_ones += [each for each in results if any(row["placement"] is None for row in each["options"])]
    assert open_ones, f"{FOUND[name].cases.path}: no example with not enough information"
    assert any(each["missing"] for each in open_ones)


@pytest.mark.parametrize("name", FOUND)
def test_the_name_of_an_example_is_words_and_no_id(name: str) -> None:
    assert [each.name for each in FOUND[name].cases.examples if re.search("[a-z0-9]_[a-z0-9]", each.name)] == []
