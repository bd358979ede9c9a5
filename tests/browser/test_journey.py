"""One journey by every way of reading: home, grade, stage, PRRT, the sheet of the board, and to another browser."""

import io
import json
import re
import subprocess

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, theme_runs
from tests.browser.test_board import JUDGED, MORE
from tests.editions import ROOT, Edition

SHOWN = "net-calculator:visible"
# A reader follows a link; what an address looks like depends on the way of reading.
FOLLOW = """(path) => {
  const ends = [`/${path}/`, `/${path}.html`, `#${path}`, `/${path}/index.html`];
  const links = [...document.querySelectorAll("a[href]")].filter((each) => ends.some((end) => each.href.endsWith(end)));
  const seen = links.find((each) => each.checkVisibility()) ?? links[0];
  if (!seen) throw new Error(`no link to ${path}`);
  seen.click();
}"""
READ_CODE = """
import { readFileSync } from "node:fs";
import decodeQR from "qr/decode.js";
const { size, path } = JSON.parse(readFileSync(0, "utf-8"));
const each = 6, width = size * each, data = new Uint8Array(4 * width * width).fill(255);
for (const [, x, y, run] of path.matchAll(/M(\\d+) (\\d+)h(\\d+)/g))
  for (let row = y * each; row < (+y + 1) * each; row += 1)
    for (let column = x * each; column < (+x + +run) * each; column += 1) {
      const place = 4 * (row * width + column);
      data.fill(0, place, place + 3);
    }
process.stdout.write(decodeQR({ width, height: width, data }));
"""
CLIPBOARD = """() => { delete window.ClipboardItem; window.copiedText = null;
  navigator.clipboard.writeText = async (text) => { window.copiedText = text; }; }"""


@pytest.fixture(params=["online", "offline", "kit"])
def way(request: pytest.FixtureRequest) -> Edition:
    if request.param != "kit":
        return request.getfixturevalue(request.param)
    kit = request.getfixturevalue("kit")
    return Edition("offline", kit.as_uri(), kit.parent)


def follow(page: Page, name: str) -> None:
    """Go to a calculator by the list of calculators."""
    if page.locator("#kit-main").count():
        page.locator(".kit-header nav a").click()
        page.locator("#kit-list").wait_for()
    else:
        page.evaluate(FOLLOW, "calculators")
        expect(page.locator("h1")).to_have_text(re.compile("^Calculators"))
    page.evaluate(FOLLOW, f"calculators/{name}")
    element = "treatment_options" if name == "board" else name
    page.locator(f'{SHOWN}[data-calculator="{element}"]').wait_for()
    page.wait_for_function("() => document.querySelector('net-calculator:defined')")


def field(page: Page, name: str):
    return page.locator(f'{SHOWN} [name="{name}"]')


def judged(page: Page) -> None:
    page.locator(f"{SHOWN} {JUDGED}").wait_for(timeout=60_000)


def copied(page: Page, button: str) -> str:
    page.evaluate(CLIPBOARD)
    page.locator(f'{SHOWN} [data-net="{button}"]').click()
    page.wait_for_function("() => window.copiedText")
    return str(page.evaluate("window.copiedText"))


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as coming:
        page.locator(f'{SHOWN} [data-net="{button}"]').click()
    return coming.value.path().read_bytes()


def read_from_code(page: Page) -> str:
    """Show the link as a QR code and read it as a camera's program would, with the library's own reader."""
    page.locator(f'{SHOWN} [data-net="qr"]').click()
    svg = page.locator(f"{SHOWN} .net-qr svg")
    svg.wait_for()
    drawn = {"size": int(svg.get_attribute("viewBox").split()[2]), "path": svg.locator("path").get_attribute("d")}
    finished = subprocess.run(
        ["node", "--input-type=module", "--eval", READ_CODE], input=json.dumps(drawn), capture_output=True,
        text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return finished.stdout


def test_from_home_to_the_sheet_and_to_another_browser(way: Edition, visit: Visit) -> None:
    page = visit(way, address=way.home if way.home.endswith(".html") else None, accept_downloads=True)
    follow(page, "who_grade")
    field(page, "ki67_percent").fill("8")
    field(page, "differentiation").first.check()
    case = page.locator(f"{SHOWN} [data-net=case]")
    expect(case).to_contain_text("2 answers")
    judged(page)

    follow(page, "tnm_stage")
    field(page, "primary_site").select_option("jejunum_ileum")
    expect(case).to_contain_text("3 answers")

    follow(page, "prrt_eligibility")
    case.locator("summary").press("Enter")
    expect(case).to_contain_text("8 % (entered in WHO grade and type)")
    case.locator('[data-net="case-fill"]').press("Enter")
    field(page, "receptor_uptake_score").fill("3")
    expect(case).to_contain_text("4 answers")
    judged(page)

    follow(page, "board")
    expect(field(page, "ki67_percent")).to_have_value("8")
    expect(field(page, "primary_site")).to_have_value("jejunum_ileum")
    expect(field(page, "receptor_uptake_score")).to_have_value("3")
    page.locator(f'{SHOWN} [name="disease_extent"][value="metastatic"]').check()
    judged(page)
    page.locator(f"{SHOWN} {MORE}").wait_for()

    text = copied(page, "copy")
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80
    assert "Ki-67 index: 8 %" in text
    link = copied(page, "link")
    assert link.partition("#")[2].startswith("c2~treatment_options~")

    assert link == read_from_code(page)

    saved_case = json.loads(saved(page, "save-case"))
    assert saved_case["answers"]["ki67_percent"] == {"value": "8", "unit": "%"}
    assert saved_case["result"]["options"]
    table = saved(page, "save-csv")
    assert table.startswith(b"\xef\xbb\xbfcalculator,version,authority,row,placed,")
    assert table.count(b"\r\n") > 100

    page.evaluate("() => { window.print = () => {}; }")
    page.locator(f'{SHOWN} [data-net="print"]').click()
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "10mm")
    with pikepdf.open(io.BytesIO(page.pdf(format="A4", tagged=True, margin=margins))) as sheet:
        assert len(sheet.pages) <= 2
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    words = page.locator(f'{SHOWN} [data-net="result"]').inner_text()

    other = visit(way, address=link)
    judged(other)
    expect(field(other, "ki67_percent")).to_have_value("8")
    assert other.locator(f'{SHOWN} [data-net="result"]').inner_text() == words
    assert "c2~" not in other.url

    for each in (page, other):
        assert each.evaluate("Object.keys(localStorage).filter((each) => each.startsWith('open-net'))") == []
        assert each.evaluate("window.name") == ""


