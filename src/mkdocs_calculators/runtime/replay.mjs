/**
 * Runs the built runtime in Node: the same library archive, the same logic archive and the same boot code as the worker.
 *
 * Standard input: {"pyodide": folder, "library": path | null, "logic": path, "snapshot": path | null,
 *   "requests": [string], "responses": path}
 * With a snapshot it starts from that, and the archives are not looked at.
 * "responses" names the file that gets the responses, each a JSON string on a line of its own: together they may be large.
 * Standard output: {"modules": [string], "start": milliseconds, "each": [milliseconds]}
 */

import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pyodideOptions, respondOf } from "../browser/boot.js";
import { unpackSnapshot } from "../browser/snapshot.js";

/** Options for a start from a snapshot, whose memory is filled in as soon as the interpreter is loaded. */
function waking(path) {
  const file = readFileSync(path);
  const { whole, fill } = unpackSnapshot(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (source, imports) => {
    const made = await instantiate.call(WebAssembly, source, imports);
    const memory = imports?.env?.memory ?? made.instance?.exports.memory;
    if (memory) fill(new Uint8Array(memory.buffer));
    return made;
  };
  return { _loadSnapshot: whole };
}

async function main() {
  const request = JSON.parse(readFileSync(0, "utf-8"));
  const { loadPyodide } = createRequire(join(request.pyodide, "package.json"))("./pyodide.js");
  const lock = JSON.parse(readFileSync(join(request.pyodide, "pyodide-lock.json"), "utf-8")).info;
  const log = (stream, line) => process.stderr.write(`${stream}: ${line}\n`);

  const began = performance.now();
  const pyodide = await loadPyodide({
    ...pyodideOptions({ logic: new Uint8Array(readFileSync(request.logic)), lock, log }),
    ...(request.library ? { stdLibURL: request.library } : {}),
    ...(request.snapshot ? waking(request.snapshot) : {}),
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
  process.stdout.write(JSON.stringify({ modules, start, each }));
}

main().catch((error) => {
  // Not left to Node, which would quote a line of a megabyte.
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
