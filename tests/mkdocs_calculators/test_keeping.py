"""What the build says about a version that a browser may keep: every file a reader needs, with its digest."""

import hashlib
import json

import pytest

from mkdocs_calculators.keeping import remove_keeping, write_keeping


@pytest.fixture
def site(tmp_path):
    for name, text in {
        "index.html": "home",
        "about/offline/index.html": "about",
        "404.html": "missing",
        "search/search_index.json": '{"config": {"lang": ["en"]}}',
        "assets/a b.js": "script",
        "assets/a b.js.map": "map",
        "assets/a b.js.br": "compressed",
        "assets/javascripts/lunr/min/lunr.fr.min.js": "French",
        "sitemap.xml.gz": "compressed",
        "_headers": "headers",
        ".hidden": "hidden",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def listed(site):
    note = json.loads((site / "keep.json").read_text())
    return note, json.loads((site / note["list"]).read_text())["files"]


def test_the_list_has_what_a_reader_needs_by_address_with_size_and_digest(site):
    write_keeping(site, b"worker", confirmed="2026-11-24")

    note, files = listed(site)
    assert sorted(files) == ["", "404.html", "about/offline/", "assets/a%20b.js", "search/search_index.json"]
    assert files["about/offline/"] == [5, hashlib.sha256(b"about").hexdigest()]
    assert note["size"] == sum(size for size, _ in files.values())
    assert note["confirmed"] == "2026-11-24"
    assert (site / "service-worker.js").read_bytes() == b"worker"


def test_the_version_is_that_of_the_content(site):
    first = write_keeping(site, b"worker", confirmed="2026-11-24")
    assert write_keeping(site, b"another worker", confirmed="2026-11-25") == first

    (site / "index.html").write_text("another home", encoding="utf-8")
    second = write_keeping(site, b"worker", confirmed="2026-11-24")

    assert second != first
    assert [path.stem for path in (site / "keep").iterdir()] == [second]


def test_a_search_in_another_language_keeps_what_it_needs(site):
    (site / "search/search_index.json").write_text('{"config": {"lang": ["en", "fr"]}}', encoding="utf-8")
    write_keeping(site, b"worker", confirmed="")

    assert "assets/javascripts/lunr/min/lunr.fr.min.js" in listed(site)[1]


def test_a_site_that_is_not_for_keeping_offers_nothing(site):
    write_keeping(site, b"worker", confirmed="")
    remove_keeping(site)

    assert not [path for path in site.rglob("*") if "keep" in path.name and path.is_file()]
    assert not (site / "service-worker.js").exists()
