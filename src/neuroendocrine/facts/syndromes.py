"""Syndromes: what hormones the tumour makes felt, and what it was inherited with."""

from __future__ import annotations

from guideline import choice, number, option, yes_no

FUNCTION = choice(
    "functional_syndrome",
    "Hormone syndrome",
    option("none", "None (non-functioning)"),
    option("carcinoid", "Carcinoid syndrome"),
    option("insulinoma", "Insulinoma"),
    option("gastrinoma", "Gastrinoma (Zollinger-Ellison)"),
    option("vipoma", "VIPoma"),
    option("glucagonoma", "Glucagonoma"),
    option("somatostatinoma", "Somatostatinoma"),
    option("acth", "Ectopic ACTH (Cushing)"),
    option("other", "Another hormone syndrome"),
    hint="A syndrome is symptoms and hormone levels; a stain for a hormone alone is none.",
    found_in="clinic letter, hormone tests",
)
HEREDITARY_SYNDROME = choice(
    "hereditary_syndrome",
    "Hereditary syndrome",
    option("none", "None known (sporadic)"),
    option("men1", "Multiple endocrine neoplasia type 1 (MEN1)"),
    option("vhl", "Von Hippel-Lindau disease"),
    option("other", "Another hereditary syndrome"),
    found_in="genetic report, family history",
    changeable=False,
)
SYNDROME_CONTROLLED = yes_no(
    "syndrome_controlled",
    "Syndrome controlled by the present treatment",
    found_in="clinic letter",
)
ANALOGUE_NOW = choice(
    "analogue_now",
    "Somatostatin analogue at present",
    option("none", "None"),
    option("usual", "Long-acting, at the usual dose and interval"),
    option("escalated", "Long-acting, already at a higher dose or shorter interval"),
    found_in="medication list",
)
DIARRHOEA_CONTROLLED = yes_no(
    "diarrhoea_controlled",
    "Diarrhoea controlled by the analogue",
    hint="Yes, also when there is none.",
    found_in="history",
)
OTHER_CAUSES_LOOKED_FOR = yes_no(
    "other_causes_of_diarrhoea_looked_for",
    "Other causes of diarrhoea have been looked for",
    hint="Pancreatic insufficiency, bile acids, short bowel, bacterial overgrowth, drugs, food.",
    found_in="clinic letter",
)
CONSTIPATION = yes_no(
    "severe_constipation_or_abdominal_pain",
    "Severe constipation, or abdominal pain that gets worse",
    found_in="history",
)
PROCEDURE_PLANNED = choice(
    "procedure_planned",
    "Planned next",
    option("none", "No procedure"),
    option("major_surgery", "Major surgery"),
    option("prrt", "PRRT"),
    option("embolisation", "Embolisation of the liver"),
    option("other", "A smaller procedure"),
    found_in="plan of treatment",
)
HIAA_RAISED = yes_no(
    "hiaa_raised",
    "5-HIAA raised",
    hint="In urine or plasma, above the limit of the laboratory.",
    found_in="laboratory report",
)
HIAA_RISING = yes_no(
    "hiaa_rising",
    "5-HIAA rising",
    hint="Compared with the last measurement by the same method.",
    found_in="laboratory reports",
)
RIGHT_HEART_SIGNS = yes_no(
    "right_heart_signs",
    "Symptoms or signs of right heart failure",
    hint="Swollen legs, ascites, raised neck veins, breathlessness, a new murmur.",
    found_in="examination",
)
NT_PROBNP = number(
    "nt_probnp_ng_l",
    "NT-proBNP",
    unit="ng/L",
    accepts={"pg/mL": (1, 1)},
    at_least=0,
    at_most=200000,
    plausible=(5, 70000),
    reason="a value above 200 000 ng/L does not occur",
    decimals=0,
    close=15,
    found_in="blood chemistry",
)
CARCINOID_HEART_DISEASE = choice(
    "carcinoid_heart_disease",
    "Carcinoid heart disease on echocardiography",
    option("not_examined", "No echocardiography yet"),
    option("none", "Not found"),
    option("mild_or_moderate", "Mild or moderate"),
    option("severe", "Severe"),
    found_in="echocardiography",
)
