"""The contract of a rule: evidence on each criterion, one number in its words, its comparison and its evidence.

Read here from the TOML and the words themselves, apart from the checks of the build.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from guideline import questions
from guideline.conclusions import Points
from guideline.facts import Fact, Number
from guideline.rules import Criteria, Criterion, Group, Node
from guideline.tables import FirstOf
from guideline.units import spelled
from tests.calculators.found import CALCULATORS, ROOT, VARIANTS, all_nodes, comparisons_of, rule_nodes

RECORDS: dict[str, dict[str, Any]] = {}
for path in sorted((ROOT / "src/neuroendocrine/evidence").glob("*.toml")):
    RECORDS |= tomllib.loads(path.read_text(encoding="utf-8"))

NUMBER = re.compile(r"(?<![\w.,-])(−?\d{1,3}(?:[ \u00a0\u202f]\d{3})+|−?\d+(?:[.·]\d+)?)(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])")
IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def numbers_in(text: str) -> list[Fraction]:
    """Return the numbers of a text, in digits or as a word; not those in a name such as Ki-67."""
    found = [
        Fraction(re.sub(r"[ \u00a0\u202f]", "", each).replace("·", ".").replace("−", "-"))
        for each in NUMBER.findall(text)
    ]
    words = re.findall(r"\b[a-z]+\b", text.lower())
    return found + [Fraction(IN_WORDS.index(each)) for each in words if each in IN_WORDS]


def criteria_of(name: str) -> Iterator[tuple[Criterion, tuple[str, ...]]]:
    """Yield every criterion with the evidence that covers it: its own, or that of the group or table around it."""
    covered: dict[int, tuple[str, ...]] = {}
    for node in rule_nodes(CALCULATORS[name]):
        own = node.evidence or covered.get(id(node), ())
        for child in node.children():
            covered.setdefault(id(child), own)
        if isinstance(node, FirstOf):
            for outcome, condition in node.branches:
                if condition is not None and not condition.evidence and outcome.evidence:
                    covered[id(condition)] = outcome.evidence
        if isinstance(node, Criterion):
            yield node, own


def figures(ids: tuple[str, ...]) -> Iterator[str]:
    for each in ids:
        record = RECORDS[each]
        yield from record.get("figures", [])
        yield record["statement"]


def names_threshold(text: str, threshold: Fraction, fact: Number) -> bool:
    """Return whether a text has a threshold, in the fact's own unit or exactly converted from another it accepts."""
    said = numbers_in(text)
    if threshold in said:
        return True
    factors = [
        Fraction(each.numerator, each.denominator) for each in fact.units[1:] if spelled(each.symbol) in spelled(text)
    ]
    return any(each * factor == threshold for each in said for factor in factors)


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_criterion_rests_on_records_that_exist(name: str) -> None:
    for node, evidence in criteria_of(name):
        assert evidence, f"{node.id} has no evidence"
    cited = {each for node in rule_nodes(CALCULATORS[name]) for each in node.evidence}
    for node in rule_nodes(CALCULATORS[name]):
        if isinstance(node, FirstOf):
            cited |= {each for outcome, _ in node.branches for each in outcome.evidence}
    calculator = CALCULATORS[name]
    cited |= {each for notice in calculator.notices for each in notice.evidence}
    cited |= {each for shelf in calculator.shelves for each in shelf.evidence}
    cited |= {each for fact in (*calculator.facts.values(), *calculator.reports) for each in fact.evidence}
    assert sorted(cited - RECORDS.keys()) == []
    assert sorted(each for each in cited if RECORDS[each].get("do_not_implement")) == []


@pytest.mark.parametrize("name", CALCULATORS)
def test_the_number_in_a_criterion_s_words_is_the_number_in_its_comparison(name: str) -> None:
    wrong = []
    for node, _ in criteria_of(name):
        if isinstance(node.test.fact, Number):
            said = numbers_in(node.text)
            if said and Fraction(node.test.value).limit_denominator(10**6) not in said:
                wrong.append(f"{node.id}: {node.text!r} compares with {node.test.value:g}")
    assert wrong == []


