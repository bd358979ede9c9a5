"""Figures without a source, outlines with a gap, tables without a caption, pictures without words: exact messages."""

import pytest

UNSOURCED = "has no source here; cite one, or insert the limit of a rule"


class TestAFigure:
    @pytest.mark.parametrize(
        ("sentence", "figure"),
        [
            ("It shrank in 20 % of people.", "20 %"),
            ("Take 37.5 mg once daily.", "37.5 mg"),
            ("The dose is 7.4 GBq.", "7.4 GBq"),
            ("Not below 40 mL/min here.", "40 mL/min"),
            ("It held for 9 to 12 months.", "9 to 12 months"),
            ("It held for 9–12 weeks.", "9–12 weeks"),
            ("Platelets of 75 × 10⁹/L.", "75 × 10⁹/L"),
            ("A haemoglobin of 8 g/dL.", "8 g/dL"),
            ("Above 2\u00a0cm and 5 mm.", "2 cm"),
            ("About 12 000 mg were given.", "12 000 mg"),
            ("A 28-day cycle.", "28-day"),
            ("After 28 days.", "28 days"),
            ("In 2024, 3 trials and 7 of 10 people, table 2, version 1.4.", None),
            ("The interval is a 95 % confidence interval.", None),
            ("See [this](page.md#day-3-weeks) and `20 %` and [[value blood - platelets]].", None),
            ("Platelets: [[value blood - platelets]], in 20 % [@BL-01].", None),
        ],
    )
    def test_needs_a_source_when_it_has_a_clinical_unit(self, page, sentence, figure):
        assert page(f"{sentence}\n") == ([f"docs/more.md:9: {figure!r} {UNSOURCED}"] if figure else [])

    def test_is_not_covered_by_the_sentence_before_or_after(self, page):
        text = "First it was 10 % [@BL-01]. Then it was\n20 %. Last it was 30 %. [@BL-01]\n"

        assert page(text) == [f"docs/more.md:10: '20 %' {UNSOURCED}"]

    def test_is_covered_anywhere_in_its_list_item(self, page):
        assert page("- It is 10 %. That comes\n  from a trial [@BL-01].\n- It is 20 %.\n") == [
            f"docs/more.md:11: '20 %' {UNSOURCED}"
        ]

    def test_is_covered_by_its_row_of_a_table(self, page):
        text = "Doses.\n{ .caption }\n\n| Per 2 mm² | Source |\n|---|---|\n| 10 mg | [@BL-01] |\n| 20 mg | – |\n"

        assert page(text) == [f"docs/more.md:15: '20 mg' {UNSOURCED}"]

    def test_is_covered_by_the_caption_of_its_table_and_by_no_other(self, page):
        table = "| Dose |\n|---|\n| 10 mg |\n"
        text = f"Doses in mg [@BL-01].\n{{ .caption }}\n\n{table}\nMore.\n{{ .caption }}\n\n{table}"

        assert page(text) == [f"docs/more.md:21: '10 mg' {UNSOURCED}"]

    def test_is_left_alone_on_pages_for_authors(self, guide):
        front = "---\ntitle: M\naudience: author\nreviewed: 2026-11-23\nreview_by: 2027-11-30\nreviewers: []\n---\n"
        guide.write("docs/more.md", f"{front}\n# More\n\nStarts in 3 months.\n")

        assert guide.problems() == []


class TestAnOutline:
    def test_begins_with_one_title(self, page):
        assert page("## Part\n\n# Another\n") == [
            "docs/more.md:11: a second heading of level 1; a page has one, its title"
        ]

    def test_leaves_no_level_out(self, page):
        assert page("## Part\n\n#### Far below\n") == [
            "docs/more.md:11: a heading of level 4 below level 2; the next is level 3"
        ]

    def test_is_there(self, guide):
        guide.change("docs/index.md", "# Blood\n", "Blood\n")

        assert guide.problems() == ["docs/index.md:8: no heading; a page begins with # and its title"]

    def test_does_not_begin_below_the_title(self, guide):
        guide.change("docs/index.md", "# Blood\n", "## Blood\n")

        assert guide.problems() == ["docs/index.md:9: a heading of level 2 below nothing; the next is level 1"]


def test_a_table_has_a_caption(page):
    assert page("Text.\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n") == [
        "docs/more.md:11: a table without a caption; write a line above it and below that { .caption }"
    ]


@pytest.mark.parametrize("picture", ["![](x.png)", '<img src="x.png">', '<img src="x.png" alt="">'])
def test_a_picture_has_words(page, picture):
    assert page(f"{picture}\n") == ["docs/more.md:9: a picture without alt text; say in words what it shows"]


def test_a_picture_with_words_is_left_alone(page):
    assert page('![A liver](x.png) <img src="x.png" alt="A liver">\n') == []
