"""Which calculators are there? Each file in the calculators folder is one, found by its name, never registered."""

from __future__ import annotations

import importlib.util
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from guideline import Calculator
from mkdocs_calculators.cases import Cases, read_cases
from mkdocs_calculators.patients import Patients, read_patients
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project

PACKAGE = "calculators"


@dataclass(frozen=True)
class Found:
    """A calculator with the file it came from, its worked examples and, where there are any, its worked patients."""

    calculator: Calculator
    path: Path
    shown: str
    cases: Cases
    patients: Patients = field(default_factory=Patients)


def discover(project: Project) -> tuple[dict[str, Found], list[Problem]]:
    """Return every calculator by id, and a problem for each file that is not one."""
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    for path in sorted(project.calculators.glob("*.py")):
        if path.stem == "__init__":
            continue
        shown = project.shown(path)
        calculator, problem = load(path, project)
        if calculator is None:
            problems.append(problem or Problem(shown, 1, "no calculator"))
            continue
        cases_file = path.with_suffix(".cases.toml")
        cases = Cases(project.shown(cases_file))
        if cases_file.is_file():
            cases, wrong = read_cases(cases_file, project.shown(cases_file))
            problems += wrong
        else:
            problems.append(Problem(shown, 1, f"no worked examples; write {cases_file.name} beside it"))
        patients_file = path.with_suffix(".patients.toml")
        patients = Patients()
        if patients_file.is_file():
            patients, wrong = read_patients(patients_file, project.shown(patients_file))
            problems += wrong
        found[calculator.id] = Found(calculator, path, shown, cases, patients)
    for kind, held in ((".cases.toml", "examples"), (".patients.toml", "patients")):
        for file in sorted(project.calculators.glob(f"*{kind}")):
            name = file.name.removesuffix(kind)
            if not file.with_name(f"{name}.py").exists():
                problems.append(Problem(project.shown(file), 1, f"no calculator {name!r} for these {held}"))
    return found, problems


@contextmanager
def from_source() -> Iterator[None]:
    """Have rules imported from their text and not from byte code, which Python knows by second and size alone.

    Two edits of one length within a second would leave the first in force, and what it led to would be kept.
    """
    before = sys.dont_write_bytecode, sys.pycache_prefix
    sys.dont_write_bytecode, sys.pycache_prefix = True, str(Path(__file__).with_name("no-byte-code"))
    try:
        yield
    finally:
        sys.dont_write_bytecode, sys.pycache_prefix = before


def load(path: Path, project: Project) -> tuple[Calculator | None, Problem | None]:
    """Import one file and return its CALCULATOR, or the problem with it."""
    shown = project.shown(path)
    spec = importlib.util.spec_from_file_location(f"{PACKAGE}.{path.stem}", path)
    if spec is None or spec.loader is None:
        return None, Problem(shown, 1, "not a Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # noqa: BLE001 - whatever a rule file raises is that file's problem
        return None, import_problem(error, shown, project)
    calculator = getattr(module, "CALCULATOR", None)
    if calculator is None:
        return None, Problem(shown, 1, "defines no CALCULATOR; every file in this folder is one calculator")
    if not isinstance(calculator, Calculator):
        return None, Problem(shown, line_of(path, "CALCULATOR"), "CALCULATOR is not a guideline.Calculator")
    if calculator.id != path.stem:
        said = f"CALCULATOR has the id {calculator.id!r}; it must be the file's name, {path.stem!r}"
        return None, Problem(shown, line_of(path, "CALCULATOR"), said)
    return calculator, None


def import_problem(error: Exception, shown: str, project: Project) -> Problem:
    """Place an import error on the last line of the project's own rules that led to it."""
    if isinstance(error, SyntaxError):
        path = project.shown(Path(error.filename)) if error.filename else shown
        return Problem(path, error.lineno or 1, f"not Python: {error.msg}")
    rules = tuple(each for each in (project.calculators, project.knowledge) if each is not None)
    place = (shown, 1)
    for frame in traceback.extract_tb(error.__traceback__):
        file = Path(frame.filename)
        if any(file.is_relative_to(folder) for folder in rules):
            place = (project.shown(file), frame.lineno or 1)
    return Problem(*place, f"cannot be imported: {type(error).__name__}: {error}")


def line_of(path: Path, name: str) -> int:
    """Return the line on which a module assigns a name, or 1."""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(rf"{name}\b", text):
            return number
    return 1


def forget(project: Project) -> None:
    """Drop imported rules, so that a rebuild while serving sees edits. The engine itself stays as it was."""
    folders = tuple(each for each in (project.calculators, project.knowledge) if each is not None)
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and any(Path(file).is_relative_to(folder) for folder in folders):
            del sys.modules[name]
