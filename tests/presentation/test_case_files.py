"""A case as a file: what is saved opens again, what is no such file is refused in words, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from guideline import judge
from presentation.case_files import DEEPEST, FORMAT, LARGEST, cell, result_csv
from presentation.desk import respond
from tests.presentation.sample import CALCULATORS, EVIDENCE, LINK_KEYS, PLACES, SAMPLE

ANSWERS: dict[str, Any] = {
    "kind": "well",
    "past": [],
    "platelets_1e9_l": {"value": "82000", "unit": "/uL"},
    "age_years": 60,
}


def ask(**request: Any) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(
        respond(CALCULATORS, EVIDENCE, json.dumps({"calculator": "sample", **request}), LINK_KEYS)
    )
    assert "failure" not in said, said
    return said


def saved(**changed: Any) -> str:
    case = json.loads(ask(want="case", variant="south", answers=ANSWERS)["text"])
    return json.dumps({**case, **changed})


def test_a_saved_case_has_its_answers_its_result_and_both_versions():
    case = json.loads(saved())
    assert case["format"] == FORMAT
    assert case["content_version"] == "2026.1"
    assert case["result"]["format"] == "open-net-guide-result/1"
    assert case["result"]["headline"] == judge(SAMPLE, ANSWERS, variant="south", evidence=EVIDENCE)["headline"]
    assert case["answers"] == {
        "kind": "well",
        "past": [],
        "platelets_1e9_l": {"value": "82000", "unit": "/µL"},
        "age_years": {"value": "60", "unit": "years"},
    }


def test_a_saved_case_opens_again():
    said = ask(want="open", text="\ufeff" + saved())["opened"]
    assert said == {"answers": json.loads(saved())["answers"], "variant": "south", "said": []}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ('{"format": ', "not JSON"),
        ("[]", "no case saved by this guide"),
        ("{}", "no case saved by this guide"),
        ('{"format": 3}', "no case saved by this guide"),
        ('{"format": "open-net-guide-result/1"}', "another kind of file (open-net-guide-result/1)"),
        ('{"format": "open-net-guide-case/2"}', "newer version of this guide"),
        ('{"format": "open-net-guide-case/x"}', "no case saved by this guide"),
        ('{"format": "a", "format": "b"}', "format stands in it twice"),
        ('{"format": NaN}', "NaN stands in it, which is no number"),
        (f'{{"format": {"9" * 5000}}}', "not JSON"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "more brackets within brackets"),
        ("[" * 400_000, "more brackets within brackets"),
        ('{"' + r"\"" * 300_000, "not JSON"),
        ('{"a": "' + "x" * LARGEST + '"}', "larger than any case"),
    ],
)
def test_what_is_no_case_is_refused_in_words(text, said):
    refused = ask(want="open", text=text)["refused"]
    assert said in refused
    assert "Nothing was filled in" in refused


@pytest.mark.parametrize("answers", [None, [], "well", {f"x{each}": 1 for each in range(1001)}])
def test_answers_are_a_group_of_facts(answers):
    assert "no case saved by this guide" in ask(want="open", text=saved(answers=answers))["refused"]


def test_a_case_of_another_calculator_is_refused_by_name():
    assert "another calculator (table), not with Sample" in ask(want="open", text=saved(calculator="table"))["refused"]


def test_the_same_answer_twice_is_refused():
    text = '{"format": "open-net-guide-case/1", "calculator": "sample", "answers": {"kind": "well", "kind": "poor"}}'
    assert "kind stands in it twice" in ask(want="open", text=text)["refused"]


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"shoe_size": 43}, "asks nothing called shoe_size"),
        ({"kind": "odd"}, "odd is not one of the answers"),
        ({"kind": ["well"]}, "a list is not one of the answers"),
        ({"kind": {"value": "well"}}, "a group of values is not one of the answers"),
        ({"past": "a"}, "a list is needed"),
        ({"past": ["a", "<script>"]}, "<script> is not one of the answers"),
        ({"age_years": 400}, "above the possible limit"),
        ({"age_years": -1}, "it cannot be negative"),
        ({"age_years": 1e400}, "Infinity"),
        ({"age_years": "Mrs Jones"}, "is not understood"),
        ({"age_years": {"value": "60", "unit": "parsec"}}, "cannot be given in parsec"),
        ({"age_years": {"value": "60", "name": "Jones"}}, "not name"),
        ({"age_years": True}, "is not a number"),
        ({"last_day": "3/4/2026"}, "is not read as a day"),
        ({"last_day": 20260304}, "is not read as a day"),
    ],
)
def test_what_cannot_be_read_is_named_and_stays_unanswered(wrong, line):
    said = ask(want="open", text=saved(answers={"platelets_1e9_l": 82, **wrong}))
    if "refused" in said:
        assert line in said["refused"]
        return
    assert said["opened"]["answers"] == {"platelets_1e9_l": {"value": "82", "unit": "10⁹/L"}}
    assert len(said["opened"]["said"]) == 1
    assert line in said["opened"]["said"][0]


def test_an_older_file_is_told_with_what_changed_and_what_was_renamed():
    text = saved(content_version="2025.9", answers={"scan_uptake": "s3", "kind": "tidy"}, note="Mrs Jones")
    said = ask(want="open", text=text)["opened"]
    assert said["answers"] == {"uptake": "s3", "kind": "well"}
    assert said["said"] == [
        "This was made with version 2025.9; this page has version 2026.1. The answers were judged again.",
        "Changed in 2026.1: scores of uptake come from the scan report.",
        "Left out: note is nothing that a saved case has.",
        "scan_uptake is called uptake today.",
        "tidy is called Well ordered today.",
    ]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_criteria_are_a_table_that_a_spreadsheet_reads():
    text = ask(want="csv", variant="north", answers=ANSWERS)["text"]
    assert text.startswith("\ufeffcalculator,version,authority,row,placed,criterion,")
    assert text.count("\r\n") == text.count("\n")
    found = {each["criterion"]: each for each in rows_of(text)}
    platelets = found["Platelets at least 75 × 10⁹/L"]
    assert platelets["verdict"] == "Met"
    assert platelets["entered"] == "82000 /µL"
    assert platelets["limit"] == "at least 75 × 10⁹/L"
    assert platelets["evidence"] == "T-02 T-01"
    assert found["Score 2 or more"]["missing"] == "uptake"


def test_a_panel_has_a_row_for_each_criterion_of_each_entry():
    result = judge(PLACES, {"kind": "well"}, evidence=EVIDENCE)
    found = rows_of(result_csv(result))
    assert {each["row"] for each in found} >= {each["title"] for each in result["options"] if each["findings"]}
    assert all(each["criterion"] for each in found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1+2", "'-1+2"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", '"\'\r=1"'),
        ("＝1", "'＝1"),
        ("-12", "-12"),
        ("-1.5", "-1.5"),
        ("−1.5", "-1.5"),
        ("-1.5 %", "'-1.5 %"),
        ("-", "'-"),
        ("5 × 10⁹/L", "5 × 10⁹/L"),
        ('say "a"', '"say ""a"""'),
        ("a,b", '"a,b"'),
        ("a\nb", '"a\nb"'),
        ('=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'),
    ],
)
def test_no_cell_is_a_formula_and_a_negative_number_stays_one(text, shown):
    assert cell(text) == shown
