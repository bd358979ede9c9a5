"""The desk: one JSON string in, one out, whatever comes."""

import json

import pytest

from presentation import phrases
from presentation.desk import respond
from tests.presentation.sample import CALCULATORS, EVIDENCE


def ask(**request):
    return json.loads(respond(CALCULATORS, EVIDENCE, json.dumps({"calculator": "sample", **request})))


def test_answers_are_judged_and_drawn():
    said = ask(variant="south", answers={"platelets_1e9_l": "1,5", "kind": "well"}, element="second")
    assert said["problems"][0]["kind"] == "implausible"

    said = ask(variant="south", answers={"platelets_1e9_l": "99,5", "kind": "well"}, element="second")
    assert said["result"]["variant"]["id"] == "south"
    assert said["notes"][0]["message"].startswith("99,5 read as 99.5")
    assert said["read"]["platelets_1e9_l"] == "99.5\u00a0×\u00a010⁹/L"
    assert 'id="second-platelets-finding"' in said["html"]["result"]
    assert said["text"].startswith("Sample: who meets")


def test_problems_leave_no_result():
    said = ask(answers={"platelets_1e9_l": "many"})
    assert said["result"] is None
    assert said["text"] == said["html"]["headline"] == ""
    assert "net-summary" in said["html"]["result"]
    assert list(said["html"]["fields"]) == ["platelets_1e9_l"]


@pytest.mark.parametrize("variant", ["<b>", 3, "-"])
def test_an_unknown_variant_is_a_problem(variant):
    said = ask(variant=variant, answers={})
    assert said["problems"][0]["kind"] == "unknown_option"
    assert said["result"] is None


def test_a_page_gets_what_it_needs_and_no_more():
    whole = ask(answers={"kind": "well"})
    brief = ask(answers={"kind": "well"}, brief=True)
    evidence = ask(want="evidence", records=["T-01", "T-03", "T-none"])["evidence"]
    assert set(evidence) == {"T-01", "T-03"}
    assert brief["result"]["headline"] == whole["result"]["headline"]
    assert "findings" not in brief["result"]
    assert brief["text"] == ""
    assert ask(answers={"kind": "well"}, want="text") == {"text": whole["text"]}
    assert ask(answers={"kind": "well"}, want="headline") == {"headline": brief["result"]["headline"]}
    assert "table 2" in evidence["T-01"]


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"calculator": "nothing"}',
        '{"calculator": ["x"]}',
        '{"calculator": "sample", "answers": 3}',
    ],
)
def test_nothing_is_ever_raised(request_text):
    said = json.loads(respond(CALCULATORS, EVIDENCE, request_text))
    assert said.get("failure") == phrases.FAILURE or said["problems"]


def test_a_fault_names_its_place_for_those_who_report_it():
    said = json.loads(respond(CALCULATORS, EVIDENCE, '{"calculator": "nothing"}'))
    assert "KeyError: 'nothing'" in said["detail"]
    assert "KeyError" not in said["failure"]
