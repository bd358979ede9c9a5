"""Somatostatin analogues: what the EU and the US label are about; and the panels of guidelines and labels.

Sources: product information (evidence SS-08 to SS-14). The EU indications were not re-read; the EU text of
lanreotide against symptoms and of octreotide in other syndromes is not in the register.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, criterion, entry, first_of, none_of, outcome, panel
from neuroendocrine.analogues import (
    ACROMEGALY,
    CARCINOID,
    ESCALATION,
    INSULINOMA_TEST,
    LANREOTIDE_GROWTH,
    LANREOTIDE_SYNDROME,
    NOT_AROUND_RESECTION,
    OCTREOTIDE_GROWTH,
    OCTREOTIDE_SHORT,
    OCTREOTIDE_SYNDROME,
    VIPOMA,
    WITHOUT_SYNDROME,
    allergy,
    short_acting,
)
from neuroendocrine.facts.pathology import KI67, MIDGUT_SITES, PRIMARY_SITE
from neuroendocrine.scope import REFUSED_TYPES
from neuroendocrine.systemic import DIGESTIVE, LEAD_TEXT, NET_G3, leading_of

if TYPE_CHECKING:
    from guideline.panels import Entry, Panel
    from guideline.tables import FirstOf, Outcome

KI67_UP_TO_10 = criterion(
    "ki67-up-to-10", "Ki-67 at most 10 %", KI67 <= 10, kind="part", evidence="SS-08", recalled=True
)
EU_SITE_LANREOTIDE = criterion(
    "eu-site-lanreotide",
    "Midgut, pancreas or primary not found",
    PRIMARY_SITE.one_of(*MIDGUT_SITES, "pancreas", "unknown_primary"),
    kind="part",
    evidence="SS-08",
    recalled=True,
)
EU_SITE_OCTREOTIDE = criterion(
    "eu-site-octreotide",
    "Midgut or primary not found",
    PRIMARY_SITE.one_of(*MIDGUT_SITES, "unknown_primary"),
    kind="part",
    evidence="SS-09",
    recalled=True,
)

OUTSIDE_LABEL = outcome("Outside the indication of this label", outcome_id="outside-label", evidence=("SS-08", "SS-09"))

LANREOTIDE_GROWTH_EU = first_of(
    "lanreotide-growth-eu",
    "Lanreotide against growth",
    *REFUSED_TYPES,
    NOT_AROUND_RESECTION,
    (OUTSIDE_LABEL, none_of("outside-eu-site", "Another primary site", EU_SITE_LANREOTIDE, kind="part")),
    (
        outcome("Outside the label: above a Ki-67 of 10 %, or G3", outcome_id="outside-label-grade", evidence="SS-08"),
        none_of(
            "outside-eu-grade",
            "Not G1 or G2 with a Ki-67 of at most 10 %",
            all_of(
                "eu-grade",
                "Ki-67 at most 10 %, not G3",
                KI67_UP_TO_10,
                none_of("eu-not-g3", "Not NET G3", NET_G3, kind="part"),
                kind="part",
                evidence="SS-08",
            ),
            kind="part",
        ),
    ),
    allergy("lanreotide"),
    INSULINOMA_TEST,
    (
        outcome(
            "Within the label: G1, and G2 up to a Ki-67 of 10 %, midgut, pancreas or primary not found",
            outcome_id="in-label",
            note=f"120 mg every 28 days. Indication not re-read in the source. {ACROMEGALY}",
            evidence=("SS-08", "SS-04"),
        ),
        None,
    ),
    evidence="SS-08",
)
OCTREOTIDE_GROWTH_EU = first_of(
    "octreotide-growth-eu",
    "Octreotide LAR against growth",
    *REFUSED_TYPES,
    NOT_AROUND_RESECTION,
    (OUTSIDE_LABEL, none_of("outside-eu-site", "Another primary site", EU_SITE_OCTREOTIDE, kind="part")),
    allergy("octreotide"),
    INSULINOMA_TEST,
    (
        outcome(
            "Within the label: advanced, midgut or primary not found",
            outcome_id="in-label",
            note="30 mg every 4 weeks. Indication not re-read in the source.",
            evidence=("SS-09", "SS-10"),
        ),
        None,
    ),
    evidence="SS-09",
)
LANREOTIDE_GROWTH_US = first_of(
    "lanreotide-growth-us",
    "Lanreotide against growth",
    *REFUSED_TYPES,
    NOT_AROUND_RESECTION,
    (OUTSIDE_LABEL, none_of("not-digestive", "Not a digestive primary", DIGESTIVE, kind="part")),
    allergy("lanreotide"),
    INSULINOMA_TEST,
    (
        outcome(
            "Within the label: unresectable or metastatic, well or moderately differentiated, no Ki-67 limit",
            outcome_id="in-label",
            note=f"120 mg every 4 weeks. {ACROMEGALY}",
            evidence="SS-08",
        ),
        None,
    ),
    evidence="SS-08",
)
OCTREOTIDE_GROWTH_US = first_of(
    "octreotide-growth-us",
    "Octreotide LAR against growth",
    *REFUSED_TYPES,
    (
        outcome("Outside the label: no indication against growth", outcome_id="outside-label", evidence="SS-09"),
        None,
    ),
    evidence="SS-09",
)
_NO_EU_TEXT = (
    outcome("No text of this label in the register", outcome_id="no-record-label", evidence=("SS-08", "SS-09")),
    None,
)
LANREOTIDE_SYNDROME_EU = first_of(
    "lanreotide-syndrome-eu",
    "Lanreotide against a hormone syndrome",
    *REFUSED_TYPES,
    WITHOUT_SYNDROME,
    _NO_EU_TEXT,
    evidence="SS-08",
)
LANREOTIDE_SYNDROME_US = first_of(
    "lanreotide-syndrome-us",
    "Lanreotide against a hormone syndrome",
    *REFUSED_TYPES,
    WITHOUT_SYNDROME,
    (OUTSIDE_LABEL, none_of("not-carcinoid", "Not carcinoid syndrome", CARCINOID, kind="part")),
    allergy("lanreotide"),
    (
        outcome(
            "Within the label: carcinoid syndrome, to need less short-acting analogue",
            outcome_id="in-label",
            note="120 mg every 4 weeks; no second 120 mg when it is used against growth already.",
            evidence="SS-08",
        ),
        None,
    ),
    evidence="SS-08",
)


def _octreotide_syndrome_label(region: str, rest: Outcome, in_label: Outcome) -> FirstOf:
    return first_of(
        f"octreotide-syndrome-{region}",
        "Octreotide LAR against a hormone syndrome",
        *REFUSED_TYPES,
        WITHOUT_SYNDROME,
        (
            rest,
            none_of("neither-carcinoid-nor-vipoma", "Neither carcinoid nor VIPoma", CARCINOID, VIPOMA, kind="part"),
        ),
        allergy("octreotide"),
        (in_label, None),
        evidence="SS-09",
    )


OCTREOTIDE_SYNDROME_US = _octreotide_syndrome_label(
    "us",
    OUTSIDE_LABEL,
    outcome(
        "Within the label: diarrhoea and flushing of carcinoid syndrome, diarrhoea of VIPoma",
        outcome_id="in-label",
        note="Short-acting 100 to 600 µg/day for 2 weeks, then 20 mg every 4 weeks for 2 months, then 10 to 30 mg.",
        evidence=("SS-09", "SS-10"),
    ),
)
OCTREOTIDE_SYNDROME_EU = _octreotide_syndrome_label(
    "eu",
    outcome("No text of this label in the register", outcome_id="no-record-label", evidence="SS-09"),
    outcome(
        "Within the label: carcinoid syndrome and VIPoma (not re-read in the source)",
        outcome_id="in-label",
        evidence="SS-09",
    ),
)
OCTREOTIDE_SHORT_US = short_acting("in-label", "in-label-vipoma", (), OUTSIDE_LABEL)
ESCALATION_LABEL = first_of(
    "escalation-label",
    "Higher dose or shorter interval",
    *REFUSED_TYPES,
    WITHOUT_SYNDROME,
    (
        outcome("Above the label; the label of the country decides", outcome_id="outside-label", evidence="SS-13"),
        None,
    ),
    evidence="SS-13",
)


def _panel(authority: str, *tables: FirstOf) -> Panel:
    ids = ("lanreotide_growth", "octreotide_growth", "lanreotide_syndrome", "octreotide_syndrome", "escalation")
    rows: tuple[Entry, ...] = tuple(
        entry(row_id, table.text, table) for row_id, table in zip((*ids, "octreotide_short"), tables, strict=False)
    )
    return panel(f"analogues-{authority}", "Analogues", *rows, leading=leading_of(*rows), lead_text=LEAD_TEXT)


ANALOGUES = _panel(
    "guidelines",
    LANREOTIDE_GROWTH,
    OCTREOTIDE_GROWTH,
    LANREOTIDE_SYNDROME,
    OCTREOTIDE_SYNDROME,
    ESCALATION,
    OCTREOTIDE_SHORT,
)
ANALOGUES_EU = _panel(
    "eu",
    LANREOTIDE_GROWTH_EU,
    OCTREOTIDE_GROWTH_EU,
    LANREOTIDE_SYNDROME_EU,
    OCTREOTIDE_SYNDROME_EU,
    ESCALATION_LABEL,
)
ANALOGUES_US = _panel(
    "us",
    LANREOTIDE_GROWTH_US,
    OCTREOTIDE_GROWTH_US,
    LANREOTIDE_SYNDROME_US,
    OCTREOTIDE_SYNDROME_US,
    ESCALATION_LABEL,
    OCTREOTIDE_SHORT_US,
)
