/**
 * "Keep on this device": the one place where a case is stored, and only when the reader presses the button.
 *
 * What is kept is the case as it was at that moment, in this browser's localStorage, for thirty days. It is never filled
 * in by itself: the panel says that something is kept and until when, and shows nothing of it before it is asked to.
 * Opened from a folder a page does not keep: there every local file could read it.
 */

import { dayOf } from "./actions.js";
import { hide, write } from "./write.js";

const NAME = "open-net-guide-case";
const FORMAT = "open-net-guide-kept/1";
const DAYS = 30;
const MOST = 200_000; // characters

const isEntry = (each) =>
  each !== null &&
  typeof each === "object" &&
  ["fact", "label", "shown", "calculator", "title", "path"].every((name) => typeof each[name] === "string") &&
  ["string", "object", "boolean", "number"].includes(typeof each.answer) &&
  each.answer !== null;

/** @returns {{until: number, entries: object[]} | null} what is kept; anything else under that name is removed */
export function kept(now = Date.now()) {
  let text;
  try {
    text = localStorage.getItem(NAME);
  } catch {
    return null; // blocked: nothing can have been kept
  }
  if (text === null) return null;
  const found = text.length > MOST ? null : parsed(text);
  // A clock that was put back must not make it last longer than it said.
  if (found !== null && now < found.until && found.until - now <= DAYS * 86_400_000 + 86_400_000) return found;
  forget();
  return null;
}

function parsed(text) {
  try {
    const { format, until, entries } = JSON.parse(text);
    const whole = format === FORMAT && Number.isFinite(until) && Array.isArray(entries) && entries.length > 0;
    return whole && entries.every(isEntry) ? { until, entries } : null;
  } catch {
    return null;
  }
}

/** Keeps these entries of the case; returns "" or why not: "folder", "blocked" or "full". */
export function keepCase(given, now = Date.now()) {
  if (location.protocol === "file:") return "folder";
  const entries = [...given].map(([fact, { answer, label, shown, calculator, title, path }]) => ({ fact, answer, label, shown, calculator, title, path }));
  try {
    localStorage.setItem(NAME, JSON.stringify({ format: FORMAT, until: now + DAYS * 86_400_000, entries }));
    return "";
  } catch (error) {
    return error?.name === "QuotaExceededError" || error?.name === "NS_ERROR_DOM_QUOTA_REACHED" ? "full" : "blocked";
  }
}

export function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // blocked: there is nothing to forget
  }
}

/** The part of the case panel that keeps, opens and forgets. */
export class KeptPanel {
  #said = ""; // what came of the last press
  #found = kept(); // looked at again when something may have changed it, not with each answer

  /** @param open called with the entries that the reader wants back; @param given returns what there is to keep */
  constructor(root, { signal, say, count, given, open }) {
    this.root = root;
    this.say = say;
    this.count = count;
    this.given = given;
    this.words = root.querySelector("[data-net=kept-words]");
    this.buttons = Object.fromEntries(["keep", "open", "forget"].map((name) => [name, root.querySelector(`[data-net=kept-${name}]`)]));
    this.buttons.keep.addEventListener("click", () => this.#keep(), { signal });
    this.buttons.open.addEventListener("click", () => this.#open(open), { signal });
    this.buttons.forget.addEventListener("click", () => this.#forget(), { signal });
    addEventListener("storage", ({ key }) => (key === NAME || key === null) && this.#look(), { signal }); // another tab
    root.closest("details").addEventListener("toggle", () => this.#look(), { signal });
  }

  #look() {
    this.#found = kept();
    this.draw();
  }

  #keep() {
    const wrong = keepCase(this.given());
    this.#said = wrong && this.say(`keep_${wrong}`);
    this.#look();
  }

  #open(open) {
    this.#said = "";
    const found = kept(); // it may have run out since it was drawn
    if (found) open(found.entries);
    this.#look();
  }

  #forget() {
    forget();
    this.#said = this.say("forgotten");
    this.#look();
    (this.buttons.keep.disabled ? this.root.closest("details").querySelector("summary") : this.buttons.keep).focus();
  }

  /** What the summary of the closed panel says about it. */
  get inShort() {
    return this.#found ? ` · ${this.say("one_kept")}` : "";
  }

  draw() {
    const found = this.#found;
    const now = this.given();
    const there = found && this.say("kept", { count: this.count(found.entries.length), date: dayOf(new Date(found.until)) });
    const until = dayOf(new Date(Date.now() + DAYS * 86_400_000));
    const offer = now.size > 0 && !found ? this.say("keep_about", { count: this.count(now.size), date: until }) : "";
    write(this.words, [this.#said, there, offer].filter(Boolean).join(" "));
    write(this.buttons.keep, this.say(found ? "keep_instead" : "keep"));
    this.buttons.keep.disabled = now.size === 0;
    hide(this.buttons.open, !found);
    hide(this.buttons.forget, !found);
  }
}
