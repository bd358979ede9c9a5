"""The one-file kit: pages side by side without a clash, one policy, the same bytes again, a digest in itself."""

import base64
import gzip
import json
import re
from pathlib import Path

import pytest

from mkdocs_calculators import kit
from mkdocs_calculators.command import main
from mkdocs_calculators.kit_pages import KitError, article_of, criteria_of, html_of, moved
from mkdocs_calculators.policy import hash_of
from mkdocs_calculators.project import Project
from mkdocs_calculators.runtime.snapshot import FIELDS
from mkdocs_calculators.verification import VerificationError, verify

ROOT = Path(__file__).parents[2]
PLACES = {
    "calculators/index.html": "",
    "calculators/blood.html": "calculators/blood",
    "calculators/x.html": "calculators/x",
}
INDEX = """<html><body><article><h1 id="all">Calculators<a class="headerlink" href="#all">¶</a></h1>
<p class="net-site-only">On the site.</p>
<p><a href="blood.html">Blood</a> and <a href="../about/intended-use.html">the use</a></p>
</article></body></html>"""
PAGE = """<html><body><article><h1 id="blood">Blood</h1>
<net-calculator id="net-blood"><label for="net-blood-platelets">Count</label><input id="net-blood-platelets">
<table class="net-table net-every"><tr id="net-blood-BL-01">
<th scope="row">Platelets at least 75 <span class="net-quiet net-kind">Caution</span></th>
<td>&lt; 75 &amp; more</td></tr></table>
</net-calculator><p style="color: red" aria-labelledby="blood notes">a<br>b <sup><a href="#source-1">1</a></sup></p>
<h2 id="notes">Notes</h2><ol><li id="source-1"><a href="https://doi.org/10.1/x?a=1&amp;b=2">Doe</a></li></ol></article></body></html>"""


def page(text: str, name: str = "blood") -> str:
    article = article_of(text, "page.html")
    return html_of(moved(article, f"calculators/{name}.html", calculator=name, places=PLACES))


def test_ids_of_a_page_become_its_own_and_those_of_its_calculator_stay():
    html = page(PAGE)

    assert re.findall(r' id="([^"]+)"', html) == [
        "blood--blood", "net-blood", "net-blood-platelets", "net-blood-BL-01", "blood--notes", "blood--source-1",
    ]  # fmt: skip
    assert 'for="net-blood-platelets"' in html
    assert 'aria-labelledby="blood--blood blood--notes"' in html
    assert 'href="#blood--source-1"' in html
    assert "style=" not in html
    assert "&lt; 75 &amp; more" in html
    assert 'href="https://doi.org/10.1/x?a=1&amp;b=2"' in html


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("x.html", '<a href="#calculators/x">'),
        ("../calculators/x.html#notes", '<a href="#x--notes">'),
        ("x.html#net-x-BL-01", '<a href="#net-x-BL-01">'),
        ("index.html", '<a href="#">'),
        ("../about/offline.html#get-it", '<span class="kit-elsewhere">'),
    ],
)
def test_links_lead_inside_the_kit_or_are_words(link, led):
    assert led in page(f'<article><p><a href="{link}">there</a></p></article>')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html><p>nothing</p></html>", "has no article"),
        ("<article><p><b>a</p></b></article>", "closes nothing that is open there"),
        ('<article><img src="plan.png"></article>', "plan.png, which cannot be in one file"),
    ],
)
def test_a_page_that_cannot_be_moved_is_named(text, said):
    with pytest.raises(KitError, match=said):
        page(text)


def test_criteria_are_read_from_the_table():
    assert criteria_of(article_of(PAGE, "page.html")) == ["Platelets at least 75"]


SNAPSHOT = FIELDS.pack(0, 8, 4096, 0, 1024, 0) + b"header  "


