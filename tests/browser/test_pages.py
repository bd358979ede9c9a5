"""What the site promises of its pages: links that lead somewhere, bytes, a policy, help where nothing is."""

import gzip
import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.browser

FILLED = re.compile(r"c\d+~|[\w-]+=")  # a fragment that fills a form is no place on the page

BUDGET = 40 * 1024  # bytes, gzip: what a calculator page may load of ours before anybody touches it
OURS = "assets/open-net-guide/"


class Links(HTMLParser):
    """Where a page leads, and the places on it that can be led to."""

    def __init__(self):
        super().__init__()
        self.links = set()
        self.places = {"__top"}

    @classmethod
    def of(cls, file):
        page = cls()
        page.feed(file.read_text(encoding="utf-8"))
        return page

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.add(given["href"])
        self.places.update(given[each] for each in ("id", "name") if given.get(each))


def reaches(fragment, page):
    return fragment in page.places or FILLED.match(fragment)


def test_every_link_leads_to_a_page_and_a_place_on_it(edition):
    pages = {file: Links.of(file) for file in edition.folder.rglob("*.html") if file.name != "404.html"}
    broken = set()
    for file, page in pages.items():
        for address in page.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not address:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                broken.add(f"{file.relative_to(edition.folder)}: {address}")
            elif parts.fragment and target in pages and not reaches(unquote(parts.fragment), pages[target]):
                broken.add(f"{file.relative_to(edition.folder)}: no place {address}")

    assert sorted(broken) == []


def test_a_treatment_page_opens_its_calculator_filled_in_as_in_a_worked_example(edition, visit):
    page = visit(edition, "treatment/external-radiotherapy")
    link = page.get_by_role("link", name="filled in as in")
    example = re.search("“(.+)”", link.inner_text())[1]

    link.click()
    page.locator(".net-result .net-headline").first.wait_for(timeout=120_000)
    assert page.get_by_text(example).count() > 0
    assert page.locator(".net-form input:checked").count() > 0


def test_a_page_without_a_calculator_loads_no_byte_of_the_runtime(online, visit, watch):
    page = visit(online, "treatment/prrt")
    page.wait_for_load_state("networkidle")

    loaded = [each.rpartition(OURS)[2] for each in watch.addresses() if OURS in each]
    assert sorted(loaded) == ["net-guide.css", "net-guide.js", "pages.css"]


def test_a_calculator_page_is_light_until_it_is_touched(online, visit, watch):
    page = visit(online, "calculators/prrt_eligibility")
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)

    loaded = [each.rpartition(OURS)[2] for each in watch.addresses() if OURS in each]
    size = sum(len(gzip.compress((online.folder / OURS / each).read_bytes(), 9)) for each in loaded)
    assert not [each for each in loaded if each.startswith(("runtime/", "net-guide-worker"))]
    assert size <= BUDGET


def test_an_address_that_is_not_there_is_answered_with_help_and_search(online, visit, watch):
    page = visit(online, address=online.home + "calculators/prt/")

    assert page.locator("h1").inner_text() == "This page is not here"
    page.get_by_role("link", name="See all calculators").click()
    page.wait_for_url(online.address("calculators/"))
    watch.errors.clear()  # the browser itself reports the 404


def test_search_works_on_an_address_that_is_not_there(online, visit, watch):
    page = visit(online, address=online.home + "no/such/page.html")

    page.locator("input.md-search__input").fill("Krenning")
    page.locator(".md-search-result__item a").first.wait_for()
    watch.errors.clear()


def test_the_offline_edition_says_that_it_is_a_copy_and_how_old(offline, online, visit):
    assert "Offline copy of Open NET Guide, evidence last confirmed on 20" in (
        visit(offline).locator("[data-md-component=announce]").inner_text()
    )
    assert visit(online).locator("[data-md-component=announce]").inner_text().strip() == ""


def test_the_policy_forbids_what_nobody_needs(edition, visit, watch):
    page = visit(edition)
    page.evaluate(
        "() => { const made = document.createElement('script'); made.text = 'window.ran = 1';"
        " document.head.append(made) }"
    )

    assert page.evaluate("() => window.ran === undefined")
    assert any("Content Security Policy" in each for each in watch.errors)
    watch.errors.clear()


