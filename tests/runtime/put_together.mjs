/**
 * Packs a memory, sends it in pieces and puts it together again, as a worker does while a snapshot arrives.
 * Standard input: {"script": browser/snapshot.js, "size": bytes, "pieces": bytes, "early": share of the pieces that come before
 *   the interpreter is linked, "other": place of a word that another interpreter's file has | null,
 *   "alter": {"at": place of a 32-bit number, "to": number} | null, "missing": bytes at the end}
 * Standard output: {"same": whether the memory is as it was, "head": the same of Pyodide's header, "said": error, "length": bytes}
 */

import { readFileSync } from "node:fs";
const { script, size, pieces, early, other, alter, missing } = JSON.parse(readFileSync(0, "utf-8"));
const { packSnapshot, waking } = await import(script);
let seed = 7;
const chance = (most) => (seed = (seed * 16807) % 2147483647) % most;
const header = 50;
const whole = new Uint8Array(header + size);
for (let place = 0; place < header; place += 1) whole[place] = 1 + chance(255);
const base = new Uint8Array(size); // what the interpreter's file writes
for (let place = 0; place < size / 4; place += 1) base[place] = chance(256);
whole.set(base, header);
for (let run = 0; run < 200; run += 1) {
  const place = chance(size - 90);
  for (let byte = 0; byte < chance(90); byte += 1) whole[header + place + byte] = chance(256);
}
const written = base.findLastIndex((byte) => byte !== 0) + 1;
const packed = packSnapshot(whole, header, base);
if (alter) new DataView(packed.buffer).setUint32(alter.at * 4, alter.to, true);
const memory = { buffer: new ArrayBuffer(size) };
const own = new Uint8Array(memory.buffer);
own.set(base);
if (other !== null) own[other * 4] += 1;
const woken = waking({ memory: whole.length, header, written, packed: packed.length });
woken.loaded(memory);
own.fill(9, 100, 300); // linking writes here and there
own.fill(9, size - 40);
const sent = [];
const arrives = packed.subarray(0, packed.length - missing);
for (let at = 0; at < arrives.length; at += pieces) sent.push(arrives.slice(at, at + pieces));
sent.forEach((piece, index) => {
  if (index === Math.floor(sent.length * early)) woken.begin();
  woken.take(piece);
});
let said = "";
try {
  woken.end();
  woken.snapshot.subarray(header);
} catch (error) {
  said = error.message;
}
const alike = (one, other) => Buffer.compare(one, other) === 0;
const same = alike(own, whole.subarray(header));
const head = alike(woken.snapshot.subarray(0, header), whole.subarray(0, header));
process.stdout.write(JSON.stringify({ same, head, said, length: woken.snapshot.length }));
