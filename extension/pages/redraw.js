"use strict";
// Makes what is drawn equal to what is to be drawn, keeping every element that is still wanted:
// so focus, ticks, scrolling, live regions and a click under way outlive it.

const Redraw = (() => {
  // An element with one of these stands for the same thing only where it has the same.
  const NAMES = ["id", "name", "data-setting", "data-receipt", "data-kind", "data-action", "data-part"];

  /** @param {Node} drawn @param {Node} wanted */
  const isSame = (drawn, wanted) =>
    drawn.nodeName === wanted.nodeName &&
    (!(drawn instanceof Element && wanted instanceof Element) || NAMES.every((name) => drawn.getAttribute(name) === wanted.getAttribute(name)));

  /** @param {Element} drawn @param {Element} wanted */
  const update = (drawn, wanted) => {
    for (const { name } of [...drawn.attributes]) if (!wanted.hasAttribute(name)) drawn.removeAttribute(name);
    for (const { name, value } of wanted.attributes) if (drawn.getAttribute(name) !== value) drawn.setAttribute(name, value);
    // What is chosen is no attribute once the person has chosen; ticks are the person's alone.
    if (drawn instanceof HTMLOptionElement && wanted instanceof HTMLOptionElement && drawn.selected !== wanted.selected) drawn.selected = wanted.selected;
    if (drawn instanceof HTMLInputElement && wanted instanceof HTMLInputElement && drawn.type === "radio") drawn.checked = wanted.checked;
    Redraw.children(drawn, [...wanted.childNodes]);
  };

  return Object.freeze({
    /** @param {Element} parent @param {Node[]} wanted its children to be */
    children(parent, wanted) {
      const left = [...parent.childNodes];
      const children = wanted.map((node) => {
        const at = left.findIndex((drawn) => isSame(drawn, node));
        if (at < 0) return node;
        const [kept] = left.splice(at, 1);
        if (kept instanceof Element && node instanceof Element) update(kept, node);
        else if (kept.nodeValue !== node.nodeValue) kept.nodeValue = node.nodeValue;
        return kept;
      });
      for (const gone of left) gone.remove();
      children.forEach((node, at) => {
        if (parent.childNodes[at] !== node) parent.insertBefore(node, parent.childNodes[at] ?? null);
      });
    },
  });
})();
