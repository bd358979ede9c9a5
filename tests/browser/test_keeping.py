"""The real guide, kept in the browser: it is read, searched and worked with when there is no network any more."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import found_by_search, theme_runs

pytestmark = pytest.mark.browser
PATIENCE = 120_000


def test_a_kept_guide_works_without_a_network_and_is_removed_whole(online, visit, watch):
    watch.takes_all = True
    page = visit(online, "about/offline")
    page.get_by_role("button", name="Keep for offline reading").click(timeout=PATIENCE)
    kept = page.locator("net-keep", has_text="opens here without a network")
    kept.wait_for(timeout=PATIENCE)

    page.context.set_offline(True)
    page.goto(online.address("calculators/"))
    theme_runs(page)
    page.locator("article a[href*='who_grade']").first.click()
    page.wait_for_url(online.address("calculators/who_grade"))
    page.locator("[name=ki67_percent]").fill("8")
    page.locator("[data-net=result][data-state=result]").wait_for(timeout=PATIENCE)
    page.reload()
    theme_runs(page)
    found_by_search(page, "Krenning", "treatment/prrt")
    stored = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))"
        ".flat().map((each) => each.url)"
    )
    assert all(each.startswith(online.home) for each in stored)
    page.context.set_offline(False)

    page.goto(online.address("about/offline"))
    theme_runs(page)
    page.get_by_role("button", name="Remove from this browser").click(timeout=PATIENCE)
    expect(page.locator("net-keep")).to_contain_text("Removed.", timeout=PATIENCE)
    assert page.evaluate("async () => (await caches.keys()).length") == 0
