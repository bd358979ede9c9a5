"""The made-up guides that growth is measured on agree with themselves; what we are compared with is what it says."""

from __future__ import annotations

from pathlib import Path

from bench.candidates import with_stock
from bench.generated import write_guide
from bench.growth import PAGES, Grown, Size, case, growth_per_calculator, growth_with_pages, wanted
from bench.sites import plain_settings
from bench.visits import Measured
from guideline import judge
from mkdocs_calculators.checks import check
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import read_site


def test_a_made_up_guide_agrees_with_itself(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide", pages=4, calculators=3)
    site = read_site(Project.at(guide))

    assert check(site) == []
    assert (len(site.pages), len(site.calculators)) == (4 + 3, 3)
    first = site.calculators[case().calculator].calculator
    result = judge(first, dict(case().answers), evidence=site.evidence)
    assert result["headline"]["state"] == "criteria_met"


def test_pages_grow_with_few_calculators_and_calculators_with_few_pages() -> None:
    sizes = wanted()
    assert {each.pages for each in sizes if each.calculators == 10} == set(PAGES)
    assert [each.calculators for each in sizes if each.pages == 10] == [10, 50, 200]


def test_growth_is_told_as_a_share_of_the_smallest() -> None:
    few, many = Grown(Size(10, 10), 1, 1, Measured([800])), Grown(Size(10, 110), 1, 1, Measured([1200]))
    assert growth_with_pages([few, many]) == 1.5
    assert growth_per_calculator([few, many]) == 0.005


def test_plain_mkdocs_gets_the_same_pages_and_nothing_of_ours() -> None:
    settings = plain_settings()
    assert settings["theme"]["name"] == "material"
    assert "custom_dir" not in settings["theme"]
    assert list(settings["plugins"]) == ["search"]
    assert settings["plugins"]["search"]["separator"]
    assert "calculators" not in settings["markdown_extensions"]
    assert Path(settings["docs_dir"]).joinpath("understanding/what-nets-are.md").is_file()
    assert settings["nav"]


def test_stock_takes_the_place_of_our_script_and_of_nothing_else() -> None:
    page = '<link href="../../a.css"><script src="../../assets/open-net-guide/net-guide.js"></script>'
    assert with_stock(page) == '<link href="/a.css"><script type="module" src="/stock/stock.js"></script>'
