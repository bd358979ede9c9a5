"""What several calculators tell a reader in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import notice
from neuroendocrine.facts.history import EVER_TREATED
from neuroendocrine.facts.imaging import FDG_PET
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE

if TYPE_CHECKING:
    from guideline.calculators import Notice
    from guideline.comparisons import Comparison


def fdg_not_done(*more: Comparison) -> Notice:
    """Return the word on FDG PET that was not done in G2 or G3; `more` is what has to hold as well."""
    return notice(
        "fdg-not-done",
        "FDG PET was not done: an FDG-avid lesion without receptor uptake, which makes PRRT unsuitable, is not "
        "excluded by the other answers.",
        FDG_PET.is_("not_done"),
        WHO_GRADE.one_of("net-g2", "net-g3"),
        *more,
        evidence="PR-40",
        fact=FDG_PET,
    )


RADIOEMBOLISATION_BEFORE_PRRT = notice(
    "radioembolisation-before-prrt",
    "Earlier radioembolisation raises concern for marrow and liver under PRRT.",
    EVER_TREATED.includes("radioembolisation"),
    evidence="LD-14",
    fact=EVER_TREATED,
)
MARROW_BEFORE_PRRT = notice(
    "marrow-before-prrt",
    "External radiotherapy to more than 25 % of the bone marrow: NETTER-1 and NETTER-2 left such people out, so the "
    "trials behind PRRT say nothing about its risk for their marrow.",
    EVER_TREATED.includes("marrow_radiotherapy"),
    evidence="LD-18",
    fact=EVER_TREATED,
)

HEART_BEFORE_SURGERY = notice(
    "heart-before-surgery",
    "Carcinoid syndrome: carcinoid heart disease is looked for (NT-proBNP and echocardiography) before elective "
    "abdominal surgery. A low NT-proBNP alone does not exclude it.",
    FUNCTION.is_("carcinoid"),
    evidence=("SU-80", "SY-22"),
    fact=FUNCTION,
)
# No record that may be used says more than this: doses conflict between sources (DI-41, DI-59) and are not worked out.
CRISIS_PLAN = notice(
    "crisis-plan",
    "Carcinoid syndrome: a plan for a carcinoid crisis by a specialist anaesthetist, with vasopressors ready, belongs "
    "before any procedure. Sources disagree on octreotide, so no dose is worked out here.",
    FUNCTION.is_("carcinoid"),
    fact=FUNCTION,
)
