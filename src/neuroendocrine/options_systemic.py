"""Where guidelines place systemic treatment: analogues, PRRT, targeted drugs and chemotherapy, for Europe and the US.

Not encoded, for want of a record of high confidence: analogues and PRRT in the lung (PA-22, SS-33), tumours without
receptors (PA-24, SS-29), interferon (TA-15), immunotherapy (TA-18).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import first_of
from neuroendocrine.chemotherapy_carcinoma import KI67_ABOVE_55
from neuroendocrine.facts.history import SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import FDG_PET
from neuroendocrine.facts.patient import BREAST_FEEDING, PREGNANCY
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.placement import (
    ADVANCED,
    ECOG_3,
    ECOG_4,
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
    later,
    no_record,
    not_placed,
    part,
    selected,
)
from neuroendocrine.prrt import CLEARANCE_CONTRAINDICATED, KI67_55
from neuroendocrine.prrt_trials import KI67_10

if TYPE_CHECKING:
    from guideline.rules import FirstOf

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
        first("SS-01", note="Against the hormone syndrome."),
        part(
            "analogue-syndrome",
            "Carcinoid syndrome or a functioning pancreatic syndrome",
            FUNCTION.one_of("carcinoid", "gastrinoma", "vipoma", "glucagonoma", "somatostatinoma"),
            "SS-01",
        ),
    ),
    NO_RESECTABLE,
    (
        no_record(
            "PA-06", note="For lung and thymus the register holds no row of high confidence: a matter for the board."
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
        every("analogue-selected", "Advanced G1 or G2, receptors shown", ADVANCED, GRADE_1_2),
    ),
    (not_placed("PA-06"), None),
)

_PRRT_EXCLUSIONS = (
    (
        excluded(
            "PR-32",
            note="Pregnancy established, suspected or not excluded, or breast-feeding that goes on.",
            case="excluded-pregnancy",
        ),
        either(
            "prrt-pregnancy",
            "Pregnancy or breast-feeding",
            part(
                "pregnant-or-not-excluded",
                "Pregnancy established, suspected or not excluded",
                PREGNANCY.one_of("pregnant", "not_excluded"),
                "PR-32",
            ),
            part("breast-fed", "Breast-feeding that goes on", BREAST_FEEDING.yes, "PR-32"),
        ),
    ),
    (
        excluded(
            "PR-04",
            "PR-23",
            "DI-31",
            note="Without receptor uptake at least that of liver there is nothing to bind to.",
            case="excluded-receptors",
        ),
        RECEPTORS_LACKING,
    ),
    (
        excluded(
            "PR-40",
            "PR-81",
            note="An FDG-avid lesion without receptor uptake is not reached.",
            case="excluded-mismatch",
        ),
        part("fdg-mismatch", "FDG-avid lesion without receptor uptake", FDG_PET.is_("mismatch"), "PR-40"),
    ),
    (
        excluded(
            "PR-28",
            "PA-19",
            "DI-27",
            note="Contraindicated by the EU label, not studied by the US label.",
            case="excluded-kidney",
        ),
        part(
            "clearance-below-30",
            "Creatinine clearance below 30 mL/min",
            CLEARANCE_CONTRAINDICATED.test,
            "PA-19",
            "PR-28",
            "DI-27",
        ),
    ),
    (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4),
    (not_placed("PR-01", "PR-02", "PA-02", note="The disease can be removed."), RESECTABLE),
    (
        no_record(
            "PR-02", note="For lung and thymus the register holds no row of high confidence: a matter for the board."
        ),
        THORACIC,
    ),
    (
        selected(
            "PR-100",
            note="Off-label: after 18 months or more of benefit from the first course, see the PRRT criteria.",
            case="selected-again",
        ),
        HAD_PRRT,
    ),
)
_KI67_10_55 = every(
    "ki67-10-55",
    "Ki-67 from 10 to 55 %",
    part("ki67-from-10", "Ki-67 at least 10 %", KI67_10.test, "PA-04", "PR-21"),
    part("ki67-to-55", "Ki-67 at most 55 %", KI67_55.test, "PA-04", "PR-21"),
)
_PRRT_AFTER_ANALOGUE = (
    first(
        "PA-07",
        "PA-42",
        "DI-09",
        note="Before everolimus, when the tumour grows on an analogue; the full list is in the PRRT criteria.",
    ),
    every(
        "prrt-progressive",
        "Advanced G1 or G2, progressive on an analogue, receptors shown",
        ADVANCED,
        GRADE_1_2,
        PROGRESSIVE,
        HAD_ANALOGUE,
    ),
)
_PRRT_PANCREAS = (
    first("PA-43", note="Beside temozolomide or streptozocin, when the tumour has to shrink."),
    every(
        "prrt-pancreas",
        "Pancreatic G1 or G2 that has to shrink, progressive",
        ADVANCED,
        GRADE_1_2,
        PROGRESSIVE,
        PANCREATIC,
        NEEDS_SHRINKAGE,
    ),
)
_PRRT_LATER = (
    later("PA-41", "PA-06", note="After an analogue."),
    every("prrt-later", "Advanced G1 or G2, receptors shown", ADVANCED, GRADE_1_2),
)
_PRRT_HIGH_US = (
    first(
        "PA-04",
        "PA-45",
        "PR-62",
        "DI-30",
        note="First line was studied at Ki-67 10 to 55 % (NETTER-2); the US label sets no grade.",
    ),
    every(
        "prrt-high-us",
        "Advanced NET, Ki-67 from 10 to 55 %, receptors shown",
        ADVANCED,
        _KI67_10_55,
        either("g2-or-g3", "G2 or G3", GRADE_1_2, GRADE_3),
    ),
)
_PRRT_HIGH_EU = (
    selected(
        "PA-04",
        "PA-45",
        "PR-62",
        "DI-30",
        note="First line was studied at Ki-67 10 to 55 % (NETTER-2); G3 and first line are outside the EU label.",
        case="selected-off-label",
    ),
    every(
        "prrt-high-eu",
        "Advanced NET, Ki-67 from 10 to 55 %, receptors shown",
        ADVANCED,
        _KI67_10_55,
        either("g2-or-g3", "G2 or G3", GRADE_1_2, GRADE_3),
    ),
)

PRRT_EU = first_of(
    "prrt-eu-place",
    "PRRT",
    OTHER_TUMOUR,
    NOT_A_NET,
    *_PRRT_EXCLUSIONS,
    _PRRT_AFTER_ANALOGUE,
    _PRRT_PANCREAS,
    _PRRT_HIGH_EU,
    _PRRT_LATER,
    (not_placed("PR-02"), None),
)
PRRT_US = first_of(
    "prrt-us-place",
    "PRRT",
    OTHER_TUMOUR,
    NOT_A_NET,
    *_PRRT_EXCLUSIONS,
    _PRRT_AFTER_ANALOGUE,
    _PRRT_PANCREAS,
    _PRRT_HIGH_US,
    _PRRT_LATER,
    (not_placed("PR-01"), None),
)

EVEROLIMUS = first_of(
    "everolimus",
    "Everolimus",
    OTHER_TUMOUR,
    NOT_A_NET,
    (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4),
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
    (not_placed("PA-08"), None),
)

SUNITINIB = first_of(
    "sunitinib",
    "Sunitinib",
    OTHER_TUMOUR,
    NOT_A_NET,
    (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4),
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
    (not_placed("PA-09"), None),
)


def _cabozantinib(region: str, *earlier: str) -> FirstOf:
    """Return the cabozantinib row; `earlier` are the treatments that count as earlier ones in this region."""
    return first_of(
        f"cabozantinib-{region}",
        "Cabozantinib",
        OTHER_TUMOUR,
        NOT_A_NET,
        (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4),
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
        (not_placed("TA-09", "PA-09"), None),
    )


_OTHER_THAN_ANALOGUE = (
    "everolimus", "sunitinib", "surufatinib", "belzutifan", "interferon", "platinum", "irinotecan", "temozolomide",
    "streptozocin", "oxaliplatin", "other",
)  # fmt: skip
CABOZANTINIB_EU = _cabozantinib("eu", *_OTHER_THAN_ANALOGUE)
CABOZANTINIB_US = _cabozantinib("us", "analogue", *_OTHER_THAN_ANALOGUE)

BELZUTIFAN = first_of(
    "belzutifan",
    "Belzutifan",
    OTHER_TUMOUR,
    NOT_A_NET,
    (
        selected("TA-12", note="FDA: pancreatic NET in von Hippel-Lindau disease that need no immediate surgery."),
        every(
            "belzutifan-vhl",
            "Pancreatic NET in von Hippel-Lindau disease",
            PANCREATIC,
            part("vhl", "Von Hippel-Lindau disease", HEREDITARY_SYNDROME.is_("vhl"), "TA-12"),
        ),
    ),
    (not_placed("TA-12"), None),
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
    (
        not_placed("PA-18", note="ECOG 4: best supportive care."),
        every("nec-ecog-4", "Carcinoma, ECOG 4", NEC, ECOG_4),
    ),
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
    (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4),
    (
        later(
            "PA-40", "CH-14", "CH-15", "CH-31", note="Irinotecan with fluorouracil has the better second-line evidence."
        ),
        every("nec-second", "Carcinoma after platinum", NEC, HAD_PLATINUM),
    ),
    (not_placed("PA-40"), None),
)

ALKYLATOR = first_of(
    "alkylator",
    "Temozolomide (with capecitabine) or streptozocin with fluorouracil",
    OTHER_TUMOUR,
    NOT_A_NET,
    (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4),
    NO_RESECTABLE,
    (
        no_record(
            "CH-06", note="For lung and thymus the register holds no row of high confidence: a matter for the board."
        ),
        THORACIC,
    ),
    (
        first("PA-45", "CH-05", note="Temozolomide or an oxaliplatin regimen, beside PRRT where receptors are shown."),
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
            "alkylator-progressive", "Pancreatic G1 or G2, progressive", ADVANCED, PANCREATIC, GRADE_1_2, PROGRESSIVE
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
