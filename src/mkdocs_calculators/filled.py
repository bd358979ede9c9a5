"""Links that open a calculator filled in as in a worked example; the case stands after #, where no server sees it."""

from __future__ import annotations

from dataclasses import dataclass

from guideline import AnswerError, read_answers
from mkdocs_calculators.site import Site
from presentation.links import link_of


@dataclass(frozen=True)
class Filled:
    """Where a calculator is filled in (a page's path), with what (the part after #), and the example's name."""

    path: str
    fragment: str
    title: str
    example: str


def filled(calculator_id: str, site: Site) -> Filled | None:
    """Return the link that opens a calculator with its first worked example; None where there is no page or example."""
    found = site.calculators[calculator_id]
    page = next(
        (
            page.path
            for page in site.pages
            for block in page.blocks
            if block.calculator == calculator_id and "form" in block.show and "sheet" not in block.show
        ),
        None,
    )
    for example in found.cases.examples:
        if page is None or not example.shown:
            continue
        answers = dict(example.answers)
        try:
            read = read_answers(found.calculator, answers)
            fragment = link_of(found.calculator, read, answers, example.variant or "-", site.link_keys)
        except (AnswerError, KeyError):
            continue  # an example of refused answers, or a fact without a key, which `calculators keys` adds
        return Filled(page, fragment, found.calculator.title, example.name)
    return None
