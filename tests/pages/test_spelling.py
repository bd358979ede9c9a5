"""Are the pages spelled, and spelled as in Britain? One dictionary, and one word list for what it does not know.

The dictionary knows the spellings of both sides of the Atlantic, so the American ones are refused by their pattern.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from spellchecker import SpellChecker

from mkdocs_calculators.pages import CITATION, FILLED, LIST, VALUE, read_page

ROOT = Path(__file__).parents[2]
LISTED = [
    each
    for each in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    if each and not each.startswith("#")
]
WORDS = [each for each in LISTED if " " not in each]
OFFICIAL = [each for each in LISTED if " " in each]
PAGES = sorted((ROOT / "docs").rglob("*.md"))

NOT_PROSE = re.compile(rf"{CITATION}|{VALUE}|{FILLED}|{LIST}|\]\([^)]*\)|\{{[^}}]*\}}|<[^>]+>|https?://\S+")
CODED = re.compile(r"\b\w*\d\w*\b|\b\w*[A-Z]\w*[A-Z]\w*\b")  # figures and abbreviations; the glossary has those
WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}(?:['’][a-z]+)?")
AMERICAN = re.compile(
    r"""(?x)
      (?!(?:over|under)?siz|priz|seiz|capsiz) \w{3,} (?:iz|yz) (?:e|es|ed|ing|er|ers|ation|ations|able)
    | (?!humoral) (?:tum|col|fav|behavi|neighb|lab|hum|od|rum|vap|hon|harb|flav|endeav|vig|arm) or
        (?:s|ed|ing|able|ably|al|less)?
    | (?:cent|lit|fib|theat|calib|lust|milli?lit|(?:centi|milli|kilo)?met) er (?:s|ed)?
    | \w* (?:anemi|ischemi|leukemi|glycemi|uremi|bacteremi|calcemi|hemoglobin|hematolog|hematom|hemorrhag|hemodynam
        |hemostas|rrhea|estrogen|pediatric|gynecolog|orthopedic|anesthe|celiac|dyspnea|catheteriz) \w*
    | (?:edema|esophag|feces|fecal|cecum|cecal|fetus|fetal|apnea|orthopnea) \w*
    | (?:label|travel|cancel|model|counsel|fuel|signal|level|total|channel|tunnel) (?:ed|ing|er|ers|or|ors)
    | (?:defense|offense|fulfill|enroll|enrollment|enrolls|skillful|catalog|aging|maneuver|artifact|skeptic
        |aluminum|analog|dialog|plow|mold|paralyze|practise[ds]|inquiry|inquire|gotten|toward) s?
    """,
    re.IGNORECASE,
)


def words_of(path: Path) -> set[str]:
    """Return the words of a page's prose, without code, addresses, figures, abbreviations and official names."""
    text = "\n".join(read_page("", path.read_text(encoding="utf-8")).prose)
    for name in OFFICIAL:
        text = text.replace(name, " ")
    text = CODED.sub(" ", NOT_PROSE.sub(" ", text))
    return {re.sub(r"['’]s$", "", each).replace("’", "'").lower() for each in WORD.findall(text)}


@cache
def dictionary() -> SpellChecker:
    spelling = SpellChecker(language="en")
    spelling.word_frequency.load_words(WORDS)
    return spelling


@pytest.mark.parametrize("path", PAGES, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_every_word_is_in_the_dictionary_or_on_the_list(path):
    assert sorted(dictionary().unknown(words_of(path))) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_no_word_is_spelled_as_in_america(path):
    assert sorted(each for each in words_of(path) if AMERICAN.fullmatch(each)) == []


def test_the_list_is_in_order_and_holds_nothing_that_the_pages_do_without():
    used = set().union(*map(words_of, PAGES))
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)

    assert sorted(WORDS, key=str.lower) == WORDS
    assert len(set(WORDS)) == len(WORDS)
    assert [each for each in WORDS if each.lower() not in used] == []
    assert [each for each in OFFICIAL if each not in text] == []
    assert [each for each in WORDS if AMERICAN.fullmatch(each)] == []


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("tumors", "tumours"),
        ("randomized", "randomised"),
        ("paralyzed", "paralysed"),
        ("center", "centre"),
        ("ischemia", "ischaemia"),
        ("hypoglycemia", "hypoglycaemia"),
        ("diarrhea", "diarrhoea"),
        ("esophageal", "oesophageal"),
        ("edema", "oedema"),
        ("labeled", "labelled"),
        ("behavioral", "behavioural"),
        ("analog", "analogue"),
    ],
)
def test_the_two_spellings_are_told_apart(american, british):
    assert AMERICAN.fullmatch(american)
    assert not AMERICAN.fullmatch(british)


@pytest.mark.parametrize(
    "word", ["size", "prized", "laboratory", "diameter", "parameter", "humoral", "vapour", "seizes"]
)
def test_a_word_that_both_share_is_no_american_one(word):
    assert not AMERICAN.fullmatch(word)
