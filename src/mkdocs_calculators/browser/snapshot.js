/**
 * The sparse snapshot: Python's memory with the logic imported, as the bytes that differ from what the interpreter's own
 * file writes there. Made in Node at build (runtime/snapshot.mjs), put together again in the worker.
 *
 * Layout, little-endian 32-bit numbers: MAGIC, length of Pyodide's header, length of the whole, number of runs; the header,
 * filled up to four bytes; for each run its place in the memory and its length; the bytes of all runs.
 */

const MAGIC = 0x3153474e; // "NGS1"
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
  const packed = new Uint8Array(16 + padded + runs.length * 8 + length);
  new Uint32Array(packed.buffer, 0, 4).set([MAGIC, headerLength, whole.length, runs.length]);
  packed.set(whole.subarray(0, headerLength), 16);
  const table = new Uint32Array(packed.buffer, 16 + padded, runs.length * 2);
  let at = 16 + padded + runs.length * 8;
  runs.forEach(({ start, end }, index) => {
    table.set([start, end - start], index * 2);
    packed.set(heap.subarray(start, end), at);
    at += end - start;
  });
  return packed;
}

/**
 * The whole snapshot without its memory yet, and what fills it in once the interpreter has been loaded.
 * @param {ArrayBuffer} packed
 * @returns {{whole: Uint8Array, fill: (base: Uint8Array) => void}}
 */
export function unpackSnapshot(packed) {
  const [magic, headerLength, total, count] = new Uint32Array(packed, 0, 4);
  if (magic !== MAGIC) throw new Error("This is not a snapshot of ours");
  const padded = (headerLength + 3) & ~3;
  const whole = new Uint8Array(total);
  whole.set(new Uint8Array(packed, 16, headerLength));
  const fill = (base) => {
    whole.set(base.subarray(0, total - headerLength), headerLength);
    const table = new Uint32Array(packed, 16 + padded, count * 2);
    let at = 16 + padded + count * 8;
    for (let index = 0; index < table.length; index += 2) {
      const length = table[index + 1];
      whole.set(new Uint8Array(packed, at, length), headerLength + table[index]);
      at += length;
    }
  };
  return { whole, fill };
}
