"""What a built site still needs, whoever built it: the browser runtime, search from a folder, the policy, a count."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import guideline
import presentation
from mkdocs_calculators.counter import ASSETS, built_page, count
from mkdocs_calculators.keeping import remove_keeping, write_keeping
from mkdocs_calculators.pages import LIST
from mkdocs_calculators.policy import write_policy
from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime import find_toolchain
from mkdocs_calculators.runtime.scripts import keeping_worker
from mkdocs_calculators.search_index import Weights, tidy_search
from mkdocs_calculators.search_worker import WORKERS, mend_search_worker, write_search_worker
from mkdocs_calculators.site import Site
from mkdocs_calculators.theme_start import mend_start

STYLES = (
    Path(__file__).with_name("browser") / "net-guide.css",
    Path(__file__).with_name("styles") / "pages.css",
)

Renewal = Literal["whole", "rules", "nothing"]


def finish(
    site_dir: Path,
    site: Site,
    project: Project,
    *,
    offline: bool = False,
    runtime: bool = True,
    keep: bool = True,
    renew: Renewal = "whole",
) -> list[Problem]:
    """Complete a built site in place and return what is wrong with it.

    Args:
        site_dir: the site.
        site: what it was made of.
        project: where that lies.
        offline: whether it is opened from a folder.
        runtime: whether calculators run in it.
        keep: whether a browser may keep it for reading without a network; not while its pages still change.
        renew: how much of the runtime is made anew: all of it, only what follows a changed rule (`rules`: a page then
            starts more slowly), or nothing, because what an earlier build put there still holds.

    Raises:
        mkdocs_calculators.runtime.RuntimeBuildError: Node or an npm package is missing.
    """
    assets = site_dir / ASSETS
    assets.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        shutil.copyfile(style, assets / style.name)
    if runtime and site.calculators and renew != "nothing":
        publish_runtime(assets, site, project, offline=offline, quick=renew == "rules")
    tidy_search(site_dir, search_weights(site, site_dir, project))
    if (site_dir / WORKERS).is_dir():
        mend_search_worker(site_dir)
        mend_start(site_dir)
    if offline and (site_dir / WORKERS).is_dir():
        write_search_worker(site_dir)
    _, problems = write_policy(site_dir, offline=offline)
    if keep and runtime and not offline:
        # Last: what is kept is compared with its digest.
        write_keeping(site_dir, keeping_worker(find_toolchain(project.root)), confirmed=confirmed_on(site))
    else:
        remove_keeping(site_dir)
    return sorted({*problems, *count(site_dir, site, project, runtime=runtime)})


def search_weights(site: Site, site_dir: Path, project: Project) -> Weights:
    """Return what decides the order of search results."""
    lists: set[str] = set()
    descriptions: dict[str, str] = {}
    for page in site.pages:
        built = built_page(page, site_dir, project)
        if built is None:
            continue
        place = built.relative_to(site_dir).as_posix()
        addresses = {place, place.removesuffix("index.html")}  # the index has either, by the way of naming pages
        if any(re.search(LIST, line) for line in page.prose):
            lists |= addresses
        descriptions |= dict.fromkeys(addresses, str(page.meta.get("description", "")))
    return Weights(project.search_words, frozenset(lists), project.search_weights, descriptions)


def confirmed_on(site: Site) -> str:
    """Return the day on which the evidence was last confirmed."""
    return max((each.confirmed_on for each in site.records.values()), default="")


def publish_runtime(assets: Path, site: Site, project: Project, *, offline: bool, quick: bool = False) -> None:
    """Write the browser runtime beside the style sheets."""
    from mkdocs_calculators.runtime import build_runtime

    knowledge = [project.knowledge] if project.knowledge else []
    build_runtime(
        assets,
        logic=[package_of(guideline.__file__), *knowledge, project.calculators, package_of(presentation.__file__)],
        evidence=site.evidence,
        calculators=sorted(site.calculators),
        transport="scripts" if offline else "files",
        keys=site.link_keys,
        requests=list(example_requests(site)),
        quick=quick,
    )


def example_requests(site: Site) -> Iterator[str]:
    """Yield each worked example as the browser would send it."""
    for calculator_id, found in sorted(site.calculators.items()):
        for example in found.cases.examples:
            request = {"calculator": calculator_id, "variant": example.variant, "answers": dict(example.answers)}
            yield json.dumps(request, ensure_ascii=False, sort_keys=True)


def package_of(file: str | None) -> Path:
    """Return the folder of a package from its __file__."""
    if file is None:
        raise FileNotFoundError("a package without files cannot be published")
    return Path(file).parent
