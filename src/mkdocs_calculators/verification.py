"""Is an offline copy as it was made? Each carries a list of its files with their digests, and here it is compared.

A digest shows damage and changes, not who made a copy: somebody who changes a file can change the list as well.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs_calculators.problems import Problem
from mkdocs_calculators.project import ProjectError

MANIFEST = "MANIFEST.json"
FORMAT = "open-net-guide-manifest/1"
SEAL = "0" * 64
"""What stands in the place of its own digest while the one-file kit is digested."""

_SEALED = re.compile(rb'<meta name="net-digest" content="([0-9a-f]{64})">')


class VerificationError(ProjectError):
    """Something that is no offline copy; the message says what was expected."""


def manifest_of(files: Mapping[str, bytes], about: Mapping[str, Any]) -> bytes:
    """Return the list that goes into a copy: what it is, and the SHA-256 of each of its files."""
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    return (
        json.dumps({"format": FORMAT, **about, "files": digests}, indent=1, ensure_ascii=True).encode("ascii") + b"\n"
    )


def verify(bundle: Path) -> tuple[int, list[Problem]]:
    """Return how many files a copy should have, and each that was changed, is missing or was added.

    Args:
        bundle: the zip, the folder that it was unpacked into, or the one-file kit.

    Raises:
        VerificationError: neither of these, or one without a list of its files.
    """
    if bundle.suffix == ".html":
        return 1, _kit_problems(bundle)
    files = dict(_files_of(bundle))
    places = [name for name in files if name.rpartition("/")[2] == MANIFEST]
    if len(places) != 1:
        raise VerificationError(f"{bundle} holds {len(places)} files called {MANIFEST}; an offline copy has one")
    folder = places[0].removesuffix(MANIFEST)
    try:
        listed = json.loads(files.pop(places[0]))
        wanted = {f"{folder}{name}": str(digest) for name, digest in listed["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise VerificationError(f"{bundle}: {places[0]} is not a list of files") from error
    if listed.get("format") != FORMAT:
        raise VerificationError(f"{bundle}: {places[0]} has format {listed.get('format')!r}; {FORMAT} can be read")
    return len(wanted), sorted(_differences(files, wanted))


def _kit_problems(kit: Path) -> list[Problem]:
    """Return what is wrong with a one-file kit, which carries its digest in itself."""
    content = kit.read_bytes()
    found = _SEALED.search(content)
    if found is None:
        raise VerificationError(f"{kit} carries no digest: it is no one-file kit, or only a part of one")
    if hashlib.sha256(content.replace(found[1], SEAL.encode("ascii"))).hexdigest() == found[1].decode("ascii"):
        return []
    return [Problem(kit.name, 1, "was changed: its content is not what the copy was made with")]


def _files_of(bundle: Path) -> Iterator[tuple[str, bytes]]:
    if bundle.is_dir():
        for path in sorted(bundle.rglob("*")):
            if path.is_file():
                yield path.relative_to(bundle).as_posix(), path.read_bytes()
        return
    try:
        with zipfile.ZipFile(bundle) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield entry.filename, archive.read(entry)
    except (OSError, zipfile.BadZipFile) as error:
        raise VerificationError(f"{bundle} cannot be read as a zip file or a folder: {error}") from error


def _differences(files: Mapping[str, bytes], wanted: Mapping[str, str]) -> Iterator[Problem]:
    for name in files.keys() - wanted.keys():
        yield Problem(name, 1, "was added: the copy was made without it")
    for name, digest in wanted.items():
        if name not in files:
            yield Problem(name, 1, "is missing")
        elif hashlib.sha256(files[name]).hexdigest() != digest:
            yield Problem(name, 1, "was changed: its content is not what the copy was made with")
