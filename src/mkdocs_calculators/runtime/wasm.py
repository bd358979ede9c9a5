"""Reads and rewrites a WebAssembly file section by section, leaving every index in it as it was.

Only what lean.py and relocations.py need of https://webassembly.github.io/spec/core/binary/: the list of sections,
imports and exports by name, and function bodies as bytes. No instruction is looked into.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAGIC = b"\0asm\x01\0\0\0"
IMPORTS, GLOBALS, EXPORTS, CODE, DATA = 2, 6, 7, 10, 11
"""Ids of sections."""
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)
"""Kinds of what is imported and exported."""
I32_MUTABLE_ZERO = b"\x7f\x01\x41\x00\x0b"
"""A global: its type, `mut`, and the expression `i32.const 0`."""


@dataclass(frozen=True, slots=True)
class Import:
    """What a module asks for."""

    module: str
    name: str
    kind: int
    type: bytes
    """As it stands in the file, kind included."""

    def encoded(self) -> bytes:
        """As it stands in the section."""
        return named(self.module) + named(self.name) + self.type


@dataclass(frozen=True, slots=True)
class Export:
    """What a module gives."""

    name: str
    kind: int
    index: int

    def encoded(self) -> bytes:
        """As it stands in the section."""
        return named(self.name) + bytes([self.kind]) + number(self.index)


class Module:
    """A file as a list of sections, which `replace` and `append` write anew."""

    def __init__(self, content: bytes) -> None:
        """Raises ValueError for what is not a WebAssembly file of version 1."""
        if not content.startswith(MAGIC):
            raise ValueError("not a WebAssembly file of version 1")
        self.sections: list[tuple[int, bytes]] = []
        at = len(MAGIC)
        while at < len(content):
            size, start = read_number(content, at + 1)
            self.sections.append((content[at], content[start : start + size]))
            at = start + size

    def __bytes__(self) -> bytes:
        """The file."""
        return MAGIC + b"".join(bytes([kind]) + number(len(content)) + content for kind, content in self.sections)

    def section(self, kind: int) -> bytes:
        """The content of the section of a kind; LookupError when there is none."""
        for each, content in self.sections:
            if each == kind:
                return content
        raise LookupError(f"the file has no section {kind}")

    def replace(self, kind: int, items: Sequence[bytes]) -> None:
        """Writes a section anew from its encoded items."""
        self.put(kind, number(len(items)) + b"".join(items))

    def imports(self) -> list[Import]:
        """What the module asks for, in order."""
        content = self.section(IMPORTS)
        count, at = read_number(content, 0)
        found = []
        for _ in range(count):
            module, at = read_name(content, at)
            name, at = read_name(content, at)
            end = _end_of_type(content, at)
            found.append(Import(module, name, content[at], content[at:end]))
            at = end
        return found

    def exports(self) -> list[Export]:
        """What the module gives, in order."""
        content = self.section(EXPORTS)
        count, at = read_number(content, 0)
        found = []
        for _ in range(count):
            name, at = read_name(content, at)
            index, end = read_number(content, at + 1)
            found.append(Export(name, content[at], index))
            at = end
        return found

    def bodies(self) -> list[bytes]:
        """The functions of the file, those imported not counted: their locals and instructions."""
        content = self.section(CODE)
        count, at = read_number(content, 0)
        found = []
        for _ in range(count):
            size, start = read_number(content, at)
            found.append(content[start : start + size])
            at = start + size
        return found

    def append(self, kind: int, items: Sequence[bytes]) -> None:
        """Writes more items behind those of a section."""
        content = self.section(kind)
        count, at = read_number(content, 0)
        self.put(kind, number(count + len(items)) + content[at:] + b"".join(items))

    def put(self, kind: int, content: bytes) -> None:
        """Another content for the section of a kind."""
        self.sections = [(each, content if each == kind else before) for each, before in self.sections]


def _end_of_type(content: bytes, at: int) -> int:
    kind = content[at]
    at += 1
    if kind == FUNCTION:
        return read_number(content, at)[1]
    if kind == GLOBAL:
        return at + 2
    if kind == TAG:
        return read_number(content, at + 1)[1]
    if kind == TABLE:
        at += 1
    limits = content[at]
    _, at = read_number(content, at + 1)
    return read_number(content, at)[1] if limits & 1 else at


def start_of_code(body: bytes) -> int:
    """Where the instructions of a function begin, after its locals."""
    groups, at = read_number(body, 0)
    for _ in range(groups):
        at = read_number(body, at)[1] + 1
    return at


def read_number(content: bytes, at: int) -> tuple[int, int]:
    """The unsigned number (LEB128) at a place, and the place after it."""
    result = shift = 0
    while True:
        byte = content[at]
        at += 1
        result |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return result, at


def read_signed(content: bytes, at: int) -> tuple[int, int]:
    """The number with a sign (LEB128) at a place, and the place after it."""
    result, end = read_number(content, at)
    bits = 7 * (end - at)
    return result - (result >> (bits - 1) << bits), end


def number(value: int) -> bytes:
    """An unsigned number as LEB128."""
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def read_name(content: bytes, at: int) -> tuple[str, int]:
    """The name at a place, and the place after it."""
    size, start = read_number(content, at)
    return content[start : start + size].decode("utf-8"), start + size


def named(name: str) -> bytes:
    """A name with its length before it."""
    content = name.encode("utf-8")
    return number(len(content)) + content


def sized(bodies: Iterable[bytes]) -> list[bytes]:
    """Function bodies as items of the section."""
    return [number(len(body)) + body for body in bodies]
