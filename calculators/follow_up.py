"""How often, by what and for how long do sources follow a NET up, and when would the next assessment be?

Sources: evidence FU-01 to FU-12, FU-16, FU-21, FU-23, FU-26; the tables are in neuroendocrine/follow_up.py and
follow_up_removed.py, the dates in follow_up_dates.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.follow_up import (
    ADVERSE_HISTOLOGY,
    FOLLOW_UP_SETTING,
    FOLLOW_UP_YEARS,
    LAST_ASSESSMENT,
    SIGNS_FOR_EARLIER_IMAGING,
)
from neuroendocrine.facts.history import EVER_TREATED
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    KI67,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.staging import REGIONAL_NODES
from neuroendocrine.facts.surgery import GASTRIC_TYPE, RESECTION_MARGIN
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.follow_up import ESMO_2020
from neuroendocrine.follow_up_dates import NEXT_ASSESSMENTS
from neuroendocrine.follow_up_removed import COMMNETS_2018, CZECH_APPENDIX, NCCN
from neuroendocrine.grading import WHO_GRADE

CALCULATOR = Calculator(
    id="follow_up",
    title="Follow-up: how often, by what, for how long?",
    intended_use=(
        "For the team that follows somebody with a gastro-entero-pancreatic NET, after removal or with disease that is "
        "still there: shows what each source states for this case, one beside the other. The team decides."
    ),
    not_for=(
        "goblet cell adenocarcinoma, paraganglioma, medullary thyroid and Merkel cell carcinoma",
        "the time during a treatment, which has assessments of its own",
        "hereditary syndromes such as MEN1",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "pathology",
            "Pathology",
            TUMOUR_TYPE,
            PRIMARY_SITE,
            DIFFERENTIATION,
            KI67,
            WHO_GRADE,
            MITOSES,
            MITOSES_COUNTED,
            AREA_COUNTED,
            PRIMARY_SIZE,
            REGIONAL_NODES,
            ask(ADVERSE_HISTOLOGY, when=PRIMARY_SITE.one_of("appendix", "rectum")),
            ask(GASTRIC_TYPE, when=PRIMARY_SITE.is_("stomach")),
        ),
        section(
            "treatment",
            "Treatment so far",
            FOLLOW_UP_SETTING,
            ask(RESECTION_MARGIN, when=FOLLOW_UP_SETTING.is_("removed")),
            FOLLOW_UP_YEARS,
            EVER_TREATED,
        ),
        section("now", "Now", FUNCTION, SIGNS_FOR_EARLIER_IMAGING, LAST_ASSESSMENT),
    ),
    rule=variants(
        ("esmo_2020", "ESMO 2020", ESMO_2020, "By grade, for life."),
        ("nccn", "NCCN", NCCN, "After removal, to 10 years; seen in a summary of the guideline."),
        ("commnets_2018", "CommNETs and NANETS 2018", COMMNETS_2018, "After complete removal, at least 10 years."),
        (
            "czech_appendix",
            "Czech guideline, appendix",
            CZECH_APPENDIX,
            "A national guideline; only its appendix part.",
        ),
    ),
    reports=(WHO_GRADE, *NEXT_ASSESSMENTS),
    contradictions=(
        *PATHOLOGY_CONTRADICTIONS,
        contradiction(
            "removed-and-not",
            "The tumour is said to be removed, and its margin to belong to a tumour that is not. Check both entries.",
            FOLLOW_UP_SETTING.is_("removed"),
            RESECTION_MARGIN.is_("not_removed"),
            fact=RESECTION_MARGIN,
        ),
    ),
    notices=(
        notice(
            "earlier-imaging",
            "New bone metastases, quickly worsening symptoms or a change of hormone levels call for earlier imaging, "
            "whatever the schedule says (not re-read in the source).",
            SIGNS_FOR_EARLIER_IMAGING.includes_any("bone", "symptoms", "hormones"),
            evidence="FU-23",
            fact=SIGNS_FOR_EARLIER_IMAGING,
        ),
        notice(
            "watched",
            "For a tumour that is watched, a first scan at 3 to 6 months is the careful reading of the sources.",
            FOLLOW_UP_SETTING.is_("watched"),
            evidence="PA-05",
            fact=FOLLOW_UP_SETTING,
        ),
        notice(
            "hormones",
            "Functioning tumour: the specific hormone is repeated, and chromogranin A or 5-HIAA only when raised at "
            "the start. AJCC version 9 advises against chromogranin A for monitoring.",
            FUNCTION.one_of(
                "carcinoid", "insulinoma", "gastrinoma", "vipoma", "glucagonoma", "somatostatinoma", "acth", "other"
            ),
            evidence=("FU-21", "DI-25"),
            fact=FUNCTION,
        ),
        notice(
            "after-prrt",
            "After PRRT a practice review counts blood 1, 3, 6 and 12 months after the last dose and then at least "
            "yearly.",
            EVER_TREATED.includes("prrt"),
            evidence="FU-16",
            fact=EVER_TREATED,
        ),
        notice(
            "pancreas-liver",
            "After resection of a pancreatic NET the share of recurrence in the liver rises with time: imaging of the "
            "liver goes on beyond 4 years.",
            PRIMARY_SITE.is_("pancreas"),
            FOLLOW_UP_SETTING.is_("removed"),
            evidence="FU-26",
            fact=FOLLOW_UP_YEARS,
        ),
        notice(
            "receptor-pet",
            "Receptor PET after removal: NCCN uses neither receptor PET nor FDG PET as a routine, ESMO and ENETS allow "
            "receptor PET every 12 to 36 months or on suspicion (not re-read in the source).",
            FOLLOW_UP_SETTING.is_("removed"),
            evidence="FU-06",
            fact=FOLLOW_UP_SETTING,
        ),
    ),
    not_considered=(
        "follow-up of small pancreatic NET under surveillance, of carcinoid heart disease and of MEN1 (not re-read)",
        "the growth rate and the recurrence risk score, which have calculators of their own",
        "radiation from repeated CT, wishes, distance to the centre",
        "other national guidelines",
    ),
)
