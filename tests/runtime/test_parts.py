"""A part that is missing, changed or lacks what is asked of it: another takes its place, or the page says so."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bench.server import StaticServer
from mkdocs_calculators.runtime import RuntimeManifest
from mkdocs_calculators.runtime.manifest import STRETCH, digest, stretches
from mkdocs_calculators.runtime.snapshot import FIELDS
from tests.runtime.asking import BASE, ask, assert_failed
from tests.runtime.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.node]


@pytest.mark.parametrize("what", ["missing", "changed", "of another Pyodide", "broken", "out of reach"])
def test_without_its_snapshot_the_calculator_starts_from_the_archives(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest], what: str
) -> None:
    part = online[1].snapshot
    content = bytearray((online[0] / BASE[1:] / part.path).read_bytes())
    if what == "missing":
        server.remove(BASE + part.path)
    else:
        head = FIELDS.size
        first = head + FIELDS.unpack_from(content)[1]  # of the table: where the first run belongs
        content[{"changed": -1, "of another Pyodide": head + 20, "broken": 0, "out of reach": first + 3}[what]] ^= 0xF1
        server.put(BASE + part.path, bytes(content))
    script = BASE + "net-guide.js"
    text = (online[0] / script[1:]).read_text("utf-8")
    if what not in {"missing", "changed"}:  # past the check of its digest, as if it had been published like this
        text = text.replace(part.sha256, digest(bytes(content)))
        for before, after in zip(part.stretches, stretches(bytes(content)), strict=True):
            text = text.replace(before, after)
    server.put(script, text.encode("utf-8"))
    page = open_page(f"{server.address}/")
    response = ask(page, a=1, b=2)
    assert response.get("html") == "<p>3</p>", response
    assert [each.path for each in server.transfers if each.path == BASE + online[1].library.path]


@pytest.mark.parametrize("place", [0, STRETCH - 1, STRETCH, -1])
def test_a_byte_that_changed_anywhere_on_the_way_is_noticed(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest], place: int
) -> None:
    for part in (online[1].lean, online[1].snapshot):
        assert part
        assert len(part.stretches) > 2
        content = bytearray((online[0] / BASE[1:] / part.path).read_bytes())
        content[place] ^= 1
        server.put(BASE + part.path, bytes(content))
        page = open_page(f"{server.address}/")
        assert ask(page, a=1, b=2)["html"] == "<p>3</p>"
        assert [each.path for each in server.transfers if each.path == BASE + online[1].library.path], part.path
        server.put(BASE + part.path, (online[0] / BASE[1:] / part.path).read_bytes())
        server.forget()


def test_stretches_are_those_that_the_page_compares(online: tuple[Path, RuntimeManifest]) -> None:
    assert stretches(b"") == ()
    for part in (online[1].lean, online[1].wasm, online[1].snapshot):
        assert part
        content = (online[0] / BASE[1:] / part.path).read_bytes()
        wanted = [content[start : start + 1_048_576] for start in range(0, part.size, 1_048_576)]
        assert list(part.stretches) == [hashlib.sha256(each).hexdigest() for each in wanted]
    assert online[1].library.stretches == ()


@pytest.mark.parametrize("what", ["missing", "changed"])
def test_without_its_lean_interpreter_the_calculator_starts_from_the_archives(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest], what: str
) -> None:
    part = online[1].lean
    assert part
    content = bytearray((online[0] / BASE[1:] / part.path).read_bytes())
    content[-1] ^= 1
    if what == "missing":
        server.remove(BASE + part.path)
    else:
        server.put(BASE + part.path, bytes(content))
    page = open_page(f"{server.address}/")
    response = ask(page, a=1, b=2)
    assert response.get("html") == "<p>3</p>", response
    assert [each.path for each in server.transfers if each.path == BASE + online[1].wasm.path]


def test_what_was_left_out_of_the_lean_interpreter_is_answered_by_the_whole_one(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest]
) -> None:
    page = open_page(f"{server.address}/")
    assert ask(page, a=1)["html"] == "<p>1</p>"
    assert not [each.path for each in server.transfers if each.path == BASE + online[1].wasm.path]
    response = ask(page, evaluate="6 * 7", a=1)
    assert response.get("html") == "<p>43</p>", response
    assert [each.path for each in server.transfers if each.path == BASE + online[1].wasm.path]
    assert page.evaluate("desk.state") == "ready"
    assert ask(page, evaluate="6 + 1")["html"] == "<p>7</p>"


@pytest.mark.parametrize("name", ["library", "logic", "wasm"])
def test_a_part_that_arrives_changed_is_not_used(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest], name: str
) -> None:
    part = getattr(online[1], name)
    server.remove(BASE + online[1].snapshot.path)
    content = bytearray((online[0] / BASE[1:] / part.path).read_bytes())
    content[-1] ^= 1  # of the interpreter: the end of its custom section of names, so that it still compiles
    server.put(BASE + part.path, bytes(content))
    page = open_page(f"{server.address}/")
    assert_failed(page, ask(page), "integrity")


def test_a_part_that_arrives_shortened_is_not_used(
    server: StaticServer, open_page: Open, online: tuple[Path, RuntimeManifest]
) -> None:
    part = online[1].logic
    server.remove(BASE + online[1].snapshot.path)
    server.put(BASE + part.path, (online[0] / BASE[1:] / part.path).read_bytes()[:-10])
    page = open_page(f"{server.address}/")
    assert_failed(page, ask(page), "integrity")
