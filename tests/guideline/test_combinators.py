"""Truth tables: every combinator, every row, with the expected verdict written down rather than worked out."""

from __future__ import annotations

from typing import Any

import pytest

from guideline import (
    all_of,
    any_of,
    at_least,
    conclusion,
    criteria,
    criterion,
    first_of,
    none_of,
    outcome,
    points,
    variants,
)
from guideline.headlines import headline_of
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from tests.guideline.small import AMOUNT, COLOUR, COUNT, A, B, C, case

SIGNS = {"+": "yes", "-": "no"}
VERDICTS = {"+": "met", "-": "not_met", "?": "unknown"}

A_YES = criterion("a-yes", "Answer A is yes", A.yes, evidence="T-1")
B_YES = criterion("b-yes", "Answer B is yes", B.yes, evidence="T-1")
C_YES = criterion("c-yes", "Answer C is yes", C.yes, evidence="T-1")


def answers(row: str) -> dict[str, Any]:
    """Read a row such as "+-?" as the answers A yes, B no, C not known."""
    return {fact.id: SIGNS[sign] for fact, sign in zip((A, B, C), row, strict=False) if sign != "?"}


def rows(text: str) -> list[tuple[str, str]]:
    """Read "++ + | +- -" as pairs of answers and verdict."""
    return [(row.split()[0], row.split()[1]) for row in text.split("|")]


ALL = rows("++ + | +- - | +? ? | -+ - | -- - | -? - | ?+ ? | ?- - | ?? ?")
ANY = rows("++ + | +- + | +? + | -+ + | -- - | -? ? | ?+ + | ?- ? | ?? ?")
NONE = rows("++ - | +- - | +? - | -+ - | -- + | -? ? | ?+ - | ?- ? | ?? ?")
TWO_OF_THREE = rows(
    "+++ + | ++- + | ++? + | +-+ + | +-- - | +-? ? | +?+ + | +?- ? | +?? ? |"
    "-++ + | -+- - | -+? ? | --+ - | --- - | --? - | -?+ ? | -?- - | -?? ? |"
    "?++ + | ?+- ? | ?+? ? | ?-+ ? | ?-- - | ?-? ? | ??+ ? | ??- ? | ??? ?"
)
# One table for the outcomes: r is Red (A), g is Green (B, when not A), b is the rest.
FIRST = rows("++ r | +- r | +? r | -+ g | -- b | -? gb | ?+ rg | ?- rb | ?? rgb")


@pytest.mark.parametrize(
    ("node", "table"),
    [
        (all_of("n", "All", A_YES, B_YES), ALL),
        (any_of("n", "Any", A_YES, B_YES), ANY),
        (none_of("n", "None", A_YES, B_YES), NONE),
        (at_least(2, "n", "Two of three", A_YES, B_YES, C_YES), TWO_OF_THREE),
        (at_least(1, "n", "One of two", A_YES, B_YES), ANY),
        (at_least(2, "n", "Two of two", A_YES, B_YES), ALL),
    ],
    ids=["all_of", "any_of", "none_of", "at_least 2 of 3", "at_least 1 of 2", "at_least 2 of 2"],
)
def test_a_join_gives_the_verdict_of_its_truth_table(node: Node, table: list[tuple[str, str]]) -> None:
    assert len(table) == 3 ** len(table[0][0])
    for row, verdict in table:
        assert node.verdict(case(answers(row))).value == VERDICTS[verdict], row


@pytest.mark.parametrize("join", [all_of, any_of])
def test_a_join_of_one_part_says_what_its_part_says(join: Any) -> None:
    node = join("n", "One", A_YES)
    for row, verdict in rows("+ + | - - | ? ?"):
        assert node.verdict(case(answers(row))).value == VERDICTS[verdict]


def test_joins_nest() -> None:
    node = all_of("n", "A, and not both B and C", A_YES, none_of("m", "Not both", all_of("k", "Both", B_YES, C_YES)))
    for row, verdict in rows("+++ - | ++- + | ++? ? | +-? + | +?? ? | -?? - | ?-? ? | ?++ - | ?+- ?"):
        assert node.verdict(case(answers(row))).value == VERDICTS[verdict], row


TABLE = first_of(
    "table",
    "Which colour",
    (outcome("Red", outcome_id="r"), A_YES),
    (outcome("Green", outcome_id="g"), B_YES),
    (outcome("Blue", outcome_id="b"), None),
)


@pytest.mark.parametrize(("row", "left"), FIRST)
def test_a_table_names_every_outcome_that_is_still_possible(row: str, left: str) -> None:
    assert "".join(each.id for each in TABLE.outcomes(case(answers(row)))) == left


