"use strict";
// What is wrong with how something is drawn, by its boxes: text outside its place, things over each other, targets too small.

// A driver sees only what is a member of the window.
var Faults = (() => {
  const SLACK = 1.5; // CSS pixels that rounding may cost
  const TARGET = 44; // CSS pixels that a finger needs (WCAG 2.2, 2.5.5)
  const TALL = 0.4; // em by which the boxes of tall scripts' lines may overlap without their ink doing so

  /** @param {Text} text @param {number} [from] @param {number} [to] @returns {DOMRect[]} the boxes of its lines */
  const lines = (text, from = 0, to = text.length) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    // A direction mark alone at the end of a line has a box without width.
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };

  /** @param {Text} text @returns {DOMRect[]} the boxes of its words: a line's own may end in a space that hangs over its end */
  const words = (text) => [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => lines(text, index, index + word.length));

  /** @param {Element} root @returns {Text[]} what is read */
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = /** @type {Element} */ (node.parentElement);
      if (node.nodeValue?.trim() && parent.localName !== "option" && parent.checkVisibility()) found.push(/** @type {Text} */ (node));
    }
    return found;
  };

  /** @param {Text} text @returns {DOMRect} of the block that it stands in */
  const holder = (text) => {
    let at = /** @type {Element} */ (text.parentElement);
    while (getComputedStyle(at).display === "inline") at = /** @type {Element} */ (at.parentElement);
    return at.getBoundingClientRect();
  };

  /** @param {DOMRect} box @param {DOMRect} outer */
  const isBeside = (box, outer) => box.left < outer.left - SLACK || box.right > outer.right + SLACK;

  /** @param {DOMRect} one @param {DOMRect} other @param {number} down */
  const overlap = (one, other, down) =>
    one.left + SLACK < other.right && other.left + SLACK < one.right && one.top + down < other.bottom && other.top + down < one.bottom;

  /** @param {Element} element @returns {DOMRect} of a target: with its label, which is pressed as well */
  const target = (element) => (element.closest("label") ?? element).getBoundingClientRect();

  return Object.freeze({
    /**
     * @param {Element} root of what is drawn: nothing may stick out of it sideways
     * @returns {string[]} what is wrong, in words; empty where all is well
     */
    of(root) {
      const found = [];
      const outer = root.getBoundingClientRect();
      if (root.scrollWidth > root.clientWidth + SLACK) found.push(`all is ${root.scrollWidth - root.clientWidth} px too wide`);
      const tall = TALL * parseFloat(getComputedStyle(root).fontSize);
      const said = texts(root).map((text) => ({ text, says: `“${text.data.trim().slice(0, 40)}”`, lines: lines(text), holder: holder(text) }));
      for (const { text, says, lines: boxes, holder } of said) {
        const isOut = (/** @type {DOMRect} */ box) => isBeside(box, holder) || isBeside(box, outer);
        if (boxes.some(isOut) && words(text).some(isOut)) found.push(`${says} sticks out`);
      }
      said.forEach((one, at) => {
        for (const other of said.slice(at + 1)) {
          if (one.lines.some((line) => other.lines.some((box) => overlap(line, box, tall)))) found.push(`${one.says} lies over ${other.says}`);
        }
      });
      const buttons = [...root.querySelectorAll("button,select,input")].filter((element) => element.checkVisibility());
      buttons.forEach((one, at) => {
        const box = target(one);
        if (box.width < TARGET || box.height < TARGET) found.push(`${one.getAttribute("data-action") ?? one.localName} is ${box.width} × ${box.height}`);
        for (const other of buttons.slice(at + 1)) if (overlap(box, target(other), SLACK)) found.push(`${one.textContent} lies over ${other.textContent}`);
      });
      return found;
    },
  });
})();
