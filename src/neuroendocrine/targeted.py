"""Targeted drugs that labels place alike everywhere: everolimus and sunitinib; doses by liver function.

Sources: RADIANT-2, -3 and -4, SUN 1111, COMPETE, product information (evidence TA-01 to TA-07, TA-10, TA-16, TA-17,
PA-06 to PA-09, PA-43, PA-47, PA-49, SY-02). Drugs whose place depends on the region are in targeted_regions.py.
Not encoded, because recalled with moderate confidence only: interferon (TA-15), immunotherapy (TA-18).
"""

from __future__ import annotations

from guideline import all_of, any_of, conclusion, criterion, first_of, none_of, outcome
from neuroendocrine.facts.drugs import CONDITIONS, HEART_CONDITIONS, HEPATIC_IMPAIRMENT
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.prrt import UPTAKE_LIVER
from neuroendocrine.scope import NO_DOSE_HERE, REFUSED_TYPES
from neuroendocrine.systemic import (
    BY_PROBABLE_SITE,
    HAD_PRRT,
    INSULINOMA,
    LUNG,
    NET_G3,
    PANCREAS,
    PROGRESSIVE,
    RESECTABLE_FIRST,
    SELECTED_ECOG_3,
    SUPPORTIVE_CARE,
    THYMUS,
    UNTREATED,
    used_before,
)

# Liver ----------------------------------------------------------------------------------------------------------------

CHILD_PUGH_A = criterion(
    "child-pugh-a",
    "Mild impairment of the liver (Child-Pugh A)",
    HEPATIC_IMPAIRMENT.is_("a"),
    kind="part",
    evidence="TA-05",
)
CHILD_PUGH_B = criterion(
    "child-pugh-b",
    "Moderate impairment of the liver (Child-Pugh B)",
    HEPATIC_IMPAIRMENT.is_("b"),
    kind="part",
    evidence=("TA-05", "TA-10"),
)
CHILD_PUGH_C = criterion(
    "child-pugh-c",
    "Severe impairment of the liver (Child-Pugh C)",
    HEPATIC_IMPAIRMENT.is_("c"),
    kind="part",
    evidence=("TA-05", "TA-10"),
)
EVEROLIMUS_DOSE = conclusion(
    "everolimus_dose",
    first_of(
        "everolimus-dose",
        "Everolimus by liver function",
        NO_DOSE_HERE,
        (
            outcome("2.5 mg once daily, only if the benefit outweighs", outcome_id="2-5-mg", evidence="TA-05"),
            CHILD_PUGH_C,
        ),
        (outcome("5 mg once daily", outcome_id="5-mg", evidence="TA-05"), CHILD_PUGH_B),
        (outcome("7.5 mg once daily", outcome_id="7-5-mg", evidence="TA-05"), CHILD_PUGH_A),
        (outcome("10 mg once daily", outcome_id="10-mg", evidence="TA-01"), None),
        evidence=("TA-05", "TA-01"),
    ),
    label="Everolimus by liver function (label)",
    evidence=("TA-05", "TA-01"),
)
CABOZANTINIB_DOSE = conclusion(
    "cabozantinib_dose",
    first_of(
        "cabozantinib-dose",
        "Cabozantinib by liver function",
        NO_DOSE_HERE,
        (outcome("no dose in the record", outcome_id="none", evidence="TA-10"), CHILD_PUGH_C),
        (outcome("40 mg once daily", outcome_id="40-mg", evidence="TA-10"), CHILD_PUGH_B),
        (outcome("60 mg once daily", outcome_id="60-mg", evidence="TA-08"), None),
        evidence=("TA-10", "TA-08"),
    ),
    label="Cabozantinib by liver function (label)",
    evidence=("TA-10", "TA-08"),
)

# Reasons -----------------------------------------------------------------------------------------------------------

