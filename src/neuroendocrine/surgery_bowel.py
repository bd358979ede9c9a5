"""Which operation, if any, do authorities discuss for a NET of the small intestine, appendix, colon or rectum?

Sources: ENETS, ESGE, NANETS, NCCN (evidence SU-20 to SU-45, DI-20, DI-34, PA-12, PA-15, PA-50).
Not encoded: cholecystectomy (SU-24) and the figures of Nesti 2023 (SU-34), recalled with moderate confidence only;
the base of the appendix and sizes above 15 mm, which some authors add (SU-38), are notices and not limits;
the cohort without a citable source (SU-37).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.facts.imaging import EXTENT
from neuroendocrine.facts.pathology import LYMPHOVASCULAR, PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import APPENDIX_DEPTH, METASTASES, REGIONAL_NODES, WALL_DEPTH
from neuroendocrine.facts.surgery import (
    ATYPICAL_LOOK,
    FIT_FOR_SURGERY,
    FOUND_BY_CHANCE,
    PRIMARY_THREATENS_BOWEL,
    RESECTION_MARGIN,
)
from neuroendocrine.grading import WHO_GRADE

if TYPE_CHECKING:
    from guideline.rules import Criterion, Group, Node
    from guideline.tables import Outcome

ILEUM = criterion(
    "ileum", "Primary in the jejunum or ileum", PRIMARY_SITE.is_("jejunum_ileum"), kind="part", evidence="SU-20"
)
APPENDIX = criterion("appendix", "Primary in the appendix", PRIMARY_SITE.is_("appendix"), kind="part", evidence="SU-30")
COLON = criterion(
    "colon",
    "Primary in the colon or caecum",
    PRIMARY_SITE.one_of("right_colon", "left_colon"),
    kind="part",
    evidence="SU-45",
)
RECTUM = criterion("rectum", "Primary in the rectum", PRIMARY_SITE.is_("rectum"), kind="part", evidence="SU-40")
G1 = criterion("grade-1", "Grade G1", WHO_GRADE.is_("net-g1"), kind="part", evidence=("SU-41", "SU-45"))
NOT_G1 = criterion(
    "grade-2-3",
    "Grade G2 or higher",
    WHO_GRADE.one_of("net-g2", "net-g3"),
    kind="part",
    evidence=("SU-32", "SU-44"),
)
NODES = criterion(
    "nodes-involved",
    "Metastasis in the regional nodes",
    REGIONAL_NODES.is_("involved"),
    kind="part",
    evidence=("SU-33", "SU-42"),
)
INVADES_VESSELS = criterion(
    "lymphovascular-invasion",
    "Lymphovascular invasion",
    LYMPHOVASCULAR.yes,
    kind="part",
    evidence=("SU-32", "SU-44"),
)
DISTANT = criterion(
    "distant-metastases",
    "Distant metastases",
    METASTASES.one_of("liver", "outside_liver", "both"),
    kind="part",
    evidence=("PA-12", "SU-22"),
)
THREATENED = criterion(
    "bowel-threatened",
    "Obstruction, ischaemia or bleeding, or a risk of it",
    PRIMARY_THREATENS_BOWEL.yes,
    kind="part",
    evidence="SU-22",
)
RESECTABLE_METASTASES = criterion(
    "metastases-resectable", "Metastases resectable", EXTENT.is_("resectable"), kind="part", evidence="PA-12"
)
FIT = criterion("fit", "Fit for the operation", FIT_FOR_SURGERY.yes, kind="part", evidence="PA-12")
G1_OR_G2 = criterion("grade-1-2", "Grade G1 or G2", WHO_GRADE.one_of("net-g1", "net-g2"), kind="part", evidence="PA-12")

# Small intestine, stage IV --------------------------------------------------------------------------------------------

ILEUM_STAGE_IV_THREATENED = (
    outcome(
        "Resection of the primary: all guidelines place it first when the bowel is threatened",
        outcome_id="ileum-iv-threatened",
        note="Also with metastases that cannot be resected.",
        evidence="SU-22",
    ),
    all_of(
        "ileum-iv-threatened",
        "Small intestine, metastatic, bowel threatened, fit",
        ILEUM,
        DISTANT,
        THREATENED,
        FIT,
        kind="part",
    ),
)
_ASYMPTOMATIC = all_of(
    "ileum-iv-asymptomatic",
    "Small intestine, metastatic, bowel not threatened",
    ILEUM,
    DISTANT,
    criterion(
        "bowel-not-threatened",
        "Neither obstruction, ischaemia or bleeding nor a risk of it",
        PRIMARY_THREATENS_BOWEL.no,
        kind="part",
        evidence=("SU-23", "DI-34"),
    ),
    kind="part",
)
ILEUM_STAGE_IV_ENETS = (
    outcome(
        "Primary without symptoms: resection when needed is an option, early resection is not mandatory",
        outcome_id="ileum-iv-when-needed",
        note=(
            "Authorities part. In Uppsala early resection did not prolong life and brought more re-operations; "
            "NANETS and registries lean to resection, and a trial is under way."
        ),
        evidence=("PA-15", "SU-23", "DI-34"),
    ),
    _ASYMPTOMATIC,
)
ILEUM_STAGE_IV_NANETS = (
    outcome(
        "Primary without symptoms: NANETS leans to resection of the primary",
        outcome_id="ileum-iv-leans-to-resection",
        note=(
            "Authorities part. The Uppsala cohort found no gain in survival from early resection, "
            "and a trial is under way."
        ),
        evidence=("DI-34", "SU-23"),
    ),
    all_of("ileum-iv-asymptomatic-fit", "The same, and fit", _ASYMPTOMATIC, FIT, kind="part"),
)
ILEUM_LOCALISED = (
    outcome(
        "Segmental resection with mesenteric nodes, sparing vessels",
        outcome_id="ileum-resection",
        note="The whole bowel is palpated, because 30–50 % of these tumours are multiple.",
        evidence="SU-20",
    ),
    ILEUM,
)

# Appendix -------------------------------------------------------------------------------------------------------------

APPENDIX_ABOVE_20 = criterion(
    "appendix-above-20-mm", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence=("SU-31", "SU-33")
)
APPENDIX_ABOVE_10 = criterion(
    "appendix-above-10-mm", "Above 10 mm (1 cm)", PRIMARY_SIZE > 10, kind="part", evidence=("SU-32", "SU-30")
)
APPENDIX_FROM_10 = criterion(
    "appendix-from-10-mm", "At least 10 mm (1 cm)", PRIMARY_SIZE >= 10, kind="part", evidence=("SU-32", "SU-30")
)
MARGIN_NOT_CLEAR = criterion(
    "margin-not-clear",
    "Margin involved, or cannot be judged",
    RESECTION_MARGIN.one_of("involved", "unclear"),
    kind="part",
    evidence=("SU-32", "SU-33", "SU-30"),
)
APPENDIX_RISK = any_of(
    "appendix-risk",
    "A risk factor",
    MARGIN_NOT_CLEAR,
    criterion(
        "mesoappendix-over-3-mm",
        "More than 3 mm into subserosa or mesoappendix, or beyond",
        APPENDIX_DEPTH.one_of("subserosa_over_3", "peritoneum", "other_organs"),
        kind="part",
        evidence="SU-32",
    ),
    INVADES_VESSELS,
    NOT_G1,
    kind="part",
    evidence=("SU-32", "DI-20"),
)
_HEMICOLECTOMY = outcome(
    "Right hemicolectomy with nodes: all guidelines place it first",
    outcome_id="appendix-hemicolectomy",
    evidence="SU-31",
)
_LARGE_APPENDIX = all_of("appendix-large", "Appendix, above 20 mm", APPENDIX, APPENDIX_ABOVE_20, kind="part")
_NODES = outcome(
    "Nodes involved: hemicolectomy is the question",
    outcome_id="appendix-nodes",
    note="NCCN names it for involved nodes whatever the size.",
    evidence="SU-33",
)
_RESIDUAL = outcome(
    "Margin not clear: a further operation is the question",
    outcome_id="appendix-margin",
    evidence=("SU-30", "SU-33"),
)
_NODES_INVOLVED = all_of("appendix-nodes", "Appendix, nodes involved", APPENDIX, NODES, kind="part")
_NOT_CLEAR = all_of("appendix-residual", "Appendix, margin not clear", APPENDIX, MARGIN_NOT_CLEAR, kind="part")
_CONSIDERED = (
    "NCCN holds that appendectomy is enough, ENETS 2023 is more reserved than ENETS 2016, and in Nesti 2023 nobody "
    "died of the tumour after either operation."
)


def _with_risk(from_size: Criterion) -> Group:
    return all_of(
        "appendix-1-2-cm-risk",
        "Appendix, 1 to 2 cm, with a risk factor",
        APPENDIX,
        from_size,
        APPENDIX_RISK,
        kind="part",
    )


def _considered(authority: str, from_size: Criterion) -> tuple[Outcome, Group]:
    return (
        outcome(
            f"Right hemicolectomy is considered ({authority})",
            outcome_id="appendix-hemicolectomy-considered",
            note=f"Authorities part. {_CONSIDERED}",
            evidence=("SU-32", "DI-20"),
        ),
        _with_risk(from_size),
    )


def _enough(*reasons: Node) -> tuple[Outcome, Group]:
    return (
        outcome("Appendectomy is enough", outcome_id="appendix-enough", evidence=("SU-30", "SU-33", "PA-51")),
        all_of(
            "appendix-enough",
            "Appendix removed with a clear margin, no reason for more",
            APPENDIX,
            criterion(
                "margin-clear", "Margin clear (R0)", RESECTION_MARGIN.is_("clear"), kind="part", evidence="SU-30"
            ),
            none_of("appendix-no-reason", "No reason for a further operation", *reasons, kind="part"),
            kind="part",
        ),
    )


APPENDIX_IN_PLACE = (
    outcome(
        "Appendectomy first: the specimen decides about more",
        outcome_id="appendix-appendectomy-first",
        note="Margin, depth, vessels and grade are read from it.",
        evidence=("SU-30", "SU-32"),
    ),
    all_of(
        "appendix-in-place",
        "Appendix still in place, tumour up to 20 mm, nodes not involved",
        APPENDIX,
        criterion(
            "not-removed", "Nothing removed yet", RESECTION_MARGIN.is_("not_removed"), kind="part", evidence="SU-30"
        ),
        none_of("appendix-not-large", "Not above 20 mm, nodes not involved", APPENDIX_ABOVE_20, NODES, kind="part"),
        kind="part",
    ),
)
APPENDIX_ENETS_FIRST = (APPENDIX_IN_PLACE, _enough(_LARGE_APPENDIX, _NODES_INVOLVED, _with_risk(APPENDIX_ABOVE_10)))
APPENDIX_NANETS_FIRST = (APPENDIX_IN_PLACE, _enough(_LARGE_APPENDIX, _NODES_INVOLVED, _with_risk(APPENDIX_FROM_10)))
APPENDIX_NCCN_FIRST = (APPENDIX_IN_PLACE, _enough(_LARGE_APPENDIX, _NODES_INVOLVED))
APPENDIX_ENETS_SURGICAL = (
    (_HEMICOLECTOMY, _LARGE_APPENDIX),
    (_NODES, _NODES_INVOLVED),
    _considered("ENETS 2016", APPENDIX_ABOVE_10),
    (_RESIDUAL, _NOT_CLEAR),
)
APPENDIX_NANETS_SURGICAL = (
    (_HEMICOLECTOMY, _LARGE_APPENDIX),
    (_NODES, _NODES_INVOLVED),
    _considered("NANETS", APPENDIX_FROM_10),
    (_RESIDUAL, _NOT_CLEAR),
)
APPENDIX_NCCN_SURGICAL = (
    (_HEMICOLECTOMY, _LARGE_APPENDIX),
    (_NODES, _NODES_INVOLVED),
    (_RESIDUAL, _NOT_CLEAR),
)

# Colon and rectum -----------------------------------------------------------------------------------------------------

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
RECTUM_FIRST = (
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
RECTUM_SURGICAL = (
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
COLON_FIRST = (
    (
        outcome(
            "Endoscopic removal is enough",
            outcome_id="colon-endoscopic",
            note="Only for a small G1 tumour that was found by chance and removed whole.",
            evidence="SU-45",
        ),
        all_of(
            "colon-incidental",
            "Colon, found by chance, up to 10 mm, G1, margin clear, nodes not involved",
            COLON,
            criterion("found-by-chance", "Found by chance", FOUND_BY_CHANCE.yes, kind="part", evidence="SU-45"),
            criterion("colon-up-to-10-mm", "At most 10 mm (1 cm)", PRIMARY_SIZE <= 10, kind="part", evidence="SU-45"),
            G1,
            criterion(
                "removed-whole",
                "Removed with a clear margin",
                RESECTION_MARGIN.is_("clear"),
                kind="part",
                evidence="SU-45",
            ),
            none_of("colon-nodes-free", "Nodes not involved", NODES, kind="part"),
            kind="part",
        ),
    ),
)
COLON_SURGICAL = (
    (
        outcome(
            "Segmental colectomy with nodes, as for cancer of the colon",
            outcome_id="colon-colectomy",
            evidence="SU-45",
        ),
        COLON,
    ),
)
