"""Diagrams: nothing drawn that the register does not hold, and the same figures in words."""

import re

import markdown
import pytest

from mkdocs_calculators.canvas import LAYOUTS, Canvas, wrapped
from mkdocs_calculators.diagram_rules import Step
from mkdocs_calculators.picture import draw_placed

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
            "no key of a row 'opn'; did you mean open?",
        ),
        ("open = true", "", "row 'At least < this' has a span that does not end; write to, or open = true"),
        ("from = 75", "", "row 'At least < this' needs a label and a value, a report, or a span from … to …"),
        ('title = "Counts"', "", "a diagram with rows needs title, description, axis; there is no 'title'"),
        ("[[rows]]", "[[bands]]", "no key of a band 'from'; there is answers, evidence, fact, label, report"),
        ("[[rows]]", "[[lines]]", "a diagram has one of rows, bands, branches; this has none"),
        (
            "high = 100",
            "hight = 100",
            "no key of an axis 'hight'; there is high, label, line, line_label, logarithmic, low, ticks, unit",
        ),
    ],
)
def test_a_diagram_that_cannot_be_drawn(chart, before, after, said):
    chart.change("diagrams/counts.toml", before, after)

    assert f"diagrams/counts.toml:1: {said}" in chart.problems()


def test_a_page_that_shows_a_diagram_that_is_not_there(chart, page):
    assert page("```diagram\ncount\n```\n") == ["docs/more.md:10: no diagram 'count'; there is counts"]


def test_a_diagram_is_a_titled_picture_with_words_and_a_table_without_script_or_style(chart):
    html = drawn(chart)

    assert '<figcaption><strong id="diagram-counts-title">Counts</strong>' in html
    assert '<p id="diagram-counts-about">One limit.</p>' in html
    assert '<th scope="row">At least &lt; this</th><td>from 75</td><td>BL-01</td>' in html
    assert "style=" not in html
    assert "<script" not in html
    assert "<p>After.</p>" in html


def test_it_is_drawn_for_a_page_and_for_a_phone_each_with_its_text_alternative(chart):
    html = drawn(chart)

    for name in ("wide", "narrow"):
        (svg,) = re.findall(rf'<svg class="net-diagram__{name}"[^>]*>', html)
        assert 'role="img"' in svg
        assert f'aria-labelledby="diagram-counts-title" aria-describedby="diagram-counts-{name}"' in svg
        assert f'<desc id="diagram-counts-{name}">At least &lt; this: from 75.</desc>' in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    widths = [int(each) for each in re.findall(r'viewBox="0 0 (\d+) ', html)]
    assert widths[1] <= 358 < widths[0]  # what a phone of 390 px has beside its margins


@pytest.mark.parametrize(
    "words", ["A label that is much longer than any column can be wide", "Short", "177Lu-DOTATATE again"]
)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda each: each.name)
def test_words_stay_inside_the_drawing(chart, words, layout):
    chart.change("diagrams/counts.toml", '"At least < this"', f'"{words}"')

    picture = drawn(chart).partition(f'class="net-diagram__{layout.name}"')[2].partition("</svg>")[0]

    for line in re.findall(r'<text class="label"[^>]*>([^<]+)<', picture):
        assert len(line) * layout.size / 2 <= (layout.labels or layout.width)  # half as wide as high, about


def test_a_figure_keeps_the_decimals_of_its_record(chart):
    chart.change("evidence/blood.toml", 'figures = ["75 × 10⁹/L"]', 'figures = ["75.50 × 10⁹/L", "75"]')
    chart.change("diagrams/counts.toml", "from = 75", "from = 75.5")

    assert "from 75.50" in drawn(chart)


def test_places_on_a_logarithmic_axis_are_by_ratio(chart):
    chart.change("diagrams/counts.toml", "low = 0", "low = 1\n    logarithmic = true")
    chart.change("diagrams/counts.toml", "ticks = [0, 50, 100]", "ticks = [1, 10, 100]")

    wide = drawn(chart).partition("</svg>")[0]
    first, middle, last = [float(each) for each in re.findall(r'class="grid" x1="([\d.]+)"', wide)]
    assert middle - first == pytest.approx(last - middle, abs=0.2)


def test_words_are_wrapped_at_spaces_and_a_long_one_stands_alone():
    assert wrapped("one two three", 7 * 5.4, 10) == ["one two", "three"]
    assert wrapped("uninterrupted", 10, 10) == ["uninterrupted"]
    assert wrapped("Ki-67 30 %, shown", 8 * 5.4, 10) == ["Ki-67", "30\u00a0%,", "shown"]


