"""Hand-made results for every headline, and a reader of HTML that knows what a form must have."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from guideline import judge, questions
from tests.presentation.page import opened, script  # noqa: F401 - fixtures
from tests.presentation.sample import EVIDENCE, SAMPLE, TABLE

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
CONTROLS = {"input", "select", "textarea", "button", "progress"}


class Html(HTMLParser):
    """Reads HTML into a flat list of elements; refuses tags that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[dict[str, Any]] = []
        self._open: list[dict[str, Any]] = []
        self.feed(text)
        self.close()
        assert [each["tag"] for each in self._open] == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        found = {"tag": tag, "text": "", "inside": [each["tag"] for each in self._open], **dict(attrs)}
        self.elements.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open[-1]["tag"] == tag, (tag, [each["tag"] for each in self._open])
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for each in self._open:
            each["text"] += data

    def all(self, tag: str, **attributes: str) -> list[dict[str, Any]]:
        """Return the elements with this tag and these attributes."""
        return [
            each
            for each in self.elements
            if each["tag"] == tag and all(each.get(name) == value for name, value in attributes.items())
        ]

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [each["id"] for each in self.elements if "id" in each]

    @property
    def text(self) -> str:
        """All that a reader sees or hears."""
        return "".join(each["text"] for each in self.elements if not each["inside"])

    def unlabelled(self) -> list[dict[str, Any]]:
        """Return the controls without an accessible name."""
        labelled = {each.get("for") for each in self.all("label")}
        return [
            each
            for each in self.elements
            if each["tag"] in CONTROLS
            and each.get("id") not in labelled
            and "label" not in each["inside"]
            and not each.get("aria-label")
            and not each.get("aria-labelledby")
            and not (each["tag"] == "button" and each["text"].strip())
        ]


@pytest.fixture
def asked() -> dict[str, Any]:
    return questions(SAMPLE)


@pytest.fixture
def labels() -> dict[str, str]:
    return SAMPLE.labels


ANSWERS: dict[str, dict[str, Any]] = {
    "contraindicated": {"expecting": True},
    "criteria_not_met": {"platelets_1e9_l": 40},
    "not_enough_information": {"platelets_1e9_l": 82, "creatinine_umol_l": {"value": "1,5", "unit": "mg/dL"}},
    "met_with_cautions": {
        "kind": "well", "platelets_1e9_l": 76, "uptake": "s2", "expecting": False, "clearance_ml_min": 40,
    },
    "criteria_met": {
        "kind": "well", "platelets_1e9_l": 182, "past": ["a"], "expecting": False, "clearance_ml_min": 90,
    },
}  # fmt: skip


def criteria_result(state: str) -> dict[str, Any]:
    """Return a result of the sample guideline with this headline."""
    result = judge(SAMPLE, ANSWERS[state], variant="north", evidence=EVIDENCE)
    assert result["headline"]["state"] == state
    return result


def outcome_result(answers: dict[str, Any]) -> dict[str, Any]:
    """Return a result of the sample table."""
    return judge(TABLE, answers, evidence=EVIDENCE)


@pytest.fixture(params=list(ANSWERS))
def result(request: pytest.FixtureRequest) -> dict[str, Any]:
    return criteria_result(request.param)
