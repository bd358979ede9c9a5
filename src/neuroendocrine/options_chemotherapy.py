"""Where guidelines place chemotherapy: platinum and what follows it in carcinomas, alkylators in NET.

Sources: evidence CH-01 to CH-31, PA-10, PA-18, PA-40, PA-43, PA-45, DI-04, DI-05. Drug by drug: chemotherapy.py.
"""

from __future__ import annotations

from guideline import first_of
from neuroendocrine.chemotherapy_carcinoma import KI67_ABOVE_55
from neuroendocrine.facts.history import SYSTEMIC_SO_FAR
from neuroendocrine.placement import (
    ADVANCED,
    ECOG_3,
    ECOG_4_SUPPORTIVE,
    FAST,
    GRADE_1_2,
    GRADE_3,
    HAD_EVEROLIMUS,
    HAD_PLATINUM,
    HAD_PRRT,
    INTESTINAL,
    IS_BULKY,
    MIXED,
    NEC,
    NEEDS_SHRINKAGE,
    NO_RESECTABLE,
    NOT_A_NET,
    OTHER_TUMOUR,
    PANCREATIC,
    PROGRESSIVE,
    RESECTABLE,
    SPREAD,
    THORACIC,
    either,
    every,
    first,
    individual_with_ecog_3,
    later,
    no_record,
    not_placed,
    part,
    primary_not_found,
    selected,
    site_not_found,
    used_before,
)

# A carcinoma with metastases is advanced even where surgeons could remove them.
_ADVANCED_NEC = either("advanced-nec", "Not resectable, or with distant metastases", ADVANCED, SPREAD)
PLATINUM = first_of(
    "platinum",
    "Platinum and etoposide",
    OTHER_TUMOUR,
    (
        no_record(
            "CL-05", note="The register holds no rule for the chemotherapy of mixed neoplasms: a matter for the board."
        ),
        MIXED,
    ),
    ECOG_4_SUPPORTIVE,
    (
        no_record("PA-40", note="Platinum a second time, after a pause: the register holds no citable record."),
        every(
            "platinum-again",
            "Carcinoma or NET G3, platinum already used",
            either("nec-or-g3", "Carcinoma or NET G3", NEC, GRADE_3),
            HAD_PLATINUM,
        ),
    ),
    (
        selected("PA-18", "CH-30", note="ECOG 3: an individual decision; trials left it out.", case="selected-ecog-3"),
        every("nec-ecog-3", "Advanced carcinoma, ECOG 3", NEC, _ADVANCED_NEC, ECOG_3),
    ),
    (
        first(
            "PA-40", "CH-01", "PA-03", note="Carboplatin or cisplatin; kidney, heart and hearing decide between them."
        ),
        every("nec-first", "Advanced carcinoma (NEC), ECOG 0 to 2", NEC, _ADVANCED_NEC),
    ),
    (
        selected(
            "CH-31", note="Localised carcinoma: beside surgery, a matter for the board.", case="selected-localised"
        ),
        every("nec-local", "Carcinoma, localised", NEC, RESECTABLE),
    ),
    (
        selected(
            "CH-05",
            "PA-45",
            note="Kept for a Ki-67 above 55 %, or rapid or bulky disease; not the default of NET G3.",
            case="selected-g3",
        ),
        every(
            "g3-reserved",
            "Advanced NET G3, Ki-67 above 55 %, or growing fast or bulky",
            ADVANCED,
            GRADE_3,
            either(
                "g3-reasons",
                "A reason",
                part("ki67-above-55", "Ki-67 above 55 %", KI67_ABOVE_55.test, "CH-05"),
                FAST,
                IS_BULKY,
            ),
        ),
    ),
    (
        not_placed(
            "CH-02",
            "CH-04",
            "DI-05",
            note="Not standard in a well-differentiated NET; in NET G3 it did worse as a first choice.",
        ),
        None,
    ),
)

