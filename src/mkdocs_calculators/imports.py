"""Which modules does a Python file import? Read from its statements alone; nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator


def import_statements(source: bytes) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield every import of a file, those inside functions and branches too.

    Raises:
        SyntaxError: it is no Python.
    """
    yield from _among(ast.parse(source).body)


def _among(statements: Iterable[ast.AST]) -> Iterator[ast.Import | ast.ImportFrom]:
    for each in statements:
        if isinstance(each, ast.Import | ast.ImportFrom):
            yield each
        else:  # no expression imports anything, so only what holds statements is looked into
            for name in ("body", "orelse", "finalbody", "handlers", "cases"):
                held = getattr(each, name, ())
                yield from _among(held if isinstance(held, list) else ())
