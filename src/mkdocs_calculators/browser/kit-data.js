/** What the one-file kit carries: base64 of gzip in scripts of a type that nobody runs. */

import { inflate } from "./inflate.js";
import { FAILURES } from "./words.js";

const whole =
  document.readyState === "loading"
    ? new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }))
    : Promise.resolve();

/** The text of one block. What it throws when it cannot has the reader's words as its message. */
export async function textOf(id) {
  if (typeof DecompressionStream !== "function") throw new Error(FAILURES.browser);
  await whole; // the end of the file, and even of this block, may still be on its way
  const block = document.getElementById(id);
  try {
    return new TextDecoder().decode(await inflate(block.textContent));
  } catch (cause) {
    throw new Error(FAILURES.incomplete, { cause });
  }
}