SECOND_LINE_NEC = first_of(
    "second-line-nec",
    "Irinotecan with fluorouracil, or temozolomide with capecitabine, after platinum",
    OTHER_TUMOUR,
    (
        no_record(
            "CL-05", note="The register holds no rule for the chemotherapy of mixed neoplasms: a matter for the board."
        ),
        MIXED,
    ),
    ECOG_4_SUPPORTIVE,
    (
        no_record("PA-40", note="After both of these regimens: the register holds no citable record."),
        every(
            "second-line-used",
            "Carcinoma after platinum, irinotecan and temozolomide",
            NEC,
            HAD_PLATINUM,
            part("had-irinotecan", "Irinotecan has been used", SYSTEMIC_SO_FAR.includes("irinotecan"), "PA-40"),
            part(
                "nec-had-temozolomide", "Temozolomide has been used", SYSTEMIC_SO_FAR.includes("temozolomide"), "PA-40"
            ),
        ),
    ),
    *individual_with_ecog_3(
        "second-line-nec",
        (
            later(
                "PA-40",
                "CH-14",
                "CH-15",
                "CH-31",
                note="Of the two, irinotecan with fluorouracil has the better evidence as second line.",
            ),
            every("nec-second", "Carcinoma after platinum", NEC, HAD_PLATINUM),
        ),
    ),
    (not_placed("PA-40"), None),
)

_ONE_ALKYLATOR_USED = every(
    "alkylator-one-used",
    "Temozolomide or streptozocin has been used, in NET G3 or a pancreatic NET that has to shrink",
    part(
        "had-an-alkylator",
        "Temozolomide or streptozocin has been used",
        SYSTEMIC_SO_FAR.includes_any("temozolomide", "streptozocin"),
        "PA-43",
        "CH-05",
    ),
    ADVANCED,
    either(
        "alkylator-places",
        "NET G3, or pancreatic G1 or G2 that has to shrink",
        GRADE_3,
        every(
            "alkylator-pancreatic",
            "Pancreatic G1 or G2 that has to shrink",
            PANCREATIC,
            GRADE_1_2,
            NEEDS_SHRINKAGE,
        ),
    ),
)
_BOWEL_PROGRESSIVE = (ADVANCED, INTESTINAL, GRADE_1_2, PROGRESSIVE)
ALKYLATOR = first_of(
    "alkylator",
    "Temozolomide (with capecitabine) or streptozocin with fluorouracil",
    OTHER_TUMOUR,
    NOT_A_NET,
    ECOG_4_SUPPORTIVE,
    NO_RESECTABLE,
    (
        no_record(
            "CH-06", note="For lung and thymus the register holds no row of high confidence: a matter for the board."
        ),
        THORACIC,
    ),
    used_before("alkylator", "PA-10", "temozolomide", "streptozocin"),
    (
        no_record("PA-10", note="Temozolomide was used before: the records do not say where a repeat stands."),
        every(
            "alkylator-bowel-again",
            "Bowel G1 or G2, temozolomide used",
            INTESTINAL,
            GRADE_1_2,
            part(
                "bowel-had-temozolomide",
                "Temozolomide has been used",
                SYSTEMIC_SO_FAR.includes("temozolomide"),
                "PA-10",
            ),
        ),
    ),
    primary_not_found("alkylator", ADVANCED),
    site_not_found("alkylator-g1-g2", ADVANCED, GRADE_1_2),
    *individual_with_ecog_3(
        "alkylator",
        (
            later(
                "PA-43",
                "CH-05",
                note="One of the two has been used: the other is left, in NET G3 an oxaliplatin regimen as well.",
            ),
            _ONE_ALKYLATOR_USED,
        ),
        (
            first(
                "PA-45", "CH-05", note="Temozolomide or an oxaliplatin regimen, beside PRRT where receptors are shown."
            ),
            every("alkylator-g3", "Advanced NET G3", ADVANCED, GRADE_3),
        ),
        (
            first("PA-43", "PA-10", "DI-04", note="When the tumour has to shrink, is symptomatic or grows fast."),
            every(
                "alkylator-pancreas",
                "Pancreatic G1 or G2 that has to shrink",
                ADVANCED,
                PANCREATIC,
                GRADE_1_2,
                NEEDS_SHRINKAGE,
            ),
        ),
        (
            later("PA-10", "CH-08", "CH-11"),
            every(
                "alkylator-progressive",
                "Pancreatic G1 or G2, progressive",
                ADVANCED,
                PANCREATIC,
                GRADE_1_2,
                PROGRESSIVE,
            ),
        ),
        (
            selected(
                "CH-07",
                "DI-04",
                note="In the bowel a last resort: PRRT and everolimus have been used.",
                case="selected-last",
            ),
            every("alkylator-last", "PRRT and everolimus used", *_BOWEL_PROGRESSIVE, HAD_PRRT, HAD_EVEROLIMUS),
        ),
        (
            later("CH-07", "DI-04", note="In the bowel a last resort, after PRRT and everolimus."),
            every("alkylator-intestine", "Bowel G1 or G2, advanced, progressive", *_BOWEL_PROGRESSIVE),
        ),
    ),
    (not_placed("CH-07", "PA-10", "CH-06"), None),
)
