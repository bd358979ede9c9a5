"""The offline edition as a zip: one folder, the same bytes every time, nothing that only a server needs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from mkdocs_calculators.offline import BundleError, write_bundle
from mkdocs_calculators.runtime import RuntimeManifest

pytestmark = pytest.mark.node


@pytest.fixture
def site(offline: tuple[Path, RuntimeManifest]) -> Path:
    folder = offline[0]
    for name in ("search/search_index.js", "sitemap.xml", "404.html", "assets/javascripts/bundle.js.map"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")
    return folder


def test_everything_lies_in_one_folder_with_a_word_on_how_to_open_it(site: Path, tmp_path: Path) -> None:
    write_bundle(site, tmp_path / "guide.zip")
    with zipfile.ZipFile(tmp_path / "guide.zip") as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
        assert {name.split("/")[0] for name in names} == {"open-net-guide"}
        assert b"Open index.html by double click." in archive.read("open-net-guide/README.txt")
        notices = archive.read("open-net-guide/NOTICES.txt").decode("utf-8")
    assert {"open-net-guide/index.html", "open-net-guide/search/search_index.js"} <= names
    assert any(name.startswith("open-net-guide/assets/open-net-guide/offline/wasm.") for name in names)
    assert not [name for name in names if name.endswith((".map", "404.html", "sitemap.xml", ".wasm"))]
    python = ("Mozilla Public License Version 2.0", "PYTHON SOFTWARE FOUNDATION LICENSE", "Jean-loup Gailly")
    for licence in (*python, "Pallets", "Martin Donath", "Zero-Clause BSD"):
        assert licence in notices, licence


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write_bundle(site, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"there is no index\.html"):
        write_bundle(tmp_path, tmp_path / "guide.zip")


def test_a_site_for_a_server_is_refused(online: tuple[Path, RuntimeManifest], tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="OFFLINE=true"):
        write_bundle(online[0], tmp_path / "guide.zip")
