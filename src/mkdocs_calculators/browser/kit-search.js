/** A plain search over the calculators: titles, intended use, what is asked, criteria, and the other words that people use. */

import { textOf } from "./kit-data.js";

const MOST = 3; // matching questions and criteria that are shown under a calculator

/** Lower case, without accents; a hyphen parts words here as in what the reader types. */
const folded = (text) =>
  ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/** Which calculators hold every word, best first, each with the terms that hold one of them. Each text is [shown, other words]. */
export function found(index, query) {
  const words = folded(query).trim().split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const holds = (text, word) => folded(text.join(" ")).includes(` ${word}`);
  return index
    .map((entry) => {
      const { title, use, terms } = entry;
      if (!words.every((word) => [title, use, ...terms].some((text) => holds(text, word)))) return null;
      const hits = terms.filter((term) => words.some((word) => holds(term, word)));
      // A title counts most; then how much of what is asked is about it, so that a long form does not come before a short one.
      const score = 10 * words.filter((word) => holds(title, word)).length + hits.length / (terms.length + 5);
      return { entry, terms: hits.slice(0, MOST).map(([shown]) => shown), score };
    })
    .filter(Boolean)
    .sort((one, other) => other.score - one.score);
}

function line({ entry, terms }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#calculators/${entry.id}`;
  link.textContent = entry.title[0];
  const use = document.createElement("p");
  use.textContent = entry.use[0];
  item.append(link, use);
  if (terms.length > 0) {
    const where = document.createElement("p");
    where.className = "net-quiet";
    where.textContent = terms.join(" · ");
    item.append(where);
  }
  return item;
}

export function startSearch(field, results, status, rest) {
  let index = null;
  const draw = async () => {
    try {
      index ??= JSON.parse(await textOf("net-index"));
    } catch (error) {
      status.textContent = error.message;
      throw error;
    }
    const query = field.value.trim();
    const hits = found(index, query);
    results.replaceChildren(...hits.map(line));
    results.hidden = query === "";
    rest.hidden = query !== "";
    status.textContent = query === "" ? "" : `${hits.length} of ${index.length} calculators`;
  };
  field.addEventListener("input", draw);
  field.addEventListener("keydown", (event) => {
    const first = event.key === "Enter" ? results.querySelector("a") : null;
    if (first) first.click();
    if (event.key === "Escape") {
      field.value = "";
      draw();
    }
  });
  draw();
}
