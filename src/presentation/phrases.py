"""Every fixed phrase a reader sees around a result or a form. The words of a rule come from the rule itself.

A verdict is worded by what it means for its kind: a contraindication that is "met" is present, which is bad
news, and a caution that is "met" applies. Marks never stand without words.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Phrase(NamedTuple):
    """A mark, the words that say the same, and a tone for style sheets (good, bad, open, care, plain)."""

    mark: str
    words: str
    tone: str


HEADLINES: Final[dict[str, Phrase]] = {
    "contraindicated": Phrase("✗", "Contraindicated by these published criteria", "bad"),
    "criteria_not_met": Phrase("✗", "Published criteria not met", "bad"),
    "not_enough_information": Phrase("?", "Not enough information", "open"),
    "met_with_cautions": Phrase("!", "Published criteria met, with cautions", "care"),
    "criteria_met": Phrase("✓", "Published criteria met", "good"),
    "outcome": Phrase("", "Result", "plain"),
    "options": Phrase("", "Options", "plain"),
    "out_of_scope": Phrase("!", "Outside what this covers", "care"),
}

# Where a panel can place a row, by the beginning of the placement's id, in reading order
PLACEMENTS: Final[dict[str, Phrase]] = {
    "first": Phrase("✓", "Placed first in this situation", "good"),
    "next": Phrase("✓", "Placed in the line that is due", "good"),
    "in-label": Phrase("✓", "Within the label", "good"),
    "settle-first": Phrase("!", "Something else comes before", "care"),
    "selected": Phrase("!", "In selected cases", "care"),
    "later": Phrase("", "Placed later", "plain"),
    "stated": Phrase("", "What is said", "plain"),
    "open": Phrase("?", "Not decided: information is missing", "open"),
    "no-record": Phrase("?", "No record here is strong enough", "open"),
    "outside-label": Phrase("", "Outside the label", "plain"),
    "not-now": Phrase("!", "Not now", "care"),
    "not": Phrase("", "Not placed in this situation", "plain"),
    "unfit": Phrase("✗", "Not placed: not fit for it", "bad"),
    "excluded": Phrase("✗", "Excluded by published criteria", "bad"),
    "contraindicated": Phrase("✗", "Contraindicated by published criteria", "bad"),
    "another": Phrase("!", "Outside what this covers", "care"),
    "nec": Phrase("!", "Outside what this covers", "care"),
    "minen": Phrase("!", "Outside what this covers", "care"),
    "goblet-cell": Phrase("!", "Outside what this covers", "care"),
    "other-tumour": Phrase("!", "Outside what this covers", "care"),
}

# Style of a result → which of two authorities has a criterion, an outcome or a row → how that is introduced
DIFFERENCES: Final[dict[str, dict[str, str]]] = {
    "criteria": {"there": "Has also", "here": "Not in its list here", "": "Other limit, weight or wording"},
    "outcome": {"there": "Possible only there", "here": "Possible only here"},
    "options": {"there": "Has also", "here": "Has no row for", "": "Places otherwise"},
    "value": {},
}

# kind → verdict → phrase
VERDICTS: Final[dict[str, dict[str, Phrase]]] = {
    "required": {
        "met": Phrase("✓", "Met", "good"),
        "not_met": Phrase("✗", "Not met", "bad"),
        "unknown": Phrase("?", "Unknown", "open"),
    },
    "contraindication": {
        "met": Phrase("✗", "Contraindication present", "bad"),
        "not_met": Phrase("✓", "Contraindication absent", "good"),
        "unknown": Phrase("?", "Contraindication unknown", "open"),
    },
    "caution": {
        "met": Phrase("!", "Caution applies", "care"),
        "not_met": Phrase("✓", "Caution does not apply", "good"),
        "unknown": Phrase("?", "Caution unknown", "open"),
    },
    "preferred": {
        "met": Phrase("✓", "Preference met", "good"),
        "not_met": Phrase("!", "Preference not met", "care"),
        "unknown": Phrase("?", "Preference unknown", "open"),
    },
    "part": {
        "met": Phrase("✓", "Met", "plain"),
        "not_met": Phrase("✗", "Not met", "plain"),
        "unknown": Phrase("?", "Unknown", "open"),
    },
    "outcome": {
        "met": Phrase("✓", "Applies", "plain"),
        "not_met": Phrase("✗", "Does not apply", "plain"),
        "unknown": Phrase("?", "Still possible", "open"),
    },
}

KINDS: Final[dict[str, str]] = {
    "required": "Required",
    "contraindication": "Contraindication",
    "caution": "Caution",
    "preferred": "Preferred",
    "part": "Part",
    "outcome": "Outcome",
    "entry": "Row",
}

JOINS: Final[dict[str, str]] = {
    "all_of": "All of these",
    "any_of": "Any one of these",
    "none_of": "None of these",
    "at_least": "Enough of these",
    "first_of": "The first that applies",
}

ASCII_MARKS: Final[dict[str, str]] = {"✓": "[+]", "✗": "[x]", "?": "[?]", "!": "[!]", "": "[ ]"}

NOT_REREAD: Final = "not re-read in the source"

WORDS: Final[dict[str, str]] = {
    # the form
    "answers": "Answers",
    "intended_use": "Intended use",
    "not_for": "Not for",
    "variant": "According to",
    "compare": "Compare authorities",
    "compare_off": "One authority only",
    "not_known": "Not known",
    "none_of_these": "None of these",
    "choose": "Choose …",
    "yes": "Yes",
    "no": "No",
    "found_in": "Found in",
    "allowed": "Possible",
    "usual": "usual",
    "whole": "a whole number",
    "derived": "Worked out when left empty, from",
    "only_when": "Only when",
    "only_for": "Asked by",
    "unit_of": "Unit of",
    "date_hint": "Year-month-day or in words: 2026-11-23 or 23 November 2026",
    "several_hint": "Mark every one that applies",
    "confirm": "Yes, it is right",
    "use_instead": "Use",
    # the result
    "result": "Result",
    "nothing_yet": "Nothing entered yet. The result appears here with the first answer.",
    "needs_script": (
        "Answers are judged on this page by JavaScript, which is off or has not loaded. "
        "The criteria, their sources and the worked examples can be read without it."
    ),
    "according_to": "According to",
    "met": "met",
    "not_met": "not met",
    "unknown": "unknown",
    "cautions": "cautions",
    "caution": "caution",
    "possible": "Still possible",
    "values": "Values",
    "worked_out_from": "worked out from",
    "as_entered": "as entered",
    "derived_would_be": "Worked out from the other answers it would be",
    "warnings": "Please note",
    "findings": "Criterion by criterion",
    "findings_of_outcomes": "How this comes about",
    "options": "Side by side",
    "ruled_out": "Ruled out",
    "decided_before": "Not reached: an earlier row applies.",
    "why": "why",
    "source": "source",
    "entered": "Entered",
    "not_entered": "not entered",
    "compared": "Compared as",
    "limit": "Limit",
    "distance": "Distance to the limit",
    "at_limit": "close to the limit",
    "decides": "decides",
    "missing_for": "Missing",
    "statement": "Statement",
    "population": "Population",
    "strength": "Strength, as the source puts it",
    "disagrees": "Who disagrees",
    "notes": "Notes",
    "sources": "Sources",
    "evidence": "Evidence",
    "confirmed_on": "Confirmed",
    "review_by": "review by",
    "missing": "What is missing",
    "changes": "What would change this",
    "can_change": "Can change with time or treatment",
    "cannot_change": "Would change the answer but cannot be changed",
    "authorities": "The same answers by other authorities",
    "authority": "Authority",
    "differs_by": "Differs by",
    "not_used": "Answers not used",
    "not_considered": "Not considered here",
    "about": "About this result",
    "version": "version",
    "copied_from": "Calculator",
    # problems
    "problem_one": "1 answer needs a look",
    "problem_many": "answers need a look",
    "problem_why": "No result is shown until this is settled. Everything else that was entered is kept.",
    # criteria table
    "criteria": "The criteria and their sources",
    "worked_out_caption": "What is worked out",
    "notices_caption": "What a reader is told with certain answers",
    "value": "Value",
    "notice": "Note",
    "criteria_caption": "Every criterion with its limit and its source",
    "compared_caption": "Where the authorities differ",
    "compared_note": "A dash means that the authority sets no such criterion.",
    "criterion": "Criterion",
    "kind": "Kind",
    "evidence_caption": "What each criterion rests on",
    "evidence_note": "Strength is in the source's own scale; numbers point to the list of sources.",
    "all_authorities": "all",
    "unprinted": "Not opened, so not printed. The page of this calculator has the criteria and their sources as well.",
    "no_limit": "–",
    # worked examples
    "examples": "Worked examples",
    "examples_note": "Each is checked whenever the rules change. Loading one fills in the form.",
    "load": "Load this example",
    "load_to_see": "Load the example to see every criterion.",
    "example_answers": "Answers",
    "expected_from": "Expected result from",
    # buttons below a result
    "copy_text": "Copy as text",
    "print": "Print",
    "link": "Copy a link with these answers",
    "qr": "Show the link as a QR code",
    "save_case": "Save as JSON",
    "save_csv": "Save the criteria as CSV",
    "restart": "Start again",
    "stop": "Stop loading",
    "open_result": "See the result",
}

# What the script on the page says by itself; everything about a result comes from above, drawn by Python.
SCRIPT_WORDS: Final[dict[str, str]] = {
    "copied": "Copied. The text holds the answers that were used; check it before sending it on.",
    "copy_by_hand": "The browser refused to copy. The text is selected: copy it with the keyboard.",
    "link_copied": (
        "Link copied. Whoever opens it sees these answers; they are in the part after #, which is not sent to a server."
    ),
    "link_by_hand": "The browser refused to copy. The link is selected: copy it with the keyboard.",
    "link_needs_result": "A link can be made once every answer has been read.",
    "qr_label": "QR code of the link with these answers",
    "qr_about": (
        "Whoever reads this code with a camera sees these answers. It was drawn in this browser; nothing was sent."
    ),
    "restarted": "All answers are cleared.",
    "converted": "{from} converted to {to}.",
    "meant": "I meant {value}",
    "not_converted": "The unit is now {unit}; the text was left as it is because it is not one plain number.",
    "unit_moved": "{text} read as {value}.",
    "loaded_example": "Filled in: {name}, in place of what was entered before. Clear case empties it again.",
    "opened": "The answers come from the case that was opened.",
    "replaced": "What was here before is gone.",
    "too_large": "This is larger than any case saved by this guide. Nothing was filled in.",
    "unreadable_file": "The browser could not read this file. Nothing was filled in.",
    "saved": "Saved as {name}, where this browser puts what is downloaded.",
    "retry": "Try again",
    "bytes": "{received} of {total}",
    "printed": "Printed {date}",
}

# The tumour-board sheet
BOARD: Final[dict[str, str]] = {
    "title": "Tumour-board sheet",
    "given": "Entered",
    "treatments": "Every treatment, in the order of guidelines",
    "treatment": "Treatment",
    "placed": "Where guidelines place it",
    "because": "Why, or what is missing",
    "requests": "What is missing, first things first",
    "request_intro": "Needed before the tumour board:",
    "settle": "together these settle",
    "of": "of",
    "open": "treatments that are not decided",
    "copy_requests": "Copy as a request list",
    "requests_copied": "The request list is copied.",
    "parts": "Where guidelines part for this patient",
    "no_parts": "For this patient the authorities compared here place every treatment alike.",
    "changes_caption": "The smallest changes that would place a treatment elsewhere, and how far its limits are",
    "cannot": "Cannot change",
    "distances": "Distance to each limit",
    "pairs": "Two answers together",
    "pairs_caption": "Two answers that can change, and together would place it first",
    "no_pairs": "No two answers that can change would place it first where one does not.",
    "not_whole": "There are more pairs than were tried.",
    "more": "more",
    "others": "Other calculators with this case",
    "sweep": "What if this number were another?",
    "sweep_caption": "Where each treatment stands along the whole scale, everything else as entered",
    "here": "this patient",
    "nothing_moves": "This number moves no treatment in this case.",
    "use_derived": "Use the one worked out",
    "digest": "digest",
}

# Worked patients
PATIENTS: Final[dict[str, str]] = {
    "title": "Worked patients",
    "open_one": "Open a worked patient",
    "count": "invented people",
    "note": (
        "Invented people. Opening one fills in the form in place of what is entered there, and Clear case empties it "
        "again."
    ),
    "whole_note": (
        "Invented people. Where each treatment is placed, and why, was read off the register and not off the rules; "
        "whenever a rule changes, each is judged again."
    ),
    "entered": "Entered",
    "caption": "Where the evidence places each treatment",
    "reason": "Because",
    "open": "Open",
}

# What a team looks at, for patients
PLAIN: Final[dict[str, str]] = {
    "against": "This can be a reason not to use it.",
}

FAILURE: Final = (
    "The calculator could not work this out. That is a fault in the guide, not in your answers, "
    "and they are kept. The criteria table on this page can be read instead."
)

# Never in anything we render: a verdict on a person, or advice. Tests look for them.
FORBIDDEN: Final[tuple[str, ...]] = (
    r"\beligible\b",
    r"\bineligible\b",
    r"\brecommend(ed|s)?\b",
    r"\bsafe(ly)?\b",
    r"\bgive\b",
)
