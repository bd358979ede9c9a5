/**
 * When to begin loading Python: as soon as the reader shows that they mean to use the calculator, not before.
 *
 * Focus always counts. Pointing at the form and scrolling to it count too, unless the reader asked the browser to save
 * data. A form that is on the screen when the page opens is no intent yet: the page may only be read.
 */

export function onIntent(element, form, begin, signal) {
  element.addEventListener("focusin", begin, { signal });
  if (navigator.connection?.saveData) return;
  element.addEventListener("pointerenter", begin, { signal });
  element.addEventListener("touchstart", begin, { signal, passive: true });
  const watch = () => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((each) => each.isIntersecting)) return;
      observer.disconnect();
      begin();
    });
    observer.observe(form);
    signal.addEventListener("abort", () => observer.disconnect());
  };
  addEventListener("wheel", watch, { once: true, passive: true, signal });
  addEventListener("touchmove", watch, { once: true, passive: true, signal });
  addEventListener("keydown", watch, { once: true, signal });
}
