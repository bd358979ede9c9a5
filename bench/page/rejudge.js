// Changes one number again and again, each time when the last result stands: milliseconds from input event to result.
async ({ fact, values }) => {
  const input = document.querySelector(`net-calculator .net-field[data-fact="${fact}"] input[type=text]`);
  const times = [];
  for (const value of values) {
    const judged = new Promise((resolve) => document.addEventListener("net-judged", resolve, { once: true }));
    input.value = String(value);
    const began = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await judged;
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
};
