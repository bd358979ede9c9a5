/**
 * Keeps the whole guide in this browser for reading without a network, removes it, and looks for a newer version.
 *
 * Nothing is stored before `fill` is called, and what is stored are files of the site, never anything of the reader's.
 * A version is kept whole or not at all: each file is compared with its digest, and the note that makes a version count
 * is written last. What an interrupted `fill` has brought is used by the next one.
 */

import { NOTE, homeOf, keptNote, storeOf } from "./keep-names.js";

const WORKER = "service-worker.js";
const FORMAT = "open-net-guide-keep/1";
const AT_ONCE = 4; // files on their way
const HEADERS = ["content-type", "content-security-policy", "x-content-type-options", "referrer-policy"];

export class KeepError extends Error {
  /** @param {string} reason a key of KEEP.failures in words.js */
  constructor(reason, detail) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}

const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const digestOf = async (bytes) => hexOf(await crypto.subtle.digest("SHA-256", bytes));

export class Keep {
  /** @param {URL} home  the guide's home page, also when this page lies deeper */
  constructor(home) {
    this.scope = home.href;
  }

  /** Why this browser or this address cannot keep the guide (a key of KEEP.failures), or null. */
  get impossible() {
    if (location.protocol === "file:") return "file";
    if (!globalThis.isSecureContext) return "insecure";
    try {
      return navigator.serviceWorker && globalThis.caches ? null : "blocked";
    } catch {
      return "blocked"; // some browsers throw at the very name of a storage that is not allowed
    }
  }

  /** {kept: note of what is kept or null, begun: whether an interrupted `fill` has left something} */
  async state() {
    try {
      const kept = await keptNote(this.scope);
      const stores = (await caches.keys()).filter((name) => name.startsWith(`${homeOf(this.scope)} `));
      return { kept, begun: stores.some((name) => name !== storeOf(this.scope, kept?.version)) };
    } catch (error) {
      throw new KeepError("blocked", error.message);
    }
  }

  /** The note of the version that is on the server. */
  async offered(signal) {
    const note = await (await this.#get(NOTE, signal)).json();
    if (note.format !== FORMAT) throw new KeepError("changing", `${NOTE} has format ${note.format}`);
    return note;
  }

  /**
   * Fetches what is not here yet and makes this version the one that is kept.
   * @param onProgress called with {bytes, size, files, of} of what has to be fetched
   */
  async fill(note, onProgress, signal) {
    try {
      await navigator.serviceWorker.register(new URL(WORKER, this.scope), { scope: this.scope, updateViaCache: "none" });
    } catch (error) {
      throw new KeepError("blocked", error.message);
    }
    try {
      // A wish, which some browsers put to the reader: without it one that is short of space may drop what is kept.
      navigator.storage?.persist?.().catch((error) => console.debug(`[keep] ${error.message}`));
      const files = await this.#listOf(note, signal);
      const store = await caches.open(storeOf(this.scope, note.version));
      const wanted = await this.#missing(files, store);
      const told = { bytes: 0, size: wanted.reduce((sum, [, [size]]) => sum + size, 0), files: 0, of: wanted.length };
      onProgress(told);
      const work = async () => {
        for (let next = wanted.shift(); next; next = wanted.shift()) {
          const [path, [, digest]] = next;
          await this.#bring(path, digest, store, signal, (count) => onProgress(Object.assign(told, { bytes: told.bytes + count })));
          onProgress(Object.assign(told, { files: told.files + 1 }));
        }
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      } finally {
        wanted.length = 0; // after a failure the other three stop as well
      }
      const home = await caches.open(homeOf(this.scope));
      await home.put(new URL(NOTE, this.scope), Response.json(note));
      await this.#forget(storeOf(this.scope, note.version));
      await this.#tell();
    } catch (error) {
      if (error.name === "QuotaExceededError") throw new KeepError("full", error.message);
      if (error instanceof KeepError || error.name === "AbortError") throw error;
      throw new KeepError("download", error.message);
    }
  }

  /** Takes away what an interrupted `fill` has left; what is kept whole stays. */
  async abandon() {
    const { kept } = await this.state();
    if (kept) await this.#forget(storeOf(this.scope, kept.version));
    else await this.remove();
  }

  /** Takes everything away. */
  async remove() {
    await caches.delete(homeOf(this.scope));
    await this.#forget(null);
    await this.#tell();
    const registration = await navigator.serviceWorker.getRegistration(this.scope);
    if (registration?.scope === this.scope) await registration.unregister();
  }

  async #listOf(note, signal) {
    const bytes = await (await this.#get(note.list, signal)).arrayBuffer();
    if (!(await digestOf(bytes)).startsWith(note.version)) throw new KeepError("changing", `${note.list} is not the list of ${note.version}`);
    return Object.entries(JSON.parse(new TextDecoder().decode(bytes)).files);
  }

  /** The files of a list that are not in the store yet, after those that the kept version has too were taken from there. */
  async #missing(files, store) {
    const missing = [];
    const old = await keptNote(this.scope);
    const oldStore = old && (await caches.open(storeOf(this.scope, old.version)));
    for (const [path, [size, digest]] of files) {
      const address = new URL(path, this.scope);
      if (await store.match(address)) continue;
      const same = oldStore && (await oldStore.match(address));
      if (same && same.headers.get("x-digest") === digest) await store.put(address, same);
      else missing.push([path, [size, digest]]);
    }
    return missing;
  }

  async #bring(path, digest, store, signal, onBytes) {
    const response = await this.#get(path, signal);
    const chunks = [];
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      onBytes(value.length);
    }
    const bytes = await new Blob(chunks).arrayBuffer();
    const found = await digestOf(bytes);
    if (found !== digest) throw new KeepError("changing", `${path} has digest ${found}`);
    const headers = { "x-digest": digest };
    for (const name of HEADERS) if (response.headers.has(name)) headers[name] = response.headers.get(name);
    await store.put(new URL(path, this.scope), new Response(bytes, { headers }));
  }

  async #get(path, signal) {
    let response;
    try {
      response = await fetch(new URL(path, this.scope), { signal, cache: "no-store", credentials: "same-origin" });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new KeepError("download", `${path}: ${error.message}`);
    }
    if (response.status === 404) throw new KeepError(path === NOTE ? "not_offered" : "changing", `${path}: HTTP 404`);
    if (!response.ok) throw new KeepError("download", `${path}: HTTP ${response.status}`);
    return response;
  }

  async #forget(but) {
    for (const name of await caches.keys()) {
      if (name.startsWith(`${homeOf(this.scope)} `) && name !== but) await caches.delete(name);
    }
  }

  /** The service worker remembers which version counts; now it looks again. */
  async #tell() {
    const registration = await navigator.serviceWorker.getRegistration(this.scope);
    for (const each of [registration?.active, registration?.waiting, registration?.installing]) each?.postMessage("changed");
  }
}
