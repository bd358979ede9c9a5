/**
 * The case: what was entered in this tab, so that it need not be entered again in the next calculator.
 *
 * It lives in this module's memory, which instant navigation keeps (crossing.js carries it from file to file); a reload, closing the tab and a page that the
 * browser brings back from its back/forward cache begin with an empty one, so that nobody meets the patient before.
 * Nothing is stored, unless the reader asks for it (kept-case.js).
 *
 *   given    fact -> {answer, label, shown, calculator, title, path}          what the reader entered, and where
 *   worked   fact -> {answer, label, shown, calculator, title, path, from}    what a calculator worked out
 *   patient  how often the case was emptied: an answer that comes late belongs to the patient for whom it was asked
 */

import { cameAlong, takeAlong } from "./crossing.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

class Case extends EventTarget {
  given = new Map();
  worked = new Map();
  patient = 0;

  /** What one calculator was told: `mine` are the facts that its form answers for; a null among them was taken back. */
  tell(origin, answers, mine, read, labelOf) {
    const differs = [];
    let changed = false;
    for (const [fact, answer] of Object.entries(answers)) {
      const before = this.given.get(fact);
      if (answer === null) {
        if (before && mine.has(fact)) changed = this.#drop(fact) || changed;
        continue;
      }
      if (before && same(before.answer, answer)) continue;
      const entry = { ...origin, answer, label: labelOf(fact), shown: read[fact] ?? "" };
      if (before && before.calculator !== origin.calculator && before.shown !== entry.shown && !mine.has(fact)) {
        differs.push({ label: entry.label, before: before.shown, title: before.title, now: entry.shown });
      }
      this.#drop(fact);
      this.given.set(fact, entry);
      changed = true;
    }
    if (changed) this.#say();
    return differs;
  }

  /** What one calculator has worked out now; what it worked out before and no longer does is forgotten. */
  tellWorked(origin, values) {
    const before = [...this.worked].filter(([, each]) => each.calculator === origin.calculator);
    for (const [fact] of before) this.worked.delete(fact);
    for (const { id, label, value, displayed, from } of values) {
      const answer = typeof value === "number" ? { value: String(value) } : value;
      if (typeof value === "number" || typeof value === "string") {
        this.worked.set(id, { ...origin, answer, label, shown: displayed, from });
      }
    }
    const after = [...this.worked].filter(([, each]) => each.calculator === origin.calculator);
    if (!same(before, after)) this.#say();
  }

  /** What depended on an answer goes with it. */
  #drop(fact) {
    for (const [id, each] of this.worked) if (each.from.includes(fact)) this.worked.delete(id);
    return this.given.delete(fact);
  }

  /** @param by the panel whose own form is empty already, and stays as it is: "not known" remains ticked there */
  remove(fact, by = null) {
    const was = this.#drop(fact);
    const derived = this.worked.delete(fact);
    if (was || derived) this.#say({ removed: fact, by });
  }

  clear() {
    this.patient += 1;
    this.given.clear();
    this.worked.clear();
    this.#say({ cleared: true });
  }

  /** What a page that the reader has left was told last: the sheet, whose form is the case, takes it. */
  bring(facts) {
    this.#say({ came: facts });
  }

  /** What was kept takes the place of everything: it is another patient, or the same one on another day. */
  replace(entries) {
    this.clear();
    for (const { fact, ...entry } of entries) this.given.set(fact, entry);
    this.#say();
  }

  /** The answers by the calculator in which they were entered, for the headlines of the other calculators. */
  byCalculator(but) {
    const names = new Set([...this.given.values()].map((each) => each.calculator));
    names.delete(but);
    const all = Object.fromEntries([...this.given].map(([fact, each]) => [fact, each.answer]));
    return Object.fromEntries([...names].map((name) => [name, all]));
  }

  #say(detail = {}) {
    this.dispatchEvent(new CustomEvent("changed", { detail }));
  }
}

export const thisCase = new Case();

const along = cameAlong();
for (const [fact, entry] of along?.given ?? []) thisCase.given.set(fact, entry);
for (const [fact, entry] of along?.worked ?? []) thisCase.worked.set(fact, entry);
takeAlong(() => (thisCase.given.size > 0 ? { given: [...thisCase.given], worked: [...thisCase.worked] } : null));

// A page out of the back/forward cache is as old as the moment at which it was left: its patient may be another one.
addEventListener("pageshow", (event) => event.persisted && thisCase.clear());
