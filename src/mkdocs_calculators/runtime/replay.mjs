/**
 * Runs the built runtime in Node: the same library archive, the same logic archive and the same boot code as the worker.
 *
 * Standard input: {"pyodide": folder, "library": path | null, "logic": path, "requests": [string], "modules": boolean, "imports": [string]}
 * Standard output: {"responses": [string], "modules": [string], "start": milliseconds}
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pyodideOptions, respondOf } from "../browser/boot.js";

async function main() {
  const request = JSON.parse(readFileSync(0, "utf-8"));
  const { loadPyodide } = createRequire(join(request.pyodide, "package.json"))("./pyodide.js");
  const lock = JSON.parse(readFileSync(join(request.pyodide, "pyodide-lock.json"), "utf-8")).info;
  const log = (stream, line) => process.stderr.write(`${stream}: ${line}\n`);

  const began = performance.now();
  const pyodide = await loadPyodide({
    ...pyodideOptions({ logic: new Uint8Array(readFileSync(request.logic)), lock, log }),
    ...(request.library ? { stdLibURL: request.library } : {}),
  });
  const respond = respondOf(pyodide);
  const start = performance.now() - began;

  for (const name of request.imports ?? []) pyodide.pyimport(name).destroy();
  const responses = request.requests.map(respond);
  const modules = request.modules ? JSON.parse(pyodide.runPython("import sys, json; json.dumps(sorted(sys.modules))")) : [];
  process.stdout.write(JSON.stringify({ responses, modules, start }));
}

main().catch((error) => {
  // Not left to Node, which would quote a line of a megabyte.
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
