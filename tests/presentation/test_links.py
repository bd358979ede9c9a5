"""Links with a case: what a reader is told of those that were cut, edited, encoded again, old, new or hostile."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guideline import read_answers
from presentation.boards import digest
from presentation.desk import respond
from presentation.links import link_of
from tests.presentation.sample import CALCULATORS, EVIDENCE, LINK_KEYS, SAMPLE

ANSWERS: dict[str, Any] = {
    "kind": "well",
    "past": ["a", "b"],
    "platelets_1e9_l": {"value": "82"},
    "creatinine_umol_l": {"value": "1,5", "unit": "mg/dL"},
    "expecting": False,
    "last_day": "23 November 2026",
}
LINK = "c2~sample~2026.1~south~aea~aha.b~aa82~ab1.5a~agn~ai20261123"


def sealed(body: str) -> str:
    return f"{body}~{digest(body)}"


def opened(text: str, calculator: str = "sample") -> dict[str, Any]:
    request = json.dumps({"calculator": calculator, "want": "open", "text": text})
    said: dict[str, Any] = json.loads(respond(CALCULATORS, EVIDENCE, request, LINK_KEYS))
    assert "failure" not in said, said
    return said


def test_a_link_has_short_keys_and_a_seal():
    link = link_of(SAMPLE, read_answers(SAMPLE, ANSWERS), ANSWERS, "south", LINK_KEYS)
    assert link == sealed(LINK)
    request = {"calculator": "sample", "variant": "south", "answers": ANSWERS, "want": "link"}
    assert json.loads(respond(CALCULATORS, EVIDENCE, json.dumps(request), LINK_KEYS)) == {"text": link}


def test_a_link_brings_back_what_was_answered():
    said = opened(f"https://example.org/guide/#{sealed(LINK)}")["opened"]
    assert said["said"] == []
    assert said["variant"] == "south"
    assert said["answers"] == {
        "kind": "well",
        "past": ["a", "b"],
        "platelets_1e9_l": {"value": "82", "unit": "10⁹/L"},
        "creatinine_umol_l": {"value": "1.5", "unit": "mg/dL"},
        "expecting": "no",
        "last_day": "2026-11-23",
    }


@pytest.mark.parametrize("length", range(1, len(sealed(LINK))))
def test_a_cut_link_brings_nothing(length):
    said = opened(sealed(LINK)[:length])
    assert list(said) == ["refused"]
    assert "Nothing was filled in" in said["refused"]


@pytest.mark.parametrize("place", range(3, len(LINK)))
def test_an_edited_link_brings_nothing(place):
    body = sealed(LINK)
    edited = f"{body[:place]}{'7' if body[place] != '7' else '8'}{body[place + 1 :]}"
    assert "cut or changed" in opened(edited)["refused"]


@pytest.mark.parametrize(
    "encoded",
    [
        sealed(LINK).replace("~", "%7E"),
        sealed(LINK).replace("~", "%257e"),
        "#" + "".join(f"%{ord(each):02x}" for each in sealed(LINK)),
        "".join(f"%25{ord(each):02x}" for each in sealed(LINK)),
        f"  https://example.org/#{sealed(LINK)}\n",
    ],
)
def test_encoding_once_or_twice_changes_nothing(encoded):
    assert opened(encoded) == opened(sealed(LINK))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no link"),
        ("Dear colleague", "no link"),
        ("https://example.org/guide/", "no link"),
        ("#c2", "cut or changed"),
        ("c2~~~~", "cut or changed"),
        ("c0~sample~2026.1~south~aea~00000000", "cut or changed"),
        (sealed("c3~sample~2026.1~south~aea"), "newer version of this guide"),
        ("c99", "newer version of this guide"),
        (sealed("c2~table~2026.1~-~aea"), "another calculator (table), not with Sample"),
        (sealed("c2~<script>alert(1)</script>~2026.1~-"), "cut or changed"),
        ("c2~" + "a" * 5000, "longer than any link"),
        ("c2~%ff%fe~sample", "cut or changed"),
        ("c2~sample~2026.1~-~ae\ud800~" + "0" * 8, "cut or changed"),
        ("c=table&v=2026.1&kind=well", "another calculator (table)"),
        ("c=%3Cscript%3Ealert(1)%3C/script%3E&kind=well", "another calculator (<script>alert(1)</script>)"),
    ],
)
def test_what_is_no_whole_link_for_this_form_is_refused_in_words(text, said):
    assert said in opened(text)["refused"]


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("zz1", "Left out: zz is a question that this page does not know."),
        ("z", "Left out: z is a question that this page does not know."),
        ("aj43", "Left out: Sample: who meets the made-up criteria? asks nothing called shoe_size."),
        ("aez", "Left out: the answer to Kind of growth cannot be read."),
        ("ae", "Left out: the answer to Kind of growth cannot be read."),
        ("aha.a", "Left out: the answer to Earlier treatment cannot be read."),
        ("aha.z", "Left out: the answer to Earlier treatment cannot be read."),
        ("agmaybe", "Left out: the answer to Expecting a child cannot be read."),
        ("aaMrs.Jones", "Left out: the answer to Platelets cannot be read."),
        ("aa1e5", "Left out: the answer to Platelets cannot be read."),
        ("aa8-2", "Left out: the answer to Platelets cannot be read."),
        ("aa82z", "Left out: the answer to Platelets cannot be read."),
        ("ai2026", "Left out: the answer to Day of the last dose cannot be read."),
        ("ai20260230", "Left out: Day of the last dose: 2026-02-30 is not a day of the calendar."),
        ("aa-5", "Left out: Platelets −5\u00a0×\u00a010⁹/L is below the possible limit"),
        ("aa99999", "Left out: Platelets 99999\u00a0×\u00a010⁹/L is above the possible limit"),
    ],
)
def test_one_part_that_cannot_be_read_is_named_and_stays_unanswered(part, line):
    said = opened(sealed(f"c2~sample~2026.1~north~{part}~ac60"))["opened"]
    assert said["answers"] == {"age_years": {"value": "60", "unit": "years"}}
    assert len(said["said"]) == 1
    assert said["said"][0].startswith(line)


def test_a_question_that_is_answered_twice_stays_unanswered():
    said = opened(sealed("c2~sample~2026.1~north~aea~aeb~aea"))["opened"]
    assert said["answers"] == {}
    assert said["said"] == ["Left out: Kind of growth is answered twice."]


def test_an_unusual_value_is_asked_again_unless_it_was_confirmed():
    usual = opened(sealed("c2~sample~2026.1~north~ab700"))["opened"]["answers"]
    confirmed = opened(sealed("c2~sample~2026.1~north~ab700_"))["opened"]["answers"]
    assert usual == {"creatinine_umol_l": {"value": "700", "unit": "µmol/L"}}
    assert confirmed == {"creatinine_umol_l": {"value": "700", "unit": "µmol/L", "confirmed": True}}


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("2026.1", []),
        (
            "2025.9",
            [
                "This was made with version 2025.9; this page has version 2026.1. The answers were judged again.",
                "Changed in 2026.1: scores of uptake come from the scan report.",
            ],
        ),
        (
            "2025.3",
            [
                "This was made with version 2025.3; this page has version 2026.1. The answers were judged again.",
                "Changed in 2025.9: the limit for platelets moved from 70 to 75.",
                "Changed in 2026.1: scores of uptake come from the scan report.",
            ],
        ),
        (
            "2024.1",
            ["This was made with version 2024.1; this page has version 2026.1. The answers were judged again; "],
        ),
        ("2027.1", ["This was made with version 2027.1, which is newer than this page (2026.1)."]),
        ("2026.1.1", ["This was made with version 2026.1.1, which is newer than this page (2026.1)."]),
    ],
)
def test_another_version_is_told_with_what_changed_since(version, lines):
    said = opened(sealed(f"c2~sample~{version}~north~aea"))["opened"]
    assert said["answers"] == {"kind": "well"}
    assert len(said["said"]) == len(lines)
    assert all(each.startswith(line) for each, line in zip(said["said"], lines, strict=True))


def test_an_authority_that_is_not_here_is_named():
    said = opened(sealed("c2~sample~2026.1~east~aea"))["opened"]
    assert said["variant"] is None
    assert said["said"] == ["There is no authority called east here: look at what is chosen under According to."]


def test_a_link_of_the_first_form_opens_and_says_that_it_cannot_show_a_cut():
    text = "#c=sample&v=2025.9&by=south&kind=tidy&past=-&creatinine_umol_l=1%2C5%7Emg%2FdL&scan_uptake=s3&shoe_size=43"
    said = opened(text)["opened"]
    assert said["variant"] == "south"
    assert said["answers"] == {
        "kind": "well",
        "past": [],
        "creatinine_umol_l": {"value": "1.5", "unit": "mg/dL"},
        "uptake": "s3",
    }
    assert said["said"] == [
        "This was made with version 2025.9; this page has version 2026.1. The answers were judged again.",
        "Changed in 2026.1: scores of uptake come from the scan report.",
        "This link has the form of an earlier version, which does not show whether it was cut: compare every answer.",
        "tidy is called Well ordered today.",
        "scan_uptake is called uptake today.",
        "Left out: Sample: who meets the made-up criteria? asks nothing called shoe_size.",
    ]


@pytest.mark.parametrize(
    "answer",
    ["platelets_1e9_l=Mrs+Jones", "platelets_1e9_l=<img src=x onerror=alert(1)>", "kind=odd", "platelets_1e9_l=1,234"],
)
def test_text_in_a_link_of_the_first_form_is_never_an_answer(answer):
    said = opened(f"c=sample&v=2026.1&{answer}&age_years=60")["opened"]
    assert said["answers"] == {"age_years": {"value": "60", "unit": "years"}}
    assert len(said["said"]) == 2
    assert said["said"][1].startswith("Left out: ")


def test_a_made_up_link_is_not_repeated_back_without_end():
    said = opened("c=sample&v=2026.1&" + "&".join(f"x{each}=1" for each in range(300)))["opened"]
    assert len(said["said"]) < 50
    assert said["said"][-1] == "And 260 more."
