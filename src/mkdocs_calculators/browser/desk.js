/**
 * The desk: one per tab, it keeps the one worker in which Python answers.
 *
 *   desk.start()                  begin to load, on intent; harmless to repeat; after a failure it tries again
 *   desk.ask(request, {key})      -> Promise<response>; never rejects. `request` is the object {calculator, variant, answers};
 *                                 `key` (default: the calculator's id) tells askers apart: of several questions with one
 *                                 key only the newest is answered, an older one resolves to {superseded: true}.
 *                                 When no answer can be had it resolves to {failure: "words", reason, detail}.
 *   desk.cancel()                 stop what is running: a judgement ends and the worker restarts; a start goes back to idle, and
 *                                 until `start` is called again questions resolve to {failure, reason: "cancelled"}
 *   desk.askApart(name, question) -> Promise of what the small worker `name` of the manifest answers; rejects when it cannot
 *   desk.stopped                  whether a start was cancelled like that
 *   desk.state                    "idle" | "starting" | "ready" | "failed"
 *   desk.progress                 the detail of the newest event: {stage, words, received, total}
 *   events  progress, ready, failed   with that detail; in failed, `stage` is the reason, `words` the sentence for the reader,
 *                                 `detail` the technical text
 *
 * The worker lives in module scope: it survives Material's instant navigation, which keeps this script running.
 */

import { inflate } from "./inflate.js";
import { nativeWorker } from "./native-worker.js";
import { fetchParts, filesOf, workerUrl } from "./parts.js";
import { FAILURES, STAGES } from "./words.js";

/* global RUNTIME_MANIFEST -- replaced by the build with the names, sizes and digests of the files it wrote */
const MANIFEST = RUNTIME_MANIFEST;
const SCRIPT_URL = document.currentScript?.src || document.baseURI; // the one-file kit's script has no address

/** Milliseconds. */
export const LIMITS = {
  answer: 10_000, // one judgement takes some milliseconds: this long means that it will never end
  silence: 30_000, // no byte for this long: the download has stopped
  start: 60_000, // everything is here, but Python does not come up
  news: 250, // between two reports of what has arrived: hundreds of pieces do, and each would be drawn
};

/** Failures that another way of starting cannot mend; after any other one the snapshot is not tried again. */
const NOT_THE_SNAPSHOT = new Set(["webassembly", "browser", "memory", "worker", "stalled"]);

const CANCELLED = { stage: "cancelled", words: FAILURES.cancelled };

const millions = (bytes) => (bytes / 1e6).toFixed(1);

function wordsOf(stage, received, total) {
  if (stage === "download") return `${STAGES.download}: ${millions(received)} of ${millions(total)} MB`;
  return STAGES[stage] ?? "";
}

export class Desk extends EventTarget {
  #manifest;
  #base;
  #worker = null;
  #abort = null;
  #timer = 0;
  #kept = null; // what the last start brought where it came as text; elsewhere the browser's own cache has it
  #waiting = new Map(); // key -> question not sent yet
  #asked = null; // the one question that the worker is working on
  #lastId = 0;
  #fromSnapshot;
  #told = -Infinity; // when progress was last reported
  #cache = "default"; // for fetch; "reload" after something wrong arrived, which may lie in the browser's cache

  state = "idle";
  stopped = false;
  progress = { stage: "idle", words: "", received: 0, total: 0 };

  constructor(manifest = MANIFEST, base = new URL(".", SCRIPT_URL)) {
    super();
    this.#manifest = manifest;
    this.#base = base;
    this.#fromSnapshot = Boolean(manifest.snapshot);
  }

  start() {
    if (this.state === "starting" || this.state === "ready") return;
    this.stopped = false;
    const missing = this.#impossible();
    if (missing) this.#fail(missing, "");
    else this.#begin();
  }

