"""The evidence register: complete, well formed, cited to real entries, and consistent within itself."""

import datetime as dt
import re
import tomllib
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pybtex.database import BibliographyData, parse_file

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "src" / "neuroendocrine" / "evidence"

# Counted in the tables that the register was carried over from, not in the register; CA-18, CA-60, DI-60, ST-76 and
# ST-77 were added after that.
COUNTS = {
    "abroad": ("AB", 25),
    "calculators": ("CA", 34 + 2),
    "chemo": ("CH", 32),
    "classification": ("CL", 35),
    "disagreements": ("DI", 55 + 1),
    "follow_up": ("FU", 26),
    "liver_directed": ("LD", 22),
    "pathway": ("PA", 41),
    "prrt": ("PR", 89),
    "ssa": ("SS", 33),
    "staging": ("ST", 70 + 2),
    "surgery": ("SU", 66),
    "symptoms": ("SY", 34),
    "targeted": ("TA", 19),
}
MANDATORY = {
    "statement": str,
    "figures": list,
    "population": str,
    "sources": list,
    "strength": str,
    "known": str,
    "confidence": str,
    "confirmed_on": str,
    "review_by": str,
}
OPTIONAL = {"notes": str, "disagrees": list, "do_not_implement": bool, "unused": str}
CLAIM = {"verdict": str, "evidence_says": str, "answer": str}
CONFLICT = {"position_a": str, "position_b": str, "presentation": str}
PROSE = ("statement", "notes", "population", "strength", *CLAIM, *CONFLICT)

# What a reader must never be pointed at: a page that repeats a work instead of the work, and any web address.
SECOND_HAND = re.compile(
    r"droracle|grokipedia|\bMIMS\b|gastroendonews|medicalalgorithms|pathologyoutlines|wikipedia|uptodate"
    r"|https?:|www\.|\b[\w-]+\.(?:com|org|net|ai|ir|edu|gov|io)\b",
    re.IGNORECASE,
)
ASCII_UNITS = re.compile(r"\bumol|\buSv|\bug/|\bmcg|\bmm2\b|\bm2\b|10\^|>=|<=|->|\+/-|\d x ULN")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def read_register() -> dict[str, dict[str, Any]]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(REGISTER.glob("*.toml"))}


@pytest.fixture(scope="module")
def register() -> dict[str, dict[str, Any]]:
    return read_register()


@pytest.fixture(scope="module")
def records(register: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: record for table in register.values() for key, record in table.items()}


@pytest.fixture(scope="module")
def bibliography() -> BibliographyData:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return parse_file(str(ROOT / "docs" / "references.bib"), bib_format="bibtex")


def prose(record: dict[str, Any]) -> str:
    return "\n".join(record[field] for field in PROSE if field in record)


