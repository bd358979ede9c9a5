"""What does the US label's table say about the next dose of 177Lu-DOTATATE after a toxicity?

Source: dose modification table of the US product information (evidence PR-50 to PR-57), grades by CTCAE 5.
Not encoded: tumour lysis, radiation exposure and everything that the table leaves to judgement.
"""

from __future__ import annotations

from guideline import all_of, any_of, criterion, first_of, outcome
from neuroendocrine.facts.blood import (
    ALBUMIN,
    BILIRUBIN_ULN,
    CLEARANCE,
    HAEMOGLOBIN,
    NEUTROPHILS,
    PLATELETS,
    PROTHROMBIN,
)
from neuroendocrine.facts.prrt import (
    CLEARANCE_FALL,
    CREATININE_RISE,
    DELAY,
    HYPERSENSITIVITY_GRADE,
    LAST_PRRT_DOSE,
    OTHER_TOXICITY,
    RECURRED,
)

THROMBOCYTOPENIA = criterion(
    "thrombocytopenia",
    "Platelets below 75 × 10⁹/L (grade 2 or worse)",
    PLATELETS < 75,
    kind="part",
    evidence=("PR-56", "PR-50"),
)
ANAEMIA = criterion(
    "anaemia", "Haemoglobin below 8 g/dL (grade 3 or worse)", HAEMOGLOBIN < 8, kind="part", evidence=("PR-57", "PR-51")
)
NEUTROPENIA = criterion(
    "neutropenia",
    "Neutrophils below 1 × 10⁹/L (grade 3 or worse)",
    NEUTROPHILS < 1,
    kind="part",
    evidence=("PR-57", "PR-51"),
)
KIDNEY = any_of(
    "kidney",
    "Kidney function in the range of the table",
    criterion("clearance-low", "Creatinine clearance below 40 mL/min", CLEARANCE < 40, kind="part", evidence="PR-52"),
    criterion(
        "creatinine-rise",
        "Creatinine risen by 40 % or more from baseline",
        CREATININE_RISE >= 40,
        kind="part",
        evidence="PR-52",
    ),
    criterion(
        "clearance-fall",
        "Clearance fallen by 40 % or more from baseline",
        CLEARANCE_FALL >= 40,
        kind="part",
        evidence="PR-52",
    ),
    kind="part",
    evidence="PR-52",
)
LIVER = any_of(
    "liver",
    "Liver function in the range of the table",
    criterion("bilirubin-high", "Bilirubin above 3 × ULN", BILIRUBIN_ULN > 3, kind="part", evidence="PR-53"),
    all_of(
        "albumin-with-prothrombin",
        "Albumin below 30 g/L with a prothrombin ratio below 70 %",
        criterion("albumin-below-30", "Albumin below 30 g/L", ALBUMIN < 30, kind="part", evidence="PR-53"),
        criterion(
            "prothrombin-below-70", "Prothrombin ratio below 70 %", PROTHROMBIN < 70, kind="part", evidence="PR-53"
        ),
        kind="part",
        evidence="PR-53",
    ),
    kind="part",
    evidence="PR-53",
)
OTHER = criterion(
    "other-toxicity",
    "Another grade 3 or 4 reaction, lymphopenia alone not counted",
    OTHER_TOXICITY.yes,
    kind="part",
    evidence="PR-55",
)
ANY_TOXICITY = any_of(
    "toxicity",
    "A toxicity of the table is present",
    THROMBOCYTOPENIA,
    ANAEMIA,
    NEUTROPENIA,
    KIDNEY,
    LIVER,
    OTHER,
    kind="part",
    evidence=("PR-50", "PR-51", "PR-52", "PR-53", "PR-55"),
)

NEXT_DOSE = first_of(
    "next-dose",
    "Next dose by the table of the US label",
    (
        outcome(
            "Table of the label: permanent stop",
            outcome_id="stop",
            evidence=("PR-54", "PR-50"),
        ),
        any_of(
            "stop",
            "A reason for a permanent stop",
            criterion(
                "hypersensitivity",
                "Hypersensitivity of grade 3 or 4",
                HYPERSENSITIVITY_GRADE.one_of("3", "4"),
                kind="part",
                evidence="PR-54",
            ),
            criterion(
                "delay",
                "Delay of 16 weeks or more because of a toxicity",
                DELAY >= 16,
                kind="part",
                evidence=("PR-50", "PR-52", "PR-53"),
            ),
            criterion(
                "recurrence",
                "The same toxicity came back after a reduced dose",
                RECURRED.yes,
                kind="part",
                evidence=("PR-50", "PR-51"),
            ),
            kind="part",
        ),
    ),
    (
        outcome(
            "Table of the label: withhold until it has recovered",
            outcome_id="withhold",
            note=(
                "Platelets: to grade 0 or 1. Anaemia, neutropenia, other reactions: to grade 0 to 2. "
                "Kidney and liver: resolved or back to baseline."
            ),
            evidence=("PR-50", "PR-51", "PR-52", "PR-53", "PR-55"),
        ),
        ANY_TOXICITY,
    ),
    (
        outcome(
            "Table of the label: resume at 3.7 GBq (100 mCi)",
            outcome_id="reduced",
            note="When the reduced dose is tolerated, the table returns to 7.4 GBq.",
            evidence=("PR-50", "PR-51"),
        ),
        criterion(
            "was-withheld",
            "The last dose was withheld for a toxicity that has recovered",
            LAST_PRRT_DOSE.is_("withheld"),
            kind="part",
            evidence="PR-50",
        ),
    ),
    (
        outcome(
            "Table of the label: back to 7.4 GBq (200 mCi)",
            outcome_id="full-again",
            evidence=("PR-50", "PR-51"),
        ),
        criterion(
            "was-reduced",
            "The last dose was reduced and tolerated",
            LAST_PRRT_DOSE.is_("reduced"),
            kind="part",
            evidence="PR-50",
        ),
    ),
    (
        outcome(
            "Table of the label: no change (7.4 GBq)",
            outcome_id="unchanged",
            note="The limits for starting PRRT are checked before every dose as well.",
            evidence=("PR-03", "PR-11"),
        ),
        None,
    ),
)
