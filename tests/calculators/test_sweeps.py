"""Sweeps over everything that a table can be asked: one outcome for each complete case, and what must never happen.

Where a grid is small it is walked whole, with both sides of every limit; where it is not, cases are drawn from the same
values with a seed, and one answer at a time is changed through all of its values.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest

from guideline import AnswerError, Calculator, judge, read_answers
from guideline.cases import Case
from guideline.facts import Choice, Fact, Number, SeveralOf, YesNo
from guideline.headlines import headline_of
from guideline.panels import Panel
from guideline.rules import Criteria, Node
from guideline.tables import FirstOf
from guideline.verdicts import MET, NOT_MET, UNKNOWN
from neuroendocrine.facts.pathology import DIGESTIVE_SITES, PRIMARY_SITE, THORACIC_SITES
from neuroendocrine.grading import COUNT_GRADE, GRADE_BY_KI67, GRADE_BY_MITOSES
from tests.calculators.found import CALCULATORS, FOUND
from tests.calculators.random_cases import as_answers, limits_of

Values = dict[str, Any]


def contradicted(calculator, case):
    """Whether any two answers of a case cannot be true together."""
    return any(each.stands_in(case) for each in calculator.contradictions)


def seeded(*names: object) -> Random:
    return Random(" ".join(map(str, names)))  # noqa: S311 - a seed, so that a failure comes back


def outcome_of(rule: FirstOf, case: Case) -> str:
    """Return the one outcome of a complete case, and make sure that Kleene's logic alone finds one and the same."""
    (outcome,) = rule.outcomes(case)
    live = rule.live(case)
    assert len(live) == 1, (rule.id, [rule.branches[place][0].id for place in live], case.entered)
    assert rule.branches[live[0]][0].id == outcome.id
    return outcome.id


def case_of(calculator: Calculator, values: Mapping[str, Any]) -> Case | None:
    """Return the case of answers in the facts' own units without those that are not asked, or None if contradictory."""
    case = calculator.open_case(Case(dict(values)))
    return None if contradicted(calculator, case) else case


def both_sides(calculator: Calculator, fact: Fact) -> list[Any]:
    """Return every option of a choice, or of a number both sides of every limit and the ends of its usual range."""
    if isinstance(fact, YesNo):
        return ["yes", "no"]
    if isinstance(fact, SeveralOf):
        options = [each.id for each in fact.options]
        return [(), *((each,) for each in options), tuple(options)]
    if isinstance(fact, Choice):
        return [each.id for each in fact.options]
    assert isinstance(fact, Number), fact.id
    step = 1.0 if fact.whole else 10.0**-fact.decimals
    near = {limit + by for limit in limits_of(calculator).get(fact.id, ()) for by in (-step, 0, step)}
    values = {*near, *map(float, fact.plausible)}
    return sorted(round(each, 6) for each in values if fact.at_least <= each <= fact.at_most)


# TNM: every site, primary, node and metastasis -----------------------------------------------------------------------

DEPTHS = {
    **dict.fromkeys(("stomach", "jejunum_ileum", "right_colon", "left_colon", "rectum"), "wall_depth"),
    "duodenum": "duodenum_depth",
    "ampulla": "ampulla_depth",
    "appendix": "appendix_depth",
    "pancreas": "pancreas_invasion",
}
SIZES = (0.1, 9.9, 10, 10.1, 19.9, 20, 20.1, 39.9, 40, 40.1, 500)
EDITIONS = ("ajcc_8", "ajcc_9", "enets")
REFUSED = {"nec", "minen", "goblet-cell", "other-tumour", "thoracic", "no-table"}
IN_ORDER = ("i", "ia", "ib", "ii", "iia", "iib", "iii", "iiia", "iiib", "iii-undetermined", "iv")


