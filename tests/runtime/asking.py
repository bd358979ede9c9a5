"""Questions to the stand-in's desk on a page, and the words that a reader gets when they fail."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

BASE = "/assets/open-net-guide/"
ASK = "(answers) => desk.ask({calculator: 'adder', answers})"


def ask(page: Page, **answers: Any) -> dict[str, Any]:
    response: dict[str, Any] = page.evaluate(ASK, answers)
    return response


def words_of(reason: str) -> str:
    """The sentence for a reason, from the file that the page's script is made of."""
    text = (Path(__file__).parents[2] / "src/mkdocs_calculators/browser/words.js").read_text("utf-8")
    text = text[text.index("export const FAILURES") :]
    found = re.search(rf"^  {reason}:\s+((?:\s*\"[^\"]+\"\s*\+?)+),$", text, re.MULTILINE)
    assert found, reason
    return "".join(re.findall(r'"([^"]+)"', found[1]))


def assert_failed(page: Page, response: dict[str, Any], reason: str) -> None:
    assert response["reason"] == reason, response
    assert response["failure"] == words_of(reason)
    assert page.evaluate("desk.state") == "failed"
