"""Can a patient read the pages made for patients? Flesch-Kincaid grade at most 8, and every abbreviation explained.

The grade counts syllables, and the name of a drug has many; names on the list in glossary_terms.txt count as one.
"""

import re
import tomllib
import warnings
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_calculators.pages import CITATION, VALUE, Page, fences, read_page

with warnings.catch_warnings():  # it asks an old package for its own version
    warnings.simplefilter("ignore", DeprecationWarning)
    import textstat

ROOT = Path(__file__).parents[2]
TERMS = [
    each
    for each in Path(__file__).with_name("glossary_terms.txt").read_text(encoding="utf-8").splitlines()
    if each and not each.startswith("#")
]
HIGHEST_GRADE = 8
ABBREVIATION = re.compile(r"(?<![\w@/.-])(?:\d+)?[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?![\w/])")
# Not abbreviations that a reader would look up: names of trials, registers and products, and codes of forms.
NAMES = re.compile(r"^(?:[A-Z][a-z]+[A-Z]\w*|[A-Z]\d+|II+|IV|VI*)$")


def pages() -> list[Page]:
    """Return the pages for patients."""
    found = [
        read_page(each.relative_to(ROOT).as_posix(), each.read_text("utf-8")) for each in ROOT.glob("docs/**/*.md")
    ]
    return sorted((each for each in found if each.meta.get("audience") == "patient"), key=lambda each: each.path)


PAGES = pages()


def sentences(page: Page) -> list[str]:
    """Return what is read as running text: paragraphs and list items, without tables, headings and links' addresses."""
    lines = page.text.splitlines()[page.body_line - 1 :]
    for start, end, _ in fences(lines):
        lines[start : end + 1] = [""] * (end + 1 - start)
    text = "\n".join(each for each in lines if not re.match(r"\s*(?:\||#|\{|:::|!!!)", each))
    text = re.sub(rf"{CITATION}|<!--.*?-->", "", re.sub(VALUE, "75", text), flags=re.DOTALL)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`†]|\(not re-read in the source\)", "", text)
    items = re.split(r"\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s+|\n", text)
    return [each.strip(" \t-") for each in items if re.search(r"[.?:]$", each.strip()) and len(each.split()) > 1]


def plain(text: str) -> str:
    """Return the text with every name of the list as a word of one syllable."""
    for term in TERMS:
        text = re.sub(rf"\b{re.escape(term)}\w*", "name", text, flags=re.IGNORECASE)
    return ABBREVIATION.sub("name", text)


def grade(page: Page) -> float:
    """Return the Flesch-Kincaid grade of a page."""
    text = " ".join(each if each.endswith((".", "?")) else each[:-1] + "." for each in sentences(page))
    return float(textstat.flesch_kincaid_grade(plain(text)))


@cache
def explained() -> str:
    """Return the terms of the glossary: the lines before each definition."""
    lines = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line, below in pairwise(lines) if below.startswith(":"))


def abbreviations(page: Page) -> set[str]:
    """Return the abbreviations in the prose of a page."""
    text = re.sub(rf"{CITATION}|{VALUE}|\]\([^)]*\)|<[^>]+>", " ", "\n".join(page.prose))
    found = {each.removesuffix("s") for each in ABBREVIATION.findall(text)}  # "NETs" is more than one NET
    return {each for each in found if not NAMES.match(each)}


def test_there_are_pages_for_patients():
    assert PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.path)
def test_a_page_for_patients_reads_at_most_at_grade_8(page):
    assert len(sentences(page)) > 10
    assert grade(page) <= HIGHEST_GRADE


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.path)
def test_every_abbreviation_of_a_page_for_patients_is_in_the_glossary(page):
    missing = {each for each in abbreviations(page) if not re.search(rf"(?<!\w){re.escape(each)}(?!\w)", explained())}

    assert missing == set()


def test_what_is_said_of_each_test_reads_at_most_at_grade_8_and_explains_its_abbreviations():
    content = tomllib.loads((ROOT / "src/neuroendocrine/plain_words.toml").read_text(encoding="utf-8"))
    said = read_page(
        "plain_words", "\n".join(f"- {each['why']}\n- This is {each['name']}." for each in content.values())
    )

    assert len(sentences(said)) == 2 * len(content)
    assert grade(said) <= HIGHEST_GRADE
    assert {
        each for each in abbreviations(said) if not re.search(rf"(?<!\w){re.escape(each)}(?!\w)", explained())
    } == set()


def test_a_long_word_that_is_no_name_raises_the_grade():
    easy = read_page("a.md", "The drug helps. You may feel sick.\n")
    hard = read_page("a.md", "Pharmacological administration necessitates multidisciplinary consideration.\n")

    assert grade(easy) < 3 < HIGHEST_GRADE < grade(hard)


def test_a_name_of_the_list_counts_as_one_syllable():
    assert plain("Lanreotide and PRRT") == "name and name"
