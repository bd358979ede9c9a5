"""Bad input: whatever is typed, there is a clear message at the field, nothing else is lost, and nothing falls over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import (
    AnswerError,
    Calculator,
    all_of,
    any_of,
    ask,
    choice,
    conclusion,
    contradiction,
    criteria,
    criterion,
    date,
    first_of,
    judge,
    number,
    option,
    read_answers,
    section,
    several_of,
    too_old_after,
    yes_no,
)

KI67 = number("ki67_percent", "Ki-67 index", unit="%", at_least=0, at_most=100, reason="it is a percentage", decimals=1)
PLATELETS = number(
    "platelets_1e9_l", "Platelets", unit="10⁹/L", accepts={"/µL": (1, 1000)}, at_least=0, at_most=5000,
    plausible=(5, 1500), reason="no count is higher",
)  # fmt: skip
CREATININE = number(
    "creatinine_umol_l", "Serum creatinine", unit="µmol/L", accepts={"mg/dL": (884, 10)}, at_least=5, at_most=20000,
    plausible=(20, 1500), reason="no creatinine is higher",
)  # fmt: skip
CLEARANCE = number("clearance_ml_min", "Clearance", unit="mL/min", accepts={"mL/s": (60, 1)}, at_least=0, at_most=500)
SCORE = number("score", "Score", unit="", at_least=0, at_most=4, whole=True)
DIFFERENTIATION = choice("differentiation", "Differentiation", option("well", "Well"), option("poor", "Poor"))
CELLS = choice("cells", "Cell type", option("small", "Small cell"), option("large", "Large cell"))
PREGNANT = yes_no("pregnant", "Pregnancy")
PAST = several_of("past", "Earlier treatment", option("prrt", "PRRT"), option("tace", "TACE"), option("tare", "TARE"))
TAKEN = date("taken", "Day of the blood test")
TODAY = date("today", "Day of the decision")
ECOG = choice("ecog", "ECOG", option("0", "Fully active"), option("1", "Restricted"))
STATUS = Calculator(
    id="status", title="Status", intended_use="Tests.", not_for=(), content_version="1",
    sections=(section("s", "S", ECOG),),
    rule=criteria("list", "List", criterion("active", "Fully active", ECOG.is_("0"), evidence="T-1")),
)  # fmt: skip
GRADE = conclusion(
    "grade",
    first_of("g", "Grade", ("G3", KI67 > 20), ("G2", KI67 >= 3), ("G1", None)),
    label="Grade",
    enterable=True,
)

CALCULATOR = Calculator(
    id="form",
    title="Form",
    intended_use="Tests.",
    not_for=(),
    content_version="1",
    sections=(
        section("one", "One", KI67, GRADE, DIFFERENTIATION, ask(CELLS, when=DIFFERENTIATION.is_("poor"))),
        section("two", "Two", PLATELETS, CREATININE, CLEARANCE, SCORE, PREGNANT, PAST, TAKEN, TODAY),
    ),
    rule=criteria(
        "list",
        "List",
        criterion("platelets", "Platelets at least 75", PLATELETS >= 75, evidence="T-1"),
        criterion("creatinine", "Creatinine at most 150", CREATININE <= 150, evidence="T-1"),
        criterion("clearance", "Clearance at least 40", CLEARANCE >= 40, evidence="T-1"),
        criterion("small", "Not small cell", CELLS.is_("large"), evidence="T-1"),
        any_of("any", "Any", SCORE >= 2, PREGNANT.no, PAST.includes("prrt")),
        all_of("graded", "Graded", GRADE.one_of("g1", "g2")),
    ),
    contradictions=(
        contradiction(
            "poor-low", "Poorly differentiated with a low Ki-67.", DIFFERENTIATION.is_("poor"), KI67 <= 20, fact=KI67
        ),
        contradiction("nec", "A carcinoma has no grade.", DIFFERENTIATION.is_("poor"), GRADE.is_("g3"), fact=GRADE),
    ),
    shelves=(too_old_after(28, PLATELETS, CREATININE, dated=TAKEN, today=TODAY, evidence="T-2"),),
)
GOOD = {"score": 3, "pregnant": "no", "past": ["prrt"], "differentiation": "well"}


def problems_of(answers: Any, **more: Any) -> list[dict[str, Any]]:
    with pytest.raises(AnswerError) as caught:
        read_answers(CALCULATOR, {**answers, **more} if isinstance(answers, dict) else answers)
    return caught.value.problems


def only(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the one problem of an answer among good ones, having checked that the good ones are left alone."""
    problems = problems_of(GOOD, **answers)
    assert [each["fact"] for each in problems] == list(answers)
    return problems[0]


