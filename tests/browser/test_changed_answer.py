"""What a changed answer does to the page: the old result is dimmed at once, and nothing is written that stood there.

A browser styles and lays out the page anew for an attribute or a text that is written again, and what that takes is
taken from Python, which works at the same time.
"""

import pytest

pytestmark = pytest.mark.browser

PAGES = {"calculators/prrt_eligibility": "platelets_1e9_l", "calculators/treatment_options": "ki67_percent"}
LOAD = """
() => new Promise((resolve) => {
  document.addEventListener("net-judged", resolve, { once: true });
  document.querySelector("button[data-net-load]").click();
})
"""
# Types numbers, one after the other, and lists what was written although it was there.
TYPE = """
async ([fact, numbers]) => {
  const input = document.querySelector(`.net-field[data-fact="${fact}"] input[type=text]`);
  const result = document.querySelector("net-calculator [data-net=result]");
  const seen = { dimmed: [], fresh: [], again: [] };
  const texts = (nodes) => [...nodes].map((each) => each.textContent).join("");
  const now = {
    attributes: ({ target, attributeName }) => target.getAttribute(attributeName),
    characterData: ({ target }) => target.data,
    childList: ({ addedNodes }) => texts(addedNodes),
  };
  const before = ({ type, oldValue, removedNodes }) => (type === "childList" ? texts(removedNodes) || null : oldValue);
  const watch = new MutationObserver((records) => {
    const same = records.filter((each) => now[each.type](each) === before(each));
    seen.again.push(...same.map(({ type, target }) => `${type} of ${target.cloneNode().outerHTML ?? target.data}`));
  });
  watch.observe(document.documentElement, {
    subtree: true, childList: true, attributeOldValue: true, characterDataOldValue: true,
  });
  for (const number of numbers) {
    const judged = new Promise((resolve) => document.addEventListener("net-judged", resolve, { once: true }));
    input.value = number;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await null; // answers that come together are judged once
    await null;
    seen.dimmed.push(getComputedStyle(result).opacity);
    await judged;
    seen.fresh.push(getComputedStyle(result).opacity);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return seen;
}
"""


@pytest.mark.parametrize("path", PAGES)
def test_a_changed_answer_dims_at_once_and_writes_only_what_differs(online, visit, path):
    page = visit(online, path)
    page.evaluate(LOAD)

    seen = page.evaluate(TYPE, [PAGES[path], ["30", "31", "32", "33"]])

    assert {float(each) for each in seen["dimmed"]} == {0.45}
    assert set(seen["fresh"]) == {"1"}
    assert seen["again"] == []
