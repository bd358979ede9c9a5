"""Answers by saying what was asked; some answers make it misbehave."""

from __future__ import annotations

import importlib
import json
from typing import Any

import jinja2

TEMPLATE = jinja2.Environment(autoescape=True).from_string("<p>{{ total }}</p>")


def respond(calculators: Any, evidence: dict[str, Any], request: str, keys: Any = None) -> str:
    asked = json.loads(request)
    answers = asked["answers"]
    if answers.get("hang"):
        while True:
            pass
    if answers.get("say"):
        print(answers["say"])  # noqa: T201 - a calculator that prints is what is tested
    total = calculators[asked["calculator"]](answers)
    if answers.get("evaluate"):  # no calculator compiles Python: the lean interpreter has no compiler
        total += eval(answers["evaluate"])  # noqa: S307
    if answers.get("miss"):  # let go of before the snapshot: only the archives have it
        try:
            total += len(importlib.import_module(answers["miss"]).__name__)
        except ImportError as error:
            return json.dumps({"failure": "It failed.", "detail": str(error)})
    return json.dumps({"answers": answers, "evidence": sorted(evidence), "html": TEMPLATE.render(total=total)})