@pytest.fixture
def built(guide, tmp_path, monkeypatch):
    """What a built site needs to have, with stand-ins for the runtime."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795800000")
    (guide.root / "node_modules").symlink_to(ROOT / "node_modules")
    guide.write(
        "pyproject.toml",
        """
        [tool.mkdocs-calculators]
        [tool.mkdocs-calculators.search-words]
        "platelet" = "thrombocytes"
        """,
    )
    folder = tmp_path / "built"
    for name in kit.PARTS:
        content = SNAPSHOT if name == "snapshot" else name.encode()
        text = base64.b64encode(gzip.compress(content, mtime=0)).decode()
        file = folder / kit.ASSETS / "offline" / f"{name}.000000000000.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'(self.openNetGuideOffline??={{}}).{name}="{text}";\n')
    (folder / kit.ASSETS / "NOTICES.txt").write_text("Licence <of all>")
    (folder / "calculators").mkdir()
    (folder / "calculators" / "index.html").write_text(INDEX)
    (folder / "calculators" / "blood.html").write_text(PAGE)
    return folder


@pytest.mark.node
def test_the_kit_is_one_file_that_asks_for_nothing(guide, built, tmp_path, capsys):
    for name in ("one.html", "two.html"):
        assert main(["--project", str(guide.root), "kit", str(built), str(tmp_path / name)]) == 0
    html = (tmp_path / "one.html").read_text(encoding="utf-8")

    assert (tmp_path / "two.html").read_text(encoding="utf-8") == html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 2
    named = " ".join(hash_of(each) for each in scripts)
    style = hash_of(re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1])
    assert policy == (
        f"default-src 'none'; script-src {named} 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; "
        f"style-src {style}; img-src data:; form-action 'none'; base-uri 'none'"
    )
    assert not re.findall(r'<(?:script|img|link)[^>]* (?:src|href)="', html)
    assert "Copy built on 2026-11-27 · content version 1 · evidence last confirmed on 2026-11-23" in html
    assert "not yet reviewed by a clinician" in html
    assert '<a href="#calculators/blood">Blood</a> and <span class="kit-elsewhere">the use</span>' in html
    assert "On the site." not in html

    def block(name: str) -> str:
        text = re.search(rf'id="{name}">([^<]*)</script>', html)[1]
        return gzip.decompress(base64.b64decode(text)).decode()

    assert json.loads(block("net-checks")) == [
        {
            "calculator": "blood", "variant": None, "answers": {"platelets": 80}, "title": "Blood", "name": "Enough",
            "expected": "criteria_met: These published criteria are met: 1 of 1",
        }
    ]  # fmt: skip
    assert json.loads(block("net-index")) == [
        {
            "id": "blood",
            "title": ["Blood", ""],
            "use": ["For tests.", ""],
            "terms": [["Platelets", "thrombocytes"], ["Platelets at least 75", "thrombocytes"]],
        }
    ]
    assert "Licence &lt;of all&gt;" in block("net-page-notices")
    assert block("net-part-wasm") == "wasm"


@pytest.mark.node
def test_verify_knows_a_kit_by_its_own_digest(guide, built, tmp_path, capsys):
    file = tmp_path / "kit.html"
    main(["--project", str(guide.root), "kit", str(built), str(file)])
    assert main(["verify", str(file)]) == 0
    assert capsys.readouterr().out.endswith("kit.html: as it was made\n")

    file.write_text(file.read_text(encoding="utf-8").replace("tumour board", "tumour bored"), encoding="utf-8")

    assert main(["verify", str(file)]) == 1
    assert "kit.html: was changed" in capsys.readouterr().out


def test_a_file_without_a_digest_is_no_kit(tmp_path):
    (tmp_path / "page.html").write_text("<p>text</p>")
    with pytest.raises(VerificationError, match="carries no digest"):
        verify(tmp_path / "page.html")


@pytest.mark.node
def test_a_site_for_a_server_is_refused(guide, built, tmp_path, capsys):
    for path in (built / kit.ASSETS / "offline").iterdir():
        path.unlink()
    assert main(["--project", str(guide.root), "kit", str(built), str(tmp_path / "kit.html")]) == 2
    assert "build it with OFFLINE=true" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("epoch", "said"), [("", "set SOURCE_DATE_EPOCH"), ("today", "a number of seconds, not 'today'")]
)
def test_the_day_of_the_build_is_never_the_clocks(guide, monkeypatch, epoch, said):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(KitError, match=said):
        kit.built_on(Project.at(guide.root).root)


def test_other_words_stand_beside_what_they_are_for():
    assert kit.with_more("Ki-67 index", {"Ki-67": "Ki67, MIB-1", "tumour": "tumor"}) == ["Ki-67 index", "Ki67, MIB-1"]
