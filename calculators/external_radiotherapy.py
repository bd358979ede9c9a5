"""Where does external radiotherapy stand for a NET? Kept to what two records bear.

Sources: evidence DI-12 and LD-18; the table is in neuroendocrine/radiotherapy.py.
"""

from __future__ import annotations

from guideline import Calculator, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.pathology import DIFFERENTIATION, TUMOUR_TYPE
from neuroendocrine.facts.radiotherapy import MARROW_IRRADIATED, RADIOTHERAPY_AIM
from neuroendocrine.radiotherapy import EXTERNAL_RADIOTHERAPY, MARROW_ABOVE_25

CALCULATOR = Calculator(
    id="external_radiotherapy",
    title="External radiotherapy",
    intended_use=(
        "For the team that treats a well-differentiated NET: shows what the evidence here says about external "
        "radiotherapy for the aim in question, and what it can mean for PRRT later. The board decides."
    ),
    not_for=(
        "an emergency, such as suspected compression of the spinal cord",
        "carcinomas (NEC) and mixed neoplasms (MiNEN)",
        "doses, fractions and fields",
        "PRRT and radioembolisation, which are treatments with radionuclides",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("tumour", "Tumour", TUMOUR_TYPE, DIFFERENTIATION),
        section("radiation", "Radiation", RADIOTHERAPY_AIM, MARROW_IRRADIATED),
    ),
    rule=EXTERNAL_RADIOTHERAPY,
    notices=(
        notice(
            "marrow-and-prrt",
            "External radiotherapy to more than 25 % of the bone marrow excluded people from the NETTER trials: it is "
            "weighed while PRRT is still open.",
            MARROW_ABOVE_25,
            evidence="LD-18",
            fact=MARROW_IRRADIATED,
        ),
    ),
    not_considered=(
        "the list of palliative indications, doses and fractions: recalled with moderate confidence and not re-read",
        "control of single lesions by stereotactic radiation: small series, recalled with low confidence",
        "radiation before, and what healthy organs have received",
    ),
)
