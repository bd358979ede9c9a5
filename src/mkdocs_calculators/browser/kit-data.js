/** What the one-file kit carries: base64 of gzip in scripts of a type that nobody runs. */

import { inflate } from "./inflate.js";

const whole =
  document.readyState === "loading"
    ? new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }))
    : Promise.resolve();

/** The text of one block; null when there is none of that id. */
export async function textOf(id) {
  if (!document.getElementById(id)) await whole; // the end of the file may still be on its way
  const block = document.getElementById(id);
  return block ? new TextDecoder().decode(await inflate(block.textContent)) : null;
}
