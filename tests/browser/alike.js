/**
 * `oneOfAKind(apart)` returns one element with text for each look on the page: its colour, what lies behind it, its
 * size and weight, its element and class.
 *
 * What axe says of contrast hangs on nothing else, so the first of a hundred table cells speaks for all. `apart` are
 * selectors of what is left out.
 */
window.oneOfAKind = (apart) => {
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
  const seen = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (seen.has(element) || !texts.currentNode.data.trim()) continue;
    seen.add(element);
    if (apart.length && element.closest(apart.join(","))) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const kind = [element.tagName, element.className, color, fontSize, fontWeight, textShadow, ground(element)];
    const look = kind.join(" ");
    if (!looks.has(look)) looks.set(look, element);
  }
  return [...looks.values()];
};
