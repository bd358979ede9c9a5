"""The bench's server: what was compressed ahead is sent as it is, and a slow line is as slow as it says."""

from __future__ import annotations

import http.client
import threading
import time
from pathlib import Path

import pytest

from bench.link import Link
from bench.server import StaticServer


def asked(server: StaticServer, path: str, accept: str = "gzip, br") -> tuple[str | None, bytes]:
    connection = http.client.HTTPConnection(server.address.removeprefix("http://"))
    connection.request("GET", path, headers={"Accept-Encoding": accept})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.headers["Content-Encoding"], content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_bytes(b"plain")
    (tmp_path / "page.html.br").write_bytes(b"as brotli")
    (tmp_path / "page.html.gz").write_bytes(b"as gzip")
    (tmp_path / "large.png").write_bytes(bytes(50_000))
    return tmp_path


def test_what_was_compressed_ahead_is_sent_to_whom_it_is_for(folder: Path) -> None:
    with StaticServer({"/": folder}) as server:
        assert asked(server, "/page.html") == ("br", b"as brotli")
        assert asked(server, "/page.html", "gzip") == ("gzip", b"as gzip")
        assert asked(server, "/page.html", "identity") == (None, b"plain")
        assert asked(server, "/page.html.br") == (None, b"not found")


def test_a_slow_line_takes_its_time_for_all_connections_together(folder: Path) -> None:
    with StaticServer({"/": folder}, link=Link(bits_per_second=4e6, latency=0.05)) as server:
        began = time.perf_counter()
        readers = [threading.Thread(target=asked, args=(server, "/large.png")) for _ in range(2)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        took = time.perf_counter() - began
    # Twice 50 kB at 4 Mbit/s are 200 ms; opening a connection and asking are twice 50 ms.
    assert 0.29 < took < 0.8


def test_a_line_that_was_idle_is_not_owed_anything() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    link = Link(bits_per_second=8e6, latency=0, sleep=sleep, clock=lambda: now[0])
    link.send(lambda _: None, bytes(1_000_000))
    now[0] += 60
    link.send(lambda _: None, bytes(1_000_000))

    assert sum(slept) == pytest.approx(2.0, abs=0.02)
