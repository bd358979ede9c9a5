"""Writes the runtime into a site."""

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime.cache import kept, write_whole
from mkdocs_calculators.runtime.lean import build_lean
from mkdocs_calculators.runtime.library import build_library
from mkdocs_calculators.runtime.logic import (
    build_logic,
    cited,
    guide_json,
    kept_names,
    library_sources,
    own_sources,
    source_archive,
)
from mkdocs_calculators.runtime.manifest import RuntimeFile, RuntimeManifest, Transport, digest, short, stretches
from mkdocs_calculators.runtime.notices import notices
from mkdocs_calculators.runtime.relocations import relocated_interpreter
from mkdocs_calculators.runtime.scripts import SOURCES, carried, code_worker, offline_script, page_script, worker_script
from mkdocs_calculators.runtime.snapshot import build_snapshot, sizes_of
from mkdocs_calculators.runtime.toolchain import Toolchain, find_toolchain


@dataclass(frozen=True, slots=True)
class Archives:
    """What Python gets in the browser."""

    library: bytes
    """The standard library, trimmed and byte-compiled."""
    logic: bytes
    """Rules, calculators, templates and evidence, byte-compiled."""
    snapshot: bytes
    """Python's memory with everything imported, sparse."""
    source: bytes
    """The same logic before compilation; not published, the benchmark gives it to stock Pyodide."""


def logic_folders(project: Project) -> list[Path]:
    """The packages of a project that run in the browser: engine, presentation, calculators and what they know."""
    names = ("guideline", "presentation")
    shared = [Path(str(importlib.import_module(name).__file__)).parent for name in names]
    return [*shared, project.calculators, *([project.knowledge] if project.knowledge else [])]


def build_archives(
    tools: Toolchain,
    *,
    logic: Sequence[Path],
    evidence: Mapping[str, Any],
    calculators: Sequence[str],
    requests: Sequence[str] = (),
    keys: Mapping[str, Any] | None = None,
    quick: bool = False,
) -> Archives:
    """Makes the archives; the arguments are those of `build_runtime`."""
    own = own_sources(tools, logic)
    guide = guide_json(calculators, cited(evidence, own), keys or {})
    logic_zip = build_logic(tools, own, guide)
    named = kept_names(tools, own)
    if quick and _library.get("imports") == named:
        return Archives(_library["zip"], logic_zip, b"", b"")
    watched = representative(calculators, requests)
    library_zip = build_library(
        tools,
        logic=logic_zip,
        imports=sorted({*named, *kept_names(tools, library_sources())}),
        named=named,
        requests=watched,
    )
    _library.update(imports=named, zip=library_zip)
    # One answer wakes templates and engine; more would only make the memory larger that every reader downloads.
    snapshot = build_snapshot(tools, library=library_zip, logic=logic_zip, requests=watched[:1])
    return Archives(library_zip, logic_zip, snapshot, source_archive(own, guide))


_library: dict[str, Any] = {}
"""The standard library of the last whole build of this process: it serves while rules import nothing else."""


def representative(calculators: Sequence[str], requests: Sequence[str]) -> list[str]:
    """A few requests that stand for all: per calculator one without answers, and the given one with the most text.

    They are answered while it is noted which parts of the standard library are loaded.
    """
    longest: dict[str, str] = {}
    for request in requests:
        name = str(json.loads(request)["calculator"])
        longest[name] = max(longest.get(name, ""), request, key=lambda text: (len(text), text))
    empty = [json.dumps({"calculator": name, "variant": None, "answers": {}}) for name in sorted(calculators)]
    return [*empty, *(longest[name] for name in sorted(longest))]