def value_of(fact: str, raw: Any) -> Any:
    return read_answers(CALCULATOR, {fact: raw}).values[fact]


@pytest.mark.parametrize(
    ("raw", "value", "note"),
    [
        ("1,5", 1.5, "1,5 read as 1.5 %"),
        ("1.5", 1.5, None),
        (1.5, 1.5, None),
        (8, 8.0, None),
        (" 8 ", 8.0, None),
        ("8 %", 8.0, "8 % read as 8 %"),
        ("８", 8.0, "８ read as 8 %"),
        ("１２．５", 12.5, "１２．５ read as 12.5 %"),
        ("+8", 8.0, None),
        ("0,125", 0.125, "0,125 read as 0.125 %"),
        ("12,25", 12.25, "12,25 read as 12.25 %"),
        ("007", 7.0, "007 read as 7 %"),
        ("8\u200b", 8.0, "read as 8 %"),
        ("1e1", None, None),
        (1e-7, 1e-7, None),
        (0.1 + 0.2, 0.3, None),  # what a binary fraction leaves beyond 15 digits was measured by nobody
        (3 * 17.1 / 10, 5.13, None),
        (2.99999999999999, 2.99999999999999, None),
        (-0.0, 0.0, None),
    ],
)
def test_a_number_is_read_as_it_is_usually_written(raw: Any, value: float | None, note: str | None) -> None:
    if value is None:
        assert only({"ki67_percent": raw})["kind"] == "not_a_number"
        return
    read = read_answers(CALCULATOR, {"ki67_percent": raw})
    assert read.values["ki67_percent"] == value
    notes = [each["message"].replace("\u00a0", " ") for each in read.notes]
    assert len(notes) == (note is not None)
    if note is not None:
        assert notes[0].endswith(note)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("12 000 /µL", 12.0),
        ("12\u00a0000 /µL", 12.0),
        ("12\u202f000 /\u03bcL", 12.0),
        ("150 000 /uL", 150.0),
        ("150 10^9/L", 150.0),
        ("150 × 10⁹/L", 150.0),
        ("150\u00a0×\u00a010⁹/L", 150.0),
        ("150x10^9/l", 150.0),
        ({"value": "150000", "unit": "/\u00b5L"}, 150.0),
        ({"value": "150000", "unit": "/\u03bcL"}, 150.0),
        ({"value": 150000, "unit": "/uL"}, 150.0),
        ({"value": "150", "unit": "10*9/L"}, 150.0),
        ({"value": "150 10⁹/L", "unit": "10⁹/L"}, 150.0),
        ({"value": "150", "unit": ""}, 150.0),
        ({"value": "150", "unit": None}, 150.0),
    ],
)
def test_a_unit_is_read_beside_the_number_or_after_it(raw: Any, value: float) -> None:
    assert value_of("platelets_1e9_l", raw) == value


