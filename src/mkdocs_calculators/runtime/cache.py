"""Keeps the outcome of a costly step under a key made of everything that went in."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

SOURCES = Path(__file__).parents[2]
MOST = 500_000_000
"""Bytes that may be kept; an edition of this guide needs about a tenth of them."""


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
    content = None if anew else found(place)
    if content is None:
        content = make()
        write_whole(place, content)
    return content


def found(place: Path) -> bytes | None:
    """What is kept in a file, which now counts as used; None when there is nothing."""
    with suppress(FileNotFoundError):
        content = place.read_bytes()
        os.utime(place)  # unlike Path.touch, which would put an empty file where another build has just tidied
        return content
    return None


def tidy(cache: Path, *, most: int = MOST) -> None:
    """Throws away what has not been used for longest, once there is more than `most` bytes, down to half of that."""
    stats = {}
    for path in cache.rglob("*"):
        with suppress(FileNotFoundError):  # another build may be at work here
            if path.is_file():
                stats[path] = path.stat()
    total = sum(each.st_size for each in stats.values())
    if total <= most:
        return
    for path, stat in sorted(stats.items(), key=lambda each: each[1].st_mtime_ns):
        path.unlink(missing_ok=True)
        total -= stat.st_size
        if total <= most // 2:
            return


@cache
def code_in(*folders: Path) -> str:
    """One key for all Python code and templates below these folders, as this process began with them."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return key_of(path.read_bytes() for path in found if path.suffix in {".py", ".html", ".jinja"})


def our_code() -> str:
    """One key for the engine, what shows it and what builds the site, as this process began with them."""
    return code_in(*(SOURCES / each for each in ("guideline", "presentation", "mkdocs_calculators")))


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