@pytest.mark.parametrize(("row", "left"), FIRST)
def test_a_table_is_decided_when_one_outcome_is_left(row: str, left: str) -> None:
    headline = headline_of(TABLE, case(answers(row)))
    assert headline.state == ("outcome" if len(left) == 1 else "not_enough_information")
    assert "".join(each.id for each in headline.outcomes) == left


@pytest.mark.parametrize(("row", "left"), FIRST)
def test_a_conclusion_is_known_when_its_table_is_decided(row: str, left: str) -> None:
    concluded = conclusion("concluded", TABLE)
    here = case(answers(row))
    assert here.value(concluded) == (left if len(left) == 1 else None)


@pytest.mark.parametrize(("row", "left"), FIRST)
def test_a_conclusion_compares_met_when_every_outcome_still_possible_passes(row: str, left: str) -> None:
    not_blue = conclusion("concluded", TABLE).one_of("r", "g")
    expected = "met" if "b" not in left else "not_met" if left == "b" else "unknown"
    assert not_blue.verdict(case(answers(row))).value == expected


def test_a_conclusion_that_may_be_entered_is_taken_as_entered() -> None:
    concluded = conclusion("concluded", TABLE, enterable=True)
    assert case({**answers("--"), "concluded": "r"}).value(concluded) == "r"


# 2 points for A, 1 for B, minus 1 for C: (answers, lowest total, highest total)
POINTS = [
    ("+++", 2, 2), ("++-", 3, 3), ("++?", 2, 3), ("+-+", 1, 1), ("+--", 2, 2), ("+-?", 1, 2), ("+?+", 1, 2),
    ("+?-", 2, 3), ("+??", 1, 3), ("-++", 0, 0), ("-+-", 1, 1), ("-+?", 0, 1), ("--+", -1, -1), ("---", 0, 0),
    ("--?", -1, 0), ("-?+", -1, 0), ("-?-", 0, 1), ("-??", -1, 1), ("?++", 0, 2), ("?+-", 1, 3), ("?+?", 0, 3),
    ("?-+", -1, 1), ("?--", 0, 2), ("?-?", -1, 2), ("??+", -1, 2), ("??-", 0, 3), ("???", -1, 3),
]  # fmt: skip


@pytest.mark.parametrize(("row", "low", "high"), POINTS)
def test_a_score_is_known_when_every_part_that_counts_is(row: str, low: int, high: int) -> None:
    score = points("score", "Score", (2, A_YES), (1, B_YES), (-1, C_YES))
    here = case(answers(row))
    assert here.value(score) == (low if low == high else None)
    assert (score >= low).verdict(here).value == "met"
    assert (score > high).verdict(here).value == "not_met"
    if low < high:
        assert (score >= high).verdict(here).value == "unknown"
        assert (score > low).verdict(here).value == "unknown"


def test_a_total_that_no_answer_can_lead_to_is_not_possible() -> None:
    score = points("score", "Score", (2, A_YES), (2, B_YES))
    assert score.equals(3).verdict(case({})).value == "not_met"
    assert score.equals(2).verdict(case(answers("+"))).value == "unknown"


# Required A, contraindication B, caution C: the state of the headline.
HEADLINES = rows(
    "+++ X | ++- X | ++? X | +-+ w | +-- m | +-? ? | +?+ ? | +?- ? | +?? ? |"
    "-++ X | -+- X | -+? X | --+ n | --- n | --? n | -?+ n | -?- n | -?? n |"
    "?++ X | ?+- X | ?+? X | ?-+ ? | ?-- ? | ?-? ? | ??+ ? | ??- ? | ??? ?"
)
STATES = {
    "X": "contraindicated",
    "n": "criteria_not_met",
    "?": "not_enough_information",
    "w": "met_with_cautions",
    "m": "criteria_met",
}


@pytest.mark.parametrize(("row", "state"), HEADLINES)
def test_the_headline_is_the_worst_that_is_known(row: str, state: str) -> None:
    rule = criteria(
        "list",
        "List",
        A_YES,
        criterion("b-yes", "B", B.yes, kind="contraindication", evidence="T-1"),
        criterion("c-yes", "C", C.yes, kind="caution", evidence="T-1"),
    )
    assert headline_of(rule, case(answers(row))).state == STATES[state]


@pytest.mark.parametrize("row", ["+", "-", "?"])
def test_a_preference_never_moves_the_headline(row: str) -> None:
    preferred = criterion("a-yes", "A", A.yes, kind="preferred", evidence="T-1")
    assert headline_of(criteria("list", "List", preferred), case(answers(row))).state == "criteria_met"


