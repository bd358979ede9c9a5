"""While a site is served: after an edit only the pages that show it are written again.

MkDocs can write some pages and leave the others ("dirty"), but then the others lose their titles in the navigation,
their anchors for links and their places in the search. All of these are kept here from the build before. Which pages
an edit touches follows from what each draws; whenever that is not certain, the whole site is built.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_calculators.finish import Renewal
from mkdocs_calculators.judged import example_problems
from mkdocs_calculators.kept_pages import search_of
from mkdocs_calculators.pages import REGISTER
from mkdocs_calculators.pages import Page as Source
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import Site, stats_of

LOG = logging.getLogger("calculators")  # not below "mkdocs", whose strict builds count what is logged


@dataclass(frozen=True)
class Before:
    """What the last complete build was made of, and what of it unchanged pages go on with."""

    site: Site
    others: tuple[Any, ...]
    pages: Mapping[str, tuple[str | None, MutableMapping[str, Any], set[str] | None]]
    """By source: title, front matter, anchors."""
    entries: list[dict[str, Any]]
    """What the search has of all pages."""


class Rebuilds:
    """Stands in for the builder of `mkdocs serve`."""

    def __init__(self) -> None:
        self.before: Before | None = None
        self.only: frozenset[str] | None = None
        """Sources of the pages that this build writes; None: all."""
        self.rules_changed = True
        self.judging: Thread | None = None
        self.config: MkDocsConfig | None = None
        """The settings of the newest build; a whole build reads them again."""
        self._seen: Site | None = None
        self._env: Any = None
        self._pages: dict[str, Page] = {}
        self._whole: Callable[..., None] | None = None
        self._current: Callable[[], Site] | None = None

    def take_over(self, builder: Callable[..., None], current: Callable[[], Site]) -> None:
        """Remember how the whole site is built and how its sources are read."""
        self._whole, self._current = builder, current

    def __call__(self, config: MkDocsConfig | None = None) -> None:
        """Build what has changed."""
        assert self._whole is not None
        assert self.config is not None
        assert self._current is not None
        self._seen = self._current()  # what is edited from here on counts as an edit after this build
        changed = self.changed(self._seen, self.config) if config is None else None
        if changed is None:
            self.only, self.rules_changed = None, True
            self._whole(config)
            return
        self.only = changed
        try:
            with _quietly():
                build(self.config, serve_url=self.config.site_url, dirty=True)
        finally:
            self.only = None
        if self.rules_changed and self.before is not None:
            self.judging = Thread(target=self._judge, args=(self.before.site,), daemon=True)
            self.judging.start()

    def _judge(self, site: Site) -> None:
        """Judge the worked examples once the pages are shown, and say where they part from the rules."""
        for problem in example_problems(site):
            if self.before is None or self.before.site is not site:
                return  # there is a newer edit, whose examples are judged then
            LOG.error("%s", problem)

    def changed(self, site: Site, config: MkDocsConfig) -> frozenset[str] | None:
        """Return the sources of the pages that an edit touches, or None when it may touch all of them."""
        before = self.before
        if before is None or before.others != others(site, config) or search_of(config) is None:
            return None
        old = {page.path: page for page in before.site.pages}
        new = {page.path: page for page in site.pages}
        if old.keys() != new.keys() or any(old[path].meta != page.meta for path, page in new.items()):
            return None
        self.rules_changed = before.site.rules != site.rules
        rules = {
            name
            for name in before.site.reliances.keys() | site.reliances.keys()
            if before.site.reliances.get(name) != site.reliances.get(name)
        }
        edited = {
            path for path, page in new.items() if page.text != old[path].text or (rules and draws(page, site, rules))
        }
        if rules or any(used(old[path]) != used(new[path]) for path in edited):
            edited |= {path for path, page in new.items() if REGISTER in page.text}
        folder = Path(config.docs_dir).resolve()
        root = Project.at(Path(config.config_file_path or ".").parent).root
        return frozenset((root / path).relative_to(folder).as_posix() for path in edited)

    @property
    def renewal(self) -> Renewal:
        """How much of the browser runtime this build makes anew."""
        if self.only is None:
            return "whole"
        return "rules" if self.rules_changed else "nothing"

    # What the plugin passes on while a site is built

    def on_files(self, files: Files) -> None:
        """Tell MkDocs which pages to leave as they are."""
        if self.only is None:
            return
        for file in files.documentation_pages():
            answer = partial(bool, file.src_uri in self.only)
            file.is_modified = answer  # type: ignore[method-assign]

    def on_nav(self, files: Files, config: MkDocsConfig) -> None:
        """Give the pages that are not written again what they had."""
        if self.only is None or self.before is None:
            return
        search = search_of(config)
        left = []
        for file in files.documentation_pages():
            if file.src_uri in self.only or file.src_uri not in self.before.pages:
                continue
            left.append(file.url if file.url != "./" else "")
            if file.page is not None:
                file.page.title, file.page.meta, file.page.present_anchor_ids = self.before.pages[file.src_uri]
        kept = set(left)
        if search is not None:
            search.entries += [each for each in self.before.entries if each["location"].partition("#")[0] in kept]

    def on_env(self, env: Any, files: Files) -> Any:
        """Remember the pages of this build; unchanged templates need not be compiled again."""
        if self.only is None or self._env is None:
            self._env = env
        self._pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page is not None}
        return self._env

    def done(self, site: Site, config: MkDocsConfig) -> None:
        """Remember what was built; the next edit is compared with it."""
        pages: dict[str, Any] = dict(self.before.pages) if self.before and self.only is not None else {}
        for name, page in self._pages.items():
            if self.only is None or name in self.only:
                pages[name] = (page.title, page.meta, page.present_anchor_ids)
        search = search_of(config)
        entries = list(search.entries) if search is not None else []
        site = self._seen or site
        self.before = Before(site, others(site, config), pages, entries)
        self._pages, self._seen = {}, None


def others(site: Site, config: MkDocsConfig) -> tuple[Any, ...]:
    """Return what any page may show beside its own text and the rules: settings, theme, evidence, sources, diagrams."""
    own = Path(config.config_file_path or "mkdocs.yml")
    settings = [own, own.with_name("pyproject.toml")]
    theme = [
        path
        for folder in config.theme.dirs
        if "site-packages" not in Path(folder).parts
        for path in sorted(Path(folder).rglob("*"))
    ]
    read = (site.records, site.wrong_records, site.bibliography, site.diagrams, site.calculators.keys())
    return stats_of([*settings, *theme]), tuple(map(_frozen, read))


def _frozen(value: Any) -> Any:
    return tuple(value.items()) if isinstance(value, Mapping) else frozenset(value)


def draws(page: Source, site: Site, calculators: set[str]) -> bool:
    """Return whether a page shows anything of these calculators."""
    named = {block.calculator for block in page.blocks} | {value.words[0] for value in page.values if value.words}
    named |= {each.calculator for each in page.fillings}
    named |= {site.diagrams[each.name].calculator for each in page.drawings if each.name in site.diagrams}
    return bool(named & calculators) or any("sheet" in block.show for block in page.blocks)


def used(page: Source) -> tuple[Any, ...]:
    """Return what a page takes from the register, wherever in it: the register lists its users."""
    blocks = tuple((each.calculator, each.show) for each in page.blocks)
    keys = {each.key for each in page.citations}
    return keys, {each.words for each in page.values}, {each.name for each in page.drawings}, blocks


@contextmanager
def _quietly() -> Iterator[None]:
    """Leave out MkDocs' warning about what is made good here; strict, it would stop the build."""
    logger = logging.getLogger("mkdocs.commands.build")

    def wanted(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("A 'dirty' build is being performed")

    logger.addFilter(wanted)
    try:
        yield
    finally:
        logger.removeFilter(wanted)
