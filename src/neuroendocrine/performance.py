"""Which ECOG status matches a Karnofsky status, and the other way round? Two published mappings, side by side.

Source: evidence CA-09, DI-44. The mappings part at the edges: Karnofsky 90 is ECOG 0 in one and ECOG 1 in the other.
Not encoded: ECOG 5 (dead), which is no answer of the ECOG question.
"""

from __future__ import annotations

from guideline import all_of, any_of, choice, criterion, derived, first_of, option, outcome
from guideline.tables import FirstOf
from neuroendocrine.facts.patient import ECOG, KARNOFSKY
from neuroendocrine.formulas.scores import beside_tens

KNOWN_SCALE = choice(
    "performance_scale",
    "Scale that is known",
    option("karnofsky", "Karnofsky"),
    option("ecog", "ECOG"),
    found_in="clinic letter",
)


BESIDE_TENS = derived(
    "karnofsky_beside_tens",
    "Karnofsky status beside the steps of ten",
    unit="%",
    inputs=(KARNOFSKY,),
    formula=beside_tens,
    enterable=False,
    at_least=0,
    at_most=10,
)
_FROM_KARNOFSKY = criterion(
    "from-karnofsky", "Karnofsky is known", KNOWN_SCALE.is_("karnofsky"), kind="part", evidence="CA-09"
)


def _mapping(letter: str, ranges: tuple[tuple[str, int, int], ...], rest: str) -> FirstOf:
    """Return one mapping as a table; `ranges` are (ECOG, lowest, highest Karnofsky) from the best downward."""
    sources = ("CA-09", "DI-44")
    to_ecog = [
        (
            outcome(f"ECOG {ecog}", outcome_id=f"ecog-{ecog}", evidence=sources),
            all_of(
                f"karnofsky-for-{ecog}",
                f"Karnofsky for ECOG {ecog}",
                _FROM_KARNOFSKY,
                any_of(
                    f"karnofsky-of-{ecog}",
                    "One of these",
                    *(
                        criterion(
                            f"karnofsky-{step}",
                            f"Karnofsky {step} %",
                            KARNOFSKY.equals(step),
                            kind="part",
                            evidence=sources,
                        )
                        for step in range(lowest, highest + 1, 10)
                    ),
                    kind="part",
                    evidence=sources,
                ),
                kind="part",
            ),
        )
        for ecog, lowest, highest in ranges
    ]
    to_karnofsky = [
        (
            outcome(
                f"Karnofsky {highest} %" if lowest == highest else f"Karnofsky {lowest} to {highest} %",
                outcome_id=f"karnofsky-{lowest}-{highest}",
                evidence=sources,
            ),
            criterion(f"ecog-is-{ecog}", f"ECOG {ecog}", ECOG.is_(ecog), kind="part", evidence=sources),
        )
        for ecog, lowest, highest in ranges[:-1]
    ]
    _, lowest, highest = ranges[-1]
    return first_of(
        f"performance-{letter}",
        "ECOG and Karnofsky",
        *to_ecog,
        (outcome(rest, outcome_id="below", evidence=sources), _FROM_KARNOFSKY),
        *to_karnofsky,
        (
            outcome(f"Karnofsky {lowest} to {highest} %", outcome_id=f"karnofsky-{lowest}-{highest}", evidence=sources),
            None,
        ),
        evidence=sources,
    )


MAPPING_A = _mapping(
    "a",
    (("0", 90, 100), ("1", 70, 80), ("2", 50, 60), ("3", 30, 40), ("4", 10, 20)),
    "ECOG 5 (dead)",
)
MAPPING_B = _mapping(
    "b",
    (("0", 100, 100), ("1", 80, 90), ("2", 60, 70), ("3", 40, 50), ("4", 20, 30)),
    "This mapping names no ECOG status below Karnofsky 20",
)
