/**
 * Makes the sparse snapshot in Node: starts Pyodide with the built archives, imports everything, answers the requests once, and
 * writes what of its memory differs from a freshly loaded interpreter.
 *
 * Standard input: {"pyodide": folder, "library": path, "logic": path, "imports": [string], "requests": [string], "target": path}
 * Standard output: {"whole": bytes, "packed": bytes}
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pyodideOptions } from "../browser/boot.js";
import { packSnapshot } from "../browser/snapshot.js";

/** The same input is to give the same snapshot: nothing in it may come from the clock or from chance. */
function stopClockAndChance() {
  const now = Date.UTC(2020, 0, 1);
  Date.now = () => now;
  performance.now = () => 0;
  const fixed = (array) => array.fill(7);
  Object.defineProperty(globalThis, "crypto", { value: { getRandomValues: fixed }, configurable: true });
  const nodeCrypto = createRequire(import.meta.url)("node:crypto");
  nodeCrypto.randomFillSync = fixed;
  nodeCrypto.webcrypto.getRandomValues = fixed;
}

async function main() {
  const request = JSON.parse(readFileSync(0, "utf-8"));
  const { loadPyodide } = createRequire(join(request.pyodide, "package.json"))("./pyodide.js");
  const lock = JSON.parse(readFileSync(join(request.pyodide, "pyodide-lock.json"), "utf-8")).info;
  stopClockAndChance();

  let base = null;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (source, imports) => {
    const made = await instantiate.call(WebAssembly, source, imports);
    const memory = imports?.env?.memory ?? made.instance?.exports.memory;
    if (memory && !base) base = new Uint8Array(memory.buffer.slice(0));
    return made;
  };

  const pyodide = await loadPyodide({
    ...pyodideOptions({ logic: new Uint8Array(readFileSync(request.logic)), lock }),
    stdLibURL: request.library,
    _makeSnapshot: true,
  });
  if (!base) throw new Error("the interpreter's memory was not seen: Pyodide loads its WebAssembly in another way now");
  pyodide.runPython(`
import importlib, json
for name in json.loads(${JSON.stringify(JSON.stringify(request.imports))}):
    importlib.import_module(name)
import net_guide_desk
for request in json.loads(${JSON.stringify(JSON.stringify(request.requests))}):
    net_guide_desk.respond(request)
net_guide_desk.rest()
del importlib, json, name, request, net_guide_desk
`);
  const whole = pyodide.makeMemorySnapshot();
  const packed = packSnapshot(whole, new Uint32Array(whole.buffer, whole.byteOffset, 2)[1], base);
  writeFileSync(request.target, packed);
  process.stdout.write(JSON.stringify({ whole: whole.length, packed: packed.length }));
}

main().catch((error) => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
