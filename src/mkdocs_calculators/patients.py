"""Worked patients: invented people, and where the evidence places every row of a panel for each of them.

`calculators/<id>.patients.toml`, read and validated. The placements in it come from the register, not from the rule;
`patient_problems` says where the two part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guideline import AnswerError, Calculator, judge
from mkdocs_calculators.cases import plain
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.toml_lines import key_line, read_toml, table_lines

PATIENT_KEYS = {"name", "story", "variant", "answers", "expect"}
PLACED_KEYS = {"placed", "because", "evidence"}


@dataclass(frozen=True)
class Placed:
    """Where one row belongs, the reason, and the records that give it. Several placements: those still open."""

    placed: tuple[str, ...]
    because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Patient:
    """One invented person: a story, what is entered, and the expectation for each row of the panel."""

    name: str
    story: str
    variant: str | None
    answers: Mapping[str, Any]
    expect: Mapping[str, Placed]
    line: int


@dataclass(frozen=True)
class Patients:
    """Everything in one file of worked patients."""

    path: str = ""
    patients: tuple[Patient, ...] = ()


@dataclass
class _Reader:
    """Collects what is wrong while one file is read."""

    path: Path
    shown: str
    problems: list[Problem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def wrong(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.shown, line, message))

    def patient(self, entry: dict[str, Any], line: int) -> Patient | None:
        """Return one patient, or None where a part that everything needs is missing."""
        for key in entry.keys() - PATIENT_KEYS:
            self.wrong(key_line(self.path, line, key), unknown("key of [[patient]]", key, PATIENT_KEYS))
        for needed in ("name", "story", "answers", "expect"):
            if not entry.get(needed):
                self.wrong(line, f"a patient needs {needed!r}")
                return None
        name = str(entry["name"])
        if name in self.names:
            self.wrong(line, f"two patients are named {name!r}; a name is a patient's id")
        self.names.add(name)
        expect = {row: self.placed(row, each, line) for row, each in entry["expect"].items()}
        return Patient(
            name=name,
            story=str(entry["story"]),
            variant=entry.get("variant"),
            answers=plain(entry["answers"]),
            expect={row: each for row, each in expect.items() if each is not None},
            line=line,
        )

    def placed(self, row: str, entry: Any, line: int) -> Placed | None:
        """Return the expectation for one row."""
        if not isinstance(entry, dict) or entry.keys() != PLACED_KEYS or not all(entry.values()):
            place = key_line(self.path, line, row)
            self.wrong(place, f"{row} needs {', '.join(sorted(PLACED_KEYS))} and nothing else")
            return None
        placed = entry["placed"] if isinstance(entry["placed"], list) else [entry["placed"]]
        return Placed(tuple(placed), str(entry["because"]), tuple(entry["evidence"]))


def read_patients(path: Path, shown: str) -> tuple[Patients, list[Problem]]:
    """Return a file's patients, with a problem for everything that is missing or not known."""
    content, problem = read_toml(path, shown)
    if problem is not None:
        return Patients(shown), [problem]
    reader = _Reader(path, shown)
    lines = [line for name, line in table_lines(path) if name == "patient"]
    for key in content.keys() - {"patient"}:
        reader.wrong(key_line(path, 0, key), unknown("table of worked patients", key, ("patient",)))
    entries = content.get("patient", [])
    read = [reader.patient(entry, line) for entry, line in zip(entries, lines, strict=True)]
    return Patients(shown, tuple(each for each in read if each is not None)), reader.problems


def unknown_records(patients: Patients, records: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for each record that an expectation cites and the register does not have."""
    for patient in patients.patients:
        for row, expected in patient.expect.items():
            for record in expected.evidence:
                if record not in records:
                    yield patient.line, f"patient {patient.name!r}: {row}: {unknown('evidence', record, records)}"


def patient_problems(calculator: Calculator, patients: Patients) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for each expectation that the rule does not bear out."""
    for patient in patients.patients:
        for words in _differences(calculator, patient):
            yield patient.line, f"patient {patient.name!r}: {words}"


def _differences(calculator: Calculator, patient: Patient) -> Iterator[str]:
    try:
        result = judge(calculator, dict(patient.answers), variant=patient.variant)
    except AnswerError as error:
        yield f"its answers are refused: {error}"
        return
    rows = {each["id"]: each for each in result["options"]}
    for row in sorted(rows.keys() ^ patient.expect.keys()):
        yield f"no expectation for {row}" if row in rows else unknown("row", row, rows)
    for fact in result["not_used"]:
        yield f"{fact['fact']} is answered and not used"
    for row in (each for each in rows if each in patient.expect):
        expected, given = patient.expect[row], [each["id"] for each in rows[row]["possible"]]
        if sorted(expected.placed) != sorted(given):
            yield f"expects {row} to be {' or '.join(expected.placed)}; the rule gives {' or '.join(given)}"
        elif len(given) == 1 and not set(expected.evidence) & set(rows[row]["evidence"]):
            cited = ", ".join(rows[row]["evidence"])
            yield f"{row} is placed alike, but for another reason: the rule cites {cited}"
