"""What a table keeps from one case to the next never shows in the next one's result."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import first_of, judge
from guideline.cases import Case
from guideline.changes import movables
from guideline.completions import results_of_nothing
from guideline.facts import derived
from guideline.tables import FirstOf
from tests.guideline.small import AMOUNT
from tests.guideline.strategies import some_answers, tables
from tests.guideline.test_changes import calculator


def raw(answers: dict[str, Any]) -> dict[str, Any]:
    return {
        each: list(value)
        if isinstance(value, tuple)
        else {"value": value, "confirmed": True}
        if isinstance(value, float)
        else value
        for each, value in answers.items()
    }


@settings(max_examples=150, deadline=None)
@given(data=st.data(), rule=tables())
def test_a_table_that_has_judged_other_cases_says_the_same_as_one_that_has_not(
    data: st.DataObject, rule: FirstOf
) -> None:
    asked = calculator(rule)
    cases = [raw(data.draw(some_answers(rule))) for _ in range(4)]
    anew = []
    for answers in cases:
        for kept in (movables, results_of_nothing):
            kept.cache_clear()
        for node in (rule, *rule.children()):
            for name in ("masks", "kept_findings"):
                vars(node).pop(name, None)
        anew.append(judge(asked, answers))

    assert [judge(asked, answers) for answers in (*cases, *reversed(cases))] == [*anew, *reversed(anew)]


def test_what_is_kept_of_a_case_with_a_fact_left_open_is_not_said_of_the_same_answers() -> None:
    twice = derived(
        "twice", "Twice", inputs=(AMOUNT,), formula=lambda amount: 2 * amount, unit="", at_least=0, at_most=1000
    )
    rule = first_of("size", "Size", ("Large", twice > 10), ("Small", None))
    whole = Case({AMOUNT.id: 20.0})
    tried = Case({}).with_values({AMOUNT.id: 20.0}, left_open=[twice.id])

    assert [each.id for each in rule.outcomes(tried)] == ["large", "small"]
    assert [each.id for each in rule.outcomes(whole)] == ["large"]
    assert [each.id for each in rule.outcomes(tried.with_values({"another": 1.0}))] == ["large", "small"]
