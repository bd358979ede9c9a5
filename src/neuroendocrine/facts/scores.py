"""Questions that published scores ask in words of their own."""

from __future__ import annotations

from guideline import choice, option, several_of

SYSTEMIC_BEFORE_PRRT = choice(
    "systemic_before_prrt",
    "Systemic treatment before PRRT",
    option("none_or_analogue", "None, or a somatostatin analogue only"),
    option("not_chemotherapy", "Another treatment than chemotherapy", "Such as everolimus, sunitinib or interferon."),
    option("chemotherapy", "Chemotherapy", "For an appropriate indication, alone or besides others."),
    found_in="history",
    changeable=False,
)
SYMPTOM_GRADE = choice(
    "symptom_grade_before_prrt",
    "Symptoms of the disease before PRRT",
    option("none", "None"),
    option("grade_1", "Grade 1", "Mild; no treatment needed for them."),
    option("grade_2", "Grade 2 or higher", "Limiting in daily life, or worse."),
    found_in="history",
)
CRITICAL_BURDEN = several_of(
    "tumour_in_critical_places",
    "Tumour in critical places",
    option("abuts_vessel", "Touches a mesenteric vessel or the vena cava"),
    option("bone_5", "5 or more bone metastases, none with symptoms"),
    option("bone_symptoms", "A bone metastasis with symptoms"),
    option("bulky_nodes", "Bulky hilar or mediastinal nodes"),
    option("heart", "Heart"),
    option("orbit", "Orbit"),
    option("brain", "Brain"),
    option("spinal_cord", "Spinal cord"),
    option("ureter", "Ureter, with hydronephrosis"),
    option("gastric_outlet", "Gastric outlet"),
    option("encased_vessels", "Mesenteric vessels encased"),
    option("airway", "Windpipe or bronchi compressed"),
    option("fracture", "Pathological fracture"),
    hint="The liver is asked apart.",
    found_in="imaging",
)
