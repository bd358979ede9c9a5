/**
 * The pages of the one-file kit: one at a time, by the part of the address after #.
 *
 * `#calculators/<id>` and `#notices` are pages, `#c2~<id>~…` is a link with a case (link.js), `#<page>--<place>` and
 * `#net-<id>-<place>` are places on a page, and everything else is the list. A page comes out of its block when it is
 * first wanted, and stays in the document: its answers are there when the reader comes back.
 */

import { textOf } from "./kit-data.js";
import { linkedCalculator } from "./link.js";

const list = document.getElementById("kit-list");
const main = document.getElementById("kit-main");
const shown = new Map([["", list]]);
const names = new Set(main.dataset.pages.split(" "));
const sheets = JSON.parse(main.dataset.sheets); // calculator -> the page on which its result is the board's sheet
let turn = 0; // the newest wish; a page that arrives late is not shown over it

function pageOf(place) {
  const linked = linkedCalculator(place);
  const page = linked ? (sheets[linked] ?? `calculators/${linked}`) : place;
  if (names.has(page)) return page;
  const inside = /^(\w+)--/.exec(place)?.[1] ?? /^net-(\w+)-/.exec(place)?.[1];
  return [`calculators/${inside}`, inside].find((each) => names.has(each)) ?? "";
}

async function take(page) {
  const section = document.createElement("section");
  section.className = "kit-page";
  try {
    section.innerHTML = await textOf(`net-page-${page}`); // drawn by the build, the same article as on the site
  } catch (error) {
    const heading = document.createElement("h1");
    heading.textContent = "This page cannot be shown";
    const words = document.createElement("p");
    words.textContent = error.message;
    section.append(heading, words);
    console.error(error);
  }
  return section;
}

function name(section) {
  const title = section.querySelector("h1").textContent.trim();
  document.title = section === list ? main.dataset.title : `${title} - ${main.dataset.title}`;
}

export async function show(place, { focus = true } = {}) {
  const mine = (turn += 1);
  const page = pageOf(place);
  if (!shown.has(page)) {
    const section = await take(page);
    if (mine !== turn) return;
    if (!shown.has(page)) {
      shown.set(page, section);
      main.append(section);
    }
  }
  const section = shown.get(page);
  const arrived = section.hidden || section !== main.querySelector("[data-current]");
  for (const each of shown.values()) {
    each.hidden = each !== section;
    each.toggleAttribute("data-current", each === section);
  }
  name(section);
  if (linkedCalculator(place) !== null) setTimeout(() => history.replaceState(history.state, "", `#${page}`)); // after the form has read it
  const target = place === page ? null : document.getElementById(place);
  if (target) return target.scrollIntoView({ block: "start" });
  if (!arrived || linkedCalculator(place) !== null) return;
  const heading = section.querySelector("h1");
  heading.tabIndex = -1;
  if (focus) heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** What stands behind #, as text where it is that. */
export function place() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}
