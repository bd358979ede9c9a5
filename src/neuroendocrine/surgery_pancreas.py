"""Which operation, if any, do authorities discuss for a localised pancreatic NET?

Sources: ENETS 2016 and 2023, ESMO 2020, NANETS 2020, NCCN (evidence SU-01 to SU-10, DI-35, PA-44, PA-46, TA-12).
Not encoded, because recalled with moderate confidence only: 0.5 cm a year as the rate of growth (part of SU-04),
1 cm as the size that NCCN favours (part of SU-02), 2–3 mm between an insulinoma and the main duct (part of SU-06),
lymphadenectomy (SU-08), gastrinoma in MEN1 (SU-09), the limits in von Hippel-Lindau disease (SU-11), Ki-67 in NET G3
(SU-13). Not for rules: SU-07.
"""

from __future__ import annotations

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.facts.history import SYMPTOMATIC
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import PANCREAS_INVASION, PRIMARY_TUMOUR, REGIONAL_NODES
from neuroendocrine.facts.surgery import DUCT_CONTACT, PANCREATIC_DUCTS, PRIMARY_GROWTH
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.grading import WHO_GRADE

PANCREAS = criterion("pancreas", "Primary in the pancreas", PRIMARY_SITE.is_("pancreas"), kind="part", evidence="SU-01")
NON_FUNCTIONING = criterion(
    "non-functioning", "Without a hormone syndrome", FUNCTION.is_("none"), kind="part", evidence="SU-01"
)
SPORADIC = criterion(
    "sporadic", "No hereditary syndrome known", HEREDITARY_SYNDROME.is_("none"), kind="part", evidence="SU-01"
)
MEN1 = criterion("men1", "MEN1", HEREDITARY_SYNDROME.is_("men1"), kind="part", evidence="SU-10")
GRADE_1 = criterion(
    "pancreas-grade-1", "Grade G1", WHO_GRADE.is_("net-g1"), kind="part", evidence="SU-01", recalled=True
)
GRADE_2 = criterion("pancreas-grade-2", "Grade G2", WHO_GRADE.is_("net-g2"), kind="part", evidence=("SU-01", "SU-04"))
NODES_FREE = criterion(
    "nodes-free",
    "No metastasis in the regional nodes",
    REGIONAL_NODES.is_("none"),
    kind="part",
    evidence="SU-01",
    recalled=True,
)

ABOVE_20 = criterion("above-20-mm", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence=("SU-01", "SU-04"))
# NCCN draws its line below 2 cm, ENETS at 2 cm: a tumour of exactly 20 mm stands on both sides.
FROM_20 = criterion("from-20-mm", "At least 20 mm (2 cm)", PRIMARY_SIZE >= 20, kind="part", evidence=("SU-02", "DI-35"))
BELOW_10 = criterion(
    "below-10-mm", "Below 10 mm (1 cm)", PRIMARY_SIZE < 10, kind="part", evidence=("DI-35", "SU-02"), recalled=True
)

OTHER_REASONS = (
    criterion("symptomatic", "Symptoms", SYMPTOMATIC.yes, kind="part", evidence=("SU-04", "SU-01")),
    criterion(
        "duct-changes",
        "Main duct dilated or blocked, or bile duct blocked",
        PANCREATIC_DUCTS.one_of("main_duct", "bile_duct"),
        kind="part",
        evidence=("SU-03", "SU-04"),
    ),
    criterion(
        "pancreas-nodes-involved",
        "Metastasis in the regional nodes",
        REGIONAL_NODES.is_("involved"),
        kind="part",
        evidence="SU-04",
    ),
    criterion(
        "invasion",
        "Growth beyond the pancreas",
        PANCREAS_INVASION.one_of("duodenum_bile_duct", "ampulla", "organs_vessels"),
        kind="part",
        evidence="SU-01",
        recalled=True,
    ),
    criterion("fast-growth", "Fast growth", PRIMARY_GROWTH.is_("fast"), kind="part", evidence=("SU-10", "SU-04")),
    criterion("pancreas-grade-3", "Grade G3", WHO_GRADE.is_("net-g3"), kind="part", evidence="SU-04"),
)
REASONS = any_of("reason-to-resect", "A reason to resect", ABOVE_20, *OTHER_REASONS, kind="part", evidence="SU-04")
REASONS_NCCN = any_of(
    "reason-to-resect-nccn",
    "Outside the tumours that are selected for observation",
    FROM_20,
    *OTHER_REASONS,
    kind="part",
    evidence=("SU-02", "SU-04"),
)
NO_REASON = none_of("no-reason-to-resect", "None of the reasons to resect", REASONS, kind="part")