ABOVE = (
    (r"at least|or more|or above|or older|≥|from", ">="),
    (r"at most|or less|or below|up to|≤|not above|no more than|within", "<="),
    (r"more than|above|over|exceed|>", ">"),
    (r"below|less than|fewer than|under|smaller than|<", "<"),
)


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_criterion_that_says_at_least_does_not_mean_above(name: str) -> None:
    """Where the words hold one number and one way of comparing, it is that of the rule."""
    wrong = []
    for node, _ in criteria_of(name):
        if not isinstance(node.test.fact, Number) or len(numbers_in(node.text)) != 1 or node.test.operator == "=":
            continue
        said = []
        words = node.text.lower()
        for pattern, operator in ABOVE:
            if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words):
                said.append(operator)
                words = re.sub(pattern, " ", words)
        if len(said) == 1 and said != [node.test.operator]:
            wrong.append(f"{node.id}: {node.text!r} compares {node.test.operator}")
    assert wrong == []


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_threshold_is_a_figure_of_its_evidence(name: str) -> None:
    wrong = []
    for node, evidence in criteria_of(name):
        fact = node.test.fact
        if isinstance(fact, Number) and not isinstance(fact, Points):
            threshold = Fraction(node.test.value).limit_denominator(10**6)
            if not any(names_threshold(each, threshold, fact) for each in figures(evidence)):
                wrong.append(f"{node.id}: {node.test.value:g} {fact.unit} is not in {', '.join(evidence)}")
    assert wrong == []


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_an_id_stands_for_one_criterion(name: str, variant: str) -> None:
    rule = CALCULATORS[name].rules[variant]
    if isinstance(rule, Criteria):
        assert [each for each, count in Counter(part.id for part in rule.parts).items() if count > 1] == []
    meanings: dict[str, set[str]] = {}
    nodes: list[Node] = [rule]
    for node in nodes:  # it grows while it is read
        nodes += node.children()
        if isinstance(node, (Criterion, Group)):
            meanings.setdefault(node.id, set()).add(node.text)
    assert {each: texts for each, texts in meanings.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_fact_that_is_used_is_asked_and_every_question_is_used(name: str) -> None:
    calculator = CALCULATORS[name]
    used: set[str] = set()

    def use(fact: Fact) -> None:
        used.add(fact.id)
        for given in fact.inputs:
            use(given)

    for each in comparisons_of(calculator):
        use(each.fact)
    for fact in (*calculator.reports, *(fact for shelf in calculator.shelves for fact in (shelf.dated, shelf.today))):
        use(fact)
    can_be_entered = {each for each in used if each in calculator.facts}
    left = {each.fact.id for each in comparisons_of(calculator) if not each.fact.inputs} - set(calculator.facts)
    assert left == set()
    assert sorted(set(calculator.facts) - can_be_entered) == [], "asked and never used"


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_fact_id_is_one_fact_everywhere(name: str) -> None:
    facts = {each.fact.id: each.fact for node in all_nodes(CALCULATORS[name]) for each in node.comparisons}
    for fact_id, fact in CALCULATORS[name].facts.items():
        assert facts.get(fact_id, fact) is fact


def test_shared_facts_are_asked_in_the_same_words_by_every_calculator() -> None:
    described: dict[str, Any] = {}
    for calculator in CALCULATORS.values():
        for fact_id, fact in questions(calculator)["facts"].items():
            same = {each: fact[each] for each in ("label", "kind", "hint", "unit", "units", "range", "options")}
            assert described.setdefault(fact_id, same) == same, fact_id


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_question_says_where_its_answer_is_found_and_has_a_reason_for_its_limits(name: str) -> None:
    for fact in CALCULATORS[name].facts.values():
        assert fact.found_in, fact.id
        if isinstance(fact, Number):
            assert fact.reason, fact.id
            assert fact.at_least <= fact.plausible[0] < fact.plausible[1] <= fact.at_most, fact.id
            assert all(fact.at_least <= limit <= fact.at_most for limit in thresholds(name, fact)), fact.id


def thresholds(name: str, fact: Fact) -> list[float]:
    return [each.value for each in comparisons_of(CALCULATORS[name]) if each.fact is fact]
