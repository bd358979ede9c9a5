"""A made-up guideline about nothing real, with every kind of fact and criterion."""

from typing import Any

from guideline import (
    Calculator,
    any_of,
    ask,
    choice,
    contradiction,
    criteria,
    criterion,
    date,
    derived,
    entry,
    first_of,
    notice,
    number,
    option,
    outcome,
    panel,
    section,
    several_of,
    variants,
    yes_no,
)

PLATELETS = number(
    "platelets_1e9_l", "Platelets", unit="10⁹/L", accepts={"/µL": (1, 1000)}, at_least=0,
    at_most=3000, plausible=(20, 1000), found_in="blood count", hint="At most 4 weeks old", close=2,
)  # fmt: skip
CREATININE = number(
    "creatinine_umol_l", "Serum creatinine", unit="µmol/L", accepts={"mg/dL": (884, 10)}, at_least=5,
    at_most=20000, reason="no living person is beyond", plausible=(30, 500), found_in="blood chemistry",
)  # fmt: skip
AGE = number("age_years", "Age", unit="years", at_least=0, at_most=120, whole=True)
CLEARANCE = derived(
    "clearance_ml_min", "Clearance", unit="mL/min", inputs=(AGE, CREATININE), at_least=0, at_most=300,
    decimals=0, formula=lambda age, creatinine: (140 - age) * 100 / creatinine, evidence="T-03",
)  # fmt: skip
KIND = choice("kind", "Kind of growth", option("well", "Well ordered"), option("poor", "Poorly ordered"))
UPTAKE = choice("uptake", "Uptake", *(option(f"s{n}", f"Score {n}") for n in range(9)), found_in="scan report")
EXPECTING = yes_no("expecting", "Expecting a child", changeable=False)
PAST = several_of("past", "Earlier treatment", option("a", "Treatment A"), option("b", "Treatment B"))
DAY = date("last_day", "Day of the last dose")

# As `calculators keys` writes it; a question was called shoe_size once and is no longer asked.
LINK_KEYS: dict[str, Any] = {
    "versions": [
        {"id": "2025.3", "changes": ["first edition"]},
        {"id": "2025.9", "changes": ["the limit for platelets moved from 70 to 75"]},
        {"id": "2026.1", "changes": ["scores of uptake come from the scan report"]},
    ],
    "facts": {
        "platelets_1e9_l": {"key": "aa", "units": {"/µL": "a"}},
        "creatinine_umol_l": {"key": "ab", "units": {"mg/dL": "a"}},
        "age_years": {"key": "ac"},
        "clearance_ml_min": {"key": "ad"},
        "kind": {"key": "ae", "options": {"well": "a", "poor": "b"}, "options_were": {"tidy": "well"}},
        "uptake": {"key": "af", "options": {f"s{n}": "abcdefghi"[n] for n in range(9)}, "was": ["scan_uptake"]},
        "expecting": {"key": "ag"},
        "past": {"key": "ah", "options": {"a": "a", "b": "b"}},
        "last_day": {"key": "ai"},
        "shoe_size": {"key": "aj", "removed": True},
    },
}

RULE = variants(
    (
        "north",
        "Northern label",
        criteria(
            "north-all",
            "Northern criteria",
            criterion("kind-well", "Well ordered", KIND.is_("well"), evidence="T-01"),
            criterion("platelets", "Platelets at least 75 × 10⁹/L", PLATELETS >= 75, evidence=("T-02", "T-01")),
            any_of(
                "uptake-or-past",
                "Uptake or earlier treatment",
                criterion("uptake", "Score 2 or more", UPTAKE.one_of("s2", "s3", "s4"), evidence="T-01"),
                criterion("past-a", "Treatment A before", PAST.includes("a"), evidence="T-01"),
            ),
            criterion("expecting", "Expecting a child", EXPECTING.yes, kind="contraindication", evidence="T-02"),
            criterion("clearance", "Clearance below 50 mL/min", CLEARANCE < 50, kind="caution", evidence="T-03"),
        ),
    ),
    (
        "south",
        "Southern label",
        criteria(
            "south-all",
            "Southern criteria",
            criterion("kind-well", "Well ordered", KIND.is_("well"), evidence="T-01"),
            criterion("platelets", "Platelets at least 100 × 10⁹/L", PLATELETS >= 100, evidence="T-02"),
            criterion("expecting", "Expecting a child", EXPECTING.yes, kind="contraindication", evidence="T-02"),
        ),
    ),
)

