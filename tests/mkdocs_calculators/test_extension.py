"""The Markdown extension in plain Python-Markdown: what a page becomes, wherever it is built."""

import re

import markdown
import pytest

from mkdocs_calculators.problems import ProblemsError
from presentation.links import open_link
from tests.mkdocs_calculators.conftest import KEYS


@pytest.fixture
def render(guide):
    """Return the HTML of a text in the small guide."""

    def rendered(text: str, *extensions: str) -> str:
        configuration = {"calculators": {"project": str(guide.root)}}
        return markdown.markdown(text, extensions=["calculators", *extensions], extension_configs=configuration)

    return rendered


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


class TestACalculatorFence:
    def test_becomes_form_criteria_and_examples(self, render):
        html = render("```calculator\nblood\n```\n")

        assert '<net-calculator class="net" id="net-blood" data-calculator="blood"' in html
        assert 'id="net-blood-platelets" name="platelets"' in html
        assert 'Platelets at least <span class="net-whole">75 × 10⁹</span>/L' in html
        assert "Doe J, Roe R, Poe E, et al. Platelets in practice. J Test 2020;1:2–3." in html
        assert "Enough" in html

    def test_shows_only_the_parts_asked_for(self, render):
        html = render("```calculator\nblood\nshow: criteria\n```\n")

        assert "<net-calculator" not in html
        assert "Every criterion" in html

    def test_twice_on_a_page_has_two_ids(self, render):
        html = render("```calculator\nblood\n```\n\n```calculator\nblood\n```\n")

        assert re.findall(r'<net-calculator class="net" id="([^"]+)"', html) == ["net-blood", "net-blood-2"]
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids))

    def test_comes_before_superfences_takes_it_for_code(self, render):
        assert "<net-calculator" in render("```calculator\nblood\n```\n", "pymdownx.superfences", "fenced_code")

    def test_stands_in_an_admonition(self, render):
        html = render("!!! note\n    ```calculator\n    blood\n    ```\n", "admonition")

        assert re.search(r'<div class="admonition note">.*<net-calculator.*</div>', html, re.DOTALL)

    def test_inside_a_longer_fence_is_an_example_of_itself(self, render):
        html = render("````\n```calculator\nblood\n```\n````\n", "pymdownx.superfences")

        assert "<net-calculator" not in html
        assert "```calculator" in html

    def test_escapes_what_authors_wrote(self, render, guide):
        guide.change("calculators/blood.py", 'title="Blood"', 'title="<b>Blood</b> & \\"more\\""')

        html = render("```calculator\nblood\n```\n")

        assert "<b>Blood" not in html
        assert "&lt;b&gt;Blood&lt;/b&gt; &amp;" in html


class TestAValue:
    def test_is_the_limit_of_the_rule(self, render):
        html = render("At least [[value blood - platelets]].")

        assert html == (
            '<p>At least <span class="net-value" data-rule="blood - platelets">75\xa0×\xa010⁹/L</span>.</p>'
        )

    def test_moves_with_the_rule(self, render, guide):
        render("[[value blood - platelets]]")
        guide.change("calculators/blood.py", "PLATELETS >= 75", "PLATELETS >= 9000 / 100")

        assert "90\xa0×" in render("[[value blood - platelets]]")

    def test_may_be_the_number_alone(self, render):
        html = render("From [[number blood - platelets]] to 100 × 10⁹/L.")

        assert '<span class="net-value" data-rule="blood - platelets">75</span> to 100' in html

    def test_in_code_is_left_alone(self, render):
        assert render("`[[value blood - platelets]]`") == "<p><code>[[value blood - platelets]]</code></p>"

    def test_stands_in_a_table(self, render):
        assert "<td><span" in render("| a |\n|---|\n| [[value blood - platelets]] |\n", "tables")


class TestAFilledCalculator:
    def test_is_a_link_to_its_form_with_the_first_worked_example_behind_the_hash(self, render, guide):
        guide.write("link_keys.toml", KEYS)
        text = "Open [[filled blood]]."
        guide.write("docs/deeper/more.md", f"---\ntitle: More\n---\n{text}\n")

        html = render(text)

        (fragment,) = re.findall(r'href="\.\./index\.md#(c2~blood~1~-~aa80~\w+)"', html)
        assert "Blood, filled in as in “Enough”</a>" in html
        opened = open_link(guide.site().calculators["blood"].calculator, fragment, guide.site().link_keys)
        assert opened["answers"] == {"platelets": {"value": "80", "unit": "10⁹/L"}}

    def test_of_a_calculator_that_is_not_there_stops_at_its_line(self, page):
        assert page("[[filled blod]]\n") == ["docs/more.md:9: no calculator 'blod'; there is blood"]


