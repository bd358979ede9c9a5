"""Before a drug: what makes it unsuitable, what it interacts with, and the tests that come first."""

from __future__ import annotations

from guideline import choice, number, option, several_of, yes_no

# Chemotherapy ------------------------------------------------------------------------------------------------

DPD = choice(
    "dpd_activity",
    "DPD activity",
    option("normal", "No deficiency found"),
    option("partial", "Partial deficiency", "DPYD activity score 1.0 or 1.5, or uracil of 16 ng/mL or more."),
    option("complete", "Complete deficiency", "DPYD activity score 0."),
    option("not_tested", "Not tested"),
    hint="Dihydropyrimidine dehydrogenase, the enzyme that breaks down fluorouracil and capecitabine.",
    found_in="DPYD genotype or uracil in plasma",
)
CISPLATIN_HINDRANCES = several_of(
    "cisplatin_hindrances",
    "What speaks against cisplatin",
    option("hearing", "Hearing loss"),
    option("neuropathy", "Neuropathy of grade 2 or higher"),
    option("fluid", "Large volumes of fluid are not tolerated", "Heart failure, for instance."),
    found_in="history, hearing test, cardiology letter",
)
ALKALINE_PHOSPHATASE_ULN = number(
    "alkaline_phosphatase_times_uln",
    "Alkaline phosphatase (multiple of the upper limit)",
    unit="× ULN",
    at_least=0,
    at_most=200,
    plausible=(0.1, 50),
    reason="an alkaline phosphatase above 200 times the upper limit does not occur",
    decimals=1,
    close=0.2,
    hint="The value divided by the upper limit of normal printed beside it.",
    found_in="blood chemistry, at most 4 weeks old",
)

# Targeted drugs ----------------------------------------------------------------------------------------------

HEPATIC_IMPAIRMENT = choice(
    "hepatic_impairment",
    "Impairment of the liver",
    option("none", "None"),
    option("a", "Mild (Child-Pugh A)"),
    option("b", "Moderate (Child-Pugh B)"),
    option("c", "Severe (Child-Pugh C)"),
    hint="None, when the liver works normally, with or without metastases.",
    found_in="blood chemistry, Child-Pugh class",
)
CONDITIONS = several_of(
    "conditions",
    "Conditions that matter for the drugs",
    option("pneumonitis", "Inflammation of the lungs without infection (pneumonitis), active"),
    option("infection", "Infection that is not under control"),
    option("diabetes_uncontrolled", "Diabetes that is not under control"),
    option("hypertension", "High blood pressure that is not under control"),
    option("bleeding", "Serious bleeding lately, or a high risk of it"),
    option("perforation", "Perforation or fistula of the gut, or a risk of it"),
    option("thrombosis", "Recent thrombosis or embolism"),
    option("jaw", "Osteonecrosis of the jaw, or a risk of it"),
    option("hypoxia", "Low oxygen in the blood"),
    option("surgery_soon", "An operation within the next 3 weeks, also on the teeth"),
    option("surgery_lately", "A major operation within the last 2 weeks"),
    found_in="history, medication list",
)
HEART_CONDITIONS = several_of(
    "heart_conditions",
    "Heart",
    option("bradycardia", "Slow heart rate (bradycardia)"),
    option("conduction", "Arrhythmia or conduction defect"),
    option("long_qt", "Prolonged QT interval"),
    option("weak_muscle", "Weak heart muscle (cardiomyopathy)"),
    found_in="ECG, cardiology letter",
)
INTERACTING_DRUGS = several_of(
    "interacting_drugs",
    "Other drugs taken",
    option("beta_blocker", "Beta-blocker"),
    option("calcium_blocker", "Calcium-channel blocker"),
    option("slowing", "Another drug that slows the heart"),
    option("qt", "A drug that prolongs the QT interval"),
    option("antidiabetic", "Insulin or another drug against diabetes"),
    option("ciclosporin", "Ciclosporin"),
    option("bromocriptine", "Bromocriptine"),
    option("quinidine", "Quinidine or terfenadine"),
    option("cyp3a4", "A strong inhibitor or inducer of CYP3A4"),
    option("p_glycoprotein", "An inhibitor of P-glycoprotein"),
    found_in="medication list",
)
NEEDS_SURGERY_NOW = yes_no(
    "surgery_needed_now",
    "An operation on the tumour is needed now",
    hint="As the surgeons of the board judge it.",
    found_in="surgical opinion",
)

# Somatostatin analogues --------------------------------------------------------------------------------------

ANALOGUE_ALLERGY = several_of(
    "analogue_hypersensitivity",
    "Hypersensitivity to",
    option("octreotide", "Octreotide"),
    option("lanreotide", "Lanreotide"),
    found_in="history",
)
DIALYSIS_OR_CIRRHOSIS = several_of(
    "dialysis_or_cirrhosis",
    "Kidneys and liver",
    option("dialysis", "Dialysis"),
    option("cirrhosis", "Cirrhosis of the liver"),
    found_in="history",
)
GALLBLADDER = choice(
    "gallbladder",
    "Gallbladder",
    option("clear", "No stones"),
    option("stones", "Stones or sludge, without complications"),
    option("complicated", "Stones with complications"),
    option("removed", "Removed"),
    hint="Complications: inflammation of the gallbladder, the bile duct or the pancreas.",
    found_in="ultrasound, history",
)
FATTY_STOOLS = yes_no(
    "fatty_stools",
    "Fatty stools or weight loss on the analogue",
    found_in="history",
)
