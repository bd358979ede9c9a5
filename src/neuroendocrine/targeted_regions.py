"""Targeted drugs whose place depends on the region: cabozantinib, surufatinib, belzutifan; and one panel per region.

Sources: CABINET, SANET, FDA, European Commission (evidence TA-08 to TA-14, TA-19, PA-09, DI-53, DI-54).
The figures of CABINET are those of the region's own data set, named beside them and never mixed (TA-19, DI-53).
Not encoded: 40 mg of cabozantinib for children below 40 kg (part of TA-09), recalled with moderate confidence only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import criterion, entry, first_of, none_of, outcome, panel
from neuroendocrine.facts.drugs import NEEDS_SURGERY_NOW
from neuroendocrine.facts.patient import AGE, PREGNANCY
from neuroendocrine.facts.syndromes import HEREDITARY_SYNDROME
from neuroendocrine.scope import REFUSED_TYPES
from neuroendocrine.systemic import (
    HAD_ANY,
    HAD_OTHER_THAN_ANALOGUE,
    LEAD_TEXT,
    NET_G3,
    PANCREAS,
    RESECTABLE_FIRST,
    SELECTED_ECOG_3,
    SUPPORTIVE_CARE,
    leading_of,
    used_before,
)
from neuroendocrine.targeted import (
    AROUND_SURGERY,
    CABOZANTINIB_CAUTION,
    CHILD_PUGH_C,
    EVEROLIMUS,
    NOT_PROGRESSIVE,
    SUNITINIB,
)

if TYPE_CHECKING:
    from guideline.panels import Panel
    from guideline.rules import Node
    from guideline.tables import FirstOf, Outcome

AGE_BELOW_12 = criterion("age-below-12", "Below 12 years", AGE < 12, kind="part", evidence="TA-09")
AGE_BELOW_18 = criterion("age-below-18", "Below 18 years", AGE < 18, kind="part", evidence=("TA-09", "PR-20"))
VHL = criterion(
    "vhl", "Von Hippel-Lindau disease", HEREDITARY_SYNDROME.is_("vhl"), kind="part", evidence=("TA-12", "TA-14")
)
SURGERY_NOW = criterion(
    "surgery-now", "An operation on the tumour is needed now", NEEDS_SURGERY_NOW.yes, kind="part", evidence="TA-12"
)
PREGNANT = criterion(
    "pregnant",
    "Pregnancy, or pregnancy not excluded",
    PREGNANCY.one_of("pregnant", "not_excluded"),
    kind="part",
    evidence="TA-14",
)
_NOT_PANCREATIC = none_of("not-pancreatic", "Not a pancreatic primary", PANCREAS, kind="part")


def _cabozantinib(
    region: str, too_young: Node, young_text: str, earlier: Node, line_text: str, now: Outcome
) -> FirstOf:
    return first_of(
        f"cabozantinib-{region}",
        "Cabozantinib",
        *REFUSED_TYPES,
        (outcome(young_text, outcome_id="not-placed-age", evidence="TA-09"), too_young),
        RESECTABLE_FIRST,
        SUPPORTIVE_CARE,
        used_before("cabozantinib", "PA-09"),
        (
            outcome(line_text, outcome_id="later-line", evidence=("TA-09", "DI-54")),
            none_of(f"no-earlier-line-{region}", "No earlier treatment that counts", earlier, kind="part"),
        ),
        NOT_PROGRESSIVE,
        (
            outcome(
                "Not now: held from 3 weeks before an operation, also on the teeth, to 2 weeks after a major one",
                outcome_id="not-now-surgery",
                evidence="TA-10",
            ),
            AROUND_SURGERY,
        ),
        (
            outcome(
                "Child-Pugh C: the record has no dose, so it is not judged",
                outcome_id="no-record-liver",
                evidence="TA-10",
            ),
            CHILD_PUGH_C,
        ),
        SELECTED_ECOG_3,
        (
            outcome(
                "Only after weighing a caution of the label: bleeding, perforation or fistula, thrombosis, jaw or "
                "blood pressure",
                outcome_id="selected-caution",
                evidence="TA-10",
            ),
            CABOZANTINIB_CAUTION,
        ),
        (now, None),
        evidence=("TA-08", "TA-09"),
    )


CABOZANTINIB_US = _cabozantinib(
    "us",
    AGE_BELOW_12,
    "Not placed: the US label begins at 12 years",
    HAD_ANY,
    "Later: the US label asks for an earlier treatment",
    outcome(
        "Next line: previously treated, any primary site",
        outcome_id="next",
        note="60 mg once daily on an empty stomach. CABINET, figures of the FDA label: pancreas 13.8 against "
        "3.3 months without progression, other sites 8.5 against 4.2.",
        evidence=("PA-09", "TA-09", "TA-08", "DI-53"),
    ),
)
CABOZANTINIB_EU = _cabozantinib(
    "eu",
    AGE_BELOW_18,
    "Not placed: the EU label is for adults",
    HAD_OTHER_THAN_ANALOGUE,
    "Later: the EU label asks for an earlier systemic treatment other than an analogue",
    outcome(
        "Next line: progressive after a systemic treatment other than an analogue, any primary site",
        outcome_id="next",
        note="60 mg once daily on an empty stomach. CABINET, figures of the journal and the EU: pancreas 13.8 "
        "against 4.4 months without progression, other sites 8.4 against 3.9.",
        evidence=("PA-09", "TA-09", "TA-19", "DI-53"),
    ),
)


def _no_label(rule_id: str, title: str, text: str, *records: str) -> FirstOf:
    return first_of(
        rule_id,
        title,
        *REFUSED_TYPES,
        (outcome(text, outcome_id="no-record-region", evidence=records), None),
        evidence=records,
    )


CABOZANTINIB_CHINA = _no_label(
    "cabozantinib-china", "Cabozantinib", "No Chinese label in the register: not judged", "TA-09"
)
SURUFATINIB_ELSEWHERE = first_of(
    "surufatinib-elsewhere",
    "Surufatinib",
    *REFUSED_TYPES,
    (
        outcome(
            "Not placed: approved in China only",
            outcome_id="not-placed-region",
            note="The FDA answered with a complete response letter and the EU application was withdrawn, both in 2022.",
            evidence=("TA-11", "PA-09"),
        ),
        None,
    ),
    evidence="TA-11",
)
SURUFATINIB_CHINA = first_of(
    "surufatinib-china",
    "Surufatinib",
    *REFUSED_TYPES,
    (
        outcome("Not placed in NET G3: studied in G1 and G2", outcome_id="not-placed-g3", evidence="TA-11"),
        NET_G3,
    ),
    RESECTABLE_FIRST,
    SUPPORTIVE_CARE,
    used_before("surufatinib", "PA-09"),
    NOT_PROGRESSIVE,
    SELECTED_ECOG_3,
    (
        outcome(
            "Next line in progressive G1 or G2 disease, any primary site",
            outcome_id="next",
            note="300 mg daily. SANET-ep (other sites): 9.2 against 3.8 months without progression; SANET-p "
            "(pancreas): 10.9 against 3.7.",
            evidence=("TA-11", "PA-09"),
        ),
        None,
    ),
    evidence="TA-11",
)
BELZUTIFAN_US = first_of(
    "belzutifan-us",
    "Belzutifan",
    *REFUSED_TYPES,
    (
        outcome("Not placed without von Hippel-Lindau disease", outcome_id="not-placed-vhl", evidence="TA-12"),
        none_of("no-vhl", "No von Hippel-Lindau disease", VHL, kind="part"),
    ),
    (
        outcome("Not placed outside the pancreas", outcome_id="not-placed-site", evidence="TA-12"),
        _NOT_PANCREATIC,
    ),
    (
        outcome(
            "Not placed in pregnancy: the label warns of harm to the unborn child",
            outcome_id="not-placed-pregnancy",
            evidence="TA-14",
        ),
        PREGNANT,
    ),
    (
        outcome(
            "Not placed while an operation is needed now: resection is discussed first",
            outcome_id="not-placed-surgery",
            evidence="TA-12",
        ),
        SURGERY_NOW,
    ),
    SUPPORTIVE_CARE,
    used_before("belzutifan", "TA-12"),
    SELECTED_ECOG_3,
    (
        outcome(
            "Pancreatic NET in von Hippel-Lindau disease that needs no immediate operation",
            outcome_id="selected",
            note="120 mg once daily. Response 20 of 22 in the journal and 10 of 12 in the label (not re-read in the "
            "source). Anaemia is very common, low oxygen occurs, and contraception has to be effective and without "
            "hormones.",
            evidence=("TA-12", "TA-14"),
        ),
        None,
    ),
    evidence="TA-12",
)
BELZUTIFAN_ELSEWHERE = _no_label(
    "belzutifan-elsewhere", "Belzutifan", "Only the US label is in the register: not judged", "TA-12"
)


def _panel(region: str, cabozantinib: FirstOf, surufatinib: FirstOf, belzutifan: FirstOf) -> Panel:
    rows = (
        entry("everolimus", "Everolimus", EVEROLIMUS),
        entry("sunitinib", "Sunitinib", SUNITINIB),
        entry("cabozantinib", "Cabozantinib", cabozantinib),
        entry("surufatinib", "Surufatinib", surufatinib),
        entry("belzutifan", "Belzutifan", belzutifan),
    )
    return panel(f"targeted-{region}", "Targeted drugs", *rows, leading=leading_of(*rows), lead_text=LEAD_TEXT)


TARGETED_EU = _panel("eu", CABOZANTINIB_EU, SURUFATINIB_ELSEWHERE, BELZUTIFAN_ELSEWHERE)
TARGETED_US = _panel("us", CABOZANTINIB_US, SURUFATINIB_ELSEWHERE, BELZUTIFAN_US)
TARGETED_CHINA = _panel("china", CABOZANTINIB_CHINA, SURUFATINIB_CHINA, BELZUTIFAN_ELSEWHERE)
