"""A drawn calculator is kept for the next build, and never longer than what it shows is true."""

import sys
from pathlib import Path

import pytest

from mkdocs_calculators import drawing, site
from mkdocs_calculators.drawing import draw_calculator, kept_calculator
from mkdocs_calculators.pages import Block

WHOLE = Block("blood", ("form", "criteria", "sources", "examples"), 0, 0, "")
CHANGES = (
    ("calculators/blood.py", "PLATELETS >= 75", "PLATELETS >= 76"),
    ("calculators/blood.cases.toml", 'name = "Enough"', 'name = "Plenty"'),
    ("evidence/blood.toml", "Platelets should be", "Platelets must be"),
    ("docs/references.bib", "Platelets in practice", "Platelets in theory"),
)


@pytest.fixture
def drawn(guide, monkeypatch):
    """Draw the guide's calculator as a new process would, and count how often it had to be made."""
    made = []

    def counting(*given):
        made.append(given)
        return draw_calculator(*given)

    monkeypatch.setattr(drawing, "draw_calculator", counting)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)  # as on most machines
    return lambda **more: (
        kept_calculator(more.get("block", WHOLE), guide.site(), "net-blood", guide.root / "kept"),
        len(made),
    )


def test_a_second_build_draws_nothing(guide, drawn):
    first, made = drawn()

    assert made == 1
    assert drawn() == (first, 1)
    assert first == draw_calculator(WHOLE, guide.site(), "net-blood")
    assert drawn(block=Block("blood", ("form",), 0, 0, ""))[1] == 2


@pytest.mark.parametrize(("path", "before", "after"), CHANGES)
def test_whatever_it_shows_has_it_drawn_again(guide, drawn, path, before, after):
    first, _ = drawn()
    guide.change(path, before, after)
    second, made = drawn()

    assert made == 2
    assert second != first


def test_another_page_draws_nothing_again(guide, drawn):
    drawn()
    guide.write("docs/index.md", (guide.root / "docs/index.md").read_text("utf-8") + "\nMore.\n")

    assert drawn()[1] == 1


def test_other_code_draws_again(drawn, monkeypatch):
    drawn()
    monkeypatch.setattr(drawing, "our_code", lambda: "another engine")

    assert drawn()[1] == 2


def test_what_changed_while_it_was_read_is_not_kept(guide, drawn, monkeypatch):
    texts = iter(["before", "after"])
    monkeypatch.setattr(site, "content_of", lambda _: next(texts))
    drawn()

    assert not Path(guide.root / "kept").exists()
