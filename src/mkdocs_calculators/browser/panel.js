/**
 * The result side of a calculator: what belongs to the answers on the screen, or nothing.
 *
 * Results arrive as HTML that Python drew and escaped; Idiomorph patches it in, so that focus, scroll and open details
 * survive. Everything else that is shown here goes in as text.
 */

import { Idiomorph } from "idiomorph";
import { hide, write } from "./write.js";

const SLOW = 3000; // milliseconds of loading after which it can be stopped; before, a button would only flash
const QUIET_FOR = 700; // milliseconds without a new headline before it is read out

/** Each evidence record as HTML, by its id: it comes once, after the first result, and stands in "why" once that is opened. */
const evidence = new Map();

const isPlace = (node) => node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-evidence");

const MORPH = {
  morphStyle: "innerHTML",
  callbacks: {
    // What is equal needs no walk through its children, which is most of a long result; evidence in place stays.
    beforeNodeMorphed: (old, wanted) =>
      !old.isEqualNode(wanted) && !(isPlace(old) && isPlace(wanted) && old.dataset.evidence === wanted.dataset.evidence),
    // The reader opened it: the next result leaves it open.
    beforeAttributeUpdated: (name, node) => !(node.nodeName === "DETAILS" && (name === "open" || name === "data-opened")),
  },
};

/** What Python drew, as nodes. A template costs a fraction of the whole document that Idiomorph would make of a text. */
function nodesOf(html) {
  const template = document.createElement("template");
  template.innerHTML = html; // drawn by presentation, autoescaped
  return [...template.content.childNodes];
}

export class Panel {
  #shown = ""; // the HTML of the result that is on the page
  #barred = ""; // that of the bar
  #empty;
  #said = "";
  #timer = 0;
  #slow = 0;
  #inView;

  /** @param wanted called when a reader opens a "why": its evidence may not have come */
  constructor(root, { signal, wanted }) {
    const part = (name) => root.querySelector(`[data-net="${name}"]`);
    this.result = part("result");
    this.actions = part("actions");
    this.progress = part("progress");
    this.stop = part("stop");
    this.failure = part("failure");
    this.notice = part("notice");
    this.bar = part("bar");
    this.live = part("live");
    this.said = part("said");
    const opened = ({ target }) => {
      this.#place(target);
      if (target.open) wanted();
    };
    this.result.addEventListener("toggle", opened, { capture: true, signal });
    this.#empty = [...this.result.childNodes].map((each) => each.cloneNode(true));
    // The bar is of use while the form is on the screen and its result is not.
    const seen = new Map();
    this.#inView = new IntersectionObserver(
      (entries) => {
        for (const each of entries) seen.set(each.target, each.isIntersecting);
        this.bar.classList.toggle("net-out-of-the-way", seen.get(this.result) || !seen.get(root.querySelector(".net-form")));
      },
      { rootMargin: "0px 0px -20% 0px" },
    );
    this.#inView.observe(this.result);
    this.#inView.observe(root.querySelector(".net-form"));
    signal.addEventListener("abort", () => {
      this.#inView.disconnect();
      clearTimeout(this.#timer);
      clearTimeout(this.#slow);
    });
  }

  /** Nothing is answered. */
  clear() {
    this.#shown = "";
    this.result.replaceChildren(...this.#empty.map((each) => each.cloneNode(true)));
    this.#settle("empty");
    this.bar.hidden = true;
    this.#announce("");
  }

  /** What is shown is no longer what is entered. */
  busy() {
    this.result.setAttribute("aria-busy", "true");
    this.bar.setAttribute("aria-busy", "true");
    write(this.said, "");
  }

  show(response) {
    this.#draw(response.html.result);
    this.#placeAll();
    this.#settle("result");
    this.#top(response.html.headline);
    this.#announce(response.result.headline.text);
  }

  /** The ids of the records that the result cites and that have not come yet. */
  get lacking() {
    const cited = [...this.result.querySelectorAll("[data-evidence]")].flatMap((each) => each.dataset.evidence.split(" "));
    return [...new Set(cited)].filter((id) => id && !evidence.has(id));
  }

  /**
   * @param {string[]} ids   the records that were asked for
   * @param records          HTML by id; drawn by presentation, autoescaped
   */
  bring(ids, records) {
    for (const id of ids) evidence.set(id, records[id] ?? "");
    this.#placeAll();
  }

  /** Says where evidence should stand that it did not come, and why. */
  lack(words) {
    for (const place of this.result.querySelectorAll("details[open] [data-evidence]:empty")) {
      place.dataset.lacks = "";
      place.textContent = words;
    }
  }

  #placeAll() {
    for (const each of this.result.querySelectorAll("details[open]")) this.#place(each);
  }

  /** The bar; its HTML was drawn by presentation, autoescaped. */
  #top(html) {
    if (html !== this.#barred) this.bar.innerHTML = html;
    this.#barred = html;
    hide(this.bar, false);
  }

  #draw(html) {
    if (html !== this.#shown) Idiomorph.morph(this.result, nodesOf(html), MORPH);
    this.#shown = html;
  }

  /** Puts the evidence into what was opened, where all of it is here: a part of it would look like the whole. */
  #place(details) {
    for (const place of details.open ? details.querySelectorAll("[data-evidence]:is(:empty, [data-lacks])") : []) {
      const records = place.dataset.evidence.split(" ").map((id) => evidence.get(id));
      if (place.closest("details") !== details || records.includes(undefined)) continue;
      delete place.dataset.lacks;
      place.innerHTML = records.join(""); // drawn by presentation, autoescaped
    }
  }

  showProblems(response) {
    this.#draw(response.html.result);
    this.#settle("problems");
    const title = this.result.querySelector(".net-summary-title").textContent.trim();
    this.#barred = "";
    write(this.bar, title);
    hide(this.bar, false);
    this.#announce(title);
  }

  /** Says in words why there is no result, with a button to try again. */
  fail(text, retry, label) {
    this.#shown = "";
    this.result.replaceChildren();
    this.#settle("failure");
    this.bar.hidden = true;
    this.progress.hidden = true;
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "net-button";
    button.textContent = label;
    button.addEventListener("click", retry);
    this.failure.replaceChildren(paragraph, button);
  }

  #settle(state) {
    if (this.result.dataset.state !== state) this.result.dataset.state = state;
    this.result.removeAttribute("aria-busy");
    this.bar.removeAttribute("aria-busy");
    for (const each of this.actions.querySelectorAll("[data-needs=result]")) hide(each, state !== "result");
    hide(this.actions, state === "empty");
    if (state !== "failure") this.failure.replaceChildren();
  }


  showProgress(state, { words, received, total }) {
    const loading = state === "starting";
    this.progress.hidden = !loading;
    if (!loading) {
      clearTimeout(this.#slow);
      this.#slow = 0;
      this.stop.hidden = true;
    } else if (!this.#slow) {
      this.#slow = setTimeout(() => (this.stop.hidden = false), SLOW);
    }
    const line = this.progress.querySelector("progress");
    line.max = total || 1;
    line.value = received;
    this.progress.querySelector("[data-net=progress-words]").textContent = words;
  }

  tell(text) {
    this.said.textContent = text;
  }

  tellAbove(lines) {
    this.notice.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }

  #announce(text) {
    clearTimeout(this.#timer);
    if (text === this.#said) return;
    this.#timer = setTimeout(() => {
      this.#said = text;
      this.live.textContent = text;
    }, QUIET_FOR);
  }

  focus() {
    this.result.focus({ preventScroll: true });
    this.result.closest(".net-panel").scrollIntoView({ block: "start" });
  }
}
