"""What several calculators tell a reader in the same words."""

from __future__ import annotations

from guideline import notice
from neuroendocrine.facts.syndromes import FUNCTION

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
