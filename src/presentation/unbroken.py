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
NAME: Final = (
    r"\b(?:Ki|[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z])-\d[\dA-Za-z]*\b|\b5-(?:HIAA|FU)\b"  # NETTER-2
    r"|\b\d{2,3}[A-Z][a-z]?-[A-Za-z]+\b"  # 177Lu-DOTATATE
    r"|\b\d[\d.,]*–\d+(?:[.,]\d+)*|\b[A-Z]\d–[A-Z]?\d\b"  # 2–3, G1–G2
)
_ONE_WORD = re.compile(
    rf"(\b(?:Ki-67 )?\d+(?:[.,–]\d+)* (?:× (?:10[⁰¹²³⁴⁵⁶⁷⁸⁹]*|ULN)|{UNITS})"  # 20 %, 2–3 months, 75 × 10⁹/L
    rf"|\b[np] (?:=|&[lg]t;) ?\d+(?:[.,]\d+)*|{NAME})"
)
_IN_AN_ELEMENT = rf'<span class="{WHOLE}">\1</span>'


@lru_cache(maxsize=8192)  # a result says the same few texts many times, and the next one nearly all of them again
def unbroken(text: str) -> Markup:
    """Return a text escaped, with what is read as one word in an element of its own."""
    return Markup(_ONE_WORD.sub(_IN_AN_ELEMENT, escape(text)))  # noqa: S704 - escaped before
