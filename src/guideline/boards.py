"""A panel for the tumour board: what to ask for first, where authorities part, what would change, one number swept.

Everything is worked out from the rules of a panel and one case; nothing here knows what the entries are about.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from guideline.changes import single_changes
from guideline.completions import behind, stretches
from guideline.facts import Number
from guideline.headlines import headline_of
from guideline.options import option_of, placements
from guideline.pairs import distances, pair_texts, pairs
from guideline.panels import Panel
from guideline.units import format_exact, with_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guideline.calculators import Calculator
    from guideline.findings import Finding
    from guideline.reading import Read

Json = dict[str, Any]
_MOST_FIRST = 5  # answers that are named together


def panel_of(calculator: Calculator, variant: str) -> Panel:
    """Return the panel of one variant; TypeError for a calculator that judges no panel."""
    rule = calculator.rules[variant]
    if not isinstance(rule, Panel):
        raise TypeError(f"{calculator.id} judges no panel")
    return rule


def requests(calculator: Calculator, options: Iterable[Json]) -> Json:
    """Return what to ask for first: each missing answer with the entries that wait for it, and the first few together.

    `first` are a few answers that settle about half of the entries, found by always taking the entry that needs the
    fewest more; `settles` counts the entries that need nothing beyond them.
    """
    open_ = [each for each in options if each["placement"] is None]
    found: dict[str, Json] = {}
    for option in open_:
        for fact_id in option["missing"]:
            fact = calculator.facts.get(fact_id)
            if fact is not None:
                empty = {"fact": fact_id, "label": fact.label, "found_in": fact.found_in, "entries": []}
                found.setdefault(fact_id, empty)["entries"].append(option["title"])
    items = sorted(found.values(), key=lambda each: -len(each["entries"]))
    needs = [set(each["missing"]) & found.keys() for each in open_]
    first: set[str] = set()
    while any(needs) and sum(bool(each) and each <= first for each in needs) * 2 < len(needs):
        nearest = min((each - first for each in needs if each - first), key=len)
        if first and len(first | nearest) > _MOST_FIRST:
            break
        first |= nearest
    return {
        "open": len(open_),
        "first": [each["label"] for each in items if each["fact"] in first],
        "settles": sum(bool(each) and each <= first for each in needs),
        "items": items,
    }


def disagreements(calculator: Calculator, read: Read, variant: str, options: Sequence[Json]) -> list[Json]:
    """Return the entries that another authority places elsewhere, with the criteria that make the difference.

    `options` are the rows of the result by the authority that was chosen.
    """
    if len(calculator.rules) < 2:
        return []
    titles = calculator.rule.titles  # type: ignore[union-attr]
    case = read.case
    rules = [each for each in calculator.rules if each != variant]
    placed = {variant: options, **{each: placements(panel_of(calculator, each), case) for each in rules}}
    found = []
    for place, entry in enumerate(panel_of(calculator, variant).entries):
        ids = {each: [one["id"] for one in rows[place]["possible"]] for each, rows in placed.items()}
        if all(each == ids[variant] for each in ids.values()):
            continue
        others = {each: option_of(panel_of(calculator, each).entries[place], case, read) for each in rules}
        said = {each: others.get(each, options[place]) for each in calculator.rules}
        looked_at = {each: _leaves(option["findings"]) for each, option in said.items()}
        shared = set.intersection(*(set(each) for each in looked_at.values()))
        found.append(
            {
                "id": entry.id,
                "title": entry.title,
                "says": [
                    {
                        "authority": titles[each],
                        "text": option["text"],
                        "because": [
                            f"{text}: {verdict}." for text, verdict in looked_at[each] if (text, verdict) not in shared
                        ][:2],
                        "evidence": option["evidence"],
                    }
                    for each, option in said.items()
                ],
            }
        )
    return found


def _leaves(findings: Iterable[Finding]) -> dict[tuple[str, str], None]:
    """Return the criteria that were looked at, each with its verdict in words; branches not reached have none."""
    found: dict[tuple[str, str], None] = {}
    for each in findings:
        if each["parts"]:
            found |= _leaves(each["parts"])
        elif each["fact"] is not None:
            found[each["text"], each["verdict"].replace("_", " ")] = None
    return found


def changes(calculator: Calculator, read: Read, variant: str) -> list[Json]:
    """Return for each entry that is placed the smallest changes of one known answer that would place it elsewhere.

    An answer that is missing is no change; it stands among the requests. What can change with time or treatment is
    set apart from what cannot; of the latter, a fact that moves nearly every entry describes another patient and is
    left out.
    """
    found = []
    moved: Counter[str] = Counter()
    leading = panel_of(calculator, variant).leading
    for entry in panel_of(calculator, variant).entries:
        now = headline_of(entry.rule, read.case)
        if now.state != "outcome":
            continue
        known = [
            each
            for each in single_changes(calculator, entry.rule, read.case, now)
            if read.case.value(calculator.facts[each["fact"]]) is not None
        ]
        moved.update({each["fact"] for each in known})
        found.append((entry, now.outcomes[0], known))
    return [
        {
            "id": entry.id,
            "title": entry.title,
            "now": placed.text,
            "can": [each["text"] for each in known if calculator.facts[each["fact"]].changeable],
            "cannot": [
                each["text"]
                for each in known
                if not calculator.facts[each["fact"]].changeable and moved[each["fact"]] * 4 < len(found) * 3
            ],
            "distances": distances(entry.rule, read.case),
            "pairs": placed.id not in leading,
        }
        for entry, placed, known in found
    ]


def pair_changes(calculator: Calculator, read: Read, variant: str, entry_id: str) -> Json:
    """Return which two answers, both of which can change, would together make an entry lead where no single one does.

    `whole` is False when there were more pairs than are tried. An entry that leads already, or is open, has none.
    """
    rule = panel_of(calculator, variant)
    entry = next(each for each in rule.entries if each.id == entry_id)
    now = headline_of(entry.rule, read.case)
    if now.state != "outcome" or now.outcomes[0].id in rule.leading:
        return {"id": entry.id, "title": entry.title, "texts": [], "whole": True}
    changeable = {each for each, fact in calculator.facts.items() if fact.changeable}
    searched = pairs(calculator, entry.rule, read.case, now, changeable)
    leading = [each for each in searched.found if each.headline.outcomes[0].id in rule.leading]
    return {"id": entry.id, "title": entry.title, "texts": pair_texts(leading), "whole": searched.whole}


def all_pair_changes(calculator: Calculator, read: Read, variant: str) -> list[Json]:
    """Return what `pair_changes` finds for each entry that has any."""
    entries = panel_of(calculator, variant).entries
    found = (pair_changes(calculator, read, variant, each.id) for each in entries)
    return [each for each in found if each["texts"]]


def sweep(calculator: Calculator, read: Read, variant: str, fact_id: str) -> Json:
    """Return where each entry is placed along the whole scale of one number, everything else as entered.

    The scale is cut at every limit that some rule compares it with, so nothing in between is missed; neighbouring
    stretches that place everything alike are joined. `here` marks the stretch in which the case is.
    """
    fact = calculator.facts[fact_id]
    if not isinstance(fact, Number):
        raise TypeError(f"{fact_id} is not a number")
    rule = panel_of(calculator, variant)
    comparisons = tuple(each for each in behind(rule.comparisons)[0] if each.fact is fact)
    limits = sorted({float(each.value) for each in comparisons})
    now = read.case.value(fact)
    here = None if now is None else tuple(each.holds(now) for each in comparisons)
    joined: list[Json] = []
    for group in stretches(fact, comparisons):
        case = read.case.with_values({fact_id: group[len(group) // 2]})
        texts = [" or ".join(dict.fromkeys(one.text for one in entry.rule.outcomes(case))) for entry in rule.entries]
        is_here = here == tuple(each.holds(group[0]) for each in comparisons)
        if joined and joined[-1]["texts"] == texts:
            joined[-1]["high"] = group[-1]
            joined[-1]["here"] = joined[-1]["here"] or is_here
        else:
            joined.append({"low": group[0], "high": group[-1], "texts": texts, "here": is_here})
    rows = []
    for place, entry in enumerate(rule.entries):
        along = [each["texts"][place] for each in joined]
        if len(set(along)) > 1:
            rows.append({"title": entry.title, "texts": along})
    columns = [{"text": _span(each["low"], each["high"], limits, fact), "here": each["here"]} for each in joined]
    return {"fact": fact_id, "label": fact.label, "columns": columns, "rows": rows}


def _span(low: float, high: float, limits: list[float], fact: Number) -> str:
    """Return a stretch of a scale in words, an end that is a limit belonging to it, one that is not lying beyond."""
    if low == high and low in limits:
        return with_unit(format_exact(low), fact.unit)
    below = [each for each in limits if each < low]
    above = [each for each in limits if each > high]
    lower = f"at least {format_exact(low)}" if low in limits else f"above {format_exact(below[-1])}" if below else ""
    upper = f"at most {format_exact(high)}" if high in limits else f"below {format_exact(above[0])}" if above else ""
    words = " and ".join(each for each in (lower, upper) if each)
    return with_unit(words, fact.unit) if words else "every value"
