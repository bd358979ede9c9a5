"""The built runtime in Node: the same archives and boot code as in the reader's browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime.publication import Archives, build_archives, logic_folders
from mkdocs_calculators.runtime.replay import Replay, replay
from mkdocs_calculators.runtime.toolchain import Toolchain, find_toolchain
from mkdocs_calculators.site import current_site

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent.parent


@cache
def _real() -> tuple[Toolchain, Archives]:
    project, site, tools = Project.at(ROOT), current_site(ROOT), find_toolchain(ROOT)
    archives = build_archives(
        tools, logic=logic_folders(project), evidence=site.evidence, calculators=list(site.calculators)
    )
    return tools, archives


def replay_in_node(requests: Sequence[str]) -> list[str]:
    """The responses of the built runtime to JSON requests `{"calculator", "variant", "answers"}`, in order.

    One Pyodide answers them all, started from the snapshot that the site would publish, as a reader's is.
    """
    return replayed(requests).responses


def replayed(requests: Sequence[str], *, from_snapshot: bool = True) -> Replay:
    """The same, with the modules that were loaded and the time that the start took; also by way of the archives."""
    tools, archives = _real()
    snapshot = archives.snapshot if from_snapshot else None
    return replay(tools, library=archives.library, logic=archives.logic, snapshot=snapshot, requests=requests)
