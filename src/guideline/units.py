"""Units of measurement: their symbols, the many ways people type them, and exact conversion.

A number that somebody entered stays a decimal (an integer and a power of ten) until one correctly rounded division
turns it into a float, so a conversion can never tip a value over a threshold.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

# Codes of the Unified Code for Units of Measure (UCUM), for machines; the key is what readers see.
UCUM = {
    "": "1",
    "%": "%",
    "years": "a",
    "months": "mo",
    "weeks": "wk",
    "days": "d",
    "hours": "h",
    "kg": "kg",
    "g": "g",
    "mg": "mg",
    "µg": "ug",
    "lb": "[lb_av]",
    "cm": "cm",
    "m": "m",
    "mm": "mm",
    "in": "[in_i]",
    "mL": "mL",
    "cm³": "cm3",
    "L": "L",
    "m²": "m2",
    "mm²": "mm2",
    "per 2 mm²": "/(2.mm2)",
    "10⁹/L": "10*9/L",
    "/µL": "/uL",
    "10³/µL": "10*3/uL",
    "10¹²/L": "10*12/L",
    "10⁶/µL": "10*6/uL",
    "g/dL": "g/dL",
    "g/L": "g/L",
    "mmol/L": "mmol/L",
    "µmol/L": "umol/L",
    "nmol/L": "nmol/L",
    "pmol/L": "pmol/L",
    "mg/dL": "mg/dL",
    "mg/m²": "mg/m2",
    "mg·min/mL": "mg.min/mL",
    "% per month": "%/mo",
    "mg/L": "mg/L",
    "µg/L": "ug/L",
    "ng/L": "ng/L",
    "ng/mL": "ng/mL",
    "pg/mL": "pg/mL",
    "mL/min": "mL/min",
    "mL/min/1.73 m²": "mL/min/{1.73_m2}",
    "mL/s": "mL/s",
    "× ULN": "{ULN}",
    "Gy": "Gy",
    "GBq": "GBq",
    "MBq": "MBq",
    "mCi": "mCi",
    "mmHg": "mm[Hg]",
    "bpm": "/min",
    "mU/L": "m[IU]/L",
    "µU/mL": "u[IU]/mL",
    "µSv/h": "uSv/h",
    "mg/24 h": "mg/(24.h)",
    "µmol/24 h": "umol/(24.h)",
}

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BETWEEN = re.compile(r"[\s\u00a0\u2009\u202f^*{}\[\]()_]")
_TIMES_TEN = re.compile(r"^[x×](?=10)")
_TEN_TO = re.compile(r"^10e(?=\d)")
_LOOKALIKES = str.maketrans({"μ": "µ", "⁄": "/", "∕": "/"})


@dataclass(frozen=True)
class Decimal:
    """An exact decimal number as typed: `digits` divided by ten to the power `places`."""

    digits: int
    places: int

    def times(self, numerator: int, denominator: int) -> float:
        """Return this number times a rational factor, rounded once."""
        over: int = 10**self.places * denominator
        return self.digits * numerator / over


@dataclass(frozen=True)
class Unit:
    """One accepted unit of a fact; `numerator/denominator` turns it into the fact's own unit."""

    symbol: str
    numerator: int = 1
    denominator: int = 1

    @property
    def code(self) -> str:
        """The UCUM code."""
        return UCUM[self.symbol]

    def to_own(self, number: Decimal) -> float:
        """Return an entered number in the fact's own unit."""
        return number.times(self.numerator, self.denominator)


@cache
def spelled(symbol: str) -> str:
    """Return the normal form of a unit as typed, so that `x10^9/l`, `10*9/L` and `10⁹/L` are one."""
    text = symbol.translate(_LOOKALIKES).translate(_SUPERSCRIPTS).lower()
    text = text.replace("µ", "u").replace("mcmol", "umol").replace("mcg", "ug")
    text = _BETWEEN.sub("", text)
    text = _TIMES_TEN.sub("", text)
    text = _TEN_TO.sub("10", text)
    return {
        "g/l.": "g/l",
        "percent": "%",
        "yr": "years",
        "y": "years",
        "year": "years",
        "d": "days",
        "day": "days",
    }.get(text, text)


def find_unit(units: tuple[Unit, ...], typed: str) -> Unit | None:
    """Return the accepted unit that `typed` names by symbol, UCUM code or a usual spelling, or None."""
    wanted = spelled(typed)
    for unit in units:
        if wanted in (spelled(unit.symbol), spelled(unit.code)):
            return unit
    return None


@lru_cache(maxsize=4096)  # one result says the same few numbers many times
def format_number(value: float, decimals: int) -> str:
    """Return a number for display, rounded half up, without trailing zeros; never used to compare."""
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be displayed")
    scale = 10**decimals
    scaled = abs(value) * scale
    whole = int(scaled + 0.5 + 1e-9)
    text = f"{whole // scale}"
    if decimals:
        fraction = f"{whole % scale:0{decimals}d}".rstrip("0")
        text = f"{text}.{fraction}" if fraction else text
    return f"−{text}" if value < 0 and whole else text


@lru_cache(maxsize=4096)
def format_exact(value: float) -> str:
    """Return a threshold as an author wrote it: 75.0 as 75, 1.5 as 1.5."""
    return f"{value + 0.0:.10g}".replace("-", "−")  # plus nothing: a zero below zero is a zero


_TIMES = ("seconds", "minutes", "hours", "days", "weeks", "months", "years")


def with_unit(number: str, symbol: str) -> str:
    """Join number and unit with a no-break space, powers of ten with a multiplication sign."""
    if not symbol:
        return number
    if number in ("1", "−1") and symbol in _TIMES:
        symbol = symbol.removesuffix("s")  # 1 day, 2 days
    if symbol.startswith("10"):
        return f"{number}\u00a0×\u00a0{symbol}"
    return f"{number}\u00a0{symbol}"
