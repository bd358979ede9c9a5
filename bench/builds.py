"""How long a build takes against plain MkDocs and Material on the same Markdown, and how large its bundles are."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.sites import build
from bench.table import Row, compared

if TYPE_CHECKING:
    from bench.sites import Sites

LARGEST_ZIP, LARGEST_KIT = 16, 12
AIM_ZIP, AIM_KIT = 12, 9


def sizes(sites: Sites) -> list[Row]:
    """The two bundles, in megabytes."""
    files = (("whole-site zip", sites.bundle, LARGEST_ZIP, AIM_ZIP), ("one-file kit", sites.kit, LARGEST_KIT, AIM_KIT))
    return [
        Row(what, f"{path.stat().st_size / 1e6:.1f} MB", "", path.stat().st_size / 1e6, limit, aim, "{:.1f} MB")
        for what, path, limit, aim in files
    ]


def build_times(sites: Sites, rounds: int) -> list[Row]:
    """`mkdocs build` in turn with and without us; what is kept between builds (`.cache`) is there in every one."""
    plain = sites.plain_config
    ours: list[float] = []
    theirs: list[float] = []
    _ = sites.online  # the first build fills the cache
    for _ in range(rounds):
        ours.append(seconds_of(None))
        theirs.append(seconds_of(plain))
    return [
        compared("`mkdocs build`, against plain MkDocs and Material", ours, theirs, form="{:.1f} s", limit=1.6, aim=1.3)
    ]


def seconds_of(config: Path | None) -> float:
    """Seconds of one build into a new folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        build(Path(folder) / "site", config=config)
        return time.perf_counter() - began
