/**
 * The answers of one calculator: its fields by fact, filled in, cleared, shown while they are asked for, and what is
 * said at them.
 */

import { Field } from "./fields.js";
import { hide } from "./write.js";

const TYPING = 700; // milliseconds of rest before a problem is shown at the field that is being typed in

export class Form {
  #rest = 0;
  #found = {}; // what is wrong with the newest answers, as HTML by fact

  constructor(root, { signal }) {
    this.root = root;
    this.node = root.querySelector("form.net-form");
    this.variant = root.querySelector("[data-net=variant]");
    this.fields = new Map([...root.querySelectorAll(".net-field")].map((node) => [node.dataset.fact, new Field(node)]));
    signal.addEventListener("abort", () => clearTimeout(this.#rest));
  }

  get answers() {
    return Object.fromEntries([...this.fields].map(([fact, field]) => [fact, field.answer]));
  }

  get isEmpty() {
    return [...this.fields.values()].every((field) => field.answer === null);
  }

  /** The field in which something stands. */
  around(target) {
    return this.fields.get(target.closest?.(".net-field")?.dataset.fact);
  }

  get firstShown() {
    return [...this.fields.values()].find((field) => !field.node.hidden);
  }

  clear() {
    this.node.reset();
    for (const field of this.fields.values()) field.clear();
  }

  /** Fills in answers by fact; returns the facts and values that this form does not have. */
  fill(variant, answers) {
    const unknown = [];
    this.clear();
    if (variant && this.variant) {
      this.variant.value = variant;
      if (this.variant.value !== variant) {
        this.variant.selectedIndex = 0;
        unknown.push(variant);
      }
    }
    for (const [fact, answer] of answers) {
      const field = this.fields.get(fact);
      if (!field) unknown.push(fact);
      else if (!field.fill(answer)) unknown.push(field.label);
    }
    return unknown;
  }

  /** Shows what is asked for: by the other answers, and by the authority that is chosen. */
  refresh() {
    const variant = this.variant?.value;
    const comparing = this.root.classList.contains("net-comparing");
    for (const field of this.fields.values()) {
      const wanted = field.isOpen(this.fields) && (comparing || field.answer !== null || field.isUsedBy(variant));
      hide(field.node, !wanted && !field.wrong);
    }
    for (const section of this.node.querySelectorAll(".net-section")) {
      hide(section, !section.querySelector(".net-field:not([hidden])"));
    }
    for (const note of this.node.querySelectorAll("[data-variant-note]")) hide(note, note.dataset.variantNote !== variant);
  }

  /** Shows problems at their fields; at the field that is being typed in only after a rest. */
  complain(found = this.#found) {
    clearTimeout(this.#rest);
    this.#found = found;
    for (const [fact, field] of this.fields) {
      const html = found[fact] ?? "";
      const typing = html && !field.wrong && field.entry === "text" && document.activeElement === field.control;
      if (typing) this.#rest = setTimeout(() => this.#point(field, html), TYPING);
      else this.#point(field, html);
    }
    this.refresh();
  }

  #point(field, html) {
    field.complain(html);
    if (html) field.node.hidden = false;
  }

  /** Says how answers were read, where nothing else is said. */
  note(notes) {
    for (const { fact, message } of notes) {
      const field = this.fields.get(fact);
      if (field && !field.note.hasChildNodes()) field.say(message);
    }
  }
}