SURGERY_SOON = criterion(
    "surgery-soon",
    "An operation within the next 3 weeks, also on the teeth",
    CONDITIONS.includes("surgery_soon"),
    kind="part",
    evidence="TA-10",
)
SURGERY_LATELY = criterion(
    "surgery-lately",
    "A major operation within the last 2 weeks",
    CONDITIONS.includes("surgery_lately"),
    kind="part",
    evidence="TA-10",
)
AROUND_SURGERY = any_of(
    "around-surgery", "Around an operation", SURGERY_SOON, SURGERY_LATELY, kind="part", evidence=("TA-10", "TA-05")
)
EVEROLIMUS_AVOIDED = criterion(
    "everolimus-avoided",
    "Active pneumonitis, or infection or diabetes that is not under control",
    CONDITIONS.includes_any("pneumonitis", "infection", "diabetes_uncontrolled"),
    kind="part",
    evidence="PA-08",
)
SUNITINIB_CAUTION = any_of(
    "sunitinib-caution",
    "A caution of the label of sunitinib",
    criterion(
        "sunitinib-heart",
        "Weak heart muscle, or a prolonged QT interval",
        HEART_CONDITIONS.includes_any("weak_muscle", "long_qt"),
        kind="part",
        evidence="TA-07",
    ),
    criterion(
        "sunitinib-condition",
        "High blood pressure that is not under control, or serious bleeding",
        CONDITIONS.includes_any("hypertension", "bleeding"),
        kind="part",
        evidence="TA-07",
    ),
    kind="part",
    evidence="TA-07",
)
CABOZANTINIB_CAUTION = criterion(
    "cabozantinib-caution",
    "High blood pressure that is not under control, serious bleeding, perforation or fistula, thrombosis, or "
    "osteonecrosis of the jaw",
    CONDITIONS.includes_any("hypertension", "bleeding", "perforation", "thrombosis", "jaw"),
    kind="part",
    evidence="TA-10",
)
HORMONE_SYNDROME = criterion(
    "hormone-syndrome",
    "A hormone syndrome other than insulinoma",
    FUNCTION.one_of("carcinoid", "gastrinoma", "vipoma", "glucagonoma", "somatostatinoma", "acth", "other"),
    kind="part",
    evidence=("TA-05", "TA-04"),
)
RECEPTOR_POSITIVE = criterion(
    "receptor-uptake",
    UPTAKE_LIVER.text,
    UPTAKE_LIVER.test,
    kind="part",
    evidence=("PR-23", "PR-04", "TA-17"),
)
PRRT_OPEN = all_of(
    "prrt-open",
    "Receptors positive, no PRRT yet",
    RECEPTOR_POSITIVE,
    none_of("no-prrt-yet", "No PRRT yet", HAD_PRRT, kind="part"),
    kind="part",
    evidence=("TA-17", "PA-07"),
)
OTHERS_FIRST = (
    outcome(
        "Later: with positive receptors an analogue or PRRT is placed before it",
        outcome_id="later-untreated",
        evidence=("PA-06", "PA-07"),
    ),
    all_of("untreated-with-receptors", "Receptors positive, no systemic treatment yet", RECEPTOR_POSITIVE, UNTREATED,
           kind="part"),
)  # fmt: skip
NOT_PROGRESSIVE = (
    outcome("Later: trials and labels ask for progression", outcome_id="later", evidence=("PA-08", "PA-09")),
    none_of("not-progressive", "Not progressive", PROGRESSIVE, kind="part"),
)


_NOT_PANCREATIC = none_of("not-pancreatic", "Not a pancreatic primary", PANCREAS, kind="part")