REFUSED = [
    ("1,234", "ambiguous", "1,234 can mean 1234 or 1.234; write it without a comma"),
    ("1,234.5", "ambiguous", "write it without separators between thousands"),
    ("1.234.567", "ambiguous", "write it without separators between thousands"),
    ("1'234", "ambiguous", "write it without separators between thousands"),
    ("12 34", "ambiguous", "write it without separators between thousands"),
    ("abc", "not_a_number", "abc is not understood; a number is needed, such as"),
    ("NaN", "not_a_number", "a number is needed"),
    ("nan", "not_a_number", "a number is needed"),
    ("Infinity", "not_a_number", "a number is needed"),
    ("-inf", "not_a_number", "a number is needed"),
    (float("nan"), "not_a_number", "a number is needed"),
    (float("inf"), "not_a_number", "a number is needed"),
    (float("-inf"), "not_a_number", "a number is needed"),
    (1e300, "not_a_number", "a number is needed"),
    (10**5000, "not_a_number", "a number is needed"),
    ("9" * 5000, "not_a_number", "is too long"),
    ("5-10", "not_a_number", "5-10 is a range"),
    ("2-20", "not_a_number", "or nothing when it is not known."),
    ("<2", "not_a_number", "or nothing when it is not known."),
    ("5–10", "not_a_number", "is a range"),
    ("5 to 10", "not_a_number", "is a range"),
    ("<5", "not_a_number", "<5 is a range"),
    ("≥ 5", "not_a_number", "is a range"),
    ("5.", "not_a_number", "a number is needed"),
    (".", "not_a_number", "a number is needed"),
    ("--5", "not_a_number", "a number is needed"),
    ("3/4", "not_a_number", "a number is needed"),
    ("٣", "not_a_number", "a number is needed"),
    ("½", "not_a_number", "a number is needed"),
    ("0b11", "unit", "cannot be given in b11"),
    ("<script>alert(1)</script>", "not_a_number", "<script>alert(1)</script> is not understood"),
    ("5<b>", "not_a_number", "a number is needed"),
    ("<img src=x onerror=alert(1)>", "not_a_number", "a number is needed"),
    ("=1+1", "not_a_number", "a number is needed"),
    ("5; DROP TABLE", "not_a_number", "a number is needed"),
    ("unknown", "not_a_number", "a number is needed"),
    (True, "wrong_type", "true is not a number"),
    (False, "wrong_type", "false is not a number"),
    ([5], "wrong_type", "a list is not a number"),
    ([], "wrong_type", "a list is not a number"),
    ({"value": [5]}, "wrong_type", "a list is not a number"),
    ({"value": {"value": 5}}, "wrong_type", "a group of values is not a number"),
    ({"values": 5}, "wrong_type", "a number has value, unit and confirmed, not values"),
    ({"value": 5, "uint": "%"}, "wrong_type", "a number has value, unit and confirmed, not uint"),
    ({"value": 5, 7: 1, "x": 1}, "wrong_type", "not 7"),
    (-1, "refused", "is below the possible limit of 0 %: it cannot be negative"),
    ("−1", "refused", "Ki-67 index −1 % is below the possible limit of 0 %"),
    ("-0.0001", "refused", "is below the possible limit of 0 %"),
    (101, "refused", "101 % is above the possible limit of 100 %: it is a percentage"),
    ("100.0000001", "refused", "100.0000001 % is above the possible limit of 100 %"),
    ("10000000000000000000000000", "refused", "is above the possible limit of 100 %"),
    ({"value": 5, "unit": "g/L"}, "unit", "Ki-67 index cannot be given in g/L. Allowed: %."),
    ({"value": 5, "unit": 7}, "unit", "cannot be given in 7"),
    ({"value": 5, "unit": ["%"]}, "unit", "cannot be given in a list"),
    ("5 furlongs", "unit", "cannot be given in furlongs"),
]


@pytest.mark.parametrize(("raw", "kind", "words"), REFUSED, ids=[str(index) for index in range(len(REFUSED))])
def test_what_is_no_number_is_refused_with_place_value_and_what_is_allowed(raw: Any, kind: str, words: str) -> None:
    found = only({"ki67_percent": raw})
    message = found["message"].replace("\u00a0", " ")
    assert found["kind"] == kind
    assert words in message
    assert message.startswith("Ki-67 index")
    assert message.endswith(".")
    assert len(found["entered"]) <= 60
    assert len(message) < 300
    assert found["confirmable"] is False
    json.dumps(found)


