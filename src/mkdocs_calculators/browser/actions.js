/** What a reader can do with a result: copy it as text, print it as a sheet, save a file. Nothing is sent or stored. */

/**
 * Copies a text that may still be on its way; returns false when the browser refused, with the text then selected in
 * `fallback` for the keyboard. The promise goes to the clipboard itself, because some browsers allow copying only
 * within the click.
 */
export async function copyText(promised, fallback) {
  fallback.hidden = true;
  try {
    const blob = promised.then((text) => new Blob([text], { type: "text/plain" }));
    if (typeof ClipboardItem === "function") await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    else await navigator.clipboard.writeText(await promised);
    return true;
  } catch {
    const text = await promised;
    fallback.hidden = false;
    fallback.value = text;
    fallback.focus();
    fallback.select();
    const copied = document.execCommand?.("copy") ?? false; // the way for browsers without the clipboard interface
    fallback.hidden = copied;
    return copied;
  }
}

/** Hands over a file made in this page's memory, which works from a folder as well. */
export function saveFile(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.hidden = true;
  document.body.append(link); // instant navigation and older browsers want it in the document
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it only after the reader's consent
}

/** Prints one calculator's result and nothing else of the page. */
export function printSheet(element) {
  const page = document.documentElement;
  const done = () => {
    page.classList.remove("net-sheet");
    element.classList.remove("net-printing");
  };
  page.classList.add("net-sheet");
  element.classList.add("net-printing");
  addEventListener("afterprint", done, { once: true });
  print();
}

/** Marks what is open to the reader, by a press, an address or the browser's search: to print, the theme opens all. */
const printing = matchMedia("print");
let printed = false;
addEventListener("beforeprint", () => (printed = true));
addEventListener("afterprint", () => (printed = false));
addEventListener(
  "toggle",
  ({ target }) => {
    if (printed || printing.matches || !target.matches?.(".net details")) return;
    target.toggleAttribute("data-opened", target.open);
  },
  true, // it does not bubble
);

/** The day on which something is printed, from the reader's clock: never part of a judgement. */
export const today = () => dayOf(new Date());

/** A moment as the reader's day, year first. */
export function dayOf(moment) {
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
