"""A case from the grade to the board's sheet and, as a link, to a reader who has never been here, in each engine."""

from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager

import pytest

from tests.editions import Edition
from tests.engines.conftest import Chromium, Engine, firefox, waited

pytestmark = pytest.mark.browser

ENTER = """
const field = document.querySelector("[name=ki67_percent]");
field.value = "8";
field.dispatchEvent(new Event("input", { bubbles: true }));
"""
JUDGED = (
    "document.querySelector('[data-net=result]')?.dataset.state === 'result' "
    "&& document.querySelector('[data-net=result]')?.ariaBusy !== 'true'"
)
FOLLOW = """
const ends = ["{0}/", "{0}.html", "{0}/index.html"];
[...document.querySelectorAll("a[href]")].find((each) => ends.some((end) => each.href.endsWith(`/${{end}}`))).click();
"""
COPY = """
delete window.ClipboardItem;
window.copiedText = null;
const write = async (text) => { window.copiedText = text; };
Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: write } });
document.querySelector("[data-net=link]").click();
"""
VALUE = "return document.querySelector('[name=ki67_percent]').value;"
ADDRESS = "return performance.getEntriesByType('navigation')[0].name + location.href;"
ALONG = "const box = document.querySelector('[data-net=case-along]'); box.click(); return box.closest('p').hidden;"
GIVEN = 'return document.querySelector(".net-board-given").textContent;'


@pytest.fixture
def newcomer(engine: Engine, request: pytest.FixtureRequest) -> Callable[[], AbstractContextManager[Engine]]:
    """The same engine with a profile of its own."""

    @contextmanager
    def chromium():
        made = Chromium(request.getfixturevalue("desktop"))
        yield made
        made.context.close()

    @contextmanager
    def same():
        yield engine  # a second MiniBrowser would need a second screen; a page that is opened anew remembers nothing

    return {"chromium": chromium, "firefox": firefox, "webkit": same}[engine.name]


def forgets(engine: Engine, edition: Edition) -> bool:
    """Whether these empty the name of a window between two files, so that only the address can carry a case."""
    return edition.name == "offline" and engine.name != "chromium"


def graded(engine: Engine, edition: Edition) -> None:
    """Enter something in the calculator of the grade."""
    engine.open(edition.address("calculators/who_grade"))
    waited(engine, "customElements.get('net-calculator')", "the calculator's script does not run")
    engine.evaluate(ENTER)
    waited(engine, JUDGED, "the grade is not judged")


def on_the_sheet(engine: Engine) -> None:
    """Follow the links to the sheet."""
    engine.evaluate(FOLLOW.format("calculators"))
    waited(engine, "/^Calculators/.test(document.querySelector('h1')?.textContent)", "the list does not come")
    waited(engine, "customElements.get('net-calculator')", "the script of the list does not run")
    engine.evaluate(FOLLOW.format("calculators/board"))
    waited(engine, "document.querySelector('net-calculator[data-sheet]:defined')", "the sheet does not come")


def test_from_a_folder_nothing_goes_into_an_address_unasked(engine, offline):
    graded(engine, offline)
    on_the_sheet(engine)

    assert "#" not in engine.evaluate(ADDRESS)
    assert engine.evaluate(VALUE) == ("" if forgets(engine, offline) else "8")


def test_a_case_reaches_the_sheet_and_another_reader(engine, edition, newcomer):
    graded(engine, edition)
    # Asked for, the case goes along in the address where it could not otherwise; nowhere else is there anything to ask.
    assert engine.evaluate(ALONG) is not forgets(engine, edition)
    on_the_sheet(engine)
    assert "#" not in engine.evaluate("return location.href;")
    waited(engine, "document.querySelector('[name=ki67_percent]')?.value === '8'", "the case did not come along")
    waited(engine, JUDGED, "the sheet is not judged")
    given = engine.evaluate(GIVEN)
    assert "8\u00a0%" in given

    engine.evaluate(COPY)
    waited(engine, "window.copiedText", "no link is copied")
    link = engine.evaluate("return window.copiedText;")
    with newcomer() as other:
        other.open(link)
        waited(other, "customElements.get('net-calculator')", "the calculator's script does not run")
        waited(other, JUDGED, "the link is not judged")
        assert other.evaluate(GIVEN) == given
        assert "#" not in other.evaluate("return location.href;")
