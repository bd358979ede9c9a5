"""How long a build takes against plain MkDocs and Material on the same Markdown, and how large its bundles are."""

from __future__ import annotations

import shutil
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.sites import build
from bench.table import Row, compared

if TYPE_CHECKING:
    from bench.sites import Sites

LARGEST_ZIP, LARGEST_KIT = 16, 12
AIM_ZIP, AIM_KIT = 12, 9
OF_PAGES = ("converted", "searched", "looked")
"""What is kept of pages."""


def sizes(sites: Sites) -> list[Row]:
    """The two bundles, in megabytes."""
    files = (("whole-site zip", sites.bundle, LARGEST_ZIP, AIM_ZIP), ("one-file kit", sites.kit, LARGEST_KIT, AIM_KIT))
    return [
        Row(what, f"{path.stat().st_size / 1e6:.1f} MB", "", path.stat().st_size / 1e6, limit, aim, "{:.1f} MB")
        for what, path, limit, aim in files
    ]


def build_times(sites: Sites, rounds: int) -> list[Row]:
    """`mkdocs build` in turn with and without us.

    What is kept between builds (`.cache`) is there, as for an author who has built before; beside that stand a build
    for which no page is kept, and one for which nothing is, as after a fresh clone.
    """
    plain = sites.plain_config
    ours: list[float] = []
    anew: list[float] = []
    theirs: list[float] = []
    _ = sites.online  # the first build fills the cache
    for _ in range(rounds):
        ours.append(seconds_of(None))
        theirs.append(seconds_of(plain))
        for step in OF_PAGES:
            shutil.rmtree(sites.tools.cache / step, ignore_errors=True)
        anew.append(seconds_of(None))
    with tempfile.TemporaryDirectory() as empty:
        first = [seconds_of(None, NET_GUIDE_CACHE=empty)]
    what = "`mkdocs build`, against plain MkDocs and Material"
    shown = partial(compared, form="{:.1f} s")
    return [
        shown(what, ours, theirs, limit=1.6, aim=1.3),
        shown("the same, with every page converted anew", anew, theirs, limit=None),
        shown("the same, with nothing kept from an earlier build, once", first, theirs, limit=None),
    ]


def seconds_of(config: Path | None, **settings: str) -> float:
    """Seconds of one build into a new folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        build(Path(folder) / "site", config=config, **settings)
        return time.perf_counter() - began
