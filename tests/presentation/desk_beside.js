/**
 * The desk's interface with Python beside the browser instead of in it, for the tests of the element: `window.answer`
 * is `presentation.desk.respond`. Tests slow it down (`window.gate`, a promise) or break it (`window.broken`, words).
 */

class Desk extends EventTarget {
  state = "idle";
  progress = { stage: "idle", words: "", received: 0, total: 0 };
  #newest = new Map();

  stopped = false;

  start() {
    if (this.state === "starting" || this.state === "ready") return;
    this.stopped = false;
    globalThis.started = (globalThis.started ?? 0) + 1;
    this.#become("starting", "progress", { stage: "download", words: "Loading: 1.0 of 2.0 MB", received: 1, total: 2 });
    setTimeout(async () => {
      await globalThis.slow;
      if (this.stopped) return;
      if (globalThis.broken) this.#become("failed", "failed", { stage: "memory", words: globalThis.broken });
      else this.#become("ready", "ready", { stage: "ready", words: "Ready" });
    }, 20);
  }

  cancel() {
    this.stopped = true;
    this.#become("idle", "progress", { stage: "idle", words: "" });
  }

  #become(state, event, progress) {
    this.state = state;
    this.progress = { ...this.progress, ...progress };
    this.dispatchEvent(new CustomEvent(event, { detail: this.progress }));
  }

  async ask(request, { key = request.calculator } = {}) {
    const number = (this.#newest.get(key) ?? 0) + 1;
    this.#newest.set(key, number);
    if (!this.stopped) this.start();
    while (this.state === "starting") await new Promise((done) => setTimeout(done, 5));
    if (this.stopped) return { failure: "Stopped. Your answers are kept.", reason: "cancelled", detail: "" };
    if (this.state === "failed") return { failure: this.progress.words, reason: this.progress.stage, detail: "" };
    if (this.#newest.get(key) !== number) return { superseded: true };
    await globalThis.gate;
    const response = JSON.parse(await globalThis.answer(JSON.stringify(request)));
    return this.#newest.get(key) === number ? response : { superseded: true };
  }
}

export const desk = new Desk();
