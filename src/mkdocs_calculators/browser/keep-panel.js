/**
 * <net-keep>: the button "Keep for offline reading", with what comes after it; on the page about the offline copy.
 * <net-keep data-news>: the same as a bar on any page, there only while a newer version than the kept one is on the server.
 *
 * It says on each press what will be done, shows bytes while it is done, and changes nothing that is kept by itself.
 */

import { Keep } from "./keep.js";
import { KEEP } from "./words.js";

/* global RUNTIME_MANIFEST -- replaced by the build */
const SERVED = RUNTIME_MANIFEST.transport === "files";
const HOME = new URL("../../", document.currentScript?.src || document.baseURI); // of assets/open-net-guide/net-guide.js

const millions = (bytes) => (bytes / 1e6).toFixed(1);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

function made(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

class KeepPanel extends HTMLElement {
  #keep = new Keep(HOME);
  #shown = null;
  #abort = null;
  #newer = null; // note of what is on the server, when it is not what is kept

  connectedCallback() {
    if (this.#shown) return; // moved, not new
    this.classList.add("net");
    this.#shown = made("div", { className: "net-keep" });
    this.#shown.setAttribute("role", "status");
    this.replaceChildren(this.#shown);
    this.#look();
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }

  get #isBar() {
    return "news" in this.dataset;
  }

  async #look(said = "") {
    try {
      const reason = SERVED ? this.#keep.impossible : "file";
      if (reason) return this.#draw(KEEP.failures[reason]);
      const { kept, begun } = await this.#keep.state();
      if (this.#isBar && !kept) return this.#draw();
      const offered = await this.#offered(kept);
      this.#newer = offered && offered.version !== kept?.version ? offered : null;
      if (kept) this.#drawKept(kept, said);
      else this.#drawOffer(offered, begun, said);
    } catch (error) {
      this.#fail(error, () => this.#look());
    }
  }

  /** Without a network there is no news: for a kept guide that is what it is for, and no failure. */
  async #offered(kept) {
    if (kept && navigator.onLine === false) return null;
    try {
      return await this.#keep.offered();
    } catch (error) {
      if (kept) return null;
      throw error;
    }
  }

  #drawOffer(note, begun, said) {
    const button = this.#button(KEEP.offer, () => this.#fill(note), "net-button-first");
    this.#draw(said, filled(KEEP.offer_note, { size: millions(note.size) }), begun ? KEEP.begun : "", [
      button,
      ...(begun ? [this.#button(KEEP.remove, () => this.#remove())] : []),
    ]);
  }

  #drawKept(kept, said) {
    const values = { ...kept, size: millions(kept.size) };
    const change = this.#newer ? [this.#button(KEEP.switch, () => this.#fill(this.#newer), "net-button-first")] : [];
    const news = this.#newer ? filled(KEEP.news, values) : "";
    if (this.#isBar) this.#draw(news, news ? [...change, this.#button(KEEP.later, () => this.remove())] : []);
    else this.#draw(said, filled(KEEP.kept, values), news, [...change, this.#button(KEEP.remove, () => this.#remove())]);
  }

  async #fill(note) {
    const changes = this.#newer && (await this.#keep.state()).kept;
    this.#abort = new AbortController();
    const line = made("progress", { max: 1, value: 0 });
    const words = made("span", { className: "net-quiet" });
    const stop = this.#button(KEEP.stop, () => this.#abort.abort());
    this.#draw(made("div", { className: "net-progress" }, line, " ", words), [stop]);
    this.#shown.setAttribute("aria-live", "off"); // a line that moves all the time is not read out
    stop.focus();
    const onProgress = ({ bytes, size, files, of }) => {
      line.max = size || 1;
      line.value = bytes;
      words.textContent = filled(KEEP.progress, { bytes: millions(bytes), size: millions(size), files, of });
    };
    try {
      await this.#keep.fill(note, onProgress, this.#abort.signal);
      this.#newer = null;
      if (changes) this.#draw(KEEP.switched, [this.#button(KEEP.reload, () => location.reload(), "net-button-first")]);
      else await this.#look(KEEP.kept_just_now);
    } catch (error) {
      if (!this.isConnected) return; // the reader went to another page: what has arrived is used next time
      if (error.name === "AbortError") await this.#stopped();
      else this.#fail(error, () => this.#fill(note));
    }
    this.#shown.querySelector("button")?.focus();
  }

  async #stopped() {
    try {
      await this.#keep.abandon();
      await this.#look();
    } catch (error) {
      this.#fail(error, () => this.#stopped());
    }
  }

  async #remove() {
    try {
      await this.#keep.remove();
      this.#newer = null;
      await this.#look(KEEP.removed);
    } catch (error) {
      this.#fail(error, () => this.#remove());
    }
    this.#shown.querySelector("button")?.focus();
  }

  #fail(error, again) {
    console.debug(`[keep] ${error.stack ?? error}`);
    const words = KEEP.failures[error.reason] ?? KEEP.failures.unknown;
    this.#draw(words, error.reason === "not_offered" ? [] : [this.#button(KEEP.again, again)]);
  }

  /** Texts become paragraphs, a list of buttons a row; empty ones are left out. Without any of them nothing is seen. */
  #draw(...parts) {
    const nodes = parts
      .filter((part) => part && part.length !== 0)
      .map((part) => {
        if (Array.isArray(part)) return made("p", { className: "net-keep-buttons" }, ...part);
        return part instanceof Node ? part : made("p", { textContent: part });
      });
    this.#shown.removeAttribute("aria-live");
    this.#shown.replaceChildren(...nodes);
    this.hidden = nodes.length === 0;
  }

  #button(words, act, extra = "") {
    const button = made("button", { type: "button", className: `net-button ${extra}`.trim(), textContent: words });
    button.addEventListener("click", act);
    return button;
  }
}

customElements.define("net-keep", KeepPanel);

/** A reader of a kept guide hears of a newer one; nobody else causes a request by this. */
if (SERVED && navigator.serviceWorker?.controller?.scriptURL === new URL("service-worker.js", HOME).href) {
  const bar = document.createElement("net-keep");
  bar.dataset.news = "";
  const show = () => document.querySelector("net-keep:not([data-news])") ?? document.body.append(bar);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", show, { once: true });
  else show();
}
