"""Search on pages that are opened from a folder.

There a page may not start a worker from a file, only from its own memory. Material's answer is a shim that it loads
from elsewhere, runs the search on the page itself, and needs an inline script with the reader's own path in it, which
no policy can name. Ours carries the text of Material's search worker and starts a real worker from it.
"""

from __future__ import annotations

import json
from pathlib import Path

# What is mended in Material's search worker, each to be found exactly once.
# 1. Lunr tells nodes of its tree of words apart by a text in which a label may run into a number: with many figures on
#    the pages two different nodes become one, and looking up a word fails ("Invalid query").
# 2. Each typed word gets a wildcard and so passes the list of common words: "can" finds "cancer", and the 1 of "MIB-1"
#    every number that begins with it. Common words and single characters are left out where others remain, and a plural
#    also finds the singular, since a wildcard stands after it.
MENDED = (
    ("e=e+s+o.id}return e}", 'e=e+s+","+o.id+";"}return e}'),
    (
        "let i=e(n);return[...r,...Array.isArray(i)?i:[i]]},[])",
        "let i=e(n);return[...r,...Array.isArray(i)?i:[i]]},[])"
        ".flatMap(r=>r.split(/(?<=\\w)-(?=\\w)/))"
        ".filter((r,n,i)=>{let s=o=>o.length>1&&lunr.stopWordFilter(o.toLowerCase());return s(r)||!i.some(s)})"
        ".map(r=>/^[a-z]{3,}[^s]s$/i.test(r)?r.slice(0,-1):r)",
    ),
)
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


def search_worker(site_dir: Path) -> Path:
    """Return the search worker of a built site.

    Raises:
        FileNotFoundError: the site has not exactly one.
    """
    workers = sorted((site_dir / WORKERS).glob("search.*.js"))
    if len(workers) != 1:
        raise FileNotFoundError(f"{site_dir / WORKERS} should hold one search worker, not {len(workers)}")
    return workers[0]


def mend_search_worker(site_dir: Path) -> None:
    """Mend the search worker of a built site in place; one that is mended already stays as it is.

    Raises:
        ValueError: the worker is not the one that these repairs were made for.
    """
    worker = search_worker(site_dir)
    text = worker.read_text(encoding="utf-8")
    for before, after in MENDED:
        if after in text:
            continue
        if text.count(before) != 1:
            raise ValueError(f"{worker.name}: {before!r} should stand in it once, not {text.count(before)} times")
        text = text.replace(before, after)
    worker.write_text(text, encoding="utf-8")


def write_search_worker(site_dir: Path) -> None:
    """Write the script into a built site.

    Raises:
        FileNotFoundError: the site has not exactly one search worker.
    """
    worker = search_worker(site_dir)
    source = worker.read_text(encoding="utf-8").partition("//# sourceMappingURL=")[0]
    text = _TEXT.format(name=worker.name.replace(".", r"\."), source=json.dumps(source, ensure_ascii=True))
    target = site_dir / SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
