/** What a reader takes along: the result as text, a link with the case, files. Made by Python, handed over here. */

import { copyText, saveFile, today } from "./actions.js";
import { desk } from "./desk.js";

const FILES = {
  case: ["json", "application/json"],
  csv: ["csv", "text/csv"],
};

export class Outputs {
  /** @param request returns the newest request of the calculator; @param tell says something to the reader */
  constructor(root, { request, tell, say }) {
    this.root = root;
    this.request = request;
    this.tell = tell;
    this.say = say;
  }

  async text(want) {
    const request = this.request();
    const response = await desk.ask({ ...request, want }, { key: `${request.element} ${want}` });
    if (!response.text) throw new Error(response.failure ?? "");
    return response.text;
  }

  /** The address of this page with the case behind #. */
  async address() {
    return `${location.href.replace(/#.*$/, "")}#${await this.text("link")}`;
  }

  async copy(promised, done, byHand) {
    try {
      const copied = await copyText(promised, this.root.querySelector("[data-net=by-hand]"));
      this.tell(this.say(copied ? done : byHand));
    } catch (error) {
      this.tell(error.message);
    }
  }

  copyLink() {
    return this.copy(this.address(), "link_copied", "link_by_hand");
  }

  async save(want) {
    const [ending, type] = FILES[want];
    const name = `${this.root.dataset.calculator}-${today()}.${ending}`;
    try {
      saveFile(name, type, await this.text(want));
      this.tell(this.say("saved", { name }));
    } catch (error) {
      this.tell(error.message);
    }
  }
}
