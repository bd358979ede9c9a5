"""The theme's script waits while Python starts for a reader who was quicker than it, and never for one who wants it."""

import pytest

from tests.browser.conftest import theme_runs
from tests.editions import THEME_RUNS

pytestmark = pytest.mark.browser

WAITS = f"() => !{THEME_RUNS}"
HELD = "globalThis.netGuideStarts = new Promise((resolve) => { globalThis.letGo = resolve; });"
# What a quick reader does as soon as the form is there, and whether the theme then waits.
QUICK = """
const later = () => new Promise((resolve) => setTimeout(resolve));
const waits = () => Promise.race([netGuideStarts.then(() => false), later().then(() => true)]);
const quick = async () => {
  const field = document.querySelector("[name=ki67_percent]");
  const seen = { before: "netGuideStarts" in globalThis };
  field.value = "8";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!globalThis.netGuideStarts) await later();
  seen.started = await waits();
  field.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  seen.inside = await waits();
  WHAT;
  seen.after = await waits();
  return seen;
};
window.told = new Promise((tell, fail) => addEventListener("DOMContentLoaded", () => quick().then(tell, fail)));
"""
PRESSED = "document.querySelector('{}').dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }}))"
CLICKED = "document.querySelector('.md-header').dispatchEvent(new MouseEvent('click', { bubbles: true }))"
LINK, ELSEWHERE = PRESSED.format("net-calculator a[href]"), PRESSED.format(".md-header")
JUDGED = """
await new Promise((resolve) => document.addEventListener("net-judged", resolve));
await new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))))
"""


@pytest.mark.parametrize("path", ["calculators/who_grade", "treatment/prrt"])
def test_it_runs_once_it_is_let_go(online, visit, path):
    page = visit(online, address="about:blank")
    page.add_init_script(HELD)
    page.goto(online.address(path), wait_until="networkidle")
    assert page.evaluate(WAITS)

    page.evaluate("letGo()")
    theme_runs(page)


@pytest.mark.parametrize(
    "what",
    [LINK, CLICKED, ELSEWHERE, JUDGED],
    ids=["a link is pressed", "something else is clicked", "something else is pressed", "the result is there"],
)
def test_it_is_let_go_once(edition, visit, what):
    page = visit(edition, address="about:blank")
    page.add_init_script(QUICK.replace("WHAT", what))
    page.goto(edition.address("calculators/who_grade"))

    assert page.evaluate("told") == {"before": False, "started": True, "inside": True, "after": False}
    theme_runs(page)


def test_a_page_that_is_not_drawn_does_not_hold_it(online, visit):
    page = visit(online, address="about:blank")
    page.add_init_script("globalThis.requestAnimationFrame = () => 0;")  # as in a window that is not in front
    page.goto(online.address("treatment/prrt"))
    page.wait_for_function(f"() => {THEME_RUNS}", polling=50)  # otherwise it looks once for each frame


def test_a_page_that_is_only_read_does_not_hold_it(online, visit):
    page = visit(online, "calculators/who_grade")

    assert page.evaluate("() => globalThis.netGuideStarts === undefined")
