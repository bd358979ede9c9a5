"""The plugin builds a two-line site, and stops where anything does not agree."""

import json
import re

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

SETTINGS = """
    site_name: Small guide
    site_url: https://guide.example/
    theme:
      name: material
      font: false
    plugins:
      search: {{}}
      calculators:
        runtime: false
        offline: {offline}
      offline:
        enabled: {offline}
"""


@pytest.fixture
def built(guide):
    """Build the small guide and return the folder of its site."""

    def build_guide(*, offline: bool = False):
        guide.write("mkdocs.yml", SETTINGS.format(offline=str(offline).lower()))
        config = load_config(str(guide.root / "mkdocs.yml"), site_dir=str(guide.root / "site"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        return guide.root / "site"

    return build_guide


@pytest.fixture
def stops(built, caplog):
    """Build the small guide, which must fail, and return the lines that say why."""

    def build_and_stop() -> list[str]:
        with pytest.raises(Abort):
            built()
        (said,) = [each.message for each in caplog.records if each.levelname == "ERROR"]
        return said.splitlines()

    return build_and_stop


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def test_a_page_of_two_lines_gets_its_calculator(built):
    html = (built() / "index.html").read_text()

    assert html.count("<net-calculator") == 1
    assert 'data-rule="blood - platelets"' in html
    assert 'href="assets/open-net-guide/net-guide.css"' in html


def test_every_page_has_the_policy_right_after_its_encoding(built):
    site = built()

    for page in site.rglob("*.html"):
        assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', page.read_text())


def test_the_pages_share_one_policy(built):
    policies = {
        re.search(r'Content-Security-Policy" content="([^"]+)"', page.read_text())[1]
        for page in built().rglob("*.html")
    }

    assert len(policies) == 1
    assert "unsafe-inline" not in policies.pop()


def test_the_offline_build_carries_its_own_search_worker_and_asks_nobody(built):
    site = built(offline=True)

    html = (site / "index.html").read_text()
    assert '<script src="assets/open-net-guide/iframe-worker.js">' in html
    assert "unpkg" not in html
    assert (site / "assets/open-net-guide/iframe-worker.js").read_text().startswith("/* Starts the search")
    assert (site / "search/search_index.js").read_text().startswith("var __index = {")


def test_the_build_stops_with_every_problem_at_once(stops, guide):
    guide.change("docs/index.md", "[@BL-01]", "[@BL-02]")
    guide.change("evidence/blood.toml", '["75 × 10⁹/L"]', '["70 × 10⁹/L"]')

    lines = stops()

    assert lines[0] == "The site cannot be built: 2 problems"
    assert lines[1].startswith("  calculators/blood.py:11: criterion 'platelets' uses 75 × 10⁹/L")
    assert lines[2] == "  docs/index.md:11: no source or evidence 'BL-02'; there is BL-01, DOE2020"


def test_a_rebuild_sees_an_edited_rule(built, guide):
    built()
    guide.change("calculators/blood.py", 'Platelets at least 75 × 10⁹/L", PLATELETS >= 75', 'Count", PLATELETS >= 8e1')
    guide.change("evidence/blood.toml", '["75 × 10⁹/L"]', '["80 × 10⁹/L"]')
    guide.change("calculators/blood.cases.toml", "[75, 400]", "[80, 400]")

    assert "80\xa0×\xa010⁹/L" in (built() / "index.html").read_text()


def test_the_search_index_leaves_worked_examples_out(built):
    index = json.loads((built() / "search/search_index.json").read_text())

    assert not [each["location"] for each in index["docs"] if each["location"].endswith("-examples")]


def test_a_script_on_an_attribute_stops_the_build(stops, guide):
    text = (guide.root / "docs/index.md").read_text()
    guide.write("docs/index.md", text + '\n<p onclick="alert(1)">x</p>\n')

    assert stops() == [
        "The site is not complete: 1 problem",
        "  index.html:1: attribute 'onclick' runs a script that no policy can allow",
    ]


def test_a_picture_from_elsewhere_stops_the_build(stops, guide):
    text = (guide.root / "docs/index.md").read_text()
    guide.write("docs/index.md", text + "\n![x](https://elsewhere.example/x.png)\n")

    assert stops() == [
        "The site is not complete: 1 problem",
        "  index.html:1: loads https://elsewhere.example/x.png from elsewhere",
    ]
