/**
 * The sparse snapshot: Python's memory with the logic imported, as the bytes that differ from what the interpreter's own
 * file writes there. Made in Node at build (runtime/snapshot.mjs), put together again in the worker.
 *
 * Layout, little-endian 32-bit numbers: MAGIC, length of Pyodide's header, length of the whole, number of runs, length of
 * what the interpreter's file writes, a mark of that; the header, filled up to four bytes; for each run its place in the memory and its
 * length; the bytes of all runs.
 */

const MAGIC = 0x3353474e; // "NGS3"
const FIELDS = 6;
const GAP = 24; // equal bytes between two runs that cost less to repeat than to skip

/**
 * A number by which one interpreter's data is told from another's, of every sixteenth word: a snapshot has only what differs
 * from the data of the one that it was made for.
 */
function markOf(base) {
  const words = new Uint32Array(base.buffer, base.byteOffset, base.length >> 2);
  let mark = 0;
  for (let place = 0; place < words.length; place += 16) mark = (Math.imul(mark, 31) + words[place]) >>> 0;
  return mark;
}

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
  new Uint32Array(packed.buffer, 0, FIELDS).set([MAGIC, headerLength, whole.length, runs.length, written, markOf(base.slice(0, written))]);
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
 * of the memory. From then on what has arrived is laid where it belongs, inside the interpreter's own memory; a whole one beside
 * it would be twenty megabytes to fill and to copy. Nothing of Python runs before all of it is there.
 *
 * @param {{memory: number, header: number, written: number, packed: number}} sizes of the whole snapshot, of Pyodide's header,
 *   of what the interpreter's file writes, and of the packed form
 * @returns {{snapshot: Uint8Array, loaded: (memory: WebAssembly.Memory) => void, begin: () => void,
 *   take: (piece: Uint8Array) => void, end: () => void}}
 *   `snapshot` is what Pyodide's `_loadSnapshot` takes. To be called: `loaded` when the interpreter has just been loaded,
 *   before any of it runs; `begin` when it is linked; `take` with each piece in turn, at any time; `end` once all of them are
 *   known to be as they were made, before Pyodide reads the header.
 */
export function waking(sizes) {
  const { memory: total, header: headerLength, written: baseLength } = sizes;
  const snapshot = new Uint8Array(headerLength);
  const head = new Uint8Array(FIELDS * 4 + ((headerLength + 3) & ~3));
  const waiting = []; // what has arrived and is not where it belongs yet
  let at = 0; // of the first of it
  let received = 0;
  let memory, base, heap, table, mark, fault;
  let run = 0; // of the table
  let [target, place, until] = [head, 0, head.length]; // what is filled now: the head, the table, then each run; null after the last

  const next = () => {
    if (target === head) {
      const found = sizesOf(head, sizes);
      const { runs } = found;
      if (runs * 8 > sizes.packed) throw new Error(`${runs} runs in ${sizes.packed} bytes`);
      mark = found.mark;
      table = new Uint32Array(runs * 2);
      target = new Uint8Array(table.buffer);
      [place, until] = [0, target.length];
    } else if (run < table.length) {
      if (run === 0 && mark !== markOf(base)) throw new Error("it was made for another interpreter");
      target = heap;
      place = table[run];
      until = place + table[run + 1];
      run += 2;
      if (until > heap.length) throw new Error(`a run ends at ${until} of ${heap.length} bytes`);
    } else target = null;
  };
  const lay = () => {
    for (;;) {
      while (place < until) {
        if (!waiting.length) return;
        const [piece] = waiting;
        const length = Math.min(piece.length - at, until - place);
        target.set(piece.subarray(at, at + length), place);
        place += length;
        at += length;
        if (at < piece.length) continue;
        waiting.shift();
        at = 0;
      }
      if (!target || (table && !heap)) return; // the runs wait for the memory that they belong into
      next();
    }
  };
  /** What has not been compared with its digest yet may be anything: a fault in it is told at the end. */
  const tried = () => {
    if (fault) return;
    try {
      lay();
    } catch (error) {
      fault = new Error(`This is not the snapshot that was announced: ${error.message}`);
    }
  };
  const loaded = (itsMemory) => {
    memory = itsMemory;
    base = new Uint8Array(memory.buffer, 0, baseLength).slice();
  };
  const begin = () => {
    heap = new Uint8Array(memory.buffer, 0, total - headerLength);
    heap.set(base);
    heap.fill(0, baseLength); // what has run meanwhile wrote there
    tried();
  };
  const take = (piece) => {
    waiting.push(piece);
    received += piece.length;
    tried();
  };
  const end = () => {
    if (!fault && (received !== sizes.packed || !table)) fault = new Error(`The snapshot has ${received} bytes, not ${sizes.packed}`);
    if (fault) throw fault;
    snapshot.set(head.subarray(FIELDS * 4, FIELDS * 4 + headerLength));
  };
  Object.defineProperties(snapshot, {
    length: { value: total }, // Pyodide makes the memory as large
    subarray: {
      value(from, to) {
        if (from !== headerLength) return Uint8Array.prototype.subarray.call(this, from, to);
        if (!heap) begin();
        if (fault || target) throw fault ?? new Error("The snapshot is not whole");
        return new Uint8Array(0); // nothing is left to copy
      },
    },
  });
  return { snapshot, loaded, begin, take, end };
}

/** The sizes in the first fields of a packed snapshot, which are to be those that were announced. */
function sizesOf(bytes, announced = {}) {
  const [magic, header, memory, runs, written, mark] = new Uint32Array(bytes.buffer, bytes.byteOffset, FIELDS);
  if (magic !== MAGIC) throw new Error("it is none of ours");
  const found = { memory, header, written, runs, mark };
  for (const name of ["memory", "header", "written"]) {
    if (name in announced && found[name] !== announced[name]) throw new Error(`${name} ${found[name]}, not ${announced[name]}`);
  }
  return found;
}

/** The same for a snapshot that is here already. */
export function unpackSnapshot(packed) {
  const { memory, header, written } = sizesOf(new Uint8Array(packed));
  const woken = waking({ memory, header, written, packed: packed.byteLength });
  woken.take(new Uint8Array(packed));
  woken.end();
  return woken;
}
