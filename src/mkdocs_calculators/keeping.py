"""What a browser needs to keep the guide for reading without a network, when its reader asks for that.

Beside the pages go the list of every file with its digest, named by the version that the list makes; a short note
that names this version, so that a kept guide can ask whether there is a newer one; and the service worker, which is the
same for every version: it answers from the version that the reader chose, and from no other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from mkdocs_calculators.runtime.cache import write_whole

NOTE = "keep.json"
WORKER = "service-worker.js"
LISTS = "keep/*.json"
FORMAT = "open-net-guide-keep/1"

_SERVER_ONLY = {NOTE, WORKER, "_headers", "nginx.conf", "robots.txt", "sitemap.xml.gz"}
_LEFT_OUT = {".map", ".br", ".gz"}
_OTHER_LANGUAGES = "assets/javascripts/lunr/"


def write_keeping(site_dir: Path, worker: bytes, *, confirmed: str) -> str:
    """Write list, note and service worker into a finished site and return the version.

    Args:
        site_dir: the site; nothing in it may change afterwards, or a browser will refuse to keep it.
        worker: the text of the service worker.
        confirmed: the day on which the evidence was last confirmed.
    """
    for path in site_dir.glob(LISTS):
        path.unlink()
    files = {address: path.read_bytes() for address, path in kept_files(site_dir)}
    listed = {name: [len(content), hashlib.sha256(content).hexdigest()] for name, content in files.items()}
    text = _json({"format": FORMAT, "files": listed})
    version = hashlib.sha256(text).hexdigest()[:16]
    list_name = LISTS.replace("*", version)
    note = {
        "format": FORMAT,
        "version": version,
        "list": list_name,
        "size": sum(map(len, files.values())),
        "confirmed": confirmed,
    }
    write_whole(site_dir / list_name, text)
    write_whole(site_dir / NOTE, _json(note))
    write_whole(site_dir / WORKER, worker)
    return version


def remove_keeping(site_dir: Path) -> None:
    """Take away what an earlier build wrote: this one is not for keeping."""
    for path in (site_dir / NOTE, site_dir / WORKER, *site_dir.glob(LISTS)):
        path.unlink(missing_ok=True)


def kept_files(site_dir: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that a reader needs, with its address below the site; an index page is its folder's."""
    english = _searches_in_english_only(site_dir)
    for path in sorted(site_dir.rglob("*")):
        name = path.relative_to(site_dir).as_posix()
        needed = path.is_file() and path.suffix not in _LEFT_OUT and name not in _SERVER_ONLY
        if not needed or path.name.startswith(".") or (english and name.startswith(_OTHER_LANGUAGES)):
            continue
        yield quote(name.removesuffix("index.html") if path.name == "index.html" else name), path


def _searches_in_english_only(site_dir: Path) -> bool:
    index = site_dir / "search" / "search_index.json"
    return index.is_file() and json.loads(index.read_bytes()).get("config", {}).get("lang") == ["en"]


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii") + b"\n"