SAMPLE = Calculator(
    id="sample",
    title="Sample: who meets the made-up criteria?",
    content_version="2026.1",
    intended_use="Adults who exist only in tests, by the people who test.",
    not_for=("Anybody real",),
    sections=(
        section("report", "Report", KIND, UPTAKE, ask(PAST, when=KIND.is_("well"))),
        section("blood", "Blood", PLATELETS, AGE, CREATININE, CLEARANCE),
        section("history", "History", EXPECTING, DAY),
    ),
    rule=RULE,
    reports=(CLEARANCE,),
    contradictions=(
        contradiction(
            "young-poor",
            "Poorly ordered growth does not occur below 2 years.",
            KIND.is_("poor"),
            AGE < 2,
            fact=KIND,
        ),
    ),
    not_considered=("The weather", "Wishes of the person"),
)

TABLE = Calculator(
    id="table",
    title="Table: which class is it?",
    content_version="2026.1",
    intended_use="Classes that exist only in tests.",
    not_for=(),
    sections=(section("report", "Report", KIND, PLATELETS),),
    rule=first_of(
        "class",
        "Class",
        ("Class 2", criterion("poor", "Poorly ordered", KIND.is_("poor"), evidence="T-01")),
        ("Class 1", None),
    ),
)

PLACES = Calculator(
    id="places",
    title="Places: what comes first?",
    content_version="2026.1",
    intended_use="Choices that exist only in tests.",
    not_for=(),
    sections=(section("report", "Report", KIND, PLATELETS, EXPECTING),),
    rule=panel(
        "places",
        "Places",
        entry(
            "walk",
            "Walking",
            first_of(
                "walk",
                "Walking",
                (outcome("Placed first in this situation", outcome_id="first", evidence="T-01"), KIND.is_("well")),
                (outcome("Not placed in this situation", outcome_id="not-placed", evidence="T-02"), None),
            ),
        ),
        entry(
            "swim",
            "Swimming",
            first_of(
                "swim",
                "Swimming",
                (
                    outcome(
                        "Placed first in this situation", outcome_id="first", note="In warm water.", evidence="T-03"
                    ),
                    criterion("many", "Platelets above 75", PLATELETS > 75, evidence="T-02"),
                ),
                (outcome("Not placed in this situation", outcome_id="not-placed", evidence="T-02"), None),
            ),
        ),
        leading=("first",),
        lead_text="Placed first",
    ),
    notices=(notice("expecting", "Expecting: ask.", EXPECTING.yes, evidence="T-02"),),
)

CALCULATORS = {"sample": SAMPLE, "table": TABLE, "places": PLACES}

EVIDENCE: dict[str, Any] = {
    "T-01": {
        "id": "T-01",
        "statement": "Growth is well ordered where the report says so.",
        "figures": [],
        "population": "made-up adults",
        "strength": "label",
        "known": "seen",
        "confidence": "high",
        "notes": "Nothing to add.",
        "sources": [
            {
                "key": "MADEUP2020",
                "citation": "Maker M. On order. J Imaginary Med 2020;1:1–9",
                "url": "https://doi.org/10.0000/made-up",
                "locator": "table 2",
            }
        ],
        "disagrees": [{"id": "T-09", "text": "The southern label asks for 100."}],
        "confirmed_on": "2026-11-23",
        "review_by": "2027-11-30",
    },
    "T-02": {
        "id": "T-02",
        "statement": "Platelets at least 75 × 10⁹/L.",
        "figures": ["75 × 10⁹/L"],
        "population": "made-up adults",
        "strength": "phase 3, I",
        "known": "recalled",
        "confidence": "medium",
        "sources": [{"key": "X", "citation": "Northern label, 2024", "url": None, "locator": ""}],
        "disagrees": [],
        "confirmed_on": "2026-11-23",
        "review_by": "2027-11-30",
    },
    "T-03": {
        "id": "T-03",
        "statement": "Clearance below 50 mL/min calls for care.",
        "figures": ["50 mL/min"],
        "population": "",
        "strength": "",
        "known": "seen",
        "confidence": "high",
        "sources": [{"key": "Y", "citation": "Cockcroft D. 1976", "url": "https://doi.org/10.0000/y", "locator": None}],
        "disagrees": [],
        "confirmed_on": "2026-11-23",
        "review_by": "2027-11-30",
    },
}
