"""What a page costs that is only read: without a calculator against plain MkDocs, and with one before it is used."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.browsers import opened
from bench.chromium import profile
from bench.server import StaticServer
from bench.table import Row, compared

if TYPE_CHECKING:
    from bench.candidates import Case
    from bench.sites import Sites

READ = "/understanding/what-nets-are/"
"""A page without a calculator, of middling length."""
OURS, PLAIN = "ours", "plain"
QUIET = 1  # seconds without a request after which a page counts as whole
OUR_BYTES = 40_000
LOADED = """() => new Promise((resolve) => {
    const look = () => {
        const [entry] = performance.getEntriesByType("navigation");
        if (entry.loadEventEnd > 0) resolve(entry.loadEventEnd);
        else setTimeout(look, 10);
    };
    look();
})"""


def without_calculator(sites: Sites, rounds: int) -> list[Row]:
    """The same Markdown page on our site and on one of MkDocs and Material alone."""
    took: dict[str, list[float]] = {OURS: [], PLAIN: []}
    sent: dict[str, list[float]] = {OURS: [], PLAIN: []}
    with (
        StaticServer({"/": sites.online}) as ours,
        StaticServer({"/": sites.plain}) as plain,
    ):
        for number in range(rounds + 1):
            for name, server in ((OURS, ours), (PLAIN, plain)):
                server.forget()
                with profile() as browser:
                    page = opened(browser, server, None, READ)
                    milliseconds = float(page.evaluate(LOADED))
                    wait_for_quiet(server)
                if number:
                    took[name].append(milliseconds)
                    sent[name].append(server.sent() / 1000)
    return [
        compared("page without calculator, load", took[OURS], took[PLAIN], form="{:.0f} ms", limit=1.05, aim=1),
        compared("page without calculator, transfer", sent[OURS], sent[PLAIN], form="{:.0f} kB", limit=1.05, aim=1),
    ]


def before_use(server: StaticServer, case: Case) -> list[Row]:
    """What of ours is loaded for a page that is only looked at."""
    plain = sent_without_intent(server, READ)
    quiet = sent_without_intent(server, case.page)
    python = sum(size for path, size in plain if not path.endswith(("/net-guide.js", ".css")))
    ours = sum(size for _, size in quiet)
    return [
        Row("runtime bytes on a page without a calculator", f"{python}", "", python, 0, None, "{:.0f}"),
        Row(
            "our bytes on a calculator's page before it is used",
            f"{ours / 1000:.1f} kB",
            "",
            ours / 1000,
            OUR_BYTES / 1000,
            None,
            "{:.1f} kB",
        ),
    ]


def sent_without_intent(server: StaticServer, address: str) -> list[tuple[str, int]]:
    """What a page that is only looked at transfers: path and bytes of each file of ours."""
    server.forget()
    with profile() as browser:
        opened(browser, server, None, address).evaluate(LOADED)
        wait_for_quiet(server)
    return [(each.path, each.size) for each in server.transfers if "/open-net-guide/" in each.path]


def wait_for_quiet(server: StaticServer) -> None:
    """Waits until nothing more is asked for."""
    asked = -1
    while asked != len(server.transfers):
        asked = len(server.transfers)
        time.sleep(QUIET)
