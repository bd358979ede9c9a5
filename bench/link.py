"""A slow line: every connection of a server shares so many bits a second and waits so long for the other end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

PIECE = 1460 * 4
"""Bytes that one connection sends before it is another's turn; a line carries packets of some 1460."""
BURST = 0.005
"""Seconds that the line may be behind or ahead before a piece waits: shorter sleeps are not exact."""


@dataclass
class Link:
    """A line between server and reader, as a token bucket: what is sent now delays what is sent next."""

    bits_per_second: float
    latency: float
    """Seconds from a question to the first byte of its answer; opening a connection costs as much once more."""
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.perf_counter
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _free: float = 0.0

    def wait(self) -> None:
        """One way there and back."""
        self.sleep(self.latency)

    def send(self, write: Callable[[bytes], object], content: bytes) -> None:
        """Writes the content in pieces, each no sooner than the line has room for it."""
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            delay = self._take(len(piece)) - self.clock()
            if delay > BURST:
                self.sleep(delay)
            write(piece)

    def _take(self, size: int) -> float:
        """The moment at which this many bytes are through."""
        with self._lock:
            self._free = max(self._free, self.clock()) + size * 8 / self.bits_per_second
            return self._free
