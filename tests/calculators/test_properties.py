"""What is true of every calculator, whatever is entered.

With NET_THOROUGH=1 in the environment, "learning more" is tried on 10,000 partial cases of each calculator instead of a
few hundred, which takes a while: `NET_THOROUGH=1 pytest tests/calculators/test_properties.py -k "learning or stays"`.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from guideline import AnswerError, Calculator, judge, read_answers
from guideline.cases import Case
from guideline.changes import moves
from guideline.facts import Choice, SeveralOf
from guideline.headlines import headline_of
from guideline.panels import Panel
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from guideline.verdicts import UNKNOWN
from tests.calculators.found import CALCULATORS, VARIANTS, Rule
from tests.calculators.random_cases import as_answers, random_requests, random_values

THOROUGH = os.environ.get("NET_THOROUGH") == "1"
PARTIAL_CASES = 10_000 if THOROUGH else 0  # of each calculator, over all of its authorities
ROUNDS = 60  # complete cases for each authority at least; each is learned in up to five steps


def source_of(*names: object) -> Random:
    return Random(" ".join(map(str, names)))  # noqa: S311 - a seed, so that a failure comes back


def case_of(calculator: Calculator, values: dict[str, Any]) -> Case | None:
    """Return the case of some answers, or None where they cannot stand together yet."""
    try:
        return read_answers(calculator, as_answers(values, calculator)).case
    except AnswerError:
        return None


def first_answers(calculator: Calculator, values: dict[str, Any]) -> dict[str, Any]:
    """Return what has to be known from the start: entered results that could be worked out, and the days of tests.

    A measured clearance rightly replaces one that was worked out, and a day rightly makes a result too old.
    """
    days = {fact.id for shelf in calculator.shelves for fact in (shelf.dated, shelf.today)}
    return {each: value for each, value in values.items() if calculator.facts[each].inputs or each in days}


def parts_of(rule: Node) -> Iterator[Node]:
    for child in rule.children():
        yield child
        yield from parts_of(child)


def standing(rule: Rule, case: Case) -> dict[str, Any]:
    """Return what is definite: the headline of a list and its verdicts; the outcomes that a table still allows."""
    if isinstance(rule, Panel):
        return {each.id: {found.id for found in each.rule.outcomes(case)} for each in rule.entries}
    if isinstance(rule, FirstOf):
        return {rule.id: {each.id for each in rule.outcomes(case)}}
    verdicts = {f"{index} {part.id}": part.verdict(case) for index, part in enumerate(parts_of(rule))}
    return {"headline": headline_of(rule, case).state, **verdicts}


def overturned(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return what was definite and is not so any more."""
    wrong = []
    for name, was in before.items():
        now = after[name]
        if isinstance(was, set):
            right = now <= was
        elif name == "headline":
            right = was in {"not_enough_information", now} or (was, now) == ("criteria_not_met", "contraindicated")
        else:
            right = was in (UNKNOWN, now)
        if not right:
            wrong.append(f"{name}: {was} became {now}")
    return wrong


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_learning_more_never_overturns_what_was_definite(name: str, variant: str) -> None:
    calculator = CALCULATORS[name]
    rule = calculator.rules[variant]
    source = source_of("learning", name, variant)
    wanted = math.ceil(PARTIAL_CASES / len(calculator.rules))
    rounds = tried = 0
    while rounds < ROUNDS or tried < wanted:
        rounds += 1
        values = random_values(calculator, source)
        known = first_answers(calculator, values)
        left = [each for each in values if each not in known]
        source.shuffle(left)
        before: dict[str, Any] | None = None
        steps = sorted({*source.sample(range(len(left) + 1), min(4, len(left) + 1)), len(left)})
        for count in steps:
            learned = {**known, **{each: values[each] for each in left[:count]}}
            case = case_of(calculator, learned)
            if case is None:
                continue
            tried += 1
            after = standing(rule, case)
            wrong = [] if before is None else overturned(before, after)
            assert not wrong, f"{wrong} by {json.dumps(learned)}"
            before = after


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_value_once_worked_out_stays(name: str) -> None:
    calculator = CALCULATORS[name]
    source = source_of("values", name)
    tried = 0
    while tried < max(PARTIAL_CASES, 100):
        values = random_values(calculator, source)
        known = first_answers(calculator, values)
        shown: dict[str, Any] = {}
        for fact_id in [*known, *(each for each in values if each not in known)]:
            known[fact_id] = values[fact_id]
            case = case_of(calculator, {**first_answers(calculator, values), **known})
            tried += 1
            if case is None:
                continue
            now = {each.id: case.value(each) for each in calculator.reports}
            assert {each: now[each] for each in shown} == shown, known
            shown = {each: value for each, value in now.items() if value is not None}


