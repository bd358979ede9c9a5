"""Chemotherapy of well-differentiated tumours (NET): alkylators in the pancreas, NET G3, the bowel last; and the panel.

Sources: ESMO 2020, ENETS 2023 and 2024, NANETS 2020, E2211, SEQTOR (evidence CH-05 to CH-11, CH-15, PA-10, PA-43).
Not encoded, because recalled with moderate confidence only: doses of streptozocin and its kidney limit (CH-12), with
low confidence: FOLFOX in rapid midgut G2 (CH-26). No source puts a number on "high Ki-67 within G2" (CH-06).
"""

from __future__ import annotations

from guideline import all_of, entry, first_of, none_of, outcome, panel
from neuroendocrine.chemotherapy_carcinoma import (
    BEFORE_PLATINUM,
    CARBOPLATIN_ETOPOSIDE,
    CISPLATIN_ETOPOSIDE,
    ELSEWHERE,
    FOLFIRI,
    LATER_NEC,
    LIPOSOMAL_IRINOTECAN,
    NO_DPD_BRANCH,
    NOT_FOR_NEC,
    NOT_REFUSED_NEC,
)
from neuroendocrine.chemotherapy_limits import CLEARANCE_BELOW_60
from neuroendocrine.scope import IS_NEC
from neuroendocrine.systemic import (
    BY_PROBABLE_SITE,
    HAD_EVEROLIMUS,
    HAD_PRRT,
    INTESTINAL,
    LEAD_TEXT,
    NEEDS_SHRINKAGE,
    NET_G3,
    PANCREAS,
    PROGRESSIVE,
    RESECTABLE_FIRST,
    SELECTED_ECOG_3,
    SUPPORTIVE_CARE,
    WELL,
    leading_of,
    used_before,
)

_FIRST_G3 = outcome(
    "First line in NET G3: temozolomide-based, FOLFOX or streptozocin with fluorouracil; PRRT is an alternative",
    outcome_id="first-net-g3",
    note="Platinum is not the default: in NORDIC NEC 2 NET G3 did worse when platinum came first.",
    evidence=("CH-05", "PA-04", "CH-04"),
)
_LATER_STABLE = outcome(
    "Later: no growth and nothing that has to shrink now",
    outcome_id="later-stable",
    evidence=("CH-06", "CH-07", "CH-08"),
)
# Before fitness: with ECOG 3 as well, a tumour that stands still gives no reason for chemotherapy.
_NOT_NOW = (
    _LATER_STABLE,
    all_of(
        "no-reason-now",
        "NET, not G3, neither growing nor to be shrunk",
        WELL,
        none_of("not-g3-and-no-reason", "No reason for it now", NET_G3, NEEDS_SHRINKAGE, PROGRESSIVE, kind="part"),
        kind="part",
        evidence=("CH-06", "CH-07", "CH-08"),
    ),
)
_ELSEWHERE_DIGESTIVE = outcome(
    "Not placed at this site in G1 or G2",
    outcome_id="not-placed-site",
    note="The records place it in pancreatic NET and in NET G3.",
    evidence=("CH-06", "CH-05", "PA-10"),
)
_NEITHER = none_of("neither-pancreas-nor-g3", "Neither pancreatic nor NET G3", PANCREAS, NET_G3, kind="part")
_BOWEL_G12 = all_of(
    "bowel-g1-g2",
    "Bowel, not NET G3",
    INTESTINAL,
    none_of("not-net-g3", "Not NET G3", NET_G3, kind="part"),
    kind="part",
    evidence="CH-07",
)
_LAST_RESORT_LATER = (
    outcome(
        "Later: a last resort in intestinal NET, after PRRT and everolimus",
        outcome_id="later-last-resort",
        evidence=("CH-07", "DI-04"),
    ),
    all_of(
        "bowel-before-last-resort",
        "Bowel, not NET G3, not yet both PRRT and everolimus",
        _BOWEL_G12,
        none_of(
            "other-lines-left",
            "PRRT or everolimus not used yet",
            all_of("last-resort", "PRRT and everolimus used", HAD_PRRT, HAD_EVEROLIMUS, kind="part", evidence="CH-07"),
            kind="part",
        ),
        kind="part",
    ),
)
_LAST_RESORT_NOW = (
    outcome(
        "Last resort in intestinal NET, after PRRT and everolimus",
        outcome_id="next-last-resort",
        evidence=("CH-07", "DI-04"),
    ),
    _BOWEL_G12,
)

