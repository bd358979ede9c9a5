"""A browser of the bench: no debugger in its workers, and timed only once it has done with its own start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bench import chromium
from bench.chromium import BrowserError, Connection, profile
from bench.server import StaticServer

WORKER = """<!doctype html><meta charset="utf-8"><title>A worker</title><script>
const text = "postMessage(1)";
globalThis.answered = new Promise((resolve) => {
  new Worker(URL.createObjectURL(new Blob([text]))).onmessage = ({ data }) => resolve(data);
});
</script>"""

# A page is opened as soon as it begins to arrive, before its scripts have run.
ANSWERED = "async () => { while (!globalThis.answered) await new Promise((r) => setTimeout(r, 10)); return answered; }"


def browser_using(seconds: Iterator[float]) -> Any:
    """A browser that has used so many seconds of processor time at each look."""
    return SimpleNamespace(processor_time=lambda: next(seconds))


def test_it_waits_until_two_looks_find_next_to_nothing_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(chromium.time, "sleep", waited.append)
    left = iter([1.5, 1.97, 2.25, 2.26, 2.27])
    chromium.wait_for_rest(browser_using(left))
    assert waited == [chromium.PAUSE] * 3
    assert list(left) == [2.27]


def test_a_browser_that_never_rests_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium.time, "sleep", lambda _: None)
    with pytest.raises(TimeoutError, match="still busy with itself after 120 s"):
        chromium.wait_for_rest(browser_using(count(0.0, 0.25)))


def test_an_answer_is_told_from_what_comes_in_between_and_a_refusal_is_an_error() -> None:
    event = {"method": "Page.loadEventFired"}
    said = iter([event, {"id": 1, "result": {"a": 2}}, {"id": 2, "error": {"message": "no"}}])
    sent: list[dict[str, Any]] = []
    socket: Any = SimpleNamespace(send=lambda text: sent.append(json.loads(text)), recv=lambda: json.dumps(next(said)))
    connection = Connection(socket, "page")
    assert connection.command("Some.thing", b=3) == {"a": 2}
    assert sent == [{"id": 1, "method": "Some.thing", "params": {"b": 3}, "sessionId": "page"}]
    assert connection.events == [event]
    with pytest.raises(BrowserError, match=r"Some\.thing: no"):
        connection.command("Some.thing")


@pytest.mark.browser
def test_a_page_is_opened_and_asked_and_no_debugger_is_in_its_worker(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(WORKER, encoding="utf-8")
    with StaticServer({"/": tmp_path}) as server, profile() as browser:
        browser.page.run_before("globalThis.before = { seven: 7 };")
        browser.page.open(f"{server.address}/")
        assert browser.page.evaluate(ANSWERED) == 1
        assert browser.page.evaluate("(given) => before.seven + given.more", {"more": 1}) == 8
        assert browser.page.evaluate("() => [innerWidth, innerHeight]") == [chromium.WIDTH, chromium.HEIGHT]
        with pytest.raises(BrowserError, match="out of luck"):
            browser.page.evaluate("async () => { throw new Error('out of luck'); }")
        attached = [each["targetInfo"]["type"] for each in all_of(browser.page.events, "Target.attachedToTarget")]
        assert attached == []
        found = browser.command("Target.getTargets")["targetInfos"]
        assert [each["type"] for each in found if each["attached"]] == ["page"]


def all_of(events: list[dict[str, Any]], method: str) -> list[dict[str, Any]]:
    return [each["params"] for each in events if each.get("method") == method]
