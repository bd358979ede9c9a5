/**
 * The case panel of one calculator: everything entered in this tab, with its origin; fill in, edit, remove, clear.
 *
 * Offers are never taken by themselves, except on the board's sheet, whose form is the case. Texts go in as text.
 */

import { thisCase } from "./case.js";
import { crossing, forgets } from "./crossing.js";
import { KeptPanel } from "./kept-case.js";
import { hide, write } from "./write.js";

function node(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export class CasePanel {
  /** @param fields Map of fact to Field; @param whole whether this form is the case; @param then called after it filled in or emptied something */
  constructor(root, { fields, signal, origin, whole, then }) {
    this.root = root.querySelector("[data-net=case]");
    this.words = JSON.parse(this.root.dataset.words);
    this.fields = fields;
    this.origin = origin;
    this.whole = whole;
    this.then = then;
    this.mine = new Set(); // facts that this form answers for: entered here, or taken from the case
    this.count = this.#part("case-count");
    this.rows = this.#part("case-rows");
    this.differs = this.#part("case-differs");
    this.fillButton = this.#part("case-fill");
    this.fillButton.addEventListener("click", () => this.fill(this.#offered()), { signal });
    this.#part("case-clear").addEventListener("click", () => thisCase.clear(), { signal });
    this.root.addEventListener("toggle", () => this.draw(), { signal });
    this.rows.addEventListener("click", (event) => this.#click(event), { signal });
    thisCase.addEventListener("changed", ({ detail }) => this.#changed(detail), { signal });
    this.kept = new KeptPanel(this.#part("case-kept"), {
      signal,
      say: (name, values) => this.#say(name, values),
      count: (number) => this.#counted(number),
      given: () => thisCase.given,
      open: (entries) => this.#openKept(entries),
    });
    this.#offerAddress(signal);
    this.draw();
  }

  /** Where the next page would begin with an empty case, the reader may let it go along in the address. */
  #offerAddress(signal) {
    const box = this.#part("case-along");
    if (!forgets || this.root.closest(".kit-page")) return; // the kit is one file
    box.closest("p").hidden = false;
    box.checked = crossing.inAddress;
    box.addEventListener("change", () => (crossing.inAddress = box.checked), { signal });
  }

  #openKept(entries) {
    thisCase.replace(entries);
    this.fillAll();
  }

  #counted(number) {
    return number === 0 ? this.words.count_none : number === 1 ? this.words.count_one : this.#say("count_many", { count: number });
  }

  #part(name) {
    return this.root.parentElement.querySelector(`[data-net="${name}"]`);
  }

  #say(name, values) {
    return this.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }

  /** What the form holds and what came of it. */
  tell(answers, response) {
    const differs = thisCase.tell(this.origin, answers, this.mine, response.read, (fact) => this.fields.get(fact).label);
    for (const [fact, answer] of Object.entries(answers)) if (answer !== null) this.mine.add(fact);
    thisCase.tellWorked(this.origin, response.result.worked_out ?? []);
    if (differs.length > 0) {
      this.differs.textContent = differs.map((each) => this.#say("differs", each)).join(" ");
    }
    this.draw();
  }

  /** Nothing is answered any more: what this form answered for is taken back. */
  tellEmpty() {
    for (const fact of this.mine) thisCase.remove(fact, this);
    this.mine.clear();
    thisCase.tellWorked(this.origin, []);
  }

  #offered() {
    const facts = [...thisCase.given.keys(), ...[...thisCase.worked].filter(([, each]) => this.#cannotWorkOut(each)).map(([fact]) => fact)];
    return [...new Set(facts)].filter((fact) => this.fields.get(fact)?.answer === null);
  }

  /** A value is not offered to a form that asks for everything it comes from: that form works it out itself. */
  #cannotWorkOut({ from }) {
    return !from.every((fact) => this.fields.has(fact));
  }

  /** Fills these facts from the case; what was entered comes before what was worked out. */
  fill(facts) {
    for (const fact of facts) {
      const entry = thisCase.given.get(fact) ?? thisCase.worked.get(fact);
      this.#fillOne(fact, entry);
    }
    if (facts.length > 0) this.then(facts);
    this.draw();
  }

  #fillOne(fact, entry) {
    const field = this.fields.get(fact);
    if (!field.fill(entry.answer)) return;
    this.mine.add(fact);
    if (entry.calculator !== this.origin.calculator) field.say(this.#say("note", { title: this.#origin(fact, entry) }));
  }

  fillAll() {
    this.fill(this.#offered());
  }

  #origin(fact, entry) {
    return this.#say(thisCase.given.get(fact) === entry ? "origin" : "worked_out", entry);
  }

  #changed({ cleared, removed, by, came }) {
    if (cleared || (removed && by !== this)) {
      const gone = cleared ? [...this.fields.keys()] : [removed];
      for (const fact of gone) {
        this.fields.get(fact)?.clear();
        this.mine.delete(fact);
      }
      if (cleared) this.differs.textContent = "";
      this.then(gone);
    }
    if (this.whole && came) this.fill(this.#offered().filter((fact) => came.includes(fact)));
    // A sheet that waits on a hidden page of the kit is the case as well.
    if (this.whole && this.root.closest("[hidden]")) this.fillAll();
    this.draw();
  }

  #click(event) {
    const button = event.target.closest("button[data-case]");
    if (!button) return;
    const { fact } = button.closest("[data-fact]").dataset;
    const act = button.dataset.case;
    if (act === "remove") {
      thisCase.remove(fact);
      this.#draw();
      (this.rows.querySelector("button") ?? this.root.querySelector("summary")).focus();
    } else if (act === "edit") {
      this.fields.get(fact).node.hidden = false;
      this.fields.get(fact).focus();
    } else {
      this.#fillOne(fact, (act === "given" ? thisCase.given : thisCase.worked).get(fact));
      this.then([fact]);
      this.draw();
    }
  }

  /** Draws once after everything that belongs together, and the rows only where they are seen. */
  draw() {
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      if (this.root.isConnected) this.#draw();
    });
  }

  #draw() {
    const facts = new Set([...thisCase.given.keys(), ...[...thisCase.worked].filter(([, each]) => this.#cannotWorkOut(each)).map(([fact]) => fact)]);
    hide(this.root, false); // from the beginning: what appears later would move the form under the reader's hand
    this.kept.draw();
    write(this.count, this.#counted(facts.size) + this.kept.inShort);
    const offered = this.#offered();
    hide(this.fillButton, offered.length === 0);
    write(this.fillButton, this.#say("fill", { count: this.#counted(offered.length) }));
    if (!this.root.open) return;
    const focused = document.activeElement?.closest?.("[data-fact]")?.dataset.fact;
    const inside = this.rows.contains(document.activeElement);
    this.rows.replaceChildren(...[...facts].map((fact) => this.#row(fact, offered.includes(fact))));
    if (inside) (this.rows.querySelector(`[data-fact="${CSS.escape(focused)}"] button`) ?? this.root.querySelector("summary")).focus();
  }

  /** One fact: what was entered and what was worked out, both where they differ, and what can be done with it. */
  #row(fact, offered) {
    const row = node("li", "", { "data-fact": fact });
    const given = thisCase.given.get(fact);
    const worked = thisCase.worked.get(fact);
    const both = given && worked && given.shown !== worked.shown;
    for (const [kind, entry] of [["given", given], ["worked", both || !given ? worked : null]]) {
      if (!entry) continue;
      const place = node("span", "");
      const button = (act, text) => {
        const made = node("button", text, { type: "button", class: "net-button", "data-case": act });
        made.append(node("span", `: ${entry.label} ${entry.shown}`, { class: "net-sr" }));
        return made;
      };
      place.append(node("span", `${entry.label} `), node("strong", entry.shown), " ");
      const said = node("span", `(${this.#say(kind === "given" ? "origin" : "worked_out", entry)}) `, { class: "net-quiet" });
      place.append(said);
      if (offered || (both && this.fields.has(fact))) place.append(button(kind, this.words.fill_one), " ");
      else if (kind === "given" && this.fields.has(fact)) place.append(button("edit", this.words.edit), " ");
      else if (kind === "given" && entry.path !== location.pathname) {
        place.append(node("a", this.words.edit, { href: entry.path, "aria-label": `${this.words.edit}: ${entry.label}` }), " ");
      }
      if (kind === "given") place.append(button("remove", this.words.remove));
      row.append(place);
    }
    return row;
  }
}
