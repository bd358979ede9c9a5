"""The scripts of the page and of the worker."""

import base64
import gzip
import json
from pathlib import Path

from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.manifest import RuntimeManifest
from mkdocs_calculators.runtime.pyodide import ASM, LOADER, asked_for, changed, without_unreached
from mkdocs_calculators.runtime.toolchain import Toolchain

SOURCES = Path(__file__).parent.parent / "browser"
BUNDLE = Path(__file__).with_name("bundle.cjs")
SHORTEN = Path(__file__).with_name("shorten.cjs")

WORKER_NOTICE = """\
/*! Open NET Guide: the calculators' worker. In this order: pyodide.asm.js and pyodide.js of Pyodide {version}
 (Mozilla Public License 2.0; source: the npm package "pyodide" of that version, shortened by esbuild, changed only
 as runtime/pyodide.py and runtime/unreached.cjs say), then our own code (MIT). Licences: see this site's notices. */
"""


def page_script(
    tools: Toolchain, manifest: RuntimeManifest, *, entry: Path = SOURCES / "index.js", from_archives: bool = False
) -> bytes:
    """`net-guide.js`: the custom element, the desk and the names of the files that it may load."""
    return _bundled(tools, entry, {"RUNTIME_MANIFEST": manifest.as_json(from_archives=from_archives)})


def keeping_worker(tools: Toolchain) -> bytes:
    """The service worker that answers for a kept guide."""
    return _bundled(tools, SOURCES / "service-worker.js", {})


def code_worker(tools: Toolchain) -> bytes:
    """The small worker that draws QR codes; loaded only when somebody asks for one."""
    return _bundled(tools, SOURCES / "qr-worker.js", {})


def worker_script(tools: Toolchain) -> bytes:
    """Pyodide's two scripts and our worker as one classic script.

    Raises:
        RuntimeBuildError: a text that we change does not stand in Pyodide's file exactly once (a new Pyodide).
    """
    notice = WORKER_NOTICE.format(version=tools.pyodide_version).encode("utf-8")
    theirs = [_shortened(tools, text) for text in pyodide_scripts(tools).values()]
    return b";\n".join([notice + theirs[0], *theirs[1:], _own_worker(tools)])


def pyodide_scripts(tools: Toolchain) -> dict[str, str]:
    """Pyodide's two scripts by name, in the order in which they are run, as the worker has them."""
    texts = changed(tools)
    imports = asked_for((tools.pyodide / "pyodide.asm.wasm").read_bytes())
    others = [texts[LOADER], _own_worker(tools).decode("utf-8")]
    return {ASM: without_unreached(tools, texts[ASM], imports=imports, others=others), LOADER: texts[LOADER]}


def _own_worker(tools: Toolchain) -> bytes:
    return _bundled(tools, SOURCES / "worker.js", {})


def carried(content: bytes) -> bytes:
    """A part as text: base64 of gzip."""
    return base64.b64encode(gzip.compress(content, 9, mtime=0))


def offline_script(name: str, text: bytes) -> bytes:
    """A classic script that leaves the text of a part where the page's script looks for it."""
    return f'(self.openNetGuideOffline??={{}}).{name}="{text.decode("ascii")}";\n'.encode("ascii")


def _shortened(tools: Toolchain, text: str) -> bytes:
    """A script of others with short names inside its functions: less to send, and less to parse."""

    def make() -> bytes:
        return tools.run_node(SHORTEN, {"packages": str(tools.packages), "text": text}).strip().encode("utf-8")

    return kept(tools.cache, "shortened", [text, tools.pinned, SHORTEN.read_text("utf-8")], make)


def _bundled(tools: Toolchain, entry: Path, define: dict[str, str]) -> bytes:
    places = sorted({*SOURCES.rglob("*.js"), *entry.parent.rglob("*.js")})
    sources = [f"{path.name}\n{path.read_text('utf-8')}" for path in places]
    parts = [entry.name, json.dumps(define, sort_keys=True), tools.pinned, BUNDLE.read_text("utf-8"), *sources]

    def make() -> bytes:
        request = {"packages": str(tools.packages), "entry": str(entry), "define": define}
        return tools.run_node(BUNDLE, request).encode("utf-8")

    return kept(tools.cache, "script", parts, make)
