"""What a reader sees is words: no id of a rule, a fact, an option or an outcome stands in a result."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from guideline import Calculator
from presentation.results import result_html
from tests.calculators.found import CALCULATORS, VARIANTS, rule_nodes
from tests.calculators.test_examples import results_of

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")


def named(calculator: Calculator) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of everything that a result can speak of."""
    for node in rule_nodes(calculator):
        if hasattr(node, "id"):
            yield node.id, getattr(node, "text", "")
        for outcome, _ in getattr(node, "branches", ()):
            yield outcome.id, f"{outcome.text} {outcome.note}"
        for entry in getattr(node, "entries", ()):
            yield entry.id, entry.title
    for fact in calculator.facts.values():
        yield fact.id, f"{fact.label} {fact.hint}"
        for option in getattr(fact, "options", ()):
            yield option.id, f"{option.label} {option.hint}"


def seen(markup: str) -> str:
    """Return what a reader sees of HTML, without the word joiners that keep a number at its unit."""
    return html.unescape(re.sub(r"<[^>]*>", " ", markup)).replace("\u2060", "")


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_a_reader_sees_words_and_never_an_id(name: str, variant: str) -> None:
    calculator = CALCULATORS[name]
    pairs = list(named(calculator))
    ids = {each for each, _ in pairs if ID.fullmatch(each)}
    english = {word for _, text in pairs for word in ID.findall(text.lower())}  # "well-differentiated" is both
    for result in results_of(name, variant):
        assert set(ID.findall(seen(result_html(result, calculator.labels)))) & ids <= english
