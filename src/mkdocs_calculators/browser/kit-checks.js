/**
 * Replays the worked examples in this browser and says what came of it.
 *
 * What each should give was worked out at build by CPython, after the build had checked it against the sources. One
 * question is put at a time, in a moment in which the page has nothing to do, so that a reader's own question never
 * waits for more than one of them.
 */

import { desk } from "./desk.js";
import { textOf } from "./kit-data.js";

const EVERY = 50; // checks between two changes of the line

const idle = () =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: 200 });
    else setTimeout(resolve, 4);
  });

const spaced = (text) => text.replace(/\s+/g, " ");

/** What was judged, in one line of words. */
function wordsOf(response) {
  if (response.headline) return `${response.headline.state}: ${spaced(response.headline.text)}`;
  if (response.problems) return `refused: ${[...new Set(response.problems.map((each) => each.fact))].sort().join(", ")}`;
  return response.failure;
}

/**
 * Puts every check, one after the other.
 * @param checks  [{calculator, title, name, variant, answers, expected}]
 * @param onStep  called with the number of checks put so far and the differences found
 * @returns {Promise<{failure?: string, differences: string[], count: number}>}
 */
export async function replay(checks, onStep = () => {}) {
  const differences = [];
  for (const [index, { calculator, title, name, variant, answers, expected }] of checks.entries()) {
    await idle();
    const response = await desk.ask({ calculator, variant, answers, want: "headline" }, { key: "kit checks" });
    if (response.reason) return { failure: response.failure, differences, count: index };
    const given = wordsOf(response);
    if (given !== expected) differences.push(`${title}, “${name}”: expected “${expected}”; this browser gives “${given}”.`);
    onStep(index + 1, differences);
  }
  return { differences, count: checks.length };
}

/** Runs the checks once Python is here, and writes the outcome into `line` and each difference into `list`. */
export async function startChecks(line, list) {
  let checks;
  try {
    checks = JSON.parse(await textOf("net-checks"));
  } catch (error) {
    line.dataset.outcome = "stopped";
    line.textContent = `The checks cannot run: ${error.message}`;
    throw error;
  }
  const total = checks.length;
  const outcome = await replay(checks, (count, differences) => {
    if (count % EVERY === 0) line.textContent = `Checking in this browser: ${count - differences.length} of ${total} passed so far`;
  });
  const { differences, count, failure } = outcome;
  line.setAttribute("aria-live", "polite");
  line.dataset.outcome = failure ? "stopped" : differences.length > 0 ? "different" : "passed";
  line.textContent = failure
    ? `The checks stopped after ${count} of ${total}: ${failure}`
    : `${total - differences.length} of ${total} checks passed`;
  if (differences.length === 0) return;
  line.textContent += `. Do not rely on this copy in this browser: ${differences.length} worked examples come out differently.`;
  list.replaceChildren(
    ...differences.map((each) => {
      const item = document.createElement("li");
      item.textContent = each;
      return item;
    }),
  );
  list.hidden = false;
}
