"""Numbers and their units as people write them: read when they are plain, refused or asked again when they are not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guideline import AnswerError, read_answers
from tests.guideline.form import CALCULATOR, only, problems_of, value_of


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


def test_what_is_kept_of_one_answer_is_not_taken_for_another_that_python_calls_equal() -> None:
    assert value_of("ki67_percent", 1) == 1.0
    assert only({"ki67_percent": True})["kind"] == "wrong_type"
    assert value_of("ki67_percent", 1.0) == 1.0
    assert value_of("ki67_percent", {"value": "1", "unit": "%"}) == 1.0
    assert only({"ki67_percent": {"value": True, "unit": "%"}})["kind"] == "wrong_type"
