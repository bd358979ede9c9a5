"""What a web server needs beside a finished site: files compressed ahead, and the headers that two kinds of host send.

The paths in the headers are those of the address that the site was built for (`SITE_URL`), so that a guide in a folder
of a larger host gets its own headers and nobody else's.
"""

from __future__ import annotations

import gzip
import html
import os
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from mkdocs_calculators.counter import ASSETS
from mkdocs_calculators.project import ProjectError
from mkdocs_calculators.runtime.cache import kept, write_whole

HEADERS, NGINX = "_headers", "nginx.conf"
COMPRESSED = {".wasm", ".bin", ".zip", ".js", ".css", ".json", ".xml", ".html", ".svg", ".txt", ".webmanifest"}
SMALLEST = 1400
"""Bytes; what fits into one packet gains nothing."""
SQUEEZED = "brotli 11, window 22, numbers"
"""Raised when the way of compressing changes, so that what an earlier way has kept is not taken."""
BROTLI_WINDOW = 22
"""Power of two of the bytes that brotli looks back on. A larger window makes the snapshot a third of a percent smaller,
and unpacking it half as long again: a browser has to hold the whole window. At the highest quality brotli spends half a
minute on the interpreter and on the snapshot, once for each, and every first visit is a tenth smaller."""
OF_NUMBERS = {".bin"}
"""Files that brotli squeezes as it does fonts: a memory is numbers of four bytes too, not words."""

ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
FOREVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, max-age=0, must-revalidate"
NAMED_BY_CONTENT = (
    f"{ASSETS}/runtime/*",
    f"{ASSETS}/net-guide-worker.*",
    "keep/*",
    "assets/javascripts/*",
    "assets/stylesheets/*",
)
"""Files whose names change when their content does; a browser may keep them for good."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


class HostingError(ProjectError):
    """A folder for which no headers can be written; the message says what it lacks."""


def prepare_hosting(site: Path, cache: Path) -> list[Path]:
    """Write `.br` and `.gz` beside the site's files, `_headers` and `nginx.conf`; return the compressed files.

    Args:
        site: a finished site for a web server.
        cache: where compressed files are kept between builds.

    Raises:
        HostingError: the folder holds no finished site.
    """
    index = site / "index.html"
    if not index.is_file():
        raise HostingError(f"no site in {site}: there is no index.html")
    page = index.read_text(encoding="utf-8")
    policy, canonical = _POLICY.search(page), _CANONICAL.search(page)
    if policy is None:
        raise HostingError(f"{index} has no Content-Security-Policy; complete the site with `calculators finish`")
    base = urlsplit(canonical[1]).path if canonical else "/"
    rules = header_rules(html.unescape(policy[1]))
    write_whole(site / HEADERS, headers_file(base, rules).encode("utf-8"))
    write_whole(site / NGINX, nginx_file(base, rules).encode("utf-8"))
    return compress(site, cache)


def compress(site: Path, cache: Path) -> list[Path]:
    """Write `.br` and `.gz` beside each file that gains by it; the same content always gives the same bytes."""
    wanted = [
        path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix in COMPRESSED and path.name not in {HEADERS, NGINX}
    ]
    with ThreadPoolExecutor(os.process_cpu_count()) as pool:  # both ways of compressing let other threads run
        return [each for written in pool.map(partial(_beside, cache=cache), wanted) for each in written]


def _beside(path: Path, *, cache: Path) -> list[Path]:
    """Write the compressed forms of one file and return those that are smaller than it is."""
    content = path.read_bytes()
    written = []
    mode = brotli.MODE_FONT if path.suffix in OF_NUMBERS else brotli.MODE_GENERIC
    parts: list[str | bytes] = [SQUEEZED, str(mode), content]
    for ending, squeeze in ((".br", partial(_brotli, mode=mode)), (".gz", _gzip)):
        target = path.with_name(path.name + ending)
        small = len(content) < SMALLEST
        squeezed = content if small else kept(cache, f"compressed{ending}", parts, partial(squeeze, content))
        if len(squeezed) < len(content):
            write_whole(target, squeezed)
            written.append(target)
        else:
            target.unlink(missing_ok=True)
    return written


def _brotli(content: bytes, *, mode: int) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=BROTLI_WINDOW, mode=mode))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def header_rules(policy: str) -> list[tuple[str, dict[str, str]]]:
    """Return (path pattern below the site, headers), the general one first."""
    # A policy in a page cannot say who may frame it; one in a header can.
    general = {**ALWAYS, "Content-Security-Policy": f"{policy}; frame-ancestors 'self'", "Cache-Control": ASKED_AGAIN}
    return [("*", general), *((pattern, {"Cache-Control": FOREVER}) for pattern in NAMED_BY_CONTENT)]


def headers_file(base: str, rules: list[tuple[str, dict[str, str]]]) -> str:
    """Return `_headers` as static hosts read it; a `!` takes a header of the general rule back."""
    lines = ["# Generated with the site."]
    for pattern, headers in rules:
        lines.append(f"{base}{pattern}")
        if pattern != "*":
            lines += [f"  ! {name}" for name in headers]
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return "\n".join(lines) + "\n"


def nginx_file(base: str, rules: list[tuple[str, dict[str, str]]]) -> str:
    """Return locations for a `server { }` of nginx, whose `root` is the folder above `base`."""
    (_, general), *special = rules

    def headers(given: dict[str, str], indent: str) -> list[str]:
        return [f'{indent}add_header {name} "{value}" always;' for name, value in given.items()]

    # In nginx a location that adds a header inherits none, so each repeats the general ones.
    patterns = "|".join(re.escape(f"{base}{pattern}").replace(r"\*", ".*") for pattern, _ in special)
    lines = [
        "# Generated with the site: put it into the server { } of your nginx (with the brotli module, if it has it).",
        f"location {base} {{",
        "    types { text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm;",
        "            application/xml xml; image/svg+xml svg; image/png png; text/plain txt;",
        "            application/manifest+json webmanifest; application/octet-stream bin zip; }",
        "    charset utf-8;",
        "    gzip_static on;",
        "    # brotli_static on;",
        "    index index.html;",
        "    try_files $uri $uri/ =404;",
        f"    error_page 404 {base}404.html;",
        *headers(general, "    "),
        "",
        f"    location ~ ^({patterns})$ {{",
        *headers({**general, "Cache-Control": FOREVER}, "        "),
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"
