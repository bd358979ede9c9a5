"""Where guidelines place liver-directed and radiation treatment, control of hormones and supportive care."""

from __future__ import annotations

from guideline import first_of
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.syndromes import SYNDROME_CONTROLLED
from neuroendocrine.liver_directed import LIVER_ABOVE_50, PREGNANT
from neuroendocrine.placement import (
    ADVANCED,
    ECOG_3,
    ECOG_4,
    FUNCTIONING,
    LIVER_METASTASES,
    NOT_A_NET,
    OTHER_TUMOUR,
    PROGRESSIVE,
    SYMPTOMS,
    either,
    every,
    excluded,
    first,
    later,
    not_placed,
    part,
    selected,
)
from neuroendocrine.prrt import BILIRUBIN_CAUTION

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
                part(
                    "pregnant-or-not-excluded",
                    "Pregnancy established, suspected or not excluded",
                    PREGNANT.test,
                    "LD-02",
                    "LD-05",
                ),
            ),
        ),
    ),
    (
        selected("PA-21", note="Above half of the liver, systemic treatment is preferred.", case="selected-large"),
        every(
            "liver-large",
            "More than 50 % of the liver, not resectable",
            ADVANCED,
            LIVER_METASTASES,
            part("above-50", "More than 50 % of the liver", LIVER_ABOVE_50.test, "PA-21"),
        ),
    ),
    (
        later(
            "PA-11",
            "LD-01",
            "PA-48",
            note="Where the liver carries most of the disease: after or beside an analogue, before or after other "
            "systemic treatment.",
        ),
        every(
            "liver-wanted",
            "Liver metastases that progress, or a syndrome not controlled",
            ADVANCED,
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
        selected("LD-01", note="Disease mostly in the liver that neither grows nor causes a syndrome."),
        every("liver-quiet", "Liver metastases, unresectable", ADVANCED, LIVER_METASTASES),
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
        first("PA-14", note="The syndrome is brought, and kept, under control before anything is timed for volume."),
        FUNCTIONING,
    ),
    (not_placed("PA-14"), None),
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
