"""Where guidelines place removal, debulking and transplantation; waiting instead of them is in options_watching.py.

What the calculators of the primary and of transplantation refuse or leave to an expert centre is not placed first here.
"""

from __future__ import annotations

from guideline import first_of
from neuroendocrine.facts.imaging import COURSE
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import METASTASES, REGIONAL_NODES
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY, PANCREATIC_DUCTS, PRIMARY_THREATENS_BOWEL
from neuroendocrine.facts.syndromes import HEREDITARY_SYNDROME
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.placement import (
    ADVANCED,
    DISSEMINATED,
    ECOG_4,
    FUNCTIONING,
    GRADE_1_2,
    GRADE_3,
    HEART_FIRST,
    LIVER_METASTASES,
    LIVER_ONLY,
    MIXED,
    NEC,
    NO_SYMPTOMS,
    NON_FUNCTIONING,
    NOT_A_NET,
    OTHER_TUMOUR,
    PANCREATIC,
    RESECTABLE,
    SPREAD,
    THORACIC,
    either,
    every,
    excluded,
    first,
    neither,
    no_record,
    not_placed,
    part,
    primary_not_found,
    selected,
    settle_first,
    unfit,
)
from neuroendocrine.surgery_upper import STOMACH, STOMACH_ABOVE_10, TYPE_1_OR_2
from neuroendocrine.transplantation import AGE_60, LIVER_HALF

UNFIT = part("unfit", "Not fit for the operation", FIT_FOR_SURGERY.no, "SU-04")
THREATENED = part("bowel-threatened", "The primary threatens the bowel", PRIMARY_THREATENS_BOWEL.yes, "SU-22")
NOT_SPREAD = part("not-spread", "No distant metastases", METASTASES.is_("none"), "PA-02", "PA-05")
NOT_GRADE_3 = neither("not-grade-3", "Not G3", GRADE_3)
GRADE_2 = part("grade-2", "NET G2", WHO_GRADE.is_("net-g2"), "SU-01", "SU-04")
SPORADIC = part("sporadic", "No hereditary syndrome known", HEREDITARY_SYNDROME.is_("none"), "SU-01")
SMALL_PANCREATIC = every(
    "small-pancreatic",
    "Pancreatic, at most 20 mm, no hormone syndrome, no symptoms, no blocked duct, no metastases",
    PANCREATIC,
    part("at-most-20-mm", "At most 20 mm (2 cm)", PRIMARY_SIZE <= 20, "PA-44", "SU-01", "DI-35"),
    NON_FUNCTIONING,
    NO_SYMPTOMS,
    NOT_SPREAD,
    neither(
        "nothing-that-shows",
        "No duct dilated or blocked, no node involved",
        part("duct-changes", "A duct dilated or blocked", PANCREATIC_DUCTS.one_of("main_duct", "bile_duct"), "SU-03"),
        part("nodes-involved", "Nodes involved", REGIONAL_NODES.is_("involved"), "SU-04"),
    ),
    evidence=("SU-01", "SU-02", "DI-35"),
)

SMALL_GASTRIC = every(
    "small-gastric",
    "Gastric type 1 or 2, at most 10 mm, no distant metastases",
    part("gastric", "Primary in the stomach", STOMACH.test, "SU-58"),
    part("gastric-type-1-2", TYPE_1_OR_2.text, TYPE_1_OR_2.test, "SU-58", "SU-52"),
    neither(
        "gastric-small",
        "Not above 10 mm",
        part("gastric-above-10-mm", STOMACH_ABOVE_10.text, STOMACH_ABOVE_10.test, "SU-58"),
    ),
    NOT_SPREAD,
    evidence=("SU-58", "SU-51", "SU-52"),
)

_SUPPORTIVE = not_placed("PA-18", note="ECOG 4: best supportive care.")
SYNDROME_LIMITS = "Von Hippel-Lindau disease and other syndromes: limits of their own, an expert centre decides."
_PANCREAS_OR_ILEUM = PRIMARY_SITE.one_of("pancreas", "jejunum_ileum")
# What the calculator of the primary leaves to an expert centre, because no limit for it was re-read.
OTHER_SYNDROME = every(
    "pancreas-in-syndrome",
    "Pancreatic, in von Hippel-Lindau disease or a hereditary syndrome other than MEN1",
    PANCREATIC,
    part("syndrome-not-men1", "Such a syndrome", HEREDITARY_SYNDROME.one_of("vhl", "other"), "TA-12", "SU-01"),
)
_SYNDROME_AND_HORMONE = every(
    "hormone-in-syndrome",
    "Pancreas or duodenum, with a hormone syndrome in MEN1 or another hereditary syndrome",
    part("pancreas-or-duodenum", "Pancreas or duodenum", PRIMARY_SITE.one_of("pancreas", "duodenum"), "SY-39"),
    part("in-syndrome", "A hereditary syndrome", HEREDITARY_SYNDROME.one_of("men1", "vhl", "other"), "SY-39", "PA-46"),
    FUNCTIONING,
)
_OTHER_THAN_STAGE_IV_FIRST = every(
    "spread-not-first",
    "Distant metastases, other than G1 or G2 of pancreas or small intestine",
    SPREAD,
    neither(
        "not-both-resected",
        "Not a G1 or G2 of pancreas or small intestine",
        every(
            "both-resected",
            "G1 or G2 of pancreas or small intestine",
            part("pancreas-or-ileum", "Pancreas or small intestine", _PANCREAS_OR_ILEUM, "PA-12"),
            GRADE_1_2,
        ),
    ),
)

