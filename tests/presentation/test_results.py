"""Results as HTML: what is said, in which words, and never anything that was not escaped."""

import copy
import re
import time

import pytest

from guideline import AnswerError, judge, questions
from presentation import phrases
from presentation.criteria import criteria_html
from presentation.letters import headline_words
from presentation.results import field_html, headline_html, problems_html, result_html
from tests.presentation.conftest import ANSWERS, Html, criteria_result, outcome_result
from tests.presentation.sample import EVIDENCE, PLACES, SAMPLE, TABLE

HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


def problems_of(answers, calculator=SAMPLE):
    with pytest.raises(AnswerError) as caught:
        judge(calculator, answers, evidence=EVIDENCE)
    return caught.value.problems


def poisoned(value):
    """Return the same JSON with every text made hostile, except the words that drive the templates."""
    driving = {
        "state",
        "kind",
        "verdict",
        "join",
        "style",
        "format",
        "origin",
        "known",
        "calculator",
        "id",
        "fact",
        "only",
    }
    if isinstance(value, dict):
        return {key: each if key in driving else poisoned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each) for each in value]
    return value + HOSTILE if isinstance(value, str) else value


def test_a_result_is_well_formed_and_says_its_headline(result, labels):
    html = Html(result_html(result, labels))
    assert result["headline"]["text"] in html.text
    (headline,) = html.all("p", **{"class": "net-headline"})
    assert headline["data-state"] == result["headline"]["state"]


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (
            "criteria",
            [
                "Has also: Red cells; Kidneys",
                "Not in its list here: Adult",
                "Other limit, weight or wording: Platelets",
            ],
        ),
        ("options", ["Places otherwise: Platelets"]),
    ],
)
def test_where_authorities_part_is_said_by_which_of_them_asks(style, said, labels):
    result = criteria_result("criteria_met")
    own, other = copy.deepcopy(result["authorities"][:2])
    own["differences"] = []
    other["differences"] = [
        {"id": "red", "text": "Red cells", "only": "there"},
        {"id": "age", "text": "Adult", "only": "here"},
        {"id": "kidney", "text": "Kidneys", "only": "there"},
        {"id": "platelets", "text": "Platelets", "only": ""},
    ][3 if style == "options" else 0 :]
    html = Html(result_html({**result, "style": style, "authorities": [own, other]}, labels))
    shown = [each["text"] for each in html.all("p") if "td" in each["inside"]]
    assert [" ".join(each.split()) for each in shown] == said


def test_every_headline_has_a_mark_and_words():
    for state, phrase in phrases.HEADLINES.items():
        assert phrase.words, state
        assert phrase.mark in phrases.ASCII_MARKS, state


def test_hostile_text_is_escaped_everywhere(result, labels):
    bad = poisoned(copy.deepcopy(result))
    bad["evidence"] = {key: {**each, "id": key} for key, each in bad["evidence"].items()}
    for source in (each for record in bad["evidence"].values() for each in record["sources"]):
        source["url"] = "javascript:alert(1)"
    html = Html(result_html(bad, poisoned(labels)))
    assert html.all("script") == html.all("img") == []
    assert not any((each.get("href") or "").startswith("javascript") for each in html.all("a"))


def test_hostile_problems_are_escaped(labels):
    problems = problems_of({"platelets_1e9_l": HOSTILE, HOSTILE: 1})
    for text in (problems_html(problems, labels, element="net-sample"), *field_html(problems).values()):
        html = Html(text)
        assert html.all("script") == html.all("img") == []
        assert "<script>" in html.text


def test_marks_never_stand_alone(result, labels):
    html = Html(result_html(result, labels))
    assert all(each["aria-hidden"] == "true" for each in html.all("span") if "net-mark" in each.get("class", ""))
    for each in html.all("summary"):
        assert each["text"].startswith("source: ") or any(
            words.words in each["text"] for by_verdict in phrases.VERDICTS.values() for words in by_verdict.values()
        )


def test_the_words_say_what_a_verdict_means_for_its_kind():
    html = Html(result_html(criteria_result("met_with_cautions"), SAMPLE.labels))
    assert "Contraindication absent" in html.text
    assert "Caution applies" in html.text


