/**
 * The worker's own code. It stands after pyodide.asm.js and pyodide.js in one classic script, so that the same text
 * works from a URL and, for pages opened from a folder, from a blob.
 *
 * Messages in:  {type: "start", lock, snapshot}                begin, from a snapshot of these sizes or, with null, from the archives; the
 *                                                              parts may come before, during or after
 *               {type: "piece", name, value, last}             the next bytes of wasm or snapshot (ArrayBuffer); may be anything until the part comes
 *               {type: "part", name, value | base64}           what is as it was made: wasm, snapshot, library or logic (ArrayBuffer); nothing for
 *                                                              what has come in pieces
 *               {type: "ask", id, request}                     request is a JSON string
 * Messages out: {type: "loaded"}                               this script was evaluated
 *               {type: "stage", stage}                         stage is a key of STAGES
 *               {type: "ready"}
 *               {type: "answer", id, response}                 response is a JSON string
 *               {type: "failed", reason, detail, id?}          reason is a key of FAILURES
 *               {type: "log", stream, line}
 *
 * Nothing is stored and nothing is requested: Pyodide's own two requests are answered from the parts, every other one is refused.
 */

import { NO_FILES, pyodideOptions, respondOf } from "./boot.js";
import { inflate } from "./inflate.js";
import { waking } from "./snapshot.js";

const INDEX_URL = "https://runtime.invalid/";
const post = (message) => self.postMessage(message);

const parts = {};
for (const name of ["wasm", "snapshot", "library", "logic"]) {
  const part = (parts[name] = {});
  part.promise = new Promise((resolve, reject) => Object.assign(part, { resolve, reject }));
  part.promise.catch(() => {});
}

let woken = null; // the memory that Python wakes in
let compiling = null; // the interpreter, while it arrives
let respond = null;
let failed = false;

function reasonOf(error) {
  const text = `${error?.name ?? ""} ${error?.message ?? error}`;
  if (/out of memory|memory allocation|could not allocate memory|MemoryError|Array buffer allocation/i.test(text)) return "memory";
  if (/Content Security Policy|unsafe-eval|WebAssembly is (not defined|disabled)/i.test(text)) return "webassembly";
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.CompileError) return "browser";
  if (error instanceof RangeError) return "memory";
  return "python";
}

function fail(error, reason = reasonOf(error)) {
  if (failed) return;
  failed = true;
  post({ type: "failed", reason, detail: String(error?.stack ?? error) });
}

/**
 * The interpreter, compiled while it arrives; in a browser that cannot do that, when it is here. What goes wrong on the way
 * is not told by itself: `whole` then gives the bytes, and compiling those says what is the matter.
 */
class Compiling {
  #pieces = [];
  #writer;
  #module;

  constructor() {
    const { readable, writable } = new TransformStream();
    this.#writer = writable.getWriter();
    const response = new Response(readable, { headers: { "Content-Type": "application/wasm" } });
    this.#module = (async () => WebAssembly.compileStreaming(response))();
    this.#module.catch(() => {});
  }

  take(piece, last) {
    this.#pieces.push(piece);
    this.#writer.write(piece).catch(() => {});
    if (last) this.#writer.close().catch(() => {});
  }

  /** @returns {Promise<WebAssembly.Module | ArrayBuffer>} */
  async whole() {
    try {
      return await this.#module;
    } catch {
      return new Blob(this.#pieces).arrayBuffer();
    } finally {
      this.#pieces = [];
    }
  }
}

function takePiece({ name, value, last }) {
  const piece = new Uint8Array(value);
  if (name === "snapshot") woken.take(piece);
  else (compiling ??= new Compiling()).take(piece, last);
}

/** Pyodide asks for two files by name; both are here already. */
function answerFromParts(loaded) {
  self.fetch = async (url) => {
    const name = String(url?.url ?? url);
    if (name === `${INDEX_URL}pyodide.asm.wasm`) return { ok: true, wasm: await parts.wasm.promise };
    if (name === `${INDEX_URL}python_stdlib.zip`) return { ok: true, arrayBuffer: () => parts.library.promise };
    throw new TypeError("This worker makes no requests");
  };
  // Pyodide only warns on the console when this rejects and then waits for ever: tell the page ourselves.
  WebAssembly.instantiateStreaming = async (source, imports) => {
    try {
      const { wasm } = await source;
      const compiled = wasm instanceof WebAssembly.Module;
      const made = await WebAssembly.instantiate(wasm, imports);
      const result = compiled ? { module: wasm, instance: made } : made;
      loaded?.(imports.env.memory ?? result.instance.exports.memory);
      return result;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
}

/** The interpreter is linked while the memory is on its way; nothing of Python runs before all of it is here and checked. */
function awaitMemory() {
  const create = self._createPyodideModule;
  self._createPyodideModule = async (settings) => {
    const module = await create(settings);
    woken.begin();
    await parts.snapshot.promise;
    woken.end();
    return module;
  };
}

function closeTheDoors() {
  for (const name of ["XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "indexedDB", "caches", "importScripts"]) {
    try {
      Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });
    } catch {
      // A browser that does not let go of one of them is no reason to stop: the page's policy forbids requests as well.
    }
  }
}

async function start({ lock, snapshot }) {
  // While Pyodide starts it throws and catches hundreds of errors. For each place in a stack that it then remembers,
  // Chromium parses the function again, the largest of a megabyte: without stacks that is spared.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is not defined");
    if (snapshot) woken = waking(snapshot);
    // A snapshot has everything imported already: the archives are then not needed.
    if (woken) for (const name of ["library", "logic"]) parts[name].resolve(NO_FILES.slice().buffer);
    if (woken) awaitMemory();
    answerFromParts(woken?.loaded);
    const options = pyodideOptions({
      lock,
      logic: parts.logic.promise.then((value) => new Uint8Array(value)),
      log: (stream, line) => post({ type: "log", stream, line }),
    });
    const pyodide = await self.loadPyodide({
      ...options,
      indexURL: INDEX_URL,
      stdLibURL: `${INDEX_URL}python_stdlib.zip`,
      ...(woken ? { _loadSnapshot: woken.snapshot } : {}),
    });
    closeTheDoors();
    post({ type: "stage", stage: "rules" });
    respond = respondOf(pyodide, { woken: Boolean(woken) });
    woken = null; // with the megabytes that it was filled from
    post({ type: "ready" });
  } catch (error) {
    fail(error);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function receive({ name, value, base64 }) {
  try {
    const content = base64 === undefined ? value : await inflate(base64);
    if (name === "snapshot" && content) woken.take(new Uint8Array(content));
    parts[name].resolve(name === "wasm" && !content ? await compiling.whole() : content);
  } catch (error) {
    fail(error, "missing");
  }
}

function answer({ id, request }) {
  try {
    post({ type: "answer", id, response: respond(request) });
  } catch (error) {
    // `respond` never raises: reaching this line means that Python itself has stopped.
    post({ type: "failed", reason: reasonOf(error) === "memory" ? "memory" : "crashed", detail: String(error?.stack ?? error), id });
  }
}

self.addEventListener("message", ({ data }) => {
  if (data.type === "start") start(data);
  else if (data.type === "piece") takePiece(data);
  else if (data.type === "part") receive(data);
  else if (data.type === "ask") answer(data);
});

// Some of Pyodide's promises are awaited by no one: what breaks them while starting would otherwise look like a long wait.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  if (!respond) fail(event.reason);
});

post({ type: "loaded" });
