"""What the engine costs a page, counted without a clock: it does not grow with the page."""

from __future__ import annotations

import json

import parts
from page import Page
from standin import Scenario

SMALL, LARGE = 300, 9_000  # rows; of the larger page not even a survey queries all
# Counts every call that leads through a part of the page, by its name.
COUNT = """
window.counted = {};
const count = (prototype, name) => {
  const was = Object.getOwnPropertyDescriptor(prototype, name);
  const key = was.get ? "get" : "value";
  Object.defineProperty(prototype, name, { ...was, [key](...all) {
    counted[name] = (counted[name] ?? 0) + 1;
    return Reflect.apply(was[key], this, all);
  } });
};
for (const prototype of [Document.prototype, Element.prototype, DocumentFragment.prototype]) {
  for (const name of ["querySelector", "querySelectorAll"]) count(prototype, name);
}
for (const name of ["getBoundingClientRect", "checkVisibility", "firstElementChild", "nextElementSibling",
  "lastElementChild", "previousElementSibling"]) count(Element.prototype, name);
for (const name of ["elementFromPoint", "elementsFromPoint", "getElementById"]) {
  count(Document.prototype, name);
}
for (const name of ["firstChild", "nextSibling", "parentNode"]) count(Node.prototype, name);
count(HTMLInputElement.prototype, "labels");
count(HTMLButtonElement.prototype, "labels");
count(TreeWalker.prototype, "nextNode");
"""
QUERIES = ("querySelector", "querySelectorAll")


def counted(page: Page, rows: int) -> dict[str, dict[str, int]]:
    """What each part asks of a settings page with so many rows more, whose switch is known."""
    page.site.scenario = Scenario(rows=rows)
    page.open()
    page.ready(timeout=60)
    parts.put(page.driver, COUNT)
    assert parts.ask(page.driver, "() => parts.isFound")
    run = "(name) => { counted = {}; parts.run(name); return [name, counted]; }"
    names = json.dumps(parts.NAMES)
    found: dict[str, dict[str, int]] = parts.ask(page.driver, f"() => Object.fromEntries({names}.map({run}))")
    return found


def test_nothing_is_asked_more_often_on_a_larger_page(bare: Page) -> None:
    small, large = (counted(bare, rows) for rows in (SMALL, LARGE))
    for part in parts.NAMES:
        # A frame and a step more or less, where lists are cut.
        assert sum(large[part].values()) <= sum(small[part].values()) + 20, part
    assert sum(large["survey for a press"].values()) > 500, "the counting works"


def test_each_part_asks_for_no_more_than_it_needs(bare: Page) -> None:
    found = counted(bare, SMALL)
    assert found["frame"] == {}, "the page grows at no cost"
    assert found["beat"].get("getBoundingClientRect", 0) <= 10, found["beat"]
    assert not [name for name in QUERIES if found["beat"].get(name, 0) > 1], found["beat"]
    # The look that finds the switch by its key makes no survey.
    assert found["first"]["getElementById"] <= 6, found["first"]
    assert sum(found["first"].get(name, 0) for name in QUERIES) <= 20, found["first"]
    assert sum(found["first"].values()) < 500, found["first"]
