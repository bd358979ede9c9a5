"""What is measured, built once: the site as a server gives it, its offline copies, and the same Markdown without us."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from mkdocs_calculators.hosting import compress, prepare_hosting
from mkdocs_calculators.runtime import Toolchain, find_toolchain

ROOT = Path(__file__).parent.parent
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
OURS = ("calculators", "offline")
"""Plugins and extensions that plain MkDocs does without."""


@dataclass(frozen=True)
class Sites:
    """Each is made when it is first asked for, in a folder of its own below `work`, and used again when it is there."""

    work: Path

    @cached_property
    def tools(self) -> Toolchain:
        """Node, Pyodide and the cache."""
        return find_toolchain(ROOT)

    @cached_property
    def online(self) -> Path:
        """The site with everything compressed ahead, as `make site` writes it."""

        def make(folder: Path) -> None:
            build(folder)
            prepare_hosting(folder, self.tools.cache)

        return self._made("online", make)

    @cached_property
    def plain(self) -> Path:
        """The same Markdown by MkDocs and Material without us, compressed ahead in the same way."""

        def make(folder: Path) -> None:
            build(folder, config=self.plain_config)
            compress(folder, self.tools.cache)

        return self._made("plain", make)

    @cached_property
    def plain_config(self) -> Path:
        """mkdocs.yml without us."""
        path = self.work / "plain.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(plain_settings(), sort_keys=False), encoding="utf-8")
        return path

    @cached_property
    def offline(self) -> Path:
        """The site as it lies in the zip, for opening from its folder."""
        return self._made("offline", lambda folder: build(folder, OFFLINE="true"))

    @cached_property
    def bundle(self) -> Path:
        """The zip of the whole site."""
        return self._packed("bundle", "open-net-guide-offline.zip")

    @cached_property
    def kit(self) -> Path:
        """The one-file kit."""
        return self._packed("kit", "open-net-guide-board.html")

    def stock(self, pages: dict[str, bytes]) -> Path:
        """Pyodide as its package comes, with these files beside it, compressed ahead in the same way."""
        folder = self.work / "stock"
        shutil.rmtree(folder, ignore_errors=True)
        files = {name: (self.tools.pyodide / name).read_bytes() for name in STOCK_FILES}
        for name, content in {**files, **pages}.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        compress(folder, self.tools.cache)
        return folder

    def _made(self, name: str, make: Callable[[Path], None]) -> Path:
        folder = self.work / name
        done = self.work / f"{name}.done"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
        return folder

    def _packed(self, command: str, name: str) -> Path:
        target = self.work / name
        if not target.exists():
            program = [sys.executable, "-m", "mkdocs_calculators.command", command, str(self.offline), str(target)]
            subprocess.run(program, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return target


def build(folder: Path, *, config: Path | None = None, root: Path = ROOT, **settings: str) -> None:
    """Runs `mkdocs build`, strictly unless it is not our own configuration."""
    which = ["--config-file", str(config)] if config else ["--strict"]
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *which, "--site-dir", str(folder)]
    subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}, check=True)


def plain_settings(path: Path = ROOT / "mkdocs.yml") -> dict[str, Any]:
    """What mkdocs.yml says, without our theme files, plugin, extension, styles and scripts."""
    settings: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - our own safe loader
    settings["docs_dir"] = str(path.parent / settings["docs_dir"])
    for name in ("custom_dir", "static_templates"):
        settings["theme"].pop(name)
    for name in ("extra_css", "extra_javascript", "validation", "strict", "site_dir"):
        settings.pop(name)
    settings["plugins"] = {name: value for name, value in settings["plugins"].items() if name not in OURS}
    settings["markdown_extensions"] = [each for each in settings["markdown_extensions"] if each not in OURS]
    # The words of ours that plain MkDocs does not know would be warnings, which is not what is timed.
    settings["validation"] = {"nav": dict.fromkeys(("omitted_files", "not_found"), "ignore")}
    settings["validation"]["links"] = dict.fromkeys(("not_found", "anchors", "unrecognized_links"), "ignore")
    return settings


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as its default, which is what a build without settings does."""


def _default_of(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default_of)
