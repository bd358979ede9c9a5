"""Before a board: where a case stands, what speaks for haste, and what has been gathered for the discussion."""

from __future__ import annotations

from guideline import choice, date, derived, option, several_of, yes_no
from neuroendocrine.facts.dates import TODAY
from neuroendocrine.formulas.intervals import days_between

CASE_STATUS = choice(
    "case_status",
    "Where the case stands",
    option("suspected", "Suspected: no tissue yet, or not read yet"),
    option("new", "Newly diagnosed: first treatment not begun"),
    option("known", "Known: treated, watched or followed up"),
    found_in="clinic letter",
)
BOARD_BEFORE = yes_no(
    "board_has_discussed",
    "A NET board has discussed this case before",
    hint="A multidisciplinary meeting of people experienced with neuroendocrine tumours, not a general tumour board.",
    found_in="board letter",
)
BOARD_QUESTIONS = several_of(
    "questions_for_the_board",
    "Open questions",
    option("asymptomatic_primary", "Removing a primary without symptoms although there are metastases"),
    option("watching_metastases", "Watching metastatic disease instead of treating it"),
    option("transplantation", "Liver transplantation"),
    option("heart", "Surgery, or a valve, with carcinoid heart disease"),
    option("first_treatment", "Any treatment that would begin outside a NET centre"),
    found_in="clinic letter",
)
CHANGES = several_of(
    "changes_since_the_board",
    "Since the board last discussed the case",
    option("growth", "Growth or new metastases on imaging"),
    option("syndrome", "A new or uncontrolled hormone syndrome"),
    option("pathology", "A new biopsy, or another reading of the old one"),
    option("stopped", "A treatment has ended, failed or was not tolerated"),
    found_in="clinic letter, imaging and pathology reports",
)
EMERGENCIES = several_of(
    "emergency_signs",
    "Signs that cannot wait for a board",
    option("cord", "Weakness or numbness that suggests compression of the spinal cord"),
    option("bowel", "Bowel obstruction, or bowel without blood supply"),
    option("crisis", "Carcinoid crisis: flushing with falling blood pressure"),
    found_in="examination",
)
WORKUP_DAY = date(
    "initial_workup_on",
    "Day on which the initial work-up was complete",
    hint="The tests that raised or kept the suspicion.",
    found_in="clinic letter",
)
DIAGNOSIS_DAY = date(
    "diagnosis_on",
    "Day of the diagnosis",
    hint="As a rule the day of the pathology report.",
    found_in="pathology report",
)
DIAGNOSIS_AGE = derived(
    "days_since_diagnosis",
    "Time since the diagnosis",
    unit="days",
    accepts={"weeks": (7, 1)},
    inputs=(DIAGNOSIS_DAY, TODAY),
    formula=days_between,
    enterable=False,
    at_least=-100000,
    at_most=100000,
    reason="both days lie in one life",
    decimals=0,
    whole=True,
    evidence=("PA-01", "FU-25"),
)
DOSSIER_ITEMS = (
    option("summary", "Dated summary", "Diagnosis, treatments with dates and doses, other illnesses, medication."),
    option("pathology", "Pathology report", "Type, differentiation, Ki-67 and mitoses."),
    option("slides", "Slides or blocks", "For a second reading."),
    option("cross_section", "CT or MRI", "As images, with the earlier ones to see growth."),
    option("receptor_imaging", "Receptor imaging", "PET or scintigraphy, as images."),
    option("function", "Hormone syndrome looked for", "Symptoms, and hormone tests where there are any."),
    option("blood", "Blood tests", "Count, kidney and liver, with units and dates."),
    option("condition", "ECOG or Karnofsky"),
    option("wishes", "Wishes", "What the person wants and fears."),
)
DOSSIER = several_of(
    "dossier",
    "What is in hand for the board",
    *DOSSIER_ITEMS,
    hint="Mark what can be shown at the meeting.",
    found_in="the notes",
)
HEART_TESTS = yes_no(
    "heart_tests_in_hand",
    "NT-proBNP and echocardiography in hand",
    found_in="laboratory and echocardiography reports",
)
