"""Chromium with a profile of its own, and a page in it that fills in the answers."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from bench.hold import program_of

if TYPE_CHECKING:
    from bench.candidates import Case
    from bench.server import StaticServer

TIME_LIMIT = 120_000  # milliseconds
PAUSE, AT_REST = 0.5, 0.02
"""Seconds between two looks at a browser, and of processor time in between that are as good as none."""
# Asked this way because the page's policy forbids `eval`, which `wait_for_function` uses.
RESULT = """(limit) => new Promise((resolve, reject) => {
    const look = () => bench.result !== undefined ? resolve(bench.result) : setTimeout(look, 20);
    setTimeout(() => reject(new Error("no result in time")), limit);
    look();
})"""


@contextmanager
def profile(
    playwright: Playwright, folder: Path | None = None, program: Path | None = None
) -> Iterator[BrowserContext]:
    """A browser process of its own, which has done with its own start.

    Args:
        playwright: the library, started.
        folder: of the profile, which stays; a new one, thrown away afterwards, if not given.
        program: what to start in Chromium's place; it becomes Chromium.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as fresh:
        context = playwright.chromium.launch_persistent_context(
            folder or fresh,
            executable_path=program or program_of("chromium"),
            args=["--no-sandbox"],
            viewport={"width": 1280, "height": 900},
        )
        wait_for_rest(context)
        yield context
        context.close()


def wait_for_rest(context: BrowserContext) -> None:
    """Waits until the browser itself does nothing any more: what follows is then the page's work alone.

    Chromium goes on starting for most of a second of processor time after it can be used (some 400 files for the list
    below its address bar alone), which whatever is timed in that second would have to share the processor with.

    Raises:
        TimeoutError: it does not come to rest.
    """
    assert context.browser
    session = context.browser.new_browser_cdp_session()
    used = float("-inf")
    for _ in range(int(TIME_LIMIT / 1000 / PAUSE)):
        before, used = used, sum(each["cpuTime"] for each in session.send("SystemInfo.getProcessInfo")["processInfo"])
        if used - before < AT_REST:
            session.detach()
            return
        time.sleep(PAUSE)
    raise TimeoutError(f"the browser is still busy with itself after {TIME_LIMIT / 1000:.0f} s")


def opened(context: BrowserContext, server: StaticServer, case: Case | None, address: str) -> Page:
    """A page of the profile at an address, with the test's answers if there is a case."""
    page = context.pages[0] if context.pages else context.new_page()
    if case is not None:
        page.add_init_script(case.script("bench"))
    page.goto(address if "://" in address else server.address + address, wait_until="commit", timeout=TIME_LIMIT)
    return page


def result_of(page: Page) -> float:
    """Milliseconds from navigation to the first result, once it stands."""
    return float(page.evaluate(RESULT, TIME_LIMIT))


def headline_of(page: Page) -> str:
    """The answer in words: every candidate's is to be the same."""
    return " ".join(page.locator("[data-net=result] .net-headline").first.inner_text().split())


def browser_version() -> str:
    """The version of the browser that is used."""
    with sync_playwright() as playwright, profile(playwright) as context:
        agent = str(context.pages[0].evaluate("navigator.userAgent"))
    return agent.partition("Chrome/")[2].split(" ")[0].split(".")[0]