  ask(request, { key = request.calculator } = {}) {
    this.#supersede(this.#waiting.get(key));
    if (this.#asked?.key === key) this.#supersede(this.#asked);
    const asked = new Promise((resolve) => {
      this.#waiting.set(key, { key, request: JSON.stringify(request), resolve, tries: 0 });
    });
    if (this.state === "idle" && this.stopped) this.#giveUp(CANCELLED);
    else if (this.state === "idle") this.start();
    else if (this.state === "ready") this.#send();
    if (this.state === "failed") this.#giveUp(this.progress);
    return asked;
  }

  /** Puts one question to a small worker of its own, which is loaded for it and ends with it. */
  async askApart(name, question) {
    const way = { base: this.#base, signal: AbortSignal.timeout(LIMITS.silence), cache: this.#cache };
    const url = await workerUrl(this.#manifest, way, inflate, name);
    const worker = new (nativeWorker())(url);
    const stop = setTimeout(() => worker.dispatchEvent(new ErrorEvent("error", { message: FAILURES.slow })), LIMITS.silence);
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => {
          event.preventDefault?.();
          reject(new Error(event.message || FAILURES.missing));
        };
        worker.postMessage(question);
      });
    } finally {
      clearTimeout(stop);
      worker.terminate();
    }
  }

