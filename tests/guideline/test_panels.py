"""Panels: rows judged side by side, and one panel per authority."""

from __future__ import annotations

import pytest

from guideline import Calculator, entry, first_of, judge, outcome, panel, section, variants
from guideline.panels import Panel
from tests.guideline.small import AMOUNT, A, B


def _panel(limit: float) -> Panel:
    first = outcome("First", outcome_id="first")
    low = AMOUNT < limit  # noqa: SIM300 - a fact stands left of its limit
    one = first_of("one", "One", (first, low), (outcome("Later", outcome_id="later"), None))
    two = first_of("two", "Two", (first, A.yes), (outcome("Not placed", outcome_id="not-placed"), None))
    rows = (entry("one", "Drug one", one), entry("two", "Drug two", two))
    return panel("drugs", "Drugs", *rows, leading=("first",), lead_text="To discuss")


def _calculator(**more: object) -> Calculator:
    return Calculator(
        id="small",
        title="Small",
        intended_use="Tests.",
        not_for=(),
        content_version="1",
        sections=(section("all", "All", AMOUNT, A, B),),
        **more,  # type: ignore[arg-type]
    )


def test_a_row_without_a_decision_keeps_its_possible_placements() -> None:
    result = judge(_calculator(rule=_panel(10)), {"amount": 5})
    rows = {each["id"]: each for each in result["options"]}
    assert (rows["one"]["placement"], rows["two"]["placement"]) == ("first", None)
    assert [each["id"] for each in rows["two"]["possible"]] == ["first", "not-placed"]
    assert result["headline"]["text"] == "To discuss: Drug one. 1 of 2 not decided"
    assert [each["fact"] for each in result["missing"]] == ["a"]


def test_no_row_decided_is_not_enough_information() -> None:
    result = judge(_calculator(rule=_panel(10)), {})
    assert result["headline"]["state"] == "not_enough_information"


@pytest.fixture
def by_region() -> Calculator:
    return _calculator(rule=variants(("here", "Here", _panel(10)), ("there", "There", _panel(50))))


def test_each_authority_has_a_panel_and_names_the_rows_that_differ(by_region: Calculator) -> None:
    result = judge(by_region, {"amount": 20, "a": "no"}, variant="here")
    assert result["style"] == "options"
    assert {each["id"]: each["placement"] for each in result["options"]} == {"one": "later", "two": "not-placed"}
    here, there = result["authorities"]
    assert (here["text"], here["differs_by"]) == ("To discuss: none so far", [])
    assert (there["text"], there["differs_by"], there["state"]) == ("To discuss: Drug one", ["one"], "options")
    assert there["differences"] == [{"id": "one", "text": "Drug one", "only": ""}]


def test_authorities_that_place_every_row_alike_do_not_differ(by_region: Calculator) -> None:
    result = judge(by_region, {"amount": 5}, variant="there")
    assert [each["differs_by"] for each in result["authorities"]] == [[], []]


def test_a_row_leads_when_every_placement_still_possible_does() -> None:
    either = first_of(
        "one",
        "One",
        (outcome("First", outcome_id="first"), A.yes),
        (outcome("Next", outcome_id="next"), None),
    )
    rule = panel("drugs", "Drugs", entry("one", "Drug one", either), leading=("first", "next"), lead_text="To discuss")
    result = judge(_calculator(rule=rule), {})
    assert result["headline"]["text"] == "To discuss: Drug one. 1 of 1 not decided"
