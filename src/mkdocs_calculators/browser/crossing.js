/**
 * From a folder each link loads a page anew, and nothing in memory survives that. So that the case does not end at the
 * first link, it goes along when the reader follows a link to another file of the guide, and the page that opens takes
 * it out again at once: a reload, another address and another tab begin with an empty case.
 *
 * Chromium carries it in `window.name`, which is in no storage and no history. Firefox and WebKit empty that between
 * two files; there it goes along behind #, which the next page takes out of the address before anything else.
 */

const MARK = "open-net-guide-case:";
const BEHIND = "#net-case=";
const STAYED = 5000; // milliseconds after which a page that is still here was not left
const keepsItsName = "userAgentData" in navigator; // Chromium

/** What came along with the click that led here: {given, worked}, each pairs of fact and entry; null when nothing did. */
export function cameAlong() {
  if (location.protocol !== "file:") return null;
  const text = keepsItsName ? fromName() : fromAddress();
  try {
    const { given, worked, place } = JSON.parse(text);
    if (place) goTo(place);
    return [given, worked].every((each) => Array.isArray(each) && each.every(isPair)) ? { given, worked } : null;
  } catch {
    return null;
  }
}

function fromName() {
  if (!window.name.startsWith(MARK)) return "";
  const text = window.name.slice(MARK.length);
  window.name = "";
  return text;
}

function fromAddress() {
  if (!location.hash.startsWith(BEHIND)) return "";
  const text = location.hash.slice(BEHIND.length);
  history.replaceState(history.state, "", location.pathname + location.search);
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The place on the page to which the link led. */
function goTo(place) {
  history.replaceState(history.state, "", location.pathname + location.search + place);
  addEventListener("load", () => document.getElementById(place.slice(1))?.scrollIntoView(), { once: true });
}

const isPair = (each) => Array.isArray(each) && typeof each[0] === "string" && typeof each[1]?.shown === "string";

/** @param packed returns {given, worked} as above, or null when there is nothing to take along */
export function takeAlong(packed) {
  if (location.protocol !== "file:") return;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented);
    if (!plain || !link || link.target || link.download || link.protocol !== "file:" || link.pathname === location.pathname) return;
    const along = packed();
    if (!along) return;
    if (keepsItsName) {
      window.name = MARK + JSON.stringify(along);
      setTimeout(() => (window.name = ""), STAYED);
    } else {
      event.preventDefault();
      location.href = link.href.replace(/#.*$/, "") + BEHIND + encodeURIComponent(JSON.stringify({ ...along, place: link.hash }));
    }
  });
}
