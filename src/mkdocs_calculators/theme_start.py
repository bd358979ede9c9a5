"""What Material's own script does when a page opens: less of it, and later.

On every visit it fetches the index of all pages and has it built by a worker, has every element styled five times more
than needed, moves every table, and asks the browser to lay the page out while Python could already be starting.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

BUNDLE = "assets/javascripts"
WAITS = (
    "(run=>{let begun,begin=()=>{begun||(begun=1,globalThis.netGuideStarts?netGuideStarts.then(run):run())};"
    "requestAnimationFrame(()=>setTimeout(begin));setTimeout(begin,200)})(()=>{"
)
"""Before the whole script: the page is drawn first (one that is not in front draws nothing, hence the 200 ms), and then
the script waits while Python starts for a reader who was quicker than it (see browser/theme-waits.js)."""


class Change(NamedTuple):
    """One place of the script: what it does there, how it is found, what stands there instead, and a mark of that."""

    does: str
    found: re.Pattern[str]
    instead: str
    mark: str


CHANGES = (
    # The index is asked for where the page has a search form, otherwise there is a stream that is empty. `q` opens the
    # search by an address, `h` has the words of a search marked on the page: both need the index at once. An index that
    # does not arrive is asked for again with the next letter, or when the search is next turned to.
    Change(
        "asks for the search index",
        re.compile(r'=document\.forms\.namedItem\("search"\)\?(?P<fetch>[\w$]+)\(\):(?P<never>[\w$]+)(?=[,;])'),
        '=document.forms.namedItem("search")?(i=>new {never}.constructor(o=>{{'
        "const turns=['focusin','pointerover','change','input'],"
        "on=({{target}})=>target.closest?.('.md-search,#__search,[for=__search]')&&go(),"
        "wait=()=>turns.forEach(each=>addEventListener(each,on)),"
        "go=()=>{{turns.forEach(each=>removeEventListener(each,on));"
        "(i??={fetch}()).subscribe({{next:v=>o.next(v),error:wait,complete:()=>o.complete()}})}};"
        "if(/[?&][qh]=/.test(location.search)||document.getElementById('__search')?.checked"
        "||document.activeElement?.closest('.md-search'))go();else wait()"
        "}}))():{never}",
        "turns=['focusin','pointerover','change','input']",
    ),
    # The worker of the search begins with the first message to it, which brings the index.
    Change(
        "starts the search worker",
        re.compile(r"(?P<worker>\w+)=new Worker\((?P<address>\w+)\)(?=\)\{)"),
        "{worker}=(a=>{{let w,t=new EventTarget;t.postMessage=m=>{{"
        "w||(w=new Worker(a)).addEventListener('message',"
        "({{data}})=>t.dispatchEvent(new MessageEvent('message',{{data}})));"
        "w.postMessage(m)}};return t}})({address})",
        "t.dispatchEvent(new MessageEvent('message',{data}))",
    ),
    # The page's inline script has set the colours before anything was drawn; saying that they change, and that they no
    # longer do, has every element styled anew each time. So only what comes after the first is a change.
    Change(
        "says that the colours change",
        re.compile(r'document\.body\.setAttribute\("data-md-color-switching",""\)'),
        '(document.body.netColours?document.body.setAttribute("data-md-color-switching",""):document.body.netColours=1)',
        "document.body.netColours",
    ),
    # A <meta> that says which scheme the page has makes a browser style every element anew whenever it is put in or
    # written, even with what holds already. Ours stands in the page and follows the device ("light dark").
    Change(
        "tells the browser the scheme",
        re.compile(
            r'let (?P<meta>\w+)=(?P<make>\w+)\("meta",\{name:"color-scheme"\}\);'
            r"document\.head\.appendChild\((?P=meta)\);"
        ),
        "let {meta}=document.querySelector('meta[name=color-scheme]')"
        '??document.head.appendChild({make}("meta",{{name:"color-scheme"}}));',
        "document.querySelector('meta[name=color-scheme]')",
    ),
    Change(
        "writes the scheme",
        re.compile(r"return (?P<meta>\w+)\.content=(?P<style>\w+)\.colorScheme,"),
        'return (({meta}.content==="light dark"?matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light"'
        ":{meta}.content)==={style}.colorScheme||({meta}.content={style}.colorScheme)),",
        '.content==="light dark"?',
    ),
    # Addresses are made whole before the first of them is followed or once there is nothing else to do; until then
    # those of the page hold as they are.
    Change(
        "makes addresses whole",
        re.compile(r"(?P<of>[\w$]+)\(document\)\.subscribe\((?P<whole>[\w$]+)\);(?=let )"),
        "(i=>{{addEventListener('click',i,{{capture:!0,once:!0}});(window.requestIdleCallback??setTimeout)(i)}})"
        "(()=>{whole}(document));",  # a second time it finds nothing to do
        "addEventListener('click',i,{capture:!0,once:!0})",
    ),
    # Writing the address of a style sheet has it read again and every element styled anew, that of a preload has it
    # loaded again. It is only noted down, for the comparison with the head of the next page.
    Change(
        "writes addresses",
        re.compile(
            r"\{(?P<element>\w+)\[(?P<name>\w+)\]=(?P=element)\[(?P=name)\];break\}\}"
            r"return (?P<rest>[\w$]+\((?P<page>\w+)\))"
        ),
        "{{if(/^(stylesheet|preload)$/.test({element}.rel)&&{page}===document){element}.netWhole={element}.href;"
        "else {element}[{name}]={element}[{name}];break}}}}return {rest}",
        ".netWhole=",
    ),
    Change(
        "compares heads",
        re.compile(r"(?P<heads>\w+)\.set\((?P<element>\w+)\.outerHTML,(?P=element)\)"),
        "{heads}.set({element}.netWhole?{element}.outerHTML.replace({element}.getAttribute('href'),{element}.netWhole)"
        ":{element}.outerHTML,{element})",
        ".netWhole?",
    ),
    # Tables stand in their frames from the build on (see theme/main.html): moving one has it laid out anew.
    Change(
        "frames tables",
        re.compile(r'(?P<all>\w+)\("table:not\(\[class\]\)",(?P<of>\w+)\)'),
        '{all}(":not(.md-typeset__table)>table:not([class])",{of})',
        ":not(.md-typeset__table)>table",
    ),
    # The script now runs once the page is whole, or just before (see theme/main.html).
    Change(
        "waits for the page",
        re.compile(
            r'(?P<on>\w+)\(document,"DOMContentLoaded",\{once:!0\}\)\.subscribe\(\(\)=>(?P<told>\w+)\.next\(document\)\)'
        ),
        '(document.readyState==="loading"?{on}(document,"DOMContentLoaded",{{once:!0}}).subscribe(()=>{told}.next(document))'
        ":setTimeout(()=>{told}.next(document)))",
        'document.readyState==="loading"?',
    ),
)


def mend_start(site_dir: Path) -> None:
    """Rewrite Material's bundle in a built site; one that is rewritten already stays as it is.

    Raises:
        FileNotFoundError: the site has not exactly one bundle.
        ValueError: the bundle does not do one of these things as it did when this was written.
    """
    bundles = sorted((site_dir / BUNDLE).glob("bundle.*.js"))
    if len(bundles) != 1:
        raise FileNotFoundError(f"{site_dir / BUNDLE} should hold one bundle, not {len(bundles)}")
    (bundle,) = bundles
    text = bundle.read_text(encoding="utf-8")
    for each in CHANGES:
        if each.mark in text:
            continue
        places = list(each.found.finditer(text))
        if len(places) != 1:
            raise ValueError(f"{bundle.name}: {each.does} in {len(places)} places that are known, not in one")
        (place,) = places
        text = text[: place.start()] + each.instead.format(**place.groupdict()) + text[place.end() :]
    if not text.startswith(WAITS):
        text = f"{WAITS}{text}\n}});"
    bundle.write_text(text, encoding="utf-8")
