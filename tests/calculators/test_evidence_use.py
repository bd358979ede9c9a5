"""Every record of the register is used by a rule, cited by a page, or marked with the reason why not.

Counted here from the TOML, the rules and the text of the pages, apart from the check of the build.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from guideline import Calculator
from guideline.tables import FirstOf
from mkdocs_calculators.evidence_use import check_use
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import current_site, read_site
from presentation.desk import respond
from tests.calculators.found import CALCULATORS, FOUND, ROOT, all_nodes
from tests.neuroendocrine.test_evidence import COUNTS

FILES: dict[str, dict[str, dict[str, Any]]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "src/neuroendocrine/evidence").glob("*.toml"))
}


def of_rules(calculator: Calculator) -> set[str]:
    """Return every record that a calculator names: criteria, outcomes, facts, notices, limits of age."""
    nodes = list(all_nodes(calculator))
    facts = [*calculator.facts.values(), *calculator.reports]
    facts += [comparison.fact for node in nodes for comparison in node.comparisons]
    named = [*nodes, *facts, *calculator.notices, *calculator.shelves]
    named += [outcome for node in nodes if isinstance(node, FirstOf) for outcome, _ in node.branches]
    return {each for one in named for each in one.evidence}


def of_page(path: Path) -> set[str]:
    """Return every key in square brackets with an @ before it, code and comments left out."""
    text = re.sub(r"(?ms)<!--.*?-->|^(`{3,}).*?^\1`*\s*$|`[^`\n]+`", "", path.read_text(encoding="utf-8"))
    return {key for inside in re.findall(r"\[(@[^\]]+)\]", text) for key in re.findall(r"@([\w-]+)", inside)}


USED = {each for calculator in CALCULATORS.values() for each in of_rules(calculator)}
USED |= {each for path in (ROOT / "docs").rglob("*.md") for each in of_page(path)}


@pytest.mark.parametrize("name", FILES)
def test_each_record_is_used_or_says_why_not_and_never_both(name: str) -> None:
    records = FILES[name]
    used = {each for each in records if each in USED}
    marked = {each for each, record in records.items() if "unused" in record}
    assert sorted(records.keys() - used - marked) == [], "neither used nor marked"
    assert sorted(used & marked) == [], "marked as unused, and used"
    assert len(used) + len(marked) == len(records) == COUNTS[name][1]


@pytest.mark.parametrize("name", FILES)
def test_a_reason_is_short_and_says_something(name: str) -> None:
    for record_id, record in FILES[name].items():
        reason = record.get("unused", "-" * 9)
        assert 7 <= len(reason) <= 100, record_id
        assert not reason.endswith("."), record_id


@pytest.mark.parametrize("name", FILES)
def test_a_reason_that_names_the_confidence_names_the_right_one(name: str) -> None:
    for record_id, record in FILES[name].items():
        said = re.match(r"(moderate|low|high) confidence", record.get("unused", ""))
        if said:
            assert record["confidence"] == {"moderate": "medium"}.get(said[1], said[1]), record_id


@pytest.mark.parametrize("name", CALCULATORS)
def test_whatever_a_result_cites_comes_when_it_is_asked_for(name: str) -> None:
    evidence = current_site(ROOT).evidence
    judged = 0
    for example in FOUND[name].cases.examples[:5]:
        request = {"calculator": name, "variant": example.variant, "answers": dict(example.answers), "brief": True}
        response = json.loads(respond(CALCULATORS, evidence, json.dumps(request)))
        if response["problems"]:
            continue  # an example of answers that are refused
        judged += 1
        drawn = response["html"]["result"]
        cited = {one for each in re.findall(r'data-evidence="([^"]*)"', drawn) for one in each.split()}
        asked = {"calculator": name, "want": "evidence", "records": sorted(cited)}
        said = json.loads(respond(CALCULATORS, evidence, json.dumps(asked)))
        assert said["evidence"].keys() == cited
        assert all(f" {each}" in html for each, html in said["evidence"].items())
    assert judged


def test_the_check_of_the_build_agrees() -> None:
    assert [str(each) for each in check_use(read_site(Project.at(ROOT)))] == []
