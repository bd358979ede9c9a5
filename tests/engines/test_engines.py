"""The calculators answer the same in three engines, from a server and from a folder without a network."""

import json

import pytest

from guideline import judge
from tests.calculators.found import CALCULATORS, FOUND
from tests.editions import THEME_RUNS
from tests.engines.conftest import follow, waited

pytestmark = pytest.mark.browser

LOOKED_AT = (
    "who_grade",
    "prrt_eligibility",
    "treatment_options",
    "tnm_stage",
    "somatostatin_analogue",
    "carboplatin_dose",
    "follow_up",
)

# Loads the first worked example of the page, as a reader does: after a case of another calculator, in its place.
LOAD = """
const button = document.querySelector("button[data-net-load]");
globalThis.netJudged = null;
document.addEventListener("net-judged", (event) => { globalThis.netJudged = event.detail.state; }, { once: true });
button.click();
return button.dataset.answers;
"""
RESULT = 'return document.querySelector("net-calculator [data-net=result]").textContent;'
# A folder's search starts when the field is wanted, not before.
WANT = (
    'document.querySelector("label[for=__search]").click(); document.querySelector("input.md-search__input").focus();'
)
SEARCH = """
const field = document.querySelector("input.md-search__input");
field.value = "Krenning";
field.dispatchEvent(new KeyboardEvent("keyup", { key: "g", bubbles: true }));
"""


# The interpreters that a page has asked for.
INTERPRETERS = """
const asked = performance.getEntriesByType("resource").map((each) => each.name);
return asked.filter((each) => each.endsWith(".wasm")).map((each) => each.split("/").at(-1).split(".")[0]);
"""


def test_worked_examples_are_judged(engine, edition):
    for name in LOOKED_AT:
        if name == LOOKED_AT[0] or edition.name == "offline":
            engine.open(edition.address(f"calculators/{name}"))
            waited(
                engine, f"customElements.get('net-calculator') && {THEME_RUNS}", f"the script of {name} does not run"
            )
        else:
            follow(engine, name)  # Python goes on running
        loaded = json.loads(engine.evaluate(LOAD))
        waited(engine, "globalThis.netJudged === 'result'", f"no result for {name}")

        expected = judge(CALCULATORS[name], loaded["answers"], variant=loaded["variant"], evidence={})
        shown = " ".join(engine.evaluate(RESULT).split())
        assert " ".join(expected["headline"]["text"].split()) in shown, name
        assert loaded["name"] in [each.name for each in FOUND[name].cases.examples]
    if edition.name == "online":
        assert engine.evaluate(INTERPRETERS) == ["lean"], "the lean interpreter was not enough"


def test_search_finds(engine, edition):
    engine.open(edition.address(""))
    engine.evaluate(WANT)
    waited(
        engine,
        "!/Initializing/.test(document.querySelector('.md-search-result__meta').textContent)",
        "search does not start",
    )

    engine.evaluate(SEARCH)

    waited(engine, "document.querySelector('.md-search-result__item > a')", "search finds nothing")
    links = engine.evaluate("return [...document.querySelectorAll('.md-search-result__item > a')].map((a) => a.href);")
    assert any("treatment/prrt" in each for each in links)


def test_back_returns_to_the_filled_form(engine, edition):
    engine.open(edition.address("calculators/who_grade"))
    waited(engine, f"customElements.get('net-calculator') && {THEME_RUNS}", "the calculator's script does not run")
    engine.evaluate(LOAD)
    waited(engine, "globalThis.netJudged === 'result'", "no result")
    before = engine.evaluate(RESULT)

    engine.evaluate("setTimeout(() => document.querySelector('.md-header a.md-logo').click());")  # answered, then gone
    waited(engine, "!document.querySelector('net-calculator')", "the link leads nowhere")
    engine.evaluate("history.back();")

    waited(engine, "document.querySelector('net-calculator')", "back does not lead back")
    if edition.name == "online":  # from a folder each page is loaded anew, and a reload keeps nothing
        waited(
            engine,
            "!document.querySelector('[data-net=result]').ariaBusy?.includes('true') "
            "&& document.querySelector('[data-net=result]').dataset.state === 'result'",
            "the form comes back empty",
        )
        assert engine.evaluate(RESULT) == before


def test_the_one_file_kit_judges_and_checks_itself(engine, kit):
    engine.open(f"{kit.as_uri()}#calculators/who_grade")
    there = "document.querySelector('net-calculator:defined') && document.querySelector('button[data-net-load]')"
    waited(engine, there, "the page of the calculator does not come")
    loaded = json.loads(engine.evaluate(LOAD))
    waited(engine, "globalThis.netJudged === 'result'", "no result from the kit")

    expected = judge(CALCULATORS["who_grade"], loaded["answers"], variant=loaded["variant"], evidence={})
    assert " ".join(expected["headline"]["text"].split()) in " ".join(engine.evaluate(RESULT).split())
    said = "document.getElementById('kit-checks').textContent"
    waited(engine, f"/[1-9]\\d* of \\d+ (passed so far|checks passed)/.test({said})", "the kit does not check itself")
    assert engine.evaluate("return document.getElementById('kit-differences').hidden;")
