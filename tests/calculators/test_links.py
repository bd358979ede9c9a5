"""Links with a case: every question of every calculator goes there and back, and 25 answers fit into 400 characters."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guideline import Calculator, read_answers
from guideline.facts import Choice, Day, Fact, Number, SeveralOf
from guideline.reading import AnswerError
from mkdocs_calculators.link_keys import as_toml, check_link_keys, for_browser, grown, read_link_keys
from presentation.case_files import case_json, open_case
from presentation.links import link_of, open_link
from tests.calculators.found import CALCULATORS, FOUND, ROOT

FILE = ROOT / "src/neuroendocrine/link_keys.toml"
TABLE, _ = read_link_keys(FILE, "link_keys.toml")
KEYS = for_browser(TABLE)
LONGEST = 400
WITH_MANY = sorted(name for name, each in CALCULATORS.items() if len(each.facts) >= 25)


def answers_to(fact: Fact) -> Iterator[Any]:
    """Yield answers of every shape to one question: options, units, ends and middle of what is plausible."""
    if isinstance(fact, SeveralOf):
        ids = [each.id for each in fact.options]
        yield from ([], ids[:1], ids[-1:], ids)
    elif isinstance(fact, Choice):
        yield from (each.id for each in fact.options)
    elif isinstance(fact, Day):
        yield from ("2026-11-23", "1 February 2025")
    elif isinstance(fact, Number):
        for unit in fact.units:
            for value in (*fact.plausible, sum(fact.plausible) / 2):
                within = value * unit.denominator / unit.numerator
                text = f"{within:.0f}" if fact.whole else f"{within:.2f}"
                yield {"value": text, "unit": unit.symbol} if unit.symbol else {"value": text}


@pytest.mark.parametrize("name", sorted(CALCULATORS))
def test_every_answer_goes_there_and_back_by_link_and_by_file(name: str) -> None:
    calculator = CALCULATORS[name]
    variant = next(iter(calculator.rules), "-")
    for fact in calculator.facts.values():
        tried = 0
        for answer in answers_to(fact):
            try:
                read = read_answers(calculator, {fact.id: answer})
            except AnswerError:
                continue
            tried += 1
            link = link_of(calculator, read, {fact.id: answer}, variant, KEYS)
            file = case_json(calculator, read, {fact.id: answer}, variant, {})
            for opened in (
                open_link(calculator, f"https://example.org/x/#{link}", KEYS),
                open_case(calculator, file, KEYS),
            ):
                assert opened["said"] == [], (fact.id, answer)
                assert opened["variant"] == (None if variant == "-" else variant)
                back = read_answers(calculator, opened["answers"])
                assert back.values == read.values, (fact.id, answer)
                assert back.entered == read.entered, (fact.id, answer)
        assert tried > 0, f"{fact.id} was never tried"


def longest_answer(calculator: Calculator, fact: Fact) -> Any:
    readable = [each for each in answers_to(fact) if _is_read(calculator, fact, each)]
    variant = next(iter(calculator.rules), "-")

    def length(answer: Any) -> int:
        read = read_answers(calculator, {fact.id: answer})
        return len(link_of(calculator, read, {fact.id: answer}, variant, KEYS))

    return max(readable, key=length)


def _is_read(calculator: Calculator, fact: Fact, answer: Any) -> bool:
    try:
        return fact.id in read_answers(calculator, {fact.id: answer}).entered
    except AnswerError:
        return False


@pytest.mark.parametrize("name", WITH_MANY)
def test_twenty_five_answers_fit_into_the_link(name: str) -> None:
    calculator = CALCULATORS[name]
    variant = max(calculator.rules, key=len)
    chosen = list(calculator.facts.values())[:25]
    answers = {fact.id: longest_answer(calculator, fact) for fact in chosen}
    read = read_answers(calculator, {})
    read.entered = dict.fromkeys(answers, "")  # together they may contradict each other; the length is what counts
    link = link_of(calculator, read, answers, variant, KEYS)
    assert len(answers) == 25
    assert len(link) <= LONGEST, link


def test_some_form_is_long_enough_for_that() -> None:
    assert {"treatment_options", "prrt_eligibility"} & set(WITH_MANY)


@pytest.mark.parametrize("name", sorted(FOUND))
def test_every_worked_example_fits_and_comes_back(name: str) -> None:
    found = FOUND[name]
    for example in found.cases.examples:
        answers = dict(example.answers)
        try:
            read = read_answers(found.calculator, answers)
        except AnswerError:
            continue
        variant = example.variant or next(iter(found.calculator.rules), "-")
        link = link_of(found.calculator, read, answers, variant, KEYS)
        assert len(link) <= LONGEST
        opened = open_link(found.calculator, link, KEYS)
        back = read_answers(found.calculator, opened["answers"])
        assert (back.values, back.entered) == (read.values, read.entered)
        assert opened["said"] == []


def test_the_committed_table_is_whole_and_as_the_command_writes_it() -> None:
    assert list(check_link_keys(FILE, "link_keys.toml", TABLE, FOUND)) == []
    assert as_toml(grown(TABLE, FOUND)) == Path(FILE).read_text(encoding="utf-8")


KEPT = tomllib.loads((ROOT / "tests/calculators/kept_links.toml").read_text(encoding="utf-8"))["link"]


def test_links_that_people_have_kept_say_the_same() -> None:
    for each in KEPT:
        opened = open_link(CALCULATORS[each["calculator"]], each["fragment"], KEYS)
        assert opened["answers"] == each["says"], each["fragment"]


def test_the_kept_links_hold_every_key_and_code_of_their_version() -> None:
    held = [part for each in KEPT for part in each["fragment"].split("~")[4:-1]]
    keys = {part[:2] for part in held}
    of_2026_11_1 = 602
    said = {(fact, str(answer)) for each in KEPT for fact, answer in each["says"].items()}
    assert len(keys) + sum(_has_code(KEYS["facts"][fact], answer) for fact, answer in said) == of_2026_11_1


def _has_code(entry: dict[str, Any], answer: str) -> bool:
    return any(f"'unit': '{unit}'" in answer for unit in entry.get("units", {})) or any(
        answer in (option, str([option])) for option in entry.get("options", {})
    )


def test_a_link_reads_as_the_table_says() -> None:
    """Worked out by hand from the committed table, so that writing and reading cannot be wrong together."""
    link = "c2~treatment_options~2026.11.1~us~ada~aed~ag2.4a~afa~ak8~bj-~az1.5a~b7n~bmb~601f10da"
    opened = open_link(CALCULATORS["treatment_options"], link, KEYS)
    assert opened["variant"] == "us"
    assert opened["answers"] == {
        "tumour_type": "neuroendocrine",
        "primary_site": "jejunum_ileum",
        "primary_size_mm": {"value": "2.4", "unit": "cm"},
        "differentiation": "well",
        "ki67_percent": {"value": "8", "unit": "%"},
        "systemic_treatments_so_far": [],
        "creatinine_umol_l": {"value": "1.5", "unit": "mg/dL"},
        "severe_carcinoid_heart_disease": "no",
        "ecog": "1",
    }
