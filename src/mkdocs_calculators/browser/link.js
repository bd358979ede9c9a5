/**
 * A link with a case in it: `#c=<calculator>&v=<content version>&by=<variant>&ki67_percent=8&creatinine_umol_l=1.5~mg%2FdL`.
 *
 * The part after # never leaves the browser. Only answers are in it, never free text: a number is digits, a choice the
 * id of an option. Several answers are joined by commas, none of them is a single dash, a unit follows a tilde, and a
 * confirmed value ends in an exclamation mark.
 */

const NUMBER = /^[-+−\d.,\s]{1,40}$/;
const OWN = new Set(["c", "v", "by"]);

export function linkFragment({ calculator, version, variant, answers }) {
  const parts = new URLSearchParams({ c: calculator, v: version });
  if (variant) parts.set("by", variant);
  for (const [fact, answer] of Object.entries(answers)) {
    const text = encoded(answer);
    if (text !== null) parts.set(fact, text);
  }
  return `#${parts}`;
}

function encoded(answer) {
  if (answer === null) return null;
  if (Array.isArray(answer)) return answer.join(",") || "-";
  if (typeof answer !== "object") return String(answer);
  const { value, unit, confirmed } = answer;
  if (!NUMBER.test(value)) return null;
  return `${value}${unit ? `~${unit}` : ""}${confirmed ? "!" : ""}`;
}

/** Reads a fragment; null when it is not a link to this calculator. */
export function readLink(hash, calculator) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  if (parts.get("c") !== calculator) return null;
  const answers = [...parts].filter(([key]) => !OWN.has(key));
  return { version: parts.get("v") ?? "", variant: parts.get("by"), answers };
}

/** Turns the text of one answer back into the shape that the field and Python read. */
export function decoded(text, kind) {
  if (kind === "several_of") return text === "-" ? [] : text.split(",");
  if (kind !== "number") return text;
  const confirmed = text.endsWith("!");
  const [value, unit] = (confirmed ? text.slice(0, -1) : text).split("~");
  return { value, ...(unit ? { unit } : {}), ...(confirmed ? { confirmed } : {}) };
}
