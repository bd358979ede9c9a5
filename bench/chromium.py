"""A Chromium with a profile of its own, spoken to as little as can be: what is timed is a browser without a debugger.

Tools that drive a browser attach a debugger to each page and each worker. A worker then waits until it is let go, and
V8 reads the largest function of Pyodide again whenever an error is thrown inside it. No reader has that, so these lines
attach to the one page alone, and never say `Runtime.enable`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from websocket import WebSocket, create_connection

from bench.hold import program_of

TIME_LIMIT = 120
"""Seconds after which an answer will not come any more."""
PAUSE, AT_REST = 0.5, 0.02
"""Seconds between two looks at a browser, and of processor time in between that are as good as none."""
WIDTH, HEIGHT = 1280, 900
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--password-store=basic",
    "--use-mock-keychain",
    "--mute-audio",
    f"--window-size={WIDTH},{HEIGHT}",
    "--remote-debugging-port=0",
)
PORT = "DevToolsActivePort"
"""The file of the profile in which the browser says where it listens."""


class BrowserError(Exception):
    """The browser refused a command, or a page threw an error."""


class Connection:
    """Commands to the browser or, with a session, to a page."""

    def __init__(self, socket: WebSocket, session: str | None = None) -> None:
        self.socket = socket
        self.session = session
        self.last = 0
        self.events: list[dict[str, Any]] = []
        """What came in between the answers."""

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and return its result.

        Raises:
            BrowserError: the browser refuses it.
        """
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        self.socket.send(json.dumps(message | ({"sessionId": self.session} if self.session else {})))
        while (said := self._next()).get("id") != self.last:
            self.events.append(said)
        if "error" in said:
            raise BrowserError(f"{method}: {said['error'].get('message')}")
        result: dict[str, Any] = said["result"]
        return result

    def wait_for(self, method: str) -> None:
        """Wait until the browser tells of an event."""
        while method not in {each.get("method") for each in self.events}:
            self.events.append(self._next())

    def _next(self) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(self.socket.recv())
        return said


class Page(Connection):
    """The one page of the browser."""

    def run_before(self, script: str) -> None:
        """Have a script run before any of the page's own, in every page that is opened from here on."""
        self.command("Page.enable")
        self.command("Page.addScriptToEvaluateOnNewDocument", source=script)

    def open(self, address: str) -> None:
        """Go to an address; returns as soon as the page begins to arrive."""
        said = self.command("Page.navigate", url=address)
        if "errorText" in said:
            raise BrowserError(f"{address}: {said['errorText']}")

    def evaluate(self, function: str, given: Any = None) -> Any:
        """Call a function of the page's language with what is given, and return what its promise comes to.

        Raises:
            BrowserError: it threw.
        """
        said = self.command(
            "Runtime.evaluate",
            expression=f"({function})({json.dumps(given)})",
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in said:
            raise BrowserError(json.dumps(said["exceptionDetails"])[:2000])
        return said["result"].get("value")


class Browser(Connection):
    """One process of Chromium with its page."""

    def __init__(self, socket: WebSocket) -> None:
        super().__init__(socket)
        self.page = self._first_page()

    def _first_page(self) -> Page:
        for _ in range(int(TIME_LIMIT / 0.05)):
            targets = self.command("Target.getTargets")["targetInfos"]
            found = next((each["targetId"] for each in targets if each["type"] == "page"), None)
            if found is not None:
                session = self.command("Target.attachToTarget", targetId=found, flatten=True)["sessionId"]
                page = Page(self.socket, session)
                page.last = 1_000_000  # numbers of its own: both talk over one line
                size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
                page.command("Emulation.setDeviceMetricsOverride", **size)
                return page
            time.sleep(0.05)
        raise TimeoutError("the browser opens no page")

    def processor_time(self) -> float:
        """Seconds that all of its processes have used so far."""
        return float(sum(each["cpuTime"] for each in self.command("SystemInfo.getProcessInfo")["processInfo"]))


@contextmanager
def profile(folder: Path | None = None, program: Path | None = None) -> Iterator[Browser]:
    """A browser process of its own, which has done with its own start.

    Args:
        folder: of the profile, which stays; a new one, thrown away afterwards, if not given.
        program: what to start in Chromium's place; it becomes Chromium.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as fresh:
        home = folder or Path(fresh)
        (home / PORT).unlink(missing_ok=True)
        command = [str(program or program_of("chromium")), *ARGUMENTS, f"--user-data-dir={home}", "about:blank"]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            socket = create_connection(address_of(home, process), timeout=TIME_LIMIT, suppress_origin=True)
            browser = Browser(socket)
            wait_for_rest(browser)
            yield browser
            with suppress(BrowserError, OSError):
                browser.command("Browser.close")
            socket.close()
            process.wait(timeout=TIME_LIMIT)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def address_of(home: Path, process: subprocess.Popen[bytes]) -> str:
    """Where a browser that has just been started listens.

    Raises:
        BrowserError: it has ended.
        TimeoutError: it says nothing.
    """
    for _ in range(int(TIME_LIMIT / 0.05)):
        if process.poll() is not None:
            raise BrowserError(f"Chromium ended at its start with {process.returncode}")
        with suppress(FileNotFoundError):
            said = (home / PORT).read_text(encoding="ascii").split()
            if len(said) == 2:
                return f"ws://127.0.0.1:{said[0]}{said[1]}"
        time.sleep(0.05)
    raise TimeoutError("Chromium does not say where it listens")


def wait_for_rest(browser: Browser) -> None:
    """Waits until the browser itself does nothing any more: what follows is then the page's work alone.

    Chromium goes on starting for most of a second of processor time after it can be used (some 400 files for the list
    below its address bar alone), which whatever is timed in that second would have to share the processor with.

    Raises:
        TimeoutError: it does not come to rest.
    """
    used = float("-inf")
    for _ in range(int(TIME_LIMIT / PAUSE)):
        before, used = used, browser.processor_time()
        if used - before < AT_REST:
            return
        time.sleep(PAUSE)
    raise TimeoutError(f"the browser is still busy with itself after {TIME_LIMIT} s")
