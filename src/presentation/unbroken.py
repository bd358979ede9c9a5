"""What is read as one word stays on one line: a figure and its unit, "n = 12", a range, the name of a trial.

What a calculator draws is bound by the filter `unbroken` of the templates, each text once. It adds elements and changes
no word: a result, a letter and what is searched are the plain text. Prose is bound by the Markdown extension.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

WHOLE: Final = "net-whole"  # the class of what is not parted
UNITS: Final = (
    r"%|per cent\b|×|[kMG]Bq\b|mCi\b|[mµ]?Sv\b|Gy\b|[kM]eV\b|[kmµnp]?g\b|[mµd]?L\b|[mµnp]?mol\b|IU\b|U/|mmHg\b"
    r"|[cmk]?m²?(?![\w’'])|HU\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b"
)
_NAMES: Final = (  # how each begins, which is one character, and how it goes on
    ("[A-Z]", r"(?:(?<=K)i|[A-Za-z]*[A-Z][A-Za-z]*|)-\d[\dA-Za-z]*\b"),  # NETTER-2
    ("5", r"-(?:HIAA|FU)\b"),
    (r"\d", r"\d{1,2}[A-Z][a-z]?-[A-Za-z]+\b"),  # 177Lu-DOTATATE
    (r"\d", r"[\d.,]*–\d+(?:[.,]\d+)*"),  # 2–3
    ("[A-Z]", r"\d–[A-Z]?\d\b"),  # G1–G2
)
NAME: Final = "|".join(rf"\b{first}{rest}" for first, rest in _NAMES)
_OF_UNITS: Final = rf"\d*(?:[.,–]\d+)* (?:× (?:10[⁰¹²³⁴⁵⁶⁷⁸⁹]*|ULN)|{UNITS})"
_FIGURES: Final = ((r"\d", _OF_UNITS), ("K", rf"i-67 \d{_OF_UNITS}"))  # 20 %, 2–3 months, 75 × 10⁹/L, Ki-67 20 %
# Begins with a set of characters: a search passes over all others without trying, on its way to a first result.
_ONE_WORD = re.compile(
    rf"([\dA-Z](?<!\w.)(?:{'|'.join(f'(?<={first}){rest}' for first, rest in (*_FIGURES, *_NAMES))}))"
)
_STATISTIC = re.compile(r"(\b[np] (?:=|&[lg]t;) ?\d+(?:[.,]\d+)*)")  # n = 12
_DIGITS = frozenset("0123456789")
_SIGNS = frozenset("=<>")
_IN_AN_ELEMENT = rf'<span class="{WHOLE}">\1</span>'


@lru_cache(maxsize=8192)  # a result says the same few texts many times, and the next one nearly all of them again
def unbroken(text: str) -> Markup:
    """Return a text escaped, with what is read as one word in an element of its own."""
    escaped = escape(text)
    if _DIGITS.isdisjoint(text):
        return escaped
    bound = escaped if _SIGNS.isdisjoint(text) else _STATISTIC.sub(_IN_AN_ELEMENT, escaped)
    return Markup(_ONE_WORD.sub(_IN_AN_ELEMENT, bound))  # noqa: S704 - escaped before
