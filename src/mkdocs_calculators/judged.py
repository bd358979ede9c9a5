"""Where worked examples and rules part, found once and kept from one build to the next.

Judging three thousand examples takes longer than writing the pages. What was found is kept under a digest of everything
that it hangs on: the calculator's own files, the rules that these import, and the code that judges and compares.
`calculators check` always judges, and what it finds serves the next build.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import guideline
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.patients import patient_problems
from mkdocs_calculators.problems import Problem, problems_as_json, problems_from_json
from mkdocs_calculators.reliance import Stamp
from mkdocs_calculators.replay import differences
from mkdocs_calculators.runtime.cache import code_in, kept
from mkdocs_calculators.site import Site

_judged: dict[str, tuple[tuple[Stamp, ...], tuple[Problem, ...]]] = {}


def example_problems(site: Site, folder: Path | None = None, *, anew: bool = False) -> Iterator[Problem]:
    """Yield where worked examples and rules part; each calculator's are judged again when what it relies on changes.

    While a site is served that is known from the stamps of its files; from one build to the next from what is kept in
    `folder`, if there is one. With `anew` all are judged, and what is kept there is written anew.
    """
    for name, found in site.calculators.items():
        stamps = site.reliances.get(name, ())
        before, problems = _judged.get(name, ((), ()))
        if anew or not stamps or before != stamps:
            if stamps and folder:
                problems = _kept_or_judged(found, stamps, folder, anew=anew)
            else:
                problems = tuple(_problems(found))
            _judged[name] = (stamps, problems)
        yield from problems


def _problems(found: Found) -> Iterator[Problem]:
    for each in differences(found.calculator, found.cases):
        yield Problem(found.cases.path, *each)
    for each in patient_problems(found.calculator, found.patients):
        yield Problem(found.patients.path, *each)


def _kept_or_judged(found: Found, stamps: Iterable[Stamp], folder: Path, *, anew: bool) -> tuple[Problem, ...]:
    def judge() -> bytes:
        return problems_as_json(_problems(found))

    relied_on = [Path(path).read_bytes() for path, _, _ in stamps]
    code = code_in(Path(guideline.__file__).parent, Path(__file__).parent)
    return problems_from_json(
        kept(folder, "judged", [sys.version, found.cases.path, code, *relied_on], judge, anew=anew)
    )