@pytest.mark.parametrize("name", CALCULATORS)
def test_nothing_is_ever_assumed(name: str) -> None:
    calculator = CALCULATORS[name]
    for request in random_requests(calculator, 60, 9):
        asked = json.loads(request)
        try:
            result = judge(calculator, asked["answers"], variant=asked["variant"])
        except AnswerError:
            continue
        assert result["assumptions"] == []
        missing = {each["fact"] for each in result["missing"]}
        assert missing.isdisjoint(read_answers(calculator, asked["answers"]).values)


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_with_no_answer_at_all_nothing_is_definite(name: str, variant: str) -> None:
    result = judge(CALCULATORS[name], {}, variant=variant if variant != "-" else None)
    assert result["headline"]["state"] == "not_enough_information"
    assert all(each["placement"] is None for each in result["options"])
    assert result["values"] == []


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_each_change_leads_where_it_says_when_it_is_entered(name: str, variant: str) -> None:
    calculator = CALCULATORS[name]
    rule = calculator.rules[variant]
    if isinstance(rule, Panel):
        return
    source = source_of("changes", name, variant)
    # A scale in steps of ten has values in between that are refused by what is worked out from them.
    refusing = (each for contradiction in calculator.contradictions for each in contradiction.conditions)
    between_steps = any(each.fact.inputs for node in refusing for each in node.comparisons)
    for _ in range(12):
        values = random_values(calculator, source)
        values = {each: value for each, value in values.items() if source.random() < 0.9}
        case = case_of(calculator, values)
        if case is None:
            continue
        values = {each: value for each, value in values.items() if each in case.entered}
        kept_for_days = {fact.id for shelf in calculator.shelves for fact in shelf.facts}
        for move in moves(calculator, rule, case, headline_of(rule, case)):
            if move.movable.fact.id in kept_for_days:  # a new result has a new day
                continue
            for value in inside(move.movable.fact, [each.values for each in move.stretches], source):
                changed = case_of(calculator, {**values, move.movable.fact.id: value})
                if changed is None and between_steps:
                    continue
                assert changed is not None, (move.movable.fact.id, value, values)
                assert headline_of(rule, changed).key == move.headline.key, (move.movable.fact.id, value, values)


def inside(fact: Any, stretches: list[tuple[Any, ...]], source: Random) -> list[Any]:
    """Return values of every stretch: those that stand for it, and of a scale some in between."""
    found = []
    for stretch in stretches:
        found += [list(each) if isinstance(each, tuple) else each for each in stretch]
        if fact.kind == "number" and not fact.whole and len(stretch) > 1:
            found += [source.uniform(stretch[0], stretch[-1]) for _ in range(2)]
    return [float(f"{each:.9g}") if isinstance(each, float) else each for each in found]


# What is declared to be monotone: more of the fact never leads to a worse headline (+), or less of it (-).
# Prefix of the variants it holds for, "" for all.
RANK = ("contraindicated", "criteria_not_met", "not_enough_information", "met_with_cautions", "criteria_met")
MONOTONE = [
    ("prrt_eligibility", "platelets_1e9_l", +1),
    ("prrt_eligibility", "haemoglobin_g_dl", +1),
    ("prrt_eligibility", "white_cells_1e9_l", +1),
    ("prrt_eligibility", "neutrophils_1e9_l", +1),
    ("prrt_eligibility", "red_cells_1e12_l", +1),
    ("prrt_eligibility", "creatinine_clearance_ml_min", +1),
    ("prrt_eligibility", "creatinine_umol_l", -1),
    ("prrt_eligibility", "bilirubin_times_uln", -1),
    ("prrt_eligibility", "albumin_g_l", +1),
    ("prrt_eligibility", "prothrombin_ratio_percent", +1),
    ("prrt_eligibility", "karnofsky_percent", +1),
    ("prrt_eligibility", "receptor_uptake_score", +1),
    ("prrt_eligibility", "months_since_diagnosis", -1),
    ("prrt_eligibility", "days_since_long_acting_analogue", +1),
]


