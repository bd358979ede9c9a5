"""Scores and selected sources: totals that missing answers still allow, and which question a value hangs on."""

import pytest

from guideline import (
    Calculator,
    all_of,
    choice,
    criterion,
    derived,
    first_of,
    judge,
    none_of,
    number,
    option,
    points,
    section,
    selected,
    yes_no,
)

SIZE = number("size_mm", "Size", unit="mm", at_least=0, at_most=100)
SIDE = choice("side", "Side", option("left", "Left"), option("right", "Right"))
PAIN = yes_no("pain", "Pain")
LARGE = criterion("large", "Size above 20 mm", SIZE > 20, kind="part", evidence="XX-01")
MEDIUM = all_of(
    "medium",
    "Size 10 to 20 mm",
    criterion("from-10", "Size at least 10 mm", SIZE >= 10, kind="part", evidence="XX-01"),
    none_of("not-large", "Not above 20 mm", LARGE, kind="part"),
    kind="part",
)
SCORE = points(
    "score",
    "Score",
    (1, MEDIUM),
    (6, LARGE),
    (3, criterion("right", "Right side", SIDE.is_("right"), kind="part", evidence="XX-01")),
    start=1,
)
GROUP = first_of(
    "group",
    "Group",
    ("High", criterion("high", "At least 7 points", SCORE >= 7, kind="part", evidence="XX-01")),
    ("Middle", criterion("middle", "At least 4 points", SCORE >= 4, kind="part", evidence="XX-01")),
    ("Low", None),
)
SCORED = Calculator(
    id="scored",
    title="Scored",
    intended_use="Tests.",
    not_for=(),
    content_version="1",
    sections=(section("all", "All", SIZE, SIDE),),
    rule=GROUP,
    reports=(SCORE,),
)

MEASURED = number("measured_gfr_ml_min", "Measured GFR", unit="mL/min", at_least=1, at_most=300)
AGE = number("age_years", "Age", unit="years", at_least=18, at_most=120)


def from_age(age_years: float) -> float:
    return 140 - age_years


ESTIMATED = derived(
    "estimated_gfr_ml_min",
    "Estimated GFR",
    unit="mL/min",
    inputs=(AGE,),
    formula=from_age,
    enterable=False,
    at_least=0,
    at_most=200,
)
SOURCE = choice("gfr_source", "Source", option("measured", "Measured"), option("estimated", "Estimated"))
FILTRATION = selected("gfr_ml_min", "GFR", by=SOURCE, sources={"measured": MEASURED, "estimated": ESTIMATED})
SOURCED = Calculator(
    id="sourced",
    title="Sourced",
    intended_use="Tests.",
    not_for=(),
    content_version="1",
    sections=(section("all", "All", SOURCE, MEASURED, AGE),),
    reports=(FILTRATION,),
)


def outcomes(answers):
    return [each["id"] for each in judge(SCORED, answers)["outcomes"]]


def test_a_score_begins_at_its_start_and_adds_what_is_met():
    assert judge(SCORED, {"size_mm": 5, "side": "left"})["values"][0]["value"] == 1
    assert judge(SCORED, {"size_mm": 30, "side": "right"})["values"][0]["value"] == 10


def test_the_range_of_a_score_begins_at_its_start():
    assert (SCORE.at_least, SCORE.at_most) == (1, 11)


def test_only_totals_that_some_answer_reaches_stay_possible():
    assert outcomes({"side": "left"}) == ["high", "low"]  # 1, 2 or 7 points, never 4 to 6
    assert outcomes({"side": "right"}) == ["high", "middle"]  # 4, 5 or 10
    assert outcomes({"size_mm": 15}) == ["middle", "low"]  # 2 or 5


def test_a_score_is_known_before_every_answer_is_when_the_rest_changes_nothing():
    assert judge(SCORED, {"size_mm": 30})["headline"]["state"] == "outcome"


def test_a_score_at_its_limit_warns_of_no_measurement_error():
    assert judge(SCORED, {"size_mm": 30, "side": "left"})["warnings"] == []


def test_a_selected_quantity_needs_only_the_source_that_was_chosen():
    assert judge(SOURCED, {"gfr_source": "measured", "measured_gfr_ml_min": 80})["values"][0]["value"] == 80
    result = judge(SOURCED, {"gfr_source": "estimated", "measured_gfr_ml_min": 80, "age_years": 60})
    assert result["values"][0]["value"] == 80
    assert result["values"][0]["from"] == ["age_years"]


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, ["gfr_source"]),
        ({"gfr_source": "measured"}, ["measured_gfr_ml_min"]),
        ({"gfr_source": "estimated"}, ["age_years"]),
    ],
)
def test_what_is_missing_follows_the_source_that_was_chosen(answers, missing):
    assert [each["fact"] for each in judge(SOURCED, answers)["missing"]] == missing


def test_every_option_of_the_selecting_question_needs_a_source():
    with pytest.raises(ValueError, match="every option"):
        selected("gfr", "GFR", by=SOURCE, sources={"measured": MEASURED})


def test_sources_in_different_units_are_refused():
    with pytest.raises(ValueError, match="different units"):
        selected("gfr", "GFR", by=SOURCE, sources={"measured": MEASURED, "estimated": SIZE})


def test_a_step_of_a_scale_is_not_close_to_itself():
    status = number("status", "Status", unit="", at_least=0, at_most=100, whole=True)
    exact = first_of(
        "exact",
        "Exact",
        ("Sixty", criterion("sixty", "Status 60", status.equals(60), kind="part", evidence="XX-01")),
        ("Another", None),
    )
    asked = Calculator(
        id="exact",
        title="Exact",
        intended_use="Tests.",
        not_for=(),
        content_version="1",
        sections=(section("all", "All", status),),
        rule=exact,
    )
    assert judge(asked, {"status": 60})["warnings"] == []