def primaries(site: str) -> Iterator[Values]:
    depth = CALCULATORS["tnm_stage"].facts[DEPTHS[site]]
    for size, level in itertools.product(SIZES, both_sides(CALCULATORS["tnm_stage"], depth)):
        yield {"primary_tumour": "described", "primary_size_mm": size, depth.id: level}
    yield {"primary_tumour": "none_found"}
    yield {"primary_tumour": "not_assessed"}


def nodes(site: str) -> Iterator[Values]:
    ileum = site == "jejunum_ileum"
    yield {"regional_nodes": "none", "mesenteric_mass_mm": 0}
    yield {"regional_nodes": "not_assessed", "mesenteric_mass_mm": 0}  # a mass is a deposit in the nodes
    for mass in (0, 20, 21) if ileum else (0,):
        for count in (1, 11, 12) if ileum else (1,):
            yield {"regional_nodes": "involved", "nodes_involved": count, "mesenteric_mass_mm": mass}


def staged(site: str) -> Iterator[tuple[Values, Values, str]]:
    yield from itertools.product(primaries(site), nodes(site), ("none", "liver", "outside_liver", "both"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_net_has_one_stage_in_each_edition(edition: str) -> None:
    calculator = CALCULATORS["tnm_stage"]
    rule = calculator.rules[edition]
    assert isinstance(rule, FirstOf)
    reached: set[str] = set()
    for site in DEPTHS:
        for primary, node, spread in staged(site):
            values = {
                "tumour_type": "neuroendocrine", "differentiation": "well", "primary_site": site, **primary, **node,
                "distant_metastases": spread,
            }  # fmt: skip
            case = case_of(calculator, values)
            assert case is not None, values
            stage = outcome_of(rule, case)
            reached.add(stage)
            assert (stage == "stage-iv") == (spread != "none"), values
            if spread == "none" and node["regional_nodes"] == "involved":
                assert stage.startswith("stage-iii") or stage == "colorectal-t0-n1", values
            if spread == "none" and node["regional_nodes"] == "none" and primary["primary_tumour"] != "described":
                assert stage == "unassigned", values
    assert reached == {each.id for each, _ in rule.branches} - REFUSED


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_larger_or_deeper_primary_never_has_a_lower_stage(edition: str) -> None:
    calculator = CALCULATORS["tnm_stage"]
    rule = calculator.rules[edition]
    assert isinstance(rule, FirstOf)
    for site, depth_id in DEPTHS.items():
        levels = both_sides(calculator, calculator.facts[depth_id])
        rank = {}
        for (i, size), (k, level) in itertools.product(enumerate(SIZES), enumerate(levels)):
            values = {
                "tumour_type": "neuroendocrine", "differentiation": "well", "primary_site": site,
                "primary_tumour": "described", "primary_size_mm": size, depth_id: level, "regional_nodes": "none",
                "distant_metastases": "none",
            }  # fmt: skip
            case = case_of(calculator, values)
            assert case is not None
            stage = outcome_of(rule, case).removeprefix("stage-")
            rank[i, k] = IN_ORDER.index(stage) if stage in IN_ORDER else -1
        for (i, k), here in rank.items():
            assert here <= rank.get((i + 1, k), here), (site, SIZES[i], levels[k])
            assert here <= rank.get((i, k + 1), here), (site, SIZES[i], levels[k])


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_other_tumour_and_no_other_site_has_a_stage(edition: str) -> None:
    calculator = CALCULATORS["tnm_stage"]
    rule = calculator.rules[edition]
    assert isinstance(rule, FirstOf)
    reached: set[str] = set()
    types = [each.id for each in calculator.facts["tumour_type"].options]  # type: ignore[attr-defined]
    sites = [each.id for each in PRIMARY_SITE.options]
    for kind, site, grown in itertools.product(types, sites, ("well", "poor")):
        if kind == "neuroendocrine" and grown == "well" and site in DEPTHS:
            continue
        found = set()
        for primary, node, spread in itertools.islice(staged(site if site in DEPTHS else "pancreas"), 0, None, 7):
            known = {"tumour_type": kind, "differentiation": grown, "primary_site": site}
            case = case_of(calculator, {**known, **primary, **node, "distant_metastases": spread})
            assert case is not None
            found.add(outcome_of(rule, case))
        assert len(found) == 1, (kind, site, grown)
        reached |= found
    assert reached == REFUSED


# Type and grade -------------------------------------------------------------------------------------------------------

KI67 = (0, 2.9, 3, 3.1, 19.9, 20, 20.1, 55, 55.1, 100)
MITOSES = (0, 1.9, 2, 2.1, 9.9, 10, 10.1, 19.9, 20, 20.1, 200)


def graded() -> Iterator[Values]:
    for ki67, mitoses, grown in itertools.product(KI67, MITOSES, ("well", "poor")):
        counts = {"ki67_percent": ki67, "mitoses_per_2mm2": mitoses, "differentiation": grown}
        for site in (each.id for each in PRIMARY_SITE.options):
            thoracic = site in THORACIC_SITES
            parts = (0, 29, 30, 70, 71, 100) if site in ("pancreas", "lung") else (29, 50)
            for necrosis, size, cells, kind in itertools.product(
                ("yes", "no") if thoracic and grown == "well" else ("no",),
                (4.9, 5) if thoracic and grown == "well" else (10,),
                ("small", "large") if grown == "poor" and (thoracic or site == "rectum") else ("small",),
                ("neuroendocrine", *parts),
            ):
                mixed = isinstance(kind, int)
                yield {
                    **counts, "primary_site": site, "necrosis": necrosis, "primary_size_mm": size,
                    "nec_cell_type": cells, "tumour_type": "mixed" if mixed else kind,
                    **({"neuroendocrine_part_percent": kind} if mixed else {}),
                }  # fmt: skip


def test_every_tumour_has_one_class_and_no_carcinoma_a_grade_number() -> None:
    """Cases that are refused when they are entered are judged as well: the table alone has to be right."""
    calculator = CALCULATORS["who_grade"]
    rule = calculator.rules["-"]
    assert isinstance(rule, FirstOf)
    reached: dict[str, set[str]] = defaultdict(set)
    for values in graded():
        case = calculator.open_case(Case(values))
        found = outcome_of(rule, case)
        grades = [outcome_of(COUNT_GRADE, case), *(case.value(each) for each in (GRADE_BY_KI67, GRADE_BY_MITOSES))]
        reached["refused" if contradicted(calculator, case) else "entered"].add(found)
        if values["differentiation"] == "poor":
            assert "net-g" not in found, values
            assert "carcinoid" not in found, values
            assert grades == ["no-net-grade"] * 3, values
        elif values["primary_site"] not in DIGESTIVE_SITES:
            assert "net-g" not in found, values
            assert grades == ["no-net-grade"] * 3, values
        elif values["tumour_type"] == "neuroendocrine":
            highest = max(grade_by(values["ki67_percent"], 3), grade_by(values["mitoses_per_2mm2"], 2))
            assert found == grades[0] == f"net-g{highest}", values
        assert found not in ("nec", "minen-nec", "sclc", "lcnec") or values["differentiation"] == "poor", values
        assert ("minen" in found or "mixed" in found or found == "no-table") >= (values["tumour_type"] == "mixed")
    named = {each.id for each, _ in rule.branches}
    others = {"goblet-cell", "paraganglioma", "medullary-thyroid", "merkel-cell"}
    assert reached["entered"] | reached["refused"] == named - others
    assert reached["refused"] - reached["entered"] == {"digestive-review", "minen-review"}


def grade_by(count: float, second: float) -> int:
    """Return the grade by one count: G3 above 20, G2 from `second` on."""
    return 3 if count > 20 else 2 if count >= second else 1


def test_another_tumour_is_refused_whatever_was_counted() -> None:
    calculator = CALCULATORS["who_grade"]
    rule = calculator.rules["-"]
    assert isinstance(rule, FirstOf)
    for kind in ("goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell"):
        for values in itertools.islice(graded(), 0, None, 11):
            case = calculator.open_case(Case({**values, "tumour_type": kind}))
            assert outcome_of(rule, case) == kind.replace("_", "-")
            assert case.value(GRADE_BY_KI67) == "no-net-grade" or values["differentiation"] == "well"


# PRRT: from a case that meets everything, one and two answers changed ------------------------------------------------

PRRT = CALCULATORS["prrt_eligibility"]
GOOD = ("criteria_met", "met_with_cautions")


def best(variant: str) -> Values:
    """Return the answers of the worked example with the best headline of a variant, in the facts' own units."""
    examples = [each for each in FOUND["prrt_eligibility"].cases.examples if each.variant == variant]
    for headline in GOOD:
        for each in examples:
            if each.expect.get("headline") == headline:
                return dict(read_answers(PRRT, dict(each.answers)).values)
    raise AssertionError(f"{variant}: no worked example meets all criteria")


def expected_state(rule: Criteria, case: Case) -> str:
    """Return the headline from the verdicts of the parts, formulated apart from the engine."""
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for part in rule.parts:
        by_kind[part.kind].append(part.verdict(case))
    if MET in by_kind["contraindication"]:
        return "contraindicated"
    if NOT_MET in by_kind["required"]:
        return "criteria_not_met"
    if UNKNOWN in by_kind["required"] + by_kind["contraindication"]:
        return "not_enough_information"
    if MET in by_kind["caution"]:
        return "met_with_cautions"
    return "not_enough_information" if UNKNOWN in by_kind["caution"] else "criteria_met"


def toggled(values: Values, variant: str) -> Iterator[tuple[str, Any, Values]]:
    """Yield the answers with one of them changed through all of its values, and with one not known."""
    for fact_id in sorted(PRRT.facts_by_variant[variant] & PRRT.facts.keys()):
        fact = PRRT.facts[fact_id]
        if fact.kind == "date":
            continue
        for value in [*both_sides(PRRT, fact), None]:
            changed = {each: given for each, given in values.items() if each != fact_id}
            if value == "poor":  # with the counts and the grade of the example that would be a contradiction
                changed = {each: given for each, given in changed.items() if each not in ("ki67_percent", "who_grade")}
            yield fact_id, value, changed if value is None else {**changed, fact_id: value}


@pytest.mark.parametrize("variant", PRRT.rules)
def test_each_answer_alone_moves_the_criteria_of_prrt_as_its_kind_says(variant: str) -> None:
    rule = PRRT.rules[variant]
    assert isinstance(rule, Criteria)
    start = best(variant)
    moved: set[str] = set()
    at_start = [part.verdict(PRRT.open_case(Case(start))) for part in rule.parts]
    for fact_id, value, values in toggled(start, variant):
        case = case_of(PRRT, values)
        if case is None:
            continue
        state = headline_of(rule, case).state
        assert state == expected_state(rule, case), (fact_id, value)
        verdicts = [part.verdict(case) for part in rule.parts]
        moved |= {
            f"{index} {part.id}"
            for index, (part, before, now) in enumerate(zip(rule.parts, at_start, verdicts, strict=True))
            if now is not before and now is not UNKNOWN
        }
    # Two answers are needed where a part asks for two things at once, and days are looked at elsewhere.
    alone = {f"{index} {part.id}" for index, part in enumerate(rule.parts) if not part.children() and not of_days(part)}
    assert alone - moved == set()


def of_days(part: Node) -> bool:
    return any(given.kind == "date" for each in part.comparisons for given in each.fact.inputs)


FORBIDDEN: list[tuple[str, Any]] = [
    *(("receptor_uptake_score", each) for each in (0, 1, None)),
    *(("pregnancy", each) for each in ("pregnant", "not_excluded", None)),
    *(("breast_feeding", each) for each in ("yes", None)),
    *(("differentiation", each) for each in ("poor", None)),
    *(
        ("tumour_type", each)
        for each in ("mixed", "goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell", None)
    ),
]


@pytest.mark.parametrize("variant", PRRT.rules)
def test_prrt_criteria_are_never_met_without_receptors_in_pregnancy_or_for_another_tumour(variant: str) -> None:
    rule = PRRT.rules[variant]
    assert isinstance(rule, Criteria)
    start = best(variant)
    source = seeded("forbidden", variant)
    for fact_id, bad in FORBIDDEN:
        others = [each for each in toggled(start, variant) if each[0] != fact_id]
        for _, _, changed in [("", None, start), *source.sample(others, min(60, len(others)))]:
            values = {each: given for each, given in changed.items() if each != fact_id}
            case = case_of(PRRT, values if bad is None else {**values, fact_id: bad})
            if case is None:
                continue
            state = headline_of(rule, case).state
            assert state not in GOOD, (fact_id, bad, values)
            if bad is not None and changed is start:
                assert state in ("contraindicated", "criteria_not_met"), (fact_id, bad)


# Treatment options: every row placed once ----------------------------------------------------------------------------

OPTIONS = CALCULATORS["treatment_options"]
REGIONS = tuple(OPTIONS.rules)
FAVOURABLE = ("first", "later", "selected", "settle-first")  # how the ids of placements begin that offer something
NET_ROWS = (
    "watchful_waiting", "somatostatin_analogue", "prrt", "everolimus", "sunitinib", "cabozantinib", "belzutifan",
    "alkylator_chemotherapy", "liver_directed", "cytoreduction", "liver_transplant",
)  # fmt: skip
OTHER_TUMOURS = ("goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell")


def starts() -> Iterator[Values]:
    for example in FOUND["treatment_options"].cases.examples:
        try:
            yield dict(read_answers(OPTIONS, dict(example.answers)).values)
        except AnswerError:
            continue


STARTS = tuple(starts())


def drawn(source: Random) -> Case | None:
    """Draw a complete case from both sides of every limit; the grade is worked out, or stands in the report."""
    values: Values = {}
    for fact in OPTIONS.facts.values():
        if fact.id in ("mitoses_counted", "area_counted_mm2"):
            continue
        if isinstance(fact, SeveralOf):
            values[fact.id] = tuple(each.id for each in fact.options if source.random() < 0.2)
        else:
            values[fact.id] = source.choice(both_sides(OPTIONS, fact))
    if source.random() < 0.75:  # most cases are of the tumours that the panel is about
        values["tumour_type"] = "neuroendocrine"
    if source.random() < 0.7:
        del values["who_grade"]
    if source.random() < 0.5:  # half of the rows begin with what is metastatic
        values["disease_extent"] = "metastatic"
    if source.random() < 0.4:  # close to a worked example, all but three of its answers
        example = source.choice(STARTS)
        kept = source.sample(sorted(example), max(0, len(example) - 3))
        values |= {each: example[each] for each in kept}
    return case_of(OPTIONS, values)


def panel_of(region: str) -> Panel:
    rule = OPTIONS.rules[region]
    assert isinstance(rule, Panel)
    return rule


def forbidden_in(case: Case, placed: Mapping[str, str | None]) -> Iterator[str]:
    """Yield what must never be, of a complete or a partial case."""
    entered = case.entered
    carcinoma = entered.get("differentiation") == "poor" or entered.get("tumour_type") == "mixed"
    offered = {row for row, each in placed.items() if each is not None and each.startswith(FAVOURABLE)}
    if carcinoma:
        yield from (f"{row} in a carcinoma or mixed neoplasm" for row in NET_ROWS if row in offered)
    if entered.get("tumour_type") in OTHER_TUMOURS:
        yield from (f"{row} in another tumour" for row in offered)
    if entered.get("tumour_type") == "mixed":
        yield from (f"{row} in a mixed neoplasm" for row in ("platinum_etoposide", "second_line_nec") if row in offered)
    if "prrt" in offered:
        if entered.get("receptor_uptake_score", 0) < 2:
            yield "PRRT without receptors shown"
        if entered.get("pregnancy") != "excluded" or entered.get("breast_feeding") != "no":
            yield "PRRT with pregnancy or breast-feeding not excluded"
        if entered.get("differentiation") != "well" or entered.get("tumour_type") != "neuroendocrine":
            yield "PRRT outside well-differentiated neuroendocrine tumours"
    if placed["platinum_etoposide"] == "first" and entered.get("differentiation") != "poor":
        yield "platinum first without a carcinoma"
    if "second_line_nec" in offered and entered.get("differentiation") != "poor":
        yield "second line of a carcinoma without one"
    if entered.get("differentiation") == "poor" and str(case.value(OPTIONS.reports[0])).startswith("net-g"):
        yield "a grade number in a carcinoma"


@pytest.mark.parametrize("region", REGIONS)
def test_every_treatment_is_placed_once_in_every_complete_case(region: str) -> None:
    panel = panel_of(region)
    source = seeded("options", region)
    reached: dict[str, set[str]] = defaultdict(set)
    complete = 0
    while complete < 4000:
        case = drawn(source)
        if case is None:
            continue
        complete += 1
        placed: dict[str, str | None] = {each.id: outcome_of(each.rule, case) for each in panel.entries}
        for row, each in placed.items():
            reached[row].add(str(each))
        assert list(forbidden_in(case, placed)) == [], case.entered
    for each in panel.entries:
        assert {outcome.id for outcome, _ in each.rule.branches} - reached[each.id] == set(), each.id


@pytest.mark.parametrize("region", REGIONS)
def test_what_is_not_known_never_leads_to_what_must_not_be(region: str) -> None:
    panel = panel_of(region)
    source = seeded("options not known", region)
    tried = 0
    while tried < 1500:
        case = drawn(source)
        if case is None:
            continue
        dropped = set(source.sample(sorted(case.entered), source.randint(1, 6)))
        dropped |= set(source.sample(("receptor_uptake_score", "pregnancy", "differentiation", "tumour_type"), 1))
        partial = case_of(OPTIONS, {each: value for each, value in case.entered.items() if each not in dropped})
        if partial is None:
            continue
        tried += 1
        placed: dict[str, str | None] = {}
        for each in panel.entries:
            decided = each.rule.decided(partial)
            placed[each.id] = None if decided is None else decided.id
        assert list(forbidden_in(partial, placed)) == [], partial.entered


@pytest.mark.parametrize("region", REGIONS)
def test_each_worked_example_of_the_options_stays_right_when_one_answer_changes(region: str) -> None:
    """One answer at a time through all of its values, from every tenth example on: nothing forbidden, nothing fails."""
    panel = panel_of(region)
    examples = [each for each in FOUND["treatment_options"].cases.examples if (each.variant or REGIONS[0]) == region]
    for example in examples[::10]:
        try:
            start = dict(read_answers(OPTIONS, dict(example.answers)).values)
        except AnswerError:
            continue
        for fact in OPTIONS.facts.values():
            for value in both_sides(OPTIONS, fact):
                case = case_of(OPTIONS, {**start, fact.id: value})
                if case is None:
                    continue
                placed: dict[str, str | None] = {}
                for each in panel.entries:
                    decided = each.rule.decided(case)
                    placed[each.id] = None if decided is None else decided.id
                assert list(forbidden_in(case, placed)) == [], (example.name, fact.id, value)


@pytest.mark.parametrize(("name", "variant"), [("treatment_options", each) for each in REGIONS])
def test_a_drawn_case_can_be_judged_from_its_answers(name: str, variant: str) -> None:
    source = seeded("judged", variant)
    for _ in range(60):
        case = drawn(source)
        if case is None:
            continue
        values = {each: list(value) if isinstance(value, tuple) else value for each, value in case.entered.items()}
        result = judge(CALCULATORS[name], as_answers(values, CALCULATORS[name]), variant=variant)
        assert all(each["placement"] is not None for each in result["options"])
