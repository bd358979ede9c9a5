"""Three engines behind one small interface: Chromium's, Firefox's and WebKit's, each with a profile of its own."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.conftest import CHROMIUM_ARGUMENTS
from tests.editions import Edition

HERE = Path(__file__).parent
PATIENCE = 180
"""Seconds after which a script in a page has failed; a loaded machine is slow, not broken."""


class Engine(Protocol):
    """What the journeys ask of a browser."""

    name: str

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""

    def evaluate(self, body: str) -> Any:
        """Run the body of an async function in the page and return its value."""


class Chromium:
    """Debian's Chromium, with the network off for pages of a folder."""

    name = "chromium"

    def __init__(self, browser: Any) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_default_timeout(PATIENCE * 1000)
        self.context.route(lambda address: "//127.0.0.1" not in address and address.startswith("http"), _refuse)
        self.page = self.context.new_page()

    def open(self, address: str) -> None:
        self.page.goto(address, wait_until="load")

    def evaluate(self, body: str) -> Any:
        return self.page.evaluate(f"async () => {{ {body} }}")


def _refuse(route: Any) -> None:
    route.abort()


class Firefox:
    """Debian's Firefox ESR, driven through Node."""

    name = "firefox"

    def __init__(self, node: subprocess.Popen[str]) -> None:
        self.node = node

    def ask(self, question: Any) -> Any:
        assert self.node.stdin is not None
        assert self.node.stdout is not None
        self.node.stdin.write(json.dumps(question) + "\n")
        self.node.stdin.flush()
        said = self.node.stdout.readline()
        assert said, "Firefox or its driver has stopped"
        answer = json.loads(said)
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def open(self, address: str) -> None:
        self.ask({"open": address})

    def evaluate(self, body: str) -> Any:
        return self.ask({"evaluate": body})


class WebKit:
    """WebKitGTK's MiniBrowser through WebKitWebDriver."""

    name = "webkit"

    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)

    def evaluate(self, body: str) -> Any:
        script = (
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {body} }})().then((value) => done([value ?? null]), (error) => done(String(error)));"
        )
        answer = self.driver.execute_async_script(script)
        assert isinstance(answer, list), answer
        return answer[0]


def program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"no {name} on the path; `make test` installs it where it can"
    return found


@contextmanager
def firefox() -> Iterator[Firefox]:
    node = subprocess.Popen(
        [program("node"), str(HERE / "firefox.mjs"), program("firefox-esr")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    engine = Firefox(node)
    try:
        yield engine
    finally:
        assert node.stdin is not None
        if node.poll() is None:
            node.stdin.write('"close"\n')
            node.stdin.close()
        node.wait(timeout=60)
        assert node.stdout is not None
        node.stdout.close()


@contextmanager
def screen() -> Iterator[None]:
    """A screen that nobody sees: WebKitGTK has no headless mode."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    before = os.environ.get("DISPLAY")
    try:
        with os.fdopen(reading) as said:
            os.environ["DISPLAY"] = f":{said.readline().strip()}"
        yield
    finally:
        if before is None:
            os.environ.pop("DISPLAY", None)
        else:
            os.environ["DISPLAY"] = before
        server.terminate()
        server.wait(timeout=30)


def mini_browser() -> str:
    places = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4*/MiniBrowser"))
    assert places, "no MiniBrowser of WebKitGTK; `make test` installs it where it can"
    return str(places[-1])


# Without a graphics card, drawing in layers is half of all that WebKitGTK does here; nobody looks at the screen.
PLAINLY_DRAWN = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}


@contextmanager
def webkit() -> Iterator[WebKit]:
    options = Options()
    options.binary_location = mini_browser()
    options.add_argument("--automation")
    with screen():
        service = Service(program("WebKitWebDriver"), env={**os.environ, **PLAINLY_DRAWN})
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            driver.set_script_timeout(PATIENCE)
            driver.set_page_load_timeout(PATIENCE)
            yield WebKit(driver)
        finally:
            driver.quit()


@pytest.fixture(scope="module")
def desktop(chromium: Browser) -> Iterator[Browser]:
    """The Chromium that readers have, windows and all; the other tests may run in one without them."""
    started = chromium.browser_type.launch(executable_path=program("chromium"), args=list(CHROMIUM_ARGUMENTS))
    yield started
    started.close()


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "chromium":
        made = Chromium(request.getfixturevalue("desktop"))
        yield made
        made.context.close()
        return
    with {"firefox": firefox, "webkit": webkit}[request.param]() as made:
        yield made


@pytest.fixture(scope="module", params=["online", "offline"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return request.getfixturevalue(request.param)


STATE = """
const asked = performance.getEntriesByType("resource").map(({ name, responseEnd }) => [name, Math.round(responseEnd)]);
return JSON.stringify({
  at: location.href,
  loaded: document.readyState,
  focus: [document.hasFocus(), document.activeElement?.outerHTML.slice(0, 80)],
  asked: asked.slice(-12),
});
"""
"""What is worth knowing of a page in which something did not happen."""


def waited(engine: Engine, condition: str, what: str) -> None:
    """Wait until an expression is true in the page, asking again and again."""
    until = time.monotonic() + PATIENCE
    while not _holds(engine, condition):
        assert time.monotonic() < until, f"{engine.name}: {what}; the page: {engine.evaluate(STATE)}"
        time.sleep(0.1)


def _holds(engine: Engine, condition: str) -> bool:
    try:
        return bool(engine.evaluate(f"return Boolean({condition});"))
    except Exception as error:
        if not re.search(r"destroyed|navigat|realm|discarded|no such (window|frame)|unload", str(error), re.IGNORECASE):
            raise
        return False  # the page is on its way to another one: ask again there


SHOWN = """(() => {{
  const here = [...document.querySelectorAll("net-calculator:defined")].find((each) => each.checkVisibility());
  return here?.dataset.calculator === "{0}" && ("sheet" in here.dataset) === {1};
}})()"""
FOLLOW = """
const ends = ["/{0}/", "/{0}.html", "/{0}/index.html", "#{0}"];
const links = [...document.querySelectorAll("a[href]")].filter((each) => ends.some((end) => each.href.endsWith(end)));
(links.find((each) => each.checkVisibility()) ?? links[0]).click();
"""
LIST = "/^Calculators/.test(document.querySelector('h1')?.textContent) && customElements.get('net-calculator')"
KIT_LIST = "document.querySelector('.kit-header nav a').click();"


def follow(engine: Engine, name: str) -> None:
    """Go to a calculator by the list of them, as a reader does."""
    if engine.evaluate("return Boolean(document.getElementById('kit-main'));"):
        engine.evaluate(KIT_LIST)
        waited(engine, "document.getElementById('kit-list')?.checkVisibility()", "the kit's list does not come")
    else:
        engine.evaluate(FOLLOW.format("calculators"))
        waited(engine, LIST, "the list does not come")
    engine.evaluate(FOLLOW.format(f"calculators/{name}"))
    shown = ("treatment_options", "true") if name == "board" else (name, "false")
    waited(engine, SHOWN.format(*shown), f"{name} does not come")
