/**
 * The theme's script waits while Python starts for a reader who was quicker than it: it lays the page out for some tenths of a
 * second, on the processor that Python needs. It waits for the first result, and not a moment in which the reader might want it:
 * not once a link, or anything beside the calculators, is pressed, focused or typed into, and never longer than LONGEST. It is the
 * theme that follows a link without loading a page, which would lose what was entered.
 *
 * `globalThis.netGuideStarts` is the promise that the script, changed by theme_start.py, waits for; where there is none it runs.
 */

const LONGEST = 3000; // milliseconds
const TURNS = ["pointerdown", "click", "keydown", "focusin"]; // a screen reader may click without a pointer

export function holdTheme(desk) {
  desk.addEventListener("progress", () => (globalThis.netGuideStarts ??= firstResult(desk)), { once: true });
}

function firstResult(desk) {
  const over = new AbortController();
  const { signal } = over;
  return new Promise((resolve) => {
    const go = () => {
      over.abort();
      resolve();
    };
    // What has just been drawn is to be seen first.
    document.addEventListener("net-judged", () => requestAnimationFrame(() => setTimeout(go)), { signal });
    desk.addEventListener("failed", go, { signal });
    for (const turn of TURNS) {
      const look = ({ target }) => (target.closest?.("net-calculator") && !target.closest("a")) || go();
      addEventListener(turn, look, { signal, capture: true });
    }
    setTimeout(go, LONGEST);
  });
}
