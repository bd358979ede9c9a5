// Runs before any script of the page: fills in the answers once the form is there, and notes when the result stands.
// Given: BENCH = {calculator, answers: {fact: answer}, variant}. Leaves: bench.result, milliseconds since navigation began.
globalThis.bench = {
  done() {
    if (this.result !== undefined) return;
    this.result = performance.now();
    performance.mark("bench:result");
  },
};
performance.mark("bench:begin");
document.addEventListener("net-judged", (event) => {
  if (event.detail.state === "result") globalThis.bench.done();
});

function fill(form, fact, answer) {
  const field = form.querySelector(`.net-field[data-fact="${fact}"]`);
  const control = field.querySelector("input[type=text], select[name]");
  const value = typeof answer === "boolean" ? (answer ? "yes" : "no") : String(answer);
  if (control) control.value = value;
  else for (const input of field.querySelectorAll("input")) if ([].concat(value).includes(input.value)) input.checked = true;
  (control ?? field.querySelector("input")).dispatchEvent(new Event("input", { bubbles: true }));
}

/** Fills in the form if it is there; in the one-file kit a page comes out of its block after the file has been read. */
function fillIn() {
  const form = globalThis.BENCH && document.querySelector(`net-calculator[data-calculator="${BENCH.calculator}"] form`);
  if (!form) return false;
  performance.mark("bench:filled");
  const variant = form.querySelector("[data-net=variant]");
  if (variant && BENCH.variant) variant.value = BENCH.variant;
  for (const [fact, answer] of Object.entries(BENCH.answers)) fill(form, fact, answer);
  return true;
}

document.addEventListener("DOMContentLoaded", () => {
  if (fillIn()) return;
  new MutationObserver((_, observer) => fillIn() && observer.disconnect()).observe(document.body, { childList: true, subtree: true });
});
