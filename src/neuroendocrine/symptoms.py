"""Hormone syndromes: what guidelines place against each, and when the heart is looked at.

Sources: ENETS 2022 and 2023, product information, cohorts (evidence SY-01 to SY-50, SS-01 to SS-16).
Not encoded: any dose for a carcinoid crisis (SY-09, DI-41, DI-59: sources conflict, so nothing is calculated); the
fast test, diazoxide, somatostatinoma, ACTH and niacin (SY-30, SY-31, SY-36, SY-37, SY-54: moderate confidence).
"""

from __future__ import annotations

from guideline import entry, first_of, outcome, panel
from neuroendocrine.facts.drugs import HEPATIC_IMPAIRMENT
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.syndromes import (
    ANALOGUE_NOW,
    CARCINOID_HEART_DISEASE,
    CONSTIPATION,
    DIARRHOEA_CONTROLLED,
    FUNCTION,
    HIAA_RAISED,
    HIAA_RISING,
    NT_PROBNP,
    OTHER_CAUSES_LOOKED_FOR,
    PROCEDURE_PLANNED,
    RIGHT_HEART_SIGNS,
    SYNDROME_CONTROLLED,
)
from neuroendocrine.placement import (
    either,
    every,
    excluded,
    first,
    later,
    neither,
    no_record,
    not_placed,
    part,
    settle_first,
)

NO_CARCINOID = (
    outcome(
        "No carcinoid syndrome: these rules do not apply",
        outcome_id="no-carcinoid-syndrome",
        out_of_scope=True,
        evidence="SY-01",
    ),
    part(
        "other-syndrome",
        "No hormone syndrome, or another one",
        FUNCTION.one_of(
            "none", "insulinoma", "gastrinoma", "vipoma", "glucagonoma", "somatostatinoma", "acth", "other"
        ),
        "SY-01",
    ),
)
UNCONTROLLED = part("uncontrolled", "Syndrome not controlled", SYNDROME_CONTROLLED.no, "SY-02", "PA-48")
DIARRHOEA_GOES_ON = part("diarrhoea", "Diarrhoea not controlled by the analogue", DIARRHOEA_CONTROLLED.no, "SY-03")
ON_ANALOGUE = part(
    "on-analogue", "On a long-acting analogue", ANALOGUE_NOW.one_of("usual", "escalated"), "SY-03", "SY-02"
)

