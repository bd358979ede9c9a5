/**
 * `lookAtContrast(apart)` has axe look at the contrast of one element for each look on the page: its colour, what lies
 * behind it, its size and weight, its element and class. `lookAtContrast(null)` has it look at every element again.
 *
 * What axe says of contrast hangs on nothing else, so the first of a hundred table cells speaks for all. `apart` are
 * selectors of what is left out.
 */
window.lookAtContrast = (apart) => {
  for (const each of document.querySelectorAll("[data-look]")) each.removeAttribute("data-look");
  // So long that axe does not name the element by it.
  if (apart) for (const each of oneOfAKind(apart)) each.dataset.look = "it stands for all that look as it does";
  axe.configure({ rules: [{ id: "color-contrast", selector: apart ? "[data-look]" : "*" }] });
};

function oneOfAKind(apart) {
  const grounds = new Map([[null, ""]]);
  const ground = (element) => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const clear = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none" && opacity === "1";
      const own = clear ? "" : `|${backgroundColor} ${backgroundImage} ${opacity}`;
      grounds.set(element, ground(element.parentElement) + own);
    }
    return grounds.get(element);
  };
  const looks = new Map();
  const look = (element) => {
    if (apart.length && element.closest(apart.join(","))) return;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const kind = [element.tagName, element.className, color, fontSize, fontWeight, textShadow, ground(element)];
    const key = kind.join(" ");
    if (!looks.has(key)) looks.set(key, element);
  };
  document.querySelectorAll("input, select, textarea").forEach(look);
  const seen = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (seen.has(element) || !texts.currentNode.data.trim()) continue;
    seen.add(element);
    look(element);
  }
  return looks.values();
}
