/**
 * A case that comes in: from a link in the address, pasted text or a file.
 *
 * Python reads it, one answer at a time and like the form (presentation/links.py, case_files.py); what it cannot read
 * is listed and stays unanswered. Until it has been read the form stays as it is.
 */

import { desk } from "./desk.js";
import { linkedCalculator } from "./link.js";

const LARGEST = 1_000_000; // characters, as in presentation/case_files.py: what is larger is not even handed over

export class Opening {
  #text = ""; // what is being opened, until that has worked

  /**
   * @param then called with {answers, variant, said} when there is a case, {said} when what came was refused
   * @param fail called with the words for a Python that does not come up
   */
  constructor(root, { then, fail, say }) {
    this.root = root;
    this.then = then;
    this.fail = fail;
    this.say = say;
  }

  get waits() {
    return this.#text !== "";
  }

  /**
   * Takes a case out of the address, so that a reload keeps nothing; false when there is none for this calculator.
   * @param alsoOthers when the page has just been opened: a link whose calculator is not on it is then refused in words
   */
  fromAddress({ alsoOthers = false } = {}) {
    const named = linkedCalculator(location.hash);
    if (named === null) return false;
    const elements = [...document.querySelectorAll("net-calculator")].filter((each) => !each.closest("[hidden]"));
    const own = elements.find((each) => each.dataset.calculator === named);
    if (this.root !== (own ?? (alsoOthers || named === "" ? elements[0] : null))) return false;
    const text = location.hash;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.open(text);
    return true;
  }

  async open(text) {
    if (text.length > LARGEST) return this.then({ said: [this.say("too_large")] });
    this.#text = text;
    return this.again();
  }

  /** Asks again for what could not be read because Python was not there. */
  async again() {
    const { calculator } = this.root.dataset;
    const response = await desk.ask({ calculator, want: "open", text: this.#text }, { key: `${this.root.id} open` });
    if (response.superseded || !this.root.isConnected) return undefined;
    if (response.failure) return this.fail(response);
    this.#text = "";
    return this.then(response.opened ?? { said: [response.refused] });
  }

  /** A file that the reader has chosen; one that is too large is not read. */
  async file(file) {
    if (file.size > 4 * LARGEST) return this.then({ said: [this.say("too_large")] });
    try {
      return await this.open(await file.text());
    } catch {
      return this.then({ said: [this.say("unreadable_file")] });
    }
  }
}
