/**
 * The browser's own Worker constructor.
 *
 * Material's offline search loads a shim that replaces `window.Worker` on file: pages by an iframe fake, in which Python
 * cannot run. Our vendored copy of the shim keeps the native one as `nativeWorker`; should another shim have come first,
 * a fresh iframe still has the real one (it has to stay in the page for as long as the worker lives).
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