_NEC_NOT_REMOVED = not_placed(
    "CH-31", "PA-03", note="A carcinoma that has spread or cannot be removed begins with chemotherapy."
)
CURATIVE_SURGERY = first_of(
    "curative-surgery",
    "Removal with curative intent",
    OTHER_TUMOUR,
    (no_record("CL-05", note="The register holds no rule for the surgery of mixed neoplasms."), MIXED),
    (_SUPPORTIVE, every("resectable-ecog-4", "Resectable, ECOG 4", RESECTABLE, ECOG_4)),
    (
        _NEC_NOT_REMOVED,
        every(
            "nec-not-localised",
            "Carcinoma (NEC), spread or not resectable",
            NEC,
            either("spread-or-unresectable", "Distant metastases, or not resectable", ADVANCED, SPREAD),
        ),
    ),
    (
        settle_first("PA-17", "SU-80", note="Carcinoid heart disease is assessed and treated before elective surgery."),
        every("heart-before-removal", "Resectable, with severe carcinoid heart disease", RESECTABLE, HEART_FIRST),
    ),
    (
        unfit("CH-31", note="A carcinoma: beside surgery, chemotherapy is what the board can weigh."),
        every("nec-unfit", "Carcinoma (NEC), resectable, but not fit", NEC, RESECTABLE, UNFIT),
    ),
    (
        unfit(
            "SU-04",
            "SU-12",
            "SU-55",
            note="Surveillance, endoscopic or medical treatment are what the board can weigh; fitness can change.",
        ),
        every("resectable-unfit", "Resectable, but not fit", RESECTABLE, UNFIT),
    ),
    (
        selected("CH-31", note="Localised NEC: surgery can help after extensive staging.", case="selected-nec"),
        every("nec-localised", "Carcinoma (NEC), localised", NEC, RESECTABLE, NOT_SPREAD),
    ),
    (_NEC_NOT_REMOVED, NEC),
    (
        selected(
            "TA-12",
            "SU-01",
            "SU-10",
            note=SYNDROME_LIMITS,
            case="selected-hereditary",
        ),
        every("resectable-in-syndrome", "Resectable, in such a syndrome", RESECTABLE, OTHER_SYNDROME),
    ),
    (
        selected(
            "PA-46",
            "SY-39",
            note="Hormones in MEN1 or another syndrome: tumours can be multiple; an expert centre finds the source.",
            case="selected-men1",
        ),
        every("resectable-hormone", "Resectable, hormones and heredity", RESECTABLE, _SYNDROME_AND_HORMONE),
    ),
    (
        selected(
            "PA-12",
            note="Primary and metastases together are placed first in G1 or G2 of pancreas or small intestine only.",
            case="selected-metastatic",
        ),
        every("resectable-spread", "Resectable with its metastases", RESECTABLE, _OTHER_THAN_STAGE_IV_FIRST),
    ),
    (
        selected(
            "SU-01",
            "SU-02",
            "DI-35",
            "PA-44",
            note="Guidelines part: surveillance up to 2 cm (ENETS); below 1 cm observe, 1 to 2 cm individual (NANETS).",
        ),
        every("small-pancreatic-resectable", "Small pancreatic tumour", RESECTABLE, SMALL_PANCREATIC, NOT_GRADE_3),
    ),
    (
        selected(
            "SU-58", "SU-51", "SU-52", note="Up to 10 mm, surveillance or endoscopic removal.", case="selected-gastric"
        ),
        every(
            "small-gastric-resectable", "Small gastric tumour of type 1 or 2", RESECTABLE, SMALL_GASTRIC, NOT_GRADE_3
        ),
    ),
    (
        first(
            "PA-02",
            "PA-12",
            note="How, depends on site and size; for digestive tumours see the calculator of the primary.",
        ),
        RESECTABLE,
    ),
    (not_placed("PA-02"), None),
)

