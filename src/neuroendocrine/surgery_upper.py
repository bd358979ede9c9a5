"""Which operation, if any, do authorities discuss for a localised NET of the stomach, duodenum or ampulla?

Sources: ENETS and ESGE, US reviews, NCCN (evidence SU-50 to SU-58, DI-36, PA-02, PA-46).
Not encoded: 1 cm for ampullectomy (SU-56), recalled with moderate confidence only; up to 15 mm in gastric type 3,
which has been proposed, is a notice and not a limit (SU-53).
"""

from __future__ import annotations

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.facts.pathology import PRIMARY_SITE, PRIMARY_SIZE
from neuroendocrine.facts.staging import DUODENUM_DEPTH, WALL_DEPTH
from neuroendocrine.facts.surgery import GASTRIC_TYPE
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.surgery_bowel import INVADES_VESSELS, NODES

STOMACH = criterion("stomach", "Primary in the stomach", PRIMARY_SITE.is_("stomach"), kind="part", evidence="SU-57")
DUODENUM = criterion("duodenum", "Primary in the duodenum", PRIMARY_SITE.is_("duodenum"), kind="part", evidence="SU-55")
TYPE_1_OR_2 = criterion(
    "type-1-2",
    "Gastric type 1 or 2",
    GASTRIC_TYPE.one_of("type_1", "type_2"),
    kind="part",
    evidence=("SU-52", "SU-58"),
)
TYPE_3 = criterion("type-3", "Gastric type 3", GASTRIC_TYPE.is_("type_3"), kind="part", evidence="SU-53")
BEYOND_SUBMUCOSA = criterion(
    "stomach-beyond-submucosa",
    "Muscularis propria reached, or deeper",
    WALL_DEPTH.one_of("muscularis", "subserosa", "serosa", "other_organs"),
    kind="part",
    evidence=("SU-53", "SU-51"),
)
IS_G3 = criterion("stomach-grade-3", "Grade G3", WHO_GRADE.is_("net-g3"), kind="part", evidence="SU-51", recalled=True)
STOMACH_ABOVE_10 = criterion(
    "stomach-above-10-mm", "Above 10 mm (1 cm)", PRIMARY_SIZE > 10, kind="part", evidence=("SU-58", "SU-53")
)
STOMACH_ABOVE_20 = criterion(
    "stomach-above-20-mm", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence="SU-51", recalled=True
)
STOMACH_BELOW_20 = criterion(
    "stomach-below-20-mm", "Below 20 mm (2 cm)", PRIMARY_SIZE < 20, kind="part", evidence="SU-51"
)

_TYPE_1_OR_2 = (STOMACH, TYPE_1_OR_2)
_BEYOND_ENDOSCOPY = any_of(
    "stomach-beyond-endoscopy",
    "Above 20 mm, beyond the submucosa, nodes involved, or G3",
    STOMACH_ABOVE_20,
    BEYOND_SUBMUCOSA,
    NODES,
    IS_G3,
    kind="part",
    evidence="SU-51",
)
_WITHIN_ENDOSCOPY = none_of(
    "stomach-within-endoscopy",
    "Up to 20 mm, within the submucosa, nodes not involved, not G3",
    _BEYOND_ENDOSCOPY,
    kind="part",
)
_TYPE_2 = "In type 2 the gastrinoma is treated as well."

STOMACH_EUROPE_FIRST = (
    (
        outcome(
            "Endoscopic resection: ESGE names it above 10 mm",
            outcome_id="stomach-endoscopic",
            note=f"A strong statement on low-quality evidence. {_TYPE_2}",
            evidence=("SU-58", "SU-52"),
        ),
        all_of(
            "stomach-type-1-2-above-10",
            "Gastric type 1 or 2, above 10 mm, within the reach of endoscopy",
            *_TYPE_1_OR_2,
            STOMACH_ABOVE_10,
            _WITHIN_ENDOSCOPY,
            kind="part",
        ),
    ),
    (
        outcome(
            "Surveillance, or endoscopic removal: options up to 10 mm",
            outcome_id="stomach-surveillance",
            note=f"Type 1 metastasises in fewer than 5 % and survival is near 100 %. {_TYPE_2}",
            evidence=("SU-58", "SU-50", "SU-52"),
        ),
        all_of(
            "stomach-type-1-2-small",
            "Gastric type 1 or 2, up to 10 mm, within the reach of endoscopy",
            *_TYPE_1_OR_2,
            _WITHIN_ENDOSCOPY,
            kind="part",
        ),
    ),
    (
        outcome(
            "Endoscopic resection: European guidance allows it for this small type 3 tumour",
            outcome_id="stomach-type-3-endoscopic",
            note="Authorities part: US sources hold to gastrectomy with nodes.",
            evidence=("SU-53", "DI-36"),
        ),
        all_of(
            "stomach-type-3-small",
            "Gastric type 3, up to 10 mm, G1, within the submucosa, vessels and nodes free",
            STOMACH,
            TYPE_3,
            criterion("type-3-grade-1", "Grade G1", WHO_GRADE.is_("net-g1"), kind="part", evidence="SU-53"),
            none_of(
                "type-3-confined",
                "Up to 10 mm, within the submucosa, vessels and nodes not involved",
                STOMACH_ABOVE_10,
                BEYOND_SUBMUCOSA,
                INVADES_VESSELS,
                NODES,
                kind="part",
                evidence="SU-53",
            ),
            kind="part",
        ),
    ),
)
_GASTRECTOMY = outcome(
    "Gastrectomy with nodes: the standard for type 3",
    outcome_id="stomach-gastrectomy",
    note="Type 3 metastasised in more than half of historical series.",
    evidence=("SU-53", "DI-36"),
)
_TYPE_3 = all_of("stomach-type-3", "Gastric type 3", STOMACH, TYPE_3, kind="part")
STOMACH_EUROPE_SURGICAL = (
    (
        outcome(
            "Surgery is the question: beyond what endoscopy covers in type 1 or 2",
            outcome_id="stomach-surgery",
            note=_TYPE_2,
            evidence=("SU-51", "SU-52"),
        ),
        all_of("stomach-type-1-2-surgery", "Gastric type 1 or 2, beyond endoscopy", *_TYPE_1_OR_2, kind="part"),
    ),
    (_GASTRECTOMY, _TYPE_3),
)
STOMACH_US_FIRST = (
    (
        outcome(
            "Surveillance below 20 mm: the position of US sources on type 1 and 2",
            outcome_id="stomach-us-surveillance",
            note=f"European guidance removes tumours above 10 mm. {_TYPE_2}",
            evidence=("SU-51", "SU-52"),
        ),
        all_of(
            "stomach-us-small",
            "Gastric type 1 or 2, below 20 mm, within the reach of endoscopy",
            *_TYPE_1_OR_2,
            STOMACH_BELOW_20,
            _WITHIN_ENDOSCOPY,
            kind="part",
        ),
    ),
)
STOMACH_US_SURGICAL = (
    (
        outcome(
            "Resection: the position of US sources on larger type 1 and 2 tumours",
            outcome_id="stomach-us-resection",
            note=_TYPE_2,
            evidence=("SU-51", "SU-52"),
        ),
        all_of(
            "stomach-us-large", "Gastric type 1 or 2, 20 mm or larger, or beyond endoscopy", *_TYPE_1_OR_2, kind="part"
        ),
    ),
    (_GASTRECTOMY, _TYPE_3),
)

