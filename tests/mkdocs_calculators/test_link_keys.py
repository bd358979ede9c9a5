"""The table of short keys: what is new gets the next free key, and nothing that was given once changes or is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mkdocs_calculators.command import main

TABLE = """\
given = {given}

[[versions]]
id = "1"
changes = ["first edition"]
"""


@pytest.fixture
def keyed(guide):
    """Give the small guide a table of keys and return what the check says of it."""
    file = Path(guide.root) / "link_keys.toml"

    def keyed_with(text: str) -> list[str]:
        file.write_text(text, encoding="utf-8")
        said = [each for each in guide.problems() if each.startswith("link_keys.toml:")]
        return [each.removeprefix("link_keys.toml:") for each in said]

    return keyed_with


def entry(name: str, *lines: str) -> str:
    return "\n".join((f"\n[facts.{name}]", *lines, ""))


PLATELETS = entry("platelets", 'key = "aa"')


def test_the_command_gives_each_new_fact_a_key_and_changes_nothing_else(guide, keyed, capsys):
    keyed(TABLE.format(given=0))
    assert main(["--project", str(guide.root), "keys"]) == 0
    assert capsys.readouterr().out == "link_keys.toml: 1 new, 1 in all\n"
    text = (Path(guide.root) / "link_keys.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["facts"] == {"platelets": {"key": "aa"}}
    assert keyed(text) == []
    assert main(["--project", str(guide.root), "keys"]) == 0
    assert (Path(guide.root) / "link_keys.toml").read_text(encoding="utf-8") == text


def test_a_guide_without_a_table_has_no_problem(guide):
    assert guide.problems() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            TABLE.format(given=0),
            "1: platelets has no key; run `calculators keys`, or if it was renamed, rename its table and add was",
        ),
        (
            TABLE.format(given=2) + PLATELETS,
            "1: given is 2, but 1 keys and codes stand here: what was given once stays (removed = true for a fact that "
            "is no longer asked), and `calculators keys` alone adds",
        ),
        (
            TABLE.format(given=2) + PLATELETS + entry("old", 'key = "ab"'),
            "10: no calculator asks old; was it renamed (rename the table, add was), or is it removed = true?",
        ),
        (
            TABLE.format(given=2) + PLATELETS + entry("old", 'key = "aa"', "removed = true"),
            "10: old has the key 'aa', which is that of platelets",
        ),
        (
            TABLE.format(given=1) + PLATELETS + "removed = true\n",
            "7: platelets is marked removed, and is asked",
        ),
        (
            TABLE.format(given=1) + entry("platelets", 'key = "a"'),
            "7: platelets has the key 'a'; it is a letter and a letter or digit",
        ),
        (
            TABLE.format(given=3) + entry("platelets", 'key = "aa"', 'units = { "/µL" = "a", "G/L" = "a" }'),
            "7: platelets has the code 'a' in units; each stands there once and is short, such as a",
        ),
        (
            TABLE.format(given=1) + entry("platelets", 'key = "aa"', "gone = true"),
            "7: platelets has 'gone'; there is key, options, options_were, removed, units, was",
        ),
        (
            TABLE.format(given=1).replace('id = "1"', 'id = "0"') + PLATELETS,
            "1: versions does not list 1; add [[versions]] with id and changes, what a reader should know",
        ),
        ("given = \n", "1: not TOML: Invalid value"),
    ],
)
def test_what_is_missing_reused_or_lost_is_named(keyed, text, said):
    assert said in keyed(text)


def test_the_command_refuses_a_table_from_which_something_was_taken(guide, keyed, capsys):
    keyed(TABLE.format(given=2) + PLATELETS)
    assert main(["--project", str(guide.root), "keys"]) == 2
    assert "put back what was removed" in capsys.readouterr().err


def test_a_removed_fact_and_a_renamed_one_keep_their_keys(keyed):
    text = TABLE.format(given=2) + entry("platelets", 'key = "ab"', 'was = ["thrombocytes"]')
    assert keyed(text + entry("old", 'key = "aa"', "removed = true")) == []
