/**
 * From a folder each link loads a page anew, and nothing in memory survives that. So that the case does not end at the
 * first link, it goes along in `window.name` when the reader follows a link to another file of the guide, and the page
 * that opens takes it out again at once: a reload, another address and another tab begin with an empty case. It is in
 * no storage, and unlike the part after # in no history.
 *
 * Firefox and WebKit empty `window.name` between two files: there each page of a folder begins with an empty case, unless
 * the reader ticks "Take the case along" (case-panel.js). Then it goes after the # of the address, which those browsers
 * write to their history, on the disk: the words beside the box say so. The address is made clean on arrival, and is
 * good for that one click: opened again later, it begins with an empty case like every other.
 */

const MARK = "open-net-guide-case:";
const STAYED = 5000; // milliseconds after which a page that is still here was not left
const ARRIVED = 60_000; // milliseconds in which the next page comes: an older address is one out of the history

/** Whether this browser forgets the case with each link: pages of a folder, in an engine other than Chromium's. */
export const forgets = location.protocol === "file:" && navigator.vendor !== "Google Inc.";

/** `inAddress`: whether the reader lets the case go along in the address; it goes along with the case itself. */
export const crossing = { inAddress: false };

/** What came along with the click that led here: {given, worked}, each pairs of fact and entry; null when nothing did. */
export function cameAlong() {
  if (location.protocol !== "file:") return null;
  const byAddress = location.hash.startsWith(`#${MARK}`);
  if (!byAddress && !window.name.startsWith(MARK)) return null;
  let found = null;
  try {
    found = JSON.parse(byAddress ? decodeURIComponent(location.hash.slice(MARK.length + 1)) : window.name.slice(MARK.length));
  } catch {
    // cut or edited: nothing came along
  }
  const inTime = !byAddress || (forgets && Math.abs(Date.now() - found?.left) < ARRIVED);
  const whole = inTime && [found?.given, found?.worked].every((each) => Array.isArray(each) && each.every(isPair));
  if (byAddress) cleaned(whole && typeof found.hash === "string" ? found.hash : "");
  else window.name = "";
  if (!whole) return null;
  crossing.inAddress = byAddress;
  return { given: found.given, worked: found.worked };
}

const isPair = (each) => Array.isArray(each) && typeof each[0] === "string" && typeof each[1]?.shown === "string";

/** Takes the case out of the address and leaves the place on the page that the link led to. */
function cleaned(hash) {
  history.replaceState(null, "", location.pathname + location.search + hash);
  if (hash) addEventListener("load", () => document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView());
}

/** @param packed returns {given, worked} as above, or null when there is nothing to take along */
export function takeAlong(packed) {
  if (location.protocol !== "file:") return;
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented);
    if (!plain || !link || link.target || link.download || link.protocol !== "file:" || link.pathname === location.pathname) return;
    const along = packed();
    if (!along) return;
    if (crossing.inAddress) {
      event.preventDefault();
      const { href, hash } = link;
      const text = JSON.stringify({ ...along, hash, left: Date.now() });
      location.assign(`${href.slice(0, href.length - hash.length)}#${MARK}${encodeURIComponent(text)}`);
      return;
    }
    window.name = MARK + JSON.stringify(along);
    setTimeout(() => (window.name = ""), STAYED);
  });
}