def test_a_reload_in_the_middle_begins_empty_and_a_second_tab_has_its_own_patient(
    edition: Edition, visit: Visit
) -> None:
    page = visit(edition, "calculators/who_grade")
    field(page, "ki67_percent").fill("8")
    judged(page)
    said = page.locator("[data-net=result]").inner_text()
    other = page.context.new_page()
    other.goto(edition.address("calculators/who_grade"))
    theme_runs(other)
    expect(other.locator("[data-net=case]")).to_contain_text("nothing entered yet")
    field(other, "ki67_percent").fill("30")
    judged(other)
    expect(page.locator("[data-net=case]")).to_contain_text("1 answer")
    assert field(page, "ki67_percent").input_value() == "8"
    assert page.locator("[data-net=result]").inner_text() == said

    follow(other, "board")
    expect(field(other, "ki67_percent")).to_have_value("30")
    other.reload()
    theme_runs(other)
    expect(field(other, "ki67_percent")).to_have_value("")
    expect(other.locator("[data-net=case]")).to_contain_text("nothing entered yet")
    assert field(page, "ki67_percent").input_value() == "8"


def test_what_was_cleared_does_not_come_back(edition: Edition, visit: Visit) -> None:
    page = visit(edition, "calculators/board")
    field(page, "ki67_percent").fill("8")
    judged(page)
    page.locator("[data-net=case] summary").click()
    page.locator("[data-net=case-clear]").click()
    expect(field(page, "ki67_percent")).to_have_value("")
    page.goto(edition.address("about/limits"))
    theme_runs(page)
    page.go_back()
    expect(field(page, "ki67_percent")).to_have_value("")
    expect(page.locator("[data-net=result]")).to_have_attribute("data-state", "empty")

    # A page out of the browser's cache is as old as when it was left; another patient may have come in between.
    field(page, "ki67_percent").fill("9")
    judged(page)
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(field(page, "ki67_percent")).to_have_value("")
    expect(page.locator("[data-net=result]")).to_have_attribute("data-state", "empty")
    expect(page.locator("[data-net=case]")).to_contain_text("nothing entered yet")


def test_a_worker_that_dies_while_it_judges_is_started_again_and_no_answer_is_lost(
    online: Edition, visit: Visit
) -> None:
    page = visit(online)
    page.add_init_script(
        """(() => {
          const post = Worker.prototype.postMessage;
          Worker.prototype.postMessage = function (message, ...rest) {
            window.lastWorker = this;
            if (message?.type === "ask" && window.kill) { window.kill = false; this.terminate(); window.killed = true; }
            return post.call(this, message, ...rest);
          };
          // Ten seconds without an answer mean that none will come: here not all of them are waited for.
          const wait = window.setTimeout;
          window.setTimeout = (then, time, ...rest) => wait(then, window.kill && time === 10_000 ? 500 : time, ...rest);
        })()"""
    )
    page.goto(online.address("calculators/board"))
    theme_runs(page)
    field(page, "ki67_percent").fill("8")
    judged(page)
    page.evaluate("() => { window.kill = true }")
    field(page, "ki67_percent").fill("25")
    page.wait_for_function("() => window.killed")
    judged(page)
    expect(page.locator(".net-board-given")).to_contain_text("25 %")
    assert field(page, "ki67_percent").input_value() == "25"

    # One that crashes with a word is replaced at once.
    page.evaluate("() => { window.lastWorker.onerror(new ErrorEvent('error', { message: 'stopped' })) }")
    field(page, "ki67_percent").fill("12")
    judged(page)
    expect(page.locator(".net-board-given")).to_contain_text("12 %")