def test_two_units_that_disagree_are_refused() -> None:
    found = only({"creatinine_umol_l": {"value": "1 mg/dL", "unit": "µmol/L"}})
    assert found["message"] == "Serum creatinine: mg/dL is typed but µmol/L is chosen. Leave one of them."


@pytest.mark.parametrize("unit", ["mL/min/1.73 m²", "mL/min/{1.73_m2}", "ml/min/1.73m2"])
@pytest.mark.parametrize("typed", [True, False])
def test_an_indexed_filtration_rate_is_no_clearance(unit: str, typed: bool) -> None:
    raw = f"60 {unit}" if typed else {"value": "60", "unit": unit}
    found = only({"clearance_ml_min": raw})
    assert found["kind"] == "unit"
    assert found["message"].endswith("Allowed: mL/min, mL/s.")


def test_a_possible_but_unlikely_value_is_asked_again_with_what_may_be_meant() -> None:
    raw = {"value": "88", "unit": "mg/dL"}
    found = only({"creatinine_umol_l": raw})
    assert found["kind"] == "implausible"
    assert found["confirmable"] is True
    assert found["suggestion"] == {"value": "88", "unit": "µmol/L"}
    message = found["message"].replace("\u00a0", " ")
    assert message == (
        "Serum creatinine 88 mg/dL, that is 7779 µmol/L, is outside the usual range of 20 to 1500 µmol/L. "
        "Is it right? Did you mean 88 µmol/L?"
    )
    assert value_of("creatinine_umol_l", {**raw, "confirmed": True}) == 7779.2


@pytest.mark.parametrize("confirmed", ["true", 1, "yes", None, False])
def test_only_a_plain_yes_confirms(confirmed: Any) -> None:
    raw = {"value": 2000, "unit": "µmol/L", "confirmed": confirmed}
    assert only({"creatinine_umol_l": raw})["kind"] == "implausible"


def test_no_confirmation_lets_the_impossible_through() -> None:
    found = only({"creatinine_umol_l": {"value": 300, "unit": "mg/dL", "confirmed": True}})
    assert found["kind"] == "refused"
    assert found["suggestion"] == {"value": "300", "unit": "µmol/L"}
    assert found["confirmable"] is False


def test_what_is_suggested_can_be_entered_as_it_is() -> None:
    suggestion = only({"creatinine_umol_l": "1.0"})["suggestion"]
    assert suggestion == {"value": "1.0", "unit": "mg/dL"}
    assert value_of("creatinine_umol_l", suggestion) == 88.4


def test_a_whole_number_is_needed_for_a_score() -> None:
    found = problems_of({"score": "2,5"})[0]
    assert found["message"] == "Score 2.5: a whole number is needed."
    assert value_of("score", "2.0") == 2.0


@pytest.mark.parametrize("raw", [None, "", "   ", {}, {"value": None}, {"unit": "%"}, {"value": " ", "unit": "/µL"}])
@pytest.mark.parametrize("fact", ["platelets_1e9_l", "differentiation", "pregnant", "past", "taken"])
def test_an_empty_answer_is_not_known_and_no_problem(fact: str, raw: Any) -> None:
    assert fact not in read_answers(CALCULATOR, {fact: raw}).values


