"""What is timed begins once the browser has done with its own start."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from bench import browsers


def context_of(seconds: Iterator[float]) -> Any:
    """A browser whose two processes have used so many seconds of processor time at each look."""

    def send(command: str) -> dict[str, Any]:
        assert command == "SystemInfo.getProcessInfo"
        return {"processInfo": [{"cpuTime": next(seconds)}, {"cpuTime": 1.0}]}

    session = SimpleNamespace(send=send, detach=lambda: None)
    return SimpleNamespace(browser=SimpleNamespace(new_browser_cdp_session=lambda: session))


def test_it_waits_until_two_looks_find_next_to_nothing_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(browsers.time, "sleep", waited.append)
    left = iter([0.5, 0.97, 1.25, 1.26, 1.27])
    browsers.wait_for_rest(context_of(left))
    assert waited == [browsers.PAUSE] * 3
    assert list(left) == [1.27]


def test_a_browser_that_never_rests_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers.time, "sleep", lambda _: None)
    with pytest.raises(TimeoutError, match="still busy with itself after 120 s"):
        browsers.wait_for_rest(context_of(count(0.0, 0.25)))
