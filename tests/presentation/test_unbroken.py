"""What a calculator draws: a figure keeps its unit on its line, and not one word is another than in the result."""

import random
import re

import pytest
from markupsafe import escape

from presentation.results import result_html
from presentation.unbroken import NAME, UNITS, WHOLE, unbroken
from tests.presentation.conftest import Html, criteria_result


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("7.4 GBq every 8 weeks", ["7.4 GBq", "8 weeks"]),
        ("Ki-67 20 % and Ki-67 above 55 %", ["Ki-67 20 %", "Ki-67", "55 %"]),
        ("Platelets at least 75 × 10⁹/L", ["75 × 10⁹"]),
        ("at most 1.5 × ULN", ["1.5 × ULN"]),
        ("every 2–3 months in NETTER-2, G1–G2", ["2–3 months", "NETTER-2", "G1–G2"]),
        ("(n = 12, p < 0.05)", ["n = 12", "p < 0.05"]),
        ("at least 34.2 µmol/L or 2 mg/dL", ["34.2 µmol", "2 mg"]),
        ("a 2 men and 3 women", []),
        ("PRRT with 177Lu-DOTATATE <script>", ["177Lu-DOTATATE"]),
        ("", []),
    ],
)
def test_what_is_read_as_one_word_is_an_element_and_the_words_stay(text, kept):
    html = str(unbroken(text))
    whole = rf'<span class="{WHOLE}">(.*?)</span>'
    assert re.findall(whole, html) == [str(escape(each)) for each in kept]
    assert re.sub(whole, r"\1", html) == str(escape(text))


def test_the_quick_search_finds_what_the_plain_one_does():
    figure = rf"\b(?:Ki-67 )?\d+(?:[.,–]\d+)* (?:× (?:10[⁰¹²³⁴⁵⁶⁷⁸⁹]*|ULN)|{UNITS})"
    plain = re.compile(rf"({figure}|\b[np] (?:=|&[lg]t;) ?\d+(?:[.,]\d+)*|{NAME})")
    parts = "5 - HIAA FU Ki-67 K i n p = < > 2 – G1 A a NETTER-2 177Lu-D % × ULN . , d é ( 12"
    pieces = [*parts.split(), " ", " months", "× 10⁹"]
    chance = random.Random(67)  # noqa: S311 - the same texts each time
    for _ in range(20_000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 9)))
        expected = plain.sub(rf'<span class="{WHOLE}">\1</span>', str(escape(text)))
        assert str(unbroken.__wrapped__(text)) == expected, text


def test_a_result_is_drawn_bound_and_stays_plain_itself(labels):
    result = criteria_result("not_enough_information")
    (platelets,) = [each["text"] for each in result["findings"] if each["id"] == "platelets"]
    assert platelets == "Platelets at least 75 × 10⁹/L"

    html = result_html(result, labels)

    assert f'Platelets at least <span class="{WHOLE}">75 × 10⁹</span>/L' in html
    assert platelets in Html(html).text
