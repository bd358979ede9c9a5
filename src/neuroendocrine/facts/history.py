"""What has been done before: treatments, their timing, symptoms."""

from __future__ import annotations

from guideline import choice, number, option, several_of, yes_no

MONTHS_SINCE_DIAGNOSIS = number(
    "months_since_diagnosis",
    "Time since diagnosis",
    unit="months",
    accepts={"years": (12, 1)},
    at_least=0,
    at_most=1200,
    plausible=(0, 600),
    reason="nobody has lived longer than 122 years",
    decimals=0,
    found_in="history",
)
SYMPTOMATIC = yes_no(
    "symptomatic",
    "Symptoms of the tumour or its hormones",
    hint="Symptoms that treatment so far does not control.",
    found_in="history",
)
LONG_ACTING_ANALOGUE = choice(
    "long_acting_analogue",
    "Long-acting somatostatin analogue",
    option("none", "None now"),
    option("running", "Octreotide LAR or lanreotide"),
    found_in="medication list",
)
DAYS_SINCE_ANALOGUE = number(
    "days_since_long_acting_analogue",
    "Days from the last long-acting injection to the planned treatment",
    unit="days",
    accepts={"weeks": (7, 1)},
    at_least=0,
    at_most=3650,
    plausible=(0, 400),
    reason="more than ten years is not a pause",
    decimals=0,
    whole=True,
    found_in="medication list",
)
EVER_TREATED = several_of(
    "treated_ever_with",
    "Ever treated with",
    option("prrt", "PRRT"),
    option("radioembolisation", "Radioembolisation (TARE)"),
    option("embolisation", "Embolisation or chemoembolisation of the liver"),
    option("ablation", "Ablation of liver lesions"),
    option("marrow_radiotherapy", "External radiotherapy to more than 25 % of the bone marrow"),
    found_in="history",
    changeable=False,
)
TREATED_12_WEEKS = several_of(
    "treated_within_12_weeks_with",
    "Within the last 12 weeks",
    option("surgery", "Surgery"),
    option("ablation_or_embolisation", "Ablation or embolisation of the liver"),
    option("chemotherapy", "Chemotherapy"),
    option("interferon", "Interferon"),
    option("targeted", "Everolimus, sunitinib or another targeted drug"),
    option("high_dose_octreotide", "Octreotide LAR above 30 mg"),
    found_in="history",
)
SYSTEMIC_OVER_1_MONTH = yes_no(
    "systemic_therapy_over_1_month",
    "Any earlier systemic therapy for more than one month",
    hint="Somatostatin analogues for symptoms count as well.",
    found_in="history",
    changeable=False,
)
FUNCTIONING = yes_no(
    "functioning",
    "Functioning tumour (hormone syndrome)",
    hint="A clinical syndrome with its hormone; a stain for a hormone alone does not make a tumour functioning.",
    found_in="history, hormone tests",
    changeable=False,
)
SYMPTOMS_AT_DIAGNOSIS = yes_no(
    "symptoms_at_diagnosis",
    "Jaundice, pain or bleeding at diagnosis",
    hint="Symptoms of the tumour itself; no, when it was found by chance.",
    found_in="history",
    changeable=False,
)
SYSTEMIC_SO_FAR = several_of(
    "systemic_treatments_so_far",
    "Systemic treatments so far",
    option("analogue", "Somatostatin analogue"),
    option("everolimus", "Everolimus"),
    option("sunitinib", "Sunitinib"),
    option("cabozantinib", "Cabozantinib"),
    option("surufatinib", "Surufatinib"),
    option("belzutifan", "Belzutifan"),
    option("interferon", "Interferon"),
    option("platinum", "Cisplatin or carboplatin with etoposide"),
    option("irinotecan", "Irinotecan with fluorouracil (FOLFIRI, or liposomal irinotecan)"),
    option("temozolomide", "Temozolomide, alone or with capecitabine"),
    option("streptozocin", "Streptozocin with fluorouracil"),
    option("oxaliplatin", "Oxaliplatin with fluorouracil or capecitabine (FOLFOX, CAPOX)"),
    option("other", "Another systemic treatment"),
    hint="Everything that was begun, now or earlier. PRRT is asked apart.",
    found_in="history",
    changeable=False,
)
