"""Zip archives that are the same bytes whenever they hold the same files, and their byte-compilation for Pyodide."""

import ast
import io
import marshal
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import CodeType

from mkdocs_calculators.runtime.toolchain import RuntimeBuildError

HEADER = 16
"""Bytes before the code in a `.pyc`."""

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The only date that our archives know: the earliest that a zip can hold."""


def pack(files: Mapping[str, bytes], *, compression: int = zipfile.ZIP_STORED) -> bytes:
    """A zip of these files, by name, in sorted order, with folders (Python finds packages without `__init__` by them).

    Stored by default: what compresses on the way to the reader compresses better when it is not deflated already.
    """
    folders = {f"{parent}/" for name in files for parent in _parents(name)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression, compresslevel=9) as archive:
        for name in sorted(folders | set(files)):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_STORED if name in folders else compression
            entry.external_attr = (0o40755 << 16 | 0x10) if name in folders else 0o100644 << 16
            archive.writestr(entry, files.get(name, b""))
    return buffer.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """The files of a zip, by name, without folders."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def without_lines(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same byte code without its tables of line numbers: a fifth less to load.

    A traceback still names file and function.
    """
    return {
        name: content[:HEADER] + marshal.dumps(_bare(marshal.loads(content[HEADER:])))  # noqa: S302 - compiled just now
        if name.endswith(".pyc")
        else content
        for name, content in files.items()
    }


def _bare(code: CodeType) -> CodeType:
    constants = tuple(_bare(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


def without_docstrings(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same sources with a blank in place of each docstring; a dataclass that had none at all would write one."""
    return {name: _undocumented(content) if name.endswith(".py") else content for name, content in files.items()}


def _undocumented(source: bytes) -> bytes:
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if ast.get_docstring(node, clean=False) is None:
            continue
        said = node.body[0]
        first, last = said.lineno - 1, (said.end_lineno or said.lineno) - 1
        rest = lines[last][said.end_col_offset :]
        lines[first] = lines[first][: said.col_offset] + b'" "' + rest
        lines[first + 1 : last + 1] = [b"\n"] * (last - first)
    return b"".join(lines)


def modules_in(content: bytes) -> list[str]:
    """The names of the compiled modules in an archive, sorted."""
    paths = (name.removesuffix(".pyc") for name in unpack(content) if name.endswith(".pyc"))
    return sorted(path.removesuffix("/__init__").replace("/", ".") for path in paths)


def _parents(name: str) -> list[str]:
    pieces = name.split("/")[:-1]
    return ["/".join(pieces[: depth + 1]) for depth in range(len(pieces))]


def byte_compile(files: Mapping[str, bytes], *, optimise: int) -> dict[str, bytes]:
    """The same files with every `.py` replaced by the `.pyc` that `pyodide py-compile` makes of it.

    Args:
        files: contents by name in the archive.
        optimise: level of Python's own optimisation: 0 keeps everything, 2 drops assertions and docstrings.

    Raises:
        RuntimeBuildError: a file does not compile; the message is the compiler's.
    """
    environment = {
        **os.environ,
        # With a fixed epoch the byte code carries a hash of its source instead of the time at which it was compiled.
        "SOURCE_DATE_EPOCH": "315532800",
        "PYTHONHASHSEED": "0",
        "PYTHONOPTIMIZE": str(optimise),
    }
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "source.zip"
        archive.write_bytes(pack(files))
        # -P: no module of the folder that the build happens to run in may pass for one of the tool's.
        command = [sys.executable, "-P", "-m", "pyodide_cli", "py-compile", "--silent", "--no-keep"]
        finished = subprocess.run(
            [*command, "--compression-level", "0", str(archive)],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if finished.returncode != 0:
            said = (finished.stderr or finished.stdout).strip().splitlines()
            raise RuntimeBuildError("pyodide py-compile failed: " + "\n".join(said[-12:]))
        return unpack(archive.read_bytes())
