"""What does the clinical score before PRRT of Das and colleagues come to, and what hazard went with it?

Sources: evidence PR-90 to PR-96, CA-31; the score is in neuroendocrine/prognosis.py.
"""

from __future__ import annotations

from guideline import Calculator, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.imaging import PERITONEAL
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.pathology import PRIMARY_SITE
from neuroendocrine.facts.scores import CRITICAL_BURDEN, SYMPTOM_GRADE, SYSTEMIC_BEFORE_PRRT
from neuroendocrine.prognosis import DERIVATION_HAZARD, PRRT_SCORE, PRRT_SCORE_PARTS, VALIDATION_HAZARD

CALCULATOR = Calculator(
    id="prrt_clinical_score",
    title="Clinical score before PRRT (Das)",
    intended_use=(
        "For professionals: adds the published points; a higher total went with shorter progression-free survival "
        "after 177Lu-DOTATATE. It is prognostic only and excludes nobody from treatment."
    ),
    not_for=("deciding for or against PRRT", "carcinomas (NEC)", "a forecast in months for one person"),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", PRIMARY_SITE),
        section("history", "Treatment and symptoms so far", SYSTEMIC_BEFORE_PRRT, SYMPTOM_GRADE),
        section(
            "imaging",
            "Imaging",
            LIVER_INVOLVEMENT,
            CRITICAL_BURDEN,
            PERITONEAL,
        ),
    ),
    reports=(PRRT_SCORE, *PRRT_SCORE_PARTS, DERIVATION_HAZARD, VALIDATION_HAZARD),
    not_considered=(
        "receptor uptake, blood counts, kidney function and general condition: see the PRRT criteria",
        "baseline risk: a hazard ratio is no probability, and over many points it is arithmetic, not observation",
        "centres outside the United States, where the score was neither made nor tested",
    ),
)
