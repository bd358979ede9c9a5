"""The pages that are compared: ours, and the same page with Pyodide as its package comes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.server import StaticServer
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import Toolchain, find_toolchain, logic_folders
from mkdocs_calculators.runtime.publication import build_archives
from mkdocs_calculators.site import current_site

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
ROOT = HERE.parent
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
    """Path on the server."""


def candidates(case: Case) -> list[Candidate]:
    """Ours first, what it is compared with second."""
    return [
        Candidate("ours", case.page),
        Candidate("stock Pyodide, the same page", f"/stock{case.page}"),
        Candidate("stock Pyodide, an empty page", "/stock/empty/"),
    ]


def serve(site: Path, case: Case) -> tuple[StaticServer, Toolchain]:
    """A server with the site and, under /stock/, the same page with stock Pyodide."""
    tools = find_toolchain(ROOT)
    server = StaticServer({"/": site})
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        server.put(f"/stock/{name}", (tools.pyodide / name).read_bytes())
    found = current_site(ROOT)
    archives = build_archives(
        tools,
        logic=logic_folders(Project.at(ROOT)),
        evidence=found.evidence,
        calculators=list(found.calculators),
    )
    server.put("/stock/logic.zip", archives.source)
    server.put("/stock/stock.js", (HERE / "page" / "stock.js").read_bytes())
    html = (site / case.page.strip("/") / "index.html").read_text("utf-8")
    server.put(f"/stock{case.page}index.html", with_stock(html).encode("utf-8"))
    server.put("/stock/empty/index.html", with_stock(EMPTY).encode("utf-8"))
    return server, tools


EMPTY = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><div data-net="result"></div>
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
