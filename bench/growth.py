"""How build and start-up grow with pages and calculators, on guides that are made up."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bench.candidates import Candidate, Case, Stand
from bench.generated import CRITERIA, limits, name_of, settings, write_guide
from bench.plot import Series, plot
from bench.server import StaticServer
from bench.sites import build
from bench.table import write_between_marks
from bench.visits import Measured, visit
from mkdocs_calculators.hosting import prepare_hosting

if TYPE_CHECKING:
    from bench.sites import Sites

PAGES, CALCULATORS = (10, 100, 1000), (10, 50, 200)
ROUNDS = 35
"""Cold profiles for each size: a start differs from the next by a tenth, and what is looked for is a twentieth."""
FEW = 10
"""How many of the one there are while the other grows."""
WITH_PAGES, WITH_CALCULATORS = 1.05, 0.01
"""At most: start-up with the most pages against the fewest; what one more calculator adds, as a share of start-up."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a guide is."""

    pages: int
    calculators: int


@dataclass(slots=True)
class Grown:
    """What a guide of one size took."""

    size: Size
    ours: float
    """Seconds of a build."""
    plain: float
    """The same by plain MkDocs and Material, where a calculator is a piece of code."""
    visits: Measured

    @property
    def start(self) -> float:
        """Milliseconds from navigation to the first result."""
        return statistics.median(self.visits.first)

    @property
    def sent(self) -> float:
        """Megabytes for the first result."""
        return statistics.median(self.visits.sent)


def write_growth(sites: Sites, page: Path, rounds: int, sizes: Sequence[Size] | None = None) -> int:
    """Measures all sizes and writes table and plot into the page; 1 when a limit is exceeded."""
    sizes = sizes or wanted()
    grown = measured(sites, sizes, rounds)
    by_pages = [each for each in grown if each.size.calculators == FEW]
    by_calculators = [each for each in grown if each.size.pages == FEW]
    pages_ratio, share = growth_with_pages(by_pages), growth_per_calculator(by_calculators)
    said = (
        f"Start-up with {by_pages[-1].size.pages} pages is {pages_ratio:.2f} of that with {by_pages[0].size.pages}, "
        f"at most {WITH_PAGES}; each further calculator adds {share:.2%} to it, at most {WITH_CALCULATORS:.0%}."
    )
    picture = plot(
        "How build and start-up grow",
        [
            Series("start-up with pages, ms", [(each.size.pages, each.start) for each in by_pages]),
            Series("start-up with calculators, ms", [(each.size.calculators, each.start) for each in by_calculators]),
            Series("build with pages, s", [(each.size.pages, each.ours) for each in by_pages]),
            Series("build with calculators, s", [(each.size.calculators, each.ours) for each in by_calculators]),
        ],
    )
    text = f"{said}\n\n{picture}\n\n{growth_table(grown, rounds)}"
    print(text)
    write_between_marks(page, "growth", text)
    return 0 if pages_ratio <= WITH_PAGES and share <= WITH_CALCULATORS else 1


def wanted() -> list[Size]:
    """More and more pages with few calculators, then more and more calculators with few pages."""
    return [Size(each, FEW) for each in PAGES] + [Size(FEW, each) for each in CALCULATORS if each != FEW]


def growth_with_pages(grown: Sequence[Grown]) -> float:
    """Start-up with the most pages as a share of that with the fewest."""
    return grown[-1].start / grown[0].start


def growth_per_calculator(grown: Sequence[Grown]) -> float:
    """What one more calculator adds to start-up, as a share of it with the fewest."""
    more = grown[-1].size.calculators - grown[0].size.calculators
    return (grown[-1].start / grown[0].start - 1) / more


def measured(sites: Sites, sizes: Sequence[Size], rounds: int) -> list[Grown]:
    """Builds a guide of each size, then visits them in turn."""
    grown: list[Grown] = []
    with ExitStack() as stack:
        stands = []
        for size in sizes:
            folder = sites.work / f"grown-{size.pages}-{size.calculators}"
            ours, plain = build_times(folder / "guide", folder / "site", size)
            print(f"{size}: built in {ours:.1f} s, plain in {plain:.1f} s", flush=True)
            prepare_hosting(folder / "site", sites.tools.cache)
            server = stack.enter_context(StaticServer({"/": folder / "site"}))
            stands.append(Stand(sites, server, case(), rounds))
            grown.append(Grown(size, ours, plain, Measured()))
        in_turn = list(zip(grown, stands, strict=True))
        for number in range(rounds + 1):
            first = number % len(in_turn)  # each goes first as often: a visit feels the one before it
            for each, stand in in_turn[first:] + in_turn[:first]:
                visit(stand, Candidate("grown", stand.case.page), each.visits if number else Measured())
    return grown


def case() -> Case:
    """Answers for the first of the calculators, all of them above their limits."""
    return Case(name_of(1), None, {f"count_{place}": limits()[place] + 5 for place in range(CRITERIA)})


def build_times(guide: Path, site: Path, size: Size) -> tuple[float, float]:
    """Seconds of a build with us, once the cache is filled, and of one without; the first stays in `site`."""
    write_guide(guide, pages=size.pages, calculators=size.calculators)
    plain = guide / "plain.yml"
    plain.write_text(yaml.safe_dump(settings(plain=True), sort_keys=False), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "first", root=guide)
        began = time.perf_counter()
        build(site, root=guide)
        ours = time.perf_counter() - began
        began = time.perf_counter()
        build(Path(folder) / "plain", root=guide, config=plain)
        return ours, time.perf_counter() - began


def growth_table(grown: Sequence[Grown], rounds: int) -> str:
    """The figures as Markdown."""
    lines = [
        f"Guides that are made up, {CRITERIA} criteria to a calculator; medians of {rounds} interleaved cold profiles, "
        "one build each with what is kept between builds in place.",
        "{ .caption }",
        "",
        "| Pages | Calculators | Build | Plain MkDocs + Material | First result | Sent for it |",
        "|---|---|---|---|---|---|",
    ]
    for each in grown:
        times = f"{each.ours:.1f} s | {each.plain:.1f} s | {each.start:.0f} ms | {each.sent:.2f} MB"
        lines.append(f"| {each.size.pages} | {each.size.calculators} | {times} |")
    return "\n".join(lines)
