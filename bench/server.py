"""A static web server as plain hosts run it: gzip, keep-alive, right types; it counts every byte that it sends."""

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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
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
    """One file as it is sent."""

    kind: str
    body: bytes
    compressed: bool


@dataclass
class StaticServer:
    """Serves folders from 127.0.0.1 while it is entered. Compressing happens once, before it is asked."""

    folders: Mapping[str, Path]
    """By the path that they are served under: `{"/": site, "/stock/": other}`."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent with every file."""
    transfers: list[Transfer] = field(default_factory=list)
    _files: dict[str, Stored] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for prefix, folder in self.folders.items():
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    self.put(prefix + path.relative_to(folder).as_posix(), path.read_bytes())

    def put(self, path: str, content: bytes) -> None:
        """Serves this content at that path, in place of what was there."""
        ending = Path(path).suffix
        kind = TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        if ending in COMPRESSED_ALREADY:
            self._files[path] = Stored(kind, content, compressed=False)
        else:
            self._files[path] = Stored(kind, _compressed(content), compressed=True)

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
            body = stored.body if stored else b"not found"
            lines = [
                f"HTTP/1.1 {status.value} {status.phrase}",
                f"Content-Type: {stored.kind if stored else 'text/plain'}",
                f"Content-Length: {len(body)}",
                "Cache-Control: max-age=600",
                *(["Content-Encoding: gzip", "Vary: Accept-Encoding"] if stored and stored.compressed else []),
                *(f"{name}: {value}" for name, value in server.headers.items()),
            ]
            head = "\r\n".join([*lines, "", ""]).encode("ascii")
            server.transfers.append(Transfer(self.path, status.value, len(head) + len(body)))
            try:
                self.wfile.write(head + body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class named it
            """Says nothing: what was sent is in `transfers`."""

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionResetError:
                self.close_connection = True

    return Handler
