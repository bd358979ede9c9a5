"""The offline edition: a built site as one zip that opens by double click.

Build the site for it first: MkDocs with `use_directory_urls: false` and the offline plugins on, the runtime with
`transport="scripts"`. Over http nothing changes, so such a copy may also be put on a server.

In the zip is one folder, `open-net-guide`, so that unpacking never scatters files. The same site gives the same bytes.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from mkdocs_calculators.project import ProjectError
from mkdocs_calculators.runtime.archive import pack
from mkdocs_calculators.runtime.cache import write_whole
from mkdocs_calculators.verification import MANIFEST, manifest_of

FOLDER = "open-net-guide"
ASSETS = Path("assets") / "open-net-guide"

LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "objects.inv")
"""Only a server needs these."""

READ_ME = """\
Open NET Guide, offline edition

Open index.html by double click.

- If you are looking at this inside the zip file, unpack the whole archive into a folder first.
- No network and no installation is needed. Nothing that you enter leaves this computer, and nothing is kept.
- The calculators need a browser from 2023 or later: Chrome, Edge or Firefox 112, Safari 16.4.
- For professionals; not a substitute for the tumour board. The pages say when they were last reviewed.

The licences of everything inside are in NOTICES.txt, the digests of all files in MANIFEST.json.
"""


class BundleError(ProjectError):
    """A folder that cannot be made into an offline edition; the message says what it lacks."""


def write_bundle(site: Path, target: Path) -> None:
    """Writes the zip.

    Args:
        site: a site built for opening from a folder.
        target: the zip file; what was there is replaced.

    Raises:
        BundleError: the folder holds no site, or one that was built for a server.
    """
    _require_offline(site)
    files = dict(_files(site))
    files["README.txt"] = READ_ME.replace("\n", "\r\n").encode("ascii")
    snapshots = sorted(name for name in files if name.rpartition("/")[2].startswith("snapshot."))
    # A snapshot of Python's memory need not be the same bytes on another machine: everything else is.
    files[MANIFEST] = manifest_of(files, {"edition": "whole site", "may_differ_between_builds": snapshots})
    packed = {f"{FOLDER}/{name}": content for name, content in files.items()}
    write_whole(target, pack(packed, compression=zipfile.ZIP_DEFLATED))


def _require_offline(site: Path) -> None:
    if not (site / "index.html").is_file():
        raise BundleError(f"no site in {site}: there is no index.html")
    if not list((site / ASSETS / "offline").glob("wasm.*.js")):
        raise BundleError(f"{site} was built for a web server; build it with OFFLINE=true")
    if not (site / "search" / "search_index.js").is_file():
        raise BundleError(f"{site} has no search for pages in a folder: Material's offline plugin did not run")


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name in LEFT_OUT or path.suffix == ".map" or path.name.startswith("."):
            continue
        yield name.removeprefix(f"{ASSETS.as_posix()}/") if path.name == "NOTICES.txt" else name, path.read_bytes()
