"""What is read as one word stays on one line: figures with units, "n = 12", names with their number."""

import markdown
import pytest

from tests.mkdocs_calculators.conftest import Guide


@pytest.fixture
def render(guide: Guide):
    """Return the HTML of a text in the small guide, its no-break spaces as "~"."""

    def rendered(text: str) -> str:
        configuration = {"calculators": {"project": str(guide.root)}}
        extensions = ["calculators", "tables", "toc"]
        return markdown.markdown(text, extensions=extensions, extension_configs=configuration).replace("\u00a0", "~")

    return rendered


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("in 20 % of people", "in 20~% of people"),
        ("up to 2 cm wide", "up to 2~cm wide"),
        ("7.4 GBq every 8 weeks", "7.4~GBq every 8~weeks"),
        ("below 75 × 10⁹/L now", "below 75~×~10⁹/L now"),
        ("(n = 12, p < 0.05)", "(n~=~12, p~&lt;~0.05)"),
        ("a 2 men and 3 women", "a 2 men and 3 women"),
        ("one · two", "one~· two"),
    ],
)
def test_no_line_ends_inside_it(render, typed, shown):
    assert render(typed) == f"<p>{shown}</p>"


def test_a_dot_between_links_stays_with_the_one_before_it(render):
    assert "</a>~· <a" in render("[One](https://a.example) · [two](https://b.example)")


@pytest.mark.parametrize("name", ["NETTER-2", "Ki-67", "5-HIAA", "RADIANT-4", "177Lu-DOTATATE", "NT-proBNP"])
def test_a_name_is_not_parted_at_its_hyphen(render, name):
    whole = name[-1].isdigit() or name[0].isdigit()
    html = render(f"Not *{name}*, but {name} and more of {name}.")

    assert html.count(f'<span class="net-whole">{name}</span>') == (3 if whole else 0)
    assert html.replace('<span class="net-whole">', "").replace("</span>", "") == (
        f"<p>Not <em>{name}</em>, but {name} and more of {name}.</p>"
    )


def test_a_range_is_not_parted_at_its_dash(render):
    assert render("every 2–3 months, 1.5–2.2 L, G1–G2") == (
        '<p>every <span class="net-whole">2–3</span>~months, <span class="net-whole">1.5–2.2</span>~L, '
        '<span class="net-whole">G1–G2</span></p>'
    )


def test_code_is_left_alone_and_a_heading_keeps_its_id(render):
    assert "<code>2 cm, Ki-67</code>" in render("`2 cm, Ki-67`")
    assert '<h2 id="ki-67-above-20">Ki-67 above 20~%</h2>' in render("## Ki-67 above 20 %")
