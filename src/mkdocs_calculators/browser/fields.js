/**
 * One question of the form: its answer in the shape that Python reads, filled in, cleared, hidden, and what is said at it.
 *
 * Texts stay as typed; Python alone decides what they mean. A converted number keeps what was typed before, which is
 * what gets judged, so a change of unit and back loses nothing and rounding on the screen decides nothing.
 */

import { convert } from "./units.js";

export class Field {
  #confirmed = ""; // the text and unit that the reader has confirmed although they are unusual
  #typed = null; // {text, unit}: what was typed before the unit was changed
  #lastUnit = "";
  #complaint = ""; // the HTML that is shown as wrong

  constructor(node) {
    this.node = node;
    this.fact = node.dataset.fact;
    this.kind = node.dataset.kind;
    this.entry = node.dataset.entry; // text | select | group
    this.inputs = [...node.querySelectorAll(`[name="${CSS.escape(this.fact)}"]`)];
    this.control = this.inputs[0];
    this.unit = node.querySelector("[data-net=unit]");
    this.unknown = node.querySelector("[data-net=unknown]");
    this.none = node.querySelector("[data-net=none]");
    this.error = node.querySelector("[data-net=error]");
    this.note = node.querySelector("[data-net=note]");
    this.label = node.querySelector(".net-label").textContent.trim();
    this.#lastUnit = this.unit?.value ?? "";
  }

  /** The answer as Python reads it; null says not known. */
  get answer() {
    if (this.entry === "select") return this.control.value || null;
    if (this.kind === "several_of") {
      const ticked = this.inputs.filter((each) => each.checked).map((each) => each.value);
      return ticked.length > 0 ? ticked : this.none.checked ? [] : null;
    }
    if (this.entry === "group") return this.inputs.find((each) => each.checked)?.value || null;
    const text = this.control.value.trim();
    if (!text) return null;
    return this.kind === "number" ? this.#number(text) : text;
  }

  #number(text) {
    if (this.#typed) return { value: this.#typed.text, unit: this.#typed.unit, ...this.#confirmation() };
    // A unit typed behind the number counts, unless it contradicts: then there is nothing chosen beside it.
    const unit = this.unit && !/[^\d\s.,+\-−–]/.test(text) ? { unit: this.unit.value } : {};
    return { value: text, ...unit, ...this.#confirmation() };
  }

  #confirmation() {
    return this.#confirmed && this.#confirmed === this.#now() ? { confirmed: true } : {};
  }

