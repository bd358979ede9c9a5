"""The tumour-board sheet: every worked example of the treatment options is drawn, as HTML and as text for a letter."""

import json
from pathlib import Path
from typing import Any

import pytest

from calculators import kidney_function, tnm_stage, treatment_options, who_grade
from mkdocs_calculators.cases import read_cases
from presentation import phrases
from presentation.boards import digest
from presentation.desk import respond
from presentation.unbroken import unbroken

ROOT = Path(__file__).parents[2]
MODULES = (kidney_function, tnm_stage, treatment_options, who_grade)
CALCULATORS = {each.CALCULATOR.id: each.CALCULATOR for each in MODULES}
EXAMPLES = {
    each.name: each for each in read_cases(ROOT / "calculators/treatment_options.cases.toml", "cases")[0].examples
}
ILEAL = "Ileal NET G2 with liver metastases, growing on lanreotide"


def ask(
    name: str, *, without: tuple[str, ...] = (), change: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    example = EXAMPLES[name]
    answers = {fact: answer for fact, answer in dict(example.answers).items() if fact not in without} | (change or {})
    request = {"calculator": "treatment_options", "variant": example.variant, "answers": answers, "sheet": True, **more}
    found: dict[str, Any] = json.loads(respond(CALCULATORS, {}, json.dumps(request)))
    assert "failure" not in found, found
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_worked_example_is_drawn_with_every_treatment_in_the_order_of_guidelines(name: str) -> None:
    found = ask(name)
    if found["problems"]:
        return
    html = found["html"]["result"]
    titles = [each["title"] for each in found["result"]["options"]]
    places = [html.index(f'<th scope="row">{unbroken(title)}</th>') for title in titles]
    assert places == sorted(places)
    assert html.count(phrases.BOARD["treatments"]) >= 1


def test_the_letter_has_eighty_columns_seven_bits_a_version_and_a_digest() -> None:
    text = ask(ILEAL, want="text")["text"]
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80
    assert "version" in text.splitlines()[-1] or "version" in text.splitlines()[-2]
    assert ask(ILEAL, want="text")["text"] == text
    assert ask("Ki-67 9.9 %", want="text")["text"].split("digest")[1] != text.split("digest")[1]
    assert "Name" not in text


def test_what_is_missing_names_the_treatments_that_wait_for_it() -> None:
    html = ask(ILEAL, without=("receptor_uptake_score",))["html"]["result"]
    assert phrases.BOARD["requests"] in html
    assert 'href="#net-treatment_options-receptor_uptake_score"' in html
    text = ask(ILEAL, without=("receptor_uptake_score",), want="requests")["text"]
    assert text.startswith(phrases.BOARD["request_intro"])
    assert len(text.splitlines()) > 1


def test_where_guidelines_part_names_the_authorities_and_the_criterion() -> None:
    html = ask(ILEAL)["html"]["result"]
    part = html.partition(phrases.BOARD["parts"])[2]
    assert "Cabozantinib" in part
    assert "Europe: " in part
    assert "United States: " in part


def test_the_other_calculators_of_the_case_are_judged_with_its_answers() -> None:
    kidney = {"age_years": 60, "sex": "female", "weight_kg": 70, "creatinine_umol_l": 70}
    html = ask(ILEAL, want="more", others={"kidney_function": kidney, "who_grade": {}})["html"]
    assert "Kidney function" in html
    assert "WHO grade and type" not in html


def test_a_sweep_shows_where_the_case_stands_and_joins_what_is_alike() -> None:
    html = ask(ILEAL, want="sweep", fact="ki67_percent")["html"]
    assert html.count(phrases.BOARD["here"]) == 1
    assert 'PRRT with <span class="net-whole">177Lu-DOTATATE</span>' in html


def test_the_digest_is_fnv_1a() -> None:
    assert (digest(""), digest("a"), digest("foobar")) == ("811c9dc5", "e40c292c", "bf9cf968")


LOW = {"platelets_1e9_l": 62, "creatinine_clearance_ml_min": 35}


def test_two_answers_together_are_drawn_when_they_are_asked_for() -> None:
    html = ask(ILEAL, change=LOW, want="pairs", entry="prrt")["html"]
    assert "Platelets at least 75" in html
    assert "Creatinine clearance at least 40" in html
    assert phrases.BOARD["no_pairs"] in ask(ILEAL, want="pairs", entry="prrt")["html"]
    more = ask(ILEAL, change=LOW, want="more")["html"]
    assert 'data-net="pairs" data-entry="prrt"' in more
    assert "13 below the limit" in more


def test_the_letter_names_pairs_and_distances() -> None:
    text = ask(ILEAL, change=LOW, want="text")["text"]
    assert phrases.BOARD["pairs_caption"] in " ".join(text.split())
    assert "13 below the limit" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_a_row_that_is_not_placed_says_what_all_its_placements_lack() -> None:
    text = " ".join(ask(ILEAL, want="text")["text"].split())
    cabozantinib = text.partition("] Cabozantinib: Not placed in this situation ")[2]
    assert cabozantinib.startswith(
        "Systemic treatments so far: Somatostatin analogue. Ever treated with: none of these."
    )