@pytest.mark.parametrize(
    ("fact", "raw", "kind", "words"),
    [
        ("differentiation", "pink", "unknown_option", "pink is not one of the answers. Allowed: well, poor."),
        ("differentiation", "Well", "unknown_option", "Allowed: well, poor."),
        ("differentiation", True, "wrong_type", "true is not one of the answers"),
        ("differentiation", 1, "wrong_type", "Allowed: well, poor."),
        ("differentiation", ["well"], "wrong_type", "a list is not one of the answers"),
        ("differentiation", {"value": "well"}, "wrong_type", "a group of values is not one"),
        ("differentiation", "<b>well</b>", "unknown_option", "<b>well</b> is not one of the answers"),
        ("pregnant", "maybe", "unknown_option", "maybe is not one of the answers. Allowed: yes or no"),
        ("pregnant", 1, "wrong_type", "1 is not one of the answers"),
        ("past", "prrt", "wrong_type", "a list is needed. Allowed in it: prrt, tace, tare."),
        ("past", {"prrt": True}, "wrong_type", "a list is needed"),
        ("past", ["prrt", "pink"], "unknown_option", "Allowed: prrt, tace, tare. An empty list says that none of them"),
        ("past", [["prrt"]], "wrong_type", "a list is not one of the answers"),
        ("past", [{}], "wrong_type", "a group of values is not one"),
        ("past", [None], "wrong_type", "None is not one of the answers"),
        ("taken", "3/4/2026", "refused", "write it as 2026-11-23"),
        ("taken", "2026-02-30", "refused", "2026-02-30 is not a day of the calendar"),
        ("taken", 20260403, "wrong_type", "is not read as a day"),
        ("taken", "2026-11-23" * 100, "refused", "is not read as a day"),
        ("taken", "9999-12-31", "refused", "9999-12-31 lies outside 1900 to 2199; check the year"),
        ("taken", "1026-11-23", "refused", "1026-11-23 lies outside 1900 to 2199; check the year"),
        ("taken", "1 January 2200", "refused", "2200-01-01 lies outside 1900 to 2199; check the year"),
    ],
)
def test_an_answer_that_is_not_offered_is_refused_with_what_is(fact: str, raw: Any, kind: str, words: str) -> None:
    found = problems_of({fact: raw})
    assert [each["fact"] for each in found] == [fact]
    assert found[0]["kind"] == kind
    assert words in found[0]["message"]
    assert found[0]["message"].startswith(CALCULATOR.facts[fact].label)


@pytest.mark.parametrize(("raw", "value"), [(True, "yes"), (False, "no"), ("yes", "yes"), ("no", "no")])
def test_yes_and_no_are_read_as_words_and_as_json(raw: Any, value: str) -> None:
    assert value_of("pregnant", raw) == value


def test_an_answer_named_twice_in_a_list_counts_once_and_order_does_not_matter() -> None:
    assert value_of("past", ["tare", "prrt", "tare"]) == ("prrt", "tare")
    assert value_of("past", []) == ()


def test_full_width_digits_make_a_day_too() -> None:
    assert value_of("taken", "２０２６-11-23") == value_of("taken", "2026-11-23")


@pytest.mark.parametrize(
    "key", ["ki67", "KI67_PERCENT", "", "constructor", "__class__", "<script>", "x" * 500, 7, None]
)
def test_an_unknown_question_is_named_with_those_that_are_asked(key: Any) -> None:
    problems = problems_of({key: 5, **GOOD})
    assert [each["kind"] for each in problems] == ["unknown_fact"]
    assert "Form asks nothing called" in problems[0]["message"]
    assert "It asks ki67_percent" in problems[0]["message"]
    assert len(problems[0]["message"]) < 300
    json.dumps(problems)


@pytest.mark.parametrize("answers", [None, [], "x", 5, [["ki67_percent", 5]], True])
def test_answers_that_are_no_object_are_refused(answers: Any) -> None:
    problems = problems_of(answers)
    assert [(each["fact"], each["kind"]) for each in problems] == [(None, "wrong_type")]


def test_a_deep_nest_of_lists_is_refused_like_any_list() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for fact in CALCULATOR.facts:
        assert [each["kind"] for each in problems_of({fact: deep})] in (["wrong_type"], ["unknown_option"])
    assert problems_of({"nothing": deep})[0]["entered"] == "a list"
    while deep:  # take it apart from the outside, so that freeing it does not recurse
        deep = deep[0]


