"""The words of the treatment panel: where guidelines can place a treatment, and what several rows ask in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideline import all_of, any_of, criterion, none_of, outcome
from neuroendocrine.analogues import KI67_BELOW_10 as ANALOGUE_KI67
from neuroendocrine.facts.history import EVER_TREATED, SYMPTOMATIC, SYSTEMIC_SO_FAR
from neuroendocrine.facts.imaging import BULKY, COURSE, EXTENT, RAPID_GROWTH, RECEPTOR_SCORE
from neuroendocrine.facts.pathology import DIFFERENTIATION, PRIMARY_SITE, TUMOUR_TYPE
from neuroendocrine.facts.patient import ECOG, SEVERE_CARCINOID_HEART_DISEASE
from neuroendocrine.facts.staging import METASTASES
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.grading import WHO_GRADE
from neuroendocrine.systemic import INTESTINAL_SITES

if TYPE_CHECKING:
    from guideline.comparisons import Comparison
    from guideline.rules import Criterion, Group, Node
    from guideline.tables import Outcome

Branch = tuple["Outcome", "Node | None"]


def part(rule_id: str, text: str, test: Comparison, *records: str) -> Criterion:
    """State one condition of a row."""
    return criterion(rule_id, text, test, kind="part", evidence=records)


def every(rule_id: str, text: str, *parts: Node, evidence: tuple[str, ...] = ()) -> Group:
    """Join conditions of a row: all of them."""
    return all_of(rule_id, text, *parts, kind="part", evidence=evidence)


def either(rule_id: str, text: str, *parts: Node, evidence: tuple[str, ...] = ()) -> Group:
    """Join conditions of a row: one of them."""
    return any_of(rule_id, text, *parts, kind="part", evidence=evidence)


def neither(rule_id: str, text: str, *parts: Node, evidence: tuple[str, ...] = ()) -> Group:
    """Join conditions of a row: none of them."""
    return none_of(rule_id, text, *parts, kind="part", evidence=evidence)


def first(*records: str, note: str = "") -> Outcome:
    """Placed first in this situation."""
    return outcome("Placed first in this situation", outcome_id="first", note=note, evidence=records)


def later(*records: str, note: str = "") -> Outcome:
    """Placed after something else."""
    return outcome("Placed later", outcome_id="later", note=note, evidence=records)


def selected(*records: str, note: str = "", case: str = "selected") -> Outcome:
    """Placed in selected cases, or where guidelines part."""
    return outcome("In selected cases", outcome_id=case, note=note, evidence=records)


def settle_first(*records: str, note: str) -> Outcome:
    """Something else has to be settled before."""
    return outcome("Something else comes before it", outcome_id="settle-first", note=note, evidence=records)


def excluded(*records: str, note: str, case: str = "excluded") -> Outcome:
    """Excluded by published criteria."""
    return outcome("Excluded by published criteria", outcome_id=case, note=note, evidence=records)


def not_placed(*records: str, note: str = "") -> Outcome:
    """No guideline places it here."""
    return outcome("Not placed in this situation", outcome_id="not-placed", note=note, evidence=records)


def unfit(*records: str, note: str = "") -> Outcome:
    """Not placed as long as the person is not fit for it."""
    return outcome("Not placed: not fit for the operation", outcome_id="unfit", note=note, evidence=records)


def no_record(*records: str, note: str) -> Outcome:
    """The register holds nothing strong enough to place it."""
    return outcome("No record here is strong enough to place it", outcome_id="no-record", note=note, evidence=records)


OTHER_TUMOUR: Branch = (
    outcome(
        "Another kind of tumour: not here", outcome_id="another-tumour", out_of_scope=True, evidence=("CL-32", "CL-33")
    ),
    part(
        "another-tumour",
        "Goblet cell adenocarcinoma, paraganglioma, medullary thyroid or Merkel cell carcinoma",
        TUMOUR_TYPE.one_of("goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell"),
        "CL-33",
        "CL-32",
    ),
)
MIXED = part("is-mixed", "Mixed neoplasm (MiNEN)", TUMOUR_TYPE.is_("mixed"), "CL-05")
NEC = part("is-nec", "Poorly differentiated: a carcinoma (NEC)", DIFFERENTIATION.is_("poor"), "CL-04", "CL-29")
NOT_A_NET: Branch = (
    outcome(
        "Not on the path of a carcinoma (NEC) or a mixed neoplasm",
        outcome_id="not-a-net",
        note="Carcinomas follow rules of their own; see platinum and etoposide.",
        evidence=("CL-04", "PA-03", "CL-05"),
    ),
    either("not-a-net", "Carcinoma (NEC) or mixed neoplasm (MiNEN)", NEC, MIXED),
)

ADVANCED = part(
    "advanced", "Not resectable, or metastatic", EXTENT.one_of("unresectable", "metastatic"), "PA-06", "PR-22"
)
RESECTABLE = part("resectable", "Localised or resectable", EXTENT.is_("resectable"), "PA-02")
DISSEMINATED = part("disseminated", "Metastatic, not resectable", EXTENT.is_("metastatic"), "PA-15", "PA-16")
PROGRESSIVE = part("is-progressive", "Progressive disease", COURSE.is_("progressive"), "PA-07", "PR-22")
SPREAD = part("spread", "Distant metastases", METASTASES.one_of("liver", "outside_liver", "both"), "PA-12", "PA-03")
LIVER_METASTASES = part("liver-metastases", "Liver metastases", METASTASES.one_of("liver", "both"), "PA-11", "LD-01")
LIVER_ONLY = part("liver-only", "Metastases in the liver only", METASTASES.is_("liver"), "PA-13", "SU-71")
GRADE_1_2 = part("grade-1-2", "NET G1 or G2", WHO_GRADE.one_of("net-g1", "net-g2"), "PA-06", "PA-07")
GRADE_3 = part("grade-3", "NET G3", WHO_GRADE.is_("net-g3"), "PA-04", "PA-45")
KI67_BELOW_10 = part("ki67-below-10", "Ki-67 below 10 %", ANALOGUE_KI67.test, "PA-06", "SS-07")
PANCREATIC = part("pancreatic", "Primary in the pancreas", PRIMARY_SITE.is_("pancreas"), "PA-43")
LUNG = part("is-lung", "Primary in the lung", PRIMARY_SITE.is_("lung"), "PA-49", "PA-22")
THYMIC = part("is-thymic", "Primary in the thymus", PRIMARY_SITE.is_("thymus"), "CL-27", "TA-04")
INTESTINAL = part(
    "intestinal", "Primary in the small or large bowel", PRIMARY_SITE.one_of(*INTESTINAL_SITES), "CH-07", "DI-04"
)
THORACIC = part("is-thoracic", "Primary in the lung or thymus", PRIMARY_SITE.one_of("lung", "thymus"), "CL-27")
RECEPTORS_LACKING = part(
    "receptors-lacking", "Receptor uptake below that of liver (score below 2)", RECEPTOR_SCORE < 2, "PR-04", "DI-31"
)
NON_FUNCTIONING = part("non-functioning", "No hormone syndrome", FUNCTION.is_("none"), "CL-30", "PA-05")
FUNCTIONING = part(
    "functioning",
    "Hormone syndrome",
    FUNCTION.one_of(
        "carcinoid", "insulinoma", "gastrinoma", "vipoma", "glucagonoma", "somatostatinoma", "acth", "other"
    ),
    "PA-14",
)
# Without a hormone syndrome there is no carcinoid heart disease to ask about; both answers together are refused.
HEART_FIRST = every(
    "heart-first",
    "Severe carcinoid heart disease with its syndrome",
    part("severe-heart", "Severe carcinoid heart disease", SEVERE_CARCINOID_HEART_DISEASE.yes, "PA-17", "SU-80"),
    neither("heart-syndrome", "A hormone syndrome", NON_FUNCTIONING),
    evidence=("PA-17", "SU-80", "SY-20"),
)
ECOG_3 = part("ecog-3", "ECOG 3", ECOG.is_("3"), "PA-18")
ECOG_4 = part("ecog-4", "ECOG 4", ECOG.is_("4"), "PA-18")
ECOG_4_SUPPORTIVE: Branch = (not_placed("PA-18", note="ECOG 4: best supportive care."), ECOG_4)
SYMPTOMS = part("symptoms", "Symptoms of the tumour or its hormones", SYMPTOMATIC.yes, "PA-26")
NO_SYMPTOMS = part("no-symptoms", "No symptoms of the tumour or its hormones", SYMPTOMATIC.no, "PA-05")
IS_BULKY = part("bulky", "Bulky disease", BULKY.yes, "CH-06", "DI-04")
FAST = part("fast", "Rapid growth", RAPID_GROWTH.yes, "CH-06", "DI-04")
NEEDS_SHRINKAGE = either(
    "needs-shrinkage",
    "Bulky, growing fast, or causing symptoms",
    IS_BULKY,
    FAST,
    SYMPTOMS,
    evidence=("PA-10", "PA-43", "DI-04"),
)
HAD_ANALOGUE = part(
    "had-analogue", "A somatostatin analogue has been used", SYSTEMIC_SO_FAR.includes("analogue"), "PA-07"
)
HAD_EVEROLIMUS = part("had-everolimus", "Everolimus has been used", SYSTEMIC_SO_FAR.includes("everolimus"), "CH-07")
HAD_PLATINUM = part(
    "had-platinum", "Platinum and etoposide have been used", SYSTEMIC_SO_FAR.includes("platinum"), "CH-14"
)
SITE_NOT_FOUND = part("site-not-found", "Primary not found", PRIMARY_SITE.is_("unknown_primary"), "PA-23")
NOT_FOUND_NOT_GRADED = every(
    "primary-not-found",
    "Primary not found, no grade stated",
    SITE_NOT_FOUND,
    part("not-graded", "No grade stated: the digestive table is not for it", WHO_GRADE.is_("no-net-grade"), "PA-23"),
)
HAD_PRRT = part("had-prrt", "PRRT has been used", EVER_TREATED.includes("prrt"), "PR-100")


NO_RESECTABLE: Branch = (
    not_placed(
        "PA-02", "SS-30", note="Removal is discussed first; nothing is proven beside or after complete removal."
    ),
    RESECTABLE,
)


def primary_not_found(rule_id: str, *more: Node) -> Branch:
    """Return the branch for a primary that was not found; `more` is what the row asks whatever the primary."""
    return (
        settle_first(
            "PA-23",
            note="Primary not found: placed by the probable site. Enter that site, or the grade of the report.",
        ),
        every(f"{rule_id}-not-found", "Primary not found, no grade stated", *more, NOT_FOUND_NOT_GRADED),
    )


def site_not_found(rule_id: str, *more: Node) -> Branch:
    """Return the branch for a primary that was not found in a row that hangs on the site, whatever the grade."""
    return (
        settle_first("PA-23", note="Primary not found: placed by the probable site. Enter that site."),
        every(f"{rule_id}-no-site", "Primary not found", *more, SITE_NOT_FOUND),
    )


def used_before(rule_id: str, record: str, *drugs: str) -> Branch:
    """Return the branch for drugs that have all been used; `record` is the one that places them once."""
    parts = [
        part(
            f"{rule_id}-had-{each}",
            f"{SYSTEMIC_SO_FAR.label_of(each)} has been used",
            SYSTEMIC_SO_FAR.includes(each),
            record,
        )
        for each in drugs
    ]
    return (
        no_record(record, note="Used before: the records do not say where a repeat stands."),
        parts[0] if len(parts) == 1 else every(f"{rule_id}-used", "All of these have been used", *parts),
    )


def individual_with_ecog_3(rule_id: str, *branches: Branch) -> tuple[Branch, ...]:
    """Return branches that place a treatment, behind the one for ECOG 3, with which each is an individual decision."""
    return (
        (
            selected("PA-18", note="ECOG 3: an individual decision; trials left it out.", case="selected-ecog-3"),
            every(f"{rule_id}-ecog-3", "ECOG 3, otherwise placed", ECOG_3, anyhow(f"{rule_id}-placed", *branches)),
        ),
        *branches,
    )


def anyhow(rule_id: str, *branches: Branch) -> Node:
    """Return the condition that one of several branches applies."""
    conditions = [condition for _, condition in branches if condition is not None]
    return conditions[0] if len(conditions) == 1 else either(rule_id, "One of the situations below", *conditions)
