"""Before a treatment of liver metastases: their pattern, what can be removed and what stays, vessels and bile ducts."""

from __future__ import annotations

from guideline import choice, derived, number, option, selected, several_of, yes_no
from neuroendocrine.facts.patient import BODY_SURFACE
from neuroendocrine.formulas.liver_remnant import remnant_percent, urata_volume, vauthey_volume

LIVER_PATTERN = choice(
    "liver_metastases_pattern",
    "Pattern of the liver metastases",
    option("single", "Type I: a single metastasis, of any size"),
    option("bulk", "Type II: one bulk with smaller deposits, both lobes"),
    option("disseminated", "Type III: disseminated, both lobes, hardly any normal liver"),
    hint="The types of Frilling 2009; other classes with the same numbers mean something else.",
    found_in="MRI or CT of the liver",
)
LIVER_DOMINANT = yes_no(
    "liver_dominant",
    "Most of the disease lies in the liver",
    found_in="imaging",
)
EXTRAHEPATIC_SITES = several_of(
    "extrahepatic_sites",
    "Disease outside the liver",
    option("nodes_below_20_mm", "Lymph nodes below 20 mm"),
    option("nodes_from_20_mm", "Lymph nodes of 20 mm or more"),
    option("bone", "Bone"),
    option("other", "Anywhere else"),
    hint="The primary itself does not count.",
    found_in="imaging",
)
REMOVABLE = number(
    "removable_liver_tumour_percent",
    "Part of the tumour in the liver that can be removed",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the tumour",
    decimals=0,
    close=3,
    hint="By resection and ablation together, as liver surgeon and radiologist judge it.",
    found_in="surgical and radiological opinion",
)
LIVER_CONDITION = choice(
    "liver_condition",
    "Liver outside the tumour",
    option("normal", "Normal"),
    option("chemotherapy", "After chemotherapy of more than 3 months"),
    option("fibrosis", "Fibrosis or cirrhosis"),
    found_in="history, imaging, biopsy",
)
REMNANT_VOLUME = number(
    "future_remnant_ml",
    "Volume of the liver that would be left",
    unit="mL",
    accepts={"cm³": (1, 1), "L": (1000, 1)},
    at_least=0,
    at_most=5000,
    plausible=(50, 3000),
    reason="no liver remnant is larger than 5 L",
    decimals=0,
    found_in="volumetry on CT or MRI",
)
STANDARD_VOLUME_VAUTHEY = derived(
    "standard_liver_volume_vauthey_ml",
    "Standard liver volume (Vauthey)",
    unit="mL",
    inputs=(BODY_SURFACE,),
    formula=vauthey_volume,
    evidence=("CA-14", "SU-70"),
    enterable=False,
    at_least=0,
    at_most=7000,
    decimals=0,
    changeable=False,
)
STANDARD_VOLUME_URATA = derived(
    "standard_liver_volume_urata_ml",
    "Standard liver volume (Urata)",
    unit="mL",
    inputs=(BODY_SURFACE,),
    formula=urata_volume,
    evidence=("CA-14", "SU-70"),
    enterable=False,
    at_least=0,
    at_most=5000,
    decimals=0,
    changeable=False,
)
REMNANT_BY_CT = number(
    "future_remnant_ct_percent",
    "Future liver remnant by CT",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the liver",
    decimals=1,
    close=2,
    hint="Of the whole liver less the tumour, as the volumetry report states it.",
    found_in="volumetry on CT or MRI",
)
REMNANT_VAUTHEY = derived(
    "future_remnant_vauthey_percent",
    "Future liver remnant (Vauthey)",
    unit="%",
    inputs=(REMNANT_VOLUME, STANDARD_VOLUME_VAUTHEY),
    formula=remnant_percent,
    evidence=("CA-14", "SU-70"),
    enterable=False,
    at_least=0,
    at_most=100000,
    decimals=1,
    close=2,
)
REMNANT_URATA = derived(
    "future_remnant_urata_percent",
    "Future liver remnant (Urata)",
    unit="%",
    inputs=(REMNANT_VOLUME, STANDARD_VOLUME_URATA),
    formula=remnant_percent,
    evidence=("CA-14", "SU-70"),
    enterable=False,
    at_least=0,
    at_most=100000,
    decimals=1,
    close=2,
)
REMNANT_MEASURED_AGAINST = choice(
    "future_remnant_measured_against",
    "Reference volume for the remnant",
    option("ct", "The liver on CT, less the tumour"),
    option("vauthey", "Standard volume of Vauthey"),
    option("urata", "Standard volume of Urata"),
    hint="At 1.80 m² Vauthey says 1487 mL and Urata 1274 mL; CT volumetry is preferred.",
    found_in="volumetry on CT or MRI",
)
FUTURE_REMNANT = selected(
    "future_remnant_percent",
    "Future liver remnant",
    by=REMNANT_MEASURED_AGAINST,
    sources={"ct": REMNANT_BY_CT, "vauthey": REMNANT_VAUTHEY, "urata": REMNANT_URATA},
    evidence=("CA-14", "SU-70"),
)
PORTAL_DRAINAGE = yes_no(
    "primary_drained_by_portal_vein",
    "Primary drained by the portal vein",
    hint="A primary in the lung is not.",
    found_in="surgical opinion",
    changeable=False,
)
PRIMARY_REMOVED = yes_no(
    "primary_removed_with_curative_intent",
    "Primary removed with curative intent, in an operation of its own",
    found_in="operation and pathology reports",
)
MONTHS_STABLE = number(
    "months_without_progression",
    "Time without progression",
    unit="months",
    accepts={"years": (12, 1)},
    at_least=0,
    at_most=1200,
    plausible=(0, 400),
    reason="nobody has lived longer than 122 years",
    decimals=0,
    close=0,
    hint="Stable or shrinking until today; 0 when it is progressing.",
    found_in="imaging reports",
)
MONTHS_SINCE_TREATMENT = number(
    "months_since_other_treatment",
    "Time since the last other treatment of the tumour",
    unit="months",
    accepts={"years": (12, 1)},
    at_least=0,
    at_most=1200,
    plausible=(0, 400),
    reason="nobody has lived longer than 122 years",
    decimals=1,
    found_in="history",
)
LESIONS_ABLATABLE = yes_no(
    "lesions_ablatable",
    "Ablation can reach the lesions",
    hint="By size, number and distance from bile ducts and vessels, together with surgery where planned.",
    found_in="opinion of the interventional radiologist",
)
PORTAL_VEIN = choice(
    "portal_vein",
    "Portal vein",
    option("open", "Open"),
    option("segmental", "A segment thrombosed"),
    option("main_with_collaterals", "Main vein thrombosed, with cavernous transformation"),
    option("main_without_collaterals", "Main vein thrombosed, without cavernous transformation"),
    found_in="CT, MRI or Doppler ultrasound",
)
BILE_DUCT_STATE = several_of(
    "bile_duct_state",
    "Bile ducts",
    option("obstruction", "Obstructed"),
    option("anastomosis", "Anastomosis with the bowel"),
    option("sphincterotomy", "Sphincterotomy (papillotomy)"),
    option("stent", "Stent"),
    found_in="history, MRI or CT",
)
OBSTACLES = several_of(
    "embolisation_obstacles",
    "Present obstacles to embolisation",
    option("infection", "Active infection"),
    option("contrast_allergy", "Allergy to contrast that premedication does not cover"),
    option("coagulopathy", "Coagulopathy that is not controlled"),
    found_in="history, blood tests",
)
RIGHT_HEART_FAILURE = yes_no(
    "right_heart_failure",
    "Right heart failure",
    found_in="echocardiography, cardiology letter",
)
EMBOLISATION_KIND = choice(
    "embolisation_kind",
    "Kind of embolisation",
    option("bland", "Bland (particles only)"),
    option("lipiodol", "Chemoembolisation with lipiodol"),
    option("beads", "Chemoembolisation with drug-eluting beads"),
    found_in="plan of the interventional radiologist",
)
RADIOEMBOLISATION_EXTENT = choice(
    "radioembolisation_extent",
    "Extent of radioembolisation",
    option("one_lobe", "One lobe, or part of it"),
    option("whole_liver", "The whole liver, at once or in turn"),
    found_in="plan of the interventional radiologist",
)
LUNG_DOSE = number(
    "lung_dose_gy",
    "Lung dose of this session",
    unit="Gy",
    at_least=0,
    at_most=1000,
    plausible=(0, 100),
    reason="a lung dose above 1000 Gy is a slip of the pen",
    decimals=0,
    close=2,
    found_in="work-up scan (MAA)",
)
LUNG_DOSE_TOTAL = number(
    "lung_dose_total_gy",
    "Lung dose of all sessions together",
    unit="Gy",
    at_least=0,
    at_most=1000,
    plausible=(0, 150),
    reason="a lung dose above 1000 Gy is a slip of the pen",
    decimals=0,
    close=2,
    hint="This session included.",
    found_in="work-up scans (MAA)",
)
LUNG_SHUNT = number(
    "lung_shunt_percent",
    "Shunt to the lung",
    unit="%",
    at_least=0,
    at_most=100,
    reason="it is a percentage of the activity",
    decimals=0,
    close=1,
    found_in="work-up scan (MAA)",
)
ARTERIES_SUITABLE = yes_no(
    "arteries_suitable",
    "Liver arteries can be reached without a problem",
    found_in="angiography",
)
SYNTHESIS_KEPT = yes_no(
    "liver_synthesis_kept",
    "Synthetic function of the liver is kept",
    hint="Albumin and coagulation, as the board judges them.",
    found_in="blood tests",
)
LIFE_EXPECTANCY_3_MONTHS = yes_no(
    "life_expectancy_3_months",
    "Life expectancy of at least 3 months",
    hint="As the team judges it.",
    found_in="clinic letter",
)
BRAIN_METASTASES = yes_no(
    "brain_metastases",
    "Brain metastases",
    found_in="imaging",
)
