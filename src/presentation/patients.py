"""Worked patients on a page: a list to open them from, or each with its story, its rows and the reason for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from presentation import phrases
from presentation.environment import macro
from presentation.letters import headline_words
from presentation.pages import answer_shown
from presentation.panels import bucket

Json = Mapping[str, Any]


def patients_html(
    questions: Json, patients: Sequence[Json], results: Sequence[Json], *, element_id: str, brief: bool, level: int = 2
) -> str:
    """Return the worked patients of a calculator that judges a panel.

    Args:
        questions: what the calculator asks.
        patients: name, story, variant, answers, and `rows`, which has reason and evidence of each row by its id.
        results: what `judge` returned for each, in the same order.
        element_id: the id of the calculator's element.
        brief: only name, story and headline, with a button that opens it in the form of the same page.
        level: the level of the block's own heading.
    """
    view = {
        "calculator": questions["calculator"],
        "element": element_id,
        "level": level,
        "patients": [_patient(questions, *each) for each in zip(patients, results, strict=True)],
    }
    return str(macro("patients.jinja", "brief_list" if brief else "whole_list")(view))


def _patient(questions: Json, patient: Json, result: Json) -> dict[str, Any]:
    return {
        "name": patient["name"],
        "story": patient["story"],
        "authority": result["variant"]["title"] if result["variant"] else "",
        "headline": headline_words(result),
        "load": {each: patient[each] for each in ("name", "variant", "answers")},
        "answers": [
            (questions["facts"][fact]["label"], answer_shown(questions["facts"][fact], raw))
            for fact, raw in patient["answers"].items()
        ],
        "rows": [
            {
                "title": each["title"],
                "phrase": phrases.PLACEMENTS[bucket(each)],
                "text": each["text"],
                **patient["rows"][each["id"]],
            }
            for each in result["options"]
        ],
    }
