"""Each calculator, in both editions: its worked examples come out in the browser as they were printed at the build."""

import pytest

pytestmark = pytest.mark.browser


def calculators(edition):
    return [path for path in edition.pages() if path.startswith("calculators/") and not path.endswith("/")]


def judged(page, act):
    """Do something that leads to a result, and wait until it is on the page."""
    page.evaluate(
        "() => { window.judged = new Promise((done) =>"
        " document.addEventListener('net-judged', (event) => done(event.detail.state), { once: true })) }"
    )
    act()
    return page.evaluate("() => window.judged")


def test_worked_examples_come_out_as_printed(edition, visit):
    page = visit(edition)
    for path in calculators(edition):
        page.goto(edition.address(path), wait_until="load")
        page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true })")
        buttons = page.locator("[data-net-load]")
        assert buttons.count() > 0, path
        for place in range(min(buttons.count(), 8)):
            printed = page.locator(".net-example").nth(place).locator(".net-example-result").inner_text()

            state = judged(page, buttons.nth(place).click)

            drawn = page.locator("net-calculator [data-net=result]").inner_text()
            assert state == "result", (path, place)
            assert " ".join(printed.split()[1:]) in " ".join(drawn.split()), (path, place)


def test_the_page_reads_without_javascript(edition, browser):
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        for path in calculators(edition):
            page.goto(edition.address(path))
            assert page.locator(".net-nojs").first.is_visible(), path
            assert page.locator("table caption", has_text="Every criterion").is_visible(), path
            assert page.locator(".net-field").first.is_visible(), path
    finally:
        context.close()


def test_a_sheet_can_be_printed(edition, visit):
    for path in calculators(edition):
        page = visit(edition, path)
        page.emulate_media(media="print")

        assert not page.locator(".md-header").is_visible()
        assert not page.locator(".md-sidebar").first.is_visible()
        assert page.locator("table caption", has_text="Every criterion").is_visible()
        assert page.pdf(format="A4")[:5] == b"%PDF-"


def test_nothing_that_was_entered_is_kept_or_sent(online, visit, watch):
    page = visit(online, "calculators/who_grade")
    page.locator("[name=ki67_percent]").fill("8")
    page.locator("[data-net=result][data-state=result]").wait_for(timeout=60_000)

    stored = page.evaluate(
        "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"
    )
    assert "ki67" not in stored
    assert [each.url for each in watch.requests if each.method != "GET" or "ki67" in each.url] == []
