/**
 * Fetches what the worker needs, counting every byte: the compiled interpreter, and either a snapshot or library and logic.
 *
 * Three ways, fixed at build: "files" (a web server: streamed, checked against its digest),
 * "scripts" (the offline edition, which must work from file:, where nothing can be fetched: classic scripts that assign base64)
 * and "inline" (the one-file kit: the same base64 in the page itself). Of the last two the digest is that of the base64.
 */

export class PartError extends Error {
  /** @param {string} reason a key of FAILURES */
  constructor(reason, detail) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}

const PIECE = 1 << 19; // bytes that go to the worker together
const STRETCH = 1 << 21; // bytes that have a digest of their own, as in runtime/manifest.py
const IN_PIECES = new Set(["wasm", "snapshot"]); // what the worker can begin with before the whole of it is here

const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const base64Of = (hex) => btoa(hex.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join(""));

/** `crypto.subtle` is missing on plain http other than localhost: there the engine checks while fetching. */
const canDigest = () => Boolean(globalThis.crypto?.subtle);

async function check(file, bytes, reason = "integrity", wanted = file.sha256) {
  if (!canDigest()) return;
  const digest = hexOf(await crypto.subtle.digest("SHA-256", bytes));
  if (digest !== wanted) throw new PartError(reason, `${file.path} has digest ${digest}`);
}

/** Compares what arrives with its digests: a large part stretch by stretch, so that at its end the last one is left to compare. */
class Comparing {
  #checks = [];

  constructor(file, bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  reached(length) {
    const { file, bytes } = this;
    for (;;) {
      const start = this.#checks.length * STRETCH;
      const end = Math.min(start + STRETCH, file.size);
      if (start >= end || length < end || !file.stretches.length) return;
      const checked = check(file, bytes.subarray(start, end), "integrity", file.stretches[this.#checks.length]);
      checked.catch(() => {});
      this.#checks.push(checked);
    }
  }

  /** Resolves once all of it is known to be as it was made; rejects with a PartError. */
  async whole() {
    if (this.file.stretches.length) await Promise.all(this.#checks);
    else await check(this.file, this.bytes);
  }
}

async function request(file, { base, signal, cache }, options = {}) {
  let response;
  try {
    response = await fetch(new URL(file.path, base), { signal, cache, credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new PartError("download", `${file.path}: ${error.message}`);
  }
  if (!response.ok) throw new PartError("download", `${file.path}: HTTP ${response.status}`);
  return response;
}

/**
 * Reads a response to its end and compares it with its digests; reports decoded bytes: hosts may compress on the way, so
 * Content-Length would lie.
 * @param onPiece called with a copy of what has arrived (ArrayBuffer) and whether it is the last, before any of it is checked
 */
async function read(response, file, onBytes, onPiece) {
  const bytes = new Uint8Array(file.size);
  const comparing = new Comparing(file, bytes);
  let length = 0;
  let passed = 0;
  const pass = (least) => {
    if (!onPiece || length - passed < least) return;
    onPiece(bytes.slice(passed, length).buffer, length === file.size);
    passed = length;
  };
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > file.size) throw new PartError("integrity", `${file.path} is longer than ${file.size} bytes`);
      bytes.set(value, length);
      length += value.length;
      onBytes(value.length);
      comparing.reached(length);
      pass(PIECE);
    }
    pass(1);
  } catch (error) {
    if (error.name === "AbortError" || error instanceof PartError) throw error;
    throw new PartError("download", `${file.path}: ${error.message}`);
  }
  if (length !== file.size) throw new PartError("integrity", `${file.path} has ${length} bytes instead of ${file.size}`);
  return { bytes: bytes.buffer, compared: comparing.whole() };
}

/** Asks for a file at once, and reads it when the one before it has been read. */
async function arrival(file, way, onBytes, before, onPiece) {
  const options = canDigest() ? {} : { integrity: `sha256-${base64Of(file.sha256)}` };
  const response = await request(file, way, options);
  await before;
  return read(response, file, onBytes, onPiece);
}

async function checked(file, text, reason) {
  await check(file, new TextEncoder().encode(text), reason);
  return text;
}

async function script(file, name, { base, signal }) {
  const text = await new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(file.path, base).href;
    element.onload = () => {
      const text = globalThis.openNetGuideOffline?.[name];
      if (text === undefined) reject(new PartError("missing", `${file.path} brought nothing`));
      else resolve(text);
    };
    element.onerror = () => reject(new PartError("missing", `${file.path} could not be loaded`));
    signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")), { once: true });
    document.head.append(element);
  }).finally(() => {
    for (const element of document.head.querySelectorAll("script")) if (element.src === new URL(file.path, base).href) element.remove();
  });
  return checked(file, text, "altered");
}

/** Base64 that stands in this very file, in a script of a type that nobody runs; the end of the file may still be on its way. */
async function inlined(file) {
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  const text = document.getElementById(file.path)?.textContent;
  if (!text) throw new PartError("incomplete", `there is no ${file.path}`);
  return checked(file, text, "changed");
}

const CARRIERS = { scripts: script, inline: inlined };

/** The files that a start needs, by the names of the parts that they bring. */
export function filesOf({ wasm, lean, snapshot, library, logic }, fromSnapshot) {
  return fromSnapshot ? { wasm: lean ?? wasm, snapshot } : { wasm, library, logic };
}

/**
 * The messages that carry the parts into the worker, each as soon as it is here.
 *
 * @param transport of the manifest
 * @param files     by the name of the part, as `filesOf` gives them: {path, size, sha256}
 * @param way       {base, signal, cache}: URL of the folder that the paths are relative to, an AbortSignal, and fetch's `cache`
 * @param onBytes   called with the number of bytes that have just arrived
 * @param onPiece   called with {type, name, value, last} for each piece that the worker can begin with
 * @returns {Array<Promise<object>>} `inPieces`: whether the content has gone to `onPiece`
 */
export function fetchParts(transport, files, way, onBytes, onPiece) {
  const carrier = CARRIERS[transport];
  if (carrier) {
    return Object.entries(files).map(async ([name, file]) => {
      const base64 = await carrier(file, name, way);
      onBytes(file.size);
      return { type: "part", name, base64 };
    });
  }
  // All are asked for at once and read one after the other: a browser unpacks them on one thread, and the interpreter, which
  // comes first, is compiled while it arrives and linked while the rest does. Nothing runs before it is known to be as it was made.
  let before = Promise.resolve();
  return Object.entries(files).map(async ([name, file]) => {
    const inPieces = IN_PIECES.has(name);
    const pass = (value, last) => onPiece({ type: "piece", name, value, last });
    const arrived = arrival(file, way, onBytes, before, inPieces ? pass : null);
    before = arrived.catch(() => {});
    const { bytes: value, compared } = await arrived;
    await compared;
    return { type: "part", name, value, inPieces };
  });
}

/** The URL of a worker: its file, or a blob of the same text. */
export async function workerUrl(manifest, way, inflate, name = "worker") {
  const carrier = CARRIERS[manifest.transport];
  if (!carrier) return new URL(manifest[name].path, way.base).href;
  const bytes = await inflate(await carrier(manifest[name], name, way));
  return URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
}
