"""Measures: calculators without a rule, whose first report is the answer."""

from __future__ import annotations

from guideline import Calculator, derived, judge, number, section

SIDE = number("side_m", "Side", unit="m", at_least=0, at_most=10)
HEIGHT = number("height_m", "Height", unit="m", at_least=0, at_most=10)


def volume(side: float, height: float) -> float:
    return side * side * height


def square(side: float) -> float:
    return side * side


VOLUME = derived("volume", "Volume", unit="", inputs=(SIDE, HEIGHT), formula=volume, at_least=0, at_most=1000)
BASE = derived("base", "Base", unit="", inputs=(SIDE,), formula=square, at_least=0, at_most=100)
MEASURE = Calculator(
    id="block",
    title="Block",
    intended_use="For tests.",
    not_for=(),
    content_version="1",
    sections=(section("s", "Sides", SIDE, HEIGHT),),
    reports=(VOLUME, BASE),
)


def test_a_known_part_never_stands_in_for_the_answer() -> None:
    result = judge(MEASURE, {"side_m": 2})

    assert result["headline"]["state"] == "not_enough_information"
    assert result["headline"]["text"] == "Not enough information: height needed"
    assert [each["id"] for each in result["values"]] == ["base"]


def test_the_first_report_is_the_headline() -> None:
    result = judge(MEASURE, {"side_m": 2, "height_m": 3})

    assert result["headline"] == {**result["headline"], "state": "outcome", "text": "Volume 12"}
