/**
 * The browser's own Worker constructor.
 *
 * Scripts that make Material's search work on file: pages replace `window.Worker`: ours (search_worker.py) keeps the native
 * one as `nativeWorker`, others put an iframe fake in its place, in which Python cannot run. Should such a one have come first, a
 * fresh iframe still has the real constructor (it has to stay in the page for as long as the worker lives).
 */

const isNative = (value) => typeof value === "function" && /\[native code\]/.test(Function.prototype.toString.call(value));

const seenFirst = globalThis.nativeWorker ?? globalThis.Worker;

export function nativeWorker() {
  for (const candidate of [seenFirst, globalThis.nativeWorker, globalThis.Worker]) if (isNative(candidate)) return candidate;
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "";
  document.documentElement.append(frame);
  const candidate = frame.contentWindow?.Worker;
  if (isNative(candidate)) return candidate;
  frame.remove();
  return null;
}
