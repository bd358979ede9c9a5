"""The result: every part of it, for a made-up guideline with two authorities."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guideline import (
    Calculator,
    all_of,
    any_of,
    ask,
    conclusion,
    criteria,
    criterion,
    derived,
    first_of,
    judge,
    notice,
    number,
    option,
    questions,
    section,
    several_of,
    variants,
    yes_no,
)
from guideline import choice as choose

PLATELETS = number(
    "platelets", "Platelets", unit="10⁹/L", accepts={"/µL": (1, 1000)}, at_least=0, at_most=5000, plausible=(5, 1500),
    close=3, found_in="blood count",
)  # fmt: skip
AGE = number("age", "Age", unit="years", at_least=0, at_most=120, changeable=False)
WEIGHT = number("weight", "Body weight", unit="kg", at_least=2, at_most=400, decimals=1)
CLEARANCE = derived(
    "clearance", "Clearance", unit="mL/min", inputs=(AGE, WEIGHT), at_least=0, at_most=500, close=2, evidence="T-7",
    formula=lambda age, weight: (140 - age) * weight / 72,
)  # fmt: skip
KI67 = number("ki67", "Ki-67 index", unit="%", at_least=0, at_most=100, decimals=1, close=1)
DIFFERENTIATION = choose("differentiation", "Differentiation", option("well", "Well"), option("poor", "Poor", "NEC"))
PREGNANT = yes_no("pregnant", "Pregnancy", hint="A test.")
PAST = several_of("past", "Earlier treatment", option("prrt", "PRRT"), option("tare", "TARE"))
CELLS = choose("cells", "Cell type", option("small", "Small"), option("large", "Large"))
GRADE = conclusion("grade", first_of("g", "Grade", ("G3", KI67 > 20), ("G2", KI67 >= 3), ("G1", None)), evidence="T-8")

LABEL = criteria(
    "label",
    "Label",
    criterion("pregnant", "Pregnancy", PREGNANT.yes, kind="contraindication", evidence="T-1"),
    criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75, evidence=("T-2", "T-3"), note="Recent."),
    criterion("clearance", "Clearance at least 40 mL/min", CLEARANCE >= 40, evidence="T-2", recalled=True),
    criterion("low-clearance", "Clearance below 50 mL/min", CLEARANCE < 50, kind="caution", evidence="T-2"),
    any_of(
        "well",
        "Well differentiated, or PRRT before",
        criterion("is-well", "Well", DIFFERENTIATION.is_("well"), kind="part", evidence="T-4"),
        criterion("had-prrt", "PRRT before", PAST.includes("prrt"), kind="part", evidence="T-4"),
        evidence="T-4",
    ),
    criterion("g1-g2", "G1 or G2", GRADE.one_of("g1", "g2"), kind="preferred", evidence="T-5"),
)
TRIAL = criteria(
    "trial",
    "Trial",
    criterion("pregnant", "Pregnancy", PREGNANT.yes, kind="contraindication", evidence="T-1"),
    criterion("platelets", "Platelets above 100 × 10⁹/L", PLATELETS > 100, evidence="T-6"),
    all_of("both", "Adult and well", AGE >= 18, DIFFERENTIATION.is_("well"), evidence="T-6"),
)
CALCULATOR = Calculator(
    id="made_up",
    title="Made up",
    intended_use="For tests.",
    not_for=("people",),
    content_version="7",
    sections=(
        section("one", "One", KI67, DIFFERENTIATION, ask(CELLS, when=DIFFERENTIATION.is_("poor"))),
        section("two", "Two", PLATELETS, AGE, WEIGHT, CLEARANCE, PREGNANT, PAST),
    ),
    rule=variants(("label", "The label", LABEL, "As printed."), ("trial", "The trial", TRIAL)),
    reports=(CLEARANCE, GRADE),
    notices=(
        notice("high", "Ki-67 is above 55 %.", KI67 > 55, evidence="T-9", fact=KI67),
        notice("old-prrt", "PRRT was given at 70 or later.", PAST.includes("prrt"), AGE >= 70),
    ),
    not_considered=("wishes",),
)
ALL_MET = {
    "pregnant": "no", "platelets": 200, "age": 50, "weight": 72, "differentiation": "well", "past": [], "ki67": 10,
}  # fmt: skip


def result_of(answers: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return judge(CALCULATOR, {**ALL_MET, **(answers or {})}, **more)


def finding(result: dict[str, Any], name: str) -> dict[str, Any]:
    queue = list(result["findings"])
    for each in queue:
        queue += each["parts"]
    return next(each for each in queue if each["id"] == name)


def plain(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


def test_a_result_is_plain_json_with_exactly_these_parts() -> None:
    result = result_of()
    assert json.loads(json.dumps(result)) == json.loads(json.dumps(result))
    assert set(result) == {
        "format", "calculator", "title", "content_version", "variant", "style", "headline", "outcomes", "options",
        "values", "findings", "evidence", "missing", "changes", "authorities", "warnings", "not_used",
        "not_considered", "assumptions", "intended_use",
    }  # fmt: skip
    assert result["format"] == "open-net-guide-result/1"
    assert (result["calculator"], result["title"], result["content_version"]) == ("made_up", "Made up", "7")
    assert result["variant"] == {"id": "label", "title": "The label"}
    assert result["style"] == "criteria"
    assert result["not_considered"] == ["wishes"]
    assert result["assumptions"] == []


@pytest.mark.parametrize(
    ("answers", "state", "text"),
    [
        ({}, "criteria_met", "These published criteria are met: 4 of 4"),
        ({"weight": 35}, "met_with_cautions", "These published criteria are met: 4 of 4, with 1 caution"),
        ({"platelets": 74}, "criteria_not_met", "Published criteria not met: 1 of 4"),
        ({"platelets": 74, "weight": 20}, "criteria_not_met", "Published criteria not met: 2 of 4"),
        ({"pregnant": "yes"}, "contraindicated", "Contraindicated by these published criteria"),
        ({"pregnant": "yes", "platelets": None}, "contraindicated", "Contraindicated by these published criteria"),
        ({"platelets": None}, "not_enough_information", "Not enough information: platelets needed"),
        (
            {"platelets": None, "pregnant": None, "weight": None, "ki67": None},
            "not_enough_information",
            "Not enough information: body weight, pregnancy and platelets needed",
        ),
    ],
)
def test_the_headline_says_what_is_met_not_met_or_needed(answers: dict[str, Any], state: str, text: str) -> None:
    headline = result_of(answers)["headline"]
    assert headline["state"] == state
    assert headline["text"] == text


def test_a_headline_that_hangs_on_a_caution_says_so() -> None:
    rule = criteria(
        "list",
        "List",
        criterion("a", "A", PREGNANT.no, evidence="T-1"),
        criterion("b", "B", PLATELETS < 75, kind="caution", evidence="T-1"),
    )
    small = Calculator(
        id="s", title="S", intended_use="", not_for=(), content_version="1",
        sections=(section("s", "S", PREGNANT, PLATELETS),), rule=rule,
    )  # fmt: skip
    headline = judge(small, {"pregnant": "no"})["headline"]
    assert headline["state"] == "not_enough_information"
    assert headline["text"] == "Required criteria met: 1 of 1. Not enough information on 1 caution"
    assert headline["counts"] == {"met": 1, "not_met": 0, "unknown": 0, "cautions": 0, "cautions_unknown": 1}


def test_a_finding_gives_the_reason_with_what_was_entered_compared_and_allowed() -> None:
    found = finding(result_of({"platelets": {"value": "82000", "unit": "/µL"}}), "platelets")
    assert plain(found["entered"]) == "82000 /µL"
    assert plain(found["compared"]) == "82 × 10⁹/L"
    assert plain(found["limit"]) == "at least 75 × 10⁹/L"
    assert found["distance"] == "7 above"
    assert plain(found["why"]) == "Platelets 82000 /µL (82 × 10⁹/L) is at least 75 × 10⁹/L. Recent."
    assert (found["kind"], found["verdict"], found["evidence"]) == ("required", "met", ["T-2", "T-3"])
    assert (found["missing"], found["parts"], found["decides"]) == ([], [], False)


def test_a_finding_that_is_not_met_is_worded_the_other_way_round() -> None:
    found = finding(result_of({"platelets": 60}), "platelets")
    assert plain(found["why"]) == "Platelets 60 × 10⁹/L is below 75 × 10⁹/L. Recent."
    assert found["distance"] == "15 below"


@pytest.mark.parametrize(("value", "shown"), [(74.9, "74.9"), (74.996, "74.996"), (75, "75"), (75.4, "75.4")])
def test_a_value_never_looks_equal_to_a_limit_that_it_is_not(value: float, shown: str) -> None:
    found = finding(result_of({"platelets": value}), "platelets")
    assert plain(found["compared"]) == f"{shown} × 10⁹/L"
    assert found["verdict"] == ("met" if value >= 75 else "not_met")
    assert (found["distance"] == "at the limit") is (value == 75)


@pytest.mark.parametrize(("value", "near"), [(71.9, False), (72, True), (75, True), (78, True), (78.1, False)])
def test_a_value_close_to_a_limit_is_marked_and_warned_of(value: float, near: bool) -> None:
    result = result_of({"platelets": value})
    assert finding(result, "platelets")["at_limit"] is near
    warned = [plain(each["text"]) for each in result["warnings"] if each["fact"] == "platelets"]
    assert [each.split(":")[0] for each in warned] == (
        [f"{value:g} × 10⁹/L is close to the limit (at least 75 × 10⁹/L)"] if near else []
    )


def test_a_value_that_nobody_measures_is_never_close_to_its_limit() -> None:
    result = result_of({"age": 18}, variant="trial")
    assert finding(result, "age->=")["at_limit"] is False
    assert finding(result, "age->=")["distance"] == "at the limit"
    assert not [each for each in result["warnings"] if each["fact"] == "age"]


def test_what_is_unknown_names_what_is_missing() -> None:
    assert finding(result_of({"platelets": None}), "platelets")["why"] == "Platelets: not known. Recent."
    found = finding(result_of({"weight": None}), "clearance")
    assert found["why"] == "Clearance: not known without body weight."
    assert found["missing"] == ["weight"]
    assert found["decides"] is True
    assert (found["entered"], found["compared"], found["distance"]) == (None, None, None)


def test_a_group_counts_its_parts_and_keeps_them() -> None:
    found = finding(result_of({"differentiation": "poor", "past": None}), "well")
    assert found["why"] == "0 of 2 parts met, 1 not known."
    assert (found["join"], found["verdict"], found["missing"]) == ("any_of", "unknown", ["past"])
    assert [(each["id"], each["kind"], each["verdict"], each["decides"]) for each in found["parts"]] == [
        ("is-well", "part", "not_met", False),
        ("had-prrt", "part", "unknown", True),
    ]
    assert found["parts"][0]["why"] == "Differentiation: Poor."


def test_a_preference_is_shown_and_decides_nothing() -> None:
    found = finding(result_of({"ki67": None}), "g1-g2")
    assert (found["kind"], found["verdict"], found["decides"]) == ("preferred", "unknown", False)
    assert found["why"] == "Grade: not known without Ki-67 index."


def test_a_figure_that_was_not_read_again_is_marked() -> None:
    assert finding(result_of(), "clearance")["recalled"] is True
    assert finding(result_of(), "platelets")["recalled"] is False


def test_values_say_how_they_came_about() -> None:
    worked_out, grade = result_of()["values"]
    assert worked_out["id"] == "clearance"
    assert worked_out["value"] == 90
    assert plain(worked_out["displayed"]) == "90 mL/min"
    assert (worked_out["origin"], worked_out["from"]) == ("derived", ["age", "weight"])
    assert (grade["value"], grade["displayed"], grade["from"]) == ("g2", "G2", ["ki67"])
    entered, _ = result_of({"clearance": 60})["values"]
    assert (entered["origin"], entered["from"], entered["value"]) == ("entered", [], 60)
    assert plain(entered["derived_would_be"]) == "90 mL/min"
    assert [each["id"] for each in result_of({"weight": None, "ki67": None})["values"]] == []


def test_authorities_are_compared_and_say_what_makes_the_difference() -> None:
    result = result_of({"platelets": 80})
    label, trial = result["authorities"]
    assert (label["id"], label["title"], label["state"], label["differs_by"]) == (
        "label", "The label", "criteria_met", [],
    )  # fmt: skip
    assert (trial["id"], trial["state"], trial["differs_by"]) == ("trial", "criteria_not_met", ["platelets"])
    assert trial["text"] == "Published criteria not met: 1 of 3"
    open_trial = result_of({"age": None, "clearance": 60})["authorities"][1]
    assert open_trial["text"] == "Not enough information: age needed"


def test_answers_that_no_criterion_uses_are_listed() -> None:
    result = result_of({"differentiation": "poor", "cells": "small"}, variant="trial")
    assert [(each["fact"], each["entered"]) for each in result["not_used"]] == [("cells", "Small")]
    assert result["not_used"][0]["why"] == "no criterion chosen here asks for it"


def test_notices_stand_beside_the_result_when_all_their_conditions_are_met() -> None:
    assert [each["text"] for each in result_of({"ki67": 60})["warnings"]] == ["Ki-67 is above 55 %."]
    assert [each["text"] for each in result_of({"past": ["prrt"], "age": 71})["warnings"]] == [
        "PRRT was given at 70 or later."
    ]
    assert result_of({"past": ["prrt"], "age": 69})["warnings"] == []
    assert result_of({"past": ["prrt"], "age": None})["warnings"] == []
    assert result_of({"ki67": 60})["headline"] == result_of()["headline"]


def test_only_evidence_that_the_result_cites_comes_with_it() -> None:
    records = {f"T-{n}": {"id": f"T-{n}"} for n in range(20)}
    assert set(result_of(evidence=records)["evidence"]) == {"T-1", "T-2", "T-3", "T-4", "T-5", "T-7", "T-8"}
    assert set(result_of({"ki67": 60}, evidence=records)["evidence"]) >= {"T-9"}
    assert result_of()["evidence"] == {}


def test_a_calculator_without_a_rule_has_its_first_report_as_headline() -> None:
    measure = Calculator(
        id="m", title="M", intended_use="", not_for=(), content_version="1",
        sections=(section("s", "S", AGE, WEIGHT),), reports=(CLEARANCE,),
    )  # fmt: skip
    result = judge(measure, {"age": 50, "weight": 72})
    assert (result["style"], result["variant"]) == ("value", None)
    assert (result["headline"]["state"], plain(result["headline"]["text"])) == ("outcome", "Clearance 90 mL/min")
    begun = judge(measure, {"age": 50})
    assert (begun["headline"]["state"], begun["headline"]["text"]) == (
        "not_enough_information", "Not enough information: body weight needed",
    )  # fmt: skip
    assert [each["fact"] for each in begun["missing"]] == ["weight"]


def test_a_measure_that_cannot_be_worked_out_from_full_answers_says_so() -> None:
    nothing = derived("n", "N", unit="", inputs=(AGE,), formula=lambda age: None, at_least=0, at_most=1)  # noqa: ARG005
    measure = Calculator(
        id="m", title="M", intended_use="", not_for=(), content_version="1",
        sections=(section("s", "S", AGE),), reports=(nothing,),
    )  # fmt: skip
    assert judge(measure, {"age": 50})["headline"]["text"] == "Nothing can be worked out from these answers"


def test_a_table_has_its_outcome_as_headline_or_those_still_possible() -> None:
    table = Calculator(
        id="t", title="T", intended_use="", not_for=(), content_version="1", sections=(section("s", "S", KI67),),
        rule=first_of("g", "Grade", ("G3", KI67 > 20), ("G2", KI67 >= 3), ("G1", None)),
    )  # fmt: skip
    assert judge(table, {"ki67": 8})["headline"]["text"] == "G2"
    open_one = judge(table, {})
    assert open_one["headline"]["text"] == "Not enough information: Ki-67 index needed. Still possible: G3 or G2 or G1"
    assert [each["id"] for each in open_one["outcomes"]] == ["g3", "g2", "g1"]
    assert [(each["id"], each["verdict"]) for each in judge(table, {"ki67": 8})["findings"]] == [
        ("g3", "not_met"),
        ("g2", "met"),
        ("g1", "not_met"),
    ]


# The questions -------------------------------------------------------------------------------------------------------


def test_questions_describe_everything_a_form_needs() -> None:
    asked = questions(CALCULATOR)
    assert json.loads(json.dumps(asked)) == asked
    assert asked["format"] == "open-net-guide-questions/1"
    assert asked["variants"] == [
        {"id": "label", "title": "The label", "note": "As printed."},
        {"id": "trial", "title": "The trial", "note": ""},
    ]
    assert [each["facts"] for each in asked["sections"]] == [
        ["ki67", "differentiation", "cells"],
        ["platelets", "age", "weight", "clearance", "pregnant", "past"],
    ]
    platelets = asked["facts"]["platelets"]
    assert (platelets["kind"], platelets["unit"], platelets["range"], platelets["plausible"]) == (
        "number", "10⁹/L", [0, 5000], [5, 1500],
    )  # fmt: skip
    assert platelets["units"] == [
        {"symbol": "10⁹/L", "code": "10*9/L", "factor": "1/1"},
        {"symbol": "/µL", "code": "/uL", "factor": "1/1000"},
    ]
    assert asked["facts"]["clearance"]["derived"] is True
    assert asked["facts"]["clearance"]["inputs"] == ["age", "weight"]
    assert asked["facts"]["age"]["changeable"] is False
    assert asked["facts"]["differentiation"]["options"] == [
        {"id": "well", "label": "Well", "hint": ""},
        {"id": "poor", "label": "Poor", "hint": "NEC"},
    ]
    assert [each["id"] for each in asked["facts"]["pregnant"]["options"]] == ["yes", "no"]


def test_a_question_says_which_answer_opens_it_and_which_authorities_use_it() -> None:
    facts = questions(CALCULATOR)["facts"]
    assert facts["cells"]["asked_when"] == {
        "text": "Differentiation: Poor",
        "fact": "differentiation",
        "one_of": ["poor"],
    }
    assert facts["platelets"]["asked_when"] is None
    assert facts["platelets"]["variants"] == ["label", "trial"]
    assert facts["cells"]["variants"] == []


def test_criteria_read_without_any_answer() -> None:
    label = {each["id"]: each for each in questions(CALCULATOR)["criteria"]["label"]}
    assert list(label) == ["pregnant", "platelets", "clearance", "low-clearance", "well", "g1-g2"]
    assert label["platelets"]["threshold"] == {"operator": ">=", "value": 75.0, "unit": "10⁹/L"}
    assert plain(label["platelets"]["limit"]) == "at least 75 × 10⁹/L"
    assert (label["clearance"]["recalled"], label["well"]["join"]) == (True, "any_of")
    assert [each["id"] for each in label["well"]["parts"]] == ["is-well", "had-prrt"]
    assert "verdict" not in label["platelets"]


def test_a_calculator_that_asks_a_fact_twice_or_not_at_all_is_refused() -> None:
    common: dict[str, Any] = {"title": "X", "intended_use": "", "not_for": (), "content_version": "1"}
    with pytest.raises(ValueError, match="a fact is asked twice"):
        Calculator(id="x", sections=(section("s", "S", AGE, AGE),), **common)
    with pytest.raises(ValueError, match="used but never asked: age, weight"):
        Calculator(id="x", sections=(section("s", "S", PREGNANT),), reports=(CLEARANCE,), **common)
    with pytest.raises(TypeError, match="only a choice or a yes/no question can open another"):
        ask(AGE, when=WEIGHT > 5)
