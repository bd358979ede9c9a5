/**
 * Runs the built runtime in Node: the same library archive, the same logic archive and the same boot code as the worker.
 *
 * Standard input: {"pyodide": folder, "library": path | null, "logic": path, "snapshot": path | null,
 *   "requests": [string], "responses": path, "interpreter": path | null, "stretch": program | null}
 * With a snapshot it starts from that, and the archives are not looked at. "interpreter" stands in for Pyodide's own file;
 * a counting one (runtime/lean.py) has its counters read when the function `stretch` of the program has been called.
 * "responses" names the file that gets the responses, each a JSON string on a line of its own: together they may be large.
 * Standard output: {"modules": [string], "start": milliseconds, "each": [milliseconds], "called": [place]}
 */

import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pyodideOptions, respondOf } from "../browser/boot.js";
import { unpackSnapshot } from "../browser/snapshot.js";

/** What `_loadSnapshot` takes, and what is to be told when the interpreter has just been loaded. */
function wakingFrom(path) {
  const file = readFileSync(path);
  return unpackSnapshot(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
}

/** Loads another interpreter if one is given, and keeps its counters, which Pyodide would not know, to itself. */
function watchInterpreter(other, loaded) {
  const counters = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (source, imports) => {
    const made = await instantiate.call(WebAssembly, other ? readFileSync(other) : source, imports);
    const { instance = made } = made;
    const memory = imports?.env?.memory ?? instance.exports.memory;
    if (!memory) return made;
    loaded?.(memory);
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports)) {
      if (/^called\d+$/.test(name)) counters[name.slice(6)] = value;
      else exports[name] = value;
    }
    return { ...made, instance: { exports } };
  };
  return counters;
}

/** Calls the function `stretch` of a program; that the program is compiled before is not counted. */
function stretch(pyodide, program, counters) {
  const before = counters.map(({ value }) => value);
  const names = pyodide.toPy({ __name__: "stretch" });
  pyodide.runPython(program, { globals: names });
  counters.forEach((counter, place) => (counter.value = before[place]));
  names.get("stretch")();
}

async function main() {
  const request = JSON.parse(readFileSync(0, "utf-8"));
  const { loadPyodide } = createRequire(join(request.pyodide, "package.json"))("./pyodide.js");
  const lock = JSON.parse(readFileSync(join(request.pyodide, "pyodide-lock.json"), "utf-8")).info;
  const log = (stream, line) => process.stderr.write(`${stream}: ${line}\n`);

  const waking = request.snapshot ? wakingFrom(request.snapshot) : null;
  const counters = watchInterpreter(request.interpreter, waking?.loaded);
  const began = performance.now();
  const pyodide = await loadPyodide({
    ...pyodideOptions({ logic: new Uint8Array(readFileSync(request.logic)), lock, log }),
    ...(request.library ? { stdLibURL: request.library } : {}),
    ...(waking ? { _loadSnapshot: waking.snapshot } : {}),
  });
  const respond = respondOf(pyodide, { woken: Boolean(request.snapshot) });
  const start = performance.now() - began;

  const file = openSync(request.responses, "w");
  const each = [];
  for (const asked of request.requests) {
    const before = performance.now();
    const response = respond(asked);
    each.push(performance.now() - before);
    writeSync(file, `${JSON.stringify(response)}\n`);
  }
  closeSync(file);
  const modules = JSON.parse(pyodide.runPython("import sys, json; json.dumps(sorted(sys.modules))"));
  if (request.stretch) stretch(pyodide, request.stretch, counters);
  const called = [...counters.keys()].filter((place) => counters[place].value);
  process.stdout.write(JSON.stringify({ modules, start, each, called }));
}

main().catch((error) => {
  // Not left to Node, which would quote a line of a megabyte.
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
