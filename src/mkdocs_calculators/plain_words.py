"""What a rule looks at, for readers who are patients: each fact that it compares, and what that is for in plain words.

The list is made from the rule itself, so that it names neither more nor less than a calculator asks; the words come
from a table by the ids of the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guideline.completions import behind
from guideline.facts import Fact
from guideline.panels import Panel
from guideline.rules import Node
from mkdocs_calculators.discovery import Found
from mkdocs_calculators.pages import Block
from mkdocs_calculators.problems import Problem, unknown
from mkdocs_calculators.toml_lines import key_line, read_toml, table_lines

KEYS = {"group", "name", "why"}


@dataclass(frozen=True)
class Plain:
    """One fact in plain words: the group it is shown in, what it is, what it is for."""

    group: str
    name: str
    why: str
    path: str = ""
    line: int = 1


def read_plain_words(path: Path, shown: str) -> tuple[dict[str, Plain], list[Problem]]:
    """Return the words by the ids of facts, with a problem for each entry that is not whole; no file, no words."""
    if not path.is_file():
        return {}, []
    content, wrong = read_toml(path, shown)
    if wrong is not None:
        return {}, [wrong]
    lines = dict(table_lines(path))
    found: dict[str, Plain] = {}
    problems = []
    for fact_id, entry in content.items():
        line = lines.get(fact_id, 1)
        if not isinstance(entry, dict) or entry.keys() != KEYS or not all(entry.values()):
            problems.append(Problem(shown, line, f"{fact_id} needs {', '.join(sorted(KEYS))} and nothing else"))
        elif not str(entry["why"]).endswith("."):
            problems.append(Problem(shown, key_line(path, line, "why"), f"{fact_id}: why is a sentence or two"))
        else:
            found[fact_id] = Plain(str(entry["group"]), str(entry["name"]), str(entry["why"]), shown, line)
    return found, problems


def rules_of_block(block: Block, found: Found) -> list[Node]:
    """Return the rules whose facts a block lists: of every authority, of a panel the rows that it names, or all."""
    rules: list[Node] = []
    for rule in found.calculator.rules.values():
        if isinstance(rule, Panel):
            rules += [each.rule for each in rule.entries if not block.rows or each.id in block.rows]
        else:
            rules.append(rule)
    return rules


def facts_looked_at(block: Block, found: Found) -> list[Fact]:
    """Return the facts that can be answered and that decide in a block's rules, in the order of the form."""
    used: set[str] = set()
    for rule in rules_of_block(block, found):
        compared, by_formulas = behind(rule.comparisons)
        used |= {each.fact.id for each in compared} | by_formulas
    return [each.fact for each in found.calculator.asks if each.fact.id in used]


def reasons_against(block: Block, found: Found) -> set[str]:
    """Return the ids of the facts that stand in a contraindication: each can be a reason not to use the treatment."""
    return {
        compared.fact.id
        for rule in rules_of_block(block, found)
        for part in rule.children()
        if part.kind == "contraindication"
        for compared in behind(part.comparisons)[0]
    }


def block_problems(block: Block, found: Found, words: Mapping[str, Plain]) -> Iterator[str]:
    """Yield what is wrong with a block that names rows, or lists what a rule looks at."""
    rows = {each.id for rule in found.calculator.rules.values() if isinstance(rule, Panel) for each in rule.entries}
    for row in block.rows:
        if row not in rows:
            yield unknown(f"row of {found.calculator.id}", row, rows)
    for fact in facts_looked_at(block, found) if "plain" in block.show else ():
        if fact.id not in words:
            yield f"no plain words for {fact.id} ({fact.label}), which {found.calculator.id} looks at"


def unknown_facts(words: Mapping[str, Plain], calculators: Iterable[Found]) -> Iterator[Problem]:
    """Yield a problem for each entry of a fact that no calculator asks."""
    asked = {fact for found in calculators for fact in found.calculator.facts}
    for fact_id, each in words.items():
        if fact_id not in asked:
            yield Problem(each.path, each.line, unknown("fact", fact_id, asked))
