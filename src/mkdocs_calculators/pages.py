"""A page before it is drawn: its front matter, and what it takes from calculators and sources, with line numbers.

Code is left alone: a fence or a code span may show the syntax without using it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

FENCE_NAME = "calculator"
DIAGRAM_NAME = "diagram"
SHOW = ("form", "criteria", "examples")
PARTS = (*SHOW, "sheet", "patients", "plain")  # these three are only shown where a page asks for them
VALUE = r"\[\[(?P<form>value|number)(?P<words>(?:\s+[^\s\[\]]+)*)\s*\]\]"
FILLED = r"\[\[filled\s+(?P<calculator>\w+)\s*\]\]"
REGISTER = "[[evidence-register]]"
LIST = r"\[\[(?P<name>bibliography|evidence-register)\]\]"
CITATION = r"\[@(?P<keys>[A-Za-z0-9][\w.:/-]*(?:\s*;\s*@[A-Za-z0-9][\w.:/-]*)*)\]"

_FENCE = re.compile(r"^(?P<indent>[\s>]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A calculator fence: the calculator's id, the parts to show, and the lines it covers (both included)."""

    calculator: str
    show: tuple[str, ...]
    line: int
    last_line: int
    indent: str
    wrong: str = ""
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """A diagram fence: the name of a diagram, and the lines it covers (both included)."""

    name: str
    line: int
    last_line: int
    indent: str


@dataclass(frozen=True)
class Value:
    """`[[value CALCULATOR VARIANT CRITERION UNIT]]`, or `number` for `value`; `words` are what stands after it.

    The unit may be left out, and is then that of the rule. `before` and `after` are the rest of its line.
    """

    words: tuple[str, ...]
    line: int = 0
    bare: bool = False
    before: str = ""
    after: str = ""

    @property
    def rule(self) -> tuple[str, ...]:
        """Calculator, variant and criterion."""
        return self.words[:3]

    @property
    def unit(self) -> str:
        """The unit that was asked for, or nothing."""
        return " ".join(self.words[3:])

    @classmethod
    def of(cls, match: re.Match[str], line: int = 0) -> Value:
        """Return what a match of VALUE says."""
        before, after = match.string[: match.start()], match.string[match.end() :]
        return cls(tuple(match["words"].split()), line, match["form"] == "number", before, after)


@dataclass(frozen=True)
class Filling:
    """`[[filled CALCULATOR]]`: a link that opens a calculator with its first worked example."""

    calculator: str
    line: int


@dataclass(frozen=True)
class Citation:
    """One key of a `[@KEY; @KEY]`."""

    key: str
    line: int


