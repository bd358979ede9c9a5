// Starts Python on a bare page in one of the ways that were weighed against each other; the way stands in the address.
//   ?way=shipped   from the snapshot that the build made
//   ?way=inflated  the same, as a .gz that the page itself inflates
//   ?way=kept      from the snapshot that the build made, which this page keeps, inflated, in Cache Storage for the next time
//   ?way=made      from the archives; then this page makes a snapshot, keeps it in Cache Storage and starts from that next time
// Leaves in bench.spent the milliseconds that making and keeping took, and in bench.settled a promise of the end of it.
import { NO_FILES, pyodideOptions } from "./boot.js";
import { unpackSnapshot } from "./snapshot.js";

const HERE = new URL(".", location.href).href;
const KEY = new URL("kept-snapshot", HERE).href;
const way = new URLSearchParams(location.search).get("way");
const file = async (name) => (await fetch(HERE + name)).arrayBuffer();
bench.spent = {};

let packed = null; // what is still to be kept

async function wayBack() {
  const kept = way === "made" || way === "kept" ? await (await caches.open("bench")).match(KEY) : null;
  if (way === "made") return kept ? { snapshot: new Uint8Array(await kept.arrayBuffer()) } : null;
  if (kept) return unpackSnapshot(await kept.arrayBuffer());
  if (way !== "inflated") {
    packed = await file("snapshot.bin");
    return unpackSnapshot(packed);
  }
  const squeezed = await fetch(`${HERE}snapshot.bin.gz`);
  const stream = squeezed.body.pipeThrough(new DecompressionStream("gzip"));
  return unpackSnapshot(await new Response(stream).arrayBuffer());
}

function noteWhenLoaded(loaded) {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const made = await instantiateStreaming.call(WebAssembly, source, imports);
    loaded?.(imports.env.memory ?? made.instance.exports.memory);
    return made;
  };
}

async function put(content, began) {
  await (await caches.open("bench")).put(KEY, new Response(content));
  bench.spent.keeping = performance.now() - began;
}

async function makeAndKeep(pyodide) {
  const began = performance.now();
  pyodide.runPython(`
import importlib, net_guide_desk
for name in net_guide_desk._GUIDE["calculators"]:
    importlib.import_module(f"calculators.{name}")
net_guide_desk.rest()
`);
  const made = pyodide.makeMemorySnapshot();
  bench.spent.making = performance.now() - began;
  await put(made, performance.now());
}

// Wasm and Pyodide's script are on their way while the snapshot is.
const [waking, lock] = await Promise.all([
  wayBack(),
  fetch(`${HERE}lock.json`).then((response) => response.json()),
  import(`${HERE}pyodide.mjs`),
]);
const { loadPyodide } = await import(`${HERE}pyodide.mjs`);
noteWhenLoaded(waking?.loaded);
const empty = () => URL.createObjectURL(new Blob([NO_FILES], { type: "application/zip" }));
const pyodide = await loadPyodide({
  ...pyodideOptions({ lock, logic: waking ? NO_FILES.slice() : file("logic.zip").then((bytes) => new Uint8Array(bytes)) }),
  indexURL: HERE,
  stdLibURL: waking ? empty() : `${HERE}library.zip`,
  ...(waking ? { _loadSnapshot: waking.snapshot } : way === "made" ? { _makeSnapshot: true } : {}),
});

const request = JSON.stringify({ calculator: BENCH.calculator, variant: BENCH.variant, element: BENCH.element, answers: BENCH.answers });
const names = pyodide.toPy({ request });
const text = pyodide.runPython(
  `
import net_guide_desk
${waking ? "net_guide_desk.wake()" : ""}
net_guide_desk.respond(request)
`,
  { globals: names },
);
names.destroy();
const response = JSON.parse(text);
if (!response.result) throw new Error(JSON.stringify(response.problems ?? response.failure));
document.querySelector("[data-net=result]").innerHTML = response.html.result;
bench.done();
if (way === "made" && !waking) bench.settled = makeAndKeep(pyodide);
if (way === "kept" && packed) bench.settled = put(packed, performance.now());