_SPORADIC_SMALL = (PANCREAS, SPORADIC, NON_FUNCTIONING, NO_REASON)
IS_VHL = all_of(
    "vhl",
    "Pancreas, in von Hippel-Lindau disease",
    PANCREAS,
    criterion(
        "vhl-disease",
        "Von Hippel-Lindau disease",
        HEREDITARY_SYNDROME.is_("vhl"),
        kind="part",
        evidence="TA-12",
    ),
    kind="part",
)
IS_OTHER_SYNDROME = all_of(
    "other-syndrome",
    "Pancreas, in another hereditary syndrome",
    PANCREAS,
    criterion(
        "other-hereditary",
        "A hereditary syndrome other than MEN1 and von Hippel-Lindau disease",
        HEREDITARY_SYNDROME.is_("other"),
        kind="part",
        evidence="SU-01",
    ),
    kind="part",
)
INSULINOMA = criterion("insulinoma", "Insulinoma", FUNCTION.is_("insulinoma"), kind="part", evidence="SU-06")
FUNCTIONING = criterion(
    "functioning",
    "With a hormone syndrome",
    FUNCTION.one_of("carcinoid", "gastrinoma", "vipoma", "glucagonoma", "somatostatinoma", "acth", "other"),
    kind="part",
    evidence=("SU-04", "PA-46"),
)

_RISK = "Operations on the pancreas: complications in 28–30 %, death in about 1 %, as a review counts them."
_SURVEILLANCE = outcome(
    "Surveillance: an option for this small tumour",
    outcome_id="pancreas-surveillance",
    note="ENETS and ESMO, up to 20 mm; particularly below 20 mm, G1 or low G2, normal ducts, free nodes.",
    evidence=("SU-01", "SU-03", "DI-35"),
)
_SMALL_G2 = outcome(
    "Small but G2: surveillance or resection, a board decision",
    outcome_id="pancreas-small-g2",
    note="One position keeps low G2 under surveillance, another resects G2 in a fit person; no limit parts the two.",
    evidence=("SU-01", "SU-04"),
)
_NODES_OPEN = outcome(
    "Small, but the nodes cannot be assessed: individual",
    outcome_id="pancreas-nodes-open",
    note="The positions on surveillance presuppose nodes that are free on imaging.",
    evidence="SU-01",
)
_MEN1_SURVEILLANCE = outcome(
    "Surveillance: an option in MEN1",
    outcome_id="pancreas-men1-surveillance",
    note="Up to 20 mm and without fast growth, such tumours were not linked to death.",
    evidence="SU-10",
)
_MEN1_FUNCTIONING = outcome(
    "MEN1 with a hormone syndrome: individual, in an expert centre",
    outcome_id="pancreas-men1-functioning",
    note="Tumours are multiple, so the source of the hormone has to be found first. No limit is encoded.",
    evidence="SY-39",
)
_VHL = outcome(
    "Von Hippel-Lindau disease: limits of its own, an expert centre decides",
    outcome_id="pancreas-vhl",
    note=(
        "Size, growth and gene decide; the limits were not re-read and are not encoded. Belzutifan is approved in the "
        "US for tumours that do not need immediate surgery."
    ),
    evidence="TA-12",
)
_OTHER_SYNDROME = outcome(
    "Another hereditary syndrome: no published limit is encoded",
    outcome_id="pancreas-other-syndrome",
    note="The positions on size hold for sporadic tumours and for MEN1.",
    evidence=("SU-01", "SU-10"),
)
_OCCULT = outcome(
    "Insulinoma not found: localise it first",
    outcome_id="insulinoma-occult",
    note="Blind resection is not among the options.",
    evidence="SU-06",
)
_ENUCLEATION = outcome(
    "Enucleation: the option that guidelines place first for this insulinoma",
    outcome_id="insulinoma-enucleation",
    note=f"If it is small and lies clear of the main duct; otherwise a resection. {_RISK}",
    evidence=("SU-06", "PA-44", "PA-47", "SU-05"),
)
_INSULINOMA_RESECTION = outcome(
    "Central or distal resection, or pancreatoduodenectomy, for this insulinoma",
    outcome_id="insulinoma-resection",
    note=_RISK,
    evidence=("SU-06", "PA-44", "SU-05"),
)
_FUNCTIONING_RESECTION = outcome(
    "Resection: guidelines place it first for a functioning tumour in a fit person",
    outcome_id="pancreas-functioning-resection",
    note=f"Syndrome under control first. {_RISK}",
    evidence=("SU-04", "PA-46", "PA-14", "SU-05"),
)
_RESECTION = outcome(
    "Resection: guidelines place it first in a fit person",
    outcome_id="pancreas-resection",
    note=_RISK,
    evidence=("SU-04", "DI-35", "SU-05"),
)
_MEN1_SURGERY = outcome(
    "MEN1 above 20 mm, with fast growth or another reason: surgery is the question",
    outcome_id="pancreas-men1-surgery",
    note="Tumours are multiple in MEN1; an expert centre plans the extent.",
    evidence=("SU-10", "SU-04"),
)

