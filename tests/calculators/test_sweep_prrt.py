"""PRRT: from a case that meets everything, one and two answers are changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from guideline import read_answers
from guideline.cases import Case
from guideline.headlines import headline_of
from guideline.rules import Criteria, Node
from guideline.verdicts import MET, NOT_MET, UNKNOWN
from tests.calculators.found import CALCULATORS, FOUND
from tests.calculators.sweeps import Values, both_sides, case_of, seeded

PRRT = CALCULATORS["prrt_eligibility"]
GOOD = ("criteria_met", "met_with_cautions")


def best(variant: str) -> Values:
    """Return the answers of the worked example with the best headline of a variant, in the facts' own units."""
    examples = [each for each in FOUND["prrt_eligibility"].cases.examples if each.variant == variant]
    for headline in GOOD:
        for each in examples:
            if each.expect.get("headline") == headline:
                return dict(read_answers(PRRT, dict(each.answers)).values)
    raise AssertionError(f"{variant}: no worked example meets all criteria")


def expected_state(rule: Criteria, case: Case) -> str:
    """Return the headline from the verdicts of the parts, formulated apart from the engine."""
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for part in rule.parts:
        by_kind[part.kind].append(part.verdict(case))
    if MET in by_kind["contraindication"]:
        return "contraindicated"
    if NOT_MET in by_kind["required"]:
        return "criteria_not_met"
    if UNKNOWN in by_kind["required"] + by_kind["contraindication"]:
        return "not_enough_information"
    if MET in by_kind["caution"]:
        return "met_with_cautions"
    return "not_enough_information" if UNKNOWN in by_kind["caution"] else "criteria_met"


def toggled(values: Values, variant: str) -> Iterator[tuple[str, Any, Values]]:
    """Yield the answers with one of them changed through all of its values, and with one not known."""
    for fact_id in sorted(PRRT.facts_by_variant[variant] & PRRT.facts.keys()):
        fact = PRRT.facts[fact_id]
        if fact.kind == "date":
            continue
        for value in [*both_sides(PRRT, fact), None]:
            changed = {each: given for each, given in values.items() if each != fact_id}
            if value == "poor":  # with the counts and the grade of the example that would be a contradiction
                changed = {each: given for each, given in changed.items() if each not in ("ki67_percent", "who_grade")}
            yield fact_id, value, changed if value is None else {**changed, fact_id: value}


@pytest.mark.parametrize("variant", PRRT.rules)
def test_each_answer_alone_moves_the_criteria_of_prrt_as_its_kind_says(variant: str) -> None:
    rule = PRRT.rules[variant]
    assert isinstance(rule, Criteria)
    start = best(variant)
    moved: set[str] = set()
    at_start = [part.verdict(PRRT.open_case(Case(start))) for part in rule.parts]
    for fact_id, value, values in toggled(start, variant):
        case = case_of(PRRT, values)
        if case is None:
            continue
        state = headline_of(rule, case).state
        assert state == expected_state(rule, case), (fact_id, value)
        verdicts = [part.verdict(case) for part in rule.parts]
        moved |= {
            f"{index} {part.id}"
            for index, (part, before, now) in enumerate(zip(rule.parts, at_start, verdicts, strict=True))
            if now is not before and now is not UNKNOWN
        }
    # Two answers are needed where a part asks for two things at once, and days are looked at elsewhere.
    alone = {f"{index} {part.id}" for index, part in enumerate(rule.parts) if not part.children() and not of_days(part)}
    assert alone - moved == set()


def of_days(part: Node) -> bool:
    return any(given.kind == "date" for each in part.comparisons for given in each.fact.inputs)


FORBIDDEN: list[tuple[str, Any]] = [
    *(("receptor_uptake_score", each) for each in (0, 1, None)),
    *(("pregnancy", each) for each in ("pregnant", "not_excluded", None)),
    *(("breast_feeding", each) for each in ("yes", None)),
    *(("differentiation", each) for each in ("poor", None)),
    *(
        ("tumour_type", each)
        for each in ("mixed", "goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell", None)
    ),
]


@pytest.mark.parametrize("variant", PRRT.rules)
def test_prrt_criteria_are_never_met_without_receptors_in_pregnancy_or_for_another_tumour(variant: str) -> None:
    rule = PRRT.rules[variant]
    assert isinstance(rule, Criteria)
    start = best(variant)
    source = seeded("forbidden", variant)
    for fact_id, bad in FORBIDDEN:
        others = [each for each in toggled(start, variant) if each[0] != fact_id]
        for _, _, changed in [("", None, start), *source.sample(others, min(60, len(others)))]:
            values = {each: given for each, given in changed.items() if each != fact_id}
            case = case_of(PRRT, values if bad is None else {**values, fact_id: bad})
            if case is None:
                continue
            state = headline_of(rule, case).state
            assert state not in GOOD, (fact_id, bad, values)
            if bad is not None and changed is start:
                assert state in ("contraindicated", "criteria_not_met"), (fact_id, bad)
