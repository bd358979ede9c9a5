"""Search finds what people type, on a server and from a folder.

The words are pasted and their last letter is typed, since each key asks the whole index. What Material's search worker
is asked and answers is counted, so that a result is read only once the last question has been answered, however slow
the machine is.
"""

import re
import tomllib
from pathlib import Path

import pytest

from tests.browser.conftest import theme_runs
from tests.editions import pages

pytestmark = pytest.mark.browser

QUESTIONS = tomllib.loads((Path(__file__).parents[1] / "search_questions.toml").read_text(encoding="utf-8"))[
    "questions"
]
MUST_PASS = 60
PATIENCE = 60_000  # milliseconds; a loaded machine builds the index of the whole guide slowly
FIELD = "input.md-search__input"
RESULTS = ".md-search-result__item > a:first-of-type"  # a result is a page; further links in it are its sections

# Messages of Material's search: 1 the index is ready, 2 a question, 3 its answer.
LISTEN = """
(() => {
  const talk = { ready: false, asked: null, open: 0, answered: null };
  const waiting = [];
  window.searchTalk = talk;
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data?.type === 1) talk.ready = true;
        if (data?.type !== 3) return;
        talk.open -= 1;
        talk.answered = { question: waiting.shift(), items: data.data.items.length };
      });
    }
    postMessage(message, ...rest) {
      if (message?.type === 2) {
        talk.asked = message.data;
        talk.open += 1;
        waiting.push(message.data);
      }
      super.postMessage(message, ...rest);
    }
  };
})();
"""
ANSWERED = """(words) => {
  const { ready, asked, open, answered } = window.searchTalk;
  if (!ready || open || asked !== words || answered?.question !== words) return false;
  const said = document.querySelector(".md-search-result__meta").textContent;
  const shown = document.querySelectorAll(".md-search-result__item").length;
  return answered.items ? /matching/.test(said) && shown > 0 : /No matching/.test(said);
}"""


@pytest.fixture
def search(edition, visit):
    """A page whose search listens."""
    page = visit(edition)
    page.context.add_init_script(LISTEN)
    page.reload(wait_until="load")
    theme_runs(page)
    page.locator(FIELD).click()
    page.wait_for_function("() => window.searchTalk.ready", timeout=PATIENCE)
    return page


def test_the_index_is_fetched_once_the_reader_turns_to_the_search(edition, visit):
    page = visit(edition)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    fetched = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('search_index')).length"
    assert page.evaluate(fetched) == 0
    with page.expect_request(re.compile(r"search/search_index\.js"), timeout=PATIENCE):
        page.locator(FIELD).focus()
    page.keyboard.type("Krenning")
    page.locator(".md-search-result__item").first.wait_for(timeout=PATIENCE)
    assert len([each for each in asked if "search_index" in each]) == 1


def test_an_index_that_does_not_arrive_is_asked_for_again(online, visit, watch):
    page = visit(online)
    page.route("**/search_index.json", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed", timeout=PATIENCE):
        page.locator(FIELD).focus()
    page.keyboard.type("Krenning")
    page.locator(".md-search-result__item").first.wait_for(timeout=PATIENCE)
    assert any("ERR_FAILED" in each for each in watch.errors)
    watch.errors.clear()  # the browser itself reports the request that failed


def test_the_index_comes_in_a_window_that_is_not_in_front(edition, visit):
    page = visit(edition)
    # A browser tells such a page neither of a focus nor of a pointer.
    page.evaluate("""() => {
      for (const each of ["focus", "focusin", "pointerover"])
        addEventListener(each, (event) => event.stopImmediatePropagation(), true);
    }""")
    page.evaluate("document.querySelector('header label[for=__search]').click()")
    page.wait_for_function(
        "() => !/Initializing/.test(document.querySelector('.md-search-result__meta').textContent)", timeout=PATIENCE
    )


def ask(page, words):
    """Type words into the search field and return the addresses of the first results, best first."""
    field = page.locator(FIELD)
    field.click()
    field.press("Control+a")
    field.press("Delete")
    page.wait_for_function("() => document.querySelector('.md-search__input').value === ''")
    field.fill(words[:-1])
    field.press_sequentially(words[-1])
    page.wait_for_function(ANSWERED, arg=words, timeout=PATIENCE)
    return page.evaluate(f"() => [...document.querySelectorAll('{RESULTS}')].map((each) => each.href)")


def path_of(address, edition):
    """Return the page of a result as the questions name it."""
    bare = address.removeprefix(edition.home).partition("?")[0].partition("#")[0]
    return re.sub(r"(/index)?\.html$", "", bare).rstrip("/")


@pytest.mark.parametrize("edition", ["online"], indirect=True)  # both have the same index: test_alike.py
def test_questions_find_their_page_among_the_first_three(search, edition):
    assert len(QUESTIONS) >= 60
    assert {each for wanted in QUESTIONS.values() for each in wanted} <= {each.rstrip("/") for each in pages()}
    missed = {}
    for words, wanted in QUESTIONS.items():
        first = [path_of(each, edition) for each in ask(search, words)[:3]]
        if not set(first) & set(wanted):
            missed[words] = first

    assert len(QUESTIONS) - len(missed) >= MUST_PASS, missed


def test_a_result_leads_to_the_page_and_nothing_is_found_where_there_is_nothing(search, edition):
    assert ask(search, "xyzzyq") == []

    ask(search, "Krenning")
    result = search.locator(RESULTS, has=search.locator("h1")).first
    wanted = path_of(result.get_attribute("href"), edition)
    result.click()

    # Instant navigation changes the address without loading a page.
    search.wait_for_url(lambda address: f"/{wanted}" in address, timeout=PATIENCE, wait_until="commit")
    search.get_by_role("heading", level=1).wait_for()
