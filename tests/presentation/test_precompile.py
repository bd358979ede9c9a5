"""Templates compiled ahead draw the same, character by character, as those of the package."""

import ast
import sys

import pytest
from jinja2 import UndefinedError

from guideline import questions
from presentation import environment as environments
from presentation.environment import CompiledLoader, environment, macro, make_environment
from presentation.pages import calculator_html
from presentation.precompile import compile_templates, compiled_sources
from presentation.results import result_html
from tests.presentation.conftest import criteria_result
from tests.presentation.sample import EVIDENCE, SAMPLE


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """Put compiled templates on the path as a package of their own, and let everything draw with them."""
    compile_templates(tmp_path / "ahead")
    monkeypatch.syspath_prepend(str(tmp_path))
    made = make_environment(CompiledLoader("ahead"))

    def use():
        monkeypatch.setattr(environments, "environment", lambda: made)
        macro.cache_clear()

    yield use
    macro.cache_clear()
    for name in [each for each in sys.modules if each.partition(".")[0] == "ahead"]:
        del sys.modules[name]


def drawn():
    result = criteria_result("not_enough_information")
    asked = questions(SAMPLE)
    example = {"name": "One", "variant": "north", "answers": {"kind": "well"}, "source": "T-01"}
    return (
        calculator_html(asked, EVIDENCE, [example], [result], element_id="x"),
        result_html(result, SAMPLE.labels),
        result_html(result, SAMPLE.labels, apart=True),
    )


def test_compiled_templates_draw_the_same(compiled):
    from_package = drawn()
    compiled()
    assert environments.environment() is not environment
    assert drawn() == from_package


def test_every_template_is_compiled_to_valid_python():
    sources = compiled_sources()
    assert len(sources) == len(environment().list_templates()) + 1
    for text in sources.values():
        ast.parse(text)


def test_compiling_twice_gives_the_same_bytes(tmp_path):
    first = {path.name: path.read_bytes() for path in compile_templates(tmp_path / "one")}
    second = {path.name: path.read_bytes() for path in compile_templates(tmp_path / "two")}
    assert first == second


def test_a_template_that_was_not_compiled_is_not_found():
    with pytest.raises(environments.TemplateNotFound):
        make_environment(CompiledLoader("presentation")).get_template("nothing.jinja")


def test_a_name_in_a_template_is_looked_for_in_the_dictionary_first():
    made = environment()
    row = {"values": 1, "text": "<b>"}
    template = made.from_string("{{ row.values }} {{ row.text }} {{ row.items()|length }}")
    assert template.render(row=row) == "1 &lt;b&gt; 2"
    with pytest.raises(UndefinedError, match="text_of"):
        made.from_string("{{ row.text_of }}").render(row=row)
