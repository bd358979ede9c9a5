"""When the search index is fetched: once a reader turns to the search, not with every page.

Material's own script fetches the index of all pages, hands it to a worker and has it built there on every visit, some
seconds of one core, which most visits never need and which slow down a calculator that starts at the same time.
"""

from __future__ import annotations

import re
from pathlib import Path

BUNDLE = "assets/javascripts"

# Material's bundle: the index is asked for where the page has a search form, otherwise there is a stream that is empty.
_AT_ONCE = re.compile(r'=document\.forms\.namedItem\("search"\)\?(?P<fetch>[\w$]+)\(\):(?P<never>[\w$]+)(?=[,;])')

# `q` opens the search by an address, `h` has the words of a search marked on the page: both need the index at once.
_ON_DEMAND = (
    '=document.forms.namedItem("search")?(i=>new {never}.constructor(o=>{{'
    "const go=()=>{{removeEventListener('focusin',on);removeEventListener('pointerover',on);"
    "(i??={fetch}()).subscribe(o)}},"
    "on=({{target}})=>target.closest?.('.md-search,[for=__search]')&&go();"
    "if(/[?&][qh]=/.test(location.search)||document.activeElement?.closest('.md-search'))go();"
    "else{{addEventListener('focusin',on);addEventListener('pointerover',on)}}"
    "}}))():{never}"
)
_MARK = "target.closest?.('.md-search,[for=__search]')"


def fetch_index_on_demand(site_dir: Path) -> None:
    """Rewrite Material's bundle in a built site; one that is rewritten already stays as it is.

    Raises:
        FileNotFoundError: the site has not exactly one bundle.
        ValueError: the bundle does not ask for the index as it did when this was written.
    """
    bundles = sorted((site_dir / BUNDLE).glob("bundle.*.js"))
    if len(bundles) != 1:
        raise FileNotFoundError(f"{site_dir / BUNDLE} should hold one bundle, not {len(bundles)}")
    (bundle,) = bundles
    text = bundle.read_text(encoding="utf-8")
    if _MARK in text:
        return
    changed, count = _AT_ONCE.subn(lambda found: _ON_DEMAND.format(**found.groupdict()), text)
    if count != 1:
        raise ValueError(f"{bundle.name}: asks for the search index in {count} places that are known, not in one")
    bundle.write_text(changed, encoding="utf-8")
