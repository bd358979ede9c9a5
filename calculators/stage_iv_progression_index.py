"""What does the stage IV progression index of Panzuto and colleagues come to? A number, without groups.

Source: evidence CA-30; the index is in neuroendocrine/prognosis.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.imaging import OUTSIDE_ABDOMEN
from neuroendocrine.facts.liver import LIVER_INVOLVEMENT
from neuroendocrine.facts.pathology import KI67
from neuroendocrine.prognosis import LIVER_TERM, PROGRESSION_INDEX

CALCULATOR = Calculator(
    id="stage_iv_progression_index",
    title="Stage IV progression index (Panzuto)",
    intended_use=(
        "For professionals: the published sum for a digestive neuroendocrine neoplasm in stage IV; "
        "a higher number went with earlier progression in a cohort. It is no forecast for one person."
    ),
    not_for=("stages I to III", "lung and thymus", "choosing a treatment or an interval of scans by this number alone"),
    content_version=CONTENT_VERSION,
    sections=(
        section("pathology", "Pathology", KI67),
        section("imaging", "Imaging", LIVER_INVOLVEMENT, OUTSIDE_ABDOMEN),
    ),
    reports=(PROGRESSION_INDEX, LIVER_TERM),
    notices=(
        notice(
            "no-groups",
            "The cohort was split into low, intermediate and high (median progression-free survival 26, 19 and "
            "12 months). The cut-points are not in the abstract, so no group is named here.",
            OUTSIDE_ABDOMEN.one_of("yes", "no"),
            evidence="CA-30",
        ),
    ),
    not_considered=(
        "the treatment, symptoms, hormones, receptor status and growth so far",
        "how well the index sorts: area under the curve 0.705, against 0.622 for grade alone",
    ),
)
