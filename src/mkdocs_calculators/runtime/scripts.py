"""The scripts of the page and of the worker."""

import base64
import gzip
import json
from pathlib import Path

from mkdocs_calculators.runtime.cache import kept
from mkdocs_calculators.runtime.manifest import RuntimeManifest
from mkdocs_calculators.runtime.names import names_in, scripts_of, without_unused
from mkdocs_calculators.runtime.toolchain import RuntimeBuildError, Toolchain

SOURCES = Path(__file__).parent.parent / "browser"
BUNDLE = Path(__file__).with_name("bundle.cjs")
SHORTEN = Path(__file__).with_name("shorten.cjs")

WORKER_NOTICE = """\
/*! Open NET Guide: the calculators' worker. In this order: pyodide.asm.js and pyodide.js of Pyodide {version}
 (Mozilla Public License 2.0; source: the npm package "pyodide" of that version, shortened by esbuild, changed only
 as mkdocs_calculators/runtime/scripts.py says), then our own code (MIT). Licences: see the notices of this site. */
"""

ASM = "pyodide.asm.js"
TO_PYODIDE = (
    # pyodide.js: the map is not shipped, and a page never asks for what is not there.
    ("pyodide.js", "\n//# sourceMappingURL=pyodide.js.map", ""),
    # The address that packages would come from. We load none; no address of another host stays in our files.
    ("pyodide.js", "`https://cdn.jsdelivr.net/pyodide/v${x}/full/`", '"https://runtime.invalid/"'),
    # For CommonJS, which a worker has not: what it throws makes Chromium parse the whole script a second time.
    ("pyodide.js", "try{Object.assign(exports,loadPyodide)}catch(_){}", ""),
    # Five small programs at every start, for which all of Python's compiler is woken: modules are imported and asked
    # for what the programs would give. What a snapshot (`t`) has imported is there.
    (ASM, '[r,n]=API.rawRun("import _pyodide_core")', '[r,n]=t?[0]:API.rawRun("import _pyodide_core")'),
    (ASM, 'API._pyodide._base.eval_code("{}")', 'API._pyodide._base.import_module("builtins").dict()'),
    (ASM, 'API.runPythonInternal("import importlib; importlib")', 'API._pyodide._base.import_module("importlib")'),
    (ASM, 'API.runPythonInternal("import __main__; __main__.__dict__")', 'o("__main__").__dict__'),
    (ASM, 'API.runPythonInternal("import builtins; builtins.__dict__")', 'o("builtins").__dict__'),
)
"""Changes to Pyodide's text: file, what stands there exactly once, what replaces it; `without_unused` is the other."""


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
    texts = {name: (tools.pyodide / name).read_text("utf-8") for name in (ASM, "pyodide.js")}
    for name, before, after in TO_PYODIDE:
        if (found := texts[name].count(before)) != 1:
            raise RuntimeBuildError(
                f"{name} of Pyodide {tools.pyodide_version} has {before!r} {found} times instead of once: "
                "look at TO_PYODIDE in mkdocs_calculators/runtime/scripts.py"
            )
        texts[name] = texts[name].replace(before, after)
    texts[ASM] = without_unused(texts[ASM], names_in(scripts_of(tools)))
    notice = WORKER_NOTICE.format(version=tools.pyodide_version).encode("utf-8")
    pyodide = [_shortened(tools, texts[name]) for name in (ASM, "pyodide.js")]
    return b";\n".join([notice + pyodide[0], pyodide[1], _bundled(tools, SOURCES / "worker.js", {})])


def carried(content: bytes) -> bytes:
    """A part as text: base64 of gzip."""
    return base64.b64encode(gzip.compress(content, 9, mtime=0))


def offline_script(name: str, text: bytes) -> bytes:
    """A classic script that leaves the text of a part where the page's script looks for it."""
    return f'(self.openNetGuideOffline??={{}}).{name}="{text.decode("ascii")}";\n'.encode("ascii")


def _shortened(tools: Toolchain, text: str) -> bytes:
    """A script of others with short names inside its functions: less to send, and less to parse."""
    pinned = (tools.packages / ".package-lock.json").read_text("utf-8")

    def make() -> bytes:
        return tools.run_node(SHORTEN, {"packages": str(tools.packages), "text": text}).strip().encode("utf-8")

    return kept(tools.cache, "shortened", [text, pinned, SHORTEN.read_text("utf-8")], make)


def _bundled(tools: Toolchain, entry: Path, define: dict[str, str]) -> bytes:
    places = sorted({*SOURCES.rglob("*.js"), *entry.parent.rglob("*.js")})
    sources = [f"{path.name}\n{path.read_text('utf-8')}" for path in places]
    pinned = (tools.packages / ".package-lock.json").read_text("utf-8")
    parts = [entry.name, json.dumps(define, sort_keys=True), pinned, BUNDLE.read_text("utf-8"), *sources]

    def make() -> bytes:
        request = {"packages": str(tools.packages), "entry": str(entry), "define": define}
        return tools.run_node(BUNDLE, request).encode("utf-8")

    return kept(tools.cache, "script", parts, make)
