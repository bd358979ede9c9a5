"""What stands in a built page: scripts, links, calculators, text. Read with the standard library's HTML parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

_CODE_TYPES = {"", "text/javascript", "application/javascript", "module"}
_RENDERED = {"code", "pre", "script", "style", "textarea", "template"}


@dataclass
class Parts:
    """What one page is made of."""

    inline_scripts: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    calculators: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = Parts()
        self.open: list[str] = []
        self.script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _RENDERED:
            self.open.append(tag)
        if tag == "script" and "src" not in given and given.get("type", "") in _CODE_TYPES:
            self.script = []
        if tag == "net-calculator":
            self.parts.calculators.append(given.get("data-calculator", ""))
        self.parts.handlers += [name for name in given if name.startswith("on")]
        self.parts.loaded += _loaded(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.script is not None:
            self.parts.inline_scripts.append("".join(self.script))
            self.script = None
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)
        elif not self.open:
            self.parts.text.append(data)


def _loaded(tag: str, given: dict[str, str]) -> list[str]:
    """Return the addresses that a browser fetches by itself because of a tag."""
    if tag == "link" and set(given.get("rel", "").split()) & {"canonical", "next", "prev", "alternate", "license"}:
        return []
    names = {"link": ("href",), "form": ("action",), "object": ("data",), "video": ("src", "poster")}
    wanted = names.get(tag, ("src",) if tag not in {"a", "area"} else ())
    return [given[name] for name in wanted if given.get(name)]


@lru_cache(maxsize=1024)
def read_parts(html: str) -> Parts:
    """Take a page's HTML apart; what it returns is shared and only read.

    A build looks at each page twice, and while a site is served most pages stay as they were.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.parts


def pages_of(site_dir: Path) -> list[Path]:
    """Return every HTML file of a built site."""
    return sorted(site_dir.rglob("*.html"))
