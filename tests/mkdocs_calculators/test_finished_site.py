"""What is looked at after the build, whoever built it: policy, count, search."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import material
import pytest
from material.plugins.search.plugin import Parser

from mkdocs_calculators.counter import count
from mkdocs_calculators.drawing import draw_calculator
from mkdocs_calculators.html_parts import read_parts
from mkdocs_calculators.pages import Block
from mkdocs_calculators.policy import hash_of, policy_for, without_policy, write_policy
from mkdocs_calculators.search_index import Weights, is_example, searched, tidied, tidy_search
from mkdocs_calculators.search_worker import MENDED, SCRIPT, mend_search_worker, search_worker, write_search_worker
from mkdocs_calculators.site import current_site
from mkdocs_calculators.theme_start import mend_start
from tests.editions import ROOT


def spaced(text):
    return " ".join(text.split())


HTML = """<!doctype html><html><head><meta charset="utf-8"><title>x</title>{head}</head><body>{body}</body></html>"""


@pytest.fixture
def site(tmp_path):
    """Write a site of plain files."""

    def written(**pages: str):
        for name, body in pages.items():
            file = tmp_path / "site" / f"{name.replace('__', '/')}.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(HTML.format(head="", body=body), encoding="utf-8")
        return tmp_path / "site"

    return written


class TestThePolicy:
    def test_names_each_inline_script_and_nothing_more(self):
        policy = policy_for(["a()", "b()"])

        assert f"script-src 'self' {' '.join(sorted([hash_of('a()'), hash_of('b()')]))} 'wasm-unsafe-eval';" in policy
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy

    def test_hashes_as_browsers_do(self):
        assert hash_of("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"

    def test_sends_no_form_anywhere(self):
        assert "form-action 'none'" in policy_for([])

    def test_lets_a_folder_load_its_own_files_and_nothing_else(self):
        policy = policy_for([], offline=True)

        assert "script-src 'self' file: 'wasm-unsafe-eval'" in policy
        assert "connect-src 'none'" in policy

    def test_is_written_once_however_often(self, site):
        folder = site(index="<script>a()</script>")
        first, _ = write_policy(folder)
        second, problems = write_policy(folder)

        assert first == second
        assert problems == []
        assert (folder / "index.html").read_text().count("Content-Security-Policy") == 1

    def test_names_what_the_page_waits_for_where_a_server_gives_it(self, site):
        head = '<link rel="stylesheet" href="../a.css?x=1&amp;y=2">'
        late = '<script defer src="d.js"></script><script type="module" src="m.js"></script>'
        body = f'{head}<script src="b.js"></script><script src="b.js"></script>{late}'
        folder = site(index=body)
        page = folder / "index.html"
        before = page.read_text()
        for _ in range(2):
            write_policy(folder)

            assert re.findall("<link rel=.preload.*?>", page.read_text()) == [
                '<link rel="preload" as="style" href="../a.css?x=1&amp;y=2">',
                '<link rel="preload" as="script" href="b.js">',
            ]
        assert without_policy(page.read_text()) == before
        write_policy(folder, offline=True)

        assert "preload" not in page.read_text()

    def test_leaves_data_blocks_out(self, site):
        policy, _ = write_policy(site(index='<script type="application/json">{"a": 1}</script>'))

        assert "sha256" not in policy


class TestTheCount:
    def counted(self, guide, folder, **options):
        write_policy(folder)
        return [str(each) for each in count(folder, guide.site(), guide.project, runtime=False, **options)]

    def test_is_content_with_a_whole_site(self, guide, site):
        assert self.counted(guide, site(index='<net-calculator data-calculator="blood"></net-calculator>')) == []

    def test_misses_a_calculator_that_was_skipped_without_a_word(self, guide, site):
        assert self.counted(guide, site(index="<pre><code>blood</code></pre>")) == [
            "docs/index.md:13: 1 form of 'blood' expected in the site, 0 found"
        ]

    def test_misses_a_page(self, guide, site):
        assert self.counted(guide, site(other="x")) == ["docs/index.md:1: this page is not in the site"]

    def test_notices_what_was_not_drawn(self, guide, site):
        folder = site(index='<net-calculator data-calculator="blood"></net-calculator> [@BL-01] <code>[@BL-01]</code>')

        assert self.counted(guide, folder) == [
            "docs/index.md:1: '[@BL-01]' was not drawn: the Markdown extension did not run"
        ]

    def test_notices_a_script_from_elsewhere_and_a_file_that_is_not_there(self, guide, site):
        body = '<net-calculator data-calculator="blood"></net-calculator>'
        body += '<script src="//x.example/a.js"></script><img src="a.png">'

        assert self.counted(guide, site(index=body)) == [
            "index.html:1: loads //x.example/a.js from elsewhere",
            "index.html:1: loads a.png, which is not in the site",
        ]

    def test_notices_a_script_that_the_policy_does_not_name(self, guide, site):
        folder = site(index='<net-calculator data-calculator="blood"></net-calculator>')
        write_policy(folder)
        page = folder / "index.html"
        page.write_text(page.read_text().replace("</body>", "<script>later()</script></body>"))

        (said,) = [str(each) for each in count(folder, guide.site(), guide.project, runtime=False)]
        assert said == "index.html:1: its Content-Security-Policy does not name the inline script 'later()'"

    def test_notices_an_asset_that_is_not_what_its_name_says(self, guide, site):
        folder = site(index='<net-calculator data-calculator="blood"></net-calculator>')
        assets = folder / "assets/open-net-guide"
        (assets / "runtime").mkdir(parents=True)
        for name in ("net-guide.js", "net-guide.css"):
            (assets / name).write_text("")
        right = hashlib.sha256(b"right").hexdigest()[:12]
        (assets / f"runtime/logic.{right}.zip").write_bytes(b"wrong")
        write_policy(folder)

        assert [str(each) for each in count(folder, guide.site(), guide.project)] == [
            f"assets/open-net-guide/runtime/logic.{right}.zip:1: its content is not what its name says"
        ]

    def test_notices_that_the_runtime_was_not_published(self, guide, site):
        folder = site(index='<net-calculator data-calculator="blood"></net-calculator>')
        write_policy(folder)

        said = [each.message for each in count(folder, guide.site(), guide.project)]
        assert said == [
            "holds no runtime",
            "is missing: the runtime was not published",
            "is missing: the runtime was not published",
        ]


class TestSearch:
    def test_finds_other_spellings(self):
        entry = {"location": "a/", "title": "A", "text": "Tumours and Ki-67"}

        assert tidied(entry, Weights({"tumour": "tumor", "Ki-67": "Ki67", "liver": "hepatic"})) == {
            "location": "a/",
            "title": "A",
            "text": "Tumours and Ki-67 <p>tumor Ki67</p>",
        }

    def test_puts_what_repeats_behind_what_explains(self):
        entries = [{"location": f"a/#{each}", "title": "", "text": ""} for each in ("net-x-criteria", "words")]

        assert [tidied(each, Weights()).get("boost", 1) < 1 for each in entries] == [True, False]

    def test_puts_lists_last(self):
        entry = {"location": "sources/#all", "title": "", "text": ""}

        assert tidied(entry, Weights(lists=frozenset({"sources/"})))["boost"] < 1

    def test_weighs_a_page_by_the_longest_place_that_names_it(self):
        weights = Weights(places={"a/": 2, "a/b/": 0.5})

        assert [weights.of(each) for each in ("a/c/#x", "a/b/", "d/")] == [2, 0.5, 1]

    def test_weighs_a_page_alike_on_a_server_and_from_a_folder(self):
        weights = Weights(places={"a/b/": 0.5, "c/": 2})
        places = ("a/b/", "a/b/#x", "a/b.html", "a/b.html#x", "c/", "c/index.html#x")

        assert [weights.of(each) for each in places] == [0.5, 0.5, 0.5, 0.5, 2, 2]

    def test_finds_a_page_by_its_description(self):
        entry = {"location": "a/", "title": "A", "text": "b"}

        assert tidied(entry, Weights(descriptions={"a/": "x < y"}))["text"] == "<p>x &lt; y</p> b"

    @pytest.mark.parametrize("calculator", ["who_grade", "prrt_eligibility", "treatment_options", "albi"])
    def test_reads_less_of_a_page_and_finds_the_same_in_it(self, calculator):
        block = Block(calculator, ("form", "criteria", "examples"), 1, 3, "")
        html = (
            f"<h1 id='a'>A</h1><p>B</p>{draw_calculator(block, current_site(ROOT), 'net-a')}<h2 id='c'>C</h2><p>D</p>"
        )
        whole = {each: text for each, text in self.found_in(html).items() if not is_example(f"a/#{each}")}
        less = searched(html)

        assert len(whole) < len(self.found_in(html))
        assert self.found_in(less) == whole
        assert len(less) < 0.7 * len(html)

    def test_reads_no_more_of_lists_and_links_than_their_words(self):
        html = (
            '<h1 id="a">A<a class="headerlink" href="#a">¶</a></h1><p>Then <a href="b/">the <b>other</b></a> page, '
            '<a data-search-exclude="" href="c/">never <em>this</em></a>.</p>'
            '<dl><dt>Cited on</dt><dd>Page <a href="d/">D</a></dd>'
            '<dt data-search-exclude="">Behind</dt><dd data-search-exclude=""><ul><li><a href="e/">E</a></li></ul></dd>'
            "<dt>Known</dt><dd>Seen</dd></dl>"
            '<h2 id="b">B <a href="#c">C</a><a class="headerlink" href="#b">¶</a></h2><p>End</p>'
        )

        assert self.found_in(searched(html)) == self.found_in(html)
        assert "Behind" not in searched(html)

    @staticmethod
    def found_in(html):
        """Return what Material's search has of a page by anchor: title and text, with single spaces."""
        parser = Parser()
        parser.feed(html)
        parser.close()
        return {each.id: (spaced("".join(each.title)), spaced("".join(each.text))) for each in parser.data}

    def test_mends_the_worker_of_material_once(self, tmp_path):
        (tmp_path / "assets").mkdir()
        shutil.copytree(
            Path(material.__file__).parent / "templates/assets/javascripts", tmp_path / "assets/javascripts"
        )
        mend_search_worker(tmp_path)
        once = search_worker(tmp_path).read_text()
        mend_search_worker(tmp_path)

        assert all(once.count(after) == 1 for _, after in MENDED)
        assert search_worker(tmp_path).read_text() == once

    def test_does_not_mend_a_worker_that_it_does_not_know(self, tmp_path):
        workers = tmp_path / "assets/javascripts/workers"
        workers.mkdir(parents=True)
        (workers / "search.abc.min.js").write_text("another")

        with pytest.raises(ValueError, match=r"search\.abc\.min\.js: .* should stand in it once, not 0 times"):
            mend_search_worker(tmp_path)

    def test_mends_the_start_of_material_once(self, tmp_path):
        (tmp_path / "assets").mkdir()
        shutil.copytree(
            Path(material.__file__).parent / "templates/assets/javascripts", tmp_path / "assets/javascripts"
        )
        (bundle,) = (tmp_path / "assets/javascripts").glob("bundle.*.js")
        before = bundle.read_text()
        mend_start(tmp_path)
        once = bundle.read_text()
        mend_start(tmp_path)

        assert once != before
        assert bundle.read_text() == once

    def test_does_not_rewrite_a_bundle_that_it_does_not_know(self, tmp_path):
        (tmp_path / "assets/javascripts").mkdir(parents=True)
        (tmp_path / "assets/javascripts/bundle.abc.min.js").write_text("another")

        with pytest.raises(ValueError, match=r"bundle\.abc\.min\.js: asks for the search index in 0 places"):
            mend_start(tmp_path)

    def test_rewrites_the_offline_index_too(self, tmp_path):
        (tmp_path / "search").mkdir()
        docs = [
            {"location": "a/#net-x-examples", "title": "", "text": ""},
            {"location": "a/", "title": "A", "text": "b"},
        ]
        (tmp_path / "search/search_index.json").write_text(json.dumps({"config": {}, "docs": docs}))
        (tmp_path / "search/search_index.js").write_text("var __index = {}")

        tidy_search(tmp_path, Weights())

        rewritten = (tmp_path / "search/search_index.js").read_text()
        written = '{"config":{"fields":{"title":{"boost":8}}},"docs":[{"location":"a/","title":"A","text":"b"}]}'
        assert rewritten == f"var __index = {written}"

    def test_from_a_folder_carries_the_text_of_the_worker(self, tmp_path):
        workers = tmp_path / "assets/javascripts/workers"
        workers.mkdir(parents=True)
        (workers / "search.abc.min.js").write_text('say("</script>")\n//# sourceMappingURL=search.abc.min.js.map')

        write_search_worker(tmp_path)

        text = (tmp_path / SCRIPT).read_text()
        assert r"/\/search\.abc\.min\.js$/" in text
        assert r'("say(\"</script>\")\n");' in text
        assert "sourceMappingURL" not in text

    def test_from_a_folder_needs_exactly_one_worker(self, tmp_path):
        with pytest.raises(FileNotFoundError, match="should hold one search worker, not 0"):
            write_search_worker(tmp_path)


def test_a_page_is_read_for_what_the_browser_loads_by_itself():
    parts = read_parts(
        '<link rel="canonical" href="https://a.example"><link rel="stylesheet" href="b.css"><a href="https://c.example">'
        '<script src="d.js"></script><img src="e.png">'
    )

    assert parts.loaded == ["b.css", "d.js", "e.png"]
