"""Blood tests: counts, kidney, liver."""

from __future__ import annotations

from guideline import derived, number, yes_no
from neuroendocrine.facts.patient import AGE, BODY_SURFACE, SEX, WEIGHT
from neuroendocrine.formulas.kidney import absolute_filtration, ckd_epi_2021, cockcroft_gault

_COUNT = "blood count, at most 4 weeks old"
_CHEMISTRY = "blood chemistry, at most 4 weeks old"

HAEMOGLOBIN = number(
    "haemoglobin_g_dl",
    "Haemoglobin",
    unit="g/dL",
    accepts={"g/L": (1, 10), "mmol/L": (1611, 1000)},
    at_least=1,
    at_most=30,
    plausible=(4, 20),
    reason="life is not possible outside 1 to 30 g/dL",
    decimals=1,
    close=0.2,
    found_in=_COUNT,
)
WHITE_CELLS = number(
    "white_cells_1e9_l",
    "White blood cells",
    unit="10⁹/L",
    accepts={"/µL": (1, 1000), "10³/µL": (1, 1)},
    at_least=0,
    at_most=1000,
    plausible=(0.3, 60),
    reason="a count above 1000 × 10⁹/L does not occur",
    decimals=1,
    close=0.2,
    found_in=_COUNT,
)
NEUTROPHILS = number(
    "neutrophils_1e9_l",
    "Neutrophils",
    unit="10⁹/L",
    accepts={"/µL": (1, 1000), "10³/µL": (1, 1)},
    at_least=0,
    at_most=1000,
    plausible=(0.1, 50),
    reason="a count above 1000 × 10⁹/L does not occur",
    decimals=1,
    close=0.1,
    found_in=_COUNT,
)
RED_CELLS = number(
    "red_cells_1e12_l",
    "Red blood cells",
    unit="10¹²/L",
    accepts={"10⁶/µL": (1, 1)},
    at_least=0.3,
    at_most=12,
    plausible=(1, 8),
    reason="life is not possible outside 0.3 to 12 × 10¹²/L",
    decimals=2,
    close=0.1,
    found_in=_COUNT,
)
PLATELETS = number(
    "platelets_1e9_l",
    "Platelets",
    unit="10⁹/L",
    accepts={"/µL": (1, 1000), "10³/µL": (1, 1)},
    at_least=0,
    at_most=5000,
    plausible=(5, 1500),
    reason="a count above 5000 × 10⁹/L does not occur",
    decimals=0,
    close=3,
    found_in=_COUNT,
)
CREATININE = number(
    "creatinine_umol_l",
    "Serum creatinine",
    unit="µmol/L",
    accepts={"mg/dL": (884, 10)},
    at_least=5,
    at_most=20000,
    plausible=(20, 1500),
    reason="a creatinine outside 5 to 20 000 µmol/L does not occur",
    decimals=0,
    close=3,
    found_in=_CHEMISTRY,
)
CLEARANCE = derived(
    "creatinine_clearance_ml_min",
    "Creatinine clearance",
    unit="mL/min",
    accepts={"mL/s": (60, 1)},
    inputs=(AGE, WEIGHT, SEX, CREATININE),
    formula=cockcroft_gault,
    evidence="CA-03",
    at_least=0,
    at_most=500,
    plausible=(5, 250),
    reason="a clearance above 500 mL/min does not occur",
    decimals=0,
    close=2,
    hint=(
        "Leave empty to have it worked out (Cockcroft-Gault) from age, weight, sex and creatinine. "
        "Not the eGFR in mL/min/1.73 m²: that is another quantity."
    ),
    found_in="laboratory or nuclear medicine report",
)
EGFR = derived(
    "egfr_ml_min_173m2",
    "eGFR (CKD-EPI 2021)",
    unit="mL/min/1.73 m²",
    inputs=(AGE, SEX, CREATININE),
    formula=ckd_epi_2021,
    evidence="CA-01",
    at_least=0,
    at_most=300,
    plausible=(2, 180),
    reason="an eGFR above 300 mL/min/1.73 m² does not occur",
    decimals=1,
    close=1,
    hint=(
        "Leave empty to have it worked out from age, sex and creatinine; enter the value of a laboratory only when it "
        "used the equation of 2021. Adults, stable creatinine."
    ),
    found_in="laboratory report",
)
EGFR_ABSOLUTE = derived(
    "egfr_absolute_ml_min",
    "eGFR without its index (body surface by Mosteller)",
    unit="mL/min",
    inputs=(EGFR, BODY_SURFACE),
    formula=absolute_filtration,
    evidence="CA-02",
    enterable=False,
    at_least=0,
    at_most=1100,
    decimals=1,
)
BILIRUBIN = number(
    "bilirubin_umol_l",
    "Total bilirubin",
    unit="µmol/L",
    accepts={"mg/dL": (171, 10)},
    at_least=0.5,
    at_most=2000,
    plausible=(2, 800),
    reason="a bilirubin outside 0.5 to 2000 µmol/L does not occur",
    decimals=1,
    close=1,
    found_in=_CHEMISTRY,
)
BILIRUBIN_ULN = number(
    "bilirubin_times_uln",
    "Total bilirubin (multiple of the upper limit)",
    unit="× ULN",
    at_least=0,
    at_most=100,
    plausible=(0.05, 8),
    reason="a bilirubin above 100 times the upper limit does not occur",
    decimals=2,
    close=0.1,
    hint="Bilirubin divided by the upper limit of normal printed beside it.",
    found_in=_CHEMISTRY,
)
ALBUMIN = number(
    "albumin_g_l",
    "Serum albumin",
    unit="g/L",
    accepts={"g/dL": (10, 1)},
    at_least=2,
    at_most=100,
    plausible=(10, 60),
    reason="an albumin outside 2 to 100 g/L does not occur",
    decimals=0,
    close=1,
    found_in=_CHEMISTRY,
)
PROTHROMBIN = number(
    "prothrombin_ratio_percent",
    "Prothrombin ratio",
    unit="%",
    at_least=1,
    at_most=250,
    plausible=(10, 160),
    reason="a prothrombin ratio outside 1 to 250 % does not occur",
    decimals=0,
    close=2,
    hint="Prothrombin time as a percentage of normal (Quick), not the INR.",
    found_in="coagulation report, at most 4 weeks old",
)
PROTHROMBIN_PROLONGED = yes_no(
    "prothrombin_time_prolonged",
    "Prothrombin time prolonged",
    hint="Longer than the range printed beside it.",
    found_in="coagulation report, at most 4 weeks old",
)
TRANSAMINASES_ULN = number(
    "transaminases_times_uln",
    "ALT or AST, the higher one (multiple of the upper limit)",
    unit="× ULN",
    at_least=0,
    at_most=1000,
    plausible=(0.1, 50),
    reason="a transaminase above 1000 times the upper limit does not occur",
    decimals=2,
    close=0.1,
    hint="ALT and AST, each divided by the upper limit of normal printed beside it; the higher result.",
    found_in=_CHEMISTRY,
)
INR = number(
    "inr",
    "INR",
    unit="",
    at_least=0.5,
    at_most=25,
    plausible=(0.7, 8),
    reason="an INR outside 0.5 to 25 is not reported",
    decimals=1,
    close=0.1,
    hint="International normalised ratio; not the prothrombin ratio in %.",
    found_in="coagulation report, at most 4 weeks old",
)