def test_every_wrong_answer_has_a_message_of_its_own_and_the_right_ones_have_none() -> None:
    problems = problems_of(
        GOOD,
        ki67_percent="abc",
        platelets_1e9_l="1,234",
        creatinine_umol_l={"value": "88", "unit": "mg/dL"},
        cells="pink",
        nothing=1,
    )
    assert [(each["fact"], each["kind"]) for each in problems] == [
        ("ki67_percent", "not_a_number"),
        ("platelets_1e9_l", "ambiguous"),
        ("creatinine_umol_l", "implausible"),
        ("cells", "unknown_option"),
        ("nothing", "unknown_fact"),
    ]
    for each in problems:
        assert set(each) == {"fact", "entered", "message", "kind", "suggestion", "confirmable"}


def test_answers_that_cannot_be_true_together_are_refused_at_their_field() -> None:
    problems = problems_of({"differentiation": "poor", "ki67_percent": 2})
    assert problems == [
        {
            "fact": "ki67_percent",
            "entered": "2\u00a0%",
            "message": "Poorly differentiated with a low Ki-67.",
            "kind": "contradiction",
            "suggestion": None,
            "confirmable": False,
        }
    ]
    assert problems_of({"differentiation": "poor", "grade": "g3"})[0]["fact"] == "grade"


def test_contradictions_and_other_problems_are_told_together() -> None:
    problems = problems_of({"differentiation": "poor", "ki67_percent": 2, "score": 9})
    assert [(each["fact"], each["kind"]) for each in problems] == [
        ("score", "refused"),
        ("ki67_percent", "contradiction"),
    ]


def test_an_answer_that_is_refused_contradicts_nothing() -> None:
    problems = problems_of({"differentiation": "poor", "ki67_percent": "1,234", "grade": "pink"})
    assert [each["kind"] for each in problems] == ["ambiguous", "unknown_option"]


def test_a_value_that_was_worked_out_contradicts_nothing_because_nobody_can_correct_it() -> None:
    result = judge(CALCULATOR, {"differentiation": "poor", "ki67_percent": 40, "cells": "large"})
    assert result["headline"]["state"] == "criteria_not_met"  # the grade is worked out as G3 from 40 %


def test_the_answer_to_a_closed_question_is_listed_and_not_used() -> None:
    result = judge(CALCULATOR, {"differentiation": "well", "cells": "large"})
    assert [(each["fact"], each["entered"]) for each in result["not_used"]] == [("cells", "Large cell")]
    fresh = judge(CALCULATOR, {"differentiation": "well"})
    for key in ("headline", "findings", "missing", "changes", "warnings", "values"):
        assert result[key] == fresh[key]


def test_an_answer_whose_question_was_not_opened_says_what_it_waits_for() -> None:
    result = judge(CALCULATOR, {"cells": "large"})
    assert [each["why"] for each in result["not_used"]] == ["it is asked only after “Differentiation: Poor”"]
    result = judge(CALCULATOR, {"differentiation": "well", "cells": "large"})
    assert [each["why"] for each in result["not_used"]] == ["another answer closes this question"]


@pytest.mark.parametrize(("raw", "verdict"), [("1", "1"), (1, "1"), (0, "0")])
def test_an_option_that_is_a_number_may_be_written_as_one(raw: Any, verdict: str) -> None:
    assert read_answers(STATUS, {"ecog": raw}).values == {"ecog": verdict}


@pytest.mark.parametrize("raw", [True, False, 1.0, 5, -1, "01", 10**100])
def test_a_number_that_is_no_option_is_refused(raw: Any) -> None:
    with pytest.raises(AnswerError, match="Allowed: 0, 1"):
        read_answers(STATUS, {"ecog": raw})


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31", "2028-02-29"])
def test_a_day_of_three_centuries_is_read(day: str) -> None:
    assert "taken" in read_answers(CALCULATOR, {"taken": day}).values


