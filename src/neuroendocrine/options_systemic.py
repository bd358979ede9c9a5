"""Where guidelines place drugs: analogues, targeted drugs, chemotherapy, by region (PRRT is in options_prrt.py).

Not encoded, for want of a record of high confidence: analogues in the lung (PA-22, SS-33), tumours without receptors
(PA-24, SS-29), interferon (TA-15), immunotherapy (TA-18).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import first_of
from neuroendocrine.chemotherapy_carcinoma import KI67_ABOVE_55
from neuroendocrine.facts.history import SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import RAPID_GROWTH
from neuroendocrine.facts.patient import PREGNANCY
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.placement import (
    ADVANCED,
    ECOG_3,
    ECOG_4_SUPPORTIVE,
    GRADE_1_2,
    GRADE_3,
    HAD_ANALOGUE,
    HAD_PLATINUM,
    HAD_PRRT,
    KI67_BELOW_10,
    MIXED,
    NEC,
    NEEDS_SHRINKAGE,
    NON_FUNCTIONING,
    NOT_A_NET,
    OTHER_TUMOUR,
    PANCREATIC,
    PROGRESSIVE,
    RECEPTORS_LACKING,
    RESECTABLE,
    THORACIC,
    either,
    every,
    excluded,
    first,
    individual_with_ecog_3,
    later,
    no_record,
    not_placed,
    part,
    primary_not_found,
    selected,
    used_before,
)

if TYPE_CHECKING:
    from guideline.tables import FirstOf
    from neuroendocrine.placement import Branch

NO_RESECTABLE = (not_placed("PA-02", "SS-30", note="Nothing proven beside or after complete removal."), RESECTABLE)

ANALOGUE = first_of(
    "analogue",
    "Somatostatin analogue",
    OTHER_TUMOUR,
    NOT_A_NET,
    (
        selected(
            "DI-07",
            "SS-16",
            note="Can worsen low blood sugar: a test dose under observation comes first.",
            case="selected-insulinoma",
        ),
        part("insulinoma", "Insulinoma", FUNCTION.is_("insulinoma"), "DI-07", "SS-16"),
    ),
    (
        selected(
            "PA-46",
            "SY-32",
            "SS-01",
            note="Acid is controlled by a proton-pump inhibitor first; an analogue stands beside it.",
            case="selected-gastrinoma",
        ),
        part("gastrinoma", "Gastrinoma", FUNCTION.is_("gastrinoma"), "PA-46", "SY-32"),
    ),
    (
        first("SS-01", note="Against the hormone syndrome."),
        part(
            "analogue-syndrome",
            "Carcinoid syndrome, VIPoma, glucagonoma or somatostatinoma",
            FUNCTION.one_of("carcinoid", "vipoma", "glucagonoma", "somatostatinoma"),
            "SS-01",
        ),
    ),
    ECOG_4_SUPPORTIVE,
    NO_RESECTABLE,
    (
        no_record(
            "PA-22", note="For lung and thymus the register holds no row of high confidence: a matter for the board."
        ),
        THORACIC,
    ),
    (
        not_placed("PA-06", note="Against growth, guidelines ask for receptors on imaging."),
        every("analogue-no-receptors", "Advanced, receptors lacking", ADVANCED, RECEPTORS_LACKING),
    ),
    (
        selected(
            "SS-27",
            "PA-07",
            note="Already used and the tumour grows: whether it goes on beside the next is decided case by case.",
            case="selected-continued",
        ),
        every("analogue-after-progression", "Progressive on an analogue", ADVANCED, PROGRESSIVE, HAD_ANALOGUE),
    ),
    primary_not_found("analogue", ADVANCED),
    (
        first("PA-06", "SS-04", "SS-02", note="Against growth."),
        every(
            "analogue-first",
            "Advanced G1 or G2, Ki-67 below 10 %, receptors shown",
            ADVANCED,
            GRADE_1_2,
            KI67_BELOW_10,
        ),
    ),
    (
        selected("SS-07", note="Ki-67 of 10 % or more: weaker evidence, slow growth only."),
        every(
            "analogue-selected",
            "Advanced G1 or G2, receptors shown, slow growth",
            ADVANCED,
            GRADE_1_2,
            part("no-rapid-growth", "No rapid growth", RAPID_GROWTH.no, "SS-07"),
        ),
    ),
    (not_placed("PA-06"), None),
)

EVEROLIMUS = first_of(
    "everolimus",
    "Everolimus",
    OTHER_TUMOUR,
    NOT_A_NET,
    ECOG_4_SUPPORTIVE,
    NO_RESECTABLE,
    (
        selected("PA-47", note="Metastatic insulinoma.", case="selected-insulinoma"),
        every(
            "everolimus-insulinoma",
            "Advanced insulinoma",
            ADVANCED,
            part("insulinoma", "Insulinoma", FUNCTION.is_("insulinoma"), "PA-47"),
        ),
    ),
    (
        not_placed("TA-05", note="The label does not cover functional carcinoid tumours."),
        part("carcinoid-syndrome", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), "TA-05"),
    ),
    used_before("everolimus", "PA-09", "everolimus"),
    primary_not_found("everolimus", ADVANCED, PROGRESSIVE),
    *individual_with_ecog_3(
        "everolimus",
        (
            first("PA-49", "TA-01", "PA-08", note="Progressive, non-functioning, lung; other options are few."),
            every(
                "everolimus-lung",
                "Lung or thymus, advanced, progressive, non-functioning",
                THORACIC,
                ADVANCED,
                PROGRESSIVE,
                NON_FUNCTIONING,
            ),
        ),
        (
            later(
                "PA-08",
                "PA-07",
                "TA-01",
                "TA-17",
                note="After PRRT where receptors are shown and PRRT is at hand (COMPETE).",
            ),
            every("everolimus-later", "Advanced G1 or G2, progressive", ADVANCED, PROGRESSIVE, GRADE_1_2),
        ),
    ),
    (not_placed("PA-08"), None),
)

SUNITINIB = first_of(
    "sunitinib",
    "Sunitinib",
    OTHER_TUMOUR,
    NOT_A_NET,
    ECOG_4_SUPPORTIVE,
    used_before("sunitinib", "PA-09", "sunitinib"),
    primary_not_found("sunitinib", ADVANCED, PROGRESSIVE),
    *individual_with_ecog_3(
        "sunitinib",
        (
            later("PA-09", note="Pancreatic, for further progression."),
            every(
                "sunitinib-later",
                "Pancreatic G1 or G2, advanced, progressive",
                PANCREATIC,
                ADVANCED,
                PROGRESSIVE,
                GRADE_1_2,
            ),
        ),
    ),
    (not_placed("PA-09"), None),
)


def _cabozantinib(region: str, *earlier: str) -> FirstOf:
    """Return the cabozantinib row; `earlier` are the treatments that count as earlier ones in this region."""
    return first_of(
        f"cabozantinib-{region}",
        "Cabozantinib",
        OTHER_TUMOUR,
        NOT_A_NET,
        ECOG_4_SUPPORTIVE,
        used_before(f"cabozantinib-{region}", "PA-09", "cabozantinib"),
        *individual_with_ecog_3(
            f"cabozantinib-{region}",
            (
                later(
                    "PA-09",
                    "TA-08",
                    "TA-09",
                    "DI-54",
                    note="After at least one earlier treatment; labels count differently.",
                ),
                every(
                    f"cabozantinib-{region}-later",
                    "Advanced, progressive, treated before",
                    ADVANCED,
                    PROGRESSIVE,
                    either(
                        f"cabozantinib-{region}-earlier",
                        "An earlier treatment that counts",
                        part(
                            f"earlier-{region}",
                            "Earlier systemic treatment",
                            SYSTEMIC_SO_FAR.includes_any(*earlier),
                            "TA-09",
                            "DI-54",
                        ),
                        HAD_PRRT,
                    ),
                ),
            ),
        ),
        (not_placed("TA-09", "PA-09"), None),
    )


_OTHER_THAN_ANALOGUE = (
    "everolimus", "sunitinib", "surufatinib", "belzutifan", "interferon", "platinum", "irinotecan", "temozolomide",
    "streptozocin", "oxaliplatin", "other",
)  # fmt: skip
CABOZANTINIB_EU = _cabozantinib("eu", *_OTHER_THAN_ANALOGUE)
CABOZANTINIB_US = _cabozantinib("us", "analogue", *_OTHER_THAN_ANALOGUE)

_VHL = every(
    "belzutifan-vhl",
    "Pancreatic NET in von Hippel-Lindau disease",
    PANCREATIC,
    part("vhl", "Von Hippel-Lindau disease", HEREDITARY_SYNDROME.is_("vhl"), "TA-12"),
)


def _belzutifan(region: str, *branches: Branch) -> FirstOf:
    return first_of(
        f"belzutifan-{region}",
        "Belzutifan",
        OTHER_TUMOUR,
        NOT_A_NET,
        ECOG_4_SUPPORTIVE,
        *branches,
        (not_placed("TA-12"), None),
    )


BELZUTIFAN_EU = _belzutifan(
    "eu", (no_record("TA-12", note="Only the US label is in the register: a matter for the board."), _VHL)
)
BELZUTIFAN_US = _belzutifan(
    "us",
    (
        excluded(
            "TA-14",
            note="Harms the unborn child: not in pregnancy, nor while it is not excluded.",
            case="excluded-pregnancy",
        ),
        every(
            "belzutifan-pregnancy",
            "Von Hippel-Lindau disease, pregnancy not excluded",
            _VHL,
            part(
                "belzutifan-pregnant",
                "Pregnancy established, suspected or not excluded",
                PREGNANCY.one_of("pregnant", "not_excluded"),
                "TA-14",
            ),
        ),
    ),
    used_before("belzutifan", "TA-12", "belzutifan"),
    *individual_with_ecog_3(
        "belzutifan",
        (
            selected("TA-12", note="FDA: pancreatic NET in von Hippel-Lindau disease that need no immediate surgery."),
            _VHL,
        ),
    ),
)

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
        every("nec-again", "Carcinoma, platinum already used", NEC, HAD_PLATINUM),
    ),
    (
        selected("PA-18", "CH-30", note="ECOG 3: an individual decision; trials left it out.", case="selected-ecog-3"),
        every("nec-ecog-3", "Advanced carcinoma, ECOG 3", NEC, ADVANCED, ECOG_3),
    ),
    (
        first(
            "PA-40", "CH-01", "PA-03", note="Carboplatin or cisplatin; kidney, heart and hearing decide between them."
        ),
        every("nec-first", "Advanced carcinoma (NEC), ECOG 0 to 2", NEC, ADVANCED),
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
                NEEDS_SHRINKAGE,
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
    *individual_with_ecog_3(
        "second-line-nec",
        (
            later(
                "PA-40",
                "CH-14",
                "CH-15",
                "CH-31",
                note="Irinotecan with fluorouracil has the better second-line evidence.",
            ),
            every("nec-second", "Carcinoma after platinum", NEC, HAD_PLATINUM),
        ),
    ),
    (not_placed("PA-40"), None),
)

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
    primary_not_found("alkylator", ADVANCED),
    *individual_with_ecog_3(
        "alkylator",
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
    ),
    (
        selected(
            "CH-07",
            "DI-04",
            note="Outside the pancreas a last resort, after PRRT and everolimus.",
            case="selected-last",
        ),
        every("alkylator-intestine", "Advanced G1 or G2 elsewhere, progressive", ADVANCED, GRADE_1_2, PROGRESSIVE),
    ),
    (not_placed("CH-07", "PA-10"), None),
)
