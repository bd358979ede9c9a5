"""A page of a fresh Chromium that fills in the answers, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.chromium import TIME_LIMIT, profile

if TYPE_CHECKING:
    from bench.candidates import Case
    from bench.chromium import Browser, Page
    from bench.server import StaticServer

RESULT = """(limit) => new Promise((resolve, reject) => {
    const look = () => bench.result !== undefined ? resolve(bench.result) : setTimeout(look, 20);
    setTimeout(() => reject(new Error("no result in time")), limit);
    look();
})"""
HEADLINE = '() => document.querySelector("[data-net=result] .net-headline").innerText'


def opened(browser: Browser, server: StaticServer, case: Case | None, address: str) -> Page:
    """The page of a browser at an address, with the test's answers if there is a case."""
    if case is not None:
        browser.page.run_before(case.script("bench"))
    browser.page.open(address if "://" in address else server.address + address)
    return browser.page


def result_of(page: Page) -> float:
    """Milliseconds from navigation to the first result, once it stands."""
    return float(page.evaluate(RESULT, TIME_LIMIT * 1000))


def headline_of(page: Page) -> str:
    """The answer in words: every candidate's is to be the same."""
    return " ".join(str(page.evaluate(HEADLINE)).split())


def browser_version() -> str:
    """The version of the browser that is used."""
    with profile() as browser:
        product = str(browser.command("Browser.getVersion")["product"])
    return product.partition("/")[2].split(".")[0]
