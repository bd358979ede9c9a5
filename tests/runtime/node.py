"""The built runtime in Node: the same archives and boot code as in the reader's browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_calculators.finish import example_requests
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime.lean import build_lean
from mkdocs_calculators.runtime.publication import Archives, build_archives, logic_folders, representative
from mkdocs_calculators.runtime.replay import Replay, replay
from mkdocs_calculators.runtime.toolchain import Toolchain, find_toolchain
from mkdocs_calculators.site import current_site

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent.parent


@cache
def built() -> tuple[Toolchain, Archives, bytes]:
    """Tools, archives and lean interpreter as the site publishes them."""
    project, site, tools = Project.at(ROOT), current_site(ROOT), find_toolchain(ROOT)
    calculators, requests = sorted(site.calculators), list(example_requests(site))
    archives = build_archives(
        tools,
        logic=logic_folders(project),
        evidence=site.evidence,
        calculators=calculators,
        requests=requests,
        keys=site.link_keys,
    )
    trained = representative(calculators, requests)
    return tools, archives, build_lean(tools, snapshot=archives.snapshot, requests=trained)


def replay_in_node(requests: Sequence[str]) -> list[str]:
    """The responses of the built runtime to JSON requests `{"calculator", "variant", "answers"}`, in order.

    One Pyodide answers them all, started from the snapshot with the lean interpreter, as a reader's is.
    """
    return replayed(requests).responses


def replayed(requests: Sequence[str], *, from_snapshot: bool = True) -> Replay:
    """The same, with the modules that were loaded and the time that the start took; also by way of the archives."""
    tools, archives, lean = built()
    given = {"snapshot": archives.snapshot, "interpreter": lean} if from_snapshot else {}
    return replay(tools, library=archives.library, logic=archives.logic, requests=requests, **given)