class TestACitation:
    def test_is_a_number_that_leads_to_the_list(self, render):
        html = render("Text [@DOE2020].")

        assert '<sup class="net-citation"><a href="#source-doe2020" role="doc-noteref"' in html
        assert '<h2 id="sources-of-this-page">Sources of this page</h2>' in html
        assert '<li id="source-doe2020">' in html
        assert 'href="https://doi.org/10.1000/xyz"' in html

    def test_of_a_record_lists_its_works_and_where_in_them(self, render):
        html = render("Text [@BL-01].")

        assert '<a href="#source-doe2020"' in html
        assert "BL-01 · table 1 · label" in text_of(html)

    def test_of_records_of_one_kind_lists_them_on_one_line_by_their_ids(self, render, guide):
        record = (guide.root / "evidence/blood.toml").read_text()
        more = [record.replace("BL-01", f"BL-0{number}") for number in (4, 3)]
        other = record.replace("BL-01", "BL-02").replace('"label"', '"expert"')
        guide.write("evidence/blood.toml", "\n".join([record, *more, other]))

        html = render("Text [@BL-04; @BL-02; @BL-01; @BL-03].")

        lines = html.partition('<section class="net-sources"')[2].split('<span class="net-sources__record">')[1:]
        assert [text_of(each).partition("†")[0] for each in lines] == [
            "BL-01, BL-03, BL-04 · table 1 · label",
            "BL-02 · table 1 · expert",
        ]

    def test_of_a_work_without_a_year_has_its_volume_after_the_journal(self, render, guide):
        work = (guide.root / "docs/references.bib").read_text()
        guide.write("docs/references.bib", re.sub(r"\n\s*year = .*", "", work))

        assert "J Test 1:2–3." in text_of(render("Text [@DOE2020]."))

    def test_of_one_work_twice_is_one_number(self, render):
        html = render("One [@DOE2020]. Two [@BL-01; @DOE2020].")

        assert re.findall(r'role="doc-noteref"[^>]*>([^<]+)<', html) == ["1", "1"]
        assert html.count('<li id="source-doe2020">') == 1

    def test_is_numbered_in_the_order_of_reading(self, render, guide):
        work = (guide.root / "docs/references.bib").read_text()
        guide.write("docs/references.bib", work + work.replace("DOE2020", "ROE2021"))

        html = render("| a | b |\n|---|---|\n| x [@ROE2021] | y [@DOE2020] |\n\nText [@DOE2020; @ROE2021].", "tables")

        assert re.findall(r'role="doc-noteref"[^>]*>([^<]+)<', html) == ["1", "2", "1", "2"]
        assert re.findall(r'<li id="source-(\w+)"', html) == ["roe2021", "doe2020"]

    def test_stands_right_after_the_word(self, render):
        assert "<p>Text<sup" in render("Text [@DOE2020].")

    def test_of_what_is_remembered_is_marked_and_explained(self, render, guide):
        guide.change("evidence/blood.toml", 'known = "seen"', 'known = "recalled"')

        html = render("Text [@BL-01].")

        assert ">1†</a>" in html
        assert "† not re-read in the source" in text_of(html)

    def test_of_a_record_without_a_work_lists_the_record(self, render, guide):
        guide.change("evidence/blood.toml", 'sources = [{ key = "DOE2020", locator = "table 1" }]\n', "")
        guide.change(
            "evidence/blood.toml", 'strength = "label"', 'strength = "label"\nnotes = "No citable source: counted."'
        )

        html = render("Text [@BL-01].")

        assert '<li id="source-bl-01">' in html
        assert "No citable source: counted." in html

    def test_joins_the_table_of_contents(self, guide):
        made = markdown.Markdown(
            extensions=["calculators", "toc"], extension_configs={"calculators": {"project": str(guide.root)}}
        )
        made.convert("# A\n\n[@DOE2020]")

        assert 'href="#sources-of-this-page"' in made.toc

    def test_does_not_leak_into_the_next_page(self, guide):
        made = markdown.Markdown(
            extensions=["calculators"], extension_configs={"calculators": {"project": str(guide.root)}}
        )
        made.convert("[@DOE2020]")

        assert "net-sources" not in made.convert("Nothing cited.")


class TestLists:
    def test_the_bibliography_has_every_work(self, render):
        assert '<li id="work-doe2020">' in render("[[bibliography]]")

    def test_the_register_has_every_record_by_topic(self, render):
        html = render("[[evidence-register]]")

        assert "<h3>Blood</h3>" in html
        assert 'class="net-record" id="bl-01"' in html
        assert "seen in the source, high confidence" in html

    def test_do_not_read_their_content_as_markdown(self, render, guide):
        guide.change("evidence/blood.toml", "Platelets should", "*Platelets* [should](x) <b>")

        assert "*Platelets* [should](x) &lt;b&gt;" in render("[[evidence-register]]")


class TestWhatDoesNotExist:
    def test_stops_at_file_and_line(self, guide, render):
        text = "\n# More\n\nText [@NOBODY].\n"
        front = (guide.root / "docs/index.md").read_text().partition("\n# Blood")[0]
        guide.write("docs/more.md", front + text)

        with pytest.raises(
            ProblemsError, match=r"^docs/more\.md:11: no source or evidence 'NOBODY'; there is BL-01, DOE2020$"
        ):
            render(text.strip("\n"))

    def test_stops_at_the_line_of_a_text_that_is_no_file(self, render):
        with pytest.raises(ProblemsError, match=r"^page:3: no calculator 'nothing'; there is blood$"):
            render("One.\n```calculator\nnothing\n```\n")


def test_naming_the_extension_twice_does_no_harm(render):
    html = render("[@DOE2020]\n\n```calculator\nblood\n```\n", "mkdocs_calculators.extension")

    assert html.count("<net-calculator") == 1
    assert html.count('<section class="net-sources"') == 1


def test_an_empty_table_heading_becomes_a_plain_cell(render):
    assert "<td></td>\n<th>b</th>" in render("|   | b |\n|---|---|\n| 1 | 2 |\n", "tables")


def test_a_paragraph_above_a_table_becomes_its_caption(render):
    html = render("Doses [@DOE2020].\n{ .caption }\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "tables", "attr_list")

    assert "<table>\n<caption>Doses<sup" in html
    assert '<p class="caption">' not in html