@pytest.mark.parametrize(("row", "state"), rows("++ w | +- w | +? w | -+ w | -- m | -? ? | ?+ w | ?- ? | ?? ?"))
def test_one_caution_settles_what_the_others_say(row: str, state: str) -> None:
    rule = criteria(
        "list",
        "List",
        criterion("a-yes", "A", A.yes, kind="caution", evidence="T-1"),
        criterion("b-yes", "B", B.yes, kind="caution", evidence="T-1"),
    )
    assert headline_of(rule, case(answers(row))).state == STATES[state]


def test_an_empty_answer_to_several_says_that_none_applies() -> None:
    from tests.guideline.small import DRUGS

    assert DRUGS.includes("x").verdict(case({"drugs": ()})).value == "not_met"
    assert DRUGS.includes("x").verdict(case({})).value == "unknown"
    assert DRUGS.includes_any("x", "z").verdict(case({"drugs": ("y", "z")})).value == "met"


def test_a_table_without_a_last_catch_all_is_refused() -> None:
    with pytest.raises(ValueError, match="last branch must have no condition"):
        first_of("t", "Table", ("Red", A_YES), ("Green", B_YES))


def test_a_table_with_a_catch_all_before_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="only the last branch"):
        first_of("t", "Table", ("Red", None), ("Green", B_YES), ("Blue", None))


def test_an_outcome_may_stand_in_several_branches_and_is_named_once() -> None:
    rule = first_of("t", "Table", ("Red", A_YES), ("Green", B_YES), ("Red", None))
    assert [each.id for each in rule.outcomes(case(answers("-?")))] == ["red", "green"]
    headline = headline_of(rule, case(answers("?-")))
    assert headline.state == "outcome"
    assert [each.id for each in headline.outcomes] == ["red"]


@pytest.mark.parametrize("join", [all_of, any_of, none_of])
def test_a_join_without_parts_is_refused(join: Any) -> None:
    with pytest.raises(ValueError, match="needs at least one part"):
        join("n", "Nothing")


@pytest.mark.parametrize("count", [0, 3])
def test_more_than_all_parts_or_none_at_all_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        at_least(count, "n", "Impossible", A_YES, B_YES)


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'forbidden' is none of"):
        criterion("c", "C", A.yes, kind="forbidden", evidence="T-1")
    with pytest.raises(ValueError, match="'forbidden' is none of"):
        all_of("n", "N", A_YES, kind="forbidden")


def test_a_part_alone_has_no_place_in_a_list_of_criteria() -> None:
    with pytest.raises(ValueError, match="a kind other than part"):
        criteria("list", "List", criterion("c", "C", A.yes, kind="part", evidence="T-1"))
    with pytest.raises(ValueError, match="a kind other than part"):
        criteria("list", "List", A.yes)


def test_a_criterion_needs_a_comparison() -> None:
    with pytest.raises(TypeError, match="must be a comparison"):
        criterion("c", "C", True, evidence="T-1")  # type: ignore[arg-type]


def test_a_bare_comparison_may_stand_as_a_part() -> None:
    node = all_of("n", "N", AMOUNT >= 5, COUNT.equals(2), COLOUR.is_("red"))
    known = {"amount": 5.0, "count": 2.0, "colour": "red"}
    assert node.verdict(case(known)).value == "met"
    assert node.verdict(case({**known, "count": 1.0})).value == "not_met"


def test_variants_keep_their_order_titles_and_notes() -> None:
    first = criteria("one", "One", A_YES)
    second = criteria("two", "Two", B_YES)
    rule = variants(("x", "Label X", first), ("y", "Label Y", second, "Only here."))
    assert list(rule.rules.items()) == [("x", first), ("y", second)]
    assert rule.titles == {"x": "Label X", "y": "Label Y"}
    assert rule.notes == {"y": "Only here."}


def test_a_list_of_criteria_has_a_headline_and_no_verdict() -> None:
    rule: Criteria | FirstOf = criteria("list", "List", A_YES)
    with pytest.raises(TypeError, match="a headline, not a verdict"):
        rule.own_verdict(case({}))


def test_branches_that_share_an_id_keep_their_own_notes() -> None:
    rule = first_of(
        "paint",
        "Paint",
        (outcome("No", outcome_id="no", note="red is out"), COLOUR.is_("red")),
        (outcome("No", outcome_id="no", note="blue is out"), COLOUR.is_("blue")),
        ("Yes", None),
    )

    assert [each.note for each in rule.outcomes(case({"colour": "blue"}))] == ["blue is out"]
    assert [(each.id, each.note) for each in rule.outcomes(case({}))] == [("no", ""), ("yes", "")]
