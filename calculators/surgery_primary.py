"""Surveillance, endoscopy or which operation do authorities discuss for the primary, and what comes before it?

Sources: evidence SU-01 to SU-58, SU-80, SU-83; the tables are in neuroendocrine/surgery.py.
"""

from __future__ import annotations

from guideline import Calculator, any_of, ask, contradiction, criterion, notice, section, variants
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.contradictions import METASTATIC_WITHOUT_METASTASES, PATHOLOGY_CONTRADICTIONS
from neuroendocrine.facts.history import SYMPTOMATIC
from neuroendocrine.facts.imaging import EXTENT
from neuroendocrine.facts.pathology import (
    AREA_COUNTED,
    DIFFERENTIATION,
    DIGESTIVE_SITES,
    KI67,
    LYMPHOVASCULAR,
    MITOSES,
    MITOSES_COUNTED,
    PRIMARY_SITE,
    PRIMARY_SIZE,
    TUMOUR_TYPE,
)
from neuroendocrine.facts.patient import SEVERE_CARCINOID_HEART_DISEASE
from neuroendocrine.facts.staging import (
    APPENDIX_DEPTH,
    DUODENUM_DEPTH,
    METASTASES,
    PANCREAS_INVASION,
    PRIMARY_TUMOUR,
    REGIONAL_NODES,
    WALL_DEPTH,
)
from neuroendocrine.facts.surgery import (
    ATYPICAL_LOOK,
    DUCT_CONTACT,
    FIT_FOR_SURGERY,
    FOUND_BY_CHANCE,
    GASTRIC_TYPE,
    PANCREATIC_DUCTS,
    PRIMARY_GROWTH,
    PRIMARY_THREATENS_BOWEL,
    RESECTION_MARGIN,
)
from neuroendocrine.facts.syndromes import FUNCTION, HEREDITARY_SYNDROME
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.notices import CRISIS_PLAN, HEART_BEFORE_SURGERY
from neuroendocrine.surgery import SURGERY_ENETS, SURGERY_NANETS, SURGERY_NCCN

