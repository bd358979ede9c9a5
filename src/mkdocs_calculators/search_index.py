"""The search index: less of what nobody searches, and the words that people type.

A worked example repeats every sentence of its rule, and the register repeats every figure: both would come before the
page that explains them. A word in a title counts for more than one in the text, but not for all of the other words that
were typed; and a page is also found by the description that its author gave it. Who types "Ki67" or
"tumor" means "Ki-67" and "tumour".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"
OFFLINE_INDEX = "search/search_index.js"
OFFLINE_START = "var __index = "
TITLE_BOOST = 8  # Material's 1000 lets one word of a title outweigh a whole question
LIST_BOOST = 0.05
REPEAT_BOOST = 0.2  # forms, tables of criteria and lists of sources name everything; what explains it comes first
REPEATS = ("net-", "sources-of-this-page")
EXAMPLES = "-examples"  # how the id of a heading above worked examples ends
_TAG = re.compile(r"<[^>]+>")
_EXAMPLES = '<section class="net net-examples" aria-label="Worked examples'
_SECTION = re.compile(r"<(?P<end>/?)section\b[^>]*>")
# What is left out of the search, where an element of that kind holds no other of it.
_LEFT_OUT = re.compile(
    r"<(?P<tag>a|dt|dd)\b[^>]*\bdata-search-exclude\b[^>]*>[^<]*(?:<(?!/?(?P=tag)\b)[^<]*)*</(?P=tag)>"
)
# Tags that part no text for the search and carry none of its marks, and links, the one beside a heading apart.
_PASSED_OVER = re.compile(
    r"</?(?:span|strong|em|b|small|table|caption|thead|tbody|tr|th|td|dt|dd"
    r"|label|input|select|option|button|legend)\b[^>]*>"
    r"|<a\b(?![^>]*\bheaderlink\b)[^>]*>(?P<text>[^<]*)</a>"
)


@dataclass(frozen=True)
class Weights:
    """What decides the order. `lists` are addresses of lists of sources or records, which come last; `places` weigh
    what is below a folder or on a page, the longest name counting; `descriptions` are of pages, by their address.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    lists: frozenset[str] = frozenset()
    places: Mapping[str, float] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)

    def of(self, location: str) -> float:
        """Return how much a part of a page counts."""
        page, _, anchor = location.partition("#")
        if page in self.lists:
            return LIST_BOOST
        place = folder_of(page)
        own = max((each for each in self.places if place.startswith(each)), key=len, default=None)
        weight = 1.0 if own is None else self.places[own]
        return weight * REPEAT_BOOST if anchor.startswith(REPEATS) else weight


def folder_of(address: str) -> str:
    """Return the address of a page as a server has it: "a/b/" for "a/b.html" too, "a/" for "a/index.html"."""
    bare = address.removesuffix(".html")
    if bare == address:
        return address
    return bare.removesuffix("index") if bare == "index" or bare.endswith("/index") else f"{bare}/"


def searched(html: str) -> str:
    """Return what the search plugin has to read of a page: it takes every tag in turn, which takes long.

    What it makes of it, and `tidy_search` leaves of that, is the same.
    """
    return _PASSED_OVER.sub(lambda found: found["text"] or "", _LEFT_OUT.sub("", "".join(_beside_examples(html))))


def _beside_examples(html: str) -> Iterator[str]:
    """Yield what stands before, between and behind the worked examples of a page, which have sections in them."""
    place = 0
    while (start := html.find(_EXAMPLES, place)) >= 0:
        yield html[place:start]
        depth = 0
        for each in _SECTION.finditer(html, start):
            depth += -1 if each["end"] else 1
            place = each.end()
            if not depth:
                break
    yield html[place:]


def tidy_search(site_dir: Path, weights: Weights) -> None:
    """Rewrite the index of a built site, where it has one."""
    file = site_dir / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    index["config"].setdefault("fields", {}).setdefault("title", {})["boost"] = TITLE_BOOST
    index["docs"] = [tidied(each, weights) for each in index["docs"] if not is_example(each["location"])]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
    offline = site_dir / OFFLINE_INDEX
    if offline.is_file():
        offline.write_text(OFFLINE_START + text, encoding="utf-8")


def is_example(location: str) -> bool:
    """Return whether a part of a page is the worked examples of a calculator."""
    anchor = location.partition("#")[2]
    return anchor.startswith("net-") and anchor.endswith(EXAMPLES)


@lru_cache(maxsize=8192)
def added_words(text: str, words: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the other words for what stands in a text; while a site is served most texts come again."""
    plain = text.lower()  # most words stand nowhere in it: finding that out so is quicker
    return [
        more
        for said, more in words
        if said.lower() in plain and re.search(rf"\b{re.escape(said)}", text, re.IGNORECASE)
    ]


def tidied(entry: Mapping[str, Any], weights: Weights) -> dict[str, Any]:
    """Return an entry with its description, the other words for what is in it, and its weight."""
    described = weights.descriptions.get(entry["location"], "")
    text = f"<p>{escape(described)}</p> {entry['text']}" if described else entry["text"]
    found = _TAG.sub(" ", f"{entry['title']} {text}")
    added = added_words(found, tuple(weights.words.items()))
    if added:
        text = f"{text} <p>{' '.join(added)}</p>"
    weight = weights.of(entry["location"])
    return {**entry, "text": text, **({} if weight == 1 else {"boost": round(weight, 4)})}
