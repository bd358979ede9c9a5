"""Plain files in, exact messages out."""

import pytest

FRONT_LINES = 8  # of the page that the fixture adds


def test_a_guide_that_agrees_has_no_problems(guide):
    assert guide.problems() == []


def test_a_calculator_that_no_page_shows(guide):
    guide.change("docs/index.md", "```calculator\nblood\n```\n", "")

    assert guide.problems() == ["calculators/blood.py:7: no page shows 'blood'; write blood.md with a calculator fence"]


class TestAPageNames:
    def test_a_calculator_that_does_not_exist(self, page):
        assert page("```calculator\nblod\n```\n") == ["docs/more.md:10: no calculator 'blod'; there is blood"]

    def test_no_calculator_at_all(self, page):
        assert page("```calculator\n```\n") == [
            "docs/more.md:9: a calculator fence needs the id of a calculator as its first line"
        ]

    def test_a_part_of_a_calculator_that_does_not_exist(self, page):
        assert page("```calculator\nblood\nshow: from\n```\n") == [
            "docs/more.md:9: nothing called 'from' to show; there is form, criteria, examples, sheet, patients, plain"
        ]

    def test_a_limit_of_no_criterion(self, page):
        assert page("Below [[value blood - platelet]].\n") == [
            "docs/more.md:9: no criterion of blood - 'platelet'; there is platelets"
        ]

    def test_a_limit_of_no_variant(self, page):
        assert page("[[value blood eu platelets]]\n") == ["docs/more.md:9: no variant of blood 'eu'; there is -"]

    def test_a_limit_with_a_word_missing(self, page):
        assert page("[[value blood platelets]]\n") == [
            "docs/more.md:9: a value is [[value CALCULATOR VARIANT CRITERION]], "
            "the variant being - where there are none; a fourth word is another unit"
        ]

    def test_a_limit_in_a_unit_that_it_does_not_have(self, page):
        assert page("[[number blood - platelets cm]]\n") == [
            "docs/more.md:9: no unit of 'platelets' 'cm'; there is 10⁹/L"
        ]

    @pytest.mark.parametrize(
        ("sentence", "said"),
        [
            ("Above [[value blood - platelets]].", "above"),
            ("No more than [[number blood - platelets]] × 10⁹/L.", "at most"),
            ("Platelets of [[value blood - platelets]] or less.", "at most"),
        ],
    )
    def test_a_limit_with_the_words_of_another_side(self, page, sentence, said):
        assert page(f"{sentence}\n") == [
            f"docs/more.md:9: the words around the limit say '{said}', its rule 'at least 75 × 10⁹/L'; "
            "say it as the rule does, or type the figure with its source where it is another statement"
        ]

    @pytest.mark.parametrize(
        "sentence",
        [
            "At least [[value blood - platelets]].",
            "Not below [[value blood - platelets]]; below [[value blood - platelets]] it waits.",
            "[[value blood - platelets]] or more.",
            "[[value blood - platelets]] or fewer than 2 mitoses.",
            "From [[number blood - platelets]] to 100 or less.",
            "The limit is [[value blood - platelets]].",
        ],
    )
    def test_a_limit_in_the_words_of_its_rule(self, page, sentence):
        assert page(f"{sentence}\n") == []

    def test_a_source_that_does_not_exist(self, page):
        assert page("Text.\n\nText [@DOE2020; @DOE2021].\n") == [
            "docs/more.md:11: no source or evidence 'DOE2021'; there is BL-01, DOE2020"
        ]

    def test_nothing_in_code(self, page):
        fence = "````\n```calculator\nnothing\n```\n[[value a b c]]\n````"
        text = f"`[@NOBODY]` and\n\n{fence}\n\n<!-- [@NOBODY]\n[@NOBODY] -->\n"
        assert page(text) == []

    @pytest.mark.parametrize(
        ("sentence", "said"),
        [
            (
                "The patient is eligible.",
                "'The patient is eligible' is not said here; say which published criteria are met",
            ),
            ("You should take it.", "'You should take' is not said here; say what is offered and what it does"),
            ("It is simply done.", "'simply' is not said here; leave it out"),
        ],
    )
    def test_what_is_never_said(self, page, sentence, said):
        assert page(f"{sentence}\n") == [f"docs/more.md:9: {said}"]


