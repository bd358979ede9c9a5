"""Archives are the same bytes for the same files, and hold byte code that Pyodide's Python accepts."""

from __future__ import annotations

import ast
import importlib.util
import io
import marshal
import zipfile
from typing import Any

import pytest

from mkdocs_calculators.runtime.archive import byte_compile, pack, unpack, without_docstrings, without_lines
from mkdocs_calculators.runtime.library import trimmed
from mkdocs_calculators.runtime.logic import cited, imported_names
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError


def test_the_order_in_which_files_come_does_not_change_an_archive() -> None:
    files = {"b/two.py": b"2", "a.py": b"1"}
    assert pack(files) == pack(dict(reversed(files.items())))
    assert unpack(pack(files)) == files


def test_an_archive_is_stored_and_names_its_folders() -> None:
    with zipfile.ZipFile(io.BytesIO(pack({"a/b/c.txt": b"text"}))) as archive:
        assert archive.namelist() == ["a/", "a/b/", "a/b/c.txt"]
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_byte_code_is_the_same_when_it_is_compiled_twice() -> None:
    source = {"rule.py": b'"""Doc."""\nLIMIT = {"a", "b", "c"}\n\ndef f(x):\n    assert x\n    return x in LIMIT\n'}
    first, second = byte_compile(source, optimise=0), byte_compile(source, optimise=0)
    assert first == second
    assert list(first) == ["rule.pyc"]
    assert first["rule.pyc"].startswith(importlib.util.MAGIC_NUMBER)


def test_our_own_code_keeps_its_assertions_and_the_libraries_lose_them() -> None:
    source = {"rule.py": b"def f(x):\n    assert x, 'kept words'\n"}
    assert b"kept words" in byte_compile(source, optimise=0)["rule.pyc"]
    assert b"kept words" not in byte_compile(source, optimise=2)["rule.pyc"]


def test_byte_code_without_line_numbers_runs_the_same() -> None:
    code = without_lines(
        byte_compile(
            {"rule.py": b"def f(x):\n    return [g(y) for y in x]\n\ndef g(y):\n    return 1 / y\n"}, optimise=2
        )
    )
    names: dict[str, Any] = {}
    exec(marshal.loads(code["rule.pyc"][16:]), names)  # noqa: S102, S302 - compiled in the line above
    assert names["f"]([1, 2]) == [1.0, 0.5]
    with pytest.raises(ZeroDivisionError) as raised:
        names["f"]([0])
    assert [entry.name for entry in raised.traceback][-2:] == ["f", "g"]


DOCUMENTED = """\
\"\"\"A module; of ß and ≥ it has several bytes.

With a second paragraph.
\"\"\"

NAME = "a text"


class Rule:
    \"\"\"A class.\"\"\"

    def judge(self, *, what="≥"):
        \"\"\"A method,

        in three lines.
        \"\"\"
        return what  # said


def one_line(): "On one line."
"""


def test_docstrings_go_and_every_line_stays_where_it_was() -> None:
    bare = without_docstrings({"rule.py": DOCUMENTED.encode(), "note.txt": b'"""text"""'})
    assert bare["note.txt"] == b'"""text"""'
    text = bare["rule.py"].decode()
    before, after = ast.parse(DOCUMENTED), ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    assert {ast.get_docstring(node, clean=False) for node in ast.walk(after) if isinstance(node, documented)} == {" "}
    for old, new in zip(ast.walk(before), ast.walk(after), strict=True):
        assert type(old) is type(new)
        assert getattr(old, "lineno", None) == getattr(new, "lineno", None)
    assert text.splitlines()[16] == "        return what  # said"


def test_a_file_that_does_not_compile_is_named() -> None:
    with pytest.raises(RuntimeBuildError, match=r"broken\.py"):
        byte_compile({"broken.py": b"def f(:\n"}, optimise=0)


def test_trimming_keeps_what_was_loaded_the_packages_around_it_and_the_safety_list() -> None:
    names = ("json/__init__.pyc", "json/decoder.pyc", "json/tool.pyc", "turtle.pyc", "traceback.pyc")
    whole = pack(dict.fromkeys(names, b""))
    assert sorted(unpack(trimmed(whole, ["json.decoder"]))) == [
        "json/__init__.pyc",
        "json/decoder.pyc",
        "traceback.pyc",
    ]


def test_imports_inside_functions_count() -> None:
    source = b"import json\nfrom re import compile\n\ndef f():\n    import decimal\n    from . import mine\n"
    assert imported_names({"a.py": source, "b.txt": b"import os"}) == ["decimal", "json", "re", "re.compile"]


def test_only_records_that_the_logic_cites_travel_and_those_they_disagree_with() -> None:
    evidence = {"A-1": {"disagrees": [{"id": "D-1", "text": "…"}]}, "A-2": {"disagrees": []}, "D-1": {}}
    assert sorted(cited(evidence, {"rule.py": b'RULE = criterion("x", evidence="A-1")'})) == ["A-1", "D-1"]
