/**
 * What is wrong with how something is drawn, by its boxes: text outside its place, things over each other,
 * targets too small.
 */

const SLACK = 1.5; // CSS pixels that rounding may cost
const TARGET = 44; // CSS pixels that a finger needs (WCAG 2.2, 2.5.5)
const ROUNDING = 0.01; // CSS pixels that may be lost while something moves

/** The boxes of a text's lines. */
const linesOf = (text: Text, from = 0, to = text.length): DOMRect[] => {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  // A direction mark alone at the end of a line has a box without width.
  return [...range.getClientRects()].filter(({ width }) => width > 0);
};

const parentOf = (text: Text): Element => {
  if (!text.parentElement) throw new Error("a text that stands nowhere");
  return text.parentElement;
};

/** The boxes of lines as high as the lines are set: a tall script's font has higher boxes than ink. */
const setLines = (text: Text, boxes: readonly DOMRect[]): DOMRect[] => {
  const height = Number.parseFloat(getComputedStyle(parentOf(text)).lineHeight);
  return boxes.map(
    (box) =>
      new DOMRect(
        box.x,
        box.y + Math.max(0, box.height - height) / 2,
        box.width,
        Math.min(box.height, height),
      ),
  );
};

/** The boxes of a text's words: a line's own may end in a space that hangs over its end. */
const wordsOf = (text: Text): DOMRect[] =>
  [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => linesOf(text, index, index + word.length));

/** What is read. */
const textsIn = (root: Element): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.data.trim() === "") continue;
    const parent = parentOf(node);
    if (parent.localName !== "option" && parent.checkVisibility()) found.push(node);
  }
  return found;
};

/** The block that a text stands in. */
const holderOf = (text: Text): DOMRect => {
  let at = parentOf(text);
  while (getComputedStyle(at).display === "inline" && at.parentElement) at = at.parentElement;
  return at.getBoundingClientRect();
};

const isBeside = (box: DOMRect, outer: DOMRect): boolean =>
  box.left < outer.left - SLACK || box.right > outer.right + SLACK;

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left + SLACK < other.right &&
  other.left + SLACK < one.right &&
  one.top + SLACK < other.bottom &&
  other.top + SLACK < one.bottom;

/** The box of a target: with its label, which is pressed as well. */
const targetOf = (element: Element): DOMRect => (element.closest("label") ?? element).getBoundingClientRect();

const textFaults = (root: Element): string[] => {
  const outer = root.getBoundingClientRect();
  const said = textsIn(root).map((text) => {
    const lines = linesOf(text);
    const says = `“${text.data.trim().slice(0, 40)}”`;
    return { text, says, lines, set: setLines(text, lines), holder: holderOf(text) };
  });
  const found: string[] = [];
  for (const { text, says, lines, holder } of said) {
    const isOut = (box: DOMRect) => isBeside(box, holder) || isBeside(box, outer);
    if (lines.some(isOut) && wordsOf(text).some(isOut)) found.push(`${says} sticks out`);
  }
  for (const [at, one] of said.entries()) {
    for (const other of said.slice(at + 1)) {
      if (one.set.some((line) => other.set.some((box) => overlap(line, box)))) {
        found.push(`${one.says} lies over ${other.says}`);
      }
    }
  }
  return found;
};

const targetFaults = (root: Element): string[] => {
  const targets = [...root.querySelectorAll("button,select,input")].filter((one) => one.checkVisibility());
  const found: string[] = [];
  for (const [at, one] of targets.entries()) {
    const box = targetOf(one);
    if (Math.min(box.width, box.height) < TARGET - ROUNDING) {
      found.push(`${one.getAttribute("data-action") ?? one.localName} is ${box.width} × ${box.height}`);
    }
    for (const other of targets.slice(at + 1)) {
      if (overlap(box, targetOf(other))) found.push(`${one.textContent} lies over ${other.textContent}`);
    }
  }
  return found;
};

/** Each text that is read, and the widths of its lines, to be compared. */
export const textWidths = (root: Element): [string, string][] =>
  textsIn(root).map((text) => [
    text.data,
    linesOf(text)
      .map(({ width }) => Math.round(width))
      .join(),
  ]);

/** What is wrong, in words; empty where all is well. @param root nothing may stick out of it sideways */
export const faultsOf = (root: Element): string[] => {
  const over = root.scrollWidth - root.clientWidth;
  const wide = over > SLACK ? [`all is ${over} px too wide`] : [];
  return [...wide, ...textFaults(root), ...targetFaults(root)];
};