def build_runtime(
    target_dir: Path,
    *,
    logic: Sequence[Path],
    evidence: Mapping[str, Any],
    calculators: Sequence[str],
    transport: Transport = "files",
    requests: Sequence[str] = (),
    keys: Mapping[str, Any] | None = None,
    tools: Toolchain | None = None,
    entry: Path = SOURCES / "index.js",
    quick: bool = False,
) -> RuntimeManifest:
    """Writes every file of the runtime, and removes those of an earlier build from the same folder.

    Args:
        target_dir: `<site>/assets/open-net-guide`.
        logic: the folders of the packages that run in the browser (`logic_folders`); the last part of each is the
            package's name. One with a `templates` folder has a module `precompile` with `compile_templates`.
        evidence: every evidence record, by id, as JSON would hold it; those that the logic does not cite are left out.
        calculators: the ids of the calculators, each a module `calculators.<id>` with a `CALCULATOR`.
        transport: `files` for a web server, `scripts` for the offline edition.
        requests: JSON texts as the page sends them, such as the worked examples; see `representative`.
        keys: the table of short keys for links with a case, as `presentation.links` takes it.
        tools: Node, npm packages and cache; found from the working directory when not given.
        entry: the module that the page's script starts with.
        quick: whether to renew the logic alone, after a whole build in this process: a page then starts from the
            archives, because a snapshot takes longer to make than an author wants to wait.

    Raises:
        RuntimeBuildError: something needed is missing or does not fit, or a calculator fails in Pyodide.
    """
    tools = tools or find_toolchain()
    given: dict[str, Any] = {"logic": logic, "evidence": evidence, "calculators": calculators}
    archives = build_archives(tools, **given, requests=requests, keys=keys, quick=quick)
    # On a web server the whole interpreter starts from the archives alone: it stays as Pyodide publishes it.
    whole = (tools.pyodide / "pyodide.asm.wasm").read_bytes() if transport == "files" else relocated_interpreter(tools)
    parts = {
        "wasm": whole,
        "snapshot": archives.snapshot,
        "library": archives.library,
        "logic": archives.logic,
        "worker": worker_script(tools),
        "qr": code_worker(tools),
    }
    if transport == "files" and archives.snapshot:
        trained = representative(calculators, requests)
        parts["lean"] = build_lean(tools, snapshot=archives.snapshot, requests=trained)
    files, named = (_as_files if transport == "files" else _as_scripts)(tools, parts)
    waking = sizes_of(archives.snapshot) if archives.snapshot else None
    manifest = RuntimeManifest(tools.pyodide_version, transport, tools.lock_info, waking=waking, **named)
    files["net-guide.js"] = page_script(tools, manifest, entry=entry, from_archives=not archives.snapshot)
    files["NOTICES.txt"] = notices(tools).encode("utf-8")
    for path, content in files.items():
        write_whole(target_dir / path, content)
    _remove_old(target_dir, set(files))
    return manifest


ADDRESSES = {
    "wasm": "runtime/{version}/pyodide.asm.wasm",
    "lean": "runtime/{version}/lean.{hash}.wasm",
    "snapshot": "runtime/snapshot.{hash}.bin",
    "library": "runtime/{version}/python_stdlib.{hash}.zip",
    "logic": "runtime/logic.{hash}.zip",
    "worker": "net-guide-worker.{hash}.js",
    "qr": "net-guide-qr.{hash}.js",
}


IN_STRETCHES = {"wasm", "lean", "snapshot"}
"""What a page waits for before Python can start."""


def _as_files(tools: Toolchain, parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, RuntimeFile]]:
    files: dict[str, bytes] = {}
    named: dict[str, RuntimeFile] = {}
    for name, content in parts.items():
        sha256 = digest(content)
        path = ADDRESSES[name].format(version=tools.pyodide_version, hash=short(sha256))
        files[path] = content
        named[name] = RuntimeFile(path, len(content), sha256, stretches(content) if name in IN_STRETCHES else ())
    return files, named


def _as_scripts(tools: Toolchain, parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, RuntimeFile]]:
    files: dict[str, bytes] = {}
    named: dict[str, RuntimeFile] = {}
    for name, content in parts.items():
        path = f"offline/{name}.{short(digest(content))}.js"
        text = kept(tools.cache, "carried", [content], partial(carried, content))
        files[path] = offline_script(name, text)
        named[name] = RuntimeFile(path, len(content), digest(text))
    return files, named


def _remove_old(target_dir: Path, current: set[str]) -> None:
    """Removes what an earlier build wrote under other hashes; the folder may hold files of others, which stay."""
    workers = ("net-guide-worker.*.js", "net-guide-qr.*.js")
    for pattern in ("runtime/*.zip", "runtime/*.bin", "runtime/*/*", "offline/*.js", *workers):
        for path in target_dir.glob(pattern):
            if path.is_file() and path.relative_to(target_dir).as_posix() not in current:
                path.unlink()
