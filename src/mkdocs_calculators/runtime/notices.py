"""The licences of everything that a site carries to its readers, as one text."""

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path

from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain

TEXTS = Path(__file__).parent.parent / "licences"

FROM_PYPI = {
    "jinja2": "draws the results, in the browser and when the site is built",
    "markupsafe": "used by Jinja2",
    "mkdocs-material": "style sheets, scripts, search and icons of the pages",
    "mkdocs": "built the pages",
}
FROM_NPM = {
    "idiomorph": ("patches the result on the page", "LICENSE"),
    "qr": ("draws a link as a QR code, when a reader asks for one", "LICENSE-MIT"),
}

LEAD = """\
Licences of what this site is made with

Open NET Guide itself: text under the Creative Commons Attribution licence (CC BY 4.0), code under the MIT licence.
The rest, in this order: {names}.
"""


@lru_cache(maxsize=8)
def notices(tools: Toolchain) -> str:
    """Name, version, purpose and licence text of every part that is not ours.

    Raises:
        RuntimeBuildError: a package came without the text of its licence.
    """
    parts = [*_python_packages(), *_npm_packages(tools), *_pyodide(tools)]
    rule = "\n" + "=" * 100 + "\n"
    chapters = [f"{title}\n{purpose}\n\n{text.strip()}\n" for title, purpose, text in parts]
    return rule.join([LEAD.format(names=", ".join(title for title, _, _ in parts)), *chapters])


Chapter = tuple[str, str, str]


def _python_packages() -> Iterator[Chapter]:
    for name, purpose in FROM_PYPI.items():
        yield f"{name} {distribution(name).version}", purpose, _text_of(name)


def _npm_packages(tools: Toolchain) -> Iterator[Chapter]:
    for name, (purpose, licence) in FROM_NPM.items():
        folder = tools.packages / name
        version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
        yield f"{name} {version}", purpose, (folder / licence).read_text("utf-8")


def _pyodide(tools: Toolchain) -> Iterator[Chapter]:
    purpose = (
        "Python for the browser; its source is in Pyodide's repository, under the tag of this version.\n"
        "Its two scripts were changed as src/mkdocs_calculators/runtime/pyodide.py of this guide says. Of its\n"
        "interpreter there is, on a web server, a second one that lacks what runtime/lean.py says, and in the offline\n"
        "editions the one of runtime/relocations.py."
    )
    # The npm package does not carry the text; pyodide-build, of the same project, does.
    yield f"Pyodide {tools.pyodide_version}", purpose, _text_of("pyodide-build")
    python = f"CPython {tools.lock_info['python']}"
    yield python, "the interpreter and its standard library, byte-compiled", (TEXTS / "Python.txt").read_text("utf-8")
    yield "Libraries inside Pyodide", "linked into the interpreter", (TEXTS / "inside-pyodide.txt").read_text("utf-8")


def _text_of(name: str) -> str:
    """The first licence that a distribution's metadata names; it lies there, or in a folder there."""
    installed = distribution(name)
    named = installed.metadata.get_all("License-File") or []
    texts = (installed.read_text(folder + file) for file in named for folder in ("licenses/", ""))
    if (text := next((each for each in texts if each), None)) is None:
        raise RuntimeBuildError(f"{name} is installed without the text of its licence")
    return text
