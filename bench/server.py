"""A static web server as plain hosts run it: keep-alive, right types, files compressed ahead, gzip for the rest.

It counts every byte that it sends, and sends them over a slow line when it is given one.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bench.link import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}
COMPRESSED_ALREADY = {".gz", ".png", ".jpg", ".webp", ".woff2"}


@dataclass(frozen=True, slots=True)
class Transfer:
    """One answered request."""

    path: str
    status: int
    size: int
    """Bytes on the wire: head and body."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One file as it is sent: its bytes by content encoding, the empty name for the plain ones."""

    kind: str
    bodies: Mapping[str, bytes]

    def for_reader(self, accepted: str, offered: Sequence[str]) -> tuple[str, bytes]:
        """The first of the offered encodings that a reader's `Accept-Encoding` names, and the bytes."""
        names = {each.partition(";")[0].strip() for each in accepted.split(",")}
        for encoding in offered:
            if encoding in names and encoding in self.bodies:
                return encoding, self.bodies[encoding]
        return "", self.bodies[""]


@dataclass
class StaticServer:
    """Serves folders from 127.0.0.1 while it is entered. Compressing happens once, before it is asked."""

    folders: Mapping[str, Path]
    """By the path that they are served under: `{"/": site, "/stock/": other}`."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent with every file."""
    encodings: Sequence[str] = ("br", "gzip")
    """What it offers, the best first."""
    link: Link | None = None
    """The line to the reader; None for as fast as this machine."""
    transfers: list[Transfer] = field(default_factory=list)
    _files: dict[str, Stored] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for prefix, folder in self.folders.items():
            files = {path for path in folder.rglob("*") if path.is_file()}
            for path in sorted(files):
                if path.suffix == ".br" and path.with_suffix("") in files:
                    continue
                ahead = {
                    encoding: beside.read_bytes()
                    for encoding, ending in (("br", ".br"), ("gzip", ".gz"))
                    if (beside := path.with_name(path.name + ending)) in files
                }
                self.put(prefix + path.relative_to(folder).as_posix(), path.read_bytes(), ahead)

    def put(self, path: str, content: bytes, ahead: Mapping[str, bytes] | None = None) -> None:
        """Serves this content at that path, in place of what was there.

        Args:
            path: from the first slash on.
            content: the plain bytes.
            ahead: what was compressed ahead, by content encoding.
        """
        ending = Path(path).suffix
        kind = TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        bodies = {"": content, **(ahead or {})}
        if ending not in COMPRESSED_ALREADY:
            bodies.setdefault("gzip", _compressed(content))
        self._files[path] = Stored(kind, bodies)

    def remove(self, path: str) -> None:
        """Answers 404 there from now on."""
        del self._files[path]

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def address(self) -> str:
        """`http://127.0.0.1:<port>`."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def found(self, path: str) -> Stored | None:
        """The file at a path; a folder stands for its index page."""
        path = path.partition("?")[0]
        return self._files.get(f"{path}index.html" if path.endswith("/") else path)

    def forget(self) -> None:
        """Starts counting anew."""
        self.transfers.clear()

    def sent(self) -> int:
        """Bytes sent since counting began."""
        return sum(transfer.size for transfer in self.transfers)


@cache
def _compressed(content: bytes) -> bytes:
    """As hosts do it by default; kept, because tests serve the same files again and again."""
    return gzip.compress(content, 6, mtime=0)


def _handler_of(server: StaticServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            stored = server.found(self.path)
            status = HTTPStatus.OK if stored else HTTPStatus.NOT_FOUND
            accepted = self.headers.get("Accept-Encoding", "")
            encoding, body = stored.for_reader(accepted, server.encodings) if stored else ("", b"not found")
            lines = [
                f"HTTP/1.1 {status.value} {status.phrase}",
                f"Content-Type: {stored.kind if stored else 'text/plain'}",
                f"Content-Length: {len(body)}",
                "Cache-Control: max-age=600",
                *([f"Content-Encoding: {encoding}", "Vary: Accept-Encoding"] if encoding else []),
                *(f"{name}: {value}" for name, value in server.headers.items()),
            ]
            head = "\r\n".join([*lines, "", ""]).encode("ascii")
            server.transfers.append(Transfer(self.path, status.value, len(head) + len(body)))
            try:
                if server.link is None:
                    self.wfile.write(head + body)
                else:
                    server.link.wait()
                    server.link.send(self.wfile.write, head + body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class named it
            """Says nothing: what was sent is in `transfers`."""

        def handle(self) -> None:
            if server.link is not None:
                server.link.wait()
            try:
                super().handle()
            except ConnectionResetError:
                self.close_connection = True

    return Handler
