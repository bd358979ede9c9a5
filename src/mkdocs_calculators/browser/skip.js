/**
 * "Skip to content" takes the focus along. The theme's instant navigation would fetch the page once more, put it in the
 * place of this one and leave the focus behind, so it does not get to see the click.
 */

addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.(".md-skip");
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    place.tabIndex = -1;
    place.focus();
  },
  { capture: true },
);
