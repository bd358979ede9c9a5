"""Treatment options: every row is placed once, and never where it must not be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from random import Random

import pytest

from guideline import AnswerError, judge, read_answers
from guideline.cases import Case
from guideline.facts import SeveralOf
from guideline.panels import Panel
from tests.calculators.found import CALCULATORS, FOUND
from tests.calculators.random_cases import as_answers
from tests.calculators.sweeps import Values, both_sides, case_of, outcome_of, seeded

OPTIONS = CALCULATORS["treatment_options"]
REGIONS = tuple(OPTIONS.rules)
FAVOURABLE = ("first", "later", "selected", "settle-first")  # how the ids of placements begin that offer something
NET_ROWS = (
    "watchful_waiting", "somatostatin_analogue", "prrt", "everolimus", "sunitinib", "cabozantinib", "belzutifan",
    "alkylator_chemotherapy", "liver_directed", "cytoreduction", "liver_transplant",
)  # fmt: skip
OTHER_TUMOURS = ("goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell")


def starts() -> Iterator[Values]:
    for example in FOUND["treatment_options"].cases.examples:
        try:
            yield dict(read_answers(OPTIONS, dict(example.answers)).values)
        except AnswerError:
            continue


STARTS = tuple(starts())


def drawn(source: Random) -> Case | None:
    """Draw a complete case from both sides of every limit; the grade is worked out, or stands in the report."""
    values: Values = {}
    for fact in OPTIONS.facts.values():
        if fact.id in ("mitoses_counted", "area_counted_mm2"):
            continue
        if isinstance(fact, SeveralOf):
            values[fact.id] = tuple(each.id for each in fact.options if source.random() < 0.2)
        else:
            values[fact.id] = source.choice(both_sides(OPTIONS, fact))
    if source.random() < 0.75:  # most cases are of the tumours that the panel is about
        values["tumour_type"] = "neuroendocrine"
    if source.random() < 0.7:
        del values["who_grade"]
    if source.random() < 0.5:  # half of the rows begin with what is metastatic
        values["disease_extent"] = "metastatic"
    if source.random() < 0.4:  # close to a worked example, all but three of its answers
        example = source.choice(STARTS)
        kept = source.sample(sorted(example), max(0, len(example) - 3))
        values |= {each: example[each] for each in kept}
    return case_of(OPTIONS, values)


def panel_of(region: str) -> Panel:
    rule = OPTIONS.rules[region]
    assert isinstance(rule, Panel)
    return rule


def forbidden_in(case: Case, placed: Mapping[str, str | None]) -> Iterator[str]:
    """Yield what must never be, of a complete or a partial case."""
    entered = case.entered
    carcinoma = entered.get("differentiation") == "poor" or entered.get("tumour_type") == "mixed"
    offered = {row for row, each in placed.items() if each is not None and each.startswith(FAVOURABLE)}
    if carcinoma:
        yield from (f"{row} in a carcinoma or mixed neoplasm" for row in NET_ROWS if row in offered)
    if entered.get("tumour_type") in OTHER_TUMOURS:
        yield from (f"{row} in another tumour" for row in offered)
    if entered.get("tumour_type") == "mixed":
        yield from (f"{row} in a mixed neoplasm" for row in ("platinum_etoposide", "second_line_nec") if row in offered)
    if "prrt" in offered:
        if entered.get("receptor_uptake_score", 0) < 2:
            yield "PRRT without receptors shown"
        if entered.get("pregnancy") != "excluded" or entered.get("breast_feeding") != "no":
            yield "PRRT with pregnancy or breast-feeding not excluded"
        if entered.get("differentiation") != "well" or entered.get("tumour_type") != "neuroendocrine":
            yield "PRRT outside well-differentiated neuroendocrine tumours"
    if placed["platinum_etoposide"] == "first" and entered.get("differentiation") != "poor":
        yield "platinum first without a carcinoma"
    if "second_line_nec" in offered and entered.get("differentiation") != "poor":
        yield "second line of a carcinoma without one"
    if entered.get("differentiation") == "poor" and str(case.value(OPTIONS.reports[0])).startswith("net-g"):
        yield "a grade number in a carcinoma"


@pytest.mark.parametrize("region", REGIONS)
def test_every_treatment_is_placed_once_in_every_complete_case(region: str) -> None:
    panel = panel_of(region)
    source = seeded("options", region)
    reached: dict[str, set[str]] = defaultdict(set)
    complete = 0
    while complete < 4000:
        case = drawn(source)
        if case is None:
            continue
        complete += 1
        placed: dict[str, str | None] = {each.id: outcome_of(each.rule, case) for each in panel.entries}
        for row, each in placed.items():
            reached[row].add(str(each))
        assert list(forbidden_in(case, placed)) == [], case.entered
    for each in panel.entries:
        assert {outcome.id for outcome, _ in each.rule.branches} - reached[each.id] == set(), each.id


@pytest.mark.parametrize("region", REGIONS)
def test_what_is_not_known_never_leads_to_what_must_not_be(region: str) -> None:
    panel = panel_of(region)
    source = seeded("options not known", region)
    tried = 0
    while tried < 1500:
        case = drawn(source)
        if case is None:
            continue
        dropped = set(source.sample(sorted(case.entered), source.randint(1, 6)))
        dropped |= set(source.sample(("receptor_uptake_score", "pregnancy", "differentiation", "tumour_type"), 1))
        partial = case_of(OPTIONS, {each: value for each, value in case.entered.items() if each not in dropped})
        if partial is None:
            continue
        tried += 1
        placed: dict[str, str | None] = {}
        for each in panel.entries:
            decided = each.rule.decided(partial)
            placed[each.id] = None if decided is None else decided.id
        assert list(forbidden_in(partial, placed)) == [], partial.entered


@pytest.mark.parametrize("region", REGIONS)
def test_each_worked_example_of_the_options_stays_right_when_one_answer_changes(region: str) -> None:
    """One answer at a time through all of its values, from every tenth example on: nothing forbidden, nothing fails."""
    panel = panel_of(region)
    examples = [each for each in FOUND["treatment_options"].cases.examples if (each.variant or REGIONS[0]) == region]
    for example in examples[::10]:
        try:
            start = dict(read_answers(OPTIONS, dict(example.answers)).values)
        except AnswerError:
            continue
        for fact in OPTIONS.facts.values():
            for value in both_sides(OPTIONS, fact):
                case = case_of(OPTIONS, {**start, fact.id: value})
                if case is None:
                    continue
                placed: dict[str, str | None] = {}
                for each in panel.entries:
                    decided = each.rule.decided(case)
                    placed[each.id] = None if decided is None else decided.id
                assert list(forbidden_in(case, placed)) == [], (example.name, fact.id, value)


@pytest.mark.parametrize(("name", "variant"), [("treatment_options", each) for each in REGIONS])
def test_a_drawn_case_can_be_judged_from_its_answers(name: str, variant: str) -> None:
    source = seeded("judged", variant)
    for _ in range(60):
        case = drawn(source)
        if case is None:
            continue
        values = {each: list(value) if isinstance(value, tuple) else value for each, value in case.entered.items()}
        result = judge(CALCULATORS[name], as_answers(values, CALCULATORS[name]), variant=variant)
        assert all(each["placement"] is not None for each in result["options"])