CARCINOID_ROWS = panel(
    "carcinoid-syndrome",
    "Control of the carcinoid syndrome",
    entry(
        "analogue",
        "Long-acting somatostatin analogue",
        first_of(
            "carcinoid-analogue",
            "Long-acting somatostatin analogue",
            NO_CARCINOID,
            (
                outcome(
                    "Already in use: it goes on",
                    outcome_id="continued",
                    note="Usually kept for life, also when the tumour grows.",
                    evidence=("SY-02", "SS-27"),
                ),
                ON_ANALOGUE,
            ),
            (first("SY-01", "SS-01", note="Octreotide LAR 20 to 30 mg or lanreotide 120 mg every 4 weeks."), None),
        ),
    ),
    entry(
        "rescue",
        "Short-acting octreotide beside it",
        first_of(
            "carcinoid-rescue",
            "Short-acting octreotide",
            NO_CARCINOID,
            (
                not_placed("SY-01", note="Controlled."),
                part("controlled", "Syndrome controlled", SYNDROME_CONTROLLED.yes, "SY-01"),
            ),
            (
                first("SY-01", "SS-12", note="As rescue; at least 30 minutes after telotristat where that is used."),
                None,
            ),
        ),
    ),
    entry(
        "escalation",
        "Higher dose or shorter interval of the analogue",
        first_of(
            "carcinoid-escalation",
            "Escalation",
            NO_CARCINOID,
            (
                not_placed("SY-02", note="The usual dose comes first."),
                part("no-analogue", "No analogue yet", ANALOGUE_NOW.is_("none"), "SY-01"),
            ),
            (
                not_placed("SY-02", note="Already escalated."),
                part("escalated", "Already escalated", ANALOGUE_NOW.is_("escalated"), "SY-02"),
            ),
            (later("SY-02", "SS-13", note="Above the label in many countries."), UNCONTROLLED),
            (not_placed("SY-02", note="Controlled."), None),
        ),
    ),
    entry(
        "other_causes",
        "Other causes of diarrhoea",
        first_of(
            "carcinoid-other-causes",
            "Work-up of diarrhoea",
            NO_CARCINOID,
            (
                first(
                    "SY-50",
                    note="Pancreas, bile acids, short bowel, overgrowth, drugs, food; before a dose is raised.",
                ),
                every(
                    "work-up",
                    "Diarrhoea goes on, other causes not looked for",
                    DIARRHOEA_GOES_ON,
                    part("not-looked-for", "Other causes not looked for", OTHER_CAUSES_LOOKED_FOR.no, "SY-50"),
                ),
            ),
            (not_placed("SY-50"), None),
        ),
    ),
    entry(
        "telotristat",
        "Telotristat",
        first_of(
            "carcinoid-telotristat",
            "Telotristat",
            NO_CARCINOID,
            (
                excluded("SY-05", note="Not for moderate or severe impairment of the liver.", case="excluded-liver"),
                part("child-b-c", "Child-Pugh B or C", HEPATIC_IMPAIRMENT.one_of("b", "c"), "SY-05"),
            ),
            (
                excluded(
                    "SY-05",
                    note="Stopped for severe constipation or abdominal pain that gets worse.",
                    case="excluded-constipation",
                ),
                part("constipation", "Severe constipation or worse pain", CONSTIPATION.yes, "SY-05"),
            ),
            (
                settle_first("SY-03", note="It is added to an analogue."),
                part("no-analogue", "No analogue yet", ANALOGUE_NOW.is_("none"), "SY-03"),
            ),
            (
                later(
                    "SY-03",
                    "SY-02",
                    note="250 mg three times a day with food, against diarrhoea that the analogue does not control.",
                ),
                every("telotristat", "Diarrhoea goes on under an analogue", ON_ANALOGUE, DIARRHOEA_GOES_ON),
            ),
            (not_placed("SY-03", note="Diarrhoea is controlled."), None),
        ),
    ),
    entry(
        "liver_directed",
        "Liver-directed treatment or cytoreduction",
        first_of(
            "carcinoid-liver",
            "Liver-directed treatment",
            NO_CARCINOID,
            (
                later(
                    "PA-11", "SY-02", "PA-48", note="See the calculators of liver-directed treatment and cytoreduction."
                ),
                every(
                    "carcinoid-liver",
                    "Liver metastases, not controlled under an analogue",
                    part("liver", "Liver metastases", METASTASES.one_of("liver", "both"), "PA-11"),
                    ON_ANALOGUE,
                    UNCONTROLLED,
                ),
            ),
            (not_placed("PA-11"), None),
        ),
    ),
    entry(
        "prrt",
        "PRRT",
        first_of(
            "carcinoid-prrt",
            "PRRT",
            NO_CARCINOID,
            (
                later("SY-02", "PA-48", note="See the PRRT criteria: receptors, blood, kidneys."),
                every("carcinoid-prrt", "Not controlled under an analogue", ON_ANALOGUE, UNCONTROLLED),
            ),
            (not_placed("SY-02"), None),
        ),
    ),
    entry(
        "crisis_plan",
        "Plan for a carcinoid crisis",
        first_of(
            "crisis-plan",
            "Plan for a crisis",
            NO_CARCINOID,
            (
                first(
                    "DI-59",
                    "DI-41",
                    "PR-76",
                    note="A specialist plan before the procedure. Published doses conflict; none is calculated here.",
                ),
                part(
                    "procedure",
                    "A procedure is planned",
                    PROCEDURE_PLANNED.one_of("major_surgery", "prrt", "embolisation", "other"),
                    "DI-41",
                    "DI-59",
                ),
            ),
            (not_placed("DI-41", note="No procedure is planned."), None),
        ),
    ),
    leading=("first",),
    lead_text="Placed first, for the team to discuss",
)

