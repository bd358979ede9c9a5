"""The MkDocs plugin `calculators`: thin. It checks before the build, completes the site after it, and watches rules.

Whatever it does has a twin on the command line (`calculators check`, `calculators finish`), because a successor of
MkDocs may skip it without a word; everything that a reader sees comes from the Markdown extension.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_calculators.checks import check
from mkdocs_calculators.counter import ASSETS
from mkdocs_calculators.finish import STYLES, confirmed_on, finish
from mkdocs_calculators.kept_pages import Entries, KeptPages
from mkdocs_calculators.live_reload import allowing_live_reload
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import RuntimeBuildError, cache_of
from mkdocs_calculators.runtime.cache import tidy
from mkdocs_calculators.search_index import searched
from mkdocs_calculators.search_worker import SCRIPT as SEARCH_SCRIPT
from mkdocs_calculators.serving import Rebuilds
from mkdocs_calculators.site import Site, current_site, hold, release, release_all

EXTENSION = "calculators"


class CalculatorsConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    enabled = config_options.Type(bool, default=True)
    """Whether the plugin does anything."""

    offline = config_options.Type(bool, default=False)
    """Whether this build is for opening from a folder: files as scripts, search without a server."""

    runtime = config_options.Type(bool, default=True)
    """Whether to publish the browser runtime (needs Node and the npm packages)."""


class CalculatorsPlugin(BasePlugin[CalculatorsConfig]):
    """Checks, completes and watches."""

    serving = False
    """Whether pages are shown while they are written; the server then adds a script of its own to each."""

    rebuilds: Rebuilds | None = None

    kept: KeptPages | None = None

    entries: Entries | None = None
    """What the search has of the page that it is reading, when that is not kept yet."""

    whole: str | None = None
    """The content of the page that the search is reading."""

    @property
    def late(self) -> bool:
        """Whether worked examples are judged after the pages are shown, because an author is waiting for them."""
        return self.rebuilds is not None and self.rebuilds.only is not None

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Remember whether this is `mkdocs serve`."""
        self.serving = command == "serve"
        self.rebuilds = Rebuilds() if self.serving else None

    def project(self, config: MkDocsConfig) -> Project:
        """Return the project around mkdocs.yml."""
        return Project.at(Path(config.config_file_path).parent if config.config_file_path else Path())

    def site(self, config: MkDocsConfig) -> Site:
        """Return everything that the site is made of, read again when a file has changed."""
        return current_site(self.project(config).root)

    @event_priority(50)  # before Material's offline plugin, which would otherwise load a shim from elsewhere
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the extension and the files that every page loads, unless mkdocs.yml names them."""
        if not self.config.enabled:
            return config
        if self.rebuilds:
            self.rebuilds.config = config
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        config.mdx_configs.setdefault(EXTENSION, {}).setdefault("project", str(self.project(config).root))
        for style in STYLES:
            if f"{ASSETS}/{style.name}" not in config.extra_css:
                config.extra_css.append(f"{ASSETS}/{style.name}")
        script = f"{ASSETS}/net-guide.js"
        if self.config.runtime and script not in [str(each) for each in config.extra_javascript]:
            config.extra_javascript.append(script)
        if self.config.offline:
            config.extra.setdefault("polyfills", []).append(SEARCH_SCRIPT)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Stop when anything does not agree, with every problem at once."""
        if self.config.enabled:
            root = self.project(config).root
            site = hold(root)
            stop("The site cannot be built", check(site, examples=not self.late, keep_in=cache_of(root)))
            config.extra["edition"] = edition(site, offline=self.config.offline)

    def on_files(self, files: Files, /, **_: Any) -> None:
        """While serving, leave the pages that an edit does not touch."""
        if self.rebuilds:
            self.rebuilds.on_files(files)

    def on_nav(self, _nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Look for what earlier builds made of the pages; while serving, give the pages that are left what they had."""
        if self.config.enabled:
            self.kept = KeptPages(cache_of(self.project(config).root), config, files, self.site(config))
        if self.rebuilds:
            self.rebuilds.on_nav(files, config)

    def on_pre_page(self, page: Page, /, **_: Any) -> Page:
        """Let a page have what an earlier build made of the same."""
        if self.kept:
            self.kept.convert_once(page)
        return page

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        """Keep the theme's compiled templates for the next build; while serving, remember the pages too."""
        if self.config.enabled:
            compiled = cache_of(self.project(config).root) / "theme"
            compiled.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        return self.rebuilds.on_env(env, files) if self.rebuilds else env

    @event_priority(100)
    def _show_the_search_less(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        if self.config.enabled:
            self.whole = page.content
            self.entries = self.kept.entries_of(page) if self.kept else None
            if self.entries and self.entries.taken_over():
                page.content, self.entries = "", None  # the search finds nothing more in it
            else:
                page.content = searched(page.content or "")
        return context

    @event_priority(-100)
    def _show_the_theme_all(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        if self.config.enabled:
            page.content = self.whole
            if self.entries:
                self.entries.keep()
        return context

    on_page_context = CombinedEvent(_show_the_search_less, _show_the_theme_all)

    @event_priority(-150)  # after every plugin that writes into the site, Material's offline plugin included
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site and count what is in it."""
        if not self.config.enabled:
            return
        given: dict[str, Any] = {
            "offline": self.config.offline,
            "runtime": self.config.runtime,
            "keep": not self.serving,
            "renew": self.rebuilds.renewal if self.rebuilds else "whole",
        }
        try:
            problems = finish(Path(config.site_dir), self.site(config), self.project(config), **given)
        except RuntimeBuildError as error:
            raise PluginError(f"The browser runtime cannot be built: {error}") from error
        stop("The site is not complete", problems)
        if self.rebuilds:
            self.rebuilds.done(self.site(config), config)
        release(self.project(config).root)
        if not self.late:
            tidy(cache_of(self.project(config).root))

    def on_build_error(self, *, error: Exception, **_: Any) -> None:  # noqa: ARG002 - MkDocs names it
        """Look at the files again next time."""
        release_all()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Rebuild when a rule, an example, a record or a reference changes, and let the browser load it again."""
        if self.config.enabled:
            if app := server.get_app():
                server.set_app(allowing_live_reload(app))
            for path in self.project(config).watched:
                server.watch(str(path))
            if self.rebuilds:
                self.rebuilds.take_over(builder, lambda: self.site(config))
                server.builder = self.rebuilds
        return server


def edition(site: Site, *, offline: bool) -> dict[str, Any]:
    """Return what the pages say about this edition: is it the copy, and how old is what it says."""
    return {
        "offline": offline,
        "confirmed": confirmed_on(site),
    }


def stop(what: str, problems: list[Problem]) -> None:
    """Raise PluginError when there are problems."""
    if problems:
        listed = "\n".join(f"  {each}" for each in problems)
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise PluginError(f"{what}: {count}\n{listed}")
