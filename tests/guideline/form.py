"""A made-up form with a question of every kind, and how the tests of reading put answers to it."""

from __future__ import annotations

from typing import Any

import pytest

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
    """Return the problems of answers that have to be refused."""
    with pytest.raises(AnswerError) as caught:
        read_answers(CALCULATOR, {**answers, **more} if isinstance(answers, dict) else answers)
    return caught.value.problems


def only(answers: dict[str, Any]) -> dict[str, Any]:
    """Return the one problem of an answer among good ones, having checked that the good ones are left alone."""
    problems = problems_of(GOOD, **answers)
    assert [each["fact"] for each in problems] == list(answers)
    return problems[0]


def value_of(fact: str, raw: Any) -> Any:
    """Return what an answer is read as."""
    return read_answers(CALCULATOR, {fact: raw}).values[fact]
