/**
 * From a folder each link loads a page anew, and nothing in memory survives that. So that the case does not end at the
 * first link, it goes along in `window.name` when the reader follows a link to another file of the guide, and the page
 * that opens takes it out again at once: a reload, another address and another tab begin with an empty case. It is in
 * no storage, and unlike the part after # in no history.
 *
 * Firefox and WebKit empty `window.name` between two files: there each page of a folder begins with an empty case. An
 * address could carry it, but Firefox writes the addresses that it opens to its history, on the disk.
 */

const MARK = "open-net-guide-case:";
const STAYED = 5000; // milliseconds after which a page that is still here was not left

/** What came along with the click that led here: {given, worked}, each pairs of fact and entry; null when nothing did. */
export function cameAlong() {
  if (location.protocol !== "file:" || !window.name.startsWith(MARK)) return null;
  const text = window.name.slice(MARK.length);
  window.name = "";
  try {
    const { given, worked } = JSON.parse(text);
    return [given, worked].every((each) => Array.isArray(each) && each.every(isPair)) ? { given, worked } : null;
  } catch {
    return null;
  }
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
    window.name = MARK + JSON.stringify(along);
    setTimeout(() => (window.name = ""), STAYED);
  });
}
