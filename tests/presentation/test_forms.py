"""The form, the criteria and the worked examples, as the build puts them on a page."""

import json
import re
from itertools import pairwise

import pytest

from guideline import judge, questions
from presentation import phrases
from presentation.criteria import criteria_html
from presentation.pages import answer_shown, calculator_html, examples_html, form_html
from tests.presentation.conftest import ANSWERS, Html, criteria_result
from tests.presentation.sample import EVIDENCE, SAMPLE, TABLE


def page(element_id: str = "net-sample") -> str:
    examples = [
        {"name": f"Example {state}", "variant": "north", "answers": answers, "source": "T-01"}
        for state, answers in ANSWERS.items()
    ]
    results = [criteria_result(state) for state in ANSWERS]
    return calculator_html(questions(SAMPLE), EVIDENCE, examples, results, element_id=element_id)


def test_every_control_has_a_name(asked):
    assert Html(form_html(asked, element_id="x")).unlabelled() == []


def test_ids_stay_unique_with_two_calculators_on_a_page():
    ids = Html(page("one") + page("two")).ids
    assert len(ids) == len(set(ids))
    assert len(ids) > 60


def test_every_reference_to_an_id_leads_somewhere():
    html = Html(page())
    ids = set(html.ids)
    for each in html.elements:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert set((each.get(name) or "").split()) <= ids, each
        if (each.get("href") or "").startswith("#"):
            assert each["href"][1:] in ids, each


def test_every_word_of_the_templates_is_a_phrase(asked):
    assert "built-in" not in page()
    assert not {each for each in phrases.WORDS if hasattr(dict, each)} - {"values"}, "read as a method by the templates"


def test_nothing_is_preselected_but_the_first_authority(asked):
    html = Html(form_html(asked, element_id="x"))
    assert [each for each in html.elements if "checked" in each] == []
    chosen = [each["value"] for each in html.all("option") if "selected" in each]
    assert chosen == ["north", ""]


def test_no_control_is_filled_by_the_browser_and_no_wheel_changes_a_number(asked):
    html = Html(form_html(asked, element_id="x"))
    for each in html.elements:
        if each["tag"] in ("form", "input", "select"):
            assert each["autocomplete"] == "off", each
        assert each.get("type") != "number"
    assert html.all("input", name="platelets_1e9_l")[0]["inputmode"] == "decimal"


def test_every_question_can_be_answered_with_not_known(asked):
    html = Html(form_html(asked, element_id="x"))
    unknown = [each for each in html.elements if each.get("data-net") == "unknown"]
    assert len(unknown) == len(asked["facts"])


def test_a_long_list_of_options_becomes_a_native_list(asked):
    html = Html(form_html(asked, element_id="x"))
    (uptake,) = html.all("select", name="uptake")
    assert uptake["text"].split("\n")[1] == phrases.WORDS["choose"]
    assert len(html.all("input", name="kind")) == 3


def test_a_number_offers_its_units_with_exact_factors(asked):
    html = Html(form_html(asked, element_id="x"))
    units = {each["value"]: each["data-factor"] for each in html.all("option") if "data-factor" in each}
    assert units == {"10⁹/L": "1/1", "/µL": "1/1000", "µmol/L": "1/1", "mg/dL": "884/10"}


def test_hints_say_where_a_value_is_found_and_what_is_possible(asked):
    html = Html(form_html(asked, element_id="x"))
    hints = {each["id"]: " ".join(each["text"].split()) for each in html.all("p") if "id" in each}
    assert hints["x-platelets_1e9_l-hint"] == (
        "At most 4 weeks old. Found in: blood count. Possible: 0 to 3000 × 10⁹/L."
    )
    assert "2026-11-23" in hints["x-last_day-hint"]
    assert "from Age, Serum creatinine" in hints["x-clearance_ml_min-hint"]


def test_a_question_that_another_opens_says_so(asked):
    html = Html(form_html(asked, element_id="x"))
    (past,) = html.all("div", **{"data-fact": "past"})
    assert past["data-asked-fact"] == "kind"
    assert json.loads(past["data-asked-one-of"]) == ["well"]
    assert "Only when: Kind of growth: Well ordered" in past["text"]


def test_questions_of_some_authorities_name_them(asked):
    html = Html(form_html(asked, element_id="x"))
    (uptake,) = html.all("div", **{"data-fact": "uptake"})
    assert uptake["data-variants"] == "north"
    assert "Asked by: Northern label." in uptake["text"]


def test_the_criteria_name_kind_limit_authority_and_evidence(asked):
    html = Html(criteria_html(asked, EVIDENCE, element_id="x"))
    rows = [" ".join(each["text"].split()) for each in html.all("tr")]
    wanted = (
        "Platelets at least 75 × 10⁹/L Required",
        "at least 75 × 10⁹/L",
        "Northern label",
        "T-02, T-01 not re-read in the source",
    )
    assert "".join(wanted) in rows


def test_every_table_has_a_name_and_header_cells(asked):
    html = Html(criteria_html(asked, EVIDENCE, element_id="x"))
    names = {each["id"]: each["text"] for each in html.all("summary")}
    assert len(html.all("table")) == 4
    assert all(names[each["aria-labelledby"]].strip() for each in html.all("table"))
    assert all(each["scope"] in ("row", "col") for each in html.all("th"))

    below_prose = Html(criteria_html(asked, EVIDENCE, folded=True))
    assert len(below_prose.all("table")) == len(below_prose.all("caption")) == 4
    assert all(each["text"].strip() for each in below_prose.all("caption"))


