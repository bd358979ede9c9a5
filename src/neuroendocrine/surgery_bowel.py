"""Which operation, if any, do authorities discuss for a NET of the small intestine or the colon?

Sources: ENETS, NANETS, NCCN (evidence SU-20 to SU-23, SU-45, DI-34, PA-12, PA-15); appendix and rectum have files of
their own. Not encoded: cholecystectomy (SU-24), recalled with moderate confidence only.
"""

from __future__ import annotations

from guideline import all_of, criterion, none_of, outcome
from neuroendocrine.facts.imaging import EXTENT
from neuroendocrine.facts.pathology import LYMPHOVASCULAR, PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import METASTASES, REGIONAL_NODES
from neuroendocrine.facts.surgery import FIT_FOR_SURGERY, FOUND_BY_CHANCE, PRIMARY_THREATENS_BOWEL, RESECTION_MARGIN
from neuroendocrine.grading import WHO_GRADE

ILEUM = criterion(
    "ileum", "Primary in the jejunum or ileum", PRIMARY_SITE.is_("jejunum_ileum"), kind="part", evidence="SU-20"
)
COLON = criterion(
    "colon",
    "Primary in the colon or caecum",
    PRIMARY_SITE.one_of("right_colon", "left_colon"),
    kind="part",
    evidence="SU-45",
)
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

# Colon ----------------------------------------------------------------------------------------------------------------

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
