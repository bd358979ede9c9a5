"""Both editions say the same: what is looked at on the server's pages holds for those of a folder, too.

They differ in where links lead, and in how Python and the index of the search come; these have tests of their own.
"""

import json
import re

import pytest

from tests.editions import pages

pytestmark = pytest.mark.browser  # no browser starts, but both editions are built

ADDRESS = re.compile(r' (?:href|src|action)=(?:"[^"]*"|[^\s>]+)')
INDEX = "search/search_index"


def article(edition, path):
    """Return the article of a page without the addresses in it."""
    file = edition.folder / edition.address(path).removeprefix(edition.home)
    file = file / "index.html" if file.is_dir() else file
    return ADDRESS.sub("", re.search(r"<article.*</article>", file.read_text(encoding="utf-8"), re.DOTALL)[0])


def test_an_article_is_the_same_in_both_editions(online, offline):
    assert len(pages()) > 100
    assert [path for path in pages() if article(online, path) != article(offline, path)] == []


def test_the_search_has_the_same_index_in_both_editions(online, offline):
    served = json.loads((online.folder / f"{INDEX}.json").read_text(encoding="utf-8"))
    script = (offline.folder / f"{INDEX}.js").read_text(encoding="utf-8")
    carried = json.loads(script[script.index("{") : script.rindex("}") + 1])

    assert served["config"] == carried["config"]
    assert len(served["docs"]) > 1000
    for each, other in zip(served["docs"], carried["docs"], strict=True):
        assert {**each, "location": ""} == {**other, "location": ""}
