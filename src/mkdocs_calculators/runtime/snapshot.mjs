/**
 * Makes the sparse snapshot in Node: starts Pyodide with the built archives, imports everything, lets go of what no calculator
 * needs (forget.py), answers the requests once, and writes what of its memory differs from that of the freshly loaded
 * interpreter, which is the one that a page starts with (relocations.py).
 *
 * Standard input: {"pyodide": folder, "library": path, "logic": path, "imports": [string], "requests": [string], "target": path,
 *   "forget": program, "interpreter": path}
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

/** Lets go of what Pyodide has imported and no page uses; `program` is the text of forget.py. */
function letGo(pyodide, program) {
  const apart = pyodide.toPy({ __name__: "forget" });
  const elsewhere = pyodide.runPython(`${program}\nforget()`, { globals: apart });
  apart.destroy();
  if (elsewhere) throw new Error(`what is let go of is mentioned in other places than HELD in forget.py says:\n${elsewhere}`);
}

/** In a namespace of its own, so that nothing of this stays behind in the memory that is taken. */
function importAll(pyodide, imports) {
  const names = pyodide.toPy({ imports });
  pyodide.runPython("import importlib\nfor name in imports:\n    importlib.import_module(name)", { globals: names });
  names.destroy();
}

async function main() {
  const request = JSON.parse(readFileSync(0, "utf-8"));
  const { loadPyodide } = createRequire(join(request.pyodide, "package.json"))("./pyodide.js");
  const lock = JSON.parse(readFileSync(join(request.pyodide, "pyodide-lock.json"), "utf-8")).info;
  stopClockAndChance();

  let base = null;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (_, imports) => {
    const made = await instantiate.call(WebAssembly, readFileSync(request.interpreter), imports);
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
  letGo(pyodide, request.forget); // what is imported now takes its room
  importAll(pyodide, request.imports);
  letGo(pyodide, request.forget); // before anything is answered: Python forgets short cuts through what is changed
  const desk = pyodide.pyimport("net_guide_desk");
  for (const each of request.requests) desk.respond(each);
  desk.rest();
  desk.destroy();
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
