/**
 * `lookAtContrast(apart, known)` has axe look at the contrast of one element for each look on the page: its colour, what
 * lies behind it, its size and weight, its element and class, for a link also the colour of what stands around it. Looks
 * in `known` are left out, they were looked at before; all looks of the page are returned. `lookAtContrast(null)` has
 * axe look at every element again.
 *
 * What axe says of contrast hangs on nothing else, so the first of a hundred table cells speaks for all. `apart` are
 * selectors of what is left out.
 */
window.lookAtContrast = (apart, known = []) => {
  for (const each of document.querySelectorAll("[data-look]")) each.removeAttribute("data-look");
  const looks = apart ? oneOfAKind(apart) : new Map();
  for (const [look, element] of looks) {
    // So long that axe does not name the element by it.
    if (!known.includes(look)) element.dataset.look = "it stands for all that look as it does";
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: apart ? "[data-look]" : "*" }] });
  return [...looks.keys()];
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
  const around = (link) => {
    let block = link.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    // axe takes a link for a part of running text where there is more text than links.
    const links = [...block.querySelectorAll("a[href]")].map((each) => each.textContent).join("");
    return `${block.textContent.length > 2 * links.length} ${getComputedStyle(block).color}`;
  };
  const looks = new Map();
  const seen = new Set();
  const look = (element) => {
    if (!element || seen.has(element)) return;
    seen.add(element);
    if (apart.length && element.closest(apart.join(","))) return;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine, borderBottom } = getComputedStyle(element);
    const kind = [element.tagName, element.className, color, fontSize, fontWeight, textShadow, ground(element)];
    if (element.matches("a[href]")) kind.push(textDecorationLine, borderBottom, around(element));
    const key = kind.join(" ");
    if (!looks.has(key)) looks.set(key, element);
  };
  document.querySelectorAll("input, select, textarea").forEach(look);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (!texts.currentNode.data.trim()) continue;
    look(texts.currentNode.parentElement);
    look(texts.currentNode.parentElement.closest("a[href]"));
  }
  return looks;
}