_FUNCTIONING_PANCREAS = all_of(
    "pancreas-functioning", "Pancreas, sporadic, with a hormone syndrome", PANCREAS, SPORADIC, FUNCTIONING, kind="part"
)
_SMALL_INSULINOMA = all_of(
    "insulinoma-small-apart",
    "Insulinoma up to 20 mm, clear of the main duct, without nodes, invasion or G3",
    PANCREAS,
    INSULINOMA,
    criterion(
        "insulinoma-up-to-20-mm",
        "At most 20 mm (2 cm)",
        PRIMARY_SIZE <= 20,
        kind="part",
        evidence="PA-44",
        recalled=True,
    ),
    criterion(
        "no-duct-contact", "No contact with the main duct", DUCT_CONTACT.is_("apart"), kind="part", evidence="SU-06"
    ),
    none_of(
        "insulinoma-confined",
        "No nodes, no growth beyond the pancreas, not G3",
        OTHER_REASONS[2],
        OTHER_REASONS[3],
        OTHER_REASONS[5],
        kind="part",
        evidence="SU-04",
    ),
    kind="part",
)

# What can be decided without an operation, and what can only be weighed.
ENETS_FIRST = (
    (_VHL, IS_VHL),
    (_OTHER_SYNDROME, IS_OTHER_SYNDROME),
    (
        _SURVEILLANCE,
        all_of(
            "pancreas-surveillance",
            "Small, sporadic, without syndrome, G1, nodes free, no reason to resect",
            *_SPORADIC_SMALL,
            NODES_FREE,
            GRADE_1,
            kind="part",
        ),
    ),
    (
        _SMALL_G2,
        all_of(
            "pancreas-small-g2",
            "The same, but G2",
            *_SPORADIC_SMALL,
            NODES_FREE,
            GRADE_2,
            kind="part",
        ),
    ),
    (_NODES_OPEN, all_of("pancreas-nodes-open", "The same, but nodes not assessed", *_SPORADIC_SMALL, kind="part")),
    (
        _MEN1_SURVEILLANCE,
        all_of(
            "pancreas-men1-small",
            "MEN1, without syndrome, no reason to resect",
            PANCREAS,
            MEN1,
            NON_FUNCTIONING,
            NO_REASON,
            kind="part",
        ),
    ),
    (
        _MEN1_FUNCTIONING,
        all_of(
            "pancreas-men1-functioning",
            "MEN1 with a hormone syndrome",
            PANCREAS,
            MEN1,
            any_of("men1-syndrome", "Insulinoma or another hormone syndrome", INSULINOMA, FUNCTIONING, kind="part"),
            kind="part",
        ),
    ),
    (
        _OCCULT,
        all_of(
            "insulinoma-occult",
            "Insulinoma that imaging has not found",
            PANCREAS,
            INSULINOMA,
            criterion("not-found", "No primary found", PRIMARY_TUMOUR.is_("none_found"), kind="part", evidence="SU-06"),
            kind="part",
        ),
    ),
)
ENETS_SURGICAL = (
    (_ENUCLEATION, _SMALL_INSULINOMA),
    (_INSULINOMA_RESECTION, all_of("insulinoma-other", "Any other insulinoma", PANCREAS, INSULINOMA, kind="part")),
    (_FUNCTIONING_RESECTION, _FUNCTIONING_PANCREAS),
    (
        _MEN1_SURGERY,
        all_of(
            "pancreas-men1-reason", "MEN1, without syndrome, a reason to resect", PANCREAS, MEN1, REASONS, kind="part"
        ),
    ),
    (
        _RESECTION,
        all_of(
            "pancreas-resection",
            "Sporadic, without syndrome, a reason to resect",
            PANCREAS,
            SPORADIC,
            NON_FUNCTIONING,
            REASONS,
            kind="part",
        ),
    ),
)