def test_a_page_says_that_nobody_has_reviewed_it_and_after_its_day_that_it_is_overdue(edition, visit):
    page = visit(edition, "treatment/prrt")
    overdue = page.locator("net-review-by")

    assert "Not yet reviewed by a clinician" in page.locator(".net-state").inner_text()
    last = overdue.get_attribute("day")
    page.clock.set_fixed_time(f"{last}T12:00:00")
    page.reload(wait_until="load")
    page.wait_for_function("() => customElements.get('net-review-by')")
    assert overdue.is_hidden()

    page.clock.set_fixed_time("2099-01-01T12:00:00")
    page.reload(wait_until="load")
    overdue.wait_for()
    assert last in overdue.inner_text()


def test_a_page_says_to_machines_what_it_is_and_where(online, visit):
    page = visit(online, "treatment/prrt")
    said = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    address = online.address("treatment/prrt")

    assert said["@type"] == "MedicalWebPage"
    assert said["audience"] == {"@type": "MedicalAudience", "audienceType": "Clinician"}
    assert "lastReviewed" not in said  # nobody has signed
    assert said["url"] == page.locator("link[rel=canonical]").get_attribute("href") == address
    assert f"<loc>{address}</loc>" in (online.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert f"Sitemap: {online.home}sitemap.xml" in (online.folder / "robots.txt").read_text(encoding="utf-8")


NARROW = {"width": 390, "height": 844}


def test_a_heading_on_a_phone_has_no_empty_line_below_it(online, visit):
    page = visit(online, "patients/chemotherapy", viewport=NARROW)
    heights = page.evaluate(
        """() => [...document.querySelectorAll("article h2")].map((each) => {
          const words = document.createRange();
          words.setStart(each, 0);
          words.setEndBefore(each.querySelector(".headerlink"));
          return [each.textContent, each.getBoundingClientRect().height - words.getBoundingClientRect().height];
        })"""
    )
    assert len(heights) > 5
    assert {title: more for title, more in heights if more > 20} == {}


@pytest.mark.parametrize("path", ["patients/after-prrt-at-home", "patients/prrt", "about/limits", "calculators/"])
def test_the_tables_of_these_pages_fit_on_a_phone(online, visit, path):
    page = visit(online, path, viewport=NARROW)
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".md-typeset__scrollwrap")]
          .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent.slice(0, 60))"""
    )
    assert wide == []


def test_a_table_that_goes_on_beside_a_phone_shows_it_and_its_caption_is_read_whole(online, visit):
    page = visit(online, "evidence/where-guidelines-disagree", viewport=NARROW)
    wide = page.locator(".md-typeset__scrollwrap").filter(has=page.locator("caption")).first
    assert wide.evaluate("(each) => each.scrollWidth > each.clientWidth")
    assert wide.evaluate("(each) => getComputedStyle(each).backgroundImage.split('linear-gradient').length") == 5
    caption = wide.locator("caption").bounding_box()
    assert caption["x"] >= 0
    assert caption["x"] + caption["width"] <= NARROW["width"]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_table_stands_in_one_frame_with_scripts_and_without(online, visit, scripts):
    page = visit(online, "treatment/prrt", java_script_enabled=scripts)

    framed = page.locator("article .md-typeset__scrollwrap > .md-typeset__table > table:not([class])").count()
    assert framed == page.locator("article table:not([class])").count() > 5
    assert page.locator("article .md-typeset__scrollwrap .md-typeset__scrollwrap").count() == 0


def test_a_wide_screen_shows_a_table_of_seven_columns_whole_and_a_line_that_can_be_read(online, visit):
    page = visit(online, "treatment/prrt")
    seven = page.locator(".md-typeset__scrollwrap:has(thead th:nth-child(7))").first
    assert seven.evaluate("(each) => each.scrollWidth <= each.clientWidth + 1")

    page = visit(online, "calculators/treatment_options")
    prose = page.locator(".md-content__inner > :is(p, ul), .net-sources")
    assert prose.count() > 5
    assert max(each["width"] for each in (one.bounding_box() for one in prose.all()) if each) <= 720