CYTOREDUCTION = first_of(
    "cytoreduction",
    "Cytoreductive surgery",
    OTHER_TUMOUR,
    (
        excluded("SU-67", note="Not for carcinomas (NEC), mixed neoplasms or NET G3.", case="excluded-grade"),
        either("no-debulking", "Carcinoma, mixed neoplasm or NET G3", NEC, MIXED, GRADE_3, evidence=("SU-67",)),
    ),
    (_SUPPORTIVE, every("debulking-ecog-4", "Liver metastases, ECOG 4", LIVER_METASTASES, ECOG_4)),
    (
        settle_first("PA-17", "SU-80", note="Carcinoid heart disease is assessed and treated before liver surgery."),
        every(
            "heart-before-debulking",
            "Liver metastases, with severe carcinoid heart disease",
            LIVER_METASTASES,
            HEART_FIRST,
        ),
    ),
    (
        unfit("PA-16"),
        every("debulking-unfit", "Liver metastases, but not fit", LIVER_METASTASES, UNFIT),
    ),
    primary_not_found("debulking", DISSEMINATED, LIVER_METASTASES),
    (
        selected(
            "PA-16",
            "SU-62",
            "DI-06",
            note="When at least 70 %, ideally 90 %, of the tumour in the liver can be removed: see cytoreduction.",
        ),
        every("debulking", "Metastatic G1 or G2 with liver metastases", DISSEMINATED, LIVER_METASTASES, GRADE_1_2),
    ),
    (not_placed("PA-16"), None),
)

_QUIET_PRIMARY = every(
    "asymptomatic-primary",
    "Stage IV, primary of the small intestine that does not threaten the bowel",
    DISSEMINATED,
    part("small-intestine", "Primary in the jejunum or ileum", PRIMARY_SITE.is_("jejunum_ileum"), "PA-15", "SU-23"),
)
PALLIATIVE_SURGERY = first_of(
    "palliative-surgery",
    "Surgery for symptoms of the primary",
    OTHER_TUMOUR,
    (
        unfit("SU-22", "PA-18", note="The bowel stays threatened: a matter for the board at once."),
        every("threatened-unfit", "The bowel is threatened, but not fit", THREATENED, UNFIT),
    ),
    (
        first("SU-22", "SU-21", note="Obstruction, ischaemia or bleeding, or a risk of it."),
        THREATENED,
    ),
    NOT_A_NET,
    (
        settle_first("SU-80", "PA-17", note="Carcinoid heart disease is assessed and treated before elective surgery."),
        every("heart-before-primary", "Stage IV, small intestine, severe heart disease", _QUIET_PRIMARY, HEART_FIRST),
    ),
    (
        unfit("SU-23", "DI-34"),
        every("primary-unfit", "Stage IV, small intestine, not fit", _QUIET_PRIMARY, UNFIT),
    ),
    (
        selected(
            "SU-23",
            "PA-15",
            "DI-34",
            note="Guidelines part: no gain in survival in one cohort; NANETS and registries lean to resection.",
        ),
        _QUIET_PRIMARY,
    ),
    (not_placed("SU-22"), None),
)

_MILAN = every(
    "transplant",
    "G1 or G2, unresectable, in the liver only, up to half of it, at most 60 years, digestive primary",
    DISSEMINATED,
    LIVER_ONLY,
    GRADE_1_2,
    part("stable", "Stable or shrinking", COURSE.one_of("stable", "responding"), "SU-71"),
    part("up-to-half", "At most 50 % of the liver", LIVER_HALF.test, "SU-71"),
    part("up-to-60-years", "At most 60 years", AGE_60.test, "SU-71", "DI-39"),
    neither(
        "primary-drained-and-removed",
        "Primary neither thoracic nor unknown",
        THORACIC,
        part("primary-unknown", "Primary not found", PRIMARY_SITE.is_("unknown_primary"), "SU-71"),
        evidence=("SU-71",),
    ),
)
LIVER_TRANSPLANT = first_of(
    "liver-transplant",
    "Liver transplantation",
    OTHER_TUMOUR,
    NOT_A_NET,
    (_SUPPORTIVE, every("transplant-ecog-4", "The same, but ECOG 4", _MILAN, ECOG_4)),
    (
        settle_first("PA-17", "SU-80", note="Carcinoid heart disease is assessed and treated before liver surgery."),
        every("heart-before-transplant", "Severe carcinoid heart disease", _MILAN, HEART_FIRST),
    ),
    (unfit("SU-71"), every("transplant-unfit", "Not fit for the operation", _MILAN, UNFIT)),
    (
        selected(
            "PA-13",
            "SU-71",
            "DI-39",
            note=(
                "For assessment at an expert centre, once a primary drained by the portal vein has been removed; the "
                "limit of age (55 or 60 years) and the waiting time differ."
            ),
        ),
        _MILAN,
    ),
    (not_placed("SU-71", "PA-13"), None),
)