def test_why_has_value_limit_statement_source_strength_and_who_disagrees(labels):
    html = Html(result_html(criteria_result("not_enough_information"), labels))
    (platelets,) = [each for each in html.all("li") if each.get("id") == "net-sample-platelets-finding"]
    for words in (
        "82\u00a0×\u00a010⁹/L", "at least 75", "7 above", "Platelets at least 75 × 10⁹/L.", "Northern label, 2024",
        "phase 3, I", "not re-read in the source", "table 2", "The southern label asks for 100.", "Evidence T-01",
    ):  # fmt: skip
        assert words in platelets["text"], words


def test_what_is_not_drawn_again_is_the_same(labels):
    first, second = (criteria_result(each) for each in ("met_with_cautions", "not_enough_information"))
    drawn = [result_html(each, labels, apart=True) for each in (first, second, first)]
    assert drawn[0] == drawn[2] != drawn[1]
    assert result_html(second, labels, apart=True, element_id="y") == drawn[1].replace("net-sample-", "y-")


def test_what_was_entered_and_what_was_compared_are_both_shown(labels):
    html = Html(result_html(criteria_result("criteria_met"), labels))
    assert "90\u00a0mL/min" in html.text
    converted = judge(SAMPLE, {"platelets_1e9_l": {"value": "82000", "unit": "/µL"}}, evidence=EVIDENCE)
    (platelets,) = [
        each
        for each in Html(result_html(converted, labels)).all("li")
        if each.get("id") == "net-sample-platelets-finding"
    ]
    assert "82000\u00a0/µL" in platelets["text"]
    assert "82\u00a0×\u00a010⁹/L" in platelets["text"]


def test_missing_answers_link_to_their_fields(labels):
    html = Html(result_html(criteria_result("not_enough_information"), labels, element_id="second"))
    links = {each["href"]: each["text"] for each in html.all("a") if each["href"].startswith("#")}
    assert links["#second-kind"] == "Kind of growth"
    assert all(each.startswith("#second-") for each in links)


def test_changes_are_split_into_those_that_can_and_cannot_happen(labels):
    text = Html(result_html(criteria_result("criteria_met"), labels)).text
    assert text.index(phrases.WORDS["can_change"]) < text.index("Platelets below 75")
    assert text.index(phrases.WORDS["cannot_change"]) < text.index("Expecting a child “yes”")


def test_the_authorities_are_compared(labels):
    html = Html(result_html(criteria_result("met_with_cautions"), labels))
    rows = [" ".join(each["text"].split()) for each in html.all("tr")]
    assert any(each.startswith("Southern label✗ Published criteria not met") for each in rows)


def test_answers_that_were_not_used_are_listed(labels):
    result = judge(SAMPLE, {"kind": "poor", "past": ["a"], "last_day": "2026-11-23"}, evidence=EVIDENCE)
    text = Html(result_html(result, labels)).text
    assert phrases.WORDS["not_used"] in text
    assert "Earlier treatment: Treatment A" in text


def test_a_compact_result_leaves_the_evidence_to_the_criteria_table(labels):
    result = criteria_result("not_enough_information")
    compact, whole = (result_html(result, labels, compact=each) for each in (True, False))
    assert "Maker M" not in compact
    assert "T-01" in compact
    assert "Maker M" in whole


def test_evidence_set_apart_is_named_in_place(labels):
    html = Html(result_html(criteria_result("criteria_met"), labels, apart=True))
    assert "T-02 T-01" in [each.get("data-evidence") for each in html.all("div")]
    assert "The southern label asks" not in html.text


def test_a_decided_table_shows_its_outcome_and_what_is_ruled_out():
    result = outcome_result({"kind": "poor"})
    html = Html(result_html(result, TABLE.labels))
    (headline,) = html.all("p", **{"class": "net-headline"})
    assert headline["text"].split() == ["Class", "2"]
    assert html.all("details", id="net-table-ruled-out")[0]["text"].split()[:3] == ["Ruled", "out:", "1"]