class TestFrontMatter:
    def test_is_needed(self, guide):
        guide.write("docs/more.md", "# More\n")

        assert guide.problems() == [
            "docs/more.md:1: no front matter; a page begins with --- and has "
            "title, audience, reviewed, review_by, reviewers"
        ]

    def test_has_an_end(self, guide):
        guide.write("docs/more.md", "---\ntitle: More\n")

        assert guide.problems() == ["docs/more.md:1: front matter begins with --- and never ends"]

    def test_is_yaml(self, guide):
        guide.write("docs/more.md", "---\ntitle: 'More\n---\n")

        (said,) = guide.problems()
        assert said.startswith("docs/more.md:2: front matter is not YAML: ")

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ("audience: clinician", "audience: doctors",
             "3: audience is 'doctors'; it can be clinician, patient, author, everyone"),
            ("reviewed: 2026-11-23", "reviewed: soon", "4: reviewed is 'soon'; it must be a day such as 2026-11-23"),
            ("review_by: 2027-11-30", "review_by: 2026-11-01",
             "5: review_by 2026-11-01 is not after reviewed 2026-11-23"),
            ("reviewers: []", "reviewers: nobody",
             "6: reviewers must be a list of names; [] says that nobody has reviewed it"),
            ("title: Blood", "title:", "2: title must be text"),
            ("reviewers: []\n", "",
             "1: front matter has no 'reviewers'; it needs title, audience, reviewed, review_by, reviewers"),
        ],
    )  # fmt: skip
    def test_says_what_it_must(self, guide, before, after, said):
        guide.change("docs/index.md", before, after)

        assert guide.problems() == [f"docs/index.md:{said}"]


class TestARule:
    def test_rests_on_evidence(self, guide):
        guide.change("calculators/blood.py", 'evidence="BL-01"', "evidence=()")

        assert guide.problems() == [
            "calculators/blood.py:11: criterion 'platelets' has no evidence; name a record of the register"
        ]

    def test_rests_on_evidence_that_exists(self, guide):
        guide.change("calculators/blood.py", 'evidence="BL-01"', 'evidence="BL-02"')

        assert guide.problems() == ["calculators/blood.py:11: platelets: no evidence 'BL-02'; there is BL-01"]

    def test_says_the_number_that_it_compares_with(self, guide):
        guide.change("calculators/blood.py", "at least 75 ×", "at least 70 ×")

        assert guide.problems() == [
            "calculators/blood.py:11: criterion 'platelets' says 'Platelets at least 70 × 10⁹/L' "
            "but its rule compares with 75 × 10⁹/L"
        ]

    def test_says_the_comparison_that_it_makes(self, guide):
        guide.change("calculators/blood.py", "at least 75 ×", "above 75 ×")

        assert guide.problems() == [
            "calculators/blood.py:11: criterion 'platelets' says 'Platelets above 75 × 10⁹/L' "
            "but its rule is >= 75 × 10⁹/L"
        ]

    def test_uses_a_figure_of_its_evidence(self, guide):
        guide.change("evidence/blood.toml", 'figures = ["75 × 10⁹/L"]', 'figures = ["70 × 10⁹/L"]')

        assert guide.problems() == [
            "calculators/blood.py:11: criterion 'platelets' uses 75 × 10⁹/L, "
            "which is no figure of its evidence: BL-01 has 70 × 10⁹/L"
        ]

    def test_does_not_use_what_must_not_be_implemented(self, guide):
        guide.change("evidence/blood.toml", 'known = "seen"', 'known = "seen"\ndo_not_implement = true')

        assert guide.problems() == [
            "calculators/blood.py:11: platelets rests on BL-01, which is marked do_not_implement"
        ]

    @pytest.mark.parametrize("confidence", ["medium", "low"])
    def test_does_not_use_what_is_half_remembered(self, guide, confidence):
        guide.change("evidence/blood.toml", 'known = "seen"', 'known = "recalled"')
        guide.change("evidence/blood.toml", 'confidence = "high"', f'confidence = "{confidence}"')

        assert guide.problems() == [
            f"calculators/blood.py:11: platelets rests on BL-01, which is recalled with {confidence} confidence; "
            "a rule needs a record that was seen, or recalled with high confidence"
        ]

    def test_may_use_what_is_remembered_well(self, guide):
        guide.change("evidence/blood.toml", 'known = "seen"', 'known = "recalled"')

        assert guide.problems() == []

    def test_never_advises(self, guide):
        guide.change("calculators/blood.py", 'title="Blood"', 'title="When it is safe"')

        assert guide.problems() == [
            "calculators/blood.py:7: blood says 'safe'; a rule reports what criteria say and never advises"
        ]