CALCULATOR = Calculator(
    id="surgery_primary",
    title="The primary: surveillance, endoscopy or operation",
    intended_use=(
        "For the team that treats a well-differentiated digestive NET: shows which treatment of the primary each "
        "authority discusses for a tumour like this, where they part, and what has to be settled first. The board "
        "decides."
    ),
    not_for=(
        "carcinomas (NEC) and mixed neoplasms (MiNEN)",
        "lung, thymus and other tumours outside these tables",
        "an emergency such as obstruction, bleeding or ischaemia of the bowel",
        "the doses of drugs around an operation: no dose for a carcinoid crisis is worked out here",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section(
            "pathology",
            "Pathology",
            TUMOUR_TYPE,
            PRIMARY_SITE,
            DIFFERENTIATION,
            PRIMARY_SIZE,
            WHO_GRADE,
            KI67,
            MITOSES,
            MITOSES_COUNTED,
            AREA_COUNTED,
            ask(LYMPHOVASCULAR, when=PRIMARY_SITE.one_of("stomach", "appendix", "rectum")),
        ),
        section(
            "stage",
            "Stage",
            METASTASES,
            EXTENT,
            REGIONAL_NODES,
            ask(WALL_DEPTH, when=PRIMARY_SITE.one_of("stomach", "rectum")),
            ask(DUODENUM_DEPTH, when=PRIMARY_SITE.is_("duodenum")),
            ask(APPENDIX_DEPTH, when=PRIMARY_SITE.is_("appendix")),
            ask(PANCREAS_INVASION, when=PRIMARY_SITE.is_("pancreas")),
            ask(
                RESECTION_MARGIN,
                when=PRIMARY_SITE.one_of("appendix", "right_colon", "left_colon", "rectum"),
            ),
        ),
        section(
            "syndrome",
            "Hormones and heredity",
            FUNCTION,
            ask(HEREDITARY_SYNDROME, when=PRIMARY_SITE.one_of("pancreas", "duodenum")),
            ask(SEVERE_CARCINOID_HEART_DISEASE, when=FUNCTION.is_("carcinoid")),
        ),
        section(
            "organ",
            "What some organs need",
            ask(SYMPTOMATIC, when=PRIMARY_SITE.is_("pancreas")),
            ask(PANCREATIC_DUCTS, when=PRIMARY_SITE.is_("pancreas")),
            ask(PRIMARY_GROWTH, when=PRIMARY_SITE.is_("pancreas")),
            ask(PRIMARY_TUMOUR, when=FUNCTION.is_("insulinoma")),
            ask(DUCT_CONTACT, when=FUNCTION.is_("insulinoma")),
            ask(PRIMARY_THREATENS_BOWEL, when=PRIMARY_SITE.is_("jejunum_ileum")),
            ask(FOUND_BY_CHANCE, when=PRIMARY_SITE.one_of("right_colon", "left_colon")),
            ask(ATYPICAL_LOOK, when=PRIMARY_SITE.is_("rectum")),
            ask(GASTRIC_TYPE, when=PRIMARY_SITE.is_("stomach")),
        ),
        section("person", "Person", FIT_FOR_SURGERY),
    ),
    rule=variants(
        ("enets", "ENETS, ESMO, ESGE", SURGERY_ENETS, "European guidance."),
        ("nanets", "NANETS", SURGERY_NANETS, "Pancreas, small intestine and appendix only."),
        ("nccn", "NCCN and US sources", SURGERY_NCCN, "Pancreas, appendix and stomach only."),
    ),
    reports=(WHO_GRADE,),
    contradictions=(
        *PATHOLOGY_CONTRADICTIONS,
        contradiction(
            "well-without-grade",
            "A well-differentiated digestive tumour has a grade, G1 to G3. Enter it, leave it empty to have it worked "
            "out, or correct the differentiation.",
            DIFFERENTIATION.is_("well"),
            PRIMARY_SITE.one_of(*DIGESTIVE_SITES),
            WHO_GRADE.is_("no-net-grade"),
            fact=WHO_GRADE,
        ),
        contradiction(
            "insulinoma-outside-pancreas",
            "An insulinoma with a primary outside the pancreas: check both entries.",
            FUNCTION.is_("insulinoma"),
            PRIMARY_SITE.one_of(
                "stomach", "ampulla", "jejunum_ileum", "appendix", "right_colon", "left_colon", "rectum"
            ),
            fact=FUNCTION,
        ),
        METASTATIC_WITHOUT_METASTASES,
    ),
    notices=(
        HEART_BEFORE_SURGERY,
        CRISIS_PLAN,
        notice(
            "insulinoma-around-surgery",
            "Insulinoma: intravenous glucose around the operation; a somatostatin analogue only after a test, because "
            "it can lower glucose further.",
            FUNCTION.is_("insulinoma"),
            evidence="SU-83",
            fact=FUNCTION,
        ),
        notice(
            "gastrinoma-around-surgery",
            "Gastrinoma: a high-dose proton-pump inhibitor before and after the operation.",
            FUNCTION.is_("gastrinoma"),
            evidence="SU-83",
            fact=FUNCTION,
        ),
        notice(
            "vipoma-around-surgery",
            "VIPoma: a somatostatin analogue with intravenous fluids and electrolytes before the operation.",
            FUNCTION.is_("vipoma"),
            evidence="SU-83",
            fact=FUNCTION,
        ),
        notice(
            "glucagonoma-around-surgery",
            "Glucagonoma: a somatostatin analogue and nutrition before the operation.",
            FUNCTION.is_("glucagonoma"),
            evidence="SU-83",
            fact=FUNCTION,
        ),
        notice(
            "men1",
            "MEN1: tumours are multiple, and parathyroid hormone, calcium and prolactin are checked.",
            HEREDITARY_SYNDROME.is_("men1"),
            evidence="SY-39",
            fact=HEREDITARY_SYNDROME,
        ),
        notice(
            "ultrasound-ablation",
            "Ablation by endoscopic ultrasound has high short-term success in small pancreatic NET but short "
            "follow-up: investigational, or for a person who is not fit for surgery.",
            PRIMARY_SITE.is_("pancreas"),
            FIT_FOR_SURGERY.no,
            PRIMARY_SIZE <= 20,
            evidence="SU-12",
            fact=FIT_FOR_SURGERY,
        ),
        notice(
            "appendix-1-2-cm",
            "Appendix, 1 to 2 cm: ENETS 2016 and NANETS consider right hemicolectomy with a risk factor, NCCN holds "
            "that appendectomy is enough, and in Nesti 2023 nobody died of the tumour after either.",
            PRIMARY_SITE.is_("appendix"),
            PRIMARY_SIZE >= 10,
            PRIMARY_SIZE <= 20,
            evidence=("DI-20", "PA-51"),
            fact=PRIMARY_SIZE,
        ),
        notice(
            "appendix-15-mm",
            "Some authors count a size above 15 mm as a further risk factor.",
            PRIMARY_SITE.is_("appendix"),
            PRIMARY_SIZE > 15,
            PRIMARY_SIZE <= 20,
            evidence=("SU-38", "SU-32"),
            fact=PRIMARY_SIZE,
        ),
        notice(
            "appendix-g3-or-t4",
            "NET G3, or growth through the peritoneum or into other organs: the positions by size do not speak of it, "
            "so it is a matter for the board whatever the size.",
            PRIMARY_SITE.is_("appendix"),
            any_of(
                "g3-or-t4",
                "G3, or peritoneum or other organs",
                criterion("notice-grade-3", "Grade G3", WHO_GRADE.is_("net-g3"), kind="part", evidence="SU-32"),
                criterion(
                    "notice-t4",
                    "Peritoneum perforated, or other organs",
                    APPENDIX_DEPTH.one_of("peritoneum", "other_organs"),
                    kind="part",
                    evidence="CA-35",
                ),
                kind="part",
            ),
            evidence=("SU-30", "CA-35"),
            fact=PRIMARY_SIZE,
        ),
        notice(
            "duodenum-g3",
            "NET G3 of the duodenum: the sizes for endoscopic removal do not speak of it; the board decides.",
            PRIMARY_SITE.is_("duodenum"),
            WHO_GRADE.is_("net-g3"),
            evidence="SU-55",
            fact=WHO_GRADE,
        ),
        notice(
            "type-3-up-to-15-mm",
            "Endoscopic resection of gastric type 3 up to 15 mm has been proposed; the European limit is 10 mm.",
            GASTRIC_TYPE.is_("type_3"),
            PRIMARY_SIZE > 10,
            PRIMARY_SIZE <= 15,
            evidence="SU-53",
            fact=PRIMARY_SIZE,
        ),
        notice(
            "rectum-margin",
            "Tumour at the margin after endoscopic removal: the scar is resected again or kept under surveillance, by "
            "risk.",
            PRIMARY_SITE.is_("rectum"),
            RESECTION_MARGIN.is_("involved"),
            evidence="SU-44",
            fact=RESECTION_MARGIN,
        ),
    ),
    not_considered=(
        "other illness, age and wishes",
        "von Hippel-Lindau disease beyond naming it, gastrinoma in MEN1, Ki-67 in pancreatic NET G3, the size limit "
        "for removing the ampulla, the rate of growth in mm a year: their figures were recalled and not re-read",
        "how many nodes are removed, and whether the gallbladder is removed at the same time",
        "positions of NANETS and NCCN that the evidence register does not hold",
        "octreotide around the operation: sources disagree, and nothing is worked out",
    ),
)
