"""Where guidelines place surgery, liver-directed and radiation treatment, watching and supportive care."""

from __future__ import annotations

from guideline import first_of
from neuroendocrine.facts.imaging import BULKY, COURSE, RAPID_GROWTH
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.patient import PREGNANCY
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY, PRIMARY_THREATENS_BOWEL
from neuroendocrine.facts.syndromes import SYNDROME_CONTROLLED
from neuroendocrine.liver_directed import LIVER_ABOVE_50
from neuroendocrine.placement import (
    ADVANCED,
    DISSEMINATED,
    ECOG_3,
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
    PROGRESSIVE,
    RESECTABLE,
    SYMPTOMS,
    either,
    every,
    excluded,
    first,
    later,
    neither,
    no_record,
    not_placed,
    part,
    primary_not_found,
    selected,
    settle_first,
    unfit,
)
from neuroendocrine.prrt import BILIRUBIN_CAUTION
from neuroendocrine.surgery_upper import STOMACH, STOMACH_ABOVE_10, TYPE_1_OR_2
from neuroendocrine.transplantation import LIVER_HALF

UNFIT = part("unfit", "Not fit for the operation", FIT_FOR_SURGERY.no, "SU-04")
SMALL_PANCREATIC = every(
    "small-pancreatic",
    "Pancreatic, at most 20 mm, no hormone syndrome, no symptoms",
    PANCREATIC,
    part("at-most-20-mm", "At most 20 mm (2 cm)", PRIMARY_SIZE <= 20, "PA-44", "SU-01", "DI-35"),
    NON_FUNCTIONING,
    NO_SYMPTOMS,
    evidence=("SU-01", "SU-02", "DI-35"),
)

SMALL_GASTRIC = every(
    "small-gastric",
    "Gastric type 1 or 2, at most 10 mm",
    part("gastric", "Primary in the stomach", STOMACH.test, "SU-58"),
    part("gastric-type-1-2", TYPE_1_OR_2.text, TYPE_1_OR_2.test, "SU-58", "SU-52"),
    neither(
        "gastric-small",
        "Not above 10 mm",
        part("gastric-above-10-mm", STOMACH_ABOVE_10.text, STOMACH_ABOVE_10.test, "SU-58"),
    ),
    evidence=("SU-58", "SU-51", "SU-52"),
)

CURATIVE_SURGERY = first_of(
    "curative-surgery",
    "Removal with curative intent",
    OTHER_TUMOUR,
    (no_record("CL-05", note="The register holds no rule for the surgery of mixed neoplasms."), MIXED),
    (
        selected("CH-31", note="Localised NEC: surgery can help after extensive staging.", case="selected-nec"),
        every("nec-localised", "Carcinoma (NEC), localised", NEC, RESECTABLE),
    ),
    (not_placed("CH-31", "PA-03", note="A carcinoma that cannot be removed begins with chemotherapy."), NEC),
    (
        settle_first("PA-17", "SU-80", note="Carcinoid heart disease is assessed and treated before elective surgery."),
        every("heart-before-removal", "Resectable, with severe carcinoid heart disease", RESECTABLE, HEART_FIRST),
    ),
    (
        unfit("SU-04", note="Endoscopic removal or ablation may still be open."),
        every("resectable-unfit", "Resectable, but not fit", RESECTABLE, UNFIT),
    ),
    (
        selected(
            "SU-01",
            "SU-02",
            "DI-35",
            "PA-44",
            note="Guidelines part: surveillance up to 2 cm (ENETS); below 1 cm observe, 1 to 2 cm individual (NANETS).",
        ),
        every("small-pancreatic-resectable", "Small pancreatic tumour", RESECTABLE, SMALL_PANCREATIC),
    ),
    (
        selected(
            "SU-58", "SU-51", "SU-52", note="Up to 10 mm, surveillance or endoscopic removal.", case="selected-gastric"
        ),
        every("small-gastric-resectable", "Small gastric tumour of type 1 or 2", RESECTABLE, SMALL_GASTRIC),
    ),
    (first("PA-02", "PA-12", note="How, depends on site and size: see the surgery calculator."), RESECTABLE),
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

PALLIATIVE_SURGERY = first_of(
    "palliative-surgery",
    "Surgery for symptoms of the primary",
    OTHER_TUMOUR,
    (
        first("SU-22", "SU-21", note="Obstruction, ischaemia or bleeding, or a risk of it."),
        part("bowel-threatened", "The primary threatens the bowel", PRIMARY_THREATENS_BOWEL.yes, "SU-22"),
    ),
    NOT_A_NET,
    (
        selected(
            "SU-23",
            "PA-15",
            "DI-34",
            note="Guidelines part: no gain in survival in one cohort; NANETS and registries lean to resection.",
        ),
        every(
            "asymptomatic-primary",
            "Stage IV, primary of the small intestine without symptoms",
            DISSEMINATED,
            part(
                "small-intestine",
                "Primary in the jejunum or ileum",
                PRIMARY_SITE.is_("jejunum_ileum"),
                "PA-15",
                "SU-23",
            ),
        ),
    ),
    (not_placed("SU-22"), None),
)

_MILAN = every(
    "transplant",
    "G1 or G2, unresectable, in the liver only, up to half of it",
    DISSEMINATED,
    LIVER_ONLY,
    GRADE_1_2,
    part("stable", "Stable or shrinking", COURSE.one_of("stable", "responding"), "SU-71"),
    part("up-to-half", "At most 50 % of the liver", LIVER_HALF.test, "SU-71"),
)
LIVER_TRANSPLANT = first_of(
    "liver-transplant",
    "Liver transplantation",
    OTHER_TUMOUR,
    NOT_A_NET,
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
            note="For assessment at an expert centre; age and the waiting time differ between centres.",
        ),
        _MILAN,
    ),
    (not_placed("SU-71", "PA-13"), None),
)

