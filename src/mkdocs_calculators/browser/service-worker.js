/**
 * Answers from the version of the guide that the reader chose to keep, and from no other; without one it does nothing.
 *
 * It is registered only when "Keep for offline reading" is pressed. Which version counts stands in a note (keep-names.js)
 * that the page writes once every file of it is here and checked. So this script may be replaced at any time without
 * the guide changing under its reader. What the list does not have comes from the network.
 */

import { keptNote, storeOf } from "./keep-names.js";

const SCOPE = self.registration.scope;
let kept = null; // promise of the store of the version that is kept, or of null

async function open() {
  const note = await keptNote(SCOPE);
  return note ? caches.open(storeOf(SCOPE, note.version)) : null;
}

async function answer(request) {
  let store;
  try {
    store = await (kept ??= open());
  } catch {
    kept = null; // storage has been blocked since: the guide is then read from the network, as before
  }
  if (!store) return fetch(request);
  const address = request.url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
  const found = await store.match(address);
  if (found) return found;
  if (request.mode === "navigate" && (await store.match(`${address}/`))) return Response.redirect(`${address}/`, 302);
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === "navigate" ? await store.match(new URL("404.html", SCOPE)) : null;
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}

// It holds no version, so nothing is gained by waiting.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", () => (kept = null)); // the page has changed what is kept
self.addEventListener("fetch", (event) => {
  const { request } = event;
  // "no-store" is how the page asks past us, for what is on the server now.
  if (request.method === "GET" && request.cache !== "no-store" && request.url.startsWith(SCOPE)) event.respondWith(answer(request));
});
