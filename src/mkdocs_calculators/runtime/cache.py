"""Keeps the outcome of a costly step under a key made of everything that went in."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path


def key_of(parts: Iterable[str | bytes]) -> str:
    """One key for a sequence of texts and contents; their order counts, and where one ends."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8") if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.hexdigest()[:32]


def kept(
    cache: Path, step: str, parts: Iterable[str | bytes], make: Callable[[], bytes], *, anew: bool = False
) -> bytes:
    """The bytes that `make` gave for these parts, now or in an earlier build; with `anew` it is made in any case."""
    place = cache / step / key_of(parts)
    if not anew:
        with suppress(FileNotFoundError):
            return place.read_bytes()
    content = make()
    write_whole(place, content)
    return content


@cache
def code_in(*folders: Path) -> str:
    """One key for all Python code and templates below these folders, as this process began with them."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return key_of(path.read_bytes() for path in found if path.suffix in {".py", ".html", ".jinja"})


def write_whole(place: Path, content: bytes) -> None:
    """Writes a file so that no one ever sees half of it; leaves it alone when it holds this already."""
    if place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(place)
