/**
 * What the tumour-board sheet has beyond a calculator's result: what would change it, one number swept, the request list.
 *
 * These take longer to work out than the sheet itself, so they are asked for once the reader rests, and what is shown
 * of an older case is dimmed until then.
 */

import { Idiomorph } from "idiomorph";

import { thisCase } from "./case.js";
import { desk } from "./desk.js";

const REST = 600; // milliseconds without another answer: what is asked then keeps the next answer waiting

export class Sheet {
  #request;
  #timer = 0;
  #serial = 0;

  /** @param request returns the newest request of the calculator */
  constructor(root, { request, signal }) {
    this.root = root.querySelector("[data-net=sheet-more]");
    this.more = root.querySelector("[data-net=more]");
    this.select = root.querySelector("[data-net=sweep]");
    this.strip = root.querySelector("[data-net=sweep-place]");
    this.#request = request;
    this.select.addEventListener("change", () => this.#sweep(), { signal });
    this.more.addEventListener("click", (event) => this.#pairs(event.target.closest("[data-net=pairs]")), { signal });
    signal.addEventListener("abort", () => this.stale());
  }

  /** What is shown belongs to other answers than those on the screen. */
  stale() {
    clearTimeout(this.#timer);
    this.#serial += 1;
    this.root.setAttribute("aria-busy", "true");
  }

  hide() {
    this.stale();
    this.root.hidden = true;
    this.more.replaceChildren();
    this.strip.replaceChildren();
    this.select.selectedIndex = 0;
  }

  /** The sheet itself is on the screen. */
  follow() {
    this.stale();
    this.#timer = setTimeout(() => this.#ask(), REST);
  }

  async #ask() {
    const serial = this.#serial;
    const response = await this.ask("more", { others: thisCase.byCalculator(this.#request().calculator) });
    if (serial !== this.#serial || response.html === undefined) return;
    Idiomorph.morph(this.more, response.html, { morphStyle: "innerHTML" }); // drawn by presentation, autoescaped
    this.root.hidden = false;
    await this.#sweep();
    if (serial === this.#serial) this.root.removeAttribute("aria-busy");
  }

  async #sweep() {
    const serial = this.#serial;
    const fact = this.select.value;
    if (!fact) return this.strip.replaceChildren();
    const response = await this.ask("sweep", { fact });
    if (serial !== this.#serial || response.html === undefined) return undefined;
    return Idiomorph.morph(this.strip, response.html, { morphStyle: "innerHTML" }); // drawn by presentation, autoescaped
  }

  /** Two answers together: looked for when the reader asks, one treatment at a time. */
  async #pairs(button) {
    if (!button) return;
    const serial = this.#serial;
    const place = button.parentElement.querySelector("[data-net=pairs-place]");
    const response = await this.ask("pairs", { entry: button.dataset.entry });
    if (serial !== this.#serial || response.html === undefined) return;
    button.setAttribute("aria-expanded", "true");
    place.innerHTML = response.html; // drawn by presentation, autoescaped
  }

  async ask(want, more = {}) {
    const response = await desk.ask({ ...this.#request(), ...more, want }, { key: `${this.#request().element} ${want}` });
    if (response.failure && response.detail) console.error(response.detail);
    return response;
  }

  async text(want) {
    const response = await this.ask(want, { others: thisCase.byCalculator(this.#request().calculator) });
    if (!response.text) throw new Error(response.failure ?? "");
    return response.text;
  }
}
