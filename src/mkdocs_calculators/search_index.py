"""The search index after the build: less of what nobody searches, and the words that people type.

A worked example repeats every sentence of its rule, and the register repeats every figure: both would come before the
page that explains them. And who types "Ki67" or "tumor" means "Ki-67" and "tumour".
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"
OFFLINE_INDEX = "search/search_index.js"
OFFLINE_START = "var __index = "
EXAMPLES = "-examples"  # how the id of a heading above worked examples ends
LIST_BOOST = 0.05
REPEAT_BOOST = 0.2  # forms, tables of criteria and lists of sources name everything; what explains it comes first
REPEATS = ("net-", "sources-of-this-page")
_TAG = re.compile(r"<[^>]+>")


def tidy_search(site_dir: Path, words: Mapping[str, str], lists: frozenset[str]) -> None:
    """Rewrite the index of a built site, where it has one.

    `words` has what stands on pages and what else people type for it; `lists` are the addresses of pages that are lists
    of sources or records, which come last.
    """
    file = site_dir / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    index["docs"] = [tidied(each, words, lists) for each in index["docs"] if not is_example(each["location"])]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
    offline = site_dir / OFFLINE_INDEX
    if offline.is_file():
        offline.write_text(OFFLINE_START + text, encoding="utf-8")


def is_example(location: str) -> bool:
    """Return whether a part of a page is the worked examples of a calculator."""
    anchor = location.partition("#")[2]
    return anchor.startswith("net-") and anchor.endswith(EXAMPLES)


def tidied(entry: Mapping[str, Any], words: Mapping[str, str], lists: frozenset[str]) -> dict[str, Any]:
    """Return an entry with the other words for what is in it, and with its weight."""
    found = _TAG.sub(" ", f"{entry['title']} {entry['text']}")
    added = [more for said, more in words.items() if re.search(rf"\b{re.escape(said)}", found, re.IGNORECASE)]
    more = {"text": f"{entry['text']} <p>{' '.join(added)}</p>"} if added else {}
    page, _, anchor = entry["location"].partition("#")
    boost = LIST_BOOST if page in lists else REPEAT_BOOST if anchor.startswith(REPEATS) else None
    return {**entry, **more, **({"boost": boost} if boost else {})}
