"""Every treatment side by side: where guidelines place it for a case, by region.

Composes the rows of options_surgery.py, options_watching.py, options_local.py, options_prrt.py, options_systemic.py and
options_chemotherapy.py; sources are the treatment pathway (evidence PA-01 to PA-51) and the records of each treatment.
A row never says that something is to be done: the board decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import entry, panel
from neuroendocrine.options_chemotherapy import ALKYLATOR, PLATINUM, SECOND_LINE_NEC
from neuroendocrine.options_local import (
    EXTERNAL_RADIOTHERAPY,
    LIVER_DIRECTED,
    SUPPORTIVE_CARE,
    SYMPTOM_CONTROL,
)
from neuroendocrine.options_prrt import PRRT_EU, PRRT_US
from neuroendocrine.options_surgery import (
    CURATIVE_SURGERY,
    CYTOREDUCTION,
    LIVER_TRANSPLANT,
    PALLIATIVE_SURGERY,
)
from neuroendocrine.options_systemic import (
    ANALOGUE,
    BELZUTIFAN_EU,
    BELZUTIFAN_US,
    CABOZANTINIB_EU,
    CABOZANTINIB_US,
    EVEROLIMUS,
    SUNITINIB,
)
from neuroendocrine.options_watching import WATCHING

if TYPE_CHECKING:
    from guideline.panels import Panel
    from guideline.tables import FirstOf


def _options(region: str, prrt: FirstOf, cabozantinib: FirstOf, belzutifan: FirstOf) -> Panel:
    return panel(
        f"options-{region}",
        "Treatments, in the order of guidelines",
        entry("symptom_control", "Control of the hormone syndrome", SYMPTOM_CONTROL),
        entry("curative_surgery", "Removal with curative intent (surgery, endoscopy)", CURATIVE_SURGERY),
        entry("watchful_waiting", "Watchful waiting", WATCHING),
        entry("somatostatin_analogue", "Somatostatin analogue", ANALOGUE),
        entry("prrt", "PRRT with 177Lu-DOTATATE", prrt),
        entry("everolimus", "Everolimus", EVEROLIMUS),
        entry("sunitinib", "Sunitinib", SUNITINIB),
        entry("cabozantinib", "Cabozantinib", cabozantinib),
        entry("belzutifan", "Belzutifan", belzutifan),
        entry("alkylator_chemotherapy", "Temozolomide or streptozocin regimens", ALKYLATOR),
        entry("platinum_etoposide", "Platinum and etoposide", PLATINUM),
        entry("second_line_nec", "Second-line chemotherapy of NEC", SECOND_LINE_NEC),
        entry("liver_directed", "Liver-directed treatment", LIVER_DIRECTED),
        entry("cytoreduction", "Cytoreductive surgery", CYTOREDUCTION),
        entry("palliative_surgery", "Surgery for symptoms of the primary", PALLIATIVE_SURGERY),
        entry("liver_transplant", "Liver transplantation", LIVER_TRANSPLANT),
        entry("external_radiotherapy", "External radiotherapy", EXTERNAL_RADIOTHERAPY),
        entry("supportive_care", "Supportive and palliative care", SUPPORTIVE_CARE),
        leading=("first",),
        lead_text="Placed first, for the tumour board to discuss",
    )


OPTIONS_EU = _options("eu", PRRT_EU, CABOZANTINIB_EU, BELZUTIFAN_EU)
OPTIONS_US = _options("us", PRRT_US, CABOZANTINIB_US, BELZUTIFAN_US)
