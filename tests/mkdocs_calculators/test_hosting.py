"""What a web server gets: compressed files that open again, and headers with the policy of the pages."""

import gzip
import zipfile

import brotli
import pytest

from mkdocs_calculators.command import main
from mkdocs_calculators.hosting import HostingError, prepare_hosting
from mkdocs_calculators.offline import FOLDER
from mkdocs_calculators.runtime.archive import pack
from mkdocs_calculators.verification import MANIFEST, VerificationError, manifest_of, verify

PAGE = """<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<link rel="canonical" href="https://guide.example.org/net/">
"""


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    runtime = folder / "assets" / "open-net-guide" / "runtime"
    runtime.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (runtime / "snapshot.0123456789ab.bin").write_bytes(b"memory " * 4000)
    (folder / "small.css").write_text("p{}", encoding="utf-8")
    return folder


def test_large_files_have_compressed_ones_beside_them(site, tmp_path):
    written = prepare_hosting(site, tmp_path / "cache")

    content = b"memory " * 4000
    assert [each.name for each in written] == ["snapshot.0123456789ab.bin.br", "snapshot.0123456789ab.bin.gz"]
    assert brotli.decompress(written[0].read_bytes()) == content
    assert gzip.decompress(written[1].read_bytes()) == content
    assert not (site / "small.css.br").exists()


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    first = {path.name: path.read_bytes() for path in prepare_hosting(site, tmp_path / "cache")}
    again = {path.name: path.read_bytes() for path in prepare_hosting(site, tmp_path / "another cache")}

    assert first == again


def test_headers_stand_below_the_path_of_the_site(site, tmp_path):
    prepare_hosting(site, tmp_path / "cache")

    headers = (site / "_headers").read_text(encoding="utf-8")
    assert "\n/net/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n" in headers
    assert "  Content-Security-Policy: default-src 'none'; script-src 'self'; frame-ancestors 'self'\n" in headers
    assert (
        "\n/net/assets/open-net-guide/runtime/*\n  ! Cache-Control\n"
        "  Cache-Control: public, max-age=31536000, immutable\n" in headers
    )
    nginx = (site / "nginx.conf").read_text(encoding="utf-8")
    assert "location /net/ {" in nginx
    assert "application/wasm wasm;" in nginx
    assert nginx.count("Content-Security-Policy") == 2


def test_a_folder_without_a_finished_site_is_refused(tmp_path):
    with pytest.raises(HostingError, match=r"no site in .*: there is no index\.html"):
        prepare_hosting(tmp_path, tmp_path / "cache")
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    with pytest.raises(HostingError, match="has no Content-Security-Policy; complete the site"):
        prepare_hosting(tmp_path, tmp_path / "cache")


@pytest.fixture
def copy(tmp_path):
    files = {"index.html": b"<!doctype html>", "assets/rules.js": b"1;"}
    listed = {**files, MANIFEST: manifest_of(files, {"edition": "test"})}
    bundle = tmp_path / "copy.zip"
    bundle.write_bytes(pack({f"{FOLDER}/{name}": content for name, content in listed.items()}))
    return bundle


def test_a_copy_as_it_was_made_is_found_whole(copy, capsys):
    assert main(["verify", str(copy)]) == 0
    assert "all 2 files are as they were made" in capsys.readouterr().out


def test_a_changed_a_missing_and_an_added_file_are_named(copy, tmp_path, capsys):
    with zipfile.ZipFile(copy) as archive:
        archive.extractall(tmp_path / "unpacked")
    folder = tmp_path / "unpacked" / FOLDER
    (folder / "assets" / "rules.js").write_bytes(b"2;")
    (folder / "index.html").unlink()
    (folder / "more.js").write_bytes(b"3;")

    assert main(["verify", str(tmp_path / "unpacked")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{FOLDER}/assets/rules.js: was changed: its content is not what the copy was made with",
        f"{FOLDER}/index.html: is missing",
        f"{FOLDER}/more.js: was added: the copy was made without it",
    ]


def test_what_is_no_copy_is_refused(tmp_path, capsys):
    (tmp_path / "some.zip").write_bytes(b"no zip")
    with pytest.raises(VerificationError, match="cannot be read as a zip file or a folder"):
        verify(tmp_path / "some.zip")
    (tmp_path / "folder").mkdir()
    with pytest.raises(VerificationError, match=r"holds 0 files called MANIFEST\.json; an offline copy has one"):
        verify(tmp_path / "folder")
    assert main(["verify", str(tmp_path / "nowhere")]) == 2
    assert "no file or folder" in capsys.readouterr().err
