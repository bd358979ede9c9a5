/**
 * <net-calculator>: progressive enhancement of the form that the build rendered (src/presentation/templates).
 *
 * It sends answers to the desk as JSON, receives a result as JSON and HTML, and patches the page. It knows no rule.
 *
 * HOOKS in the HTML, made by presentation, read here and in form.js, fields.js, panel.js
 *   <net-calculator id data-calculator data-title data-version data-words='{…phrases.SCRIPT_WORDS…}'>
 *     form.net-form                        the answers
 *       select[data-net=variant]           which authority; [data-variant-note=<variant>] its note
 *       button[data-net=compare]           shows every authority's questions and goes to the comparison
 *       .net-section                       hidden while all its fields are
 *       .net-field[data-fact][data-kind=number|choice|yes_no|several_of|date][data-entry=text|select|group]
 *                 [data-asked-fact][data-asked-one-of='["…"]'][data-variants="a b"]
 *         #<element id>-<fact>             the control (of a group its first input); links in results point here
 *         [name=<fact>]                    its input or inputs; value "" says not known
 *         select[data-net=unit]            options with data-factor "884/10" (into the first unit) and data-code (UCUM)
 *         [data-net=unknown], [data-net=none]
 *         [data-net=error], [data-net=note]
 *     [data-net=result]                    patched; data-state=empty|result|problems|failure; aria-busy while it is old
 *     [data-evidence="PR-27 PR-28"]        inside "why": filled from html.evidence when it is opened
 *     [data-net=progress|failure|notice|actions|said|live|bar|by-hand|printed-on]
 *     button[data-net=copy|print|link|save-case|save-csv|restart|stop]; [data-needs=result] only beside a result
 *     textarea[data-net=open-from], button[data-net=open-text], input[data-net=open-file]   a case from outside
 *   button[data-net-load=<calculator>][data-answers='{"name","variant","answers"}']   worked examples, anywhere on the page
 *   in field errors: button[data-net=confirm], button[data-net=suggestion][data-value][data-unit]
 *   in field notes:  button[data-net=meant]
 *   .net-js is shown with this script only, .net-nojs without it only (see net-guide.css)
 *
 * EVENT "net-judged" (bubbles) after each response is on the page; detail {state: "result"|"problems"|"failure"}.
 */

import { printSheet, today } from "./actions.js";
import { keep, takeBack } from "./back.js";
import { CasePanel } from "./case-panel.js";
import { thisCase } from "./case.js";
import { desk } from "./desk.js";
import { Form } from "./form.js";
import { onIntent } from "./intent.js";
import { Opening } from "./opening.js";
import { Outputs } from "./outputs.js";
import { Panel } from "./panel.js";
import { Sheet } from "./sheet.js";
import { FAILURES } from "./words.js";

class Calculator extends HTMLElement {
  #panel;
  #case;
  #opening;
  #outputs;
  #sheet = null; // on the page of the tumour-board sheet
  #form;
  #leave;
  #serial = 0; // the newest question; an answer to an older one is not shown
  #last = 0; // the one that was open when the reader left
  #response = null;
  #path = "";
  #words = {};
  #due = false; // whether a judgement is about to be asked for
  #pressed = false; // while a button of the mouse is down nothing may move away from under it

