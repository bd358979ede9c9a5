"""Search on pages that are opened from a folder.

There a page may not start a worker from a file, only from its own memory. Material's answer is a shim that it loads
from elsewhere, runs the search on the page itself, and needs an inline script with the reader's own path in it, which
no policy can name. Ours carries the text of Material's search worker and starts a real worker from it.
"""

from __future__ import annotations

import json
from pathlib import Path

WORKERS = "assets/javascripts/workers"
SCRIPT = "assets/open-net-guide/iframe-worker.js"  # Material looks for "iframe-worker" and then loads none itself

_TEXT = """/* Starts the search of Material for MkDocs (MIT) from memory: on file: pages none starts from a file. */
(function (source) {{
  if (location.protocol !== "file:") return;
  var Native = window.Worker;
  window.nativeWorker = Native;
  window.Worker = function (address, options) {{
    var search = /\\/{name}$/.test(String(address).split(/[?#]/)[0]);
    var memory = search && URL.createObjectURL(new Blob([source], {{ type: "text/javascript" }}));
    return new Native(memory || address, options);
  }};
  window.Worker.prototype = Native.prototype;
}})({source});
"""


def write_search_worker(site_dir: Path) -> None:
    """Write the script into a built site.

    Raises:
        FileNotFoundError: the site has not exactly one search worker.
    """
    workers = sorted((site_dir / WORKERS).glob("search.*.js"))
    if len(workers) != 1:
        raise FileNotFoundError(f"{site_dir / WORKERS} should hold one search worker, not {len(workers)}")
    source = workers[0].read_text(encoding="utf-8").partition("//# sourceMappingURL=")[0]
    text = _TEXT.format(name=workers[0].name.replace(".", r"\."), source=json.dumps(source, ensure_ascii=True))
    target = site_dir / SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
