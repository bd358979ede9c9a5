/** "Skip to content" takes the focus along: the theme's instant navigation scrolls there and leaves the focus behind. */

addEventListener("click", ({ target }) => {
  const link = target.closest?.(".md-skip");
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
});
