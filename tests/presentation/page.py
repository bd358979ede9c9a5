"""A page with two made-up calculators in Chromium, with Python beside the browser."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from guideline import questions
from presentation.desk import respond
from presentation.pages import calculator_html
from tests.presentation.sample import CALCULATORS, EVIDENCE, LINK_KEYS, SAMPLE, TABLE

ROOT = Path(__file__).parents[2]
BROWSER = ROOT / "src/mkdocs_calculators/browser"
HOME = "http://localhost/guide/sample/"


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Bundle the element as the site does, with another desk."""
    folder = tmp_path_factory.mktemp("bundle")
    for path in BROWSER.glob("*.js"):
        shutil.copy(path, folder)
    shutil.copy(Path(__file__).with_name("desk_beside.js"), folder / "desk.js")
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    made = folder / "made.js"
    subprocess.run(
        [ROOT / "node_modules/.bin/esbuild", folder / "element.js", "--bundle", "--format=iife", f"--outfile={made}"],
        check=True,
        capture_output=True,
    )
    return made.read_text(encoding="utf-8")


def blocks() -> str:
    from tests.presentation.conftest import ANSWERS, criteria_result  # there the fixtures of this module are named

    examples = [
        {"name": f"Example {state}", "variant": "north", "answers": answers, "source": "T-01"}
        for state, answers in ANSWERS.items()
    ]
    results = [criteria_result(state) for state in ANSWERS]
    return calculator_html(questions(SAMPLE), EVIDENCE, examples, results, element_id="net-sample") + calculator_html(
        questions(TABLE), EVIDENCE, element_id="net-table", show=["form"]
    )


def document(body: str, *, script: bool = True) -> str:
    style = (BROWSER / "net-guide.css").read_text(encoding="utf-8")
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Sample</title>"
        '<meta name=viewport content="width=device-width,initial-scale=1">'
        f"<style>:root{{--md-default-bg-color:#fff}}body{{font:16px/1.5 sans-serif}}{style}</style></head>"
        f'<body><main class=md-typeset><h1>Sample</h1><p><a id=away href="../other/">away</a></p>{body}</main>'
        f"{'<script src="../script.js"></script>' if script else ''}</body></html>"
    )


Opened = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, script: str) -> Iterator[Opened]:
    """Open the page in a fresh profile; the console has to stay quiet."""
    contexts = []
    said: list[str] = []
    body = blocks()

    def serve(route: Route) -> None:
        path = route.request.url.partition("?")[0].partition("#")[0]
        if path.endswith("script.js"):
            route.fulfill(content_type="text/javascript; charset=utf-8", body=script)
        elif path.endswith("/other/"):
            route.fulfill(content_type="text/html", body="<!doctype html><title>Other</title><h1>Other</h1>")
        elif path.endswith("favicon.ico"):
            route.fulfill(status=204)
        else:
            route.fulfill(content_type="text/html", body=document(body, script="?late" not in route.request.url))

    def open_page(address: str = HOME, **options: Any) -> Page:
        context = chromium.new_context(
            **{
                "viewport": {"width": 1280, "height": 900},
                "permissions": ["clipboard-read", "clipboard-write"],
                **options,
            }
        )
        context.set_default_timeout(5_000)
        contexts.append(context)
        context.route("**/*", serve)
        context.expose_function("answer", lambda request: respond(CALCULATORS, EVIDENCE, request, LINK_KEYS))
        page = context.new_page()
        page.on("console", lambda each: said.append(each.text) if each.type in {"error", "warning"} else None)
        page.on("pageerror", lambda each: said.append(str(each)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def field(page: Page, name: str) -> Any:
    return page.locator(f'#net-sample [name="{name}"]')


def headline(page: Page) -> Any:
    return page.locator("#net-sample-result .net-headline-text")


def slot(page: Page, name: str, which: str) -> Any:
    return page.locator(f"#net-sample-{name}-{which}")


def settled(page: Page) -> None:
    expect(page.locator("#net-sample-result[data-state=result]:not([aria-busy])")).to_be_visible()
