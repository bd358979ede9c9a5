"""The register says what rests on each record: made from the rules and pages themselves, with links that lead there."""

import re

import markdown
import pytest

from mkdocs_calculators.record_uses import uses_of
from tests.mkdocs_calculators.conftest import PAGE

UNSEARCHED = re.compile(r'\n| data-search-exclude=""')  # said elsewhere already
FRONT = PAGE.partition("# Blood")[0]
SECOND = """
    [BL-02]
    statement = "Platelets are counted."
    population = "Adults"
    sources = [{ key = "DOE2020" }]
    strength = "expert"
    known = "recalled"
    confidence = "high"
    confirmed_on = "2026-11-24"
    review_by = "2027-11-30"
    unused = "Kept for later"
"""


@pytest.fixture
def register(guide):
    """Return the register's page as plain Python-Markdown draws it, by record."""
    guide.write(
        "docs/evidence/index.md", FRONT.replace("Blood", "Register") + "\n    # All\n\n    [[evidence-register]]\n"
    )
    records = (guide.root / "evidence/blood.toml").read_text()
    guide.write("evidence/blood.toml", records + re.sub("(?m)^ {4}", "", SECOND))

    def drawn() -> dict[str, str]:
        configuration = {"calculators": {"project": str(guide.root)}}
        html = markdown.markdown("[[evidence-register]]", extensions=["calculators"], extension_configs=configuration)
        parts = re.split(r'<div class="net-record" id="([^"]+)">', re.sub(UNSEARCHED, "", html))
        return dict(zip(parts[1::2], parts[2::2], strict=True))

    return drawn


def test_a_record_names_the_criterion_that_rests_on_it_and_leads_to_its_line(register):
    assert (
        "<dt>Used by rules</dt><dd><ul>"
        '<li><a href="../index.md#net-blood-BL-01">Blood</a>: Platelets at least 75 × 10⁹/L</li></ul></dd>'
    ) in register()["bl-01"]


def test_a_record_names_the_pages_that_cite_it_and_those_that_give_its_limit(register, guide):
    guide.write(
        "docs/deeper/limit.md", FRONT.replace("Blood", "Limit") + "\n    # L\n\n    [[value blood - platelets]]\n"
    )

    drawn = register()["bl-01"]

    assert '<li><a href="../index.md">Blood</a> (cites it, gives its limit)</li>' in drawn
    assert '<li><a href="../deeper/limit.md">Limit</a> (gives its limit)</li>' in drawn


def test_a_page_that_draws_a_record_uses_it(register, guide):
    chart = """
        title = "Counts"
        description = "One limit."
        axis = { label = "Platelets", low = 0, high = 100, ticks = [0] }
        rows = [{ label = "Limit", value = 75, evidence = ["BL-01"] }]
    """
    guide.write("diagrams/counts.toml", chart)
    guide.write("docs/chart.md", FRONT.replace("Blood", "Chart") + "\n    # C\n\n    ```diagram\n    counts\n    ```\n")

    assert '<li><a href="../chart.md">Chart</a> (draws it)</li>' in register()["bl-01"]


def test_a_page_that_cites_the_work_itself_is_told_apart(register, guide):
    guide.write("docs/work.md", FRONT.replace("Blood", "Work") + "\n    # W\n\n    Said [@DOE2020].\n")

    drawn = register()

    assert '<dt>Its source is cited by</dt><dd><ul><li><a href="../work.md">Work</a></li></ul></dd>' in drawn["bl-02"]
    assert '"../work.md"' not in drawn["bl-01"].partition("Its source is cited by")[0]


def test_a_record_that_nothing_uses_says_why_beside_how_sure_it_is_and_its_days(register):
    drawn = register()["bl-02"]

    assert "Used by" not in drawn
    assert "<dt>Not used</dt><dd>Kept for later</dd>" in drawn
    assert "<dt>Known</dt><dd>not re-read in the source, high confidence</dd>" in drawn
    assert "<dt>Confirmed</dt><dd>2026-11-24, review by 2027-11-30</dd>" in drawn


def test_a_limit_covered_by_the_evidence_of_the_group_around_it_counts(guide):
    guide.change("calculators/blood.py", ', evidence="BL-01")),', ")),")
    guide.change(
        "calculators/blood.py",
        'criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75)',
        'all_of("counts", "Counts", evidence="BL-01",'
        ' *[criterion("platelets", "At least 75", PLATELETS >= 75, evidence=())])',
    )
    guide.change("calculators/blood.py", "Calculator, criteria", "Calculator, all_of, criteria")
    guide.change("docs/index.md", " [@BL-01]", "")

    assert guide.problems() == []
    uses = uses_of(guide.site())["BL-01"]

    assert [(each.calculator, each.lines) for each in uses.rules] == [("blood", ("Counts",))]
    assert uses.pages == {"docs/index.md": {"gives its limit": None}}
