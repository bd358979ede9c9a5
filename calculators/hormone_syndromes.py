"""What do guidelines place against each hormone syndrome other than carcinoid?

Sources: evidence SY-32 to SY-35, PA-46, PA-47, SS-12, SS-16; the table is in neuroendocrine/symptoms.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.symptoms import HORMONE_SYNDROME

CALCULATOR = Calculator(
    id="hormone_syndromes",
    title="Hormone syndromes",
    intended_use=(
        "For the team that treats a functioning tumour: shows what guidelines place against the syndrome, "
        "with the warnings that go with it."
    ),
    not_for=("making the diagnosis of a syndrome", "an emergency", "the dose for one person"),
    content_version=CONTENT_VERSION,
    sections=(section("syndrome", "Syndrome", FUNCTION, HEREDITARY_SYNDROME),),
    rule=HORMONE_SYNDROME,
    notices=(
        notice(
            "men1-not-known",
            "MEN1 is present in 20 to 30 % of gastrinomas and 5 to 10 % of insulinomas: "
            "parathyroid hormone, calcium and prolactin tell.",
            FUNCTION.one_of("gastrinoma", "insulinoma"),
            HEREDITARY_SYNDROME.is_("none"),
            evidence="SY-39",
            fact=HEREDITARY_SYNDROME,
        ),
        notice(
            "analogue-in-insulinoma",
            "Somatostatin analogues can worsen low blood sugar in insulinoma: "
            "a test dose under observation comes first.",
            FUNCTION.is_("insulinoma"),
            evidence=("DI-07", "SS-16"),
            fact=FUNCTION,
        ),
    ),
    not_considered=(
        "tests that make the diagnosis (fast, secretin, gastrin), for which the register holds moderate rows only",
        "ACTH, PTHrP and rarer hormones",
        "removal of the tumour: see surgery",
    ),
)