  cancel() {
    if (this.state !== "starting" && !this.#asked) return;
    const restart = this.state === "ready";
    this.#end();
    this.#giveUp(CANCELLED);
    this.state = "idle";
    this.stopped = !restart;
    this.#report("idle", 0);
    if (restart) this.#begin();
  }

  #impossible() {
    if (typeof WebAssembly !== "object") return "webassembly";
    if (typeof DecompressionStream !== "function" || typeof structuredClone !== "function") return "browser";
    if (this.#manifest.transport === "files" && location.protocol === "file:") return "file";
    if (typeof Worker !== "function" && !globalThis.nativeWorker) return "worker";
    return null;
  }

  #begin() {
    const files = filesOf(this.#manifest, this.#fromSnapshot);
    const total = Object.values(files).reduce((sum, { size }) => sum + size, 0);
    this.state = "starting";
    this.progress = { stage: "download", words: "", received: 0, total };
    this.#told = -Infinity; // a start that follows another at once is reported as well
    this.#abort = new AbortController();
    this.#run(files, this.#abort.signal).catch((error) => {
      if (error.name !== "AbortError") this.#fail(error.reason ?? "python", String(error.stack ?? error));
    });
  }

  async #run(files, signal) {
    const kept = this.#kept;
    const onBytes = (count) => {
      if (signal.aborted) return;
      this.#report("download", this.progress.received + count);
      this.#limit(LIMITS.silence, () => this.#fail("stalled", "no byte arrived in time"));
    };
    if (kept) this.#report("python", this.progress.total);
    else onBytes(0);
    // The parts are asked for before the worker exists: its script and they arrive side by side.
    const way = { base: this.#base, signal, cache: this.#cache };
    let worker = null;
    const early = []; // pieces that come before the worker is there
    const pass = (piece) => worker.postMessage(piece, [piece.value]);
    const onPiece = (piece) => {
      if (signal.aborted) return;
      if (worker) pass(piece);
      else early.push(piece);
    };
    const parts = kept ? kept.parts.map(async (part) => part) : fetchParts(this.#manifest.transport, files, way, onBytes, onPiece);
    for (const part of parts) part.catch(() => {});
    const url = kept ? kept.url : await workerUrl(this.#manifest, way, inflate);
    if (signal.aborted) return;
    worker = this.#open(url);
    early.splice(0).forEach(pass);
    const delivered = await Promise.all(
      parts.map(async (part) => {
        const message = await part;
        if (!signal.aborted) worker.postMessage(message);
        return message;
      }),
    );
    if (signal.aborted) return;
    if (this.#manifest.transport !== "files") this.#kept = { parts: delivered, url };
    if (this.progress.stage === "download") this.#report("python");
    this.#limit(LIMITS.start, () => this.#fail("slow", `no answer in ${LIMITS.start} ms`));
  }

  #open(url) {
    const NativeWorker = nativeWorker();
    let worker;
    try {
      worker = new NativeWorker(url, { name: "open-net-guide" });
    } catch (error) {
      throw Object.assign(error, { reason: "worker" });
    }
    let loaded = false;
    worker.onmessage = ({ data }) => {
      if (worker !== this.#worker) return;
      if (data.type === "loaded") loaded = true;
      else this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (worker !== this.#worker) return;
      if (this.state === "ready") this.#stumble("crashed", event.message ?? "");
      else this.#fail(loaded ? "python" : "worker", event.message ?? "the worker script did not run");
    };
    this.#worker = worker;
    worker.postMessage({ type: "start", lock: this.#manifest.lock, snapshot: this.#fromSnapshot ? this.#manifest.waking : null });
    return worker;
  }

  #hear(message) {
    if (message.type === "stage") this.#report(message.stage);
    else if (message.type === "log") console.debug(`[calculator ${message.stream}] ${message.line}`);
    else if (message.type === "ready") this.#ready();
    else if (message.type === "answer") this.#answered(message);
    else if (message.type === "failed" && this.state === "ready") this.#broke(message);
    else if (message.type === "failed") this.#fail(message.reason, message.detail);
  }

  #ready() {
    clearTimeout(this.#timer);
    this.state = "ready";
    this.#report("ready", this.progress.total);
    this.#send();
  }

  #send() {
    if (this.state !== "ready" || this.#asked) return;
    const [question] = this.#waiting.values();
    if (!question) return;
    this.#waiting.delete(question.key);
    question.id = this.#lastId += 1;
    this.#asked = question;
    this.#limit(LIMITS.answer, () => this.#stumble("hung", `no answer in ${LIMITS.answer} ms`));
    this.#worker.postMessage({ type: "ask", id: question.id, request: question.request });
  }

  #answered({ id, response }) {
    const question = this.#asked;
    if (question?.id !== id) return;
    const answer = JSON.parse(response);
    if (answer.failure && this.#fromSnapshot) return this.#broke({ reason: "crashed", detail: answer.detail });
    clearTimeout(this.#timer);
    this.#asked = null;
    question.resolve(answer);
    this.#send();
  }

  /**
   * Python has stopped or failed: perhaps at what was left out of the lean interpreter or let go of before the snapshot, so the
   * archives, which have everything, are what answers next.
   */
  #broke({ reason, detail }) {
    if (reason === "crashed" && this.#fromSnapshot) this.#leaveSnapshot(reason, detail);
    this.#stumble(reason, detail);
  }

  /** The worker ran before and is now stuck or broken: start another, ask once more, then give that question up. */
  #stumble(reason, detail) {
    const question = this.#asked;
    this.#asked = null;
    this.#end();
    if (question && question.tries > 0) {
      question.resolve({ failure: FAILURES[reason] ?? FAILURES.crashed, reason, detail });
    } else if (question && !this.#waiting.has(question.key) && !question.superseded) {
      this.#waiting.set(question.key, { ...question, tries: question.tries + 1 });
    }
    this.#begin();
  }

  #fail(reason, detail) {
    this.#end();
    if (this.#fromSnapshot && !NOT_THE_SNAPSHOT.has(reason) && this.state === "starting") {
      this.#cache = "reload";
      this.#leaveSnapshot(reason, detail);
      this.#begin();
      return;
    }
    this.state = "failed";
    this.#cache = "reload";
    const inOneFile = reason === "missing" && this.#manifest.transport === "inline";
    const words = FAILURES[inOneFile ? "incomplete" : reason] ?? FAILURES.python;
    this.progress = { ...this.progress, stage: reason, words, detail };
    this.#giveUp(this.progress);
    this.dispatchEvent(new CustomEvent("failed", { detail: this.progress }));
  }

  /** From here on this page starts from the archives with the whole interpreter. */
  #leaveSnapshot(reason, detail) {
    console.debug(`[calculator] starts without its snapshot: ${reason}: ${detail}`);
    this.#fromSnapshot = false;
    this.#kept = null;
  }

  #supersede(question) {
    if (!question) return;
    question.superseded = true;
    question.resolve({ superseded: true });
  }

  #giveUp({ stage, words, detail = "" }) {
    const questions = [...this.#waiting.values()];
    if (this.#asked) questions.push(this.#asked);
    this.#waiting.clear();
    this.#asked = null;
    for (const question of questions) question.resolve({ failure: words, reason: stage, detail });
  }

  #end() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #limit(milliseconds, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds);
  }

  #report(stage, received = this.progress.received) {
    const { stage: before, total } = this.progress;
    this.progress = { stage, words: wordsOf(stage, received, total), received, total };
    const now = performance.now();
    if (stage === before && received < total && now - this.#told < LIMITS.news) return;
    this.#told = now;
    this.dispatchEvent(new CustomEvent(stage === "ready" ? "ready" : "progress", { detail: this.progress }));
  }
}

export const desk = new Desk();