NANETS_FIRST = (
    (
        outcome(
            "Observation: NANETS, below 10 mm",
            outcome_id="nanets-observation",
            note="For a sporadic tumour without syndrome and without a reason to resect.",
            evidence=("DI-35", "SU-02"),
        ),
        all_of(
            "nanets-below-10",
            "Below 10 mm, sporadic, without syndrome, no reason to resect",
            *_SPORADIC_SMALL,
            BELOW_10,
            none_of("nanets-not-g2", "Not G2", GRADE_2, kind="part"),
            kind="part",
        ),
    ),
    (
        outcome(
            "Individual: NANETS, 10 to 20 mm or G2",
            outcome_id="nanets-individual",
            note="Age, other illness, grade, location and nodes are weighed.",
            evidence=("DI-35", "SU-02"),
        ),
        all_of(
            "nanets-10-to-20",
            "Up to 20 mm, sporadic, without syndrome, no reason to resect",
            *_SPORADIC_SMALL,
            kind="part",
        ),
    ),
)
NANETS_SURGICAL = (
    (_FUNCTIONING_RESECTION, _FUNCTIONING_PANCREAS),
    ENETS_SURGICAL[-1],
)

NCCN_FIRST = (
    (
        outcome(
            "Observation in selected cases: NCCN, below 20 mm",
            outcome_id="nccn-observation",
            note="Age, other illness, grade, location and nodes are weighed.",
            evidence=("SU-02", "DI-35"),
        ),
        all_of(
            "nccn-below-20",
            "Below 20 mm, sporadic, without syndrome, nothing against observation",
            PANCREAS,
            SPORADIC,
            NON_FUNCTIONING,
            none_of("nccn-no-reason", "Nothing against observation", REASONS_NCCN, kind="part"),
            kind="part",
        ),
    ),
)
NCCN_SURGICAL = (
    (
        outcome(
            "Outside what NCCN names for observation: resection is the question",
            outcome_id="nccn-resection",
            note=_RISK,
            evidence=("SU-02", "DI-35", "SU-05"),
        ),
        all_of(
            "nccn-reason",
            "Sporadic, without syndrome, outside the tumours selected for observation",
            PANCREAS,
            SPORADIC,
            NON_FUNCTIONING,
            REASONS_NCCN,
            kind="part",
        ),
    ),
)
