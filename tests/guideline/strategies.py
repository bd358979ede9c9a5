"""Random small rules and random partial answers for them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from guideline import (
    all_of,
    any_of,
    at_least,
    conclusion,
    criteria,
    criterion,
    derived,
    first_of,
    none_of,
    outcome,
    points,
)
from guideline.comparisons import Comparison
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from tests.guideline.small import AMOUNT, COLOUR, COUNT, DRUGS, A, B, facts_of, grid

COMPARISONS: tuple[Comparison, ...] = (
    A.yes, A.no, B.yes,
    COLOUR.is_("red"), COLOUR.one_of("red", "blue"),
    AMOUNT > 20, AMOUNT >= 20, AMOUNT < 20, AMOUNT <= 55, AMOUNT >= 10,
    COUNT >= 2, COUNT < 4, COUNT.equals(1),
    DRUGS.includes("x"), DRUGS.includes_any("x", "y"),
)  # fmt: skip


PRODUCT = derived(
    "product", "Product", unit="", inputs=(AMOUNT, COUNT), formula=lambda amount, count: amount * count,
    at_least=0, at_most=400,
)  # fmt: skip


def nodes(depth: int = 2, kind: str = "part", tests: tuple[Comparison, ...] = COMPARISONS) -> st.SearchStrategy[Node]:
    """Draw a condition: a criterion, or a join of up to three conditions."""
    leaves = st.builds(
        lambda test: criterion(f"{test.fact.id}-{test.operator}-{test.limit}", "C", test, kind=kind, evidence="T-1"),
        st.sampled_from(tests),
    )
    if depth == 0:
        return leaves
    parts = st.lists(nodes(depth - 1, tests=tests), min_size=1, max_size=3)
    joined = st.builds(
        lambda join, inside: join("group", "G", *inside, kind=kind), st.sampled_from([all_of, any_of, none_of]), parts
    )
    counted = st.builds(lambda inside: at_least(min(2, len(inside)), "group", "G", *inside, kind=kind), parts)
    return st.one_of(leaves, joined, counted)


@st.composite
def tables(draw: st.DrawFn, tests: tuple[Comparison, ...] = COMPARISONS) -> FirstOf:
    """Draw an ordered table with up to four branches; two of them may lead to one outcome."""
    conditions = draw(st.lists(nodes(1, tests=tests), min_size=1, max_size=3))
    ids = [draw(st.sampled_from("pqrs")) for _ in range(len(conditions) + 1)]
    branches = [(outcome(each.upper(), outcome_id=each), node) for each, node in zip(ids, conditions, strict=False)]
    return first_of("table", "Table", *branches, (outcome(ids[-1].upper(), outcome_id=ids[-1]), None))


@st.composite
def worked_out(draw: st.DrawFn) -> tuple[Comparison, ...]:
    """Draw comparisons of a conclusion, a score and a formula with those of the facts that they are worked out from."""
    table = draw(tables())
    concluded = conclusion("concluded", table)
    score = points("score", "Score", *[(amount, draw(nodes(1))) for amount in draw(st.permutations([1, 2]))])
    return (
        *[concluded.is_(each) for each in {each.id for each, _ in table.branches}],
        score >= 1,
        score >= 3,
        PRODUCT > 60,
        PRODUCT <= 100,
        *draw(st.lists(st.sampled_from(COMPARISONS), min_size=4, max_size=6, unique=True)),
    )


@st.composite
def lists(draw: st.DrawFn, tests: tuple[Comparison, ...] = COMPARISONS) -> Criteria:
    """Draw a list of criteria of all kinds."""
    kinds = draw(st.lists(st.sampled_from(["required", "contraindication", "caution", "preferred"]), max_size=5))
    return criteria("list", "List", *[draw(nodes(1, kind, tests)) for kind in kinds])


@st.composite
def some_answers(draw: st.DrawFn, node: Node) -> dict[str, Any]:
    """Draw answers to some of a rule's facts, from its grid."""
    facts = facts_of(node)
    known = draw(st.sets(st.sampled_from(sorted(facts)))) if facts else set()
    return {each: draw(st.sampled_from(grid(node, facts[each]))) for each in sorted(known)}
