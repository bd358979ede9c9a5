/**
 * The script of the one-file kit: pages, search, and the checks, around the same calculators as on the site.
 *
 * Python starts on the reader's intent as everywhere, or after some idle seconds, because the kit checks itself.
 */

import "./native-worker.js"; // first: it looks at the Worker constructor before any shim can replace it
import { today } from "./actions.js";
import { desk } from "./desk.js";
import { startChecks } from "./kit-checks.js";
import { place, show } from "./kit-pages.js";
import { startSearch } from "./kit-search.js";
import "./element.js";

const QUIET = 4000; // milliseconds until Python is started without a wish for it
const node = (name) => document.getElementById(`kit-${name}`);

// Before the calculators listen: they take a case out of the address, which must have been read here by then.
addEventListener("hashchange", () => show(place()));
document.querySelector(".kit-skip").addEventListener("click", (event) => {
  event.preventDefault(); // the part after # says which page is shown
  node("main").focus();
});
show(place(), { focus: false });
startSearch(node("search"), node("found"), node("count"), node("all"));

// A day of the reader's clock, which is the one thing it is looked at for.
const overdue = node("overdue");
overdue.hidden = today() <= overdue.dataset.reviewBy;

desk.addEventListener("ready", () => startChecks(node("checks"), node("differences")), { once: true });
desk.addEventListener("failed", ({ detail }) => {
  if (!node("checks").dataset.outcome) node("checks").textContent = `The checks cannot run: ${detail.words}`;
});
setTimeout(() => desk.state === "idle" && desk.start(), QUIET);