def test_an_open_table_lists_what_is_still_possible():
    result = outcome_result({"platelets_1e9_l": 80})
    assert "Still possible" not in headline_words(result)
    html = Html(result_html(result, TABLE.labels))
    (outcomes,) = html.all("ul", **{"class": "net-outcomes"})
    assert outcomes["text"].split("\n")[1:3] == ["Class 2", "Class 1"]


def test_a_panel_groups_its_rows_by_where_they_are_placed():
    asked = questions(PLACES)
    result = judge(PLACES, {"kind": "poor", "platelets_1e9_l": 80, "expecting": True}, evidence=EVIDENCE)
    html = Html(result_html(result, PLACES.labels))
    groups = {each["data-group"]: each["text"] for each in html.all("section")}
    assert list(groups) == ["first", "not"]
    assert "Swimming" in groups["first"]
    assert "In warm water." in groups["first"]
    assert "Platelets above 75" in groups["first"]
    assert "Walking" in groups["not"]
    assert "Expecting: ask." in html.text
    assert "Expecting: ask." in Html(criteria_html(asked, EVIDENCE)).text


@pytest.mark.parametrize("apart", [True, False])
def test_ids_stay_unique_in_a_panel_whose_rows_share_their_outcomes(apart):
    result = judge(PLACES, {"kind": "well", "platelets_1e9_l": 80}, evidence=EVIDENCE)
    for _ in range(2):
        ids = Html(result_html(result, PLACES.labels, apart=apart)).ids
        assert len(ids) == len(set(ids)) > 3


def test_the_headline_alone_fits_the_bar(result):
    html = Html(headline_html(result))
    assert html.text.split()[-1] == result["headline"]["text"].split()[-1]


def test_problems_link_to_their_fields_and_are_counted(labels):
    problems = problems_of({"platelets_1e9_l": "1,234", "age_years": "old"})
    html = Html(problems_html(problems, labels, element="second"))
    assert "2 answers need a look" in html.text
    assert [each["href"] for each in html.all("a")] == ["#second-platelets_1e9_l", "#second-age_years"]
    assert "1 answer needs" in problems_html(problems[:1], labels, element="net-sample")


def test_an_unusual_value_is_asked_again_with_the_unit_that_may_be_meant(labels):
    (problem,) = problems_of({"creatinine_umol_l": {"value": "88", "unit": "mg/dL"}})
    html = Html(field_html([problem])["creatinine_umol_l"])
    confirm, suggestion = html.all("button")
    assert confirm["text"] == "Yes, it is right"
    assert suggestion["text"] == "Use 88\u00a0µmol/L"
    assert (suggestion["data-value"], suggestion["data-unit"]) == ("88", "µmol/L")


@pytest.mark.parametrize("state", list(ANSWERS))
def test_no_verdict_on_a_person_and_no_advice(state, labels):
    result = criteria_result(state)
    for text in (Html(result_html(result, labels)).text, headline_html(result)):
        for pattern in phrases.FORBIDDEN:
            assert not re.search(pattern, text, re.IGNORECASE), pattern


def test_the_fixed_phrases_hold_to_the_forbidden_words():
    texts = [
        *phrases.WORDS.values(), *phrases.SCRIPT_WORDS.values(), *phrases.KINDS.values(), *phrases.JOINS.values(),
        phrases.FAILURE, *(each.words for each in phrases.HEADLINES.values()),
        *(each.words for by_verdict in phrases.VERDICTS.values() for each in by_verdict.values()),
    ]  # fmt: skip
    for text in texts:
        for pattern in phrases.FORBIDDEN:
            assert not re.search(pattern, text, re.IGNORECASE), (pattern, text)


def test_the_time_to_draw_grows_with_the_findings_and_no_faster(labels):
    few = criteria_result("not_enough_information")
    many = copy.deepcopy(few)
    many["findings"] = [
        {**finding, "id": f"{finding['id']}-{number}"} for number in range(10) for finding in few["findings"]
    ]
    assert sum(1 + len(each["parts"]) for each in many["findings"]) == 70

    def took(result):
        result_html(result, labels)
        durations = []
        for _ in range(30):
            begun = time.perf_counter()
            result_html(result, labels)
            durations.append(time.perf_counter() - begun)
        return min(durations)

    assert took(many) < 15 * took(few)
