"""Syndromes: what hormones the tumour makes felt, and what it was inherited with."""

from __future__ import annotations

from guideline import choice, option, yes_no

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
