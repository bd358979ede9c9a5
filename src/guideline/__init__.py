"""How a guideline reasons: facts with units, criteria with sources, three-valued verdicts, and what would change them.

Knows no disease, file, clock or network. Start with `rules.py` (how a rule is written) and `judging.py` (the result).
"""

from guideline.calculators import Calculator, ask, contradiction, notice, section, too_old_after
from guideline.conclusions import conclusion, points
from guideline.facts import choice, date, derived, number, option, selected, several_of, yes_no
from guideline.judging import judge
from guideline.panels import entry, panel
from guideline.questions import questions
from guideline.reading import AnswerError, read_answers
from guideline.rules import all_of, any_of, at_least, criteria, criterion, none_of, variants
from guideline.tables import first_of, outcome

__all__ = [
    "AnswerError",
    "Calculator",
    "all_of",
    "any_of",
    "ask",
    "at_least",
    "choice",
    "conclusion",
    "contradiction",
    "criteria",
    "criterion",
    "date",
    "derived",
    "entry",
    "first_of",
    "judge",
    "none_of",
    "notice",
    "number",
    "option",
    "outcome",
    "panel",
    "points",
    "questions",
    "read_answers",
    "section",
    "selected",
    "several_of",
    "too_old_after",
    "variants",
    "yes_no",
]
