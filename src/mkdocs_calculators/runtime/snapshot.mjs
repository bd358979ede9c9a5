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

/**
 * Overwrites with zeros what the C library has free, what lies above its heap, and the unused part of the stack: left-overs
 * that no one reads again and that would weigh on the way.
 */
function clearFreed(module) {
  const { _emscripten_builtin_malloc: take, _emscripten_builtin_free: give, _sbrk: sbrk } = module;
  const clear = (from, to) => module.HEAPU8.fill(0, from, to); // looked up each time: memory may grow and move
  const end = sbrk(0);
  const taken = [];
  for (let size = 1 << 20; size >= 16; size /= 2) {
    for (;;) {
      const place = take(size);
      if (place === 0 || place + size > end) {
        if (place) give(place);
        break;
      }
      clear(place, place + size);
      taken.push(place);
    }
  }
  taken.forEach((place) => give(place));
  clear(sbrk(0));
  clear(module._emscripten_stack_get_end(), module._emscripten_stack_get_current() - 1024);
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
  // In a namespace of its own, so that nothing of this stays behind in the memory that is taken.
  const names = pyodide.toPy({ imports: request.imports, requests: request.requests });
  pyodide.runPython(
    `
import importlib
for name in imports:
    importlib.import_module(name)
import net_guide_desk
for request in requests:
    net_guide_desk.respond(request)
net_guide_desk.rest()
`,
    { globals: names },
  );
  names.destroy();
  clearFreed(pyodide._module);
  const whole = pyodide.makeMemorySnapshot();
  const packed = packSnapshot(whole, new Uint32Array(whole.buffer, whole.byteOffset, 2)[1], base);
  writeFileSync(request.target, packed);
  process.stdout.write(JSON.stringify({ whole: whole.length, packed: packed.length }));
}

main().catch((error) => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
