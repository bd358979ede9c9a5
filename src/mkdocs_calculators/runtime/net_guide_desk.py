"""What the browser's worker calls. Packed at the root of the logic archive, beside `guide.json`; see logic.py.

It is the only Python of the runtime that the build-time checks do not run themselves.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from presentation import desk

_FOLDER, _, _ = __file__.rpartition("/")
_GUIDE: dict[str, Any] = json.loads(__spec__.loader.get_data(f"{_FOLDER}/guide.json"))  # type: ignore[union-attr]


class Calculators(Mapping[str, Any]):
    """Calculators by id, imported when they are first asked for: one page needs one of them."""

    def __getitem__(self, name: str) -> Any:
        """The calculator of `calculators/<name>.py`; KeyError for a name that was not published."""
        if name not in _GUIDE["calculators"]:
            raise KeyError(name)
        return import_module(f"calculators.{name}").CALCULATOR

    def __iter__(self) -> Iterator[str]:
        """The ids, sorted."""
        return iter(_GUIDE["calculators"])

    def __len__(self) -> int:
        """How many there are."""
        return len(_GUIDE["calculators"])


class Records(Mapping[str, Any]):
    """Evidence records by id, kept as the JSON that they came as: as objects they would weigh three times as much."""

    def __getitem__(self, name: str) -> Any:
        """The record; KeyError for one that no rule cites."""
        return _record(name)

    def __iter__(self) -> Iterator[str]:
        """The ids, sorted."""
        return iter(_GUIDE["evidence"])

    def __len__(self) -> int:
        """How many there are."""
        return len(_GUIDE["evidence"])


@cache
def _record(name: str) -> Any:
    return json.loads(_GUIDE["evidence"][name])


@cache
def _keys() -> Any:
    """The table of short keys for links, parsed when a link is first made or opened."""
    return json.loads(_GUIDE["keys"])


class Keys(Mapping[str, Any]):
    """That table, kept as JSON until then."""

    def __getitem__(self, name: str) -> Any:
        """One part of it; KeyError for one that it has not."""
        return _keys()[name]

    def __iter__(self) -> Iterator[str]:
        """The names of its parts."""
        return iter(_keys())

    def __len__(self) -> int:
        """How many parts it has."""
        return len(_keys())


_CALCULATORS = Calculators()
_RECORDS = Records()
_KEYS = Keys()


def respond(request: str) -> str:
    """JSON in, JSON out; never raises. See `presentation.desk`."""
    return str(desk.respond(_CALCULATORS, _RECORDS, request, _KEYS))


def rest() -> None:
    """Called before memory is photographed: what was freed is overwritten, so that it weighs nothing on the way."""
    import gc

    gc.collect()
    head = b"".__sizeof__()
    for size in (*range(32, 513, 16), *(1000 * 2**step for step in range(8))):
        filled = [bytes(size - head) for _ in range(max(8, 600_000 // size))]
        del filled
    gc.collect()
    gc.freeze()  # what is loaded now stays: the collector need not look at it after every answer


def wake() -> None:
    """Called when the photograph has come back to life: chance begins anew."""
    import random

    random.seed()