@dataclass(frozen=True)
class Page:
    """A Markdown file taken apart. `path` is relative to the project; `body_line` is where the text begins."""

    path: str
    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    meta_wrong: tuple[int, str] | None = None
    body_line: int = 1
    blocks: tuple[Block, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    values: tuple[Value, ...] = ()
    citations: tuple[Citation, ...] = ()
    fillings: tuple[Filling, ...] = ()
    prose: tuple[str, ...] = ()

    def meta_line(self, key: str) -> int:
        """Return the line of a key of the front matter, or the first line."""
        for number, text in enumerate(self.text.splitlines()[: self.body_line], 1):
            if text.startswith(f"{key}:"):
                return number
        return 1


def read_page(path: str, text: str) -> Page:
    """Take a page apart. A page without front matter has empty `meta`."""
    meta, wrong, body_line = front_matter(text)
    lines = text.splitlines()
    body = lines[body_line - 1 :]
    blocks = tuple(find_blocks(body, body_line))
    prose = blank_code(body)
    values: list[Value] = []
    citations: list[Citation] = []
    fillings: list[Filling] = []
    for number, line in enumerate(prose, body_line):
        values += [Value.of(match, number) for match in re.finditer(VALUE, line)]
        fillings += [Filling(match["calculator"], number) for match in re.finditer(FILLED, line)]
        for match in re.finditer(CITATION, line):
            citations += [Citation(key, number) for key in split_keys(match["keys"])]
    return Page(
        path,
        text,
        meta,
        wrong,
        body_line,
        blocks,
        tuple(find_drawings(body, body_line)),
        tuple(values),
        tuple(citations),
        tuple(fillings),
        tuple([""] * (body_line - 1) + prose),
    )


def front_matter(text: str) -> tuple[dict[str, Any], tuple[int, str] | None, int]:
    """Return the front matter, what is wrong with it as (line, words), and the first line of the text."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---":
        return {}, None, 1
    ends = [place for place, line in enumerate(lines) if place and line.strip() in {"---", "..."}]
    if not ends:
        return {}, (1, "front matter begins with --- and never ends"), 1
    first = ends[0] + 2
    try:
        meta = yaml.load("\n".join(lines[1 : ends[0]]), yaml.CSafeLoader) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = 2 + (mark.line if mark else 0)
        return {}, (place, f"front matter is not YAML: {getattr(error, 'problem', None) or error}"), first
    if not isinstance(meta, dict):
        return {}, (2, "front matter must be lines of `key: value`"), first
    return meta, None, first


def split_keys(text: str) -> list[str]:
    """Return the keys of a citation's inside: "A; @B" gives A and B."""
    return [each.strip().lstrip("@") for each in text.split(";")]


def fences(lines: list[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield (first index, last index, opening match) of each fenced block; an unclosed one runs to the end."""
    index = 0
    while index < len(lines):
        match = _FENCE.match(lines[index])
        if match is None:
            index += 1
            continue
        last = index + 1
        closing = re.compile(rf"^[\s>]*{re.escape(match['mark'][0])}{{{len(match['mark'])},}}\s*$")
        while last < len(lines) and not closing.match(lines[last]):
            last += 1
        yield index, min(last, len(lines) - 1), match
        index = last + 1


def find_blocks(lines: list[str], first_line: int = 1) -> Iterator[Block]:
    """Yield each calculator fence. Its body is an id and, if wanted, a line `show: form, criteria, examples`
    (or `sheet`, which has the result drawn as the tumour-board sheet, `patients`, the worked patients, and `plain`,
    what the rule looks at in plain words). `rows: prrt, everolimus` narrows `plain` or `criteria` to these of a panel.
    """
    for start, end, match in fences(lines):
        if match["info"].strip() != FENCE_NAME:
            continue
        body = [line.strip().lstrip("> ") for line in lines[start + 1 : end] if line.strip()]
        calculator = body[0] if body else ""
        show: tuple[str, ...] = SHOW
        rows: tuple[str, ...] = ()
        wrong = "" if body else "a calculator fence needs the id of a calculator as its first line"
        for line in body[1:]:
            name, _, rest = line.partition(":")
            parts = tuple(each.strip() for each in rest.split(",") if each.strip())
            if name.strip() == "rows" and parts:
                rows = parts
            elif name.strip() != "show" or not parts:
                wrong = f"{line!r} in a calculator fence; only `show: {', '.join(PARTS)}` can follow the id"
            elif set(parts) - set(PARTS):
                wrong = f"nothing called {min(set(parts) - set(PARTS))!r} to show; there is {', '.join(PARTS)}"
            else:
                show = tuple(each for each in PARTS if each in parts)
        yield Block(calculator, show, first_line + start, first_line + end, match["indent"], wrong, rows)


def find_drawings(lines: list[str], first_line: int = 1) -> Iterator[Drawing]:
    """Yield each diagram fence. Its body is the name of a diagram."""
    for start, end, match in fences(lines):
        if match["info"].strip() == DIAGRAM_NAME:
            name = " ".join(line.strip("> \t") for line in lines[start + 1 : end]).strip()
            yield Drawing(name, first_line + start, first_line + end, match["indent"])


def blank_code(lines: list[str]) -> list[str]:
    """Return the lines with fences, code spans and comments blanked, each line in its place."""
    prose = list(lines)
    for start, end, _ in fences(lines):
        prose[start : end + 1] = [""] * (end + 1 - start)
    text = "\n".join(_CODE_SPAN.sub(lambda match: " " * len(match[0]), line) for line in prose)
    text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text.split("\n") if prose else []