EVEROLIMUS = first_of(
    "everolimus",
    "Everolimus",
    *REFUSED_TYPES,
    (
        outcome("Not placed: the label covers lung, gut and pancreas", outcome_id="not-placed-site", evidence="TA-04"),
        THYMUS,
    ),
    (
        outcome(
            "Not placed: the label excludes functional carcinoid tumours",
            outcome_id="not-placed-functioning",
            note="ENETS 2022 lists it among later options when a carcinoid syndrome stays uncontrolled (not re-read in "
            "the source); with octreotide in RADIANT-2 it missed its boundary.",
            evidence=("TA-05", "TA-04", "TA-03", "SY-02"),
        ),
        any_of(
            "functional-not-covered",
            "Carcinoid syndrome, or another hormone syndrome outside the pancreas (insulinoma apart)",
            criterion(
                "carcinoid-syndrome", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), kind="part", evidence="TA-05"
            ),
            all_of(
                "functional-outside-pancreas",
                "A hormone syndrome, not pancreatic",
                HORMONE_SYNDROME,
                _NOT_PANCREATIC,
                kind="part",
            ),
            kind="part",
        ),
    ),
    RESECTABLE_FIRST,
    SUPPORTIVE_CARE,
    used_before("everolimus", "PA-09"),
    (
        outcome(
            "Not now: avoided with active pneumonitis, uncontrolled infection or uncontrolled diabetes",
            outcome_id="not-now-condition",
            evidence="PA-08",
        ),
        EVEROLIMUS_AVOIDED,
    ),
    (
        outcome(
            "Not now: not started around an operation, it delays healing (not re-read in the source)",
            outcome_id="not-now-surgery",
            evidence="TA-05",
        ),
        AROUND_SURGERY,
    ),
    (
        SELECTED_ECOG_3[0],
        all_of("insulinoma-ecog-3", "Insulinoma, ECOG 3", INSULINOMA, SELECTED_ECOG_3[1], kind="part"),
    ),
    (
        outcome(
            "Metastatic insulinoma: an option beside control of glucose",
            outcome_id="selected-insulinoma",
            evidence="PA-47",
        ),
        INSULINOMA,
    ),
    NOT_PROGRESSIVE,
    SELECTED_ECOG_3,
    (
        outcome(
            "First line in progressive, non-functioning lung carcinoid",
            outcome_id="first",
            note="RADIANT-4: 11.0 months without progression, 3.9 with placebo.",
            evidence=("PA-49", "TA-01"),
        ),
        LUNG,
    ),
    (
        outcome(
            "NET G3: PRRT, temozolomide or FOLFOX is placed before it; the label sets no grade",
            outcome_id="selected-g3",
            note="The trial in the pancreas was in G1 and G2.",
            evidence=("PA-45", "TA-04", "TA-02"),
        ),
        NET_G3,
    ),
    OTHERS_FIRST,
    (
        outcome(
            "Next line, behind PRRT where it is at hand: PRRT held longer in COMPETE",
            outcome_id="next-behind-prrt",
            note="23.9 months with 177Lu-edotreotide, 14.1 with everolimus. With uneven uptake, or FDG-avid lesions "
            "without receptors, everolimus, cabozantinib or CAPTEM come into view instead.",
            evidence=("TA-17", "PA-07", "PA-42"),
        ),
        PRRT_OPEN,
    ),
    (
        outcome(
            "Next line in progressive disease",
            outcome_id="next",
            note="RADIANT-4 (gut, lung, primary not found): 11.0 months without progression, 3.9 with placebo. "
            "RADIANT-3 (pancreas): 11.0 and 4.6 months (not re-read in the source).",
            evidence=("PA-08", "TA-01", "TA-02"),
        ),
        None,
    ),
    evidence=("TA-01", "TA-02", "TA-04"),
)
SUNITINIB = first_of(
    "sunitinib",
    "Sunitinib",
    *REFUSED_TYPES,
    BY_PROBABLE_SITE,
    (
        outcome("Not placed outside the pancreas", outcome_id="not-placed-site", evidence=("PA-09", "TA-06")),
        _NOT_PANCREATIC,
    ),
    RESECTABLE_FIRST,
    SUPPORTIVE_CARE,
    used_before("sunitinib", "PA-09"),
    NOT_PROGRESSIVE,
    SELECTED_ECOG_3,
    OTHERS_FIRST,
    (
        outcome(
            "Only after weighing a caution of the label: heart, QT, blood pressure or bleeding",
            outcome_id="selected-caution",
            evidence="TA-07",
        ),
        SUNITINIB_CAUTION,
    ),
    (
        outcome(
            "NET G3: PRRT, temozolomide or FOLFOX is placed before it; the trial was in G1 and G2",
            outcome_id="selected-g3",
            evidence=("PA-45", "TA-06"),
        ),
        NET_G3,
    ),
    (
        outcome(
            "Next line in progressive pancreatic NET",
            outcome_id="next",
            note="37.5 mg once daily. SUN 1111: 11.4 months without progression, 5.5 with placebo (not re-read in the "
            "source).",
            evidence=("PA-09", "TA-06", "PA-43"),
        ),
        None,
    ),
    evidence=("TA-06", "PA-09"),
)
