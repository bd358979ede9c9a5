"""TNM: every site, primary, node and metastasis has one stage in each edition."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from guideline.tables import FirstOf
from neuroendocrine.facts.pathology import PRIMARY_SITE
from tests.calculators.found import CALCULATORS
from tests.calculators.sweeps import Values, both_sides, case_of, outcome_of

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
