/**
 * The memory of an interpreter when it has just been loaded, and when it has written its addresses as well.
 *
 * Standard input: {"pyodide": folder, "interpreter": path}
 * Standard output: {"before": digest, "after": digest, "changed": bytes between the two}
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const request = JSON.parse(readFileSync(0, "utf-8"));
const { loadPyodide } = createRequire(join(request.pyodide, "package.json"))("./pyodide.js");
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const { instantiate } = WebAssembly;

WebAssembly.instantiate = async (_, imports) => {
  const made = await instantiate.call(WebAssembly, readFileSync(request.interpreter), imports);
  const memory = () => new Uint8Array(made.instance.exports.memory?.buffer ?? imports.env.memory.buffer).slice();
  const before = memory();
  made.instance.exports.__wasm_apply_data_relocs();
  const after = memory();
  const changed = after.reduce((sum, byte, place) => sum + (byte !== before[place]), 0);
  process.stdout.write(JSON.stringify({ before: digest(before), after: digest(after), changed }));
  process.exit(0);
};
await loadPyodide();
