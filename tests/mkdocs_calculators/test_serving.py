"""While the guide is served, an edit writes again what shows it, and nothing else."""

import json
import logging
from textwrap import dedent

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_calculators.project import Project
from mkdocs_calculators.reliance import reliances
from tests.mkdocs_calculators.conftest import PAGE

SETTINGS = """
    site_name: Small guide
    site_url: https://guide.example/
    strict: true
    theme: {name: material, font: false}
    validation: {links: {anchors: warn}}
    plugins:
      search: {}
      calculators: {runtime: false}
"""
OTHER = PAGE.partition("# Blood")[0].replace("title: Blood", "title: Words")
OTHER += "\n    # Words\n\n    Nothing is measured here.\n"
HALF = """HALF = derived(
        "half", "Half", unit="10⁹/L", inputs=(PLATELETS,), formula=lambda count: count / 2, enterable=False,
        at_least=0, at_most=3000, reason="it is half", decimals=0, evidence="BL-01")
    """
CHART = """
    title = "Half"
    description = "Of a count."
    axis = { label = "Platelets", low = 0, high = 100, ticks = [0] }
    rule = { calculator = "blood", answers = { platelets = 150 } }
    rows = [{ label = "Half", report = "half" }]
"""


class Served:
    """`mkdocs serve` without its server: the first build, then one after each edit."""

    def __init__(self, guide):
        self.guide = guide
        self.site = guide.root / "site"
        self.config = load_config(str(guide.root / "mkdocs.yml"), site_dir=str(self.site))
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.plugin = self.config.plugins["calculators"]
        self.whole = 0
        self.builder = self.build_whole
        self.builder()
        self.config.plugins.on_serve(self, config=self.config, builder=self.build_whole)

    def watch(self, path):
        assert path

    def get_app(self):
        return None

    def build_whole(self, config=None):
        self.whole += 1
        build(config or self.config, serve_url=self.config.site_url)

    def written(self):
        """Build after an edit and return the pages that were written."""
        before = {path: path.stat().st_mtime_ns for path in self.site.rglob("index.html")}
        self.builder()
        after = {path: path.stat().st_mtime_ns for path in self.site.rglob("index.html")}
        return sorted(path.relative_to(self.site).as_posix() for path in after if after[path] != before.get(path))

    def everything(self):
        """Return every page, and what search has, as they stand now."""
        pages = {path.relative_to(self.site).as_posix(): path.read_text() for path in self.site.rglob("*.html")}
        docs = json.loads(self.text("search/search_index.json"))["docs"]
        return pages, sorted(docs, key=lambda each: each["location"])

    def text(self, name):
        return (self.site / name).read_text(encoding="utf-8")


@pytest.fixture
def served(guide, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    guide.write("mkdocs.yml", SETTINGS)
    guide.write("docs/words.md", OTHER)
    serving = Served(guide)
    yield serving
    serving.config.plugins.on_shutdown()


def test_an_edited_page_is_written_and_the_others_stay_with_their_titles_and_places_in_search(served):
    served.guide.change("docs/words.md", "Nothing is measured here.", "See [the rule](index.md#blood): 75 or more.")

    assert served.written() == ["words/index.html"]

    assert served.whole == 1
    assert "75 or more" in served.text("words/index.html")
    docs = json.loads(served.text("search/search_index.json"))["docs"]
    assert {each["location"].partition("#")[0] for each in docs} == {"", "words/"}
    assert sum("75 or more" in each["text"] for each in docs) == 1


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("docs/words.md", "Nothing is measured here.", "See [the rule](index.md#blood): 75 or more."),
        ("calculators/blood.py", 'intended_use="For tests."', 'intended_use="For these tests."'),
    ],
)
def test_it_comes_out_as_if_the_whole_had_been_built(served, file, before, after):
    served.guide.change(file, before, after)
    served.builder()
    assert served.whole == 1
    found = served.everything()

    served.build_whole()

    assert found == served.everything()


def test_a_link_to_an_anchor_that_is_not_there_is_still_refused(served):
    served.guide.change("docs/words.md", "Nothing is measured here.", "See [the rule](index.md#nowhere).")
    with pytest.raises(Abort):
        served.builder()

    served.guide.change("docs/words.md", "#nowhere", "#blood")
    assert served.written() == ["words/index.html"]


def test_a_changed_rule_is_drawn_where_it_is_shown(served):
    served.guide.change("calculators/blood.py", 'title="Blood"', 'title="Blood count"')

    assert served.written() == ["index.html"]

    assert served.whole == 1
    assert "Blood count" in served.text("index.html")


