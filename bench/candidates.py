"""The pages that are compared: ours, our copies, and the same page with Pyodide as its package comes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.server import StaticServer
from bench.sites import ROOT, Sites
from mkdocs_calculators.finish import example_requests
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import logic_folders
from mkdocs_calculators.runtime.publication import build_archives
from mkdocs_calculators.site import current_site

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
SCRIPT = "assets/open-net-guide/net-guide.js"


@dataclass(frozen=True, slots=True)
class Case:
    """What every candidate judges."""

    calculator: str
    variant: str | None
    answers: Mapping[str, Any]

    @classmethod
    def of(cls, calculator: str) -> Case:
        """The worked example of a calculator with the most answers."""
        found = current_site(ROOT).calculators[calculator]
        most = max(found.cases.examples, key=lambda example: len(example.answers))
        return cls(calculator, most.variant, dict(most.answers))

    @property
    def page(self) -> str:
        """Where the calculator's page is served."""
        return f"/calculators/{self.calculator}/"

    def script(self, element: str) -> str:
        """What the test's script on the page knows."""
        known = {"calculator": self.calculator, "variant": self.variant, "answers": self.answers, "element": element}
        return f"globalThis.BENCH = {json.dumps(known)};\n" + (HERE / "page" / "answers.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One page that is timed."""

    name: str
    address: str
    """Path on the server, or a whole address."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What all visits share."""

    sites: Sites
    server: StaticServer
    case: Case
    rounds: int
    """Cold profiles per candidate."""


OURS, STOCK, EMPTY = "ours", "stock Pyodide, the same page", "stock Pyodide, an empty page"
FOLDER, KIT = "ours, from a folder", "ours, in one file"


def served(case: Case) -> dict[str, Candidate]:
    """What a server gives: ours first, what it is compared with after it."""
    addresses = {OURS: case.page, STOCK: f"/stock{case.page}", EMPTY: "/stock/empty/"}
    return {name: Candidate(name, address) for name, address in addresses.items()}


def opened_from_disk(case: Case, sites: Sites) -> list[Candidate]:
    """What a double click opens: the page in the unpacked zip, and the kit at the calculator."""
    page = (sites.offline / "calculators" / f"{case.calculator}.html").as_uri()
    return [Candidate(FOLDER, page), Candidate(KIT, f"{sites.kit.as_uri()}#calculators/{case.calculator}")]


def serve(sites: Sites, case: Case) -> StaticServer:
    """A server with the site and, under /stock/, the same page with stock Pyodide; everything compressed ahead."""
    found = current_site(ROOT)
    archives = build_archives(
        sites.tools,
        logic=logic_folders(Project.at(ROOT)),
        evidence=found.evidence,
        calculators=sorted(found.calculators),
        requests=list(example_requests(found)),
    )
    html = (sites.online / case.page.strip("/") / "index.html").read_text("utf-8")
    stock = sites.stock(
        {
            "logic.zip": archives.source,
            "stock.js": (HERE / "page" / "stock.js").read_bytes(),
            f"{case.page.strip('/')}/index.html": with_stock(html).encode("utf-8"),
            "empty/index.html": with_stock(EMPTY_PAGE).encode("utf-8"),
        }
    )
    return StaticServer({"/": sites.online, "/stock/": stock})


EMPTY_PAGE = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><div data-net="result"></div>
<script src="{SCRIPT}"></script></html>"""


def with_stock(html: str) -> str:
    """A page of ours whose script is replaced by one that uses stock Pyodide; everything else stays."""
    changed, count = re.subn(
        rf'<script src="[^"]*{re.escape(SCRIPT)}[^"]*"></script>',
        '<script type="module" src="/stock/stock.js"></script>',
        html,
    )
    if count != 1:
        raise ValueError(f"the page loads {SCRIPT} {count} times instead of once")
    # Its other addresses are relative to where the page was.
    return re.sub(r'(src|href)="\.\./\.\./', r'\1="/', changed)
