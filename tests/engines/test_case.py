"""A case from the grade to the board's sheet and, as a link, to a reader who has never been here, in each engine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pytest

from tests.editions import THEME_RUNS, Edition
from tests.engines.conftest import SHOWN, Engine, firefox, follow, waited

pytestmark = pytest.mark.browser

HERE = """
const here = [...document.querySelectorAll("net-calculator")].find((each) => each.checkVisibility());
"""
ENTER = (
    HERE
    + """
const field = here.querySelector("[name={0}]");
field.value = "{1}";
field.dispatchEvent(new Event("input", {{ bubbles: true }}));
"""
)
STATE = """(() => {
  const here = [...document.querySelectorAll("net-calculator")].find((each) => each.checkVisibility());
  const result = here?.matches(":defined") && here.querySelector("[data-net=result]");
  return result && result.ariaBusy !== "true" ? result.dataset.state : "";
})()"""
JUDGED = f"{STATE} === 'result'"
COPY = (
    HERE
    + """
delete window.ClipboardItem;
window.copiedText = null;
const write = async (text) => { window.copiedText = text; };
Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: write } });
here.querySelector("[data-net=link]").click();
"""
)
VALUE = HERE + "return here.querySelector('[name={0}]').value;"
ADDRESS = "return performance.getEntriesByType('navigation')[0].name + location.href;"
ALONG = HERE + "const box = here.querySelector('[data-net=case-along]'); box.click(); return box.closest('p').hidden;"
GIVEN = HERE + 'return here.querySelector(".net-board-given").textContent;'
ENTERED = {
    "who_grade": ("ki67_percent", "8"),
    "tnm_stage": ("primary_site", "jejunum_ileum"),
    "prrt_eligibility": ("receptor_uptake_score", "3"),
}
"""What is entered on the way, by calculator."""


@contextmanager
def newcomer(engine: Engine) -> Iterator[Engine]:
    """The same engine where nobody has been before."""
    if engine.name == "firefox":
        with firefox() as other:
            yield other
    else:
        yield engine  # a second MiniBrowser would need a second screen; a page that is opened anew remembers nothing


def forgets(engine: Engine, edition: Edition) -> bool:
    """Whether these empty the name of a window between two files, so that only the address can carry a case."""
    return edition.name == "offline" and engine.name != "chromium"


def begun(engine: Engine, home: str) -> None:
    """Enter something in the first calculator."""
    engine.open(home)
    waited(engine, f"customElements.get('net-calculator') && {THEME_RUNS}", "the script of the first page does not run")
    follow(engine, "who_grade")
    engine.evaluate(ENTER.format(*ENTERED["who_grade"]))
    waited(engine, JUDGED, "the grade is not judged")


def test_from_a_folder_nothing_goes_into_an_address_unasked(engine, offline):
    begun(engine, offline.address())
    follow(engine, "board")

    assert "#" not in engine.evaluate(ADDRESS)
    assert engine.evaluate(VALUE.format("ki67_percent")) == ("" if forgets(engine, offline) else "8")


def test_an_address_out_of_the_history_brings_no_patient_back(engine, offline):
    before = {"given": [["ki67_percent", {"answer": {"value": "8"}, "label": "Ki-67", "shown": "8 %", "from": []}]]}
    old = json.dumps({**before, "worked": [], "hash": "", "left": 1_790_000_000_000})
    engine.open(offline.address())  # from another page: on the sheet itself only its fragment would change
    engine.open(f"{offline.address('calculators/board')}#open-net-guide-case:{quote(old)}")
    waited(engine, SHOWN.format("treatment_options", "true"), "the sheet does not come")

    assert engine.evaluate(VALUE.format("ki67_percent")) == ""
    assert "#" not in engine.evaluate("return location.href;")


def through_all(engine: Engine, home: str, *, asked: bool) -> str:
    """Go from home by grade, stage and PRRT to the sheet; return the link to what is on it.

    `asked`: whether the page asks if the case may go along in the address, which then happens.
    """
    begun(engine, home)
    assert engine.evaluate(ALONG) is not asked
    for name in ("tnm_stage", "prrt_eligibility"):
        follow(engine, name)
        engine.evaluate(ENTER.format(*ENTERED[name]))
        waited(engine, f"{STATE} !== '' && {STATE} !== 'empty'", f"{name} says nothing")
    follow(engine, "board")
    waited(engine, JUDGED, "the sheet is not judged")
    for fact, value in ENTERED.values():
        assert engine.evaluate(VALUE.format(fact)) == value
    given = engine.evaluate(GIVEN)
    assert "8\u00a0%" in given

    engine.evaluate(COPY)
    waited(engine, "window.copiedText", "no link is copied")
    link = engine.evaluate("return window.copiedText;")
    assert isinstance(link, str)
    return link


def opens(engine: Engine, link: str, given: str) -> None:
    """Open the link where nobody has been before."""
    engine.open(link)
    waited(engine, f"customElements.get('net-calculator') && {THEME_RUNS}", "the calculator's script does not run")
    waited(engine, JUDGED, "the link is not judged")
    assert engine.evaluate(GIVEN) == given
    assert "~" not in engine.evaluate("return location.href;")  # the case is taken out of the address


@pytest.mark.parametrize("engine", ["firefox", "webkit"], indirect=True)  # Chromium does this in test_journey.py
def test_a_case_reaches_the_sheet_and_another_reader(engine, edition):
    link = through_all(engine, edition.address(), asked=forgets(engine, edition))
    given = engine.evaluate(GIVEN)
    assert "#" not in engine.evaluate("return location.href;")
    with newcomer(engine) as other:
        opens(other, link, given)


def test_firefox_takes_a_case_through_the_kit_prints_it_and_opens_its_link(kit):
    with firefox() as engine, firefox() as other:
        link = through_all(engine, kit.as_uri(), asked=False)
        given = engine.evaluate(GIVEN)
        assert engine.ask({"print": True}).startswith("%PDF-")
        opens(other, link, given)
