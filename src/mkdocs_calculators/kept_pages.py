"""What earlier builds made of a page: what Markdown became of it, and what the search has of it.

A page that is made of the same things is not converted again. Each is kept under a key of everything that goes into it:
the text, all that is drawn from, the files that links lead to, the settings, the installed packages and our code.
Whatever the key cannot speak for is made each time: pages with an extension that may read other files, and a page of
which MkDocs had something to say.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from mkdocs_calculators.pages import FILLED, LIST
from mkdocs_calculators.runtime.cache import found, key_of, our_code, write_whole
from mkdocs_calculators.site import Site

EXTENSIONS = {
    "abbr",
    "admonition",
    "attr_list",
    "calculators",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.superfences",
    "tables",
    "toc",
}
"""What makes a page from its text alone; ours also from what `Site.content` is the key of."""

SEARCH = ("material/search", "search")

OTHER_PAGES = re.compile(f"{LIST}|{FILLED}")
"""What is drawn from the other pages too."""


@dataclass
class KeptPages:
    """What is kept of the pages of one build."""

    folder: Path
    config: MkDocsConfig
    files: Files
    site: Site

    def convert_once(self, page: Page) -> None:
        """Let a page that MkDocs is about to convert have what an earlier build made of the same, if one did."""
        if self.key is not None:
            page.render = partial(self._converted, page, page.render)  # type: ignore[method-assign]

    def _converted(self, page: Page, convert: Callable[..., None], config: MkDocsConfig, files: Files) -> None:
        place = self.folder / "converted" / self._key_of(page)
        before = found(place)
        if before is not None:
            give(page, json.loads(before), files)
            return
        with listening() as said:
            convert(config, files)
        if not said and page.links_to_anchors is not None:
            write_whole(place, as_json(taken(page)))

    def _key_of(self, page: Page) -> str:
        """Return the key of everything that a page is made of."""
        text = page.markdown or ""
        others = self.site.all_pages if OTHER_PAGES.search(text) else ""
        return key_of([self.key or "", page.file.src_uri, page.file.dest_uri, text, others])

    def entries_of(self, page: Page) -> Entries | None:
        """Return what is kept of a page's place in the search; None where there is no such place, or nothing is kept.

        Called when the page is whole, and before the search reads it.
        """
        index = search_of(self.config)
        if self.key is None or index is None:
            return None
        made_of = [page.url, page.title or "", page.content or "", repr(page.meta), repr(tokens_of(page.toc))]
        return Entries(self.folder / "searched" / key_of([self.key, *made_of]), index.entries)

    @cached_property
    def key(self) -> str | None:
        """One key for what all pages share; None when there is none that would speak for all of it."""
        config = self.config
        own = Path(config.config_file_path or "")
        known = set(config.markdown_extensions) <= EXTENSIONS
        if not (known and self.site.content and own.is_file()):
            return None
        links = dict(config.validation.links)
        try:
            settings = json.dumps([config.markdown_extensions, config.mdx_configs, config.use_directory_urls, links])
        except TypeError:  # a function among the settings, which may do anything
            return None
        files = sorted(f"{each.src_uri}\n{each.dest_uri}\n{each.inclusion.name}" for each in self.files)
        texts = [path.read_bytes() for path in (own, own.with_name("pyproject.toml")) if path.is_file()]
        return key_of([sys.version, *installed(), our_code(), self.site.content, *texts, settings, *files])


@dataclass
class Entries:
    """The parts of one page among those of all pages in the search."""

    place: Path
    all: list[dict[str, Any]]
    before: int = 0

    def taken_over(self) -> bool:
        """Add what an earlier build found in this page, and return whether one did."""
        self.before = len(self.all)
        found_before = found(self.place)
        self.all += json.loads(found_before or b"[]")
        return found_before is not None

    def keep(self) -> None:
        """Keep what has been added since then."""
        write_whole(self.place, as_json(self.all[self.before :]))


def search_of(config: MkDocsConfig) -> Any:
    """Return the index that the theme's search fills, when it is one that can be filled ahead."""
    plugin = next((config.plugins[name] for name in SEARCH if name in config.plugins), None)
    index = getattr(plugin, "search_index", None)
    return index if isinstance(getattr(index, "entries", None), list) else None


def installed() -> Iterator[str]:
    """Yield name and version of every installed package."""
    for folder in sys.path:
        yield from sorted(each.name for each in Path(folder).glob("*.dist-info"))


class Listener(logging.Handler):
    """Puts what is said into a list."""

    def __init__(self, said: list[logging.LogRecord]) -> None:
        super().__init__()
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        """Take one."""
        self.said.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """Collect what MkDocs says meanwhile: a page of which it said something has to be looked at again."""
    said: list[logging.LogRecord] = []
    handler = Listener(said)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


def taken(page: Page) -> dict[str, Any]:
    """Return everything that MkDocs took from a conversion, as JSON can hold it."""
    return {
        "content": page.content,
        "toc": tokens_of(page.toc),
        "title": page._title_from_render,  # noqa: SLF001 - MkDocs has no other name for it
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
    }


def as_json(content: Any) -> bytes:
    """Return content as it is kept."""
    return json.dumps(content, ensure_ascii=False).encode("utf-8")


def tokens_of(toc: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """Return a table of contents as the Markdown extension `toc` gives it."""
    return [
        {"name": each.title, "id": each.id, "level": each.level, "children": tokens_of(each.children)} for each in toc
    ]


def give(page: Page, kept: dict[str, Any], files: Files) -> None:
    """Give a page what was taken from it in an earlier build."""
    page.content = kept["content"]
    page.toc = get_toc(kept["toc"])
    page._title_from_render = kept["title"]  # noqa: SLF001
    page.present_anchor_ids = set(kept["anchors"])
    targets = ((files.get_file_from_path(uri), links) for uri, links in kept["links"].items())
    page.links_to_anchors = {file: links for file, links in targets if file is not None}
