"""Diagrams: nothing drawn that the register does not hold, and the same figures in words."""

import re

import markdown
import pytest

CHART = """
    title = "Counts"
    description = "One limit."

    [axis]
    label = "Platelets"
    low = 0
    high = 100
    ticks = [0, 50, 100]

    [[rows]]
    label = "At least < this"
    from = 75
    open = true
    evidence = ["BL-01"]
"""


@pytest.fixture
def chart(guide):
    guide.write("diagrams/counts.toml", CHART)
    return guide


def drawn(guide):
    configuration = {"calculators": {"project": str(guide.root)}}
    text = "# A\n\n```diagram\ncounts\n```\n\nAfter.\n"
    return markdown.markdown(text, extensions=["calculators"], extension_configs=configuration)


def test_a_diagram_whose_figures_the_register_holds_has_no_problems(chart):
    assert chart.problems() == []


def test_a_figure_that_no_record_of_its_row_holds(chart):
    chart.change("diagrams/counts.toml", "from = 75", "from = 70")

    assert chart.problems() == ["diagrams/counts.toml:1: row 'At least < this' draws 70, which BL-01 does not hold"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('evidence = ["BL-01"]', 'evidence = ["BL-02"]', "no evidence 'BL-02'; there is BL-01"),
        (
            "open = true",
            "opn = true",
            "no key of a row 'opn'; there is drawn_only, evidence, from, label, note, open, to, value",
        ),
        ("open = true", "", "row 'At least < this' has a span that does not end; write to, or open = true"),
        ("from = 75", "", "row 'At least < this' needs a label and a value or a span from … to …"),
        ('title = "Counts"', "", "a diagram needs title, description, axis, rows; there is no 'title'"),
    ],
)
def test_a_diagram_that_cannot_be_drawn(chart, before, after, said):
    chart.change("diagrams/counts.toml", before, after)

    assert f"diagrams/counts.toml:1: {said}" in chart.problems()


def test_a_page_that_shows_a_diagram_that_is_not_there(chart, page):
    assert page("```diagram\ncount\n```\n") == ["docs/more.md:10: no diagram 'count'; there is counts"]


def test_a_diagram_is_a_picture_with_words_and_a_table_without_script_or_style(chart):
    html = drawn(chart)

    assert re.search(r'<svg [^>]*aria-labelledby="diagram-counts-title diagram-counts-desc"', html)
    assert '<title id="diagram-counts-title">Counts</title>' in html
    assert "One limit. At least &lt; this: from 75." in html
    assert '<th scope="row">At least &lt; this</th><td>from 75</td><td>BL-01</td>' in html
    assert "style=" not in html
    assert "<script" not in html
    assert "<p>After.</p>" in html


def test_places_on_a_logarithmic_axis_are_by_ratio(chart):
    chart.change("diagrams/counts.toml", "low = 0", "low = 1\n    logarithmic = true")
    chart.change("diagrams/counts.toml", "ticks = [0, 50, 100]", "ticks = [1, 10, 100]")

    first, middle, last = [float(each) for each in re.findall(r'class="grid" x1="([\d.]+)"', drawn(chart))]
    assert middle - first == pytest.approx(last - middle, abs=0.2)