@pytest.mark.parametrize(("name", "fact_id", "direction"), MONOTONE)
def test_a_better_value_never_leads_to_a_worse_headline(name: str, fact_id: str, direction: int) -> None:
    calculator = CALCULATORS[name]
    fact: Any = calculator.facts[fact_id]
    source = source_of("monotone", name, fact_id)
    for variant, rule in calculator.rules.items():
        assert isinstance(rule, Criteria)
        moved = 0
        for _ in range(60):
            values = best_case(calculator, source)
            limits = sorted({each.value for each in rule.comparisons if each.fact.id == fact_id})
            near = [each + step for each in limits for step in (-(10.0**-fact.decimals), 0, 10.0**-fact.decimals)]
            tried = [float(each) for each in near if fact.at_least <= each <= fact.at_most]
            tried += [source.uniform(*fact.plausible) for _ in range(2)]
            tried = sorted({float(round(each)) if fact.whole else each for each in tried}, reverse=direction < 0)
            cases = [case_of(calculator, {**values, fact_id: value}) for value in tried]
            found = [standing(rule, case) for case in cases if case is not None]
            ranks = [RANK.index(each["headline"]) for each in found]
            assert ranks == sorted(ranks), (variant, values, tried)
            moved += any(each != found[0] for each in found)
        assert moved or fact_id not in {each.fact.id for each in rule.comparisons}, f"{variant}: never moves anything"


def best_case(calculator: Calculator, source: Random) -> dict[str, Any]:
    """Return a case in which most criteria of PRRT are met, with a few random answers in it."""
    best = {
        "primary_site": "jejunum_ileum", "differentiation": "well", "ki67_percent": 12, "who_grade": "net-g2",
        "receptor_imaging": "planar", "receptor_uptake_score": 4, "fdg_pet": "matched", "disease_extent": "metastatic",
        "disease_course": "progressive", "age_years": 50, "sex": "male", "weight_kg": 80, "karnofsky_percent": 90,
        "pregnancy": "excluded", "breast_feeding": False, "haemoglobin_g_dl": 12, "white_cells_1e9_l": 6,
        "neutrophils_1e9_l": 4, "red_cells_1e12_l": 4.5, "platelets_1e9_l": 200, "creatinine_umol_l": 80,
        "bilirubin_times_uln": 0.5, "albumin_g_l": 42, "prothrombin_ratio_percent": 95, "heart_failure_nyha": "none",
        "severe_carcinoid_heart_disease": False, "months_since_diagnosis": 3, "symptomatic": True,
        "long_acting_analogue": "running", "days_since_long_acting_analogue": 35, "treated_ever_with": [],
        "treated_within_12_weeks_with": [], "systemic_therapy_over_1_month": False,
    }  # fmt: skip
    best = {each: value for each, value in best.items() if each in calculator.facts and source.random() < 0.99}
    drawn = random_values(calculator, source)
    return {**best, **{each: drawn[each] for each in source.sample(sorted(drawn), min(1, len(drawn)))}}


def test_a_higher_count_never_leads_to_a_lower_grade() -> None:
    calculator = CALCULATORS["who_grade"]
    rule = calculator.rules["-"]
    assert isinstance(rule, FirstOf)
    grades = ["net-g1", "net-g2", "net-g3"]
    known = {"tumour_type": "neuroendocrine", "primary_site": "pancreas", "differentiation": "well"}
    counts = [0, 1, 1.9, 2, 2.9, 3, 10, 19.9, 20, 20.1, 55, 100]
    table = {}
    for ki67 in counts:
        for mitoses in counts:
            case = case_of(calculator, {**known, "ki67_percent": ki67, "mitoses_per_2mm2": mitoses})
            assert case is not None
            (found,) = rule.outcomes(case)
            table[ki67, mitoses] = grades.index(found.id)
    for (ki67, mitoses), grade in table.items():
        assert all(other >= grade for (more, also), other in table.items() if more >= ki67 and also >= mitoses)


@pytest.mark.parametrize("name", CALCULATORS)
def test_what_an_answer_closes_is_closed_at_once_as_step_by_step(name: str) -> None:
    calculator = CALCULATORS[name]
    source = source_of(name, "closes")
    openers = [calculator.facts[each] for each in sorted(calculator.openers) if each in calculator.facts]
    closing = 0
    for _ in range(40 if openers else 0):
        case = case_of(calculator, random_values(calculator, source))
        for fact in openers if case is not None else ():
            for option in fact.options if isinstance(fact, Choice) else ():
                value = (option.id,) if isinstance(fact, SeveralOf) else option.id
                step_by_step = calculator.open_case(case.with_values({fact.id: value}))
                assert calculator.case_after(case, fact, value).entered == step_by_step.entered, (fact.id, value)
                closing += len(step_by_step.entered) < len({*case.entered, fact.id})
    assert closing or not openers
