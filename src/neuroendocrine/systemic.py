"""What chemotherapy, targeted drugs and somatostatin analogues ask alike: extent, pace, fitness, lines so far.

Sources: the pathway records and disagreements (evidence PA-02, PA-06, PA-07, PA-18, PA-23, TA-17, SS-07).
Outcome ids begin with where a treatment is placed: first, next (in the line that is due), later, selected (in some
cases), settle-first, in-label, outside-label, not-placed, not-now, contraindicated, no-record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.facts.history import EVER_TREATED, SYMPTOMATIC, SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import BULKY, COURSE, EXTENT, RAPID_GROWTH
from neuroendocrine.facts.pathology import (
    DIFFERENTIATION,
    DIGESTIVE_SITES,
    MIDGUT_SITES,
    PRIMARY_SITE,
    THORACIC_SITES,
)
from neuroendocrine.facts.patient import ECOG
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE

if TYPE_CHECKING:
    from guideline.panels import Entry
    from guideline.rules import Criterion
    from guideline.tables import Outcome

LEAD_TEXT = "Options the tumour board may discuss"
_LEADING = ("first", "next", "selected", "in-label")
INTESTINAL_SITES = ("duodenum", *MIDGUT_SITES, "left_colon", "rectum")

# Tumour -------------------------------------------------------------------------------------------------------------

WELL = criterion(
    "well-differentiated", "Well differentiated", DIFFERENTIATION.is_("well"), kind="part", evidence=("CL-29", "CH-28")
)
NET_G3 = criterion("net-g3", "NET G3", WHO_GRADE.is_("net-g3"), kind="part", evidence=("CL-03", "CH-05"))
PANCREAS = criterion(
    "pancreas", "Primary in the pancreas", PRIMARY_SITE.is_("pancreas"), kind="part", evidence=("CH-06", "TA-02")
)
DIGESTIVE = criterion(
    "digestive", "Primary in a digestive organ", PRIMARY_SITE.one_of(*DIGESTIVE_SITES), kind="part", evidence="SS-07"
)
INTESTINAL = criterion(
    "intestinal",
    "Primary in the small or large bowel",
    PRIMARY_SITE.one_of(*INTESTINAL_SITES),
    kind="part",
    evidence="CH-07",
)
LUNG = criterion("lung", "Primary in the lung", PRIMARY_SITE.is_("lung"), kind="part", evidence=("PA-22", "TA-01"))
THYMUS = criterion(
    "thymus", "Primary in the thymus", PRIMARY_SITE.is_("thymus"), kind="part", evidence=("TA-04", "CL-27")
)
THORACIC = criterion(
    "thoracic", "Primary in the lung or thymus", PRIMARY_SITE.one_of(*THORACIC_SITES), kind="part", evidence="CL-27"
)
UNKNOWN_PRIMARY = criterion(
    "unknown-primary", "Primary not found", PRIMARY_SITE.is_("unknown_primary"), kind="part", evidence="PA-23"
)
INSULINOMA = criterion(
    "insulinoma", "Insulinoma", FUNCTION.is_("insulinoma"), kind="part", evidence=("SS-01", "SS-16", "PA-47")
)

# Extent and pace ----------------------------------------------------------------------------------------------------

RESECTABLE = criterion(
    "resectable",
    "Localised or resectable",
    EXTENT.is_("resectable"),
    kind="part",
    evidence=("PA-02", "CH-31", "SS-30"),
)
PROGRESSIVE = criterion(
    "progressive", "Progressive on imaging", COURSE.is_("progressive"), kind="part", evidence=("PA-08", "CH-08")
)
RAPID = criterion("rapid", "Rapid growth", RAPID_GROWTH.yes, kind="part", evidence=("CH-06", "CH-05"))
IS_BULKY = criterion("bulky", "Bulky disease", BULKY.yes, kind="part", evidence=("CH-06", "CH-05"))
RAPID_OR_BULKY = any_of("rapid-or-bulky", "Rapid growth or bulky disease", RAPID, IS_BULKY, kind="part")
NEEDS_SHRINKAGE = any_of(
    "needs-shrinkage",
    "Shrinkage is wanted: rapid growth, bulky disease or symptoms",
    RAPID,
    IS_BULKY,
    criterion("symptomatic", "Symptoms not controlled", SYMPTOMATIC.yes, kind="part", evidence="PA-10"),
    kind="part",
    evidence=("PA-10", "CH-06"),
)

# Fitness ------------------------------------------------------------------------------------------------------------

ECOG_4 = criterion("ecog-4", "ECOG 4", ECOG.is_("4"), kind="part", evidence="PA-18")
ECOG_3 = criterion("ecog-3", "ECOG 3", ECOG.is_("3"), kind="part", evidence=("PA-18", "CH-30"))

# Lines so far -------------------------------------------------------------------------------------------------------

HAD_PRRT = criterion("had-prrt", "PRRT before", EVER_TREATED.includes("prrt"), kind="part", evidence=("PA-07", "CH-07"))
HAD_EVEROLIMUS = criterion(
    "had-everolimus", "Everolimus before", SYSTEMIC_SO_FAR.includes("everolimus"), kind="part", evidence="CH-07"
)
HAD_ANALOGUE = criterion(
    "had-analogue",
    "A somatostatin analogue before",
    SYSTEMIC_SO_FAR.includes("analogue"),
    kind="part",
    evidence=("SS-27", "PA-07"),
)
HAD_PLATINUM = criterion(
    "had-platinum", "Platinum before", SYSTEMIC_SO_FAR.includes("platinum"), kind="part", evidence=("CH-13", "CH-14")
)
_NOT_ANALOGUES = tuple(each.id for each in SYSTEMIC_SO_FAR.options if each.id != "analogue")
HAD_OTHER_THAN_ANALOGUE = any_of(
    "had-other-than-analogue",
    "Systemic treatment other than a somatostatin analogue before",
    criterion(
        "had-another-drug",
        "A systemic drug other than an analogue before",
        SYSTEMIC_SO_FAR.includes_any(*_NOT_ANALOGUES),
        kind="part",
        evidence=("TA-09", "DI-54"),
    ),
    HAD_PRRT,
    kind="part",
    evidence=("TA-09", "DI-54"),
)
HAD_ANY = any_of(
    "had-any",
    "Any systemic treatment before, an analogue included",
    HAD_ANALOGUE,
    HAD_OTHER_THAN_ANALOGUE,
    kind="part",
    evidence=("TA-09", "PA-06"),
)
UNTREATED = none_of("untreated", "No systemic treatment yet", HAD_ANY, kind="part", evidence="PA-06")

# Outcomes that several tables share -----------------------------------------------------------------------------------

SUPPORTIVE_CARE = (
    outcome(
        "Not placed with ECOG 4: best supportive care, with palliative care early",
        outcome_id="not-placed-ecog-4",
        evidence="PA-18",
    ),
    ECOG_4,
)
SELECTED_ECOG_3 = (
    outcome(
        "ECOG 3: in selected cases only; most trials left such patients out",
        outcome_id="selected-ecog-3",
        evidence=("PA-18", "CH-30"),
    ),
    ECOG_3,
)
RESECTABLE_FIRST = (
    outcome(
        "Not placed while the tumour is resectable: resection is discussed first",
        outcome_id="not-placed-resectable",
        evidence=("PA-02", "CH-31"),
    ),
    RESECTABLE,
)
BY_PROBABLE_SITE = (
    outcome(
        "Primary not found: placed by the most probable site",
        outcome_id="settle-first-unknown-primary",
        note="Judge again with the site that the board holds most probable.",
        evidence="PA-23",
    ),
    all_of("net-of-unknown-primary", "NET with the primary not found", WELL, UNKNOWN_PRIMARY, kind="part"),
)


def used_before(option_id: str, evidence: str) -> tuple[Outcome, Criterion]:
    """Return the branch for a treatment that was used before; `evidence` is the record that places it."""
    label = SYSTEMIC_SO_FAR.label_of(option_id)
    return (
        outcome(
            "Used before: the records do not say where a repeat stands",
            outcome_id="no-record-repeat",
            evidence=evidence,
        ),
        criterion(
            f"had-{option_id}",
            f"{label}: used before",
            SYSTEMIC_SO_FAR.includes(option_id),
            kind="part",
            evidence=evidence,
        ),
    )


def leading_of(*rows: Entry) -> tuple[str, ...]:
    """Return the outcome ids of a panel's rows that put a treatment on the table, in their order."""
    ids = (each.id for row in rows for each, _ in row.rule.branches)
    return tuple(dict.fromkeys(each for each in ids if each.startswith(_LEADING)))