def test_closing_one_question_closes_the_next_whatever_their_order() -> None:
    first = yes_no("first", "First")
    second = yes_no("second", "Second")
    third = yes_no("third", "Third")
    chain = Calculator(
        id="chain", title="Chain", intended_use="Tests.", not_for=(), content_version="1",
        sections=(section("s", "S", ask(third, when=second.yes), ask(second, when=first.yes), first),),
        rule=criteria("list", "List", *[criterion(f.id, f.id, f.yes, evidence="T-1") for f in (first, second, third)]),
    )  # fmt: skip
    read = read_answers(chain, {"first": "no", "second": "yes", "third": "yes"})
    assert read.values == {"first": "no"}
    assert sorted(read.not_asked) == ["second", "third"]


@pytest.mark.parametrize(
    ("taken", "today", "known"),
    [
        ("2026-11-01", "2026-11-29", True),
        ("2026-11-01", "2026-11-30", False),
        ("2024-02-01", "2024-02-29", True),
        ("2026-11-01", None, True),
        (None, "2026-11-29", True),
    ],
)
def test_a_result_counts_until_its_last_day_and_then_is_unknown(taken: Any, today: Any, known: bool) -> None:
    result = judge(CALCULATOR, {"platelets_1e9_l": 100, "taken": taken, "today": today})
    verdicts = {each["id"]: each["verdict"] for each in result["findings"]}
    assert verdicts["platelets"] == ("met" if known else "unknown")
    said = [each["why"] for each in result["not_used"] if each["fact"] == "platelets_1e9_l"]
    assert said == ([] if known else ["too old: 29 days, at most 28 days are accepted"])


def test_a_test_from_the_future_is_refused() -> None:
    problems = problems_of({"taken": "2026-11-24", "today": "2026-11-23"})
    assert [(each["fact"], each["kind"]) for each in problems] == [("taken", "contradiction")]


def test_an_unknown_variant_is_refused_with_those_that_exist() -> None:
    for variant in ("eu", ["eu"], {"a": 1}, 5, "x" * 1000):
        with pytest.raises(AnswerError) as caught:
            judge(CALCULATOR, {}, variant=variant)  # type: ignore[arg-type]
        assert caught.value.problems[0]["fact"] == "variant"
        assert len(caught.value.problems[0]["message"]) < 200
        assert caught.value.problems[0]["message"].endswith("It has none: leave it out.")


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=80),
        st.sampled_from(["1,5", "10 000", "5 mg/dL", "well", "yes", "prrt", "2026-02-30", "１２", "<b>", "10^9/L"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["value", "unit", "confirmed", "other"]), inner, max_size=3),
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.one_of(st.sampled_from(sorted(CALCULATOR.facts)), st.text(max_size=20)), JUNK, max_size=6))
def test_no_junk_makes_it_fall_over_and_every_problem_names_its_place(answers: dict[str, Any]) -> None:
    try:
        result, problems = judge(CALCULATOR, answers), []
    except AnswerError as error:
        result, problems = None, error.problems
    assert (result is None) == bool(problems)
    for each in problems:
        assert each["fact"] in answers or len(each["fact"]) <= 40
        assert each["message"]
    json.dumps([result, problems])


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30))
def test_no_text_is_read_as_a_number_that_it_does_not_show(text: str) -> None:
    try:
        read = read_answers(CALCULATOR, {"platelets_1e9_l": {"value": text, "confirmed": True}})
    except AnswerError:
        return
    if "platelets_1e9_l" in read.values:
        assert any(each.isdigit() for each in text)


@settings(max_examples=300, deadline=None)
@given(st.decimals(min_value=0, max_value=100, places=4), st.sampled_from(["{}", "{} %", " {}\u00a0%", "+{}"]))
def test_every_decimal_comes_back_as_it_was_typed(value: Any, written: str) -> None:
    read = read_answers(CALCULATOR, {"ki67_percent": written.format(value)})
    assert read.values["ki67_percent"] == float(value)
    assert read.entered["ki67_percent"] == f"{value}\u00a0%"
    comma = read_answers(CALCULATOR, {"ki67_percent": str(value).replace(".", ",")})
    assert comma.values == read.values
