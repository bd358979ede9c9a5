/**
 * The Back button returns to the filled form, although instant navigation has thrown the page away.
 *
 * Answers stay in this tab's memory, never in storage, and come back only when the reader goes back or forward through
 * the history; a click on a link, like a reload, opens an empty form. The first link to a place on the very same page has
 * the theme put that page anew in its own place: that is no other page, and the answers stay.
 */

import { thisCase } from "./case.js";

const kept = new Map(); // path and element id -> {variant, answers}
let here = location.pathname;
let returned = "";

addEventListener("popstate", () => {
  if (location.pathname !== here) returned = location.pathname;
  here = location.pathname;
});

addEventListener("click", () => (returned = ""), { capture: true });

export function keep(id, path, answers) {
  here = location.pathname; // already that of the next page
  if (path === here && location.hash) returned = path;
  kept.set(`${path} ${id}`, answers);
}

/** Returns what was kept for this element when the reader has come back to its page, else nothing. */
export function takeBack(id) {
  const path = location.pathname;
  const back = returned === path;
  here = path;
  setTimeout(() => (returned = "")); // after the other calculators of this page have asked too
  const found = kept.get(`${path} ${id}`);
  kept.delete(`${path} ${id}`);
  return back ? found : undefined;
}

/** What was taken out of the case does not come back by the Back button. */
thisCase.addEventListener("changed", ({ detail }) => {
  if (detail.cleared) kept.clear();
  if (detail.removed) for (const { answers } of kept.values()) delete answers[detail.removed];
});
