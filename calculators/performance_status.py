"""Which ECOG status matches a Karnofsky status, and the other way round, by two published mappings?

Source: evidence CA-09, DI-44; the tables are in neuroendocrine/performance.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.patient import ECOG, KARNOFSKY
from neuroendocrine.performance import BESIDE_TENS, KNOWN_SCALE, MAPPING_A, MAPPING_B

CALCULATOR = Calculator(
    id="performance_status",
    title="Performance status: ECOG and Karnofsky",
    intended_use=(
        "For professionals who hold one scale and meet a limit in the other. Two published mappings differ at the "
        "edges; both are shown."
    ),
    not_for=("assessing a person: that is done at the bedside", "children"),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "status",
            "Status",
            KNOWN_SCALE,
            ask(KARNOFSKY, when=KNOWN_SCALE.is_("karnofsky")),
            ask(ECOG, when=KNOWN_SCALE.is_("ecog")),
        ),
    ),
    rule=variants(
        ("mapping_a", "Mapping A", MAPPING_A, "Widely used: ECOG 0 is Karnofsky 90 to 100."),
        ("mapping_b", "Mapping B", MAPPING_B, "ECOG 0 is Karnofsky 100."),
    ),
    contradictions=(
        contradiction(
            "beside-tens",
            "The Karnofsky scale has steps of ten: 0, 10, 20 and so on to 100.",
            BESIDE_TENS > 0,
            fact=KARNOFSKY,
        ),
    ),
    not_considered=("why the status is low, and whether that can be treated",),
)