  connectedCallback() {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.#words = JSON.parse(this.dataset.words);
    this.#path = location.pathname;
    this.#form = new Form(this, { signal });
    const form = this.#form.node;
    this.#panel = new Panel(this, { signal, wanted: () => this.#fetchEvidence() });
    if ("sheet" in this.dataset) this.#sheet = new Sheet(this, { request: () => this.#request(), signal });
    this.#case = new CasePanel(this, {
      fields: this.#form.fields,
      signal,
      origin: { calculator: this.dataset.calculator, title: this.dataset.title, path: this.#path },
      whole: this.#sheet !== null,
      then: () => this.#taken(),
    });
    const say = (name, values) => this.#say(name, values);
    this.#outputs = new Outputs(this, { request: () => this.#request(), tell: (text) => this.#panel.tell(text), say });
    this.#opening = new Opening(this, { then: (opened) => this.#opened(opened), fail: (response) => this.#show(response), say });
    form.addEventListener("input", (event) => this.#input(event.target), { signal });
    form.addEventListener("change", (event) => this.#settle(event.target), { signal });
    form.addEventListener("focusout", () => this.#pressed || this.#form.complain(), { signal });
    this.addEventListener("pointerdown", () => (this.#pressed = true), { signal });
    for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => this.#release(), { signal });
    form.addEventListener("focusin", (event) => this.#uncover(event.target), { signal });
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    document.addEventListener("click", (event) => this.#load(event), { signal });
    addEventListener("hashchange", () => this.#opening.fromAddress(), { signal });
    this.querySelector("[data-net=open-file]")?.addEventListener("change", ({ target }) => this.#openFile(target), { signal });
    addEventListener("beforeprint", () => this.#beforePrint(), { signal });
    for (const kind of ["progress", "ready", "failed"]) {
      desk.addEventListener(kind, (event) => this.#hear(kind, event.detail), { signal });
    }
    onIntent(this, form, () => desk.stopped || desk.start(), signal);
    this.#panel.showProgress(desk.state, desk.progress);
    this.#begin();
  }

  disconnectedCallback() {
    keep(this.id, this.#path, { variant: this.#variant, answers: this.#form.answers });
    this.#leave.abort();
    this.#last = this.#serial;
    this.#serial += 1;
  }

  /** What was typed before this script came is kept; a reload, which browsers like to refill, starts empty. */
  #begin() {
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type === "reload" && !navigator.userActivation?.hasBeenActive) this.#form.node.reset();
    const kept = takeBack(this.id);
    if (this.#opening.fromAddress({ alsoOthers: true })) return;
    if (kept) this.#form.fill(kept.variant, Object.entries(kept.answers));
    if (this.#sheet) this.#case.fillAll();
    this.#taken();
  }

  /** Answers were filled in or taken away by something other than the reader's typing. */
  #taken() {
    this.#form.refresh();
    this.#judge();
  }

  #say(name, values = {}) {
    return this.#words[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }

  get #variant() {
    return this.#form.variant?.value ?? null;
  }

  // Entering

  #input(target) {
    this.#panel.tellAbove([]);
    this.#form.around(target)?.changed(target, (name, values) => this.#say(name, values));
    this.#judgeOnce();
  }

  /** Judges after the last of several answers that come together (a form that is filled in by a browser or a script). */
  #judgeOnce() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (!this.isConnected) return;
      this.#form.refresh();
      this.#judge();
    });
  }

  /** A text was finished: a unit typed behind its number moves into the list beside it. */
  #settle(target) {
    const field = this.#form.around(target);
    if (field && target === field.control) {
      field.settle(this.#response?.read?.[field.fact], (name, values) => this.#say(name, values));
    }
  }

  // Judging

  #request() {
    return {
      calculator: this.dataset.calculator,
      variant: this.#variant,
      element: this.id,
      answers: this.#form.answers,
      ...(this.#sheet ? { sheet: true } : {}),
    };
  }

  async #judge() {
    const serial = (this.#serial += 1);
    this.#outputs.hideCode();
    if (this.#form.isEmpty) {
      this.#response = null;
      this.#complain();
      this.#panel.clear();
      this.#sheet?.hide();
      this.#case.tellEmpty();
      return;
    }
    this.#panel.busy();
    this.#sheet?.stale();
    const answers = this.#form.answers;
    const { patient } = thisCase;
    const response = await desk.ask({ ...this.#request(), brief: true }, { key: this });
    if (response.superseded) return;
    if (serial !== this.#serial) {
      // The reader went on before this came: what was entered last goes along, unless it is another patient by now.
      if (serial === this.#last && response.result && patient === thisCase.patient) {
        this.#case.tell(answers, response);
        thisCase.bring(Object.keys(answers));
      }
      return;
    }
    this.#response = response.failure ? null : response;
    if (response.result) this.#case.tell(answers, response);
    this.#show(response);
    this.#fetchEvidence();
  }

  /** What stands under "why" is asked for once the result is there: no reader opens one before they have seen it. */
  async #fetchEvidence() {
    const records = this.#panel.lacking;
    if (records.length === 0) return;
    const request = { calculator: this.dataset.calculator, want: "evidence", records };
    const { evidence, failure, detail } = await desk.ask(request, { key: `${this.id} evidence` });
    if (detail) console.error(detail);
    if (evidence) this.#panel.bring(records, evidence);
    else if (failure) this.#panel.lack(failure);
  }

  #show(response) {
    let state = "result";
    if (!response.result) this.#sheet?.hide();
    if (response.failure) {
      state = "failure";
      if (response.detail) console.error(response.detail);
      this.#panel.fail(response.failure, () => this.#retry(), this.#say("retry"));
    } else if (response.result) {
      this.#panel.show(response);
      this.#sheet?.follow();
    } else {
      state = "problems";
      this.#panel.showProblems(response);
    }
    this.#complain();
    this.#form.note(response.notes ?? []);
    this.dispatchEvent(new CustomEvent("net-judged", { bubbles: true, detail: { state } }));
  }

  /** Stops the loading; what is entered stays, and nothing is loaded again before the reader asks for it. */
  #stop() {
    this.#serial += 1; // what was asked before is answered by the line below
    desk.cancel();
    this.#panel.fail(FAILURES.cancelled, () => this.#retry(), this.#say("retry"));
    this.#panel.failure.querySelector("button").focus();
  }

  #retry() {
    desk.start();
    this.#panel.fail("", () => this.#retry(), this.#say("retry"));
    if (this.#opening.waits) this.#opening.again();
    else this.#judge();
  }

  #complain() {
    this.#form.complain(this.#response?.html.fields ?? {});
  }

  #release() {
    if (!this.#pressed) return;
    this.#pressed = false;
    setTimeout(() => this.isConnected && this.#complain()); // after the click
  }

  #hear(kind, detail) {
    this.#panel.showProgress(desk.state, detail);
    if (kind === "failed" && this.#form.isEmpty) this.#panel.fail(detail.words, () => this.#retry(), this.#say("retry"));
  }

  // Acting

  async #submit(event) {
    event.preventDefault();
    const asked = this.#judge();
    this.#panel.focus();
    await asked;
  }

  #click(event) {
    const link = event.target.closest("a[href]");
    if (link?.hash && link.pathname === location.pathname) this.#follow(event, link);
    const button = event.target.closest("button[data-net]");
    if (!button) return;
    const field = this.#form.around(button);
    const act = {
      confirm: () => this.#change(field, () => field.confirm()),
      suggestion: () => this.#change(field, () => field.fill({ value: button.dataset.value, unit: button.dataset.unit })),
      meant: () => this.#change(field, () => field.meant()),
      compare: () => this.#compare(button),
      copy: () => this.#outputs.copy(this.#sheet ? this.#sheet.text("text") : this.#outputs.text("text"), "copied", "copy_by_hand"),
      "copy-requests": () => this.#outputs.copy(this.#sheet.text("requests"), "requests_copied", "copy_by_hand"),
      "use-derived": () => this.#change(this.#form.fields.get(button.dataset.fact), () => this.#form.fields.get(button.dataset.fact).clear()),
      link: () => this.#outputs.copyLink(),
      qr: () => this.#outputs.showCode(button),
      "save-case": () => this.#outputs.save("case"),
      "save-csv": () => this.#outputs.save("csv"),
      "open-text": () => this.#openText(),
      print: () => printSheet(this),
      restart: () => this.#restart(),
      stop: () => this.#stop(),
    }[button.dataset.net];
    act?.();
  }

  #change(field, change) {
    change();
    field.control.focus();
    this.#form.refresh();
    this.#judge();
  }

  /** Links inside a result lead to a field, the bar on a phone to the result. */
  #follow(event, link) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || !this.contains(target)) return;
    event.preventDefault();
    event.stopPropagation(); // instant navigation would make a page of it
    const field = this.#form.around(target);
    if (!field) return this.#panel.focus();
    field.node.hidden = false;
    field.node.closest(".net-section").hidden = false;
    field.focus();
  }