EXAMINED = part(
    "examined", "Echocardiography has been done, nothing found", CARCINOID_HEART_DISEASE.is_("none"), "SY-23"
)
HEART_CHECK = first_of(
    "heart-check",
    "Carcinoid heart disease",
    (
        outcome(
            "Severe disease: guidelines place the valves before major elective surgery",
            outcome_id="severe",
            note="Control of the syndrome first; a team for carcinoid heart disease decides on replacement.",
            evidence=("SY-25", "PA-17", "SU-80"),
        ),
        part("severe", "Severe carcinoid heart disease", CARCINOID_HEART_DISEASE.is_("severe"), "SY-25", "PA-17"),
    ),
    (
        outcome(
            "Guidelines repeat echocardiography every 6 to 12 months",
            outcome_id="repeat",
            evidence="SY-23",
        ),
        either(
            "repeat",
            "Known disease, or rising 5-HIAA after an examination",
            part("known", "Mild or moderate disease known", CARCINOID_HEART_DISEASE.is_("mild_or_moderate"), "SY-23"),
            every(
                "rising",
                "Examined, and 5-HIAA rising",
                EXAMINED,
                part("hiaa-rising", "5-HIAA rising", HIAA_RISING.yes, "SY-23"),
            ),
        ),
    ),
    (
        outcome(
            "No carcinoid syndrome: these rules do not apply",
            outcome_id="no-carcinoid-syndrome",
            note="Signs of heart failure are examined for their own sake.",
            out_of_scope=True,
            evidence="SY-20",
        ),
        NO_CARCINOID[1],
    ),
    (
        outcome(
            "Guidelines place echocardiography now",
            outcome_id="echocardiography",
            evidence="SY-23",
        ),
        either(
            "reasons",
            "A reason for echocardiography",
            every(
                "hiaa",
                "5-HIAA raised, not examined yet",
                part("hiaa-raised", "5-HIAA raised", HIAA_RAISED.yes, "SY-23"),
                neither("not-examined", "No echocardiography yet", EXAMINED),
            ),
            part("signs", "Symptoms or signs of right heart failure", RIGHT_HEART_SIGNS.yes, "SY-23"),
            part("nt-probnp", "NT-proBNP above 260 ng/L", NT_PROBNP > 260, "SY-22", "SY-21", "SY-23"),
            part(
                "before",
                "Before major surgery or PRRT",
                PROCEDURE_PLANNED.one_of("major_surgery", "prrt"),
                "SY-23",
            ),
        ),
    ),
    (
        outcome(
            "Examined and not found, and nothing new: the records repeat it with a rise of 5-HIAA",
            outcome_id="examined",
            note="Signs of right heart failure, an NT-proBNP above 260 ng/L, major surgery and PRRT are reasons again.",
            evidence=("SY-23", "SY-24"),
        ),
        EXAMINED,
    ),
    (
        outcome(
            "None of these reasons is present; that does not exclude the disease",
            outcome_id="no-reason",
            note="An NT-proBNP of 260 ng/L or less missed more than half of the cases in a later cohort.",
            evidence=("SY-22", "DI-26"),
        ),
        None,
    ),
)

_SYNDROMES = (
    (
        outcome(
            "No hormone syndrome", outcome_id="none", evidence="CL-30", note="A stain or a raised level alone is none."
        ),
        part("no-syndrome", "No hormone syndrome", FUNCTION.is_("none"), "CL-30"),
    ),
    (
        outcome("Carcinoid syndrome: see its own calculator", outcome_id="carcinoid", evidence="SY-01"),
        part("is-carcinoid", "Carcinoid syndrome", FUNCTION.is_("carcinoid"), "SY-01"),
    ),
    (
        outcome(
            "Insulinoma: control of blood sugar, then removal; an analogue only after a supervised test",
            outcome_id="insulinoma",
            note="Analogues can worsen low blood sugar. Everolimus is named for metastatic insulinoma.",
            evidence=("PA-47", "DI-07", "SS-16"),
        ),
        part("is-insulinoma", "Insulinoma", FUNCTION.is_("insulinoma"), "PA-47", "DI-07"),
    ),
    (
        outcome(
            "Gastrinoma: a proton pump inhibitor at high dose, for life, and a plan for the tumour",
            outcome_id="gastrinoma",
            note=(
                "Omeprazole 60 mg or more, titrated to an acid output below 10 mmol/h (below 5 with reflux or after "
                "surgery). Stopping it for a test carries a risk of ulcer and bleeding: for specialists only."
            ),
            evidence=("SY-32", "PA-46", "DI-42"),
        ),
        part("is-gastrinoma", "Gastrinoma", FUNCTION.is_("gastrinoma"), "SY-32", "PA-46"),
    ),
    (
        outcome(
            "VIPoma: an analogue with fluids and electrolytes",
            outcome_id="vipoma",
            note="Octreotide 150 to 750 µg a day in the first 2 weeks by the US label.",
            evidence=("SY-34", "SS-12"),
        ),
        part("is-vipoma", "VIPoma", FUNCTION.is_("vipoma"), "SY-34"),
    ),
    (
        outcome(
            "Glucagonoma: an analogue, nutrition, and protection from thrombosis",
            outcome_id="glucagonoma",
            evidence="SY-35",
        ),
        part("is-glucagonoma", "Glucagonoma", FUNCTION.is_("glucagonoma"), "SY-35"),
    ),
    (
        outcome(
            "Somatostatinoma: removal where possible; only a row of moderate confidence speaks of drugs",
            outcome_id="somatostatinoma",
            evidence=("PA-02", "SS-01"),
        ),
        part("is-somatostatinoma", "Somatostatinoma", FUNCTION.is_("somatostatinoma"), "SS-01"),
    ),
)
HORMONE_SYNDROME = first_of(
    "hormone-syndrome",
    "What guidelines place against the syndrome",
    *_SYNDROMES,
    (
        no_record(
            "PA-14", note="The syndrome is brought under control first; how, is a matter for a specialised team."
        ),
        None,
    ),
)
