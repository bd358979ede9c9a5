"""Looks at a finished site, whoever built it: is everything there that its sources promise?

A generator that does not know our extension or plugin skips it without a word. This count, made after the build from
the files alone, is what notices.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs_calculators.html_parts import Parts, pages_of, read_parts, text_of
from mkdocs_calculators.pages import CITATION, FILLED, LIST, VALUE, Page
from mkdocs_calculators.policy import hash_of, without_policy
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.site import Site

ASSETS = "assets/open-net-guide"
_HASHED = re.compile(r"\.(?P<hash>[0-9a-f]{12})\.(?:zip|js)$")
_LEFT = (VALUE, FILLED, CITATION, LIST)
_BEGIN = ("[[", "[@")
"""How each of them begins."""


def count(site_dir: Path, site: Site, project: Project, *, runtime: bool = True) -> list[Problem]:
    """Return what is missing from a built site, or is in it and should not be."""
    return sorted(set(_count(site_dir, site, project, runtime=runtime)))


def _count(site_dir: Path, site: Site, project: Project, *, runtime: bool) -> Iterator[Problem]:
    texts = {path: path.read_text(encoding="utf-8") for path in pages_of(site_dir)}
    parts = {path: read_parts(without_policy(text)) for path, text in texts.items()}
    if not parts:
        yield Problem(site_dir.as_posix(), 1, "no page in this site")
        return
    for page in site.pages:
        built = built_page(page, site_dir, project)
        if built is None:
            yield Problem(page.path, 1, "this page is not in the site")
        else:
            yield from page_problems(page, parts[built], texts[built])
    for path, found in parts.items():
        shown = path.relative_to(site_dir).as_posix()
        yield from (Problem(shown, 1, said) for said in address_problems(path, found, site_dir))
        yield from (Problem(shown, 1, said) for said in policy_problems(texts[path], found))
    if runtime and any(page.blocks for page in site.pages):
        yield from asset_problems(site_dir)


def built_page(page: Page, site_dir: Path, project: Project) -> Path | None:
    """Return the HTML file of a page, in either way of naming them."""
    folder = project.shown(project.pages)
    inside = Path(page.path).relative_to(folder).with_suffix("")
    bare = inside.parent if inside.name in {"index", "README"} else inside
    candidates = (bare / "index.html", inside.with_suffix(".html"), inside.parent / "index.html")
    wanted = candidates[:1] if inside.name in {"index", "README"} else candidates[:2]
    return next((site_dir / each for each in wanted if (site_dir / each).is_file()), None)


def page_problems(page: Page, found: Parts, html: str) -> Iterator[Problem]:
    """Yield what a page promises and its HTML does not hold."""
    wanted = Counter(block.calculator for block in page.blocks if "form" in block.show)
    there = Counter(found.calculators)
    for calculator in sorted(wanted.keys() | there.keys()):
        if wanted[calculator] != there[calculator]:
            line = next((each.line for each in page.blocks if each.calculator == calculator), 1)
            said = f"{wanted[calculator]} form of {calculator!r} expected in the site, {there[calculator]} found"
            yield Problem(page.path, line, said)
    text = text_of(html) if any(each in html for each in _BEGIN) else ""
    for pattern in _LEFT:
        match = re.search(pattern, text)
        if match:
            yield Problem(page.path, 1, f"{match[0]!r} was not drawn: the Markdown extension did not run")


def address_problems(path: Path, found: Parts, site_dir: Path) -> Iterator[str]:
    """Yield the addresses that a page loads from elsewhere, or that are not in the site."""
    for address in found.loaded:
        parts = urlsplit(address)
        if parts.scheme == "data":
            continue
        if parts.scheme or parts.netloc:
            yield f"loads {address} from elsewhere"
        elif not address.startswith("/") and parts.path:
            target = (path.parent / unquote(parts.path)).resolve()
            if not target.exists():
                yield f"loads {address}, which is not in the site"
            elif not target.is_relative_to(site_dir.resolve()):
                yield f"loads {address}, which is outside the site"


def policy_problems(html: str, found: Parts) -> Iterator[str]:
    """Yield the inline scripts that the page's policy does not name."""
    match = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    if match is None:
        yield "has no Content-Security-Policy"
        return
    if "'unsafe-inline'" in match[1] or "'unsafe-eval'" in match[1]:
        yield "its Content-Security-Policy allows any inline script or eval"
    for script in found.inline_scripts:
        if hash_of(script) not in match[1]:
            yield f"its Content-Security-Policy does not name the inline script {script[:40]!r}"


def asset_problems(site_dir: Path) -> Iterator[Problem]:
    """Yield files of the runtime that are missing, or whose content is not what their name says."""
    assets = site_dir / ASSETS
    for name in ("net-guide.js", "net-guide.css"):
        if not (assets / name).is_file():
            yield Problem(f"{ASSETS}/{name}", 1, "is missing: the runtime was not published")
    hashed = [path for path in sorted(assets.rglob("*")) if _HASHED.search(path.name)]
    if not hashed:
        yield Problem(ASSETS, 1, "holds no runtime")
    for path in hashed:
        match = _HASHED.search(path.name)
        if (
            match
            and "offline" not in path.parts
            and match["hash"] != hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        ):
            yield Problem(path.relative_to(site_dir).as_posix(), 1, "its content is not what its name says")
