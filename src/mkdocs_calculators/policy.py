"""The Content-Security-Policy of the site, made from what its pages really hold.

One policy for all pages: with instant navigation the first page's policy stays in force on the next one. Scripts run
when they are files of the site or one of the theme's few inline scripts, named by hash; `unsafe-inline` and
`unsafe-eval` are never needed. Forms go nowhere, so without JavaScript no answer can end up in an address.

A browser that meets a policy in a page stops looking ahead for what it will need, and would ask for one file after the
other: beside the policy, pages for a web server name the styles and scripts that they wait for.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from mkdocs_calculators.html_parts import pages_of, read_parts
from mkdocs_calculators.problems import Problem

_NAME = "Content-Security-Policy"
_PUT = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>(?:\s*<link rel="preload"[^>]*>)*')
_SCRIPTS = re.compile(rf'(?<=<meta http-equiv="{_NAME}" content=")[^"]*?script-src')
_CHARSET = re.compile(r'<meta charset="?[\w-]+"?\s*/?>', re.IGNORECASE)


def write_policy(site_dir: Path, *, offline: bool = False) -> tuple[str, list[Problem]]:
    """Put the policy at the top of each page and return it, with a problem for each script that it cannot allow.

    Args:
        site_dir: the site; a page that has a policy gets the new one in its place.
        offline: whether it is opened from a folder, where asking early gains nothing.
    """
    pages = pages_of(site_dir)
    before = {path: path.read_text(encoding="utf-8") for path in pages}
    texts = {path: without_policy(text) for path, text in before.items()}
    scripts: set[str] = set()
    problems: list[Problem] = []
    for path, text in texts.items():
        parts = read_parts(text)
        scripts.update(parts.inline_scripts)
        shown = path.relative_to(site_dir).as_posix()
        problems += [
            Problem(shown, 1, f"attribute {each!r} runs a script that no policy can allow") for each in parts.handlers
        ]
        if _CHARSET.search(text) is None:
            problems.append(Problem(shown, 1, "no <meta charset> after which the policy could stand"))
    policy = policy_for(scripts, offline=offline)
    meta = f'\n      <meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, text in texts.items():
        put = meta if offline else meta + ahead(read_parts(text).awaited)
        start = _CHARSET.search(text)
        after = text[: start.end()] + put + text[start.end() :] if start else text
        if after != before[path]:
            path.write_text(after, encoding="utf-8")
    return policy, problems


def without_policy(html: str) -> str:
    """Return a page as it was before the policy was put into it."""
    return _PUT.sub("", html, count=1) if _NAME in html else html


def naming(script: str, html: str) -> str:
    """Return a page whose policy, if it has one, allows this inline script too."""
    return _SCRIPTS.sub(rf"\g<0> {hash_of(script)}", html, count=1)


def ahead(awaited: Iterable[tuple[str, str]]) -> str:
    """Return the links that have these files asked for at once; each is (`style` or `script`, address)."""
    return "".join(f'\n      <link rel="preload" as="{kind}" href="{escape(address)}">' for kind, address in awaited)


def policy_for(inline_scripts: Iterable[str], *, offline: bool = False) -> str:
    """Return the policy that allows the site's own files and these inline scripts.

    From a folder, `'self'` means nothing that all browsers agree on: there `file:` stands beside it.
    """
    own = "'self' file:" if offline else "'self'"
    hashes = " ".join(sorted(hash_of(each) for each in set(inline_scripts)))
    rules = {
        "default-src": "'none'",
        "script-src": f"{own} {hashes} 'wasm-unsafe-eval'".replace("  ", " "),
        "worker-src": f"{own} blob:",
        "connect-src": "'none'" if offline else "'self'",
        "style-src": own,
        "img-src": f"{own} data:",
        "font-src": own,
        "manifest-src": own,
        "base-uri": "'self'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def hash_of(script: str) -> str:
    """Return the source expression for one inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
