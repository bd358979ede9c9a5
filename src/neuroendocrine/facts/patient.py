"""The person: age, sex, body size, pregnancy, general condition, heart."""

from __future__ import annotations

from guideline import choice, derived, number, option, yes_no
from neuroendocrine.formulas.body import du_bois, mosteller

AGE = number(
    "age_years",
    "Age",
    unit="years",
    at_least=0,
    at_most=120,
    plausible=(5, 105),
    reason="nobody has lived longer than 122 years",
    decimals=0,
    found_in="date of birth",
    changeable=False,
)
SEX = choice(
    "sex",
    "Sex used in the formula",
    option("female", "Female"),
    option("male", "Male"),
    hint="The sex that the laboratory uses for creatinine formulas.",
    found_in="laboratory report",
    changeable=False,
)
WEIGHT = number(
    "weight_kg",
    "Body weight",
    unit="kg",
    accepts={"lb": (45359237, 100000000)},
    at_least=2,
    at_most=400,
    plausible=(25, 220),
    reason="a body weight outside 2 to 400 kg is a slip of the pen or of the unit",
    decimals=1,
    hint="Actual weight today.",
    found_in="ward or clinic chart",
)
HEIGHT = number(
    "height_cm",
    "Height",
    unit="cm",
    accepts={"m": (100, 1), "in": (254, 100)},
    at_least=30,
    at_most=260,
    plausible=(120, 215),
    reason="a height outside 30 to 260 cm is a slip of the pen or of the unit",
    decimals=0,
    found_in="ward or clinic chart",
    changeable=False,
)
BODY_SURFACE = derived(
    "body_surface_m2",
    "Body surface area (Mosteller)",
    unit="m²",
    inputs=(HEIGHT, WEIGHT),
    formula=mosteller,
    evidence="CA-04",
    enterable=False,
    at_least=0,
    at_most=6,
    decimals=3,
    changeable=False,
)
BODY_SURFACE_DU_BOIS = derived(
    "body_surface_du_bois_m2",
    "Body surface area (Du Bois)",
    unit="m²",
    inputs=(HEIGHT, WEIGHT),
    formula=du_bois,
    evidence="CA-05",
    enterable=False,
    at_least=0,
    at_most=6,
    decimals=3,
    changeable=False,
)
PREGNANCY = choice(
    "pregnancy",
    "Pregnancy",
    option("excluded", "Excluded, or not possible"),
    option("not_excluded", "Suspected, or not excluded"),
    option("pregnant", "Pregnant"),
    hint="A test in the days before treatment, where pregnancy is possible.",
    found_in="pregnancy test",
)
BREAST_FEEDING = yes_no(
    "breast_feeding",
    "Breast-feeding",
    hint="Yes, when it will go on; no, when it has stopped or will stop before treatment.",
    found_in="history",
)
KARNOFSKY = number(
    "karnofsky_percent",
    "Karnofsky performance status",
    unit="%",
    at_least=0,
    at_most=100,
    reason="the Karnofsky scale runs from 0 to 100",
    plausible=(10, 100),
    decimals=0,
    whole=True,
    hint="In tens: 100 no complaints, 60 needs occasional help, 50 needs considerable help.",
    found_in="clinic letter",
)
ECOG = choice(
    "ecog",
    "ECOG performance status",
    option("0", "0: fully active"),
    option("1", "1: restricted in strenuous activity, walks, can do light work"),
    option("2", "2: walks, cares for self, cannot work, up more than half of the day"),
    option("3", "3: limited self-care, in bed or chair more than half of the day"),
    option("4", "4: completely disabled"),
    found_in="clinic letter",
)
HEART_FAILURE = choice(
    "heart_failure_nyha",
    "Heart failure (NYHA class)",
    option("none", "None, or class I"),
    option("ii", "Class II"),
    option("iii", "Class III"),
    option("iv", "Class IV"),
    hint="New York Heart Association class: II symptoms on ordinary effort, III on slight effort, IV at rest.",
    found_in="cardiology letter",
)
SEVERE_CARCINOID_HEART_DISEASE = yes_no(
    "severe_carcinoid_heart_disease",
    "Severe carcinoid heart disease",
    hint="Severe disease of the right heart valves on echocardiography.",
    found_in="echocardiography",
)
ECHOCARDIOGRAPHY = yes_no(
    "echocardiography_done",
    "Echocardiography of the right heart done",
    found_in="echocardiography",
)
LIFE_EXPECTANCY = choice(
    "life_expectancy",
    "Life expectancy",
    option("below_3_months", "Below 3 months"),
    option("3_to_6_months", "3 to 6 months"),
    option("above_6_months", "Above 6 months"),
    hint="As the board judges it.",
    found_in="opinion of the board",
)