def test_few_criteria_stand_open_and_many_are_folded_table_by_table(asked, monkeypatch):
    few = criteria_html(asked, EVIDENCE, element_id="x")
    assert few.count('<details class="net-fold" open data-opened>') == few.count("<details") == 5
    assert '<summary id="x-every">Every criterion with its limit and its source <span class="net-quiet">(' in few

    monkeypatch.setattr("presentation.criteria._FEW", 10)
    many = criteria_html(asked, EVIDENCE, element_id="x")
    assert many.count('<details class="net-fold">') == many.count("<details") == 5


def test_a_page_about_some_rows_of_a_panel_shows_those_under_their_names(asked):
    first, second = [each["text"] for each in next(iter(asked["criteria"].values()))][:2]
    kept = next(iter(asked["criteria"].values()))[0]["id"]

    html = criteria_html(asked, EVIDENCE, folded=True, only=[kept])

    assert f">{asked['title']}: {first}</summary>" in html
    assert f">{first}" in html
    assert f">{second}" not in html
    assert phrases.WORDS["notices_caption"] not in html


@pytest.mark.parametrize(("inputs", "said"), [(["age_years"], ["Age."]), (["days_between"], [])])
def test_a_question_that_can_be_worked_out_names_the_questions_it_is_worked_out_from(asked, inputs, said):
    facts = {**asked["facts"], "creatinine_umol_l": {**asked["facts"]["creatinine_umol_l"], "derived": True}}
    facts["creatinine_umol_l"]["inputs"] = inputs

    html = form_html({**asked, "facts": facts}, element_id="x")

    hint = html.partition('name="creatinine_umol_l"')[0].rpartition("Serum creatinine")[2]
    assert re.findall(rf"{phrases.WORDS['derived']} ([^<]*?\.)", hint) == said


def test_authorities_that_differ_stand_beside_each_other(asked):
    html = Html(criteria_html(asked, EVIDENCE))
    (compared,) = html.all("table", **{"class": "net-table net-compared"})
    rows = {
        row["text"].split("\n")[0]: row["text"]
        for row in html.all("tr")
        if row["inside"][-1] == "tbody" and row["text"] in compared["text"]
    }
    assert any("at least 75" in each and "at least 100" in each for each in rows)
    assert any(each.startswith("Platelets") for each in rows), "named by what is asked, as the limits differ"
    assert not any(each.startswith("Well ordered") for each in rows), "the same everywhere"


def test_each_source_is_listed_once_with_its_address(asked):
    text = criteria_html(asked, EVIDENCE)
    assert text.count("Maker M. On order") == 1
    assert text.count('href="https://doi.org/10.0000/made-up"') == 1


def test_what_is_worked_out_cites_its_evidence(asked):
    html = Html(criteria_html(asked, EVIDENCE, element_id="x"))
    rows = ["|".join(cell.strip() for cell in each["text"].split("\n")) for each in html.all("tr")]
    assert "Clearance (mL/min)Age, Serum creatinineT-03" in rows


def test_a_calculator_without_authorities_has_no_column_for_them():
    html = Html(criteria_html(questions(TABLE), EVIDENCE))
    assert phrases.WORDS["according_to"] not in html.text


def test_a_worked_example_carries_its_answers_and_its_result(asked):
    answers = {"kind": "well", "platelets_1e9_l": {"value": "82", "unit": "10⁹/L"}, "expecting": False, "past": []}
    result = judge(SAMPLE, answers, variant="north", evidence=EVIDENCE)
    example = {"name": "It's <b>", "variant": "north", "answers": answers, "source": "T-01"}
    html = Html(examples_html(asked, [example], [result]))

    (button,) = html.all("button")
    assert button["data-net-load"] == "sample"
    assert json.loads(button["data-answers"]) == {"name": "It's <b>", "variant": "north", "answers": answers}
    assert "82\u00a0×\u00a010⁹/L" in html.text
    assert "None of these" in html.text
    assert result["headline"]["text"] in html.text
    assert html.all("b") == []


@pytest.mark.parametrize(
    ("fact", "raw", "shown"),
    [
        ("kind", "poor", "Poorly ordered"),
        ("kind", None, "Not known"),
        ("expecting", True, "Yes"),
        ("expecting", "no", "No"),
        ("past", ["a", "b"], "Treatment A, Treatment B"),
        ("age_years", 60, "60\u00a0years"),
        ("creatinine_umol_l", {"value": 1.5, "unit": "mg/dL"}, "1.5\u00a0mg/dL"),
        ("last_day", "2026-11-23", "2026-11-23"),
    ],
)
def test_answers_are_shown_as_a_reader_says_them(asked, fact, raw, shown):
    assert answer_shown(asked["facts"][fact], raw) == shown


def test_show_chooses_the_blocks(asked):
    only = calculator_html(asked, EVIDENCE, element_id="x", show=["criteria"])
    assert "<form" not in only
    assert "<table" in only


def test_below_prose_the_criteria_are_folded_under_their_title_and_the_page_keeps_its_own_heading(asked):
    alone = calculator_html(asked, EVIDENCE, element_id="x", show=["criteria"])
    whole = calculator_html(asked, EVIDENCE, element_id="x", show=["form", "criteria"])

    assert '<h3 id="x-criteria">The criteria and their sources</h3>' in alone
    assert '<details class="net-fold net-below">' in alone
    assert f'data-unprinted="{phrases.WORDS["unprinted"]}">{asked["title"]}</summary>' in alone
    assert "<h2" not in alone
    assert f">{asked['title']}</summary>" not in whole
    assert '<h2 id="x-criteria">The criteria and their sources</h2>' in whole


def test_headings_make_an_outline():
    levels = [int(each["tag"][1]) for each in Html(page()).elements if re.fullmatch("h[1-6]", each["tag"])]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))
