"""Every fixed phrase around a case: its panel, keeping it, and what is said of one that comes from a link or a file."""

from __future__ import annotations

from typing import Final

# The case panel
CASE_WORDS: Final[dict[str, str]] = {
    "title": "This case",
    "about": (
        "What is entered in one calculator is offered in the others. It stays in the memory of this tab and is gone "
        "when the tab is closed or the page is reloaded, unless you keep it."
    ),
    "count_none": "nothing entered yet",
    "count_one": "1 answer",
    "count_many": "{count} answers",
    "origin": "entered in {title}",
    "worked_out": "worked out in {title}",
    "fill": "Fill in {count} from this case",
    "fill_one": "Fill in",
    "remove": "Remove",
    "edit": "Edit",
    "clear": "Clear case",
    "cleared": "The case is cleared.",
    "note": "Filled in: {title}.",
    "differs": (
        "{label} was {before} ({title}) and is now {now}. If this is another patient, clear the case and enter it anew."
    ),
    "board": "Tumour-board sheet",
    "along": "Take the case along to the next page.",
    "along_about": (
        "Opened from a folder, this browser forgets the case with each link. "
        "With the box ticked the answers go along in the address, which the browser writes to its history."
    ),
    "keep": "Keep on this device",
    "keep_about": (
        "Keeps {count} in this browser until {date}, where whoever uses this browser can open them. "
        "Nothing is kept unless you press it."
    ),
    "kept": "A case with {count} is kept in this browser until {date}; then it is gone.",
    "one_kept": "a case is kept in this browser",
    "keep_instead": "Keep what is entered now instead",
    "open_kept": "Open what is kept",
    "forget": "Forget it now",
    "forgotten": "Forgotten: no case is kept in this browser any more.",
    "keep_folder": (
        "A page that was opened from a folder does not keep a case, because other files on this device could read it. "
        "Save it as JSON instead."
    ),
    "keep_blocked": (
        "This browser does not allow a page to keep anything: a private window, a setting or a policy of your "
        "organisation may be the reason. Nothing was kept. Save the case as JSON instead."
    ),
    "keep_full": "There is no room left in this browser. Nothing was kept. Save the case as JSON instead.",
    "open_title": "Open a case",
    "open_about": "It takes the place of what is here. It is read in this browser and sent nowhere.",
    "open_paste": "A link with a case, or the text of a saved one",
    "open_button": "Open",
    "open_file": "or a saved file (JSON)",
}

# What is said of a case that comes from a link or a file
EXCHANGE: Final[dict[str, str]] = {
    "no_link": "This is no link with a case, and no saved case: it begins differently. Nothing was filled in.",
    "cut": (
        "This link is not whole: it was cut or changed on its way, and half a number is another number. "
        "Nothing was filled in. Ask for the link once more, or have the case sent as a file."
    ),
    "link_too_long": "This is longer than any link with a case. Nothing was filled in.",
    "newer_form": (
        "This was made by a newer version of this guide, in a form that this page does not know. Nothing was filled "
        "in. Open it with the newer version, or ask for the text."
    ),
    "other_calculator": "This case was made with another calculator ({name}), not with {title}. Nothing was filled in.",
    "first_form": (
        "This link has the form of an earlier version, which does not show whether it was cut: compare every answer."
    ),
    "older": "This was made with version {theirs}; this page has version {ours}. The answers were judged again.",
    "changed_in": "Changed in {version}: {changes}.",
    "older_unlisted": (
        "This was made with version {theirs}; this page has version {ours}. The answers were judged again; "
        "what changed since is not listed here."
    ),
    "newer": (
        "This was made with version {theirs}, which is newer than this page ({ours}). The answers were judged by this "
        "page; look for a newer copy of the guide before relying on it."
    ),
    "no_variant": "There is no authority called {name} here: look at what is chosen under According to.",
    "no_key": "Left out: {key} is a question that this page does not know.",
    "no_code": "Left out: the answer to {label} cannot be read.",
    "not_asked": "Left out: {title} asks nothing called {name}.",
    "left_out": "Left out: {message}",
    "twice": "Left out: {label} is answered twice.",
    "renamed": "{was} is called {now} today.",
    "and_more": "And {count} more.",
    "no_json": "This is not whole, or not JSON: it cannot be read. Nothing was filled in.",
    "no_case": "This is no case saved by this guide. Nothing was filled in.",
    "other_format": "This is another kind of file ({format}), not a case saved by this guide. Nothing was filled in.",
    "too_large": "This is larger than any case saved by this guide (1 MB at most). Nothing was filled in.",
    "too_deep": "This holds more brackets within brackets than any case saved by this guide. Nothing was filled in.",
    "key_twice": "{name} stands in it twice, so it could mean either. Nothing was filled in.",
    "no_number": "{name} stands in it, which is no number. Nothing was filled in.",
    "unknown_part": "Left out: {name} is nothing that a saved case has.",
}
