/**
 * Starts Pyodide with our library and our logic, the same way in the browser's worker and in Node.
 *
 * Python sees two archives and nothing else: its standard library, and the logic (rules, templates, evidence),
 * which is put on `sys.path` as a zip and never unpacked. The logic's module `net_guide_desk` has one function
 * for us: `respond(request: str) -> str`. Started from a snapshot, it has imported everything and needs neither archive.
 */

/** A zip without entries: what stands for the archives beside a snapshot. */
export const NO_FILES = new Uint8Array([80, 75, 5, 6, ...new Array(18).fill(0)]);

export const LOGIC_PATH = "/lib/net-guide-logic.zip";

/** Options of `loadPyodide` that both hosts share. `logic` is a Uint8Array or a promise of one. */
export function pyodideOptions({ logic, lock, log = () => {} }) {
  return {
    lockFileContents: { info: lock, packages: {} },
    packageBaseUrl: "https://runtime.invalid/",
    // Results must not depend on the order of a set, and a fixed seed makes a slip repeatable.
    env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: LOGIC_PATH },
    stdin: () => {
      throw new Error("Calculators do not read from standard input");
    },
    stdout: (line) => log("stdout", line),
    stderr: (line) => log("stderr", line),
    fsInit: async (fileSystem) => {
      const bytes = await logic;
      fileSystem.mkdirTree("/lib");
      fileSystem.writeFile(LOGIC_PATH, bytes, { canOwn: true });
    },
  };
}

/** The one Python function that is called from JavaScript; strings in, strings out, so no proxies are left behind. */
export function respondOf(pyodide, { woken = false } = {}) {
  const desk = pyodide.pyimport("net_guide_desk");
  if (woken) desk.wake();
  const respond = desk.respond.copy(); // an attribute is only borrowed from its module's proxy
  desk.destroy();
  return (request) => respond(request);
}
