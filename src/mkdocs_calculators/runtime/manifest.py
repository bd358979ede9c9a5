"""What was written for the browser: names, sizes and digests."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

Transport = Literal["files", "scripts", "inline"]
"""How the parts reach the page: `files` over http, `scripts` from a folder (the offline edition), `inline` in the page
itself (the one-file kit; a path is then the id of an element)."""


STRETCH = 1 << 20
"""Bytes; browser/parts.js knows the same number."""


@dataclass(frozen=True, slots=True)
class RuntimeFile:
    """One file that a page may load."""

    path: str
    """Relative to the folder of `net-guide.js`, with forward slashes."""
    size: int
    """Bytes of the part itself: for an offline script, of what it carries once decoded."""
    sha256: str
    """Digest of the part itself, hexadecimal; where text carries it, of that text, checked before it is unpacked."""
    stretches: tuple[str, ...] = ()
    """Digests of each STRETCH of a large part, so that the page compares the first ones while the rest arrives."""


@dataclass(frozen=True, slots=True)
class RuntimeManifest:
    """Every file of the runtime, as the page's script knows it."""

    pyodide: str
    """Version of Pyodide."""
    transport: Transport
    lock: dict[str, str]
    """`info` of Pyodide's lock file: what `loadPyodide` needs to know when there are no packages to load."""
    wasm: RuntimeFile
    snapshot: RuntimeFile
    """Python with the logic imported: what a page starts from. Library and logic are there for when that fails."""
    library: RuntimeFile
    logic: RuntimeFile
    worker: RuntimeFile
    qr: RuntimeFile
    """A small worker that draws QR codes; loaded only when somebody asks for one."""
    waking: Mapping[str, int] | None
    """The sizes that Python is woken with while the snapshot is still on its way (`snapshot.sizes_of`)."""
    lean: RuntimeFile | None = None
    """The interpreter that a start from the snapshot takes, where room is no matter; elsewhere it takes `wasm`."""

    def parts(self) -> tuple[RuntimeFile, ...]:
        """Every file that is loaded on intent."""
        lean = (self.lean,) if self.lean else ()
        return (self.wasm, self.snapshot, self.library, self.logic, self.worker, *lean)

    def as_json(self, *, from_archives: bool = False) -> str:
        """One line of JSON, keys sorted.

        Args:
            from_archives: whether a page is to start without the snapshot, as while rules are being written.
        """
        said = {**asdict(self), **({"snapshot": None} if from_archives else {})}
        return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def stretches(content: bytes) -> tuple[str, ...]:
    """The digests of its stretches."""
    return tuple(digest(content[start : start + STRETCH]) for start in range(0, len(content), STRETCH))


def short(sha256: str) -> str:
    """The part of a digest that goes into a file name."""
    return sha256[:12]