LIVER_DIRECTED = first_of(
    "liver-directed",
    "Treatment of the liver through its vessels, or ablation",
    OTHER_TUMOUR,
    NOT_A_NET,
    (
        excluded(
            "LD-02", "PA-20", "PA-21", note="Bilirubin, liver involvement, ECOG or pregnancy; see the calculator."
        ),
        every(
            "liver-directed-excluded",
            "Liver metastases with an exclusion",
            LIVER_METASTASES,
            either(
                "liver-exclusions",
                "An exclusion",
                part("bilirubin-above-3", "Bilirubin above 3 × ULN", BILIRUBIN_CAUTION.test, "PA-20"),
                part("above-70", "More than 70 % of the liver", LIVER_INVOLVEMENT > 70, "PA-21", "LD-02"),
                ECOG_3,
                ECOG_4,
                part("is-pregnant", "Pregnant", PREGNANCY.is_("pregnant"), "LD-02"),
            ),
        ),
    ),
    (
        selected("PA-21", note="Above half of the liver, systemic treatment is preferred.", case="selected-large"),
        every(
            "liver-large",
            "More than 50 % of the liver",
            LIVER_METASTASES,
            part("above-50", "More than 50 % of the liver", LIVER_ABOVE_50.test, "PA-21"),
        ),
    ),
    (
        later("PA-11", "LD-01", "PA-48", note="After or beside an analogue, before or after other systemic treatment."),
        every(
            "liver-wanted",
            "Liver metastases that progress, or a syndrome not controlled",
            DISSEMINATED,
            LIVER_METASTASES,
            either(
                "liver-reasons",
                "Progressive, or syndrome not controlled",
                PROGRESSIVE,
                every(
                    "syndrome-uncontrolled",
                    "Hormone syndrome that is not controlled",
                    FUNCTIONING,
                    part("uncontrolled", "Syndrome not controlled", SYNDROME_CONTROLLED.no, "PA-11", "PA-48"),
                ),
            ),
        ),
    ),
    (
        selected("LD-01", note="Liver-dominant disease that neither grows nor causes a syndrome."),
        every("liver-quiet", "Liver metastases, unresectable", DISSEMINATED, LIVER_METASTASES),
    ),
    (not_placed("LD-01"), None),
)

EXTERNAL_RADIOTHERAPY = first_of(
    "external-radiotherapy",
    "External radiotherapy",
    OTHER_TUMOUR,
    (selected("DI-12", note="Mainly for symptoms, such as pain from bone."), every("beam", "Symptoms", SYMPTOMS)),
    (not_placed("DI-12"), None),
)

SYMPTOM_CONTROL = first_of(
    "symptom-control",
    "Control of the hormone syndrome",
    OTHER_TUMOUR,
    (
        first("PA-14", note="The syndrome is brought under control before anything is timed for volume."),
        FUNCTIONING,
    ),
    (not_placed("PA-14"), None),
)

WATCHING = first_of(
    "watching",
    "Watchful waiting",
    OTHER_TUMOUR,
    (
        excluded("PA-03", "PA-05", note="Not in a carcinoma (NEC) or a mixed neoplasm."),
        either("no-watching", "Carcinoma or mixed neoplasm", NEC, MIXED),
    ),
    (
        not_placed(
            "PA-05",
            note="Symptoms, a hormone syndrome, progression, fast growth, much tumour or NET G3 speak against waiting.",
        ),
        either(
            "against-watching",
            "A reason against waiting",
            SYMPTOMS,
            FUNCTIONING,
            PROGRESSIVE,
            GRADE_3,
            part("fast", "Rapid growth", RAPID_GROWTH.yes, "PA-05"),
            part("bulky", "Bulky disease", BULKY.yes, "PA-05", "DI-43"),
        ),
    ),
    (
        first("SU-58", "SU-51", "DI-37", "PA-05", note="Type 1 or 2 up to 10 mm: endoscopy at intervals, or removal."),
        every("watch-gastric", "Small gastric tumour of type 1 or 2", RESECTABLE, SMALL_GASTRIC),
    ),
    (
        first("SU-01", "PA-44", "DI-35", note="One of the first options up to 2 cm; guidelines part on size."),
        every("watch-pancreas", "Small pancreatic tumour, G1 or G2", RESECTABLE, SMALL_PANCREATIC, GRADE_1_2),
    ),
    primary_not_found("watching", ADVANCED),
    (
        selected(
            "PA-05",
            "DI-43",
            note="Guidelines part: allowed with little, slow disease and a first scan after 3 months, or not at all.",
        ),
        every(
            "watch-advanced",
            "Advanced, no symptoms, G1 or G2, not progressive",
            ADVANCED,
            NO_SYMPTOMS,
            NON_FUNCTIONING,
            GRADE_1_2,
        ),
    ),
    (not_placed("PA-05"), None),
)

SUPPORTIVE_CARE = first_of(
    "supportive-care",
    "Supportive and palliative care",
    OTHER_TUMOUR,
    (first("PA-18", "PA-26", note="ECOG 4: best supportive care, with early palliative involvement."), ECOG_4),
    (
        first("PA-26", note="Beside treatment, from the diagnosis of advanced disease with symptoms on."),
        every("advanced-symptoms", "Advanced, with symptoms", ADVANCED, SYMPTOMS),
    ),
    (selected("PA-26", note="Beside every other treatment, as needed."), None),
)
