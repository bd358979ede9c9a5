"""Type and grade: every tumour has one class, and what has no grade number gets none."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from guideline.cases import Case
from guideline.tables import FirstOf
from neuroendocrine.facts.pathology import DIGESTIVE_SITES, PRIMARY_SITE, THORACIC_SITES
from neuroendocrine.grading import COUNT_GRADE, GRADE_BY_KI67, GRADE_BY_MITOSES
from tests.calculators.found import CALCULATORS
from tests.calculators.sweeps import Values, contradicted, outcome_of

KI67 = (0, 2.9, 3, 3.1, 19.9, 20, 20.1, 55, 55.1, 100)
MITOSES = (0, 1.9, 2, 2.1, 9.9, 10, 10.1, 19.9, 20, 20.1, 200)


def graded() -> Iterator[Values]:
    for ki67, mitoses, grown in itertools.product(KI67, MITOSES, ("well", "poor")):
        counts = {"ki67_percent": ki67, "mitoses_per_2mm2": mitoses, "differentiation": grown}
        for site in (each.id for each in PRIMARY_SITE.options):
            thoracic = site in THORACIC_SITES
            parts = (0, 29, 30, 70, 71, 100) if site in ("pancreas", "lung") else (29, 50)
            for necrosis, size, cells, kind in itertools.product(
                ("yes", "no") if thoracic and grown == "well" else ("no",),
                (4.9, 5) if thoracic and grown == "well" else (10,),
                ("small", "large") if grown == "poor" and (thoracic or site == "rectum") else ("small",),
                ("neuroendocrine", *parts),
            ):
                mixed = isinstance(kind, int)
                yield {
                    **counts, "primary_site": site, "necrosis": necrosis, "primary_size_mm": size,
                    "nec_cell_type": cells, "tumour_type": "mixed" if mixed else kind,
                    **({"neuroendocrine_part_percent": kind} if mixed else {}),
                }  # fmt: skip


def test_every_tumour_has_one_class_and_no_carcinoma_a_grade_number() -> None:
    """Cases that are refused when they are entered are judged as well: the table alone has to be right."""
    calculator = CALCULATORS["who_grade"]
    rule = calculator.rules["-"]
    assert isinstance(rule, FirstOf)
    reached: dict[str, set[str]] = defaultdict(set)
    for values in graded():
        case = calculator.open_case(Case(values))
        found = outcome_of(rule, case)
        grades = [outcome_of(COUNT_GRADE, case), *(case.value(each) for each in (GRADE_BY_KI67, GRADE_BY_MITOSES))]
        reached["refused" if contradicted(calculator, case) else "entered"].add(found)
        if values["differentiation"] == "poor":
            assert "net-g" not in found, values
            assert "carcinoid" not in found, values
            assert grades == ["no-net-grade"] * 3, values
        elif values["primary_site"] not in DIGESTIVE_SITES:
            assert "net-g" not in found, values
            assert grades == ["no-net-grade"] * 3, values
        elif values["tumour_type"] == "neuroendocrine":
            highest = max(grade_by(values["ki67_percent"], 3), grade_by(values["mitoses_per_2mm2"], 2))
            assert found == grades[0] == f"net-g{highest}", values
        assert found not in ("nec", "minen-nec", "sclc", "lcnec") or values["differentiation"] == "poor", values
        assert ("minen" in found or "mixed" in found or found == "no-table") >= (values["tumour_type"] == "mixed")
    named = {each.id for each, _ in rule.branches}
    others = {"goblet-cell", "paraganglioma", "medullary-thyroid", "merkel-cell"}
    assert reached["entered"] | reached["refused"] == named - others
    assert reached["refused"] - reached["entered"] == {"digestive-review", "minen-review"}


def grade_by(count: float, second: float) -> int:
    """Return the grade by one count: G3 above 20, G2 from `second` on."""
    return 3 if count > 20 else 2 if count >= second else 1


def test_another_tumour_is_refused_whatever_was_counted() -> None:
    calculator = CALCULATORS["who_grade"]
    rule = calculator.rules["-"]
    assert isinstance(rule, FirstOf)
    for kind in ("goblet_cell", "paraganglioma", "medullary_thyroid", "merkel_cell"):
        for values in itertools.islice(graded(), 0, None, 11):
            case = calculator.open_case(Case({**values, "tumour_type": kind}))
            assert outcome_of(rule, case) == kind.replace("_", "-")
            assert case.value(GRADE_BY_KI67) == "no-net-grade" or values["differentiation"] == "well"