CAPTEM = first_of(
    "captem",
    "Capecitabine with temozolomide (CAPTEM)",
    *NOT_REFUSED_NEC,
    ELSEWHERE,
    BY_PROBABLE_SITE,
    (
        _ELSEWHERE_DIGESTIVE,
        all_of("net-elsewhere", "Well differentiated, neither pancreatic nor NET G3", WELL, _NEITHER, kind="part"),
    ),
    SUPPORTIVE_CARE,
    RESECTABLE_FIRST,
    NO_DPD_BRANCH,
    used_before("temozolomide", "PA-43"),
    (LATER_NEC, all_of("nec-before-platinum", "Carcinoma, no platinum yet", IS_NEC, BEFORE_PLATINUM, kind="part")),
    _NOT_NOW,
    SELECTED_ECOG_3,
    (
        outcome(
            "Second line in a carcinoma, after platinum; in SENECA FOLFIRI controlled more",
            outcome_id="next-nec",
            note="Disease control at 12 weeks: 28.0 % with CAPTEM, 39.1 % with FOLFIRI, in a trial that was not made "
            "to compare them and stopped early.",
            evidence=("CH-15", "PA-40"),
        ),
        IS_NEC,
    ),
    (_FIRST_G3, NET_G3),
    (
        outcome(
            "First line in pancreatic NET where shrinkage is wanted: rapid, bulky or with symptoms",
            outcome_id="first",
            note="E2211: free of progression for 22.7 months (14.4 with temozolomide alone). MGMT is not needed to "
            "decide. Capecitabine 750 mg/m² twice a day on days 1 to 14, temozolomide 200 mg/m² on days 10 to 14, "
            "every 28 days (doses not re-read in the source).",
            evidence=("PA-10", "CH-06", "CH-08", "CH-09", "CH-10"),
        ),
        NEEDS_SHRINKAGE,
    ),
    (
        outcome(
            "Next line in progressive pancreatic NET, beside PRRT and targeted drugs",
            outcome_id="next",
            note="E2211: free of progression for 22.7 months (14.4 with temozolomide alone).",
            evidence=("CH-08", "PA-43"),
        ),
        None,
    ),
    evidence=("CH-05", "CH-06", "PA-10"),
)
TEMOZOLOMIDE = first_of(
    "temozolomide",
    "Temozolomide alone",
    *NOT_REFUSED_NEC,
    NOT_FOR_NEC,
    ELSEWHERE,
    BY_PROBABLE_SITE,
    (
        _ELSEWHERE_DIGESTIVE,
        none_of(
            "no-place-for-temozolomide",
            "Not pancreatic, not in the bowel, not NET G3",
            PANCREAS,
            INTESTINAL,
            NET_G3,
            kind="part",
        ),
    ),
    SUPPORTIVE_CARE,
    RESECTABLE_FIRST,
    used_before("temozolomide", "PA-43"),
    _LAST_RESORT_LATER,
    _NOT_NOW,
    SELECTED_ECOG_3,
    _LAST_RESORT_NOW,
    (_FIRST_G3, NET_G3),
    (
        outcome(
            "First line in pancreatic NET where shrinkage is wanted; the combination held longer in E2211",
            outcome_id="first",
            note="Free of progression for 14.4 months, with capecitabine added 22.7.",
            evidence=("CH-06", "CH-08"),
        ),
        NEEDS_SHRINKAGE,
    ),
    (
        outcome(
            "Next line in progressive pancreatic NET; the combination held longer in E2211",
            outcome_id="next",
            note="Free of progression for 14.4 months, with capecitabine added 22.7.",
            evidence=("CH-08", "PA-43"),
        ),
        None,
    ),
    evidence=("CH-05", "CH-06", "CH-07"),
)
STREPTOZOCIN_FLUOROURACIL = first_of(
    "streptozocin-fluorouracil",
    "Streptozocin with fluorouracil",
    *NOT_REFUSED_NEC,
    NOT_FOR_NEC,
    ELSEWHERE,
    BY_PROBABLE_SITE,
    (_ELSEWHERE_DIGESTIVE, _NEITHER),
    SUPPORTIVE_CARE,
    RESECTABLE_FIRST,
    NO_DPD_BRANCH,
    (
        outcome(
            "Not placed: clearance below 60 mL/min, where another drug that harms the kidney is held back",
            outcome_id="not-placed-kidney",
            note="The limit of streptozocin itself was not re-read and is not encoded; that of cisplatin stands in.",
            evidence="CH-21",
        ),
        CLEARANCE_BELOW_60,
    ),
    used_before("streptozocin", "PA-43"),
    _NOT_NOW,
    SELECTED_ECOG_3,
    (_FIRST_G3, NET_G3),
    (
        outcome(
            "First line in pancreatic NET where shrinkage is wanted: rapid, bulky or with symptoms",
            outcome_id="first",
            note="SEQTOR: response in 30.3 % (11.6 % with everolimus), without a difference in survival. "
            "Doses follow the centre's protocol: they were not re-read.",
            evidence=("PA-10", "CH-06", "CH-11"),
        ),
        NEEDS_SHRINKAGE,
    ),
    (
        outcome(
            "Next line in progressive pancreatic NET, before or after everolimus",
            outcome_id="next",
            note="SEQTOR: free of progression for 22.7 months with it first, 19.4 with everolimus first, "
            "not significant.",
            evidence=("CH-11", "PA-43"),
        ),
        None,
    ),
    evidence=("CH-05", "CH-06", "CH-11"),
)
FOLFOX = first_of(
    "folfox",
    "FOLFOX",
    *NOT_REFUSED_NEC,
    NOT_FOR_NEC,
    ELSEWHERE,
    BY_PROBABLE_SITE,
    (
        outcome(
            "Not placed at this site in G1 or G2",
            outcome_id="not-placed-site",
            note="The records place it in NET G3 and as a last resort in the bowel.",
            evidence=("CH-05", "CH-07"),
        ),
        none_of("no-place-for-folfox", "Not in the bowel, not NET G3", INTESTINAL, NET_G3, kind="part"),
    ),
    SUPPORTIVE_CARE,
    RESECTABLE_FIRST,
    NO_DPD_BRANCH,
    used_before("oxaliplatin", "CH-05"),
    _LAST_RESORT_LATER,
    _NOT_NOW,
    SELECTED_ECOG_3,
    _LAST_RESORT_NOW,
    (_FIRST_G3, None),
    evidence=("CH-05", "CH-07"),
)

_ROWS = (
    entry("carboplatin_etoposide", "Carboplatin with etoposide", CARBOPLATIN_ETOPOSIDE),
    entry("cisplatin_etoposide", "Cisplatin with etoposide", CISPLATIN_ETOPOSIDE),
    entry("folfiri", "FOLFIRI", FOLFIRI),
    entry("liposomal_irinotecan", "Liposomal irinotecan with fluorouracil", LIPOSOMAL_IRINOTECAN),
    entry("captem", "Capecitabine with temozolomide (CAPTEM)", CAPTEM),
    entry("temozolomide", "Temozolomide alone", TEMOZOLOMIDE),
    entry("streptozocin_fluorouracil", "Streptozocin with fluorouracil", STREPTOZOCIN_FLUOROURACIL),
    entry("folfox", "FOLFOX", FOLFOX),
)
CHEMOTHERAPY = panel("chemotherapy", "Chemotherapy", *_ROWS, leading=leading_of(*_ROWS), lead_text=LEAD_TEXT)
