"""Opens the candidates in Chromium, each time with a new profile, and times them."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

if TYPE_CHECKING:
    from bench.candidates import Candidate, Case
    from bench.server import StaticServer

HERE = Path(__file__).parent
TIME_LIMIT = 120_000  # milliseconds
# Asked this way because the page's policy forbids `eval`, which `wait_for_function` uses.
RESULT = """(limit) => new Promise((resolve, reject) => {
    const look = () => bench.result !== undefined ? resolve(bench.result) : setTimeout(look, 20);
    setTimeout(() => reject(new Error("no result in time")), limit);
    look();
})"""


@dataclass(slots=True)
class Measured:
    """What one candidate took, run by run."""

    milliseconds: list[float] = field(default_factory=list)
    bytes_sent: list[int] = field(default_factory=list)
    headline: str = ""

    @property
    def time(self) -> float:
        """Median, in milliseconds."""
        return statistics.median(self.milliseconds)

    @property
    def size(self) -> float:
        """Median of bytes on the wire."""
        return statistics.median(self.bytes_sent)


@dataclass(frozen=True, slots=True)
class Rejudging:
    """How long a changed answer takes to a new result, in milliseconds."""

    calculator: str
    middle: float
    slow: float
    """95th percentile."""


@contextmanager
def new_profile(playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser process of its own with an empty profile."""
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("no chromium on the path")
    with tempfile.TemporaryDirectory() as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=program, args=["--no-sandbox"], viewport={"width": 1280, "height": 900}
        )
        yield context
        context.close()


def first_visits(server: StaticServer, case: Case, candidates: list[Candidate], rounds: int) -> dict[str, Measured]:
    """Times every candidate once a round, in turn; one round before the first does not count."""
    measured = {candidate.name: Measured() for candidate in candidates}
    with sync_playwright() as playwright:
        for number in range(rounds + 1):
            for candidate in candidates:
                server.forget()
                with new_profile(playwright) as context:
                    page = opened(context, server, case, candidate.address)
                    milliseconds = float(page.evaluate(RESULT, TIME_LIMIT))
                    headline = page.locator("[data-net=result]").first.inner_text().strip().splitlines()[0]
                if number:
                    found = measured[candidate.name]
                    found.milliseconds.append(milliseconds)
                    found.bytes_sent.append(server.sent())
                    found.headline = headline
    return measured


def opened(context: BrowserContext, server: StaticServer, case: Case | None, address: str) -> Page:
    """A page of the profile at an address, with the test's answers if there is a case."""
    page = context.pages[0] if context.pages else context.new_page()
    if case is not None:
        page.add_init_script(case.script("bench"))
    page.goto(server.address + address, wait_until="commit")
    return page


def rejudged(server: StaticServer, case: Case, fact: str, values: list[float]) -> Rejudging:
    """Changes one answer many times on a page whose worker is warm."""
    with sync_playwright() as playwright, new_profile(playwright) as context:
        page = opened(context, server, case, case.page)
        page.evaluate(RESULT, TIME_LIMIT)
        script = (HERE / "page" / "rejudge.js").read_text("utf-8").strip().removesuffix(";")
        script = script.split("\n", 1)[1] if script.startswith("//") else script
        page.evaluate(script, {"fact": fact, "values": values[:20]})
        times = page.evaluate(script, {"fact": fact, "values": values})
    return Rejudging(case.calculator, statistics.median(times), statistics.quantiles(times, n=20)[-1])


def sent_without_intent(server: StaticServer, address: str) -> list[tuple[str, int]]:
    """What a page that is only looked at transfers: path and bytes of each file of ours."""
    server.forget()
    with sync_playwright() as playwright, new_profile(playwright) as context:
        page = opened(context, server, None, address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(1000)
    return [(each.path, each.size) for each in server.transfers if "/open-net-guide/" in each.path]
