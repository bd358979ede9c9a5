"""The Markdown extension `calculators`: a calculator fence, limits from rules, citations, lists of sources.

Everything that a reader sees comes through here, so that the pages are the same under MkDocs, under Zensical and in
plain Python-Markdown. A name that does not exist raises ProblemsError with the page's file and line.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_calculators.binding import Binding
from mkdocs_calculators.checks import page_uses
from mkdocs_calculators.drawing import Citations, draw_bibliography, draw_value, kept_calculator
from mkdocs_calculators.filled import filled
from mkdocs_calculators.limits import find_criterion
from mkdocs_calculators.pages import (
    CITATION,
    FILLED,
    LIST,
    REGISTER,
    VALUE,
    Block,
    Drawing,
    Value,
    find_blocks,
    find_drawings,
    read_page,
    split_keys,
)
from mkdocs_calculators.picture import draw_diagram
from mkdocs_calculators.problems import Problem, ProblemsError
from mkdocs_calculators.project import Project
from mkdocs_calculators.register import FRAGMENT, draw_register
from mkdocs_calculators.runtime.toolchain import cache_of
from mkdocs_calculators.site import Site, current_site

# Python-Markdown's own order: lines are normalised at 30, fenced code is taken at 25; links are read at 170 and 160;
# text becomes elements at 20, attribute lists are applied at 8, headings get their ids at 5.
# MkDocs turns addresses of pages into those of the site at 0.
BEFORE_FENCES, BEFORE_LINKS, BEFORE_PARAGRAPHS, BEFORE_SOURCES, AFTER_INLINE, AFTER_ATTRIBUTES = 27, 178, 90, 17, 15, 7
AFTER_ADDRESSES = -1


class CalculatorsExtension(Extension):
    """Registers everything; `project` is the guide's folder."""

    def __init__(self, **given: Any) -> None:
        self.config = {"project": [".", "the guide's folder: the one with pyproject.toml"]}
        super().__init__(**given)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Add the processors, once, however often the extension is named."""
        if "calculators" in md.preprocessors:
            return
        root = Path(self.getConfig("project")).resolve()
        project = Project.at(root) if self.getConfig("project") != "." else Project.find(root)
        page = PageInProgress(project)
        # Otherwise Markdown wraps the element in a paragraph, which the browser closes before the form begins.
        md.block_level_elements.append("net-calculator")
        md.preprocessors.register(Fences(md, page), "calculators", BEFORE_FENCES)
        md.parser.blockprocessors.register(Lists(md, page), "calculators-lists", BEFORE_PARAGRAPHS)
        md.inlinePatterns.register(Values(md, page), "calculators-values", BEFORE_LINKS)
        md.inlinePatterns.register(Fillings(md, page), "calculators-fillings", BEFORE_LINKS)
        md.inlinePatterns.register(Cites(md, page), "calculators-citations", BEFORE_LINKS)
        md.treeprocessors.register(SourceList(md, page), "calculators-sources", AFTER_INLINE)
        md.treeprocessors.register(EmptyHeadings(md), "calculators-empty-headings", AFTER_INLINE)
        md.treeprocessors.register(Binding(md), "calculators-binding", BEFORE_SOURCES)
        md.treeprocessors.register(Captions(md), "calculators-captions", AFTER_ATTRIBUTES)
        md.treeprocessors.register(Fragments(md), "calculators-fragments", AFTER_ADDRESSES)
        md.registerExtension(self)
        self.page = page

    def reset(self) -> None:
        """Forget the page before."""
        self.page.begin()


class PageInProgress:
    """What the processors of one page share."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.begin()

    def begin(self) -> None:
        """Start a page: nothing cited, nothing drawn."""
        self.site: Site = current_site(self.project.root)
        self.citations = Citations(self.site)
        self.elements: dict[str, int] = {}
        self.path = ""

    def element_id(self, calculator: str) -> str:
        """Return an id for a calculator's element that the page does not have yet."""
        count = self.elements[calculator] = self.elements.get(calculator, 0) + 1
        return f"net-{calculator}" if count == 1 else f"net-{calculator}-{count}"

    def drawn(self, block: Block) -> str:
        """Return a calculator as HTML."""
        return kept_calculator(block, self.site, self.element_id(block.calculator), cache_of(self.project.root))

    def stop_if_wrong(self, lines: list[str]) -> None:
        """Raise ProblemsError when a page uses something that does not exist.

        Markdown is handed the text alone; the file is found by its text, and only when there is something to report.
        """
        text = "\n".join(lines)
        page = read_page("", text)
        wrong = list(page_uses(page, self.site))
        wrong += [
            (each.line, f"{each.key} cannot be read") for each in page.citations if each.key in self.site.wrong_records
        ]
        if wrong:
            path, before = self.place(text)
            raise ProblemsError(Problem(path, line + before, said) for line, said in wrong)
        if page.fillings:
            self.path, _ = self.place(text)  # a link to another page begins at this one

    def place(self, text: str) -> tuple[str, int]:
        """Return the file that holds this text and how many lines stand before it."""
        for page in self.site.pages:
            first = page.body_line
            lines = page.text.splitlines()[first - 1 :]
            blank = next((count for count, line in enumerate(lines) if line.strip()), 0)
            for skipped in (0, blank):
                if "\n".join(lines[skipped:]).expandtabs(4).rstrip() == text.rstrip():
                    return page.path, first - 1 + skipped
        return "page", 0


