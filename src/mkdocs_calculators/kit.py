"""The one-file kit, one HTML file: every calculator with its criteria, sources and worked examples, search and Python.

It is drawn from a site that was built for opening from a folder. The list of calculators is plain HTML; each other
page, the parts of the runtime and the worked examples stand in scripts of a type that nobody runs, as base64 of gzip.
The policy in the file allows its own scripts by hash and no request at all.
"""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from guideline import questions
from mkdocs_calculators.counter import ASSETS
from mkdocs_calculators.kit_pages import KitError, article_of, criteria_of, html_of, ids_of, moved
from mkdocs_calculators.kit_shell import Edition, shell
from mkdocs_calculators.pages import Page
from mkdocs_calculators.policy import hash_of
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import Toolchain, find_toolchain
from mkdocs_calculators.runtime.cache import write_whole
from mkdocs_calculators.runtime.manifest import RuntimeFile, RuntimeManifest, digest
from mkdocs_calculators.runtime.scripts import SOURCES, page_script
from mkdocs_calculators.runtime.snapshot import sizes_of
from mkdocs_calculators.site import Site
from mkdocs_calculators.verification import SEAL
from presentation.desk import respond

LIST = "calculators/index.html"
LARGEST = 12_000_000
"""Bytes that the file may have: what a mail system of a hospital still lets through."""

STYLES = (
    SOURCES / "net-guide.css",
    SOURCES.parent / "styles" / "pages.css",
    SOURCES.parent / "styles" / "kit.css",
)
PARTS = ("wasm", "snapshot", "library", "logic", "worker", "qr")
_CARRIED = re.compile(r'="([A-Za-z0-9+/=]+)";\s*$')


def write_kit(built: Path, target: Path, project: Project, site: Site) -> int:
    """Write the kit and return its size in bytes.

    Args:
        built: a site that was built with OFFLINE=true.
        target: the HTML file; what was there is replaced.
        project: the project that the site was built from.
        site: what is in it.

    Raises:
        KitError: the folder holds no such site, or the file would become too large.
    """
    html = kit_of(built, project, site, find_toolchain(project.root)).encode("utf-8")
    if len(html) > LARGEST:
        raise KitError(f"the kit would have {len(html)} bytes; at most {LARGEST} are allowed")
    write_whole(target, html)
    return len(html)


def kit_of(built: Path, project: Project, site: Site, tools: Toolchain) -> str:
    """Return the whole file."""
    carried = {name: carried_part(built, name) for name in PARTS}
    manifest = manifest_of_parts(carried, tools)
    pages, index = pages_of_kit(built, project, site)
    blocks = {f"net-page-{name}": packed(html) for name, html in pages.items() if name}
    blocks["net-index"] = packed(as_json(index))
    blocks["net-checks"] = packed(as_json(list(checks_of(site))))
    notices = ET.Element("div", {"class": "md-typeset kit-article"})
    ET.SubElement(notices, "h1").text = "Licences"
    ET.SubElement(notices, "pre").text = (built / ASSETS / "NOTICES.txt").read_text(encoding="utf-8")
    blocks["net-page-notices"] = packed(html_of(notices))
    blocks |= {f"net-part-{name}": text for name, text in carried.items()}
    scripts = [
        page_script(tools, manifest, entry=SOURCES / name).decode("utf-8") for name in ("kit-scheme.js", "kit.js")
    ]
    style = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    html = shell(
        edition_of(project, site),
        policy=policy_of(scripts, style),
        style=style,
        scripts=scripts,
        listed=pages[""],
        pages=[name for name in (*pages, "notices") if name],
        sheets=sheets_of(project, site),
        blocks=blocks,
    )
    # The digest of the file as it is with zeros in the digest's place: `calculators verify` works it out again.
    return html.replace(SEAL, hashlib.sha256(html.encode("utf-8")).hexdigest())


def carried_part(built: Path, name: str) -> str:
    """Return a part of the runtime as the offline edition carries it: base64 of gzip."""
    found = sorted((built / ASSETS / "offline").glob(f"{name}.*.js"))
    match = _CARRIED.search(found[0].read_text(encoding="ascii")) if len(found) == 1 else None
    if match is None:
        raise KitError(f"{built} does not hold one {name} for opening from a folder; build it with OFFLINE=true")
    return match[1]


def manifest_of_parts(carried: Mapping[str, str], tools: Toolchain) -> RuntimeManifest:
    """Return what the kit's script knows of the parts in its file."""
    contents = {name: gzip.decompress(base64.b64decode(text)) for name, text in carried.items()}
    named = {}
    for name, text in carried.items():
        # The digest is that of the text in the file: it is checked before anything is unpacked.
        named[name] = RuntimeFile(f"net-part-{name}", len(contents[name]), digest(text.encode("ascii")))
    waking = sizes_of(contents["snapshot"])
    return RuntimeManifest(tools.pyodide_version, "inline", tools.lock_info, waking=waking, **named)


