"""How numbers are written: what somebody typed becomes an exact decimal and the unit beside it, or a reason why not.

Nothing here guesses. `1,5` is one and a half in half of the world and nothing else in the other half; `1,234` is two
different numbers and is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guideline.units import Decimal

_FOLDED = str.maketrans(
    "０１２３４５６７８９．，－＋％／μ−–‑\u00a0\u2009\u202f\u2007\u3000\t",
    "0123456789.,-+%/µ---      ",
)
_INVISIBLE = str.maketrans("", "", "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_NUMERAL = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[0-9]++(?: [0-9]{3})*+)(?:(?P<mark>[.,])(?P<fraction>[0-9]+))?"
    r" ?(?P<unit>(?![eE][+-]?[0-9])(?:[^\W\d_]|[%×(\[]|/ ?[^\W\d_]|10[\^*eE⁹³⁶¹]).*)?"
)
_RANGE = re.compile(r"[<>≤≥~≈]=? ?[0-9]|[+-]?[0-9][0-9.,]* ?(?:-|to\b|bis\b|…|\.\.) ?[0-9]")
_SEPARATED = re.compile(r"[+-]?[0-9]+(?:[.,' ’][0-9]+)+")
_SPACES = re.compile(r" +")
_DIGITS = 15
_MOST_CHARACTERS = 60  # no measured value needs more; a whole novel pasted into a field is not searched for a number


class Misread(ValueError):  # noqa: N818 - not an error of the program: it is what the reader is told
    """Why an answer is no number: `kind` is "not_a_number" or "ambiguous"; the text goes on after what was typed.

    `example` says whether an example of a number helps; after a range it would read as what to enter for "not known".
    """

    def __init__(self, kind: str, reason: str, *, example: bool = False) -> None:
        self.kind = kind
        self.example = example
        super().__init__(reason)


@dataclass(frozen=True)
class Numeral:
    """A number as written, and the unit written after it ("" when there is none)."""

    number: Decimal
    unit: str = ""


def folded(text: str) -> str:
    """Return text with full-width digits, unusual spaces and dashes, and both code points of µ made one."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE).translate(_FOLDED)).strip()


def read_numeral(typed: float | str) -> Numeral:
    """Return what a number, or a text with one number in it, says exactly; raises Misread."""
    if isinstance(typed, str):
        return _read_text(folded(typed))
    if not (typed == 0 or 1e-30 < abs(typed) < 1e30):  # not a number, without end, or beyond anything measured
        raise Misread("not_a_number", "cannot be compared; a number is needed", example=True)
    return Numeral(_exact(_written(typed)))


def _written(typed: float) -> str:
    """Return the decimal that a number of a program stands for.

    A binary fraction holds 15 digits of any decimal; what Python prints beyond them is left over from arithmetic:
    3 × 17.1 makes 51.300000000000004 and means 51.3.
    """
    text = repr(typed)
    return text if isinstance(typed, int) or sum(each.isdigit() for each in text) <= _DIGITS else f"{typed:.{_DIGITS}g}"


def _exact(text: str) -> Decimal:
    """Return the decimal that Python prints for a number, `1e-07` included."""
    mantissa, _, power = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    places = len(fraction) - int(power or 0)
    digits = int(whole + fraction)
    return Decimal(digits, places) if places >= 0 else Decimal(digits * 10**-places, 0)


def _read_text(text: str) -> Numeral:
    if len(text) > _MOST_CHARACTERS:
        raise Misread("not_a_number", "is too long; a number is needed", example=True)
    if _RANGE.match(text):
        raise Misread("not_a_number", "is a range; one number is needed, or nothing when it is not known")
    match = _NUMERAL.fullmatch(text)
    if match is None:
        if _SEPARATED.fullmatch(text):
            raise Misread("ambiguous", "is not understood; write it without separators between thousands")
        raise Misread("not_a_number", "is not understood; a number is needed", example=True)
    whole, fraction = match["whole"].replace(" ", ""), match["fraction"] or ""
    if match["mark"] == "," and len(fraction) == 3 and len(whole) <= 3 and whole != "0" and " " not in match["whole"]:
        raise Misread("ambiguous", f"can mean {whole}{fraction} or {whole}.{fraction}; write it without a comma")
    digits = int(whole + fraction)
    return Numeral(Decimal(-digits if match["sign"] == "-" else digits, len(fraction)), match["unit"] or "")


def decimal_text(number: Decimal) -> str:
    """Return an exact decimal as it was written, with a point and a true minus sign."""
    digits = str(abs(number.digits)).rjust(number.places + 1, "0")
    text = f"{digits[: -number.places]}.{digits[-number.places :]}" if number.places else digits
    return f"−{text}" if number.digits < 0 else text
