"""Is a rectal NET removed by endoscope, through the anus or by resection, as authorities discuss it?

Sources: ENETS, ESGE (evidence SU-40 to SU-44, PA-50).
"""

from __future__ import annotations

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import REGIONAL_NODES, WALL_DEPTH
from neuroendocrine.facts.surgery import ATYPICAL_LOOK
from neuroendocrine.surgery_bowel import G1, INVADES_VESSELS, NODES, NOT_G1

RECTUM = criterion("rectum", "Primary in the rectum", PRIMARY_SITE.is_("rectum"), kind="part", evidence="SU-40")
_BEYOND_SUBMUCOSA = criterion(
    "beyond-submucosa",
    "Muscularis propria reached, or deeper",
    WALL_DEPTH.one_of("muscularis", "subserosa", "serosa", "other_organs"),
    kind="part",
    evidence="SU-42",
)
RECTUM_ABOVE_20 = criterion(
    "rectum-above-20-mm", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence="SU-42"
)
RECTUM_UP_TO_10 = criterion(
    "rectum-up-to-10-mm", "At most 10 mm (1 cm)", PRIMARY_SIZE <= 10, kind="part", evidence=("PA-50", "SU-40")
)
ONCOLOGICAL = any_of(
    "rectum-oncological",
    "Above 20 mm, beyond the submucosa, or nodes involved",
    RECTUM_ABOVE_20,
    _BEYOND_SUBMUCOSA,
    NODES,
    kind="part",
    evidence="SU-42",
)
_CONFINED = none_of("rectum-confined", "Up to 20 mm, within the submucosa, nodes free", ONCOLOGICAL, kind="part")
_RECTUM_RISK = any_of(
    "rectum-risk",
    "A risk factor",
    NOT_G1,
    INVADES_VESSELS,
    criterion("atypical-look", "Depression or ulcer at endoscopy", ATYPICAL_LOOK.yes, kind="part", evidence="SU-44"),
    kind="part",
    evidence="SU-44",
)
_RECTUM_LIMITED = all_of(
    "rectum-10-20",
    "Rectum, 10 to 20 mm, within the submucosa, G1, without lymphovascular invasion",
    RECTUM,
    _CONFINED,
    G1,
    none_of("no-lymphovascular-invasion", "No lymphovascular invasion", INVADES_VESSELS, kind="part"),
    kind="part",
    evidence="SU-41",
)
_RECTUM_NODES_OPEN = all_of(
    "rectum-nodes-open",
    "The same, but nodes not assessed",
    criterion(
        "rectum-nx",
        "Regional nodes not assessed",
        REGIONAL_NODES.is_("not_assessed"),
        kind="part",
        evidence="SU-41",
    ),
    _RECTUM_LIMITED,
    kind="part",
)
FIRST = (
    (
        outcome(
            "Endoscopic resection by a technique that clears the margin",
            outcome_id="rectum-endoscopic",
            note="Cap-assisted mucosal resection, submucosal dissection or full-thickness resection; no plain snare.",
            evidence=("SU-40", "PA-50"),
        ),
        all_of(
            "rectum-small",
            "Rectum, up to 10 mm, within the submucosa, no risk factor",
            RECTUM,
            RECTUM_UP_TO_10,
            _CONFINED,
            none_of("rectum-no-risk", "No risk factor", _RECTUM_RISK, kind="part"),
            kind="part",
        ),
    ),
    (
        outcome(
            "Small with a risk factor: individual, resection against local removal",
            outcome_id="rectum-small-risk",
            note="Metastasis is rare at this size, and the risk factors raise it.",
            evidence=("PA-50", "SU-44", "SU-43"),
        ),
        all_of(
            "rectum-small-risk",
            "Rectum, up to 10 mm, within the submucosa, with a risk factor",
            RECTUM,
            RECTUM_UP_TO_10,
            _CONFINED,
            _RECTUM_RISK,
            kind="part",
        ),
    ),
    (
        outcome(
            "10 to 20 mm, but the nodes are not assessed: their staging comes first",
            outcome_id="rectum-nodes-open",
            note="The position on removal by endoscope or through the anus presupposes free nodes.",
            evidence="SU-41",
        ),
        _RECTUM_NODES_OPEN,
    ),
    (
        outcome(
            "Individual: endoscopic or transanal removal is an option",
            outcome_id="rectum-local",
            note="Submucosal dissection, full-thickness resection or transanal microsurgery.",
            evidence="SU-41",
        ),
        _RECTUM_LIMITED,
    ),
)
SURGICAL = (
    (
        outcome(
            "Oncological resection: guidelines place it first in a fit person",
            outcome_id="rectum-oncological",
            note="Low anterior or abdominoperineal resection.",
            evidence="SU-42",
        ),
        all_of("rectum-oncological-case", "Rectum, with a reason", RECTUM, ONCOLOGICAL, kind="part"),
    ),
    (
        outcome(
            "Anterior resection: 10 to 20 mm that is not G1 or invades vessels",
            outcome_id="rectum-anterior-resection",
            evidence="SU-41",
        ),
        RECTUM,
    ),
)