def pages_of_kit(built: Path, project: Project, site: Site) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Return the HTML of each page by its name in the kit ("" is the list), and the index that search looks into."""
    names = [*(f"calculators/{name}" for name in sorted(site.calculators)), *sheets_of(project, site).values()]
    paths = {LIST: "", **{f"{name}.html": name for name in names}}
    pages: dict[str, str] = {}
    index: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for path, name in paths.items():
        if not (built / path).is_file():
            raise KitError(f"{built} has no {path}; build it from this project with OFFLINE=true")
        front = name.rpartition("/")[2] or None
        article = article_of((built / path).read_text(encoding="utf-8"), path)
        moved(article, path, calculator=front, places=paths)
        for each in ids_of(article):
            if each in seen:
                raise KitError(f"the id {each} stands in {seen[each]} and in {path}")
            seen[each] = path
        pages[name] = html_of(article)
        if front and front in site.calculators:
            index.append(entry_of(article, site.calculators[front].calculator, project.search_words))
    return pages, index


def sheets_of(project: Project, site: Site) -> dict[str, str]:
    """Return by calculator the page, as the kit names it, on which its result is the board's sheet."""
    folder = project.shown(project.pages)
    return {
        block.calculator: page.path.removeprefix(f"{folder}/").removesuffix(".md")
        for page in site.pages
        for block in page.blocks
        if "sheet" in block.show
    }


def entry_of(article: ET.Element, calculator: Any, words: Mapping[str, str]) -> dict[str, Any]:
    """Return what search knows of one calculator: each text with the other words that people type for what is in it."""
    asked = questions(calculator)
    labels = [str(fact["label"]) for fact in asked["facts"].values()]
    terms = dict.fromkeys([*labels, *criteria_of(article)])
    return {
        "id": asked["calculator"],
        "title": with_more(asked["title"], words),
        "use": with_more(asked["intended_use"], words),
        "terms": [with_more(each, words) for each in terms],
    }


def with_more(text: str, words: Mapping[str, str]) -> list[str]:
    """Return a text and the other words for what is in it."""
    more = [other for said, other in words.items() if re.search(rf"\b{re.escape(said)}", text, re.IGNORECASE)]
    return [text, ", ".join(more)]


def checks_of(site: Site) -> Iterator[dict[str, Any]]:
    """Yield each worked example with the words in which kit-checks.js tells what came of it."""
    known = {name: found.calculator for name, found in site.calculators.items()}
    for name, found in sorted(site.calculators.items()):
        for example in found.cases.examples:
            asked = {"calculator": name, "variant": example.variant, "answers": dict(example.answers)}
            said = json.loads(respond(known, site.evidence, json.dumps({**asked, "want": "headline"})))
            if "failure" in said:
                raise KitError(f"{found.cases.path}: example {example.name!r} cannot be judged: {said['detail']}")
            if "headline" in said:
                text = re.sub(r"\s+", " ", said["headline"]["text"])
                expected = f"{said['headline']['state']}: {text}"
            else:
                expected = f"refused: {', '.join(sorted({str(each['fact']) for each in said['problems']}))}"
            yield {**asked, "title": found.calculator.title, "name": example.name, "expected": expected}


def edition_of(project: Project, site: Site) -> Edition:
    """Return what the kit says about itself."""
    pages = [page for page in site.pages if any("form" in block.show for block in page.blocks)]
    if not pages:
        raise KitError("no page of this guide shows a calculator")
    return Edition(
        version=max((found.calculator.content_version for found in site.calculators.values()), key=_parts_of),
        built=built_on(project.root),
        confirmed=max(each.confirmed_on for each in site.records.values()),
        review_by=min(str(page.meta["review_by"]) for page in pages),
        calculators=len(site.calculators),
        reviewed=sum(_reviewed(page) for page in pages),
    )


def _parts_of(version: str) -> list[tuple[int, str]]:
    return [(int(each) if each.isdigit() else -1, each) for each in version.split(".")]


def _reviewed(page: Page) -> bool:
    return bool(page.meta.get("reviewers"))


def built_on(root: Path) -> str:
    """Return the day of the build: SOURCE_DATE_EPOCH, or else that of the last commit; never the clock.

    Raises:
        KitError: there is neither.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        try:
            epoch = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError) as error:
            raise KitError("no commit tells the day of this edition; set SOURCE_DATE_EPOCH") from error
    if not epoch.isdigit():
        raise KitError(f"SOURCE_DATE_EPOCH is a number of seconds, not {epoch!r}")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()


def policy_of(scripts: list[str], style: str) -> str:
    """Return the policy: these scripts and this style sheet, a worker from memory, and nothing from anywhere."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(hash_of(each) for each in scripts)} 'wasm-unsafe-eval'",
            "worker-src blob:",
            "connect-src 'none'",
            f"style-src {hash_of(style)}",
            "img-src data:",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )


def packed(text: str) -> str:
    """Return base64 of gzip, the same for the same text."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 9, mtime=0)).decode("ascii")


def as_json(value: Any) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
