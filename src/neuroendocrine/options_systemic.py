"""Where guidelines place drugs: analogues and targeted drugs, by region.

PRRT is in options_prrt.py, chemotherapy in options_chemotherapy.py. Not encoded, for want of a record of high
confidence: analogues in the lung beyond PA-49 (SS-32, SS-33) and in the thymus, tumours without receptors (PA-24,
SS-29), interferon (TA-15), immunotherapy (TA-18).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import first_of
from neuroendocrine.facts.history import SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import RAPID_GROWTH
from neuroendocrine.facts.patient import PREGNANCY
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.placement import (
    ADVANCED,
    ECOG_4_SUPPORTIVE,
    FUNCTIONING,
    GRADE_1_2,
    GRADE_3,
    HAD_ANALOGUE,
    HAD_PRRT,
    KI67_BELOW_10,
    LUNG,
    NO_RESECTABLE,
    NON_FUNCTIONING,
    NOT_A_NET,
    OTHER_TUMOUR,
    PANCREATIC,
    PROGRESSIVE,
    RECEPTORS_LACKING,
    RESECTABLE,
    SITE_NOT_FOUND,
    THYMIC,
    either,
    every,
    excluded,
    first,
    individual_with_ecog_3,
    later,
    neither,
    no_record,
    not_placed,
    part,
    primary_not_found,
    selected,
    site_not_found,
    used_before,
)

if TYPE_CHECKING:
    from guideline.tables import FirstOf
    from neuroendocrine.placement import Branch

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
            "Carcinoid syndrome, VIPoma or glucagonoma",
            FUNCTION.one_of("carcinoid", "vipoma", "glucagonoma"),
            "SS-01",
        ),
    ),
    ECOG_4_SUPPORTIVE,
    NO_RESECTABLE,
    (no_record("PA-22", note="For the thymus the register holds no row: a matter for the board."), THYMIC),
    (
        not_placed("PA-06", note="Against growth, guidelines ask for receptors on imaging."),
        every("analogue-no-receptors", "Advanced, receptors lacking", ADVANCED, RECEPTORS_LACKING),
    ),
    (
        not_placed("SS-07", "PA-06", note="Against growth, the statement is about G1 and G2."),
        every("analogue-g3", "Advanced NET G3", ADVANCED, GRADE_3),
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
    (
        selected(
            "PA-49",
            "PA-22",
            note="Lung: by extrapolation, with receptors and slow growth; the evidence is weak.",
            case="selected-lung",
        ),
        every("analogue-lung", "Lung, advanced", LUNG, ADVANCED),
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
    used_before("everolimus", "PA-09", "everolimus"),
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
        not_placed(
            "TA-05",
            "TA-04",
            note="The label does not cover functional carcinoid tumours; outside the pancreas, only tumours without a "
            "hormone syndrome.",
        ),
        either(
            "everolimus-functioning",
            "Carcinoid syndrome, or another hormone syndrome outside the pancreas",
            part("carcinoid-syndrome", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), "TA-05"),
            every(
                "functioning-elsewhere",
                "A hormone syndrome, not pancreatic",
                FUNCTIONING,
                neither("everolimus-not-pancreatic", "Not a pancreatic primary", PANCREATIC),
            ),
        ),
    ),
    (not_placed("TA-04", note="The label covers lung, gut and pancreas."), THYMIC),
    primary_not_found("everolimus", ADVANCED, PROGRESSIVE),
    *individual_with_ecog_3(
        "everolimus",
        (
            first("PA-49", "TA-01", "PA-08", note="Progressive, non-functioning, lung; other options are few."),
            every(
                "everolimus-lung",
                "Lung, advanced, progressive, non-functioning",
                LUNG,
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
        (
            selected(
                "TA-04",
                "TA-02",
                "PA-45",
                note="The label sets no grade, the trial in the pancreas was in G1 and G2. In NET G3 PRRT, "
                "temozolomide or an oxaliplatin regimen is placed before it.",
                case="selected-g3",
            ),
            every("everolimus-g3", "Advanced NET G3, progressive", ADVANCED, PROGRESSIVE, GRADE_3),
        ),
    ),
    (not_placed("PA-08"), None),
)

_RESECTABLE_FIRST = (
    not_placed("PA-09", "TA-09", "PA-02", note="For advanced disease; removal is discussed first."),
    RESECTABLE,
)
SUNITINIB = first_of(
    "sunitinib",
    "Sunitinib",
    OTHER_TUMOUR,
    NOT_A_NET,
    ECOG_4_SUPPORTIVE,
    _RESECTABLE_FIRST,
    (
        not_placed("PA-09", "TA-06", note="Only for pancreatic tumours."),
        neither("sunitinib-elsewhere", "A primary that was found, not pancreatic", PANCREATIC, SITE_NOT_FOUND),
    ),
    used_before("sunitinib", "PA-09", "sunitinib"),
    site_not_found("sunitinib", ADVANCED, PROGRESSIVE),
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
        (
            selected(
                "TA-06",
                "PA-45",
                note="The trial was in G1 and G2. In NET G3 PRRT, temozolomide or an oxaliplatin regimen is placed "
                "before it.",
                case="selected-g3",
            ),
            every(
                "sunitinib-g3", "Pancreatic NET G3, advanced, progressive", PANCREATIC, ADVANCED, PROGRESSIVE, GRADE_3
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
        _RESECTABLE_FIRST,
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
        (not_placed("TA-12", note="Of NET only the pancreatic ones in von Hippel-Lindau disease."), None),
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
