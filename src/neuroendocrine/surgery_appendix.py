"""Is the removal of the appendix enough for its NET, or do authorities discuss a right hemicolectomy?

Sources: ENETS, NANETS, NCCN (evidence SU-30 to SU-33, DI-20, PA-51).
Not encoded: the figures of Nesti 2023 (SU-34), recalled with moderate confidence only; the base of the appendix and
sizes above 15 mm, which some authors add (SU-38), are notices and not limits; the cohort without a citable source
(SU-37).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import APPENDIX_DEPTH
from neuroendocrine.facts.surgery import RESECTION_MARGIN
from neuroendocrine.surgery_bowel import INVADES_VESSELS, NODES, NOT_G1

if TYPE_CHECKING:
    from guideline.rules import Criterion, Group, Node
    from guideline.tables import Outcome

APPENDIX = criterion("appendix", "Primary in the appendix", PRIMARY_SITE.is_("appendix"), kind="part", evidence="SU-30")
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
ENETS_FIRST = (APPENDIX_IN_PLACE, _enough(_LARGE_APPENDIX, _NODES_INVOLVED, _with_risk(APPENDIX_ABOVE_10)))
NANETS_FIRST = (APPENDIX_IN_PLACE, _enough(_LARGE_APPENDIX, _NODES_INVOLVED, _with_risk(APPENDIX_FROM_10)))
NCCN_FIRST = (APPENDIX_IN_PLACE, _enough(_LARGE_APPENDIX, _NODES_INVOLVED))
ENETS_SURGICAL = (
    (_HEMICOLECTOMY, _LARGE_APPENDIX),
    (_NODES, _NODES_INVOLVED),
    _considered("ENETS 2016", APPENDIX_ABOVE_10),
    (_RESIDUAL, _NOT_CLEAR),
)
NANETS_SURGICAL = (
    (_HEMICOLECTOMY, _LARGE_APPENDIX),
    (_NODES, _NODES_INVOLVED),
    _considered("NANETS", APPENDIX_FROM_10),
    (_RESIDUAL, _NOT_CLEAR),
)
NCCN_SURGICAL = (
    (_HEMICOLECTOMY, _LARGE_APPENDIX),
    (_NODES, _NODES_INVOLVED),
    (_RESIDUAL, _NOT_CLEAR),
)
