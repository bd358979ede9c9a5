// Changes one number again and again, each time when the last result stands. Leaves milliseconds from input event to
// result, and the longest time between two frames, with the second that follows the last change.
async ({ fact, values }) => {
  const input = document.querySelector(`net-calculator .net-field[data-fact="${fact}"] input[type=text]`);
  const times = [];
  let [longest, last, drawing] = [0, performance.now(), true];
  const frame = (now) => {
    longest = Math.max(longest, now - last);
    last = now;
    if (drawing) requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => frame((last = now)));
  for (const value of values) {
    const judged = new Promise((resolve) => document.addEventListener("net-judged", resolve, { once: true }));
    input.value = String(value);
    const began = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await judged;
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 1500)); // what a sheet asks for once the reader rests
  drawing = false;
  return { times, longest };
};
