"""The plain text that goes into a letter."""

import re

import pytest

from guideline import judge
from presentation import phrases
from presentation.letters import COLUMNS, ascii_text, result_text, wrapped
from tests.presentation.conftest import outcome_result
from tests.presentation.sample import EVIDENCE, PLACES


def test_the_text_is_seven_bit_and_narrow(result):
    text = result_text(result)
    assert text.isascii()
    assert max(len(line) for line in text.splitlines()) <= COLUMNS
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


def test_the_text_says_headline_findings_sources_and_version(result):
    text = " ".join(result_text(result).split())
    assert ascii_text(result["headline"]["text"]) in text
    for finding in result["findings"]:
        assert ascii_text(finding["text"]) in text
    assert "Maker M. On order" in text
    assert "Calculator sample, version 2026.1." in text
    assert "According to: Northern label" in text


def test_no_character_is_lost(result):
    assert result_text(result).replace("[?]", "").count("?") == 1, "the one in the title"


def test_the_text_of_a_table_lists_outcomes():
    text = result_text(outcome_result({}))
    assert "Still possible:\n    - Class 2\n    - Class 1\n" in text
    assert "Class 1" in result_text(outcome_result({"kind": "well"})).splitlines()[2]


def test_the_text_of_a_panel_has_its_groups():
    result = judge(PLACES, {"kind": "poor", "platelets_1e9_l": 80}, evidence=EVIDENCE)
    text = result_text(result)
    assert "Placed first in this situation:\n  - Swimming: In warm water.\n" in text
    assert "Not placed in this situation:\n  - Walking\n" in text


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("75 × 10⁹/L", "75 x 10^9/L"),
        ("≥ 40 mL/min/1.73 m²", ">= 40 mL/min/1.73 m2"),
        ("¹⁷⁷Lu-DOTATATE", "177Lu-DOTATATE"),
        ("µmol μmol", "umol umol"),
        ("20–55\u00a0%", "20-55 %"),
        ("per 2 mm²", "per 2 mm2"),
        ("“yes” → met", '"yes" -> met'),
        ("Öberg, Niederle, Sundin, Čapek", "Oberg, Niederle, Sundin, Capek"),
        ("10⁻³", "10^-3"),
        ("漢", "?"),
    ],
)
def test_signs_are_spelled_in_seven_bits(typed, plain):
    assert ascii_text(typed) == plain


def test_a_word_longer_than_a_line_is_broken():
    lines = wrapped("x" * 200, "- ", "  ")
    assert "".join(line.strip("- ") for line in lines) == "x" * 200
    assert max(map(len, lines)) <= COLUMNS


def test_no_verdict_on_a_person_and_no_advice(result):
    for pattern in phrases.FORBIDDEN:
        assert not re.search(pattern, result_text(result), re.IGNORECASE)