class TestAWorkedExample:
    def test_that_its_rule_does_not_bear_out(self, guide):
        guide.change("calculators/blood.cases.toml", "platelets = 80", "platelets = 60")

        assert guide.problems() == [
            "calculators/blood.cases.toml:1: example 'Enough': expects platelets to be met; the rule says not_met",
            "calculators/blood.cases.toml:1: example 'Enough': expects the headline 'criteria_met'; "
            "the rule gives 'criteria_not_met'",
        ]

    def test_whose_answers_are_refused(self, guide):
        guide.change("calculators/blood.cases.toml", "platelets = 80", "platelets = 5000")

        (said,) = guide.problems()
        assert said.startswith("calculators/blood.cases.toml:1: example 'Enough': its answers are refused: Platelets")

    def test_with_a_limit_that_moved(self, guide):
        guide.change("calculators/blood.cases.toml", "[74.9, 10]", "[75, 10]")

        assert guide.problems() == [
            "calculators/blood.cases.toml:7: limit of 'platelets': platelets = 75 should be not_met; the rule says met"
        ]

    def test_with_a_key_that_does_not_exist(self, guide):
        guide.change("calculators/blood.cases.toml", 'source = "BL-01"\n\n', 'source = "BL-01"\nsorce = "BL-01"\n\n')

        (said,) = guide.problems()
        assert said.startswith(
            "calculators/blood.cases.toml:6: no key of [[example]] 'sorce'; there is about, answers,"
        )

    def test_that_is_not_toml(self, guide):
        guide.change("calculators/blood.cases.toml", "{ platelets = 80 }", "{ platelets = }")

        assert guide.problems() == ["calculators/blood.cases.toml:3: not TOML: Invalid value"]


class TestARecord:
    SPARE = (
        '\n[BL-02]\nstatement = "Counts vary."\npopulation = "Adults"\nsources = [{ key = "DOE2020" }]\n'
        'strength = "cohort"\nknown = "seen"\nconfidence = "high"\n'
        'confirmed_on = "2026-11-23"\nreview_by = "2027-11-30"\n'
    )
    LAST = 'review_by = "2027-11-30"\n'

    def test_that_nothing_uses_says_why(self, guide):
        guide.change("evidence/blood.toml", self.LAST, self.LAST + self.SPARE)

        assert guide.problems() == [
            "evidence/blood.toml:14: BL-02 is used by no rule and cited by no page; "
            'cite it, or mark it unused = "the reason"'
        ]

    def test_that_nothing_uses_is_fine_with_a_reason(self, guide):
        guide.change("evidence/blood.toml", self.LAST, f'{self.LAST}{self.SPARE}unused = "context"\n')

        assert guide.problems() == []

    def test_that_is_used_is_not_marked(self, guide):
        guide.change("evidence/blood.toml", self.LAST, f'{self.LAST}unused = "context"\n')

        assert guide.problems() == ["evidence/blood.toml:3: BL-01 is marked unused, but blood uses it; remove the mark"]

    def test_that_is_marked_without_a_reason(self, guide):
        guide.change("evidence/blood.toml", self.LAST, f'{self.LAST}unused = ""\n')

        assert guide.problems() == ["evidence/blood.toml:13: BL-01: unused says why: a short reason, or leave it out"]