def test_a_diagram_of_a_changed_rule_is_drawn_again(served):
    served.guide.change("calculators/blood.py", "criterion, number", "criterion, derived, number")
    served.guide.change("calculators/blood.py", "CALCULATOR =", f"{dedent(HALF)}CALCULATOR =")
    served.guide.change("calculators/blood.py", "rule=criteria", "reports=(HALF,), rule=criteria")
    served.guide.write("diagrams/half.toml", CHART)
    served.guide.change("docs/words.md", "Nothing is measured here.", "```diagram\nhalf\n```")
    served.builder()
    assert "<td>75</td>" in served.text("words/index.html")

    served.guide.change("calculators/blood.py", "count / 2", "count / 3")
    served.guide.change("evidence/blood.toml", 'figures = ["75 × 10⁹/L"', 'figures = ["75 × 10⁹/L", "50"')
    served.builder()
    assert "<td>50</td>" in served.text("words/index.html")

    served.guide.change("calculators/blood.py", 'title="Blood"', 'title="Blood count"')
    assert served.written() == ["index.html", "words/index.html"]


def test_worked_examples_are_judged_once_the_page_is_shown(served, caplog):
    served.guide.change("calculators/blood.cases.toml", "met = [75, 400]", "met = [75, 60]")

    with caplog.at_level(logging.ERROR, logger="calculators"):
        assert served.written() == ["index.html"]
        served.plugin.rebuilds.judging.join(timeout=60)

    (said,) = [each.message for each in caplog.records if each.name == "calculators"]
    assert said.startswith("calculators/blood.cases.toml:")


def test_a_problem_leaves_the_site_as_it_was_until_it_is_mended(served):
    served.guide.change("docs/words.md", "Nothing is measured here.", "A limit [@BL-02].")
    with pytest.raises(Abort):
        served.builder()
    assert "Nothing is measured here." in served.text("words/index.html")

    served.guide.change("docs/words.md", "[@BL-02]", "[@BL-01]")
    assert served.written() == ["words/index.html"]


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("docs/words.md", "title: Words", "title: Other words"),
        ("evidence/blood.toml", 'population = "Adults"', 'population = "Grown-ups"'),
        ("mkdocs.yml", "site_name: Small guide", "site_name: Tiny guide"),
    ],
)
def test_what_any_page_may_show_builds_the_whole(served, file, before, after):
    served.guide.change(file, before, after)
    served.builder()
    assert served.whole == 2


def test_the_register_is_written_again_when_a_page_begins_to_use_a_record(served):
    register = OTHER.replace("Words", "Register").replace("Nothing is measured here.", "[[evidence-register]]")
    served.guide.write("docs/register.md", register)
    served.builder()
    assert "(cites it)" not in served.text("register/index.html")

    served.guide.change("docs/words.md", "Nothing is measured here.", "A limit [@BL-01].")
    assert served.written() == ["register/index.html", "words/index.html"]
    assert '<a href="../words/">Words</a> (cites it)' in served.text("register/index.html")

    served.guide.change("docs/words.md", "A limit", "One limit")
    assert served.written() == ["words/index.html"]


def test_a_new_page_builds_the_whole(served):
    served.guide.write("docs/more.md", OTHER.replace("Words", "More"))
    assert "more/index.html" in served.written()
    assert served.whole == 2


def test_a_calculator_relies_on_its_own_file_its_examples_and_every_rule_file_behind_them(guide):
    guide.write("pyproject.toml", '[tool.mkdocs-calculators]\nknowledge = "knowledge"\n')
    guide.write("knowledge/__init__.py", "")
    guide.write("knowledge/facts/__init__.py", "from knowledge.facts.blood import PLATELETS\n")
    guide.write("knowledge/facts/blood.py", "from ..units import PER_LITRE\n")
    guide.write("knowledge/units.py", "PER_LITRE = 1\n")
    guide.write("knowledge/apart.py", "")
    text = (guide.root / "calculators/blood.py").read_text()
    guide.write("calculators/blood.py", f"from knowledge import facts\n{text}")

    (stamps,) = reliances(Project.at(guide.root)).values()

    names = [name.removeprefix(f"{guide.root.as_posix()}/") for name, _, _ in stamps]
    assert names == [
        "calculators/blood.cases.toml",
        "calculators/blood.py",
        "knowledge/__init__.py",
        "knowledge/facts/__init__.py",
        "knowledge/facts/blood.py",
        "knowledge/units.py",
    ]
