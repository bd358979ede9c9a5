"""Before an operation: fitness, and what imaging, endoscopy and the specimen say about the primary."""

from __future__ import annotations

from guideline import choice, option, yes_no

FIT_FOR_SURGERY = yes_no(
    "fit_for_surgery",
    "Fit for the operation in question",
    hint="As surgeon and anaesthetist judge it together.",
    found_in="surgical and anaesthetic opinion",
)
PANCREATIC_DUCTS = choice(
    "pancreatic_ducts",
    "Ducts of the pancreas",
    option("normal", "Normal"),
    option("main_duct", "Main pancreatic duct dilated or blocked"),
    option("bile_duct", "Bile duct blocked"),
    found_in="CT, MRI or endoscopic ultrasound",
)
DUCT_CONTACT = choice(
    "main_duct_contact",
    "Tumour and main pancreatic duct",
    option("apart", "No contact"),
    option("contact", "In contact"),
    found_in="endoscopic ultrasound, MRI",
)
PRIMARY_GROWTH = choice(
    "primary_growth",
    "Growth of the primary",
    option("none_or_slow", "None, or slow"),
    option("fast", "Fast"),
    option("first_imaging", "First imaging, nothing to compare with"),
    hint="Compared with earlier imaging, as the board judges it.",
    found_in="imaging reports",
)
RESECTION_MARGIN = choice(
    "resection_margin",
    "Margin of what has been removed",
    option("not_removed", "Nothing removed yet"),
    option("clear", "Clear (R0)"),
    option("involved", "Tumour at the margin (R1)"),
    option("unclear", "Cannot be judged"),
    found_in="pathology report",
    changeable=False,
)
PRIMARY_THREATENS_BOWEL = yes_no(
    "primary_threatens_bowel",
    "Obstruction, ischaemia or bleeding of the bowel, or a risk of it",
    hint="From the primary or its mesenteric mass.",
    found_in="history, CT",
)
FOUND_BY_CHANCE = yes_no(
    "found_by_chance",
    "Found by chance",
    hint="An incidental finding, for instance in a polyp.",
    found_in="endoscopy and pathology reports",
    changeable=False,
)
ATYPICAL_LOOK = yes_no(
    "atypical_endoscopic_look",
    "Atypical look at endoscopy",
    hint="Central depression or an ulcer.",
    found_in="endoscopy report",
    changeable=False,
)
GASTRIC_TYPE = choice(
    "gastric_net_type",
    "Type of gastric NET",
    option("type_1", "Type 1", "Atrophic gastritis, high gastrin, no acid."),
    option("type_2", "Type 2", "Gastrinoma or MEN1, high gastrin, much acid."),
    option("type_3", "Type 3", "Sporadic, normal gastrin and acid."),
    found_in="endoscopy with biopsies, gastrin, gastric pH",
    changeable=False,
)
