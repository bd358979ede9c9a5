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

const STRETCH = 1 << 20; // bytes that have a digest of their own, as in runtime/manifest.py

const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const base64Of = (hex) => btoa(hex.match(/../g).map((pair) => String.fromCharCode(parseInt(pair, 16))).join(""));

/** `crypto.subtle` is missing on plain http other than localhost: there the engine checks while fetching. */
const canDigest = () => Boolean(globalThis.crypto?.subtle);

async function check({ path, sha256 }, bytes, reason = "integrity") {
  if (!canDigest()) return;
  const digest = hexOf(await crypto.subtle.digest("SHA-256", bytes));
  if (digest !== sha256) throw new PartError(reason, `${path} has digest ${digest}`);
}

/** What of a file has a digest of its own, in order: the whole of it, or each stretch of a large one. */
function stretchesOf({ path, size, sha256, stretches }) {
  if (!stretches.length) return [{ path, size, sha256 }];
  return stretches.map((digest, index) => ({ path, size: Math.min(STRETCH, size - index * STRETCH), sha256: digest }));
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
 * Reads a response to its end, stretch by stretch, and compares each with its digest; reports decoded bytes: hosts may compress
 * on the way, so Content-Length would lie.
 * @param onStretch called with what has arrived (ArrayBuffer, which it may give away) and whether it is the last, before it is known
 *   to be as it was made
 * @returns {Promise<{compared: Promise}>} once all is here; `compared` rejects when it is not as it was made
 */
async function read(response, file, onBytes, onStretch) {
  const stretches = stretchesOf(file);
  const checks = [];
  let bytes = new Uint8Array(stretches[0].size);
  let filled = 0;
  const take = (value) => {
    while (value.length) {
      if (checks.length === stretches.length) throw new PartError("integrity", `${file.path} is longer than ${file.size} bytes`);
      const part = value.subarray(0, bytes.length - filled);
      bytes.set(part, filled);
      filled += part.length;
      value = value.subarray(part.length);
      if (filled === bytes.length) finish();
    }
  };
  const finish = () => {
    const checking = check(stretches[checks.length], bytes);
    checking.catch(() => {});
    checks.push(checking);
    const next = stretches[checks.length];
    onStretch(bytes.buffer, !next);
    bytes = new Uint8Array(next?.size ?? 0);
    filled = 0;
  };
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onBytes(value.length);
      take(value);
    }
  } catch (error) {
    if (error.name === "AbortError" || error instanceof PartError) throw error;
    throw new PartError("download", `${file.path}: ${error.message}`);
  }
  if (checks.length < stretches.length) throw new PartError("integrity", `${file.path} is shorter than ${file.size} bytes`);
  return { compared: Promise.all(checks) };
}

/** Asks for a file at once, and reads it when the one before it has been read. */
async function arrival(file, way, onBytes, before, onStretch) {
  const options = canDigest() ? {} : { integrity: `sha256-${base64Of(file.sha256)}` };
  const response = await request(file, way, options);
  await before;
  return read(response, file, onBytes, onStretch);
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
 * @param onPiece   called with {type, name, value, last} for each stretch of a large part: the worker can begin with it
 * @returns {Array<Promise<object>>} for what has gone to `onPiece` the message says only that it is as it was made
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
    const part = { type: "part", name };
    const onStretch = (value, last) => (file.stretches.length ? onPiece({ type: "piece", name, value, last }) : Object.assign(part, { value }));
    const arrived = arrival(file, way, onBytes, before, onStretch);
    before = arrived.catch(() => {});
    const { compared } = await arrived;
    await compared;
    return part;
  });
}

/** The URL of a worker: its file, or a blob of the same text. */
export async function workerUrl(manifest, way, inflate, name = "worker") {
  const carrier = CARRIERS[manifest.transport];
  if (!carrier) return new URL(manifest[name].path, way.base).href;
  const bytes = await inflate(await carrier(manifest[name], name, way));
  return URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
}
