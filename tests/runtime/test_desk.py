"""The desk in Chromium: it answers, online and from a folder, and every way to fail has its own words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route

from bench.link import Link
from bench.server import StaticServer
from mkdocs_calculators.runtime import RuntimeManifest
from tests.runtime.asking import ASK, BASE, ask, assert_failed, words_of
from tests.runtime.conftest import SHIM, Open

pytestmark = [pytest.mark.browser, pytest.mark.node]


def test_nothing_is_loaded_before_the_reader_means_it(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    page.wait_for_timeout(300)
    assert [transfer.path for transfer in server.transfers] == ["/", f"{BASE}net-guide.js"]
    assert page.evaluate("desk.state") == "idle"


def test_a_question_starts_python_and_is_answered(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    assert ask(page, a=1, b=2) == {"answers": {"a": 1, "b": 2}, "evidence": ["SUM-1", "SUM-2"], "html": "<p>3</p>"}
    assert page.evaluate("desk.state") == "ready"
    assert ask(page, a=5)["html"] == "<p>5</p>"


def test_progress_counts_every_byte_and_names_the_stages(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest]
) -> None:
    page = open_page(f"{server.address}/")
    server.link = Link(bits_per_second=10e6, latency=0)  # over two seconds, of which each quarter is reported
    events = page.evaluate("""async () => {
        const events = [];
        for (const kind of ["progress", "ready", "failed"]) {
            desk.addEventListener(kind, ({ detail }) => events.push({ kind, ...detail }));
        }
        desk.start();
        desk.start();
        await desk.ask({ calculator: "adder", answers: {} });
        return events;
    }""")
    assert online[1].lean
    total = online[1].lean.size + online[1].snapshot.size
    received = [event["received"] for event in events]
    assert received == sorted(received)
    assert received[0] == 0
    assert received[-1] == total
    assert len(set(received)) > 5
    stages = list(dict.fromkeys(event["stage"] for event in events))
    assert stages == ["download", "python", "rules", "ready"]
    assert events[0]["words"] == f"Loading the calculator: 0.0 of {total / 1e6:.1f} MB"
    assert [event["kind"] for event in events].count("ready") == 1


def test_only_the_newest_of_several_questions_is_answered(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    responses = page.evaluate("""() => Promise.all([
        desk.ask({ calculator: "adder", answers: { a: 1 } }),
        desk.ask({ calculator: "adder", answers: { a: 2 } }),
        desk.ask({ calculator: "adder", answers: { a: 3 } }, { key: "another form" }),
        desk.ask({ calculator: "adder", answers: { a: 4 } }),
    ])""")
    assert [response.get("html") for response in responses] == [None, None, "<p>3</p>", "<p>4</p>"]
    assert [response.get("superseded") for response in responses] == [True, True, None, None]


def test_what_python_prints_goes_to_the_console(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    with page.expect_console_message(lambda message: "a word from a rule" in message.text):
        ask(page, say="a word from a rule")


def test_a_calculator_that_never_ends_is_stopped_asked_once_more_and_given_up(
    server: StaticServer, open_page: Open
) -> None:
    page = open_page(f"{server.address}/")
    ask(page, a=1)
    server.forget()
    page.evaluate("LIMITS.answer = 400")
    response = ask(page, hang=True)
    assert (response["reason"], response["failure"]) == ("hung", words_of("hung"))
    page.evaluate("LIMITS.answer = 10000")
    assert ask(page, a=7)["html"] == "<p>7</p>"
    assert not [transfer for transfer in server.transfers if "/runtime/" in transfer.path]  # the browser has them


def test_what_the_snapshot_has_let_go_of_is_had_from_the_archives(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest]
) -> None:
    page = open_page(f"{server.address}/")
    assert ask(page, a=1)["html"] == "<p>1</p>"
    assert ask(page, a=1, miss="asyncio")["html"] == f"<p>{1 + len('asyncio')}</p>"
    assert BASE + online[1].library.path in [each.path for each in server.transfers]
    assert ask(page, miss="no_such_module")["failure"] == "It failed.", "what fails there as well is said"


def test_cancelling_a_judgement_starts_python_again(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    ask(page, a=1)
    response = page.evaluate("""async () => {
        const asked = desk.ask({ calculator: "adder", answers: { hang: true } });
        await new Promise((resolve) => setTimeout(resolve, 200));
        desk.cancel();
        return asked;
    }""")
    assert (response["reason"], response["failure"]) == ("cancelled", words_of("cancelled"))
    assert ask(page, a=2)["html"] == "<p>2</p>"


def test_cancelling_a_start_goes_back_to_nothing(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    response = page.evaluate("""async () => {
        const asked = desk.ask({ calculator: "adder", answers: {} });
        desk.cancel();
        return asked;
    }""")
    assert response["reason"] == "cancelled"
    assert page.evaluate("desk.state") == "idle"
    assert ask(page, a=2)["reason"] == "cancelled", "nothing is loaded before the reader wants it again"
    page.evaluate("desk.start()")
    assert ask(page, a=2)["html"] == "<p>2</p>"


def test_a_missing_part_is_a_failed_download_and_can_be_tried_again(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest]
) -> None:
    assert online[1].lean
    paths = [BASE + part.path for part in (online[1].lean, online[1].wasm)]
    for path in paths:
        server.remove(path)
    page = open_page(f"{server.address}/")
    assert_failed(page, ask(page), "download")
    for path in paths:
        server.put(path, (online[0] / path[1:]).read_bytes())
    page.evaluate("desk.start()")
    response = ask(page, a=2)
    assert response.get("html") == "<p>2</p>", response


def test_a_download_that_falls_silent_is_given_up(
    server: StaticServer, context: BrowserContext, online: tuple[Path, RuntimeManifest]
) -> None:
    page = context.new_page()
    page.route(f"**/{online[1].snapshot.path}", lambda _route: None)
    page.goto(f"{server.address}/")
    page.evaluate("LIMITS.silence = 1500")
    assert_failed(page, ask(page), "stalled")


@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        ("script-src 'self'", "webassembly"),
        ("script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'", "worker"),
    ],
)
def test_what_a_policy_forbids_is_said(
    online: tuple[Path, RuntimeManifest], context: BrowserContext, policy: str, reason: str
) -> None:
    with StaticServer({"/": online[0]}, {"Content-Security-Policy": policy}) as strict:
        page = context.new_page()
        page.goto(f"{strict.address}/")
        assert_failed(page, page.evaluate(ASK.replace("(answers)", "()").replace(", answers", ", answers: {}")), reason)


def test_a_strict_policy_is_enough(online: tuple[Path, RuntimeManifest], context: BrowserContext) -> None:
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:"
    )
    with StaticServer({"/": online[0]}, {"Content-Security-Policy": policy}) as strict:
        page = context.new_page()
        page.goto(f"{strict.address}/")
        response = page.evaluate("() => desk.ask({calculator: 'adder', answers: {a: 4}})")
        assert response["html"] == "<p>4</p>"


def test_a_browser_without_webassembly_is_told(server: StaticServer, context: BrowserContext) -> None:
    context.add_init_script("delete globalThis.WebAssembly")
    page = context.new_page()
    page.goto(f"{server.address}/")
    assert_failed(page, ask(page), "webassembly")


NEVER_COMPILES = "WebAssembly.compileStreaming=WebAssembly.instantiate=async()=>{throw new %s};\n"
NEVER_RUNS = "WebAssembly.instantiate=async()=>{throw new %s};\n"


@pytest.mark.parametrize(
    ("patch", "reason"),
    [
        (NEVER_COMPILES % "WebAssembly.CompileError('invalid opcode 0x1f')", "browser"),
        (NEVER_COMPILES % "RangeError('could not allocate memory')", "memory"),
        (NEVER_RUNS % "RangeError('WebAssembly.instantiate(): Out of memory')", "memory"),
    ],
    ids=["old browser", "no memory to compile", "no memory for Python"],
)
def test_an_interpreter_that_cannot_be_had_is_told(
    server: StaticServer, context: BrowserContext, online: tuple[Path, RuntimeManifest], patch: str, reason: str
) -> None:
    worker = BASE + online[1].worker.path
    server.put(worker, patch.encode() + (online[0] / worker[1:]).read_bytes())
    page = context.new_page()
    page.goto(f"{server.address}/")
    assert_failed(page, ask(page), reason)


@pytest.mark.parametrize("instead", ["undefined", "async () => { throw new TypeError('not from a stream'); }"])
def test_a_browser_that_cannot_compile_what_is_arriving_compiles_what_is_here(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest], instead: str
) -> None:
    worker = BASE + online[1].worker.path
    server.put(worker, f"WebAssembly.compileStreaming={instead};\n".encode() + (online[0] / worker[1:]).read_bytes())
    page = open_page(f"{server.address}/")
    assert ask(page, a=2, b=2)["html"] == "<p>4</p>"
    assert not [each for each in server.transfers if each.path == BASE + online[1].library.path]


def test_python_that_does_not_come_up_is_given_up(
    server: StaticServer, context: BrowserContext, online: tuple[Path, RuntimeManifest]
) -> None:
    server.put(BASE + online[1].worker.path, b"postMessage({type: 'loaded'});")
    page = context.new_page()
    page.goto(f"{server.address}/")
    page.evaluate("LIMITS.start = 500")
    assert_failed(page, ask(page), "slow")


def test_a_worker_that_stops_while_starting_is_told(
    server: StaticServer, context: BrowserContext, online: tuple[Path, RuntimeManifest]
) -> None:
    server.put(
        BASE + online[1].worker.path, b"postMessage({type: 'loaded'}); onmessage = () => { throw new Error('no'); };"
    )
    page = context.new_page()
    page.goto(f"{server.address}/")
    assert_failed(page, ask(page), "python")


def test_once_started_python_reaches_no_network(server: StaticServer, open_page: Open) -> None:
    page = open_page(f"{server.address}/")
    with page.expect_worker() as started:
        page.evaluate("desk.start()")
    ask(page, a=1)
    outcome = started.value.evaluate("""async () => {
        const names = ["XMLHttpRequest", "WebSocket", "EventSource", "indexedDB", "caches", "importScripts"];
        return {
            open: names.filter((name) => self[name] !== undefined),
            fetch: await fetch("/").then(() => "answered", (error) => error.message),
        };
    }""")
    assert outcome == {"open": [], "fetch": "This worker makes no requests"}


def test_it_answers_from_a_folder_with_the_network_off(
    offline: tuple[Path, RuntimeManifest], context: BrowserContext
) -> None:
    requests: list[str] = []

    def watch(route: Route) -> None:
        if not route.request.url.startswith(("file:", "blob:", "data:")):
            requests.append(route.request.url)
        route.continue_()

    context.set_offline(True)
    context.route("**/*", watch)
    page = context.new_page()
    page.goto((offline[0] / "index.html").as_uri())
    assert page.evaluate("Worker !== nativeWorker")  # as a script for the search does
    assert ask(page, a=1, b=2)["html"] == "<p>3</p>"
    assert requests == []
    page.evaluate("LIMITS.answer = 400")
    assert ask(page, hang=True)["reason"] == "hung"
    page.evaluate("LIMITS.answer = 10000")
    assert ask(page, a=2)["html"] == "<p>2</p>"


def test_another_shim_that_came_first_does_not_matter(
    offline: tuple[Path, RuntimeManifest], context: BrowserContext
) -> None:
    context.add_init_script("if (self === top) self.Worker = class { constructor() { throw new Error('a shim') } };")
    page = context.new_page()
    text = (offline[0] / "index.html").read_text("utf-8").replace(SHIM, "")
    (offline[0] / "plain.html").write_text(text, encoding="utf-8")
    page.goto((offline[0] / "plain.html").as_uri())
    assert ask(page, a=1)["html"] == "<p>1</p>"


def test_a_missing_file_of_an_offline_copy_is_named_in_words(
    offline: tuple[Path, RuntimeManifest], context: BrowserContext, tmp_path: Path
) -> None:
    folder = tmp_path / "assets" / "open-net-guide"
    folder.mkdir(parents=True)
    (folder / "net-guide.js").write_bytes((offline[0] / "assets/open-net-guide/net-guide.js").read_bytes())
    (tmp_path / "index.html").write_bytes((offline[0] / "index.html").read_bytes())
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert_failed(page, ask(page), "missing")


@pytest.mark.parametrize("name", ["snapshot", "wasm", "worker"])
def test_a_file_of_an_offline_copy_that_was_changed_is_not_used(
    offline: tuple[Path, RuntimeManifest], context: BrowserContext, tmp_path: Path, name: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(offline[0], copy)
    script = copy / "assets/open-net-guide" / getattr(offline[1], name).path
    text = script.read_text("ascii")
    middle = len(text) // 2
    script.write_text(text[:middle] + ("A" if text[middle] != "A" else "B") + text[middle + 1 :], "ascii")
    page = context.new_page()
    page.goto((copy / "index.html").as_uri())
    if name == "snapshot":  # the archives stand in for it
        assert ask(page, a=1, b=2)["html"] == "<p>3</p>"
    else:
        assert_failed(page, ask(page), "altered")


def test_a_page_made_for_a_server_says_so_when_opened_from_a_folder(
    online: tuple[Path, RuntimeManifest], context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto((online[0] / "index.html").as_uri())
    assert_failed(page, ask(page), "file")
