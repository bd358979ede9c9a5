"""Does this case need a NET multidisciplinary board now, by when, and what is missing for it?

Sources: evidence PA-01, PA-27, PA-29, FU-25, AB-20, AB-21, DI-02, DI-34, DI-43; the table is in
neuroendocrine/referral.py.
"""

from __future__ import annotations

from guideline import Calculator, ask, contradiction, notice, section
from neuroendocrine import CONTENT_VERSION
from neuroendocrine.facts.dates import TODAY
from neuroendocrine.facts.pathology import DIFFERENTIATION, TUMOUR_TYPE
from neuroendocrine.facts.referral import (
    BOARD_BEFORE,
    BOARD_QUESTIONS,
    CASE_STATUS,
    CHANGES,
    DIAGNOSIS_AGE,
    DIAGNOSIS_DAY,
    DOSSIER,
    EMERGENCIES,
    HEART_TESTS,
    WORKUP_DAY,
)
from neuroendocrine.facts.syndromes import FUNCTION
from neuroendocrine.referral import BOARD, BOARD_BY, DOSSIER_MISSING, SPECIALIST_BY

CALCULATOR = Calculator(
    id="referral",
    title="Referral: does this case need a NET board now?",
    intended_use=(
        "For whoever meets somebody with a neuroendocrine tumour, or the suspicion of one: says when published "
        "pathways place a NET multidisciplinary board, by which day, and what is still missing for the discussion."
    ),
    not_for=(
        "emergencies, beyond saying that they come first",
        "choosing a hospital",
        "paraganglioma, medullary thyroid and Merkel cell carcinoma, which have boards of their own",
    ),
    content_version=CONTENT_VERSION,
    sections=(
        section("haste", "Haste", EMERGENCIES),
        section(
            "case",
            "Case",
            CASE_STATUS,
            ask(TUMOUR_TYPE, when=CASE_STATUS.one_of("new", "known")),
            ask(DIFFERENTIATION, when=CASE_STATUS.one_of("new", "known")),
            FUNCTION,
            ask(BOARD_BEFORE, when=CASE_STATUS.one_of("new", "known")),
            ask(BOARD_QUESTIONS, when=CASE_STATUS.one_of("new", "known")),
            ask(CHANGES, when=CASE_STATUS.one_of("new", "known")),
        ),
        section(
            "days",
            "Days",
            WORKUP_DAY,
            ask(DIAGNOSIS_DAY, when=CASE_STATUS.one_of("new", "known")),
            TODAY,
        ),
        section("dossier", "Dossier", DOSSIER, ask(HEART_TESTS, when=FUNCTION.is_("carcinoid"))),
    ),
    rule=BOARD,
    reports=(BOARD_BY, SPECIALIST_BY, DOSSIER_MISSING),
    contradictions=(
        contradiction(
            "diagnosis-after-today",
            "The diagnosis lies after today. Check both days.",
            DIAGNOSIS_AGE < 0,
            fact=DIAGNOSIS_DAY,
        ),
    ),
    notices=(
        notice(
            "carcinoma-first",
            "A new carcinoma (NEC) comes first among cases: joint centres put it before everything that can wait.",
            CASE_STATUS.is_("new"),
            DIFFERENTIATION.is_("poor"),
            evidence="AB-21",
            fact=DIFFERENTIATION,
        ),
        notice(
            "heart-tests",
            "With a carcinoid syndrome the board needs NT-proBNP and echocardiography as well; a low NT-proBNP alone "
            "does not exclude carcinoid heart disease.",
            FUNCTION.is_("carcinoid"),
            HEART_TESTS.no,
            evidence=("SY-23", "DI-26"),
            fact=HEART_TESTS,
        ),
    ),
    not_considered=(
        "2 weeks for diagnostics, whose start the re-read text leaves open",
        "FDG PET, genetic tests and other items that a board asks for in some cases",
        "which hospital, how far, and who pays",
        "rules of a country for referral",
    ),
)
