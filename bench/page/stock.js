// The same work as a page would do it with Pyodide as its package comes: main thread, its own library, our logic as source.
const STOCK = new URL("/stock/", location.href).href;
const { loadPyodide } = await import(`${STOCK}pyodide.mjs`);

const pyodide = await loadPyodide({ indexURL: STOCK });
const logic = await (await fetch(`${STOCK}logic.zip`)).arrayBuffer();
pyodide.unpackArchive(logic, "zip", { extractDir: "/home/pyodide/logic" });
pyodide.runPython('import sys; sys.path.insert(0, "/home/pyodide/logic")');
const respond = pyodide.pyimport("net_guide_desk").respond;

const request = { calculator: BENCH.calculator, variant: BENCH.variant, element: BENCH.element, answers: BENCH.answers, brief: true };
const response = JSON.parse(respond(JSON.stringify(request)));
if (!response.result) throw new Error(JSON.stringify(response.problems ?? response.failure));
document.querySelector("[data-net=result]").innerHTML = response.html.result;
globalThis.bench.done();