  #compare(button) {
    const on = this.classList.toggle("net-comparing");
    button.setAttribute("aria-pressed", String(on));
    this.#form.refresh();
    if (on) this.querySelector(`#${CSS.escape(this.id)}-authorities`)?.scrollIntoView({ block: "nearest" });
  }

  #restart() {
    this.#form.clear();
    this.#panel.tellAbove([]);
    this.#form.refresh();
    this.#judge();
    this.#panel.tell(this.#say("restarted"));
    this.#form.firstShown?.focus();
  }

  // Filling

  #load(event) {
    const button = event.target.closest?.("button[data-net-load]");
    if (button?.dataset.netLoad !== this.dataset.calculator) return;
    const page = button.closest(".kit-page") ?? document; // in the kit several pages have the same form
    const own = button.closest("net-calculator") ?? page.querySelector(`net-calculator[data-calculator="${CSS.escape(button.dataset.netLoad)}"]`);
    if (own !== this) return;
    const { name, variant, answers } = JSON.parse(button.dataset.answers);
    thisCase.clear(); // another patient
    this.#form.fill(variant, Object.entries(answers));
    this.#form.refresh();
    this.#judge();
    this.#panel.tellAbove([this.#say("loaded_example", { name })]);
    this.#panel.focus();
  }

  /** A case came in: it is another patient, and takes the place of what was here. */
  #opened({ answers, variant, said }) {
    if (!answers) return this.#refused(said);
    const replaced = thisCase.given.size > 0;
    thisCase.clear();
    this.#form.fill(variant, Object.entries(answers));
    this.#taken();
    this.#panel.tellAbove([`${this.#say("opened")}${replaced ? ` ${this.#say("replaced")}` : ""}`, ...said]);
    this.scrollIntoView({ block: "start" });
    return undefined;
  }

  /** What is on the screen stays. */
  #refused(said) {
    this.#taken();
    this.#panel.tellAbove(said);
    this.#panel.notice.scrollIntoView({ block: "nearest" });
  }

  #openText() {
    const text = this.querySelector("[data-net=open-from]");
    if (text.value.trim()) this.#opening.open(text.value);
    text.value = "";
  }

  #openFile(input) {
    if (input.files.length > 0) this.#opening.file(input.files[0]);
    input.value = ""; // the same file can be chosen again, and nothing of it stays here
  }

  // Seeing

  /** The bar at the bottom of a phone never lies over the field that has the focus. */
  #uncover(target) {
    const { bar } = this.#panel;
    if (bar.hidden || bar.offsetHeight === 0) return;
    const hidden = target.getBoundingClientRect().bottom + 12 - bar.getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden });
  }

  #beforePrint() {
    this.querySelector("[data-net=printed-on]").textContent = this.#say("printed", { date: today() });
  }
}

if (!customElements.get("net-calculator")) customElements.define("net-calculator", Calculator);