def disagreements(records: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((key, record) for key, record in records.items() if key.startswith("DI-"))


def is_claim(key: str) -> bool:
    return int(key.removeprefix("DI-")) < 20


def test_every_row_of_the_tables_has_a_record(register: dict[str, dict[str, Any]]) -> None:
    assert {name: len(table) for name, table in register.items()} == {
        name: count for name, (_, count) in COUNTS.items()
    }


def test_every_id_carries_the_letters_of_its_file(register: dict[str, dict[str, Any]]) -> None:
    strangers = [
        key
        for name, table in register.items()
        for key in table
        if not re.fullmatch(COUNTS[name][0] + r"-(?:\d{2,3}|M[01][abc]?)", key)
    ]
    assert strangers == []


def test_no_id_stands_in_two_files(register: dict[str, dict[str, Any]], records: dict[str, dict[str, Any]]) -> None:
    assert len(records) == sum(len(table) for table in register.values())


def test_every_record_has_its_fields_and_no_others(records: dict[str, dict[str, Any]]) -> None:
    for key, record in records.items():
        wanted = dict(MANDATORY)
        if key.startswith("DI-"):
            wanted |= CLAIM if is_claim(key) else CONFLICT
        allowed = wanted | OPTIONAL | ({"evidence": list} if key.startswith("DI-") else {})
        assert wanted.keys() <= record.keys(), key
        assert record.keys() <= allowed.keys(), key
        for field, value in record.items():
            assert type(value) is allowed[field], (key, field)
            assert value or field in ("figures", "sources"), (key, field)


def test_how_a_record_is_known_and_how_sure_it_is_use_the_agreed_words(
    records: dict[str, dict[str, Any]],
) -> None:
    assert {record["known"] for record in records.values()} == {"seen", "recalled"}
    assert {record["confidence"] for record in records.values()} == {"high", "medium", "low"}


def test_every_record_was_confirmed_before_it_is_due_for_review(records: dict[str, dict[str, Any]]) -> None:
    for key, record in records.items():
        confirmed = dt.date.fromisoformat(record["confirmed_on"])
        assert confirmed < dt.date.fromisoformat(record["review_by"]), key


def test_every_statement_is_a_sentence_with_proper_units(records: dict[str, dict[str, Any]]) -> None:
    for key, record in records.items():
        assert record["statement"].endswith((".", ".)", ".”")), key
        assert not ASCII_UNITS.search(prose(record) + " ".join(record["figures"])), key


def test_every_figure_is_a_single_number_with_its_unit_and_stands_once(
    records: dict[str, dict[str, Any]],
) -> None:
    for key, record in records.items():
        assert len(set(record["figures"])) == len(record["figures"]), key
        for figure in record["figures"]:
            assert re.match(r"-?\d|NYHA ", figure), (key, figure)
            assert figure == figure.strip(), (key, figure)
            assert "–" not in figure, (key, figure)


def test_every_figure_is_found_in_the_words_of_its_record(records: dict[str, dict[str, Any]]) -> None:
    """A converted length (2 cm, 20 mm) and a small count written as a word are the only exceptions."""
    for key, record in records.items():
        words = re.sub(r"(?<=\d) (?=\d{3}\b)", "", prose(record))
        said = {float(each) for each in NUMBER.findall(words)}
        said |= {each * 10 for each in said} | {each / 10 for each in said} | {1, 2, 3, 4, 28}
        for figure in record["figures"]:
            value = NUMBER.search(figure.replace(" ", ""))
            if value:
                assert float(value[0]) in said, (key, figure)


def test_every_source_is_in_the_bibliography(
    records: dict[str, dict[str, Any]], bibliography: BibliographyData
) -> None:
    for key, record in records.items():
        for source in record["sources"]:
            assert source["key"] in bibliography.entries, (key, source)
            assert source.keys() <= {"key", "locator"}, key
            assert source.get("locator", "…").strip(), key


def test_no_record_cites_a_work_twice(records: dict[str, dict[str, Any]]) -> None:
    for key, record in records.items():
        cited = [source["key"] for source in record["sources"]]
        assert len(cited) == len(set(cited)), key


def test_a_record_without_a_source_says_so(records: dict[str, dict[str, Any]]) -> None:
    for key, record in records.items():
        if not record["sources"]:
            assert record["notes"].startswith("No citable"), key


def test_only_arithmetic_and_editorial_records_without_a_source_may_be_used_in_rules(
    records: dict[str, dict[str, Any]],
) -> None:
    open_to_rules = {
        key
        for key, record in records.items()
        if not record["sources"] and not record.get("do_not_implement") and not key.startswith("DI-")
    }
    # ST-67 only says that lung and thymus are staged elsewhere, so that they can be refused by name.
    assert open_to_rules == {"CA-50", "CA-52", "ST-67"}


def test_no_record_and_no_reference_points_at_a_page_that_repeats_a_work(
    records: dict[str, dict[str, Any]],
) -> None:
    for key, record in records.items():
        locators = " ".join(source.get("locator", "") for source in record["sources"])
        found = SECOND_HAND.search(prose(record) + "\n" + locators)
        assert found is None, (key, found)
    assert SECOND_HAND.search((ROOT / "docs" / "references.bib").read_text(encoding="utf-8")) is None


def test_every_disagreement_named_by_a_record_exists_and_names_the_record(
    records: dict[str, dict[str, Any]],
) -> None:
    for key, record in records.items():
        for other in record.get("disagrees", []):
            assert not is_claim(other), (key, other)
            assert key in records[other]["evidence"], (key, other)


def test_every_record_behind_a_disagreement_exists(records: dict[str, dict[str, Any]]) -> None:
    for key, record in disagreements(records):
        for other in record.get("evidence", []):
            assert other in records, (key, other)
            assert not other.startswith("DI-"), (key, other)


def test_every_conflict_between_authorities_is_marked_on_at_least_one_record(
    records: dict[str, dict[str, Any]],
) -> None:
    marked = {other for record in records.values() for other in record.get("disagrees", [])}
    assert marked == {key for key, _ in disagreements(records) if not is_claim(key)}


@pytest.mark.parametrize("key", ["CA-32", "CA-33", "CA-34", "CA-40", "CA-41", "SU-81", "SU-82", "SU-86", "SY-09"])
def test_what_must_not_be_calculated_is_marked(key: str, records: dict[str, dict[str, Any]]) -> None:
    assert records[key]["do_not_implement"] is True


def test_a_recalled_record_used_for_eligibility_is_held_with_high_confidence(
    records: dict[str, dict[str, Any]],
) -> None:
    kidney = records["PR-28"]
    assert (kidney["known"], kidney["confidence"]) == ("recalled", "high")
    assert {"30 mL/min", "40 mL/min", "50 mL/min", "150 µmol/L"} <= set(kidney["figures"])


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        ("CL-01", {"3 %", "2 per 2 mm²"}),
        ("CL-03", {"20 %", "20 per 2 mm²"}),
        ("PR-03", {"7.4 GBq", "8 weeks"}),
        ("PR-06", {"28 days", "24 hours"}),
        ("PR-24", {"60"}),
        ("PR-25", {"8 g/dL", "4.9 mmol/L", "5.0 mmol/L"}),
        ("PR-26", {"2 × 10⁹/L"}),
        ("PR-27", {"75 × 10⁹/L", "70 × 10⁹/L"}),
        ("PR-29", {"3 × ULN"}),
        ("PR-30", {"30 g/L", "70 %"}),
        ("PR-32", {"7 months", "4 months", "6 months"}),
        ("PR-60", {"0.21"}),
        ("PR-61", {"0.84"}),
        ("LD-02", {"50 × 10⁹/L", "2.0 mg/dL", "1.5"}),
        ("ST-29", {"10 mm"}),
        ("CA-38", {"2 cm", "6", "33 %"}),
    ],
)
def test_a_known_limit_is_recorded_as_a_figure(key: str, figures: set[str], records: dict[str, dict[str, Any]]) -> None:
    assert figures <= set(records[key]["figures"])


def test_every_reference_has_a_title_and_says_whether_it_was_seen(bibliography: BibliographyData) -> None:
    for key, entry in bibliography.entries.items():
        assert entry.type in ("article", "book", "misc"), key
        assert entry.fields["title"].strip(), key
        assert entry.fields["seen"] in ("yes", "no"), key


def test_identifiers_of_references_have_the_right_form(bibliography: BibliographyData) -> None:
    forms = {
        "doi": r"10\.\d{4,}/\S+",
        "pmid": r"\d{7,8}",
        "pmcid": r"PMC\d+",
        "year": r"(?:19|20)\d\d",
        "pages": r"[e\d][\w-]*(?: and \d[\d-]*)?",
    }
    for key, entry in bibliography.entries.items():
        for field, form in forms.items():
            if field in entry.fields:
                assert re.fullmatch(form, entry.fields[field]), (key, field, entry.fields[field])


def test_no_two_references_share_an_identifier(bibliography: BibliographyData) -> None:
    for field in ("doi", "pmid"):
        given = [entry.fields[field].lower() for entry in bibliography.entries.values() if field in entry.fields]
        assert len(given) == len(set(given)), field
