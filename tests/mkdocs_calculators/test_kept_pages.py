"""A page is kept for the next build, and never longer than what it shows is true.

Whatever is changed between two builds, the second must write what a build does that has nothing kept.
"""

from pathlib import Path

import markdown
import pytest
from material.plugins.search.plugin import Parser
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_calculators import checks, kept_pages
from tests.mkdocs_calculators.conftest import KEYS

SETTINGS = """
    site_name: Small guide
    site_url: https://guide.example/
    use_directory_urls: true
    theme:
      name: material
      font: false
    plugins:
      search: {}
      calculators:
        runtime: false
    markdown_extensions:
      - abbr
      - toc:
          permalink: true
      - calculators
    validation:
      links:
        anchors: warn
"""
FRONT = """\
---
title: {title}
audience: clinician
reviewed: 2026-11-23
review_by: 2027-11-30
reviewers: []
---

# {title}

"""
PAGES = {
    "more": "See [what counts](index.md#what-counts) and the [sources](sources.md)*.*{ .end }\n",
    "sources": "[[bibliography]]\n\n[[evidence-register]]\n",
    "start": "Begin with [[filled blood]].\n",
}
CHANGES = {
    "a rule": ("calculators/blood.py", "Platelets at least", "Platelets of at least"),
    "an example": ("calculators/blood.cases.toml", 'name = "Enough"', 'name = "Plenty"'),
    "a record": ("evidence/blood.toml", "Platelets should be", "Platelets must be"),
    "a reference": ("docs/references.bib", "Platelets in practice", "Platelets in theory"),
    "the text": ("docs/more.md", "See [what", "Look at [what"),
    "a title that the register shows": ("docs/index.md", "title: Blood", "title: Red blood"),
    "what a page cites": ("docs/more.md", "See [what", "As said [@BL-01], see [what"),
    "how files are named": ("mkdocs.yml", "use_directory_urls: true", "use_directory_urls: false"),
    "an extension's setting": ("mkdocs.yml", "permalink: true", "permalink: here"),
    "an extension": ("mkdocs.yml", "- abbr\n", "- abbr\n  - attr_list\n"),
}


FORM = "```calculator\nblood\n```\n"


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def guide(guide):
    guide.write("mkdocs.yml", SETTINGS)
    guide.write("link_keys.toml", KEYS)
    guide.change("docs/index.md", "# Blood\n", "# Blood\n\n## What counts\n")
    for name, text in PAGES.items():
        (guide.root / f"docs/{name}.md").write_text(FRONT.format(title=name.title()) + text, encoding="utf-8")
    return guide


@pytest.fixture
def built(guide, monkeypatch):
    """Build the guide as a new process would, and return what is in the site; `fresh` with nothing kept."""

    def build_guide(*, fresh: bool = False, strict: bool = True) -> dict[str, bytes]:
        monkeypatch.setattr(checks, "_found", {})
        monkeypatch.setenv("NET_GUIDE_CACHE", str(guide.root / ("nothing" if fresh else "kept")))
        folder = guide.root / ("site-fresh" if fresh else "site")
        config = load_config(str(guide.root / "mkdocs.yml"), site_dir=str(folder), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        files = (path for path in folder.rglob("*") if path.suffix in {".html", ".json"} and path.name != "404.html")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return build_guide


@pytest.fixture
def converted(monkeypatch):
    """Count the pages that are converted, by the first words of their text."""
    done = []
    convert = markdown.Markdown.convert

    def counting(self, text):
        done.append(text.lstrip("# \n").partition("\n")[0])
        return convert(self, text)

    monkeypatch.setattr(markdown.Markdown, "convert", counting)
    return done


def test_a_second_build_converts_nothing_and_writes_the_same(built, converted, monkeypatch):
    first = built()
    assert sorted(converted) == ["Blood", "More", "Sources", "Start"]
    converted.clear()
    monkeypatch.setattr(Parser, "feed", lambda _, content: pytest.fail("read for the search") if content else None)

    assert built() == first
    assert converted == []
    assert b"What counts" in first["search/search_index.json"]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_is_changed_is_seen(guide, built, change):
    first = built()
    guide.change(*change)
    second = built(strict=False)

    assert second == built(fresh=True, strict=False)
    assert second != first


def test_a_form_that_moves_to_another_page_is_found_there(guide, built):
    assert b'href="../#' in built()["start/index.html"]
    guide.change("docs/index.md", FORM, "Moved.\n")
    guide.change("docs/more.md", "See [what", f"{FORM}\nSee [what")
    second = built()

    assert second == built(fresh=True)
    assert b'href="../more/#' in second["start/index.html"]


def test_an_edited_page_is_converted_and_no_other_but_the_lists(guide, built, converted):
    built()
    converted.clear()
    guide.change(*CHANGES["the text"])
    built()

    assert converted.count("More") == 1
    assert set(converted) == {"More", "Sources", "Start"}


def test_a_page_that_is_gone_is_missed_where_a_link_led_to_it(guide, built, caplog):
    built()
    (guide.root / "docs/sources.md").unlink()

    with pytest.raises(Abort):
        built()
    assert "contains a link 'sources.md', but the target is not found" in caplog.text


def test_an_anchor_that_is_gone_is_missed_by_a_page_that_was_kept(guide, built, converted, caplog):
    built()
    converted.clear()
    guide.change("docs/index.md", "## What counts", "## What matters")

    with pytest.raises(Abort):
        built()
    assert "does not contain an anchor '#what-counts'" in caplog.text
    assert "More" not in converted


def test_what_mkdocs_warned_of_is_warned_of_again(guide, built, caplog):
    guide.change("docs/more.md", "(sources.md)", "(nowhere.md)")
    for _ in range(2):
        caplog.clear()
        built(strict=False)
        assert "contains a link 'nowhere.md', but the target is not found" in caplog.text


@pytest.mark.parametrize(
    ("name", "value"),
    [("our_code", lambda: "another"), ("installed", lambda: ["markdown-99.dist-info"])],
)
def test_other_code_converts_and_searches_again(built, converted, monkeypatch, name, value):
    built()
    converted.clear()
    searched = []
    feed = Parser.feed
    monkeypatch.setattr(Parser, "feed", lambda self, content: searched.append(bool(content)) or feed(self, content))
    monkeypatch.setattr(kept_pages, name, value)
    built()

    assert len(converted) == 4
    assert searched == [True] * 4


@pytest.mark.parametrize(
    "setting",
    [
        "- pymdownx.snippets\n",
        "- pymdownx.superfences:\n          custom_fences:\n          - name: x\n            class: x\n"
        "            format: !!python/name:pymdownx.superfences.fence_code_format\n",
    ],
)
def test_an_extension_that_may_read_anything_has_each_page_converted(guide, built, converted, setting):
    guide.change("mkdocs.yml", "- abbr\n", f"- abbr\n  {setting}")
    built()
    built()

    assert len(converted) == 8
    assert not Path(guide.root / "kept/converted").exists()


def test_what_changed_while_it_was_read_is_not_kept(guide, built, monkeypatch):
    texts = iter(map(str, range(100)))
    monkeypatch.setattr("mkdocs_calculators.site.content_of", lambda _: next(texts))
    built()

    assert not Path(guide.root / "kept/converted").exists()
    assert not Path(guide.root / "kept/looked").exists()
