"""Of a large table only what is still open is tried, however many facts its other branches hold."""

from guideline import all_of, choice, criterion, first_of, option
from guideline.tables import FirstOf
from tests.guideline.small import A, B, case

ORGANS = tuple(f"organ_{each}" for each in range(8))
ORGAN = choice("organ", "Organ", *(option(each, each) for each in ORGANS))
SIGNS = {each: choice(f"sign_{each}", each, *(option(f"s{sign}", "s") for sign in range(6))) for each in ORGANS}


def in_organ(organ: str, sign: str, *more: object) -> object:
    return all_of(
        f"{organ}-{sign}",
        organ,
        criterion(f"is-{organ}", organ, ORGAN.is_(organ), kind="part", evidence="X"),
        criterion(f"{organ}-{sign}", sign, SIGNS[organ].is_(sign), kind="part", evidence="X"),
        *more,
        kind="part",
    )


def table() -> FirstOf:
    has_a = criterion("a", "A", A.yes, kind="part", evidence="X")
    branches = [(f"{organ} {sign}", in_organ(organ, sign)) for organ in ORGANS[1:] for sign in ("s0", "s1", "s2")]
    own = [
        ("with a", in_organ("organ_0", "s0", has_a)),
        ("without a", in_organ("organ_0", "s0", criterion("not-a", "Not A", A.no, kind="part", evidence="X"))),
        ("neither", in_organ("organ_0", "s0", criterion("b", "B", B.yes, kind="part", evidence="X"))),
    ]
    return first_of("table", "Table", *branches, *own, ("rest", None))


def test_the_facts_of_closed_branches_do_not_count_towards_what_is_tried():
    found = table().outcomes(case({"organ": "organ_0", "sign_organ_0": "s0"}))

    assert [each.id for each in found] == ["with-a", "without-a"]


def test_a_comparison_inside_a_decided_part_is_not_open():
    rule = table()
    open_ids = {each.fact.id for each in rule.open_comparisons(case({"organ": "organ_0", "sign_organ_0": "s0"}))}

    assert open_ids == {"a", "b"}


def test_nothing_is_open_behind_the_first_branch_that_is_met():
    rule = table()
    known = case({"organ": "organ_0", "sign_organ_0": "s0", "a": "yes"})

    assert list(rule.open_comparisons(known)) == []