class Fences(Preprocessor):
    """Replaces each fence of a calculator or diagram by what it draws, before anybody takes it for code."""

    def __init__(self, md: Markdown, page: PageInProgress) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder for each calculator."""
        self.page.begin()
        self.page.stop_if_wrong(lines)
        drawn: list[str] = []
        done = 0
        fences: list[Block | Drawing] = [*find_blocks(lines), *find_drawings(lines)]
        for block in sorted(fences, key=lambda each: each.line):
            if isinstance(block, Drawing):
                site = self.page.site
                diagram = draw_diagram(site.diagrams[block.name], site.records, site.calculators)
                html = etree.tostring(diagram, encoding="unicode", short_empty_elements=False)
            else:
                html = self.page.drawn(block)
            placeholder = self.md.htmlStash.store(html)
            drawn += [*lines[done : block.line - 1], "", block.indent + placeholder, ""]
            done = block.last_line
        return [*drawn, *lines[done:]]


class Lists(BlockProcessor):
    """Draws `[[bibliography]]` and `[[evidence-register]]`, each a paragraph of its own."""

    def __init__(self, md: Markdown, page: PageInProgress) -> None:
        super().__init__(md.parser)
        self.page = page

    def test(self, parent: etree.Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        """Return whether a block is one of the two."""
        return re.fullmatch(LIST, block.strip()) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Put the list in place of the block."""
        name = blocks.pop(0).strip().strip("[]")
        site = self.page.site
        drawn = draw_bibliography(site) if name == "bibliography" else draw_register(site, page_with_register(site))
        atomic(drawn)
        parent.append(drawn)


class Values(InlineProcessor):
    """Draws `[[value CALCULATOR VARIANT CRITERION]]` as the limit that the rule compares with; see `limits`."""

    def __init__(self, md: Markdown, page: PageInProgress) -> None:
        super().__init__(VALUE, md)
        self.page = page

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown's signature
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Return the limit as an element."""
        value = Value.of(m)
        calculator, variant, criterion_id = value.rule
        found = self.page.site.calculators[calculator]
        criterion = find_criterion(found, variant, criterion_id)
        if criterion is None:
            return None, None, None
        drawn = draw_value(value, criterion)
        atomic(drawn)
        return drawn, m.start(0), m.end(0)


class Fillings(InlineProcessor):
    """Draws `[[filled CALCULATOR]]` as a link to its form with the first worked example in it."""

    def __init__(self, md: Markdown, page: PageInProgress) -> None:
        super().__init__(FILLED, md)
        self.page = page

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown's signature
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Return the link as an element."""
        target = filled(m["calculator"], self.page.site)
        if target is None:
            return None, None, None
        here = posixpath.dirname(self.page.path)
        link = etree.Element("a", {"href": posixpath.relpath(target.path, here or "."), FRAGMENT: target.fragment})
        link.set("data-search-exclude", "")  # the name of an example is no answer to a question
        link.text = f"{target.title}, filled in as in “{target.example}”"
        atomic(link)
        return link, m.start(0), m.end(0)


class Cites(InlineProcessor):
    """Draws `[@KEY; @KEY]` as numbers that lead to the list at the end of the page."""

    def __init__(self, md: Markdown, page: PageInProgress) -> None:
        super().__init__(r"[ \t]*" + CITATION, md)  # the number stands right after the word
        self.page = page

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - Python-Markdown's signature
    ) -> tuple[etree.Element, int, int]:
        """Return the place of the numbers as an element."""
        return self.page.citations.cite(split_keys(m["keys"])), m.start(0), m.end(0)


class SourceList(Treeprocessor):
    """Ends a page that cites anything with the list of what it cites."""

    def __init__(self, md: Markdown, page: PageInProgress) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: etree.Element) -> None:
        """Write the numbers of all citations, and append the list."""
        self.page.citations.fill(root)
        if self.page.citations.numbers:
            root.append(self.page.citations.draw())


class EmptyHeadings(Treeprocessor):
    """Makes a plain cell of a table's empty heading, which would announce a column without a name."""

    def run(self, root: etree.Element) -> None:
        """Rename the cells."""
        for cell in root.iter("th"):
            if len(cell) == 0 and not (cell.text or "").strip():
                cell.tag = "td"


class Captions(Treeprocessor):
    """Makes a paragraph `{ .caption }` the caption of the table below it, which screen readers announce with it."""

    def run(self, root: etree.Element) -> None:
        """Move each caption into its table."""
        for parent in list(root.iter()):
            for above, table in pairwise(list(parent)):
                if above.tag == "p" and table.tag == "table" and above.get("class") == "caption":
                    parent.remove(above)
                    above.tag = "caption"
                    above.attrib.pop("class")
                    above.tail = "\n"
                    table.insert(0, above)


class Fragments(Treeprocessor):
    """Gives drawn links the fragment that they lead to.

    MkDocs looks for anchors before the fences are in the page and would not find those; the finished site is counted.
    """

    def run(self, root: etree.Element) -> None:
        """Complete the addresses."""
        for link in root.iter("a"):
            fragment = link.attrib.pop(FRAGMENT, "")
            if fragment:
                link.set("href", f"{link.get('href', '')}#{fragment}")


def page_with_register(site: Site) -> str:
    """Return the path of the page that shows the register; a text that is no page of the site has none."""
    shown = (page.path for page in site.pages if REGISTER in (line.strip() for line in page.prose))
    return next(shown, "")


def atomic(element: etree.Element) -> None:
    """Keep Python-Markdown from reading drawn text as Markdown once more."""
    from markdown.util import AtomicString

    for each in element.iter():
        if each.text:
            each.text = AtomicString(each.text)
        if each.tail:
            each.tail = AtomicString(each.tail)


def makeExtension(**given: Any) -> CalculatorsExtension:  # noqa: N802 - the name is Python-Markdown's
    """Make the extension, for `markdown -x mkdocs_calculators.extension`."""
    return CalculatorsExtension(**given)
