/**
 * The sparse snapshot: Python's memory with the logic imported, as the bytes that differ from what the interpreter's own
 * file writes there. Made in Node at build (runtime/snapshot.mjs), put together again in the worker.
 *
 * Layout, little-endian 32-bit numbers: MAGIC, length of Pyodide's header, length of the whole, number of runs, length of
 * what the interpreter's file writes; the header, filled up to four bytes; for each run its place in the memory and its
 * length; the bytes of all runs.
 */

const MAGIC = 0x3253474e; // "NGS2"
const FIELDS = 5;
const GAP = 24; // equal bytes between two runs that cost less to repeat than to skip

/** The packed form of a whole snapshot, given the memory as it is when the interpreter has just been loaded. */
export function packSnapshot(whole, headerLength, base) {
  const heap = whole.subarray(headerLength);
  const runs = [];
  for (let place = 0; place < heap.length; place += 1) {
    if (heap[place] === (base[place] ?? 0)) continue;
    const last = runs.at(-1);
    if (last && place - last.end <= GAP) last.end = place + 1;
    else runs.push({ start: place, end: place + 1 });
  }
  const padded = (headerLength + 3) & ~3;
  const length = runs.reduce((sum, { start, end }) => sum + end - start, 0);
  const written = base.findLastIndex((byte) => byte !== 0) + 1;
  const start = FIELDS * 4;
  const packed = new Uint8Array(start + padded + runs.length * 8 + length);
  new Uint32Array(packed.buffer, 0, FIELDS).set([MAGIC, headerLength, whole.length, runs.length, written]);
  packed.set(whole.subarray(0, headerLength), start);
  const table = new Uint32Array(packed.buffer, start + padded, runs.length * 2);
  let at = start + padded + runs.length * 8;
  runs.forEach(({ start, end }, index) => {
    table.set([start, end - start], index * 2);
    packed.set(heap.subarray(start, end), at);
    at += end - start;
  });
  return packed;
}

/**
 * Lets Python wake in a memory that is still on its way: Pyodide loads the interpreter and links it, which needs only the size
 * of the memory, and what the memory holds may arrive until then. It is put together inside the interpreter's own memory; a
 * whole one beside it would be twenty megabytes to fill and to copy.
 * @param {{memory: number, header: number, written: number}} sizes of the whole snapshot, of Pyodide's header, and of what the
 *   interpreter's file writes
 * @returns {{snapshot: Uint8Array, loaded: (memory: WebAssembly.Memory) => void, arrived: (packed: ArrayBuffer) => void}}
 *   what Pyodide's `_loadSnapshot` takes; `loaded` is to be called when the interpreter has just been loaded, before any of it
 *   runs, and `arrived` before Pyodide copies the memory
 */
export function waking(sizes) {
  const { memory: total, header: headerLength, written: baseLength } = sizes;
  const snapshot = new Uint8Array(headerLength);
  let packed, memory, base;
  const loaded = (itsMemory) => {
    memory = itsMemory;
    base = new Uint8Array(memory.buffer, 0, baseLength).slice();
  };
  const arrived = (bytes) => {
    const found = sizesOf(bytes);
    for (const [name, size] of Object.entries(sizes)) {
      if (found[name] !== size) throw new Error(`This is not the snapshot that was announced: ${name} ${found[name]}, not ${size}`);
    }
    packed = bytes;
    snapshot.set(new Uint8Array(packed, FIELDS * 4, headerLength));
  };
  const fill = () => {
    const heap = new Uint8Array(memory.buffer, 0, total - headerLength);
    heap.set(base);
    heap.fill(0, baseLength); // what has run meanwhile wrote there
    const start = FIELDS * 4 + ((headerLength + 3) & ~3);
    const table = new Uint32Array(packed, start, sizesOf(packed).runs * 2);
    let at = start + table.byteLength;
    for (let index = 0; index < table.length; index += 2) {
      const length = table[index + 1];
      heap.set(new Uint8Array(packed, at, length), table[index]);
      at += length;
    }
  };
  Object.defineProperties(snapshot, {
    length: { value: total }, // Pyodide makes the memory as large
    subarray: {
      value(start, end) {
        if (start !== headerLength) return Uint8Array.prototype.subarray.call(this, start, end);
        fill();
        return new Uint8Array(0); // nothing is left to copy
      },
    },
  });
  return { snapshot, loaded, arrived };
}

/** The sizes in the first fields of a packed snapshot. */
function sizesOf(packed) {
  const [magic, header, memory, runs, written] = new Uint32Array(packed, 0, FIELDS);
  if (magic !== MAGIC) throw new Error("This is not a snapshot of ours");
  return { memory, header, runs, written };
}

/** The same for a snapshot that is here already. */
export function unpackSnapshot(packed) {
  const { memory, header, written } = sizesOf(packed);
  const woken = waking({ memory, header, written });
  woken.arrived(packed);
  return woken;
}
