/** What a reader takes along: the result as text, a link with the case, files. Made by Python, handed over here. */

import { copyText, saveFile, today } from "./actions.js";
import { desk } from "./desk.js";

const FILES = {
  case: ["json", "application/json"],
  csv: ["csv", "text/csv"],
};

/** Dark on light whatever the colours of the page, as cameras want it. */
function picture(size, path, label) {
  const make = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const svg = make("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" });
  svg.append(make("rect", { width: size, height: size, fill: "#fff" }), make("path", { d: path, fill: "#000" }));
  return svg;
}

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

  /** Shows the link as a code for a phone's camera, drawn here; pressed again, it goes. */
  async showCode(button) {
    const place = this.root.querySelector("[data-net=qr-place]");
    place.replaceChildren();
    place.hidden = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!place.hidden));
    if (place.hidden) return;
    try {
      const { size, path, failure } = await desk.askApart("qr", await this.address());
      if (failure) throw new Error(failure);
      place.replaceChildren(picture(size, path, this.say("qr_label")));
      place.insertAdjacentText("beforeend", this.say("qr_about"));
    } catch (error) {
      place.hidden = true;
      button.setAttribute("aria-expanded", "false");
      this.tell(error.message);
    }
  }

  /** What is entered is no longer what the code says. */
  hideCode() {
    const place = this.root.querySelector("[data-net=qr-place]");
    if (place.hidden) return;
    place.hidden = true;
    place.replaceChildren();
    this.root.querySelector("[data-net=qr]").setAttribute("aria-expanded", "false");
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
