"""The logic archive: rules, calculators, templates and evidence, from the very sources that the tests run."""

import ast
import importlib
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs_calculators.imports import import_statements
from mkdocs_calculators.runtime.archive import byte_compile, pack, unpack, without_docstrings, without_lines
from mkdocs_calculators.runtime.cache import code_in, kept
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain

DESK = "net_guide_desk.py"
"""The module that the worker imports; it lies beside this one and at the root of the archive."""

HERE = Path(__file__).parent

QUOTED = re.compile(r"""(?<=["'])[^"'\s]+(?=["'])""")
"""What may be the id of a record: a word in quotation marks."""

LIBRARIES = ("jinja2", "markupsafe")
"""Pure-Python packages that the logic needs, taken as they are installed here."""


def library_sources() -> dict[str, bytes]:
    """The Python files of the libraries, by name in the archive."""
    files: dict[str, bytes] = {}
    for name in LIBRARIES:
        origin = importlib.import_module(name).__file__
        if origin is None:
            raise RuntimeBuildError(f"{name} is not installed as a package of files")
        files.update(_python_files(Path(origin).parent))
    return files


def own_sources(tools: Toolchain, packages: Iterable[Path]) -> dict[str, bytes]:
    """The Python files of our packages, by name in the archive, with the templates as the modules made from them.

    Raises:
        RuntimeBuildError: a folder that is not there or holds no Python, or two of one name.
    """
    files: dict[str, bytes] = {}
    for package in packages:
        found = _python_files(package)
        if not found:
            raise RuntimeBuildError(f"{package}: no Python files for the browser there")
        if twice := sorted(set(found) & set(files)):
            raise RuntimeBuildError(f"{package}: {twice[0]} comes from two folders")
        files.update(found)
        if (package / "templates").is_dir():
            files.update(_compiled_templates(tools, package))
    files[DESK] = Path(__file__).with_name(DESK).read_bytes()
    return files


def guide_json(calculators: Iterable[str], evidence: Mapping[str, Any], keys: Mapping[str, Any]) -> bytes:
    """What `net_guide_desk` reads: the ids of the calculators, the evidence they cite, and the short keys of links."""
    # A record keeps the order of its keys: the result repeats it, and is to be the same text as outside the browser.
    records = {name: compact(record) for name, record in evidence.items()}
    guide = {"calculators": sorted(calculators), "evidence": records, "keys": compact(keys)}
    return compact(guide).encode("utf-8")


def compact(value: object) -> str:
    """JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def build_logic(tools: Toolchain, own: Mapping[str, bytes], guide: bytes) -> bytes:
    """The archive, byte-compiled and stored.

    Our own code keeps its assertions, so that it behaves as in the tests; the libraries lose them.
    """
    versions = [tools.lock_info["python"], version("pyodide-build"), *(version(name) for name in LIBRARIES)]
    libraries = library_sources()

    def compiled(files: Mapping[str, bytes], optimise: int) -> dict[str, bytes]:
        parts: list[str | bytes] = [*versions, str(optimise), pack(files)]
        return unpack(kept(tools.cache, "byte-code", parts, lambda: pack(byte_compile(files, optimise=optimise))))

    def made() -> bytes:
        return pack(without_lines(compiled(libraries, 2) | compiled(without_docstrings(own), 0)))

    code = kept(tools.cache, "code", [*versions, code_in(HERE), pack(libraries), pack(own)], made)
    return pack(unpack(code) | {"guide.json": guide})


def source_archive(own: Mapping[str, bytes], guide: bytes) -> bytes:
    """The same logic before compilation: what a page with stock Pyodide would unpack (used by the benchmark)."""
    return pack({**library_sources(), **own, "guide.json": guide})


def kept_names(tools: Toolchain, sources: Mapping[str, bytes]) -> list[str]:
    """What `imported_names` says of these sources, now or in an earlier build."""
    made = kept(
        tools.cache, "names", [code_in(HERE), pack(sources)], lambda: json.dumps(imported_names(sources)).encode()
    )
    names: list[str] = json.loads(made)
    return names


def imported_names(sources: Mapping[str, bytes]) -> list[str]:
    """Every module name that these sources import, sorted: what decides which part of the library they can load."""
    found = (_imports_of(source) for path, source in sources.items() if path.endswith(".py"))
    return sorted(frozenset().union(*found))


@cache
def _imports_of(source: bytes) -> frozenset[str]:
    names: set[str] = set()
    for node in import_statements(source):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif node.module and node.level == 0:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def cited(evidence: Mapping[str, Any], sources: Mapping[str, bytes]) -> dict[str, Any]:
    """The records whose ids stand in these sources, and those that they disagree with."""
    quoted = (QUOTED.findall(source.decode("utf-8")) for path, source in sources.items() if path.endswith(".py"))
    wanted = set(evidence) & set().union(*quoted)
    for name in sorted(wanted):
        record = evidence[name]
        if isinstance(record, Mapping):
            wanted.update(other for other in _ids(record.get("disagrees", ())) if other in evidence)
    return {name: evidence[name] for name in sorted(wanted)}


def _ids(disagrees: Sequence[Any]) -> list[str]:
    return [item["id"] if isinstance(item, Mapping) else str(item) for item in disagrees]


def _python_files(package: Path) -> dict[str, bytes]:
    return {
        f"{package.name}/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in sorted(package.rglob("*.py"))
        if "__pycache__" not in path.parts
    }


def _compiled_templates(tools: Toolchain, package: Path) -> dict[str, bytes]:
    def compiled() -> bytes:
        precompile = importlib.import_module(f"{package.name}.precompile")
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "compiled"
            precompile.compile_templates(target)
            return pack({f"{package.name}/compiled/{path.name}": path.read_bytes() for path in target.glob("*.py")})

    return unpack(kept(tools.cache, "templates", [version("jinja2"), code_in(package)], compiled))