# Duodenum and ampulla -------------------------------------------------------------------------------------------------

_GASTRINOMA = criterion("gastrinoma", "Gastrinoma", FUNCTION.is_("gastrinoma"), kind="part", evidence="SU-55")
_DUODENUM_ADVANCED = any_of(
    "duodenum-advanced",
    "Above 20 mm, muscularis propria or deeper, or nodes involved",
    criterion("duodenum-above-20-mm", "Above 20 mm (2 cm)", PRIMARY_SIZE > 20, kind="part", evidence="SU-55"),
    criterion(
        "duodenum-beyond-submucosa",
        "Muscularis propria reached, or deeper",
        DUODENUM_DEPTH.one_of("muscularis", "pancreas", "serosa", "other_organs"),
        kind="part",
        evidence="SU-55",
    ),
    NODES,
    kind="part",
    evidence="SU-55",
)
_DUODENUM_CONFINED = none_of(
    "duodenum-confined", "Up to 20 mm, within the submucosa, nodes not involved", _DUODENUM_ADVANCED, kind="part"
)
_NOT_GASTRINOMA = none_of("not-gastrinoma", "Not a gastrinoma", _GASTRINOMA, kind="part")
DUODENUM_FIRST = (
    (
        outcome(
            "Gastrinoma in a hereditary syndrome: individual, in an expert centre",
            outcome_id="duodenum-gastrinoma-hereditary",
            note="Control of acid comes first. No limit is encoded.",
            evidence=("PA-46", "SY-39"),
        ),
        all_of(
            "duodenum-gastrinoma-hereditary",
            "Duodenal gastrinoma in a hereditary syndrome",
            DUODENUM,
            _GASTRINOMA,
            criterion(
                "hereditary",
                "A hereditary syndrome",
                HEREDITARY_SYNDROME.one_of("men1", "vhl", "other"),
                kind="part",
                evidence="SY-39",
            ),
            kind="part",
        ),
    ),
    (
        outcome(
            "Endoscopic resection: the option below 10 mm",
            outcome_id="duodenum-endoscopic",
            note="Nodes are involved more often than the size suggests: staging comes first.",
            evidence="SU-55",
        ),
        all_of(
            "duodenum-small",
            "Duodenum, below 10 mm, no gastrinoma, within the submucosa, nodes not involved",
            DUODENUM,
            _NOT_GASTRINOMA,
            criterion("duodenum-below-10-mm", "Below 10 mm (1 cm)", PRIMARY_SIZE < 10, kind="part", evidence="SU-55"),
            _DUODENUM_CONFINED,
            kind="part",
        ),
    ),
    (
        outcome(
            "Endoscopic or surgical resection by risk: 10 to 20 mm",
            outcome_id="duodenum-by-risk",
            evidence="SU-55",
        ),
        all_of(
            "duodenum-middle",
            "Duodenum, 10 to 20 mm, no gastrinoma, within the submucosa, nodes not involved",
            DUODENUM,
            _NOT_GASTRINOMA,
            _DUODENUM_CONFINED,
            kind="part",
        ),
    ),
)
DUODENUM_SURGICAL = (
    (
        outcome(
            "Surgery whatever the size: sporadic gastrinoma in a fit person",
            outcome_id="duodenum-gastrinoma",
            note="Acid is controlled first.",
            evidence=("SU-55", "PA-46", "SU-83"),
        ),
        all_of("duodenum-gastrinoma", "Duodenal gastrinoma", DUODENUM, _GASTRINOMA, kind="part"),
    ),
    (
        outcome(
            "Surgery: guidelines place it first in a fit person",
            outcome_id="duodenum-surgery",
            evidence="SU-55",
        ),
        DUODENUM,
    ),
)
AMPULLA = outcome(
    "Ampulla: resection, surgical or endoscopic, is individual",
    outcome_id="ampulla-individual",
    note="The published size limit for removing the ampulla alone was not re-read and is not encoded.",
    evidence="PA-02",
)
