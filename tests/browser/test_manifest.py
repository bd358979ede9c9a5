"""The guide can be put on a device's home screen, also from a sub-path; from a folder there is nothing to install."""

import json
import struct

import pytest

pytestmark = pytest.mark.browser
PAGES = ["", "treatment/prrt", "calculators/who_grade", "404.html"]


def address_of(page):
    """The manifest's address as the browser resolves it."""
    return page.evaluate("() => document.querySelector('link[rel=manifest]')?.href ?? null")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_leads_to_one_manifest(online, visit, path):
    page = visit(online, address=online.home + path) if path.endswith(".html") else visit(online, path)
    assert address_of(page) == f"{online.home}manifest.webmanifest"


def test_the_browser_finds_nothing_wrong_and_starts_at_home(online, visit):
    page = visit(online, "treatment/prrt")
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")

    assert found["errors"] == []
    assert found["manifest"]["name"] == "Open NET Guide"
    assert found["manifest"]["startUrl"] == found["manifest"]["scope"] == online.home
    kept_from = {each["errorId"] for each in session.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert kept_from <= {"in-incognito"}, "only a private window, such as this test's, keeps it from being installed"


def test_its_icons_are_of_the_size_that_it_says(online):
    manifest = json.loads((online.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    drawn = [each for each in manifest["icons"] if each["type"] == "image/png"]
    for icon in drawn:
        head = (online.folder / icon["src"]).read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert icon["sizes"] == "{}x{}".format(*struct.unpack(">II", head[16:24]))
    assert {each["sizes"] for each in drawn} >= {"192x192", "512x512"}
    assert any(each["purpose"] == "maskable" for each in drawn)


def test_it_is_kept_with_the_guide_and_only_then_loaded_without_a_network(online, visit, watch):
    note = json.loads((online.folder / "keep.json").read_text(encoding="utf-8"))
    listed = json.loads((online.folder / note["list"]).read_text(encoding="utf-8"))["files"]
    assert {"manifest.webmanifest", "icons/icon.svg", "icons/icon-192.png", "icons/icon-512.png"} <= set(listed)

    page = visit(online)
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert not [each for each in watch.addresses() if "icon-512" in each]


def test_from_a_folder_there_is_no_manifest_to_ask_for(offline, visit):
    assert address_of(visit(offline)) is None