  #now() {
    return this.#typed ? `${this.#typed.text} ${this.#typed.unit}` : `${this.control.value.trim()} ${this.unit?.value ?? ""}`;
  }

  /** Fills in an answer; returns false when this field has no such answer. */
  fill(answer) {
    this.clear();
    if (answer === null || answer === undefined) return true;
    if (this.entry === "text") return this.#fillText(answer);
    const wanted = (Array.isArray(answer) ? answer : [answer]).map((each) => (each === true ? "yes" : each === false ? "no" : String(each)));
    if (this.entry === "select") {
      const known = [...this.control.options].some((each) => each.value && each.value === wanted[0]);
      if (known) this.control.value = wanted[0];
      return known;
    }
    if (this.kind === "several_of" && wanted.length === 0) this.none.checked = true;
    for (const each of this.inputs) each.checked = each.value !== "" && wanted.includes(each.value);
    return wanted.every((each) => this.inputs.some((input) => input.value === each && each !== ""));
  }

  #fillText(answer) {
    const { value, unit } = typeof answer === "object" ? answer : { value: answer };
    this.control.value = String(value);
    if (this.unit && unit) {
      const option = this.#unitOption(unit);
      if (!option) return false;
      this.unit.value = option.value;
    }
    this.#lastUnit = this.unit?.value ?? "";
    if (answer.confirmed) this.#confirmed = this.#now();
    return true;
  }

  #unitOption(unit) {
    return [...this.unit.options].find((each) => each.value === unit || each.dataset.code === unit);
  }

  clear() {
    this.#typed = null;
    this.#confirmed = "";
    for (const each of this.node.querySelectorAll("input")) {
      if (each.type === "text") each.value = "";
      else each.checked = false;
    }
    for (const each of this.node.querySelectorAll("select")) each.selectedIndex = 0;
    this.#lastUnit = this.unit?.value ?? "";
    this.say("");
    this.complain("");
  }

  /** What the reader did to one of the inputs, before the answer is read; returns a note to show, if any. */
  changed(input, words) {
    if (input === this.unit) return this.#convert(words);
    if (input === this.control && this.entry === "text") {
      this.#typed = null;
      this.say("");
      if (this.unknown && input.value) this.unknown.checked = false;
    } else if (input === this.unknown && input.checked && this.entry === "text") {
      this.control.value = "";
      this.#typed = null;
      this.say("");
    } else if (this.kind === "several_of" && input.checked) {
      const alone = input === this.unknown || input === this.none;
      for (const each of this.node.querySelectorAll("input")) {
        if (each !== input && (alone || each === this.unknown || each === this.none)) each.checked = false;
      }
    }
    return null;
  }

  #convert(words) {
    const to = this.unit.selectedOptions[0];
    const from = this.#unitOption(this.#lastUnit) ?? to;
    const text = this.control.value.trim();
    const before = this.#typed ?? { text, unit: from.value };
    this.#lastUnit = to.value;
    this.say("");
    if (!text || from === to) return;
    if (before.unit === to.value) {
      this.control.value = before.text;
      this.#typed = null;
      return;
    }
    const result = convert(before.text, this.#unitOption(before.unit).dataset.factor, to.dataset.factor);
    if (result === null) {
      this.#typed = null;
      this.say(words("not_converted", { unit: to.textContent }));
      return;
    }
    this.#typed = before;
    this.control.value = result;
    const shown = `${before.text} ${this.#unitOption(before.unit).textContent}`;
    const meant = document.createElement("button");
    meant.type = "button";
    meant.className = "net-button";
    meant.dataset.net = "meant";
    meant.textContent = words("meant", { value: `${before.text} ${to.textContent}` });
    this.say(words("converted", { from: shown, to: `${result} ${to.textContent}` }), meant);
  }

  /** The unit was wrong, not the number: take the typed number in the unit that is chosen now. */
  meant() {
    if (this.#typed) this.control.value = this.#typed.text;
    this.#typed = null;
    this.say("");
  }

  confirm() {
    this.#confirmed = this.#now();
  }

  /** Moves a unit that was typed behind the number into the list of units; `read` is what Python understood. */
  settle(read, words) {
    const text = this.control.value.trim();
    if (!this.unit || this.#typed || !read || !/[^\d\s.,+\-−–]/.test(text)) return;
    const options = [...this.unit.options].filter((each) => read.endsWith(each.value));
    const option = options.sort((one, other) => other.value.length - one.value.length)[0];
    const number = option && /^[\d.−-]+/.exec(read)?.[0];
    if (!number) return;
    this.control.value = number;
    this.unit.value = option.value;
    this.#lastUnit = option.value;
    this.say(words("unit_moved", { text, value: `${number} ${option.textContent}` }));
  }

  /** Says something at the field; texts go in as text. */
  say(text, ...more) {
    this.note.replaceChildren();
    if (text) this.note.append(text, ...more.flatMap((each) => [" ", each]));
  }

  /** Shows what is wrong, as HTML that Python escaped, or takes it away. */
  complain(html) {
    if (html === this.#complaint) return;
    this.#complaint = html;
    this.error.innerHTML = html; // drawn by presentation, autoescaped
    for (const each of this.inputs) {
      if (html && each.type === "text") each.setAttribute("aria-invalid", "true");
      else each.removeAttribute("aria-invalid");
    }
    this.node.classList.toggle("net-wrong", Boolean(html));
  }

  get wrong() {
    return this.node.classList.contains("net-wrong");
  }

  /** Whether another answer opens this question. */
  isOpen(fields) {
    const { askedFact, askedOneOf } = this.node.dataset;
    if (!askedFact) return true;
    const answer = fields.get(askedFact)?.answer ?? null;
    const given = Array.isArray(answer) ? answer : [answer];
    return given.some((each) => JSON.parse(askedOneOf).includes(each));
  }

  isUsedBy(variant) {
    const { variants } = this.node.dataset;
    return !variants || variants.split(" ").includes(variant);
  }

  focus() {
    const target = this.inputs.find((each) => each.checked) ?? this.control;
    target.focus({ preventScroll: true });
    this.node.scrollIntoView({ block: "center" });
  }
}
