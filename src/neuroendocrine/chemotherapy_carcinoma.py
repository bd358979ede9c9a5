"""Chemotherapy of carcinomas (NEC): platinum with etoposide, then irinotecan with fluorouracil.

Sources: ENETS 2023, ESMO 2020, NCCN and the trials (evidence CH-01 to CH-05, CH-13 to CH-21, CH-30, CH-31, PA-03,
PA-18, PA-40). Platinum is never a default for a well-differentiated tumour (CH-02, CH-04, CH-05, DI-05).
Not encoded, because recalled with moderate confidence only: response by Ki-67 in the first NORDIC series (CH-03),
chemotherapy around an operation (CH-25), immunotherapy (TA-18). Not for rules: repeating platinum (CH-17), growth
factors (CH-29).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion, first_of, none_of, outcome
from neuroendocrine.chemotherapy_limits import (
    CLEARANCE_BELOW_15,
    CLEARANCE_BELOW_50,
    CLEARANCE_BELOW_60,
    NO_CISPLATIN,
    NO_DPD,
)
from neuroendocrine.facts.pathology import KI67
from neuroendocrine.scope import IS_NEC, REFUSED_TYPES
from neuroendocrine.systemic import (
    DIGESTIVE,
    HAD_PLATINUM,
    NET_G3,
    RAPID_OR_BULKY,
    RESECTABLE,
    RESECTABLE_FIRST,
    SELECTED_ECOG_3,
    SUPPORTIVE_CARE,
    THORACIC,
    WELL,
    used_before,
)

if TYPE_CHECKING:
    from guideline.rules import Node
    from guideline.tables import FirstOf, Outcome

Branch = tuple["Outcome", "Node"]

# Reasons that several regimens share --------------------------------------------------------------------------------

NOT_REFUSED_NEC = tuple(each for each in REFUSED_TYPES if each[1] is not IS_NEC)
NO_DPD_BRANCH = (
    outcome("Contraindicated: complete DPD deficiency", outcome_id="contraindicated-dpd", evidence="CH-22"),
    NO_DPD,
)
ELSEWHERE = (
    outcome(
        "Lung or thymus: not judged here",
        outcome_id="no-record-thoracic",
        note="The records are about digestive and extrapulmonary tumours.",
        evidence=("CH-01", "CL-27"),
    ),
    THORACIC,
)
NOT_FOR_NEC = (
    outcome(
        "Not placed in a carcinoma (NEC)",
        outcome_id="not-placed-nec",
        note="First line is platinum with etoposide; irinotecan with fluorouracil has the best second-line evidence.",
        evidence=("CH-01", "CH-31"),
    ),
    IS_NEC,
)
NOT_FOR_NET = (
    outcome("Not placed in a NET: studied in carcinomas", outcome_id="not-placed-net", evidence=("CH-14", "CH-16")),
    WELL,
)
LOCALISED_NEC = (
    outcome(
        "Localised carcinoma: not judged here; surgery can help after extensive staging",
        outcome_id="no-record-localised",
        evidence="CH-31",
    ),
    RESECTABLE,
)
NET_RESECTABLE = (
    RESECTABLE_FIRST[0],
    all_of("net-resectable", "Well differentiated, localised or resectable", WELL, RESECTABLE, kind="part"),
)
KI67_ABOVE_55 = criterion("ki67-above-55", "Ki-67 above 55 %", KI67 > 55, kind="part", evidence=("CH-05", "CH-04"))
PLATINUM_RESERVE = all_of(
    "platinum-reserve",
    "Digestive NET G3 with a Ki-67 above 55 % or with rapid or bulky disease",
    DIGESTIVE,
    NET_G3,
    any_of("reserve-signs", "Ki-67 above 55 %, or rapid or bulky disease", KI67_ABOVE_55, RAPID_OR_BULKY, kind="part"),
    kind="part",
    evidence=("CH-05", "CH-04"),
)
NET_WITHOUT_PLATINUM = all_of(
    "net-without-platinum",
    "Well differentiated, outside the reserve for platinum",
    WELL,
    none_of("not-in-reserve", "Not in the reserve for platinum", PLATINUM_RESERVE, kind="part"),
    kind="part",
    evidence=("CH-02", "CH-05"),
)


# Carcinoma: platinum with etoposide ---------------------------------------------------------------------------------


def _platinum(
    rule_id: str, title: str, first: Outcome, hindrances: tuple[Branch, ...], late: tuple[Branch, ...]
) -> FirstOf:
    return first_of(
        rule_id,
        title,
        *NOT_REFUSED_NEC,
        (
            outcome(
                "Not placed: platinum is not standard for a well-differentiated tumour, nor the default in NET G3",
                outcome_id="not-placed-net",
                note="In NET G3 it is kept in reserve for a Ki-67 above 55 % or rapid, bulky disease; "
                "in NORDIC NEC 2 NET G3 did worse when platinum came first.",
                evidence=("CH-02", "CH-04", "CH-05", "DI-05"),
            ),
            NET_WITHOUT_PLATINUM,
        ),
        ELSEWHERE,
        SUPPORTIVE_CARE,
        NET_RESECTABLE,
        LOCALISED_NEC,
        (
            outcome(
                "Contraindicated: clearance below 15 mL/min, no data for etoposide",
                outcome_id="contraindicated-etoposide",
                evidence="CH-20",
            ),
            CLEARANCE_BELOW_15,
        ),
        *hindrances,
        (
            outcome(
                "Platinum used before: another regimen is placed second; a repeat is not judged here",
                outcome_id="no-record-repeat",
                evidence=("PA-40", "CH-14"),
            ),
            HAD_PLATINUM,
        ),
        *late,
        (
            outcome(
                "Selected NET G3: in reserve for a Ki-67 above 55 % or rapid, bulky disease",
                outcome_id="selected-net-g3",
                note="Temozolomide-based treatment, FOLFOX or streptozocin with fluorouracil is preferred otherwise.",
                evidence=("CH-05", "CH-04"),
            ),
            WELL,
        ),
        SELECTED_ECOG_3,
        (first, None),
        evidence=("CH-01", "PA-03"),
    )


_SCHEDULE = "etoposide 100 mg/m² on days 1 to 3, every 21 days."
CARBOPLATIN_ETOPOSIDE = _platinum(
    "carboplatin-etoposide",
    "Carboplatin with etoposide",
    outcome(
        "First line: ENETS names carboplatin with etoposide; ESMO and NCCN accept either platinum",
        outcome_id="first",
        note=f"Carboplatin AUC 5 on day 1 (Calvert formula), {_SCHEDULE}",
        evidence=("CH-01", "DI-45", "CH-19"),
    ),
    (),
    (),
)
CISPLATIN_ETOPOSIDE = _platinum(
    "cisplatin-etoposide",
    "Cisplatin with etoposide",
    outcome(
        "First line: ESMO and NCCN accept either platinum; ENETS names carboplatin",
        outcome_id="first",
        note=f"Cisplatin 75 to 80 mg/m² on day 1 (dose not re-read in the source), {_SCHEDULE}",
        evidence=("CH-01", "DI-45", "CH-19"),
    ),
    (
        (
            outcome(
                "Contraindicated: clearance below 50 mL/min; carboplatin is considered instead",
                outcome_id="contraindicated-kidney",
                evidence=("CH-21", "PA-19"),
            ),
            CLEARANCE_BELOW_50,
        ),
        (
            outcome(
                "Not placed: hearing, nerves or heart speak against cisplatin; carboplatin is considered instead",
                outcome_id="not-placed-hindrance",
                evidence=("CH-21", "PA-03"),
            ),
            NO_CISPLATIN,
        ),
    ),
    (
        (
            outcome(
                "Sources part: at 50 to 59 mL/min some centres use cisplatin, two German labels forbid it",
                outcome_id="selected-kidney",
                note="Carboplatin is the alternative.",
                evidence=("CH-21", "DI-45"),
            ),
            CLEARANCE_BELOW_60,
        ),
    ),
)

# Carcinoma: after platinum ------------------------------------------------------------------------------------------

LATER_NEC = outcome("Later: second line, once platinum has been used", outcome_id="later", evidence=("PA-40", "CH-31"))
BEFORE_PLATINUM = none_of("before-platinum", "No platinum yet", HAD_PLATINUM, kind="part", evidence="PA-40")


def _after_platinum(rule_id: str, title: str, now: Outcome) -> FirstOf:
    return first_of(
        rule_id,
        title,
        *NOT_REFUSED_NEC,
        NOT_FOR_NET,
        ELSEWHERE,
        SUPPORTIVE_CARE,
        LOCALISED_NEC,
        NO_DPD_BRANCH,
        used_before("irinotecan", "PA-40"),
        (LATER_NEC, BEFORE_PLATINUM),
        SELECTED_ECOG_3,
        (now, None),
        evidence=("CH-31", "PA-40"),
    )


FOLFIRI = _after_platinum(
    "folfiri",
    "FOLFIRI",
    outcome(
        "Second line after platinum: the best evidence is for irinotecan with a fluoropyrimidine",
        outcome_id="next",
        note="BEVANEC, ECOG 0 to 2: median survival 8.9 months with FOLFIRI alone and 6.6 with bevacizumab added, "
        "which brought more toxicity. Irinotecan 180 mg/m², folinic acid 400 mg/m², fluorouracil 400 mg/m² and "
        "2400 mg/m² over 46 hours, every 2 weeks.",
        evidence=("CH-31", "CH-14", "CH-13", "CH-15"),
    ),
)
LIPOSOMAL_IRINOTECAN = _after_platinum(
    "liposomal-irinotecan",
    "Liposomal irinotecan with fluorouracil",
    outcome(
        "Second line after platinum: NET-02 met its endpoint (docetaxel did not)",
        outcome_id="next",
        note="Free of progression at 6 months: 29.6 %. Liposomal irinotecan 70 mg/m², fluorouracil 2400 mg/m² and "
        "folinic acid, every 14 days.",
        evidence=("CH-16", "CH-31"),
    ),
)