COUNTS = """
    from guideline import Calculator, conclusion, criterion, date, derived, entry, first_of, number, outcome, panel
    from guideline import section

    PLATELETS = number(
        "platelets", "Platelets", unit="10⁹/L", at_least=0, at_most=3000, plausible=(10, 1000), decimals=0,
        reason="no count is higher",
    )
    DAY = date("given_on", "Given on")
    LEVEL = conclusion("level", first_of("level", "Level",
        ("low", criterion("low", "Below 75 × 10⁹/L", PLATELETS < 75, kind="part", evidence="BL-01")),
        (outcome("high", evidence="BL-01"), None)), label="Level")
    AGAIN = derived("again", "Counted again", inputs=(DAY,), formula=lambda day: day + 21, is_day=True,
        enterable=False, evidence="BL-02")
    PLACES = panel("places", "Where", entry("drug", "A drug", first_of("drug", "A drug",
            (outcome("First", outcome_id="first", evidence="BL-01"),
                criterion("enough", "At least 75 × 10⁹/L", PLATELETS >= 75, kind="part", evidence="BL-01")),
            (outcome("Not placed", outcome_id="not-placed", evidence="BL-01"), None))),
        leading=("first",), lead_text="First")
    CALCULATOR = Calculator(
        id="blood", title="Blood", intended_use="For tests.", not_for=(), content_version="1",
        sections=(section("blood", "Blood", PLATELETS, DAY),), rule=PLACES, reports=(LEVEL, AGAIN),
    )
"""
WEEKS = """
    [BL-02]
    statement = "Counted again after 3 weeks."
    figures = ["3 weeks"]
    population = "Adults"
    sources = [{ key = "DOE2020" }]
    strength = "label"
    known = "seen"
    confidence = "high"
    confirmed_on = "2026-11-23"
    review_by = "2027-11-30"
"""
BANDS = """
    title = "Levels"
    description = "By count."
    axis = { label = "Platelets", low = 0, high = 100, ticks = [0] }
    rule = { calculator = "blood", fact = "platelets", report = "level" }
    bands = [{ label = "All", evidence = ["BL-01"] }]
"""
DAYS = """
    title = "Days"
    description = "By source."
    axis = { label = "Days", low = 0, high = 30, ticks = [0], unit = "days" }
    rule = { calculator = "blood", since = "given_on", answers = { given_on = "2026-01-30" } }
    rows = [{ label = "Count", report = "again" }]
"""
PATHWAY = """
    title = "Ways"
    description = "By count."
    rule = { calculator = "blood", placements = ["first"] }
    branches = [{ label = "All", branches = [{ label = "Enough", answers = { platelets = 80 } }] }]
"""


@pytest.fixture
def ruled(guide):
    """Draw from the rules of a calculator that reports a level and a day and places a drug."""
    guide.write("calculators/blood.py", COUNTS)
    guide.write("calculators/blood.cases.toml", "")
    records = (guide.root / "evidence/blood.toml").read_text()
    guide.write("evidence/blood.toml", records + re.sub("(?m)^ {4}", "", WEEKS))

    def with_diagram(text, before="", after=""):
        assert before in text
        guide.write("diagrams/counts.toml", text.replace(before, after) if before else text)
        return guide

    return with_diagram


def diagram_problems(guide):
    return [each.partition(": ")[2] for each in guide.problems() if each.startswith("diagrams/")]


def test_a_band_is_what_the_rule_says_along_a_number(ruled):
    html = drawn(ruled(BANDS))

    assert "<td>low below 75\xa0×\xa010⁹/L; high from 75\xa0×\xa010⁹/L</td><td>BL-01</td>" in html
    assert html.count('<rect class="band') == 4  # two stretches, two widths


def test_a_limit_that_no_record_of_its_band_holds(ruled):
    assert diagram_problems(ruled(BANDS, '"BL-01"', '"BL-02"')) == ["band 'All' draws 75, which BL-02 does not hold"]


def test_a_day_that_a_calculator_reports_is_drawn_as_days_and_held_as_weeks(ruled):
    guide = ruled(DAYS)

    assert "<td>21\xa0days</td><td>BL-02</td>" in drawn(guide)
    assert diagram_problems(guide) == []


def test_a_pathway_shows_what_the_panel_places_at_its_end(ruled):
    html = drawn(ruled(PATHWAY))

    assert '<th scope="row">All › Enough</th><td>First: A drug</td><td>BL-01</td>' in html


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda each: each.name)
def test_what_is_placed_later_stands_beside_what_is_placed_first_or_on_a_phone_below_it(layout):
    canvas = Canvas(layout)
    placed = (("First", ("One", "Two")), ("Later", ("Three",)), ("Selected", ("Four",)))

    draw_placed(canvas, Step("", "Here", placed, (), ()), layout.labels)

    place = {each.text: (float(each.get("x")), float(each.get("y"))) for each in canvas.svg.iter("text")}
    later = (layout.labels + (layout.width - layout.labels) / 2, place["First:"][1])
    below = (place["First:"][0], place["Two"][1] + layout.leading)
    assert place["Later:"] == (later if layout.labels else below)
    assert place["Selected:"][0] == place["Later:"][0]
    assert canvas.y == place["Four"][1] + 4


@pytest.mark.parametrize(
    ("text", "before", "after", "said"),
    [
        (
            PATHWAY,
            "platelets = 80",
            "",
            "branch 'Enough': A drug is not decided by the answers of the diagram: First or Not placed",
        ),
        (PATHWAY, "platelets = 80", "platelets = 70", "branch 'Enough': nothing is placed"),
        (
            PATHWAY,
            "platelets = 80",
            "platelet = 80",
            "branch 'Enough': platelet: Blood asks nothing called platelet. It asks",
        ),
        (DAYS, '"again"', '"agin"', "no report of blood 'agin'; there is again, level"),
        (DAYS, 'answers = { given_on = "2026-01-30" }', "answers = {}", "row 'Count': again is not decided by the"),
        (BANDS, '"platelets"', '"platelet"', "no number of blood 'platelet'; there is"),
        (BANDS, '"blood"', '"blod"', "no calculator 'blod'; there is blood"),
    ],
)
def test_what_a_rule_does_not_say_cannot_be_drawn(ruled, text, before, after, said):
    (problem,) = diagram_problems(ruled(text, before, after))
    assert problem.startswith(said)
